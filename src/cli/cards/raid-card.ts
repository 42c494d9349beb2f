/** A raid of the catalogue as people read it: what it stands for, and who launches what from where at what, when and how. */
import { countText } from '../../figures/numbers.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import { defaultsOf, showEntry, type Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import { lethalCount } from '../../scenario/plan/lethal.js';

type RaidFile = KindFile<'raids'>;
type Entry = RaidFile['entries'][number];

export interface RaidSize {
  readonly missiles: number;
  readonly lethalObjects: number;
}

/** Missiles and lethal objects of a raid with all its salvoes, as a scenario that calls it by its name gets them. */
export function raidSize(name: string, catalogue: Catalogue): RaidSize {
  const result = compileText(JSON.stringify({ version: 1, raid: [{ preset: name }], interceptors: [] }), name, catalogue);
  if (!result.ok) throw new Error(`data/raids/${name}.json: ${result.problems.map(({ path, found }) => `${path}: ${found}`).join('; ')}`);
  const { attacks } = result.compiled.plan;
  return { missiles: attacks.reduce((sum, { count }) => sum + count, 0), lethalObjects: lethalCount(attacks) };
}

const PAGE_CHARACTERS = 100;

/** Lines below the raid's title. */
export function raidText(name: string, file: RaidFile, catalogue: Catalogue): string {
  const { missiles, lethalObjects } = raidSize(name, catalogue);
  const lines = [wrapText(`Stands for ${file.standsFor}.`, PAGE_CHARACTERS)];
  if (file.note !== undefined) lines.push(wrapText(file.note, PAGE_CHARACTERS));
  lines.push(`${countText(missiles)} ${missiles === 1 ? 'missile' : 'missiles'}, ${countText(lethalObjects)} lethal ${lethalObjects === 1 ? 'object' : 'objects'}.`);
  const heads = [['', 'right'], ['count', 'right'], ['missile', 'left'], ['from', 'left'], ['to', 'left'], ['launched', 'left'], ['flies', 'left'], ['entry', 'left']] as const;
  const rows = file.entries.map((entry, index) => [String(index), countText(entry.count.value), entry.missile, placesText(entry.from), placesText(entry.to), launchText(entry, catalogue), flightText(entry, catalogue), entry.title]);
  return `${lines.join('\n')}\n\n${textTable(heads.map(([head, align]) => ({ head, align })), rows)}`;
}

/** Places named before a list is shortened. */
const NAMED = 2;

function placesText(places: Entry['to']): string {
  if (!Array.isArray(places)) return places;
  // One more name takes no more room than its number.
  if (places.length <= NAMED + 1) return places.join(', ');
  return `${places.slice(0, NAMED).join(', ')} and ${places.length - NAMED} more`;
}

function launchText({ count, within_s, every_s, start_s, again }: Entry, catalogue: Catalogue): string {
  const window_s = within_s?.value ?? defaultsOf(catalogue, 'raid', 'raid').within_s.value;
  const rhythm = every_s !== undefined ? `every ${countText(every_s.value)} s` : window_s === 0 ? 'all at once' : `within ${countText(window_s)} s`;
  const parts = [
    ...(start_s === undefined || start_s.value === 0 ? [] : [`from ${countText(start_s.value)} s`]),
    ...(count.value > 1 ? [rhythm] : []),
    ...(again === undefined ? [] : ['after' in again ? 'again after one orbit' : `again after ${countText(again.after_min.value)} min`]),
  ];
  return parts.length === 0 ? 'at the start' : parts.join(', ');
}

function flightText({ missile, shape, approach, route }: Entry, catalogue: Catalogue): string {
  const model = showEntry(catalogue, 'threats', missile)?.model;
  if (model === 'staged-ballistic') return shape ?? 'standard';
  if (model === 'fractional-orbital') return `the ${approach ?? 'short'} way round`;
  return route === undefined || route.length === 0 ? 'straight there' : `by ${placesText(route)}`;
}
