/**
 * Changes from outside the file, as in `--set interceptors[0].count=15600`: the path is that of problems and cards, the value is YAML.
 * They are made before checking, so that a wrong one is reported like a wrong line of the file.
 */
import { parse } from 'yaml';
import type { Complaint } from './explain.js';
import { describeFound } from './describe.js';
import { isMapping, parsePath, printPath } from './path.js';
import type { Segment } from './path.js';

/** Text and value written in one word, where a mapping may stand instead: `tracker: delay` is `tracker: { model: delay }`. */
const SHORT_FORMS: Readonly<Record<string, string>> = { tracker: 'model' };

/** Lists of a card that may be overridden member by member; the scenario need not have them. */
const CARD_LISTS = ['stages', 'satellites', 'brightness', 'entries'];

export interface Override {
  readonly path: readonly Segment[];
  readonly value: unknown;
}

/** Reads `path=value`. */
export function parseOverride(text: string): Override | Complaint {
  const cut = text.indexOf('=');
  const path = cut < 0 ? undefined : parsePath(text.slice(0, cut).trim());
  if (path === undefined) return { path: [], found: describeFound(text), expected: 'path=value, as in interceptors[0].count=15600', hint: '' };
  try {
    const value: unknown = parse(text.slice(cut + 1), { maxAliasCount: 0, logLevel: 'error' });
    return { path, value };
  } catch {
    return { path, found: describeFound(text.slice(cut + 1)), expected: 'a value in YAML', hint: 'quote the whole argument in the shell' };
  }
}

/** Makes the change in `root`, in place. Returns what is wrong with it, if anything. */
export function applyOverride(root: unknown, { path, value }: Override): Complaint | undefined {
  // A year stands for the whole list of sensors: with `--set sensors.year=2035` those of that year take its place.
  if (printPath(path) === 'sensors.year' && isMapping(root) && Array.isArray(root['sensors'])) root['sensors'] = {};
  let here: unknown = root;
  for (const [depth, segment] of path.entries()) {
    const isLast = depth === path.length - 1;
    const at = path.slice(0, depth + 1);
    if (typeof segment === 'number') {
      if (!Array.isArray(here)) return { path: at, found: describeFound(here), expected: `a list at ${printPath(path.slice(0, depth))}`, hint: '' };
      const fault = makeRoom(here, segment, at);
      if (fault !== undefined) return fault;
      if (isLast) here[segment] = value;
      else here = here[segment];
    } else {
      if (Array.isArray(here)) return { path: at, found: `a list of ${here.length}`, expected: `one of its entries, as in ${printPath([...path.slice(0, depth), 0, ...path.slice(depth)])}`, hint: '' };
      if (!isMapping(here)) return { path: at, found: describeFound(here), expected: `keys and values at ${printPath(path.slice(0, depth)) || 'the top'}`, hint: '' };
      if (isLast) here[segment] = value;
      else here = descend(here, segment, path[depth + 1]);
    }
  }
  return undefined;
}

/** The value inside a key, made where it is missing and the next step tells what it must be. */
function descend(parent: Record<string, unknown>, key: string, next: Segment | undefined): unknown {
  const shortForm = SHORT_FORMS[key];
  const here = Object.hasOwn(parent, key) ? parent[key] : undefined;
  if (shortForm !== undefined && typeof here === 'string') parent[key] = { [shortForm]: here };
  else if (shortForm !== undefined && here === undefined) parent[key] = { [shortForm]: 'delay' };
  else if (here === undefined || here === null) parent[key] = typeof next === 'number' ? [] : {};
  return parent[key];
}

function makeRoom(list: unknown[], index: number, at: readonly Segment[]): Complaint | undefined {
  const name = String(at.at(-2));
  if (CARD_LISTS.includes(name) && index < 100) while (list.length <= index) list.push({});
  if (index < list.length) return undefined;
  if (index === list.length && index < 10_000) {
    list.push({});
    return undefined;
  }
  const parent = printPath(at.slice(0, -1));
  const expected = list.length === 0 ? `${parent} has no entries` : `${parent}[0] to ${parent}[${list.length - 1}]`;
  return { path: at, found: `entry ${index}`, expected, hint: list.length === 0 ? '' : `${parent} has ${list.length} ${list.length === 1 ? 'entry' : 'entries'}, counted from 0` };
}

