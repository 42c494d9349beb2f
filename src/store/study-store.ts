/**
 * Where a study's results live: one folder with a manifest, copies of study and scenario, and shards. A shard is written
 * when all its runs are in, and never computed again: on resuming, finished ones are read, checked against their hash and
 * handed to the study as if they had just been run. A damaged one is set aside as `*.damaged`, named, and run again. Of a
 * shard that takes long, what there is gets written every so often (`unfinished-shard.ts`).
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../scenario/text/problem.js';
import type { Executor, ShardJob } from '../studies/executor.js';
import { reasonOf, StoreFault, storeProblem, sweepTemporaries, writeDurably } from './durable-file.js';
import { MANIFEST, manifestText, readManifest, versionProblems } from './manifest.js';
import type { Manifest, StoredShard } from './manifest.js';
import { damagedShard, encodeShard, hashOf, readShardFile, shardName } from './shard-file.js';
import type { ShardContent, ShardIdentity } from './shard-file.js';
import { readPart, removePart, runBlocks } from './unfinished-shard.js';
import type { Block } from './unfinished-shard.js';

/** Runs of a shard, at least, where a point has so many. */
export const RUNS_PER_FILE = 10_000;
/** What a kill may lose of a shard that takes longer. */
const PART_AFTER_MS = 10_000;
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
  /** How long a shard may be in the making before what there is of it is written. */
  readonly partAfter_ms?: number;
}

/** `start`: the manifest of this study without shards. */
export async function openStore(start: Omit<Manifest, 'shards'>, { folder, isResumed, partAfter_ms = PART_AFTER_MS }: OpenOptions): Promise<StudyStore> {
  const warnings: Problem[] = [];
  const shards = new Map(prepare(start, { folder, isResumed }, warnings).map((shard) => [shard.file, shard]));
  const counts = { reused: 0 };
  const save = (): void => writeDurably(join(folder, MANIFEST), manifestText({ ...start, shards: [...shards.values()] }));
  save();

  const warn = (file: string, error: unknown, hint: string): void => void warnings.push({ ...damagedShard(file, error, hint), severity: 'warning' });
  const find = async ({ identity, file }: Block): Promise<ShardContent | undefined> => {
    const name = shardName(identity);
    if (!existsSync(file)) return undefined;
    try {
      const known = shards.get(name)?.sha256, shard = await readShardFile(file, identity, known);
      // Written just before the process was killed: whole, but not yet in the manifest.
      if (known === undefined) keep(identity, shard.sha256);
      removePart(file);
      return shard;
    } catch (error) {
      renameSync(file, `${file}.damaged`);
      shards.delete(name);
      save();
      warn(file, error, `set aside as ${name}.damaged; its runs are simulated again`);
      return undefined;
    }
  };
  const findPart = async (block: Block): Promise<Block> => {
    try {
      const part = await readPart(block);
      return part === undefined ? block : { ...block, part };
    } catch (error) {
      warn(block.file, error, 'what there was of it is set aside as ….part.damaged; its runs are simulated again');
      return block;
    }
  };
  const keep = (identity: ShardIdentity, sha256: string): void => {
    const { planHash, seed, from, to } = identity, file = shardName(identity);
    shards.set(file, { file, planHash, seed, from, to, sha256 });
    save();
  };
  const put = ({ identity, file }: Block, content: ShardContent): void => {
    const bytes = encodeShard(identity, content);
    writeDurably(file, bytes);
    keep(identity, hashOf(bytes));
    removePart(file);
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
        const handOn = ({ jobs: [first] }: Block, to: number, { table, work }: ShardContent): void => {
          if (first === undefined) return;
          counts.reused += to - first.from;
          onResult({ ...first, to }, { from: first.from, to, buffer: table.buffer, work });
        };
        for (const block of cut(jobs, start.engineVersion, folder)) {
          const content = await find(block);
          if (content !== undefined) handOn(block, block.identity.to, content);
          else missing.push(await findPart(block));
        }
        for (const block of missing) if (block.part !== undefined) handOn(block, block.part.to, block.part);
        await runBlocks(executor, missing, { onResult, put, partAfter_ms, ...(signal === undefined ? {} : { signal }) });
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

/** Consecutive jobs by the file that they belong to: of at least RUNS_PER_FILE runs where there are so many. */
function cut(jobs: readonly ShardJob[], engineVersion: string, folder: string): Block[] {
  const first = jobs[0], last = jobs[jobs.length - 1];
  if (first === undefined || last === undefined) return [];
  const files = Math.max(1, Math.floor((last.to - first.from) / RUNS_PER_FILE));
  const fileOf = (job: ShardJob): number => Math.min(files - 1, Math.floor((job.from - first.from) / RUNS_PER_FILE));
  return Array.from({ length: files }, (_, index): Block => {
    const own = jobs.filter((job) => fileOf(job) === index);
    const identity: ShardIdentity = { planHash: first.planHash, seed: first.seed, from: own[0]?.from ?? 0, to: own.at(-1)?.to ?? 0, engineVersion };
    return { jobs: own, identity, file: join(folder, SHARDS, shardName(identity)) };
  });
}
