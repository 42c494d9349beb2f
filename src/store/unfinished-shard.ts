/**
 * A shard in the making: the results of its jobs, in any order, until all are in. Where that takes long, what is there
 * from its first run on without a gap is kept beside the shards as `….part`, in the same format, so that a study that is
 * killed loses seconds and not minutes. A whole shard replaces its part, and is the same bytes with or without one.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Executor, ShardJob, ShardResult, StopSignal } from '../studies/executor.js';
import { createOutcomeTable } from '../studies/runs/outcome-table.js';
import type { OutcomeTable } from '../studies/runs/outcome-table.js';
import { StoreFault, writeDurably } from './durable-file.js';
import { encodeShard, readShardFile } from './shard-file.js';
import type { ShardContent, ShardIdentity } from './shard-file.js';

/** The runs of one file, and the jobs that bring them. */
export interface Block {
  readonly identity: ShardIdentity;
  readonly jobs: readonly ShardJob[];
  /** Where its shard belongs. */
  readonly file: string;
  /** What an earlier process left of it. */
  readonly part?: Part;
}

export interface Part extends ShardContent {
  /** How many of the block's jobs it holds, from the first on. */
  readonly jobs: number;
  readonly to: number;
}

export interface Sink {
  readonly onResult: (job: ShardJob, result: ShardResult) => void;
  readonly put: (block: Block, content: ShardContent) => void;
  /** How long a shard may be in the making before what there is of it is written. */
  readonly partAfter_ms: number;
  readonly signal?: StopSignal;
}

const partOf = (file: string): string => `${file}.part`;

export function removePart(file: string): void {
  rmSync(partOf(file), { force: true });
}

/** What is left of a block's shard; undefined when there is nothing that these jobs can go on with. Throws when it is damaged, after setting it aside. */
export async function readPart({ file, identity, jobs }: Pick<Block, 'file' | 'identity' | 'jobs'>): Promise<Part | undefined> {
  if (!existsSync(partOf(file))) return undefined;
  const { planHash, seed, from, engineVersion } = identity;
  try {
    const { identity: found, elements, table, work } = await readShardFile(partOf(file), { planHash, seed, from, engineVersion });
    const held = jobs.findIndex((job) => job.to === found.to) + 1;
    return held > 0 && held < jobs.length ? { elements, table, work, jobs: held, to: found.to } : undefined;
  } catch (error) {
    renameSync(partOf(file), `${partOf(file)}.damaged`);
    throw error;
  }
}

/** Runs what is missing of the blocks, hands on every result, and puts each shard when it is whole. */
export async function runBlocks(executor: Executor, blocks: readonly Block[], { onResult, put, partAfter_ms, signal }: Sink): Promise<void> {
  const blockOf = new Map(blocks.flatMap((block) => block.jobs.slice(block.part?.jobs ?? 0).map((job) => [job, block] as const)));
  const open = new Map<Block, Gathered>();
  try {
    await executor.run([...blockOf.keys()], (job, result) => {
      const block = blockOf.get(job);
      if (block === undefined) throw new Error('an executor answers the jobs that it was given');
      const gathered = open.get(block) ?? gather(job.plan.layers.length, block);
      open.set(block, gathered);
      gathered.add(job, result);
      if (gathered.isWhole()) {
        open.delete(block);
        put(block, gathered.content());
      } else if (gathered.sinceKept_ms() >= partAfter_ms) gathered.keep();
      // Only after its shard is safe is a run of a finished shard counted, so that what was reported as finished is never lost.
      onResult(job, result);
    }, signal);
  } catch (error) {
    // After Ctrl-C or a lost worker nothing that is in hand is thrown away; a disk that refuses is not asked again.
    if (!(error instanceof StoreFault)) for (const gathered of open.values()) gathered.keep();
    throw error;
  }
}

interface Gathered {
  add(job: ShardJob, result: ShardResult): void;
  isWhole(): boolean;
  content(): ShardContent;
  /** Time since its rows were last written, or since the first came. */
  sinceKept_ms(): number;
  /** Writes the rows that are there from the first on without a gap, if there are more of them than last time. */
  keep(): void;
}

function gather(elements: number, { identity, jobs, file, part }: Block): Gathered {
  const table = createOutcomeTable(elements, identity.to - identity.from);
  const position = new Map(jobs.map((job, index) => [job, index]));
  const work: (ShardContent['work'] | undefined)[] = jobs.map(() => undefined);
  const started = part?.jobs ?? 0, before = part?.work ?? { rightHandSides: 0, candidates: 0, draws: 0 };
  if (part !== undefined) copyRows(part.table, table, 0);
  let left = jobs.length - started, prefix = started, kept = started, kept_ms = performance.now();

  const firstJobs = (count: number): ShardContent => {
    const rows = (jobs[count - 1]?.to ?? identity.from) - identity.from, own = createOutcomeTable(elements, rows);
    copyRows(table, own, 0, rows);
    own.count = rows;
    let { candidates, draws } = before;
    for (const counts of work.slice(started, count)) {
      candidates += counts?.candidates ?? 0;
      draws += counts?.draws ?? 0;
    }
    return { elements, table: own, work: { rightHandSides: 0, candidates, draws } };
  };

  return {
    add(job, result) {
      copyRows(createOutcomeTable(elements, job.to - job.from, result.buffer), table, job.from - identity.from);
      work[position.get(job) ?? 0] = result.work;
      left--;
      while (prefix < jobs.length && work[prefix] !== undefined) prefix++;
    },
    isWhole: () => left === 0,
    content: () => firstJobs(jobs.length),
    sinceKept_ms: () => performance.now() - kept_ms,
    keep() {
      kept_ms = performance.now();
      if (prefix === kept) return;
      kept = prefix;
      writeDurably(partOf(file), encodeShard({ ...identity, to: jobs[prefix - 1]?.to ?? identity.from }, firstJobs(prefix)));
    },
  };
}

/** Rows of one table, all or the first so many, into another from `row` on. */
function copyRows(from: OutcomeTable, to: OutcomeTable, row: number, rows = from.capacity): void {
  const source = from as unknown as Record<string, unknown>, target = to as unknown as Record<string, { set(values: ArrayLike<number>, at: number): void }>;
  for (const [name, values] of Object.entries(source)) if (values instanceof Int32Array || values instanceof Float64Array) target[name]?.set(values.subarray(0, rows), row);
}
