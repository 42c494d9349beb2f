/** Reading a results folder: every point counted up again from its shards, each shard checked against the manifest. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../scenario/text/problem.js';
import { createReduction } from '../studies/runs/reduce.js';
import { summarisePoint } from '../studies/sweep/sweep.js';
import type { PointSummary } from '../studies/sweep/sweep.js';
import type { Manifest, StoredPoint, StoredShard } from './manifest.js';
import { storeProblem } from './durable-file.js';
import { damagedShard, readShardFile } from './shard-file.js';
import type { ShardContent } from './shard-file.js';

/** What to do about a shard that is gone or damaged. */
const AGAIN = 'cupola study … --out FOLDER --resume simulates its runs again';

export interface StoredResults {
  readonly points: readonly PointSummary[];
  /** Points of the study that have no finished shard. */
  readonly missing: number;
  readonly problems: readonly Problem[];
}

export async function readResults(folder: string, manifest: Manifest): Promise<StoredResults> {
  const points: PointSummary[] = [], problems: Problem[] = [];
  for (const point of manifest.points) {
    const reduction = createReduction(point, point.planHash, manifest.seed);
    await eachShard(folder, manifest, point, problems, ({ table }) => reduction.add(table));
    if (reduction.runs > 0) points.push(summarisePoint(point, reduction.summary({ rightHandSides: 0, candidates: 0, draws: 0 }, manifest.confidence)));
  }
  return { points, missing: manifest.points.length - points.length, problems };
}

/** The shards of a point in run order, from the first run on without a gap. */
export async function eachShard(folder: string, manifest: Manifest, point: StoredPoint, problems: Problem[], onShard: (content: ShardContent, shard: StoredShard) => void): Promise<void> {
  const own = shardsOf(manifest, point);
  let next = 0;
  for (const shard of own) {
    if (shard.from !== next) return;
    const content = await readShard(folder, manifest, shard, problems);
    if (content === undefined) return;
    onShard(content, shard);
    next = shard.to;
  }
}

export function shardsOf(manifest: Manifest, point: StoredPoint): StoredShard[] {
  return manifest.shards.filter(({ planHash, seed }) => planHash === point.planHash && seed === manifest.seed).sort((a, b) => a.from - b.from);
}

export const shardPath = (folder: string, { file }: StoredShard): string => join(folder, 'shards', file);

async function readShard(folder: string, { engineVersion }: Manifest, shard: StoredShard, problems: Problem[]): Promise<ShardContent | undefined> {
  const file = shardPath(folder, shard);
  const { planHash, seed, from, to, sha256 } = shard;
  const complain = (problem: Problem): undefined => void problems.push(problem);
  if (!existsSync(file)) return complain(storeProblem(file, 'no such shard', 'the bytes that were written', AGAIN));
  try {
    return await readShardFile(file, { planHash, seed, from, to, engineVersion }, sha256);
  } catch (error) {
    return complain(damagedShard(file, error, AGAIN));
  }
}
