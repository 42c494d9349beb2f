/**
 * Entries of a scenario's `raid` as groups of missiles: a group as it is written, and a raid of the catalogue as its entries
 * with what the scenario changes in them. Every group keeps the paths by which its numbers are set and its places named.
 */
import { circularPeriod_s } from '../../models/constellation/orbit-period.js';
import { toSi } from '../../kernel/units.js';
import { defaultsOf, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { RawCard } from '../cards/card.js';
import type { KindFile } from '../cards/kinds.js';
import type { Ledger } from './ledger.js';
import type { Segment } from '../text/path.js';
import { printPath } from '../text/path.js';
import type { AttackPlan } from '../plan/plan.js';
import { RAID_TIMING } from '../cards/quantities.js';
import type { GroupEntry, NamedRaidEntry } from '../schema/raid-entry.js';
import type { PlaceReference } from '../schema/schema-parts.js';
import type { Scenario } from '../schema/schema.js';

/** One entry of a list of places. */
export interface ListedPlace {
  readonly reference: PlaceReference;
  readonly weight: number;
  /** Where the scenario names it: itself, or the raid that does. */
  readonly steps: readonly Segment[];
}

export interface RaidGroup {
  /** Path of the entry, and the key of its luck. */
  readonly path: string;
  readonly missile: string;
  readonly threat: GroupEntry['threat'];
  readonly count: number;
  readonly from: readonly ListedPlace[];
  readonly to: readonly ListedPlace[];
  /** True when targets are taken by their weights and not in turn. */
  readonly isWeighted: boolean;
  readonly route: readonly Omit<ListedPlace, 'weight'>[];
  readonly shape: AttackPlan['shape'];
  readonly approach: AttackPlan['approach'];
  /** Read when the group is compiled, so that the list of numbers stays in the order of the file. */
  readonly timing: () => { readonly start_s: number; readonly within_s: number; readonly every_s: number; readonly again_s: number | undefined };
}

type Manner = Omit<GroupEntry, 'missile' | 'from' | 'to' | 'count'>;
type RaidFile = KindFile<'raids'>;
type FileEntry = RaidFile['entries'][number];

export function raidGroups(scenario: Scenario, catalogue: Catalogue, ledger: Ledger): RaidGroup[] {
  const orbit = firstOrbit(scenario, catalogue);
  return scenario.raid.flatMap((entry, index) => {
    const steps = ['raid', index];
    return 'missile' in entry ? [writtenGroup(entry, steps, catalogue, ledger, orbit)] : namedGroups(entry, steps, catalogue, ledger, orbit);
  });
}

function writtenGroup(entry: GroupEntry, steps: Segment[], catalogue: Catalogue, ledger: Ledger, orbit_s: number | undefined): RaidGroup {
  const path = printPath(steps), from = listPlaces(entry.from, [...steps, 'from']), to = listPlaces(entry.to, [...steps, 'to']);
  return {
    path,
    missile: entry.missile,
    threat: entry.threat,
    count: entry.count,
    from,
    to,
    isWeighted: isWeighted(entry.to),
    route: routeOf(entry.route, [...steps, 'route']),
    shape: entry.shape ?? 'standard',
    approach: entry.approach ?? 'short',
    timing: () => readTiming({ path, stated: entry, cards: {}, source: undefined, count: entry.count, catalogue, ledger, orbit_s }),
  };
}

function namedGroups(entry: NamedRaidEntry, steps: Segment[], catalogue: Catalogue, ledger: Ledger, orbit_s: number | undefined): RaidGroup[] {
  const file = showEntry(catalogue, 'raids', entry.preset);
  if (file === undefined) throw new Error(`raid: ${entry.preset} is not in the catalogue`);
  return file.entries.map((cards, index): RaidGroup => {
    const own = [...steps, 'entries', index], path = printPath(own), stated = entry.entries?.[index];
    const count = ledger.note(`${path}.count`, cards.count, file.source, stated?.count, { isWhole: true });
    const placesOf = (key: 'from' | 'to'): ListedPlace[] => {
      if (stated?.[key] !== undefined) return listPlaces(stated[key], [...own, key]);
      if (entry[key] !== undefined) return listPlaces(entry[key], [...steps, key]);
      return listPlaces(cards[key], undefined).map((place) => ({ ...place, steps: [...steps, 'preset'] }));
    };
    return {
      path,
      missile: cards.missile,
      threat: stated?.threat,
      count,
      from: placesOf('from'),
      to: placesOf('to'),
      isWeighted: isWeighted(stated?.to ?? entry.to),
      route: stated?.route === undefined ? routeOf(cards.route, []).map(({ reference }) => ({ reference, steps: [...steps, 'preset'] })) : routeOf(stated.route, [...own, 'route']),
      shape: stated?.shape ?? cards.shape ?? 'standard',
      approach: stated?.approach ?? cards.approach ?? 'short',
      timing: () => readTiming({ path, stated: withinOf(entry, stated), cards, source: file.source, count, catalogue, ledger, orbit_s }),
    };
  });
}

/** The raid's own `within_s` stands for all entries that do not state their own timing. */
function withinOf(entry: NamedRaidEntry, stated: Manner | undefined): Manner {
  const isTimed = stated?.within_s !== undefined || stated?.every_s !== undefined;
  return { ...stated, ...(isTimed || entry.within_s === undefined ? {} : { within_s: entry.within_s }) };
}

interface TimingSource {
  readonly path: string;
  readonly stated: Manner;
  readonly cards: Partial<Pick<FileEntry, 'within_s' | 'every_s' | 'start_s' | 'again'>>;
  readonly source: RaidFile['source'];
  readonly count: number;
  readonly catalogue: Catalogue;
  readonly ledger: Ledger;
  readonly orbit_s: number | undefined;
}

function readTiming({ path, stated, cards, source, count, catalogue, ledger, orbit_s }: TimingSource): ReturnType<RaidGroup['timing']> {
  const note = (key: string, card: RawCard | undefined, own: number | undefined): number | undefined => (card === undefined ? own : ledger.note(`${path}.${key}`, card, source, own));
  const defaults = defaultsOf(catalogue, 'raid', 'raid');
  const read = ledger.reader(RAID_TIMING, { cards: defaults, source: defaults.source, stated: { within_s: stated.within_s, orbit_min: stated.again?.orbit_min }, path, keepsRange: true });
  const isRipple = stated.every_s !== undefined || (stated.within_s === undefined && cards.every_s !== undefined);
  const every_s = isRipple ? (note('every_s', cards.every_s, stated.every_s) ?? 0) : 0;
  // One missile has no interval between launches: the number would only be a false assumption.
  const hasWindow = count > 1 && !isRipple;
  const within_s = !hasWindow ? 0 : cards.within_s === undefined ? read('within_s') : (note('within_s', cards.within_s, stated.within_s) ?? 0);
  const start_s = note('start_s', cards.start_s, stated.start_s) ?? 0;
  return { start_s, within_s, every_s: count > 1 ? every_s : 0, again_s: readAgain() };

  function readAgain(): number | undefined {
    const fileAgain = cards.again !== undefined && stated.again?.after === undefined ? cards.again : undefined;
    const card = fileAgain !== undefined && 'after_min' in fileAgain ? fileAgain.after_min : undefined;
    const isOrbit = stated.again?.after !== undefined || (stated.again?.after_min === undefined && fileAgain !== undefined && 'after' in fileAgain);
    if (isOrbit) return stated.again?.orbit_min === undefined && orbit_s !== undefined ? orbit_s : toSi(ledger.note(`${path}.again.orbit_min`, defaults.orbit_min, defaults.source, stated.again?.orbit_min, { keepsRange: true }), 'min');
    const after_min = note('again.after_min', card, stated.again?.after_min);
    return after_min === undefined ? undefined : toSi(after_min, 'min');
  }
}

type PlaceList = GroupEntry['from'];

function listPlaces(list: PlaceList, steps: readonly Segment[] = []): ListedPlace[] {
  if (!Array.isArray(list)) return [{ reference: list, weight: 1, steps }];
  return list.map((item, index) => (typeof item === 'object' && 'weight' in item ? { reference: item.place, weight: item.weight, steps: [...steps, index] } : { reference: item, weight: 1, steps: [...steps, index] }));
}

const routeOf = (route: readonly PlaceReference[] = [], steps: readonly Segment[]): RaidGroup['route'] => route.map((reference, index) => ({ reference, steps: [...steps, index] }));

const isWeighted = (list: PlaceList | undefined): boolean => Array.isArray(list) && list.some((item) => typeof item === 'object' && 'weight' in item);

/** One orbit of the scenario's first shell, or undefined without one. */
function firstOrbit(scenario: Scenario, catalogue: Catalogue): number | undefined {
  const entry = scenario.interceptors.find((layer) => 'constellation' in layer);
  if (entry === undefined) return undefined;
  const altitude_km = entry.altitude_km ?? showEntry(catalogue, 'constellations', entry.constellation)?.altitude_km.value;
  return altitude_km === undefined ? undefined : circularPeriod_s(toSi(altitude_km, 'km'));
}
