/**
 * One shard as one Parquet file: a row a run, the columns of the outcome table, and in the file's own metadata what the
 * shard is of. The same rows give the same bytes. Reading checks both, so that a shard needs nobody to vouch for it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetRead } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Problem } from '../scenario/text/problem.js';
import { createOutcomeTable } from '../studies/runs/outcome-table.js';
import type { OutcomeTable } from '../studies/runs/outcome-table.js';
import type { WorkCounts } from '../studies/executor.js';
import { reasonOf, storeProblem } from './durable-file.js';

/** What a shard is of. */
export interface ShardIdentity {
  readonly planHash: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly engineVersion: string;
}

export interface ShardContent {
  /** Shells and batteries of the plan. */
  readonly elements: number;
  readonly table: OutcomeTable;
  readonly work: WorkCounts;
}

export function shardName({ planHash, seed, from, to, engineVersion }: ShardIdentity): string {
  return `${planHash.slice(0, 16)}-s${seed}-r${from}-${to}-${engineVersion.slice(0, 12)}.parquet`;
}

const FORMAT = 'cupola-shard/1';

export function encodeShard(identity: ShardIdentity, { elements, table, work }: ShardContent): Uint8Array {
  const metadata = {
    format: FORMAT, planHash: identity.planHash, seed: identity.seed, from: identity.from, to: identity.to, engineVersion: identity.engineVersion,
    elements, candidates: work.candidates, draws: work.draws, content: contentHash(table),
  };
  const runs = Int32Array.from({ length: table.count }, (_, row) => identity.from + row);
  const columnData = [
    { name: 'run', data: runs, type: 'INT32' as const, nullable: false },
    ...columnNames(table).map((name) => {
      const data = column(table, name);
      return { name, data: data.subarray(0, table.count), type: data instanceof Float64Array ? ('DOUBLE' as const) : ('INT32' as const), nullable: false };
    }),
  ];
  const kvMetadata = Object.entries(metadata).map(([key, value]) => ({ key: `cupola.${key}`, value: String(value) }));
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, rowGroupSize: 100_000, createdBy: 'cupola' }));
}

/** The rows of a shard; throws with the reason when the bytes are damaged or are those of another shard than `wanted`, as far as that says. */
export async function decodeShard(bytes: Uint8Array, wanted: Partial<ShardIdentity> = {}): Promise<ShardContent & { identity: ShardIdentity }> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const said = new Map((metadata.key_value_metadata ?? []).map(({ key, value }) => [key.replace(/^cupola\./, ''), value ?? '']));
  if (said.get('format') !== FORMAT) throw new Error(`not a shard of format ${FORMAT}`);
  const number = (key: string): number => Number(said.get(key));
  const identity = { planHash: said.get('planHash') ?? '', seed: number('seed'), from: number('from'), to: number('to'), engineVersion: said.get('engineVersion') ?? '' };
  const strange = (Object.keys(wanted) as (keyof ShardIdentity)[]).find((key) => wanted[key] !== identity[key]);
  if (strange !== undefined) throw new Error(`another shard: its ${strange} is ${identity[strange]}`);
  const rows = identity.to - identity.from, elements = number('elements');
  if (Number(metadata.num_rows) !== rows) throw new Error(`${metadata.num_rows} rows instead of ${rows}`);
  const table = createOutcomeTable(elements, rows);
  const known = new Set(columnNames(table));
  await parquetRead({
    file, metadata,
    onChunk: ({ columnName, columnData, rowStart }) => {
      if (known.has(columnName)) column(table, columnName).set(columnData as ArrayLike<number>, rowStart);
    },
  });
  table.count = rows;
  if (contentHash(table) !== said.get('content')) throw new Error('its rows are not those that were written');
  return { identity, elements, table, work: { rightHandSides: 0, candidates: number('candidates'), draws: number('draws') } };
}

/** A shard's file, its bytes checked against their hash where that is known; throws with the reason why it cannot be used. */
export async function readShardFile(file: string, wanted: Partial<ShardIdentity>, sha256?: string): Promise<Awaited<ReturnType<typeof decodeShard>> & { readonly sha256: string }> {
  const bytes = readFileSync(file), found = hashOf(bytes);
  if (sha256 !== undefined && found !== sha256) throw new Error('its bytes are not those in the manifest');
  return { ...(await decodeShard(bytes, wanted)), sha256: found };
}

/** What to tell of a shard that cannot be used. */
export function damagedShard(file: string, error: unknown, hint: string): Problem {
  return storeProblem(file, `a damaged shard (${reasonOf(error)})`, 'the bytes that were written', hint);
}

/** Names of the table's columns, in their order. */
function columnNames(table: OutcomeTable): string[] {
  return Object.keys(table).filter((name) => ArrayBuffer.isView((table as unknown as Record<string, unknown>)[name]));
}

const column = (table: OutcomeTable, name: string): Int32Array | Float64Array => (table as unknown as Record<string, Int32Array | Float64Array>)[name] as Int32Array | Float64Array;

const contentHash = (table: OutcomeTable): string => hashOf(new Uint8Array(table.buffer));

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
