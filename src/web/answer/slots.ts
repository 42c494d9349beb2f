/** What may stand in the slots of the question, from the catalogue, and what stands in them now, from the plan. */
import { findPlace, type Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan.js';
import type { Edits } from '../state/fragment.js';
import { shortTitle } from './titles.js';

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
}

/** Values of the slots: the reader's edits where there are some, else the plan's. */
export function countsOf(plan: Plan | null | undefined, edits: Edits): SlotValues {
  if (plan === null || plan === undefined) return { missiles: edits.count ?? null, missile: '', origin: '', satellites: edits.satellites ?? null, ground: edits.ground ?? null };
  let missiles = 0, satellites = 0, ground = 0;
  for (const attack of plan.attacks) missiles += attack.count;
  for (const layer of plan.layers) {
    if (layer.kind === 'space') satellites += layer.shell.planes_count * layer.shell.perPlane_count;
    else ground += layer.magazine_count;
  }
  return {
    missiles: edits.count ?? missiles, missile: plan.attacks[0]?.threat.name ?? '', origin: plan.attacks[0]?.origin.name ?? '',
    satellites: edits.satellites ?? satellites, ground: edits.ground ?? ground,
  };
}

export function missileOptions(catalogue: Catalogue): Option[] {
  return distinct(Object.entries(catalogue.kinds.threats).map(([value, { title }]) => ({ value, title, short: plural(shortTitle(title)) })));
}

/** Places in the countries that the catalogue's missiles stand in. */
export function originOptions(catalogue: Catalogue): Option[] {
  const countries = new Set(Object.values(catalogue.kinds.threats).map(({ site }) => findPlace(catalogue, site)?.country));
  return Object.entries(catalogue.kinds.sites).flatMap(([value, site]) => (site.model === 'place' && countries.has(site.country) ? [{ value, title: site.title }] : []));
}

/** `Solid-fuel ICBM` as it stands after a number: `solid-fuel ICBMs`. Proper names stay. */
function plural(title: string): string {
  return title.endsWith('ICBM') ? `${title.charAt(0).toLowerCase()}${title.slice(1)}s` : title;
}

/** Short titles where they tell the options apart, the full ones where not. */
function distinct(options: readonly (Option & { readonly short: string })[]): Option[] {
  return options.map(({ value, title, short }) => ({ value, title: options.filter((other) => other.short === short).length === 1 ? short : title }));
}
