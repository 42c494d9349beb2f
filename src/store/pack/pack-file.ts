/**
 * A pack on disk: one zip file, or the same files in a folder after someone has unpacked it. Written with fixed times, so that the
 * same answer packs to the same bytes; read whole, each file against the hash that the manifest gives it.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { sha256Hex } from '../../kernel/hash.js';
import type { Problem } from '../../scenario/text/problem.js';
import { reasonOf, storeProblem } from '../durable-file.js';
import { MANIFEST_FILE, parseManifest, type PackManifest } from './manifest.js';

export type PackContent = ReadonlyMap<string, Uint8Array>;

export interface Pack {
  readonly manifest: PackManifest;
  readonly content: PackContent;
}

export type ReadPack = { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly Problem[] };

const FOLDER_NAMES_END = /\/$/;
/** The earliest that a zip file can tell. */
const NO_TIME = new Date(1980, 0, 1);
const WHAT = 'a pack, as cupola pack writes it';

/** The bytes of the zip: files by path, the manifest among them. */
export function packBytes(manifest: Omit<PackManifest, 'files'>, files: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  const content = [...files].map(([path, bytes]): [string, Uint8Array] => [path, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes]).sort(([a], [b]) => (a < b ? -1 : 1));
  const listed: PackManifest = { ...manifest, files: content.map(([path, bytes]) => ({ path, bytes_count: bytes.length, sha256: sha256Hex(bytes) })) };
  return zipSync(Object.fromEntries([[MANIFEST_FILE, new TextEncoder().encode(`${JSON.stringify(listed, null, 1)}\n`)], ...content]), { level: 9, mtime: NO_TIME });
}

/** `path`: the zip file or the unpacked folder. All that is wrong with it at once. */
export function readPack(path: string): ReadPack {
  let content: PackContent;
  try {
    content = statSync(path).isDirectory() ? folderContent(path) : zipContent(readFileSync(path));
  } catch (error) {
    return refused(storeProblem(path, existsSync(path) ? `no zip file (${reasonOf(error)})` : 'no such file', WHAT));
  }
  const bytes = content.get(MANIFEST_FILE);
  if (bytes === undefined) return refused(storeProblem(path, `no ${MANIFEST_FILE}`, WHAT));
  const manifest = parseManifest(textOf(bytes));
  if (typeof manifest === 'string') return refused(storeProblem(join(path, MANIFEST_FILE), manifest, WHAT, manifest.startsWith('a pack of format') ? 'it was made by another version of Cupola' : ''));
  const problems = manifest.files.flatMap((file): Problem[] => {
    const there = content.get(file.path), where = join(path, file.path);
    if (there === undefined) return [storeProblem(where, 'no such file', 'a file that the manifest lists', 'a part of the pack is missing: get a whole copy')];
    const sha256 = sha256Hex(there);
    return sha256 === file.sha256 ? [] : [storeProblem(where, `content of hash ${sha256.slice(0, 12)}`, `the content that was packed, hash ${file.sha256.slice(0, 12)}`, 'the file was changed after packing: what it says is not what was computed')];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack: { manifest, content } };
}

const refused = (problem: Problem): ReadPack => ({ ok: false, problems: [problem] });

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A zip made by hand may hold the pack in a folder of its own. */
function zipContent(bytes: Uint8Array): PackContent {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => !FOLDER_NAMES_END.test(path));
  const manifest = files.map(([path]) => path).filter((path) => path === MANIFEST_FILE || path.endsWith(`/${MANIFEST_FILE}`)).sort((a, b) => a.length - b.length)[0];
  const root = manifest?.slice(0, -MANIFEST_FILE.length) ?? '';
  return new Map(files.filter(([path]) => path.startsWith(root)).map(([path, content]) => [path.slice(root.length), content]));
}

function folderContent(folder: string): PackContent {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return new Map(names.filter((name) => statSync(join(folder, name)).isFile()).map((name) => [name, readFileSync(join(folder, name))]));
}
