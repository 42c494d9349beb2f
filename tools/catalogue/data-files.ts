/** Reads `data/`: one folder a kind, one file a named thing, every file against the schema of its kind. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KIND_SCHEMAS, KINDS } from '../../src/scenario/cards/kinds.js';
import type { Kind } from '../../src/scenario/cards/kinds.js';

export interface DataFile {
  /** Path from the root of the repository, with slashes. */
  readonly file: string;
  readonly kind: Kind;
  readonly name: string;
  readonly content: unknown;
}

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*\.json$/;

/** All data files under `root`, and what is wrong with any of them. */
export function readDataFiles(root: string): { readonly files: DataFile[]; readonly faults: string[] } {
  const files: DataFile[] = [];
  const faults: string[] = [];
  for (const folder of readdirSync(join(root, 'data')).sort()) {
    if (!statSync(join(root, 'data', folder)).isDirectory()) continue;
    const kind = KINDS.find((known) => known === folder);
    if (kind === undefined) {
      faults.push(`data/${folder}: not a kind of data; one of ${KINDS.join(', ')}`);
      continue;
    }
    for (const name of readdirSync(join(root, 'data', folder)).sort()) {
      const file = `data/${folder}/${name}`;
      if (!NAME.test(name)) faults.push(`${file}: file names are lower case words joined by hyphens, ending in .json`);
      else readOne(root, file, kind, name.replace(/\.json$/, ''), files, faults);
    }
  }
  for (const kind of KINDS) if (!existsSync(join(root, 'data', kind))) faults.push(`data/${kind}: missing`);
  return { files, faults };
}

function readOne(root: string, file: string, kind: Kind, name: string, files: DataFile[], faults: string[]): void {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  const result = KIND_SCHEMAS[kind].safeParse(content);
  if (result.success) files.push({ file, kind, name, content });
  else for (const issue of result.error.issues) faults.push(`${file}: ${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`);
}
