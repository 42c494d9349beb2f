/**
 * What each card of the catalogue is called: a key by which the same card is known wherever a scenario uses it, as in
 * `interceptors/gbi#stages[0].dry_kg`, and the same in words. Studies over assumptions move a card, not its copies.
 */
import type { RawCard } from './card.js';
import type { Catalogue } from '../catalogue.js';
import { isMapping, printPath } from '../text/path.js';
import type { Segment } from '../text/path.js';

export interface CardName {
  readonly card: string;
  readonly label: string;
}

/** Names by the card objects of this catalogue; the ledger is handed the same objects. */
export function nameCards(catalogue: Catalogue): ReadonlyMap<RawCard, CardName> {
  const names = new Map<RawCard, CardName>();
  for (const [kind, files] of Object.entries(catalogue.kinds)) {
    for (const [name, file] of Object.entries<unknown>(files)) visit(file, [], { file: `${kind}/${name}`, title: titleOf(file) ?? name }, names);
  }
  return names;
}

interface Owner {
  readonly file: string;
  /** Of the file, or of the part of it that has a title of its own, as a satellite or a city has. */
  readonly title: string;
}

function visit(value: unknown, steps: readonly Segment[], owner: Owner, names: Map<RawCard, CardName>): void {
  if (Array.isArray(value)) value.forEach((entry: unknown, index) => visit(entry, [...steps, index], ownerOf(entry, owner), names));
  else if (isCard(value)) names.set(value, { card: `${owner.file}#${printPath(steps)}`, label: `${owner.title}: ${words(steps)}` });
  else if (isMapping(value)) for (const [key, entry] of Object.entries(value)) visit(entry, [...steps, key], ownerOf(entry, owner), names);
}

const ownerOf = (entry: unknown, owner: Owner): Owner => ({ file: owner.file, title: titleOf(entry) ?? owner.title });

function titleOf(value: unknown): string | undefined {
  const title = isMapping(value) ? value['title'] : undefined;
  // What stands in brackets describes; it does not name.
  return typeof title === 'string' ? title.replace(/\s*\(.*\)\s*$/, '') : undefined;
}

const isCard = (value: unknown): value is RawCard => isMapping(value) && typeof value['value'] === 'number';

/** `stages[0].coastAfter_s` as `stage 1, coast after`; what has a title of its own needs no place in a list. */
function words(steps: readonly Segment[]): string {
  const stage = steps[0] === 'stages' && typeof steps[1] === 'number' ? `stage ${steps[1] + 1}, ` : '';
  const key = String(steps.at(-1)).replace(/_[A-Za-z0-9]+$/, '').replace(/^lat$/, 'latitude').replace(/^lon$/, 'longitude').replace(/^isp(?=[A-Z])/, 'specificImpulse');
  return stage + key.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}
