/** What a pack says of itself: who made the answer it holds, and every file with its hash. No times, paths or machines. */
export const MANIFEST_FILE = 'manifest.json';
export const PACK_FORMAT = 1;

/** What is in a pack and where; a reader without Cupola finds the same words in its README. */
export const PACK_FILES = {
  readme: 'README.md', scenario: 'scenario.yaml', cards: 'cards.json', plan: 'plan.json', answer: 'results/answer.json', attacks: 'results/got-through.csv',
  catalogue: 'data/catalogue.json', dataLicence: 'data/LICENSE', engine: 'engine/cupola-engine.mjs', licence: 'engine/LICENSE', thirdParty: 'engine/THIRD-PARTY.md',
} as const;

export interface PackedFile {
  readonly path: string;
  readonly bytes_count: number;
  readonly sha256: string;
}

export interface PackManifest {
  readonly format: typeof PACK_FORMAT;
  readonly title: string;
  readonly version: string;
  readonly engineVersion: string;
  readonly dataHash: string;
  readonly planHash: string;
  readonly recordHash: string;
  readonly runId: string;
  readonly runs: number;
  readonly seed: number;
  /** The command that made the pack, as typed. */
  readonly command: string;
  /** Of the cards that the scenario uses: oldest and newest date; '' where none is dated. */
  readonly asOf: { readonly oldest: string; readonly newest: string };
  /** By path. */
  readonly files: readonly PackedFile[];
}

const TEXTS: readonly (keyof PackManifest)[] = ['title', 'version', 'engineVersion', 'dataHash', 'planHash', 'recordHash', 'runId', 'command'];
const COUNTS: readonly (keyof PackManifest)[] = ['runs', 'seed'];

/** The manifest, or in words what it is instead. */
export function parseManifest(text: string): PackManifest | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'no JSON';
  }
  if (typeof value !== 'object' || value === null) return 'no manifest of a pack';
  const record = value as Record<string, unknown>;
  if (record['format'] !== PACK_FORMAT) return typeof record['format'] === 'number' ? `a pack of format ${record['format']}` : 'no manifest of a pack';
  const lacking = [...TEXTS.filter((key) => typeof record[key] !== 'string'), ...COUNTS.filter((key) => !Number.isInteger(record[key])), ...(isFileList(record['files']) ? [] : ['files'])];
  return lacking.length === 0 ? (value as PackManifest) : `a manifest without ${lacking.join(', ')}`;
}

function isFileList(value: unknown): value is readonly PackedFile[] {
  return Array.isArray(value) && value.every((file: unknown) => typeof file === 'object' && file !== null && 'path' in file && typeof file.path === 'string' && 'sha256' in file && typeof file.sha256 === 'string');
}
