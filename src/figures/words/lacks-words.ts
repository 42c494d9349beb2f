/** Who of two estimates does not give something, in words. */
import type { Lacks } from '../../policy/cost/waterfall.js';

/** `not given by aei-1`, or `given by neither`. */
export function lacksWords(lacks: Lacks, from: string, to: string): string {
  return lacks === 'both' ? 'given by neither' : `not given by ${lacks === 'from' ? from : to}`;
}

/** As in `renewal, units (not given by aps-2003); operations (given by neither)`. */
export function lackingWords(things: readonly { readonly name: string; readonly lacks: Lacks }[], from: string, to: string): string {
  const groups = (['from', 'to', 'both'] as const).map((lacks) => ({ lacks, names: things.filter((thing) => thing.lacks === lacks).map(({ name }) => name) }));
  return groups.filter(({ names }) => names.length > 0).map(({ lacks, names }) => `${names.join(', ')} (${lacksWords(lacks, from, to)})`).join('; ');
}
