/** From the places that a scenario names, or gives by coordinates, to places in SI. */
import { findPlace, listGroups, membersOfGroup } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { Ledger } from './ledger.js';
import type { Place } from '../plan/plan.js';
import { PLACE, PLACE_EXTRAS } from '../cards/quantities.js';
import type { PlaceReference } from '../schema/schema-parts.js';
import type { Scenario } from '../schema/schema.js';
import { toSi } from '../../kernel/units.js';

export interface ResolvedPlace {
  readonly place: Place;
  readonly radius_m: number;
  readonly population_count: number;
  /** ISO 3166-1 numeric code, or '' for a place by coordinates. */
  readonly country: string;
}

/** Looks up places for one scenario; the numbers it reads go to the ledger under `places.<name>`. */
export interface PlaceResolver {
  resolve(reference: PlaceReference): ResolvedPlace;
  /** Members of a group, or the one place of that name. */
  resolveAll(reference: PlaceReference): ResolvedPlace[];
}

export function createPlaceResolver(catalogue: Catalogue, ledger: Ledger, stated: Scenario['places']): PlaceResolver {
  const resolveNamed = (name: string): ResolvedPlace => {
    const known = findPlace(catalogue, name);
    if (known === undefined) throw new Error(`places: ${name} is not in the catalogue`);
    const read = ledger.reader({ ...PLACE, ...PLACE_EXTRAS }, { cards: known.cards, source: known.file.source, stated: stated?.[name], path: `places.${name}` });
    return {
      place: { name, lat_rad: read('lat_deg'), lon_rad: read('lon_deg'), altitude_m: read('altitude_m', 0) },
      radius_m: read('radius_km', 0),
      population_count: read('population_count', 0),
      country: known.country,
    };
  };
  const resolve = (reference: PlaceReference): ResolvedPlace => {
    if (typeof reference === 'string') return resolveNamed(reference);
    return {
      place: {
        name: reference.name ?? `${reference.lat_deg},${reference.lon_deg}`,
        lat_rad: toSi(reference.lat_deg, 'deg'),
        lon_rad: toSi(reference.lon_deg, 'deg'),
        altitude_m: reference.altitude_m ?? 0,
      },
      radius_m: toSi(reference.radius_km ?? 0, 'km'),
      population_count: 0,
      country: '',
    };
  };
  return {
    resolve,
    resolveAll(reference) {
      if (typeof reference !== 'string' || !listGroups(catalogue).includes(reference)) return [resolve(reference)];
      return membersOfGroup(catalogue, reference).map(resolveNamed);
    },
  };
}
