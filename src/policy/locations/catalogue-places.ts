/** Places to defend and sites for batteries from the public data. Sites are the places themselves and the public sites on the country's own soil. */
import { toSi } from '../../kernel/units.js';
import { type Catalogue, defaultsOf, findPlace, listKind, membersOfGroup, showEntry } from '../../scenario/catalogue.js';
import type { Place } from '../../scenario/plan/plan.js';
import type { DefendedPlace, GovernmentShares } from './weights.js';

/** Together they cover every state, the district and every territory of the United States. */
export const DEFAULT_PLACES: readonly string[] = ['us-cities-50', 'us-states-and-territories'];

/** Members of sets, each once; a name that is no group stands for itself. */
export function defendedPlaces(catalogue: Catalogue, sets: readonly string[] = DEFAULT_PLACES): DefendedPlace[] {
  const names = [...new Set(sets.flatMap((set) => (showEntry(catalogue, 'sites', set)?.model === 'group' ? membersOfGroup(catalogue, set) : [set])))];
  return names.map((name) => {
    const cards = known(catalogue, name).cards;
    return { name, title: cards.title, state: cards.state ?? '', population_count: cards.population_count?.value ?? 0, ...(cards.seat === undefined ? {} : { seat: cards.seat }) };
  });
}

/** Beside the places: sites of the same country that are one place and no launch area. */
export function publicSites(catalogue: Catalogue, country: string): string[] {
  return listKind(catalogue, 'sites').filter((name) => {
    const file = showEntry(catalogue, 'sites', name);
    return file?.model === 'place' && file.country === country && file.radius_km === undefined;
  });
}

export function placeOf(catalogue: Catalogue, name: string): Place {
  const { lat_deg, lon_deg, altitude_m } = known(catalogue, name).cards;
  return { name, lat_rad: toSi(lat_deg.value, 'deg'), lon_rad: toSi(lon_deg.value, 'deg'), altitude_m: altitude_m?.value ?? 0 };
}

/** Shares of the weight that seats of government get where they count; assumed. */
export function governmentShares(catalogue: Catalogue): GovernmentShares {
  const { federalShare, stateShare } = defaultsOf(catalogue, 'location-weights', 'location-weights');
  return { federal: federalShare.value, state: stateShare.value };
}

function known(catalogue: Catalogue, name: string): NonNullable<ReturnType<typeof findPlace>> {
  const place = findPlace(catalogue, name);
  if (place === undefined) throw new Error(`catalogue: place ${name} is missing`);
  return place;
}
