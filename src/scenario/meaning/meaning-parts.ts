/** Checks that several parts of a scenario share: names against the catalogue, lists against what a card has. */
import { findPlace, listKind, listPlaces, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import { describeChoice, describeFound } from '../text/describe.js';
import type { Complaint } from '../text/explain.js';
import type { Kind } from '../cards/kinds.js';
import { didYouMean } from '../text/nearest.js';
import { isMapping } from '../text/path.js';
import type { Segment } from '../text/path.js';
import { groupDigits } from '../cards/quantity.js';

export type Mapping = Readonly<Record<string, unknown>>;

export function checkListLength(owner: unknown, key: string, length: number, path: Segment[], name: string): Complaint[] {
  const list = isMapping(owner) ? owner[key] : undefined;
  if (!Array.isArray(list) || list.length <= length) return [];
  return [{ path: [...path, key, length], found: `${list.length} ${key}`, expected: `at most ${length}`, hint: `${name} has ${length} ${key}, counted from 0` }];
}

export function checkName(name: unknown, path: Segment[], catalogue: Catalogue, kind: Kind): Complaint[] {
  if (typeof name !== 'string' || name === '' || showEntry(catalogue, kind, name) !== undefined) return [];
  return [unknownName(name, path, listKind(catalogue, kind))];
}

/** Only names are looked at; a place by coordinates has none. */
export function checkPlace(name: unknown, path: Segment[], catalogue: Catalogue, groups: readonly string[]): Complaint[] {
  if (typeof name !== 'string' || name === '' || groups.includes(name) || findPlace(catalogue, name) !== undefined) return [];
  return [unknownName(name, path, [...groups, ...listPlaces(catalogue)])];
}

export function unknownName(name: string, path: Segment[], known: readonly string[]): Complaint {
  return { path, found: describeFound(name), expected: describeChoice(known, 12), hint: didYouMean(name, known) };
}

type ShellCards = Readonly<Record<'count' | 'planes' | 'phasing', { readonly value: number }>>;

/** A Walker shell has whole satellites per plane, and a phasing below its number of planes. `own` are the numbers that the scenario states. */
export function checkShellCounts(own: Mapping, cards: ShellCards, path: Segment[]): Complaint[] {
  const count = numberOr(own['count'], cards.count.value), planes = numberOr(own['planes'], cards.planes.value), phasing = numberOr(own['phasing'], cards.phasing.value);
  if (!(Number.isInteger(count) && Number.isInteger(planes) && count >= 1 && planes >= 1)) return [];
  const complaints: Complaint[] = [];
  if (count % planes !== 0) {
    const below = count - (count % planes), above = below + planes;
    const key = Object.hasOwn(own, 'count') || !Object.hasOwn(own, 'planes') ? 'count' : 'planes';
    complaints.push({
      path: [...path, key],
      found: `${groupDigits(count)} satellites in ${groupDigits(planes)} planes`,
      expected: `a count that divides by the planes (${groupDigits(planes)})`,
      hint: below === 0 ? `take ${groupDigits(above)}, or set \`planes\`` : `take ${groupDigits(below)} or ${groupDigits(above)}, or set \`planes\``,
    });
  }
  if (phasing >= planes) complaints.push({ path: [...path, Object.hasOwn(own, 'phasing') ? 'phasing' : 'planes'], found: `phasing ${phasing} with ${planes} planes`, expected: `0 ≤ phasing < ${planes}`, hint: '' });
  return complaints;
}

export const numberOr = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);
