/** What of a plan an instrument would count: interceptors by where they stand and what they are built against, launches by their class and state. */
import { isInside, unrollRings } from '../../engine/flights/shortfall.js';
import type { TreatyFile } from '../../scenario/cards/treaty-file.js';
import { type Catalogue, findPlace } from '../../scenario/catalogue.js';
import { warheadsOf } from '../../scenario/plan/lethal.js';
import type { AttackPlan, GroundLayerPlan, LayerPlan, Place } from '../../scenario/plan/plan.js';
import { orbitInterceptors_count } from '../../scenario/plan/shield-counts.js';

export const interceptors_count = (layer: LayerPlan): number => (layer.kind === 'space' ? orbitInterceptors_count(layer) : layer.magazine_count);

/** Code of the country in which a place lies, '' at sea. */
export function countryOf(catalogue: Catalogue, place: Place): string {
  const known = findPlace(catalogue, place.name);
  if (known !== undefined) return known.country;
  return catalogue.territories.find((territory) => isInside(unrollRings(territory), place.lat_rad, place.lon_rad))?.iso ?? '';
}

export type Nature = 'strategic' | 'disputed';

/** Built against strategic missiles, or not by everybody's reading. What the file does not name goes by where it acts. */
export function natureOf({ interceptors }: TreatyFile, layer: LayerPlan): Nature {
  if (layer.kind === 'space' || interceptors?.strategic.includes(layer.interceptor.name) === true) return 'strategic';
  if (interceptors?.disputed.includes(layer.interceptor.name) === true) return 'disputed';
  return layer.interceptor.phase === 'terminal' ? 'disputed' : 'strategic';
}

export type Basing = 'space' | 'sea' | 'mobile' | 'fixed';

export function basingOf({ interceptors }: TreatyFile, layer: LayerPlan, catalogue: Catalogue): Basing {
  if (layer.kind === 'space') return 'space';
  if (countryOf(catalogue, layer.site) === '') return 'sea';
  return interceptors?.mobile.includes(layer.interceptor.name) === true ? 'mobile' : 'fixed';
}

export const siteText = ({ name, site }: GroundLayerPlan): string => (name.includes(site.name) ? name : `${name} at ${site.name}`);
export const elementText = (layer: LayerPlan): string => (layer.kind === 'space' ? layer.name : siteText(layer));

export type Counting = 'icbm' | 'slbm' | 'disputed' | 'none' | 'not known';

/** As what an instrument counts the missiles of an attack. */
export function countingOf({ threats }: TreatyFile, { threat }: AttackPlan): Counting {
  for (const kind of ['icbm', 'slbm', 'disputed', 'none'] as const) if (threats?.[kind].includes(threat.name) === true) return kind;
  return 'not known';
}

export const warheads_count = ({ threat, count }: AttackPlan): number => count * warheadsOf(threat);
