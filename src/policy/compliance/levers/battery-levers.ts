/**
 * Further batteries. Terminal ones stand at the cities that are attacked, each with the radar that comes with it, turned to where the
 * attack comes from, and may fire on what that radar alone sees. Midcourse ones stand at fields and ship stations of the catalogue.
 */
import { azimuth_rad } from '../../../kernel/earth/geodesic.js';
import { toSi } from '../../../kernel/units.js';
import { findPlace, listKind, showEntry } from '../../../scenario/catalogue.js';
import type { Catalogue } from '../../../scenario/catalogue.js';
import { entriesOf } from './lever.js';
import type { AttackedPlace, Lever, LeverQuestion, LeverStep } from './lever.js';

/** Rounds of a midcourse field where its interceptor's card tells none. */
const FIELD_COUNT = 20;
const FIELDS = ['midwest-field', 'fort-drum'] as const;
const STATIONS = ['ship-virginia', 'ship-california', 'ship-new-england', 'ship-northwest', 'ship-gulf', 'ship-hawaii'] as const;
/** From a radar's sight to permission: as in the scenarios with such batteries. */
const OWN_RELEASE = { evidence: 'radar', delay_s: 5 };

export function batteryLevers(question: LeverQuestion): Lever[] {
  return listKind(question.catalogue, 'interceptors').flatMap((name): Lever[] => {
    const file = showEntry(question.catalogue, 'interceptors', name);
    if (file?.model !== 'ground-based') return [];
    if (file.phase !== 'terminal') return [midcourse(name, file.magazine !== undefined, question)];
    const radar = radarOf(name, question.catalogue);
    return radar === undefined ? [] : [terminal(name, radar, file.magazine?.value ?? FIELD_COUNT, question)];
  });
}

/** The radar that is within the price of a battery. */
function radarOf(interceptor: string, catalogue: Catalogue): string | undefined {
  for (const file of Object.values(catalogue.kinds.costs)) if (file.model === 'ground-battery' && file.interceptor === interceptor) return file.holdsSensors?.[0];
  return undefined;
}

function terminal(name: string, radar: string, magazine: number, { plan, catalogue, attacked }: LeverQuestion): Lever {
  const free = attacked.filter(({ place }, i) => attacked.findIndex((other) => other.place === place) === i && !plan.layers.some((layer) => layer.kind === 'ground' && layer.site.name === place && layer.interceptor.name === name));
  const layers = plan.layers.length, sensors = entriesOf(plan), turns = sectorOf(radar, catalogue);
  const step = (sites: number, times: number): LeverStep => ({
    says: `${name} with ${radar} at ${free.slice(0, sites).map(({ place }) => place).join(', ')}${times === 1 ? '' : `, ${times * magazine} interceptors each`}`,
    overrides: free.slice(0, sites).flatMap((each, i) => [
      `interceptors[${layers + i}]=${JSON.stringify({ battery: name, at: each.place, count: times * magazine, release: OWN_RELEASE })}`,
      `sensors[${sensors + i}]=${JSON.stringify({ use: radar, at: each.place, ...(turns ? { sectorCentre_deg: bearing_deg(each, catalogue) } : {}) })}`,
    ]),
  });
  const sites = doubled(free.length);
  return { id: `site ${name}`, kind: 'site', says: `${name} batteries at the cities that are attacked`, steps: [...sites.map((count) => step(count, 1)), ...(free.length === 0 ? [] : [2, 4].map((times) => step(free.length, times)))] };
}

/** 1, 2, 4, … and all of them. */
function doubled(most: number): number[] {
  const sizes: number[] = [];
  for (let size = 1; size < most; size *= 2) sizes.push(size);
  return most > 0 ? [...sizes, most] : [];
}

/** Whether a radar watches a part of the sky only. */
function sectorOf(radar: string, catalogue: Catalogue): boolean {
  const file = showEntry(catalogue, 'sensors', radar);
  return file?.model === 'radar' && file.sectorWidth_deg.value * file.faces.value < FULL_TURN_DEG;
}

const FULL_TURN_DEG = 360;

function bearing_deg({ place, from, isLongWay }: AttackedPlace, catalogue: Catalogue): number {
  const at = findPlace(catalogue, place)?.cards, origin = findPlace(catalogue, from)?.cards;
  if (at === undefined || origin === undefined) return 0;
  const rad = (value_deg: number): number => toSi(value_deg, 'deg'), towards_deg = Math.round(azimuth_rad(rad(at.lat_deg.value), rad(at.lon_deg.value), rad(origin.lat_deg.value), rad(origin.lon_deg.value)) / rad(1));
  return (towards_deg + (isLongWay ? FULL_TURN_DEG / 2 : 0)) % FULL_TURN_DEG;
}

function midcourse(name: string, isAtSea: boolean, { plan: { layers } }: LeverQuestion): Lever {
  const taken = new Set(layers.flatMap((layer) => (layer.kind === 'ground' && layer.interceptor.name === name ? [layer.site.name] : [])));
  if (!isAtSea) {
    const field = FIELDS.find((each) => !taken.has(each));
    return {
      id: `field ${name}`, kind: 'site', says: `a further field of ${name}`,
      steps: field === undefined ? [] : [1, 2, 4, 8].map((times) => ({ says: `${name} at ${field}: ${times * FIELD_COUNT} interceptors`, overrides: [`interceptors[${layers.length}]=${JSON.stringify({ battery: name, at: field, count: times * FIELD_COUNT })}`] })),
    };
  }
  const stations = STATIONS.filter((each) => !taken.has(each));
  return {
    id: `ships ${name}`, kind: 'site', says: `ships with ${name} on station`,
    steps: doubled(stations.length).map((count) => ({ says: `${name} at ${stations.slice(0, count).join(', ')}`, overrides: stations.slice(0, count).map((at, i) => `interceptors[${layers.length + i}]=${JSON.stringify({ battery: name, at })}`) })),
  };
}
