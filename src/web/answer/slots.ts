/** What may stand in the slots of the question, from the catalogue, and what stands in them now, from the plan. */
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan.js';
import type { Edits } from '../state/fragment.js';

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
  return Object.entries(catalogue.kinds.threats).map(([value, { title }]) => ({ value, title }));
}

export function originOptions(catalogue: Catalogue): Option[] {
  return Object.entries(catalogue.kinds.sites).flatMap(([value, site]) => (site.model === 'place' ? [{ value, title: site.title }] : []));
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'on', 'de']);

/** `los-angeles` as `Los Angeles`. */
export function placeTitle(name: string): string {
  return name.split('-').map((word, i) => (i > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(' ');
}
