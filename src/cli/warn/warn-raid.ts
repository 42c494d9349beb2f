/** Attacks that `cupola warn` follows instead of those of the scenario, in the words of a scenario file. */
import { fromSi } from '../../kernel/units.js';
import { listKind, showEntry, type Catalogue } from '../../scenario/catalogue.js';
import type { Place, Plan } from '../../scenario/plan/plan.js';
import type { NamedPlace } from '../frame/places.js';

type PlaceWords = string | { name: string; lat_deg: number; lon_deg: number };
interface Group {
  readonly missile: string;
  readonly from: readonly PlaceWords[];
  readonly to: readonly PlaceWords[];
  readonly count: number;
}

/** Targets that stand where none are given. */
const CITIES = 'us-cities-50';

/** Every launch area of the raids of the public data with every missile that they send from it. */
export function sweepRaid(catalogue: Catalogue, to: readonly NamedPlace[]): Group[] {
  const pairs = new Map<string, { missile: string; from: string }>();
  for (const name of listKind(catalogue, 'raids')) {
    for (const { missile, from } of showEntry(catalogue, 'raids', name)?.entries ?? []) {
      for (const origin of [from].flat()) if (typeof origin === 'string') pairs.set(`${missile} ${origin}`, { missile, from: origin });
    }
  }
  const targets = targetsOf(to, catalogue);
  return [...pairs.values()].sort((a, b) => (`${a.from} ${a.missile}` < `${b.from} ${b.missile}` ? -1 : 1)).map(({ missile, from }) => ({ missile, from: [from], to: targets, count: targets.length }));
}

/** The first attack's missile between other places. */
export function raidOfPlaces({ attacks: [first], defended }: Plan, from: readonly NamedPlace[], to: readonly NamedPlace[]): Group[] {
  if (first === undefined) return [];
  const origins = from.length > 0 ? from.map(words) : [wordsOf(first.origin)];
  const targets = to.length > 0 ? to.map(words) : defended.places.map(wordsOf);
  return origins.map((origin) => ({ missile: first.threat.name, from: [origin], to: targets, count: targets.length }));
}

function targetsOf(to: readonly NamedPlace[], catalogue: Catalogue): PlaceWords[] {
  if (to.length > 0) return to.map(words);
  const cities = showEntry(catalogue, 'sites', CITIES);
  return cities?.model === 'group' ? Object.keys(cities.places) : [];
}

const isNamed = (name: string): boolean => !/^[-+]?[\d.]+,/.test(name);
const words = ({ name, lat_deg, lon_deg }: NamedPlace): PlaceWords => (isNamed(name) ? name : { name, lat_deg, lon_deg });
const wordsOf = ({ name, lat_rad, lon_rad }: Place): PlaceWords => (isNamed(name) ? name : { name, lat_deg: fromSi(lat_rad, 'deg'), lon_deg: fromSi(lon_rad, 'deg') });
