/**
 * The manifest of a results folder: what was asked, by which engine and data, and every finished shard with the SHA-256 of
 * its bytes. It holds no times, paths or machines, so that a study that was killed and resumed ends in the same bytes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../scenario/text/problem.js';
import type { Counted } from '../studies/runs/reduce.js';
import type { StudyPoint } from '../studies/sweep/study-file.js';
import { reasonOf, storeProblem } from './durable-file.js';
import type { ShardIdentity } from './shard-file.js';

export const MANIFEST = 'manifest.json';
const FORMAT = 1;

/** What made the results: of another engine or other data they cannot be gone on with. */
export interface StudyIdentity {
  readonly studyHash: string;
  readonly version: string;
  readonly engineVersion: string;
  readonly dataHash: string;
}

export interface StoredPoint extends Counted {
  readonly values: StudyPoint['values'];
  readonly overrides: readonly string[];
  readonly planHash: string;
}

export interface StoredShard extends Omit<ShardIdentity, 'engineVersion'> {
  readonly file: string;
  /** SHA-256 of the file's bytes. */
  readonly sha256: string;
}

export interface Manifest extends StudyIdentity {
  readonly format: typeof FORMAT;
  readonly title: string;
  readonly kind: string;
  readonly runs: number;
  readonly seed: number;
  readonly width: number | null;
  /** Confidence of a point's intervals: above 0.95 when it may stop early. */
  readonly confidence: number;
  /** The scenario's file in this folder. */
  readonly scenario: string;
  readonly vary: readonly string[];
  readonly points: readonly StoredPoint[];
  /** By name. */
  readonly shards: readonly StoredShard[];
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, shards: [...manifest.shards].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)) }, null, 1)}\n`;
}

/** The manifest of a folder, or what is wrong with it. */
export function readManifest(folder: string): Manifest | Problem {
  const file = join(folder, MANIFEST);
  if (!existsSync(folder)) return storeProblem(folder, 'no such folder', 'a folder of results, as cupola study --out writes it');
  if (!existsSync(file)) return storeProblem(folder, `no ${MANIFEST}`, 'a folder of results, as cupola study --out writes it');
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return storeProblem(file, `a damaged file (${reasonOf(error)})`, 'the manifest of a study', 'cupola study … --out FOLDER --resume writes it anew from the shards');
  }
  if (isManifest(value)) return value;
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  return typeof format === 'number' && format !== FORMAT
    ? storeProblem(file, `results of format ${format}`, `format ${FORMAT}`, 'they were made by another version of Cupola')
    : storeProblem(file, 'another file', 'the manifest of a study');
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['studyHash', 'version', 'engineVersion', 'dataHash', 'title', 'kind', 'scenario'], lists = ['vary', 'points', 'shards'];
  const record = value as Record<string, unknown>;
  return record['format'] === FORMAT && texts.every((key) => typeof record[key] === 'string') && lists.every((key) => Array.isArray(record[key]))
    && ['runs', 'seed', 'confidence'].every((key) => typeof record[key] === 'number');
}

/** What keeps stored results from being those of this engine and these data. */
export function versionProblems(manifest: StudyIdentity, folder: string, now: Pick<StudyIdentity, 'engineVersion' | 'dataHash' | 'version'>, hint: string): Problem[] {
  const file = join(folder, MANIFEST);
  if (manifest.engineVersion !== now.engineVersion) return [storeProblem(file, `results of version ${manifest.version}, engine ${manifest.engineVersion.slice(0, 12)}`, `version ${now.version}, engine ${now.engineVersion.slice(0, 12)}`, hint)];
  if (manifest.dataHash !== now.dataHash) return [storeProblem(file, `results from data ${manifest.dataHash.slice(0, 12)}`, `data ${now.dataHash.slice(0, 12)}`, hint)];
  return [];
}
