/**
 * A threat set as cells: for each tier of adversary and class of attack, what flies and how many of it exist by the set's year, with
 * the counts taken from `data/forces`. A cell without missiles in that year is absent, which is no judgement about any shield.
 */
import { apportion } from './compile/apportion.js';
import { completeCard } from './cards/card.js';
import type { Card, RawCard } from './cards/card.js';
import { findPlace, listGroups, showEntry } from './catalogue.js';
import type { Catalogue } from './catalogue.js';
import { THREAT_CLASSES, TIERS } from './cards/threat-set-file.js';
import type { ForceYear, ThreatClass, ThreatSetCells, ThreatSetEntry, Tier } from './cards/threat-set-file.js';

/** What flies for one counted class of one state. */
export interface SetEntry {
  readonly title: string;
  readonly force: string;
  readonly counted: ThreatSetEntry['counted'];
  /** Of the first source of the table, and how far the sources of the table lie apart. */
  readonly count: Card;
  readonly least_count: number;
  readonly most_count: number;
  readonly share: number;
  readonly missile: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly approach?: 'short' | 'long';
}

export interface SetCell {
  readonly tier: Tier;
  readonly class: ThreatClass;
  /** Why there is nothing; empty where there is. */
  readonly absent: string;
  readonly note: string;
  readonly within_s: number;
  /** Those of which there is at least one missile. */
  readonly entries: readonly SetEntry[];
  /** Missiles that the first sources count, and the lowest and highest sums over all sources. */
  readonly exist_count: number;
  readonly existLow_count: number;
  readonly existHigh_count: number;
  /** Missiles of the raid that is flown. */
  readonly flown_count: number;
}

export interface ThreatSet {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly year: ForceYear;
  readonly tiers: ThreatSetCells['tiers'];
  /** Row by row: all classes of a tier, tiers in turn. */
  readonly cells: readonly SetCell[];
}

/** A threat set by its name, or undefined. */
export function readThreatSet(catalogue: Catalogue, name: string): ThreatSet | undefined {
  const own = showEntry(catalogue, 'threat-sets', name), file = cellsFile(catalogue, name);
  if (own === undefined || file === undefined) return undefined;
  const cells = TIERS.flatMap((tier) => THREAT_CLASSES.map((kind): SetCell => {
    const raw = file.cells.find((each) => each.tier === tier && each.class === kind), flownShare = file.tiers.find((each) => each.tier === tier)?.flownShare.value ?? 1;
    const nothing = { tier, class: kind, note: '', within_s: 0, entries: [], exist_count: 0, existLow_count: 0, existHigh_count: 0, flown_count: 0 };
    if (raw === undefined || 'absent' in raw) return { ...nothing, absent: raw?.absent ?? 'not in the set' };
    const all = raw.entries.map((entry) => readEntry(entry, own.year, catalogue)), entries = all.filter(({ count }) => count.value > 0);
    const sum = (of: (entry: SetEntry) => number): number => Math.round(all.reduce((total, entry) => total + of(entry) * entry.share, 0));
    const exist_count = sum(({ count }) => count.value);
    if (exist_count === 0) return { ...nothing, note: raw.note, absent: `the tables count none in ${own.year}`, existHigh_count: sum(({ most_count }) => most_count) };
    return {
      tier, class: kind, absent: '', note: raw.note, within_s: raw.within_s.value, entries, exist_count,
      existLow_count: sum(({ least_count }) => least_count), existHigh_count: sum(({ most_count }) => most_count), flown_count: Math.max(1, Math.ceil(flownShare * exist_count)),
    };
  }));
  return { name, title: own.title, note: own.note ?? '', year: own.year, tiers: file.tiers, cells };
}

/** The file that holds the cells: the set itself, or the one it refers to. */
function cellsFile(catalogue: Catalogue, name: string): ThreatSetCells | undefined {
  const own = showEntry(catalogue, 'threat-sets', name);
  if (own?.model !== 'threat-set-like') return own;
  const other = showEntry(catalogue, 'threat-sets', own.cellsOf);
  return other?.model === 'threat-set' ? other : undefined;
}

