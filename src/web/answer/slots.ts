/** What may stand in the slots of the question, from the catalogue, and what stands in them now, from the plan. */
import { findPlace, type Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { shellSatellites_count } from '../../scenario/plan/shield-counts.js';
import type { Edits } from '../state/fragment.js';
import { shortTitle } from '../../figures/words/catalogue-names.js';

export interface Option {
  readonly value: string;
  readonly title: string;
}

export interface SlotValues {
  readonly missiles: number | null;
  readonly missile: string;
  readonly origin: string;
  readonly satellites: number | null;
  readonly ground: number | null;
  /** Kinds of interceptor that the shield has at all; both before it is known. */
  readonly hasSpace: boolean;
  readonly hasGround: boolean;
}

/** Values of the slots: the reader's edits where there are some, else the plan's. */
export function countsOf(plan: Plan | null | undefined, edits: Edits): SlotValues {
  if (plan === null || plan === undefined) return { missiles: edits.count ?? null, missile: '', origin: '', satellites: edits.satellites ?? null, ground: edits.ground ?? null, hasSpace: true, hasGround: true };
  let missiles = 0, satellites = 0, ground = 0;
  for (const attack of plan.attacks) missiles += attack.count;
  for (const layer of plan.layers) {
    if (layer.kind === 'space') satellites += shellSatellites_count(layer.shell);
    else ground += layer.magazine_count;
  }
  return {
    missiles: edits.count ?? missiles, missile: plan.attacks[0]?.threat.name ?? '', origin: plan.attacks[0]?.origin.name ?? '',
    satellites: edits.satellites ?? satellites, ground: edits.ground ?? ground,
    hasSpace: plan.layers.some(({ kind }) => kind === 'space'), hasGround: plan.layers.some(({ kind }) => kind === 'ground'),
  };
}

/** Classes as they stand after a number of missiles. */
export function missileOptions(catalogue: Catalogue, count: number | null): Option[] {
  return distinct(Object.entries(catalogue.kinds.threats).map(([value, { title }]) => ({ value, title, short: classText(catalogue, title, count) })));
}

/** Places in the countries that the catalogue's missiles stand in. */
export function originOptions(catalogue: Catalogue): Option[] {
  const countries = new Set(Object.values(catalogue.kinds.threats).map(({ site }) => findPlace(catalogue, site)?.country));
  return Object.entries(catalogue.kinds.sites).flatMap(([value, site]) => (site.model === 'place' && countries.has(site.country) ? [{ value, title: site.title }] : []));
}

/** A class as it stands after a number: `Solid-fuel ICBM, three stages` as `solid-fuel ICBMs`. Proper names keep their capital. */
export function classText({ territories }: Pick<Catalogue, 'territories'>, title: string, count: number | null): string {
  const short = shortTitle(title).replace(/ class$/, ''), [first = ''] = short.split(' ');
  const isProper = /\d/.test(first) || territories.some(({ name }) => name.split(' ')[0] === first);
  const text = isProper ? short : `${short.charAt(0).toLowerCase()}${short.slice(1)}`;
  return `${/(ICBM|missile|drone)$/.test(text) ? text : `${text} missile`}${count === 1 ? '' : 's'}`;
}

/** Short titles where they tell the options apart, the full ones where not. */
function distinct(options: readonly (Option & { readonly short: string })[]): Option[] {
  return options.map(({ value, title, short }) => ({ value, title: options.filter((other) => other.short === short).length === 1 ? short : title }));
}
