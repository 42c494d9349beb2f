/**
 * Where a study's results live: one folder with a manifest, copies of study and scenario, and shards. A shard is written
 * when all its runs are in, and never computed again: on resuming, finished ones are read, checked against their hash and
 * handed to the study as if they had just been run. A damaged one is set aside as `*.damaged`, named, and run again.
 */
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../scenario/problem.js';
import type { Executor, ShardJob, ShardResult, StopSignal } from '../studies/executor.js';
import { createOutcomeTable } from '../studies/outcome-table.js';
import type { OutcomeTable } from '../studies/outcome-table.js';
import { reasonOf, StoreFault, storeProblem, sweepTemporaries, writeDurably } from './durable-file.js';
import { MANIFEST, manifestText, readManifest, versionProblems } from './manifest.js';
import type { Manifest, StoredShard } from './manifest.js';
import { decodeShard, encodeShard, hashOf, shardName } from './shard-file.js';
import type { ShardContent, ShardIdentity } from './shard-file.js';

/** Runs of a shard, at least, where a point has so many. */
export const RUNS_PER_FILE = 10_000;
const SHARDS = 'shards';

export interface StudyStore {
  /** Runs what is not stored yet on `executor`, and stores it. */
  executorFor(executor: Executor): Executor;
  /** Writes a file of the study beside its shards. */
  write(name: string, content: string): void;
  /** Shards that were damaged and are run again. */
  readonly warnings: readonly Problem[];
  /** Runs read back instead of run. */
  readonly reused: number;
}

export interface OpenOptions {
  readonly folder: string;
  readonly isResumed: boolean;
}

/** `start`: the manifest of this study without shards. */
export async function openStore(start: Omit<Manifest, 'shards'>, { folder, isResumed }: OpenOptions): Promise<StudyStore> {
  const warnings: Problem[] = [];
  const shards = new Map(prepare(start, { folder, isResumed }, warnings).map((shard) => [shard.file, shard]));
  const counts = { reused: 0 };
  const save = (): void => writeDurably(join(folder, MANIFEST), manifestText({ ...start, shards: [...shards.values()] }));
  save();

  const find = async (identity: ShardIdentity): Promise<ShardContent | undefined> => {
    const name = shardName(identity), file = join(folder, SHARDS, name);
    if (!existsSync(file)) return undefined;
    try {
      const bytes = readFileSync(file), sha256 = hashOf(bytes), known = shards.get(name)?.sha256;
      if (known !== undefined && known !== sha256) throw new Error('its bytes are not those in the manifest');
      const content = await decodeShard(bytes, identity);
      // Written just before the process was killed: whole, but not yet in the manifest.
      if (known === undefined) keep(identity, sha256);
      return content;
    } catch (error) {
      renameSync(file, `${file}.damaged`);
      shards.delete(name);
      save();
      warnings.push({ ...storeProblem(file, `a damaged shard (${reasonOf(error)})`, 'the bytes that were written', `set aside as ${name}.damaged; its runs are simulated again`), severity: 'warning' });
      return undefined;
    }
  };
  const keep = (identity: ShardIdentity, sha256: string): void => {
    const { planHash, seed, from, to } = identity, file = shardName(identity);
    shards.set(file, { file, planHash, seed, from, to, sha256 });
    save();
  };
  const put = (identity: ShardIdentity, content: ShardContent): void => {
    const bytes = encodeShard(identity, content);
    writeDurably(join(folder, SHARDS, shardName(identity)), bytes);
    keep(identity, hashOf(bytes));
  };

  return {
    warnings,
    get reused() {
      return counts.reused;
    },
    write: (name, content) => writeDurably(join(folder, name), content),
    executorFor: (executor) => ({
      workers: executor.workers,
      async run(jobs, onResult, signal) {
        const missing: Block[] = [];
        for (const block of cut(jobs, start.engineVersion)) {
          const content = await find(block.identity);
          const [first] = block.jobs;
          if (content === undefined || first === undefined) {
            missing.push(block);
            continue;
          }
          const { from, to } = block.identity;
          counts.reused += to - from;
          onResult({ ...first, from, to }, { from, to, buffer: content.table.buffer, work: content.work });
        }
        await runMissing(executor, missing, { onResult, put, ...(signal === undefined ? {} : { signal }) });
      },
    }),
  };
}

