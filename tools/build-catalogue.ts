/**
 * Builds dist/catalogue.json: data files, country outlines, the numbered scenarios and the hashes that identify all of it.
 *
 *   node dist/tools/build-catalogue.js      exit 1 with one line per fault in data/
 */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson, createSha256, sha256Hex } from '../src/kernel/hash.js';
import { readCatalogue } from '../src/scenario/catalogue.js';
import type { Catalogue } from '../src/scenario/catalogue.js';
import { KINDS } from '../src/scenario/cards/kinds.js';
import { checkReferences } from './catalogue/cross-references.js';
import { readDataFiles } from './catalogue/data-files.js';
import { readOutlines } from './catalogue/outlines.js';
import { isMain } from './source-files.js';

/** Floors whose code decides what a plan gives; the version of a result is the hash of their sources. */
const PURE_FLOORS = ['kernel', 'models', 'scenario', 'engine', 'studies', 'policy', 'figures', 'formats'];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The catalogue of the repository at `root`. Throws with all faults of `data/`, one a line. */
export function buildCatalogue(root: string = ROOT): Catalogue {
  const { files, faults } = readDataFiles(root);
  if (faults.length > 0) throw new DataFault(faults);
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, Object.fromEntries(files.filter((file) => file.kind === kind).map(({ name, content }) => [name, content]))]));
  const territories = readOutlines();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const catalogue = readCatalogue({
    version,
    engineVersion: hashEngine(root),
    dataHash: sha256Hex(canonicalJson({ kinds, territories })),
    kinds,
    territories,
    scenarios: readScenarios(root),
  });
  const references = checkReferences(catalogue);
  if (references.length > 0) throw new DataFault(references);
  return catalogue;
}

class DataFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** SHA-256 over the names and texts of the pure floors' sources, tests left out, whatever the line ends of the checkout. */
export function hashEngine(root: string): string {
  const hash = createSha256();
  const encode = new TextEncoder();
  for (const floor of PURE_FLOORS) {
    for (const file of sourcesUnder(root, `src/${floor}`)) hash.update(encode.encode(`${file}\n${readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')}\n`));
  }
  return hash.hex();
}

function sourcesUnder(root: string, folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`).filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)).sort();
}

function readScenarios(root: string): Catalogue['scenarios'] {
  const names = readdirSync(join(root, 'scenarios')).filter((name) => /^\d+-.*\.(ya?ml|json)$/.test(name)).sort();
  return names.map((name) => ({ name, text: readFileSync(join(root, 'scenarios', name), 'utf8').replaceAll('\r\n', '\n') }));
}

function main(): void {
  try {
    const catalogue = buildCatalogue();
    const target = join(ROOT, 'dist', 'catalogue.json');
    // Written whole and then renamed: a reader never meets half a catalogue.
    const draft = `${target}.${process.pid}.tmp`;
    writeFileSync(draft, JSON.stringify(catalogue));
    renameSync(draft, target);
    const count = KINDS.reduce((sum, kind) => sum + Object.keys(catalogue.kinds[kind]).length, 0);
    console.log(`dist/catalogue.json: ${count} data files, ${catalogue.territories.length} outlines, ${catalogue.scenarios.length} scenarios, data ${catalogue.dataHash.slice(0, 12)}, engine ${catalogue.engineVersion.slice(0, 12)}`);
  } catch (error) {
    if (!(error instanceof DataFault)) throw error;
    for (const fault of error.faults) console.error(fault);
    process.exitCode = 1;
  }
}

if (isMain(import.meta.url)) main();