function readEntry(entry: ThreatSetEntry, year: ForceYear, catalogue: Catalogue): SetEntry {
  const { share, ...words } = entry, cards = countCards(entry, year, catalogue), [first] = cards;
  const count = first ?? completeCard({ value: 0 }, undefined), { approach, ...rest } = words;
  return {
    ...rest, ...(approach === undefined ? {} : { approach }), share: share.value, count,
    least_count: Math.min(count.value, ...cards.map(({ low, value }) => low ?? value)), most_count: Math.max(count.value, ...cards.map(({ high, value }) => high ?? value)),
  };
}

function countCards({ force, counted }: ThreatSetEntry, year: ForceYear, catalogue: Catalogue): Card[] {
  const file = showEntry(catalogue, 'forces', force), cards: readonly RawCard[] = file?.[counted]?.[`in${year}`] ?? [];
  return cards.map((card) => completeCard(card, file?.source));
}

/** A raid of `size` missiles of a cell: entries of a scenario, each in the share of what exists. Targets are taken in turn, so a smaller raid's flights are those of a larger one. */
export function raidOfSize({ entries, within_s }: Pick<SetCell, 'entries' | 'within_s'>, size: number): RaidOfCell[] {
  const counts = apportion(size, entries.map(({ count, share }) => count.value * share));
  return entries.flatMap(({ missile, from, to, approach }, i): RaidOfCell[] => {
    const own = counts[i] ?? 0;
    return own === 0 ? [] : [{ missile, from, to: [...to], count: own, within_s, ...(approach === undefined ? {} : { approach }) }];
  });
}

/** An entry of `raid` in a scenario. */
export interface RaidOfCell {
  readonly missile: string;
  readonly from: string;
  readonly to: string[];
  readonly count: number;
  readonly within_s: number;
  readonly approach?: 'short' | 'long';
}

/** What is wrong with a set: names that stand nowhere, cells told twice, shares of a count that do not add up. */
export function threatSetFaults(name: string, catalogue: Catalogue): string[] {
  const own = showEntry(catalogue, 'threat-sets', name), file = cellsFile(catalogue, name), faults: string[] = [];
  if (own?.model === 'threat-set-like' && file === undefined) faults.push(`cellsOf: '${own.cellsOf}' is not a set with cells of its own`);
  if (own?.model !== 'threat-set' || file === undefined) return faults;
  const groups = listGroups(catalogue);
  for (const tier of TIERS) {
    if (own.tiers.filter((each) => each.tier === tier).length !== 1) faults.push(`tiers: ${tier} is not told once`);
    for (const kind of THREAT_CLASSES) if (own.cells.filter((cell) => cell.tier === tier && cell.class === kind).length !== 1) faults.push(`cells: ${tier} ${kind} is not told once`);
  }
  for (const { states } of own.tiers) for (const state of states) if (showEntry(catalogue, 'forces', state) === undefined) faults.push(`tiers: '${state}' is not in data/forces`);
  own.cells.forEach((cell, i) => {
    if ('absent' in cell) return;
    const shares = new Map<string, number>(), states = own.tiers.find(({ tier }) => tier === cell.tier)?.states ?? [];
    for (const { force, counted, share, missile, from, to } of cell.entries) {
      const key = `${force} ${counted}`, at = `cells[${i}]`;
      shares.set(key, (shares.get(key) ?? 0) + share.value);
      if (!states.includes(force)) faults.push(`${at}: '${force}' is not a state of the tier ${cell.tier}`);
      if (showEntry(catalogue, 'forces', force)?.[counted] === undefined) faults.push(`${at}: data/forces/${force}.json has no ${counted}`);
      if (showEntry(catalogue, 'threats', missile) === undefined) faults.push(`${at}: '${missile}' is not in data/threats`);
      for (const place of [from, ...to]) if (findPlace(catalogue, place) === undefined && (place === from || !groups.includes(place))) faults.push(`${at}: '${place}' is not in data/sites`);
    }
    for (const [key, sum] of shares) if (Math.abs(sum - 1) > 1e-9) faults.push(`cells[${i}]: shares of ${key} add up to ${sum}, not to 1`);
  });
  return faults;
}