/** Shards of a folder that this study may go on with; makes the folder when there is none. */
function prepare(start: Omit<Manifest, 'shards'>, { folder, isResumed }: OpenOptions, warnings: Problem[]): readonly StoredShard[] {
  try {
    mkdirSync(join(folder, SHARDS), { recursive: true });
    sweepTemporaries(folder);
    sweepTemporaries(join(folder, SHARDS));
  } catch (error) {
    throw new StoreFault([storeProblem(folder, reasonOf(error), 'a folder that can be written')], { cause: error });
  }
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return [];
  if (!isResumed) throw new StoreFault([storeProblem(folder, 'results of a study', 'an empty or a new folder', '--resume goes on with the study in it')]);
  const found = readManifest(folder);
  if ('severity' in found) {
    renameSync(file, `${file}.damaged`);
    warnings.push({ ...found, hint: `set aside as ${MANIFEST}.damaged; shards vouch for themselves`, severity: 'warning' });
    return [];
  }
  const problems = versionProblems(found, folder, start, 'choose another --out: results of two versions are not mixed');
  if (problems.length === 0 && found.studyHash !== start.studyHash) problems.push(storeProblem(file, `results of another study (${found.title})`, 'results of this one', 'its scenario, values, runs, seed or width differ; choose another --out'));
  if (problems.length > 0) throw new StoreFault(problems);
  return found.shards;
}

interface Block {
  readonly identity: ShardIdentity;
  readonly jobs: readonly ShardJob[];
}

/** Consecutive jobs by the file that they belong to: of at least RUNS_PER_FILE runs where there are so many. */
function cut(jobs: readonly ShardJob[], engineVersion: string): Block[] {
  const first = jobs[0], last = jobs[jobs.length - 1];
  if (first === undefined || last === undefined) return [];
  const files = Math.max(1, Math.floor((last.to - first.from) / RUNS_PER_FILE));
  const fileOf = (job: ShardJob): number => Math.min(files - 1, Math.floor((job.from - first.from) / RUNS_PER_FILE));
  return Array.from({ length: files }, (_, index): Block => {
    const own = jobs.filter((job) => fileOf(job) === index);
    return { jobs: own, identity: { planHash: first.planHash, seed: first.seed, from: own[0]?.from ?? 0, to: own.at(-1)?.to ?? 0, engineVersion } };
  });
}

interface Sink {
  readonly onResult: (job: ShardJob, result: ShardResult) => void;
  readonly put: (identity: ShardIdentity, content: ShardContent) => void;
  readonly signal?: StopSignal;
}

async function runMissing(executor: Executor, blocks: readonly Block[], { onResult, put, signal }: Sink): Promise<void> {
  const blockOf = new Map(blocks.flatMap((block) => block.jobs.map((job) => [job, block] as const)));
  const open = new Map<Block, Gathered>();
  await executor.run([...blockOf.keys()], (job, result) => {
    const block = blockOf.get(job);
    if (block === undefined) throw new Error('an executor answers the jobs that it was given');
    const gathered = open.get(block) ?? gather(job.plan.layers.length, block);
    open.set(block, gathered);
    gathered.add(job, result);
    if (gathered.isWhole()) {
      open.delete(block);
      put(block.identity, gathered.content());
    }
    // Only after its shard is safe is a run counted, so that what was reported is never lost.
    onResult(job, result);
  }, signal);
}

interface Gathered {
  add(job: ShardJob, result: ShardResult): void;
  isWhole(): boolean;
  content(): ShardContent;
}

function gather(elements: number, { identity, jobs }: Block): Gathered {
  const table = createOutcomeTable(elements, identity.to - identity.from);
  let left = jobs.length, candidates = 0, draws = 0;
  return {
    add(job, result) {
      copyRows(createOutcomeTable(elements, job.to - job.from, result.buffer), table, job.from - identity.from);
      candidates += result.work.candidates;
      draws += result.work.draws;
      left--;
    },
    isWhole: () => left === 0,
    content() {
      table.count = table.capacity;
      return { elements, table, work: { rightHandSides: 0, candidates, draws } };
    },
  };
}

function copyRows(from: OutcomeTable, to: OutcomeTable, row: number): void {
  const source = from as unknown as Record<string, unknown>, target = to as unknown as Record<string, { set(values: ArrayLike<number>, at: number): void }>;
  for (const [name, values] of Object.entries(source)) if (values instanceof Int32Array || values instanceof Float64Array) target[name]?.set(values, row);
}
