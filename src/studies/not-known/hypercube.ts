/**
 * A Latin hypercube over ranges that nobody knows: with N draws each input takes every one of N equal slices of its
 * range once (McKay, Beckman and Conover, Technometrics 21, 1979). Each input's order is a draw of its own, keyed by its
 * name, so adding an input shifts no other. Where 16 divides N every 16 draws in turn are a hypercube too (sliced Latin
 * hypercube: Qian, J. American Statistical Association 107, 2012): a first band after 16 draws already spans the ranges.
 */
import { key32 } from '../../kernel/hash.js';
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';

/** Draws after which the ranges have been spanned for the first time. */
export const FIRST_BAND = 16;

/** What the object word of a draw's address means. */
const ORDER = 0, SLICE = 1, PLACE = 2;

/** Where each draw lies in the range of the input called `name`: 0 is its low end, 1 (never reached) its high end. */
export function stratifiedShares(luck: Luck, name: string, draws: number): Float64Array {
  const subject = key32(name);
  const uniform = (purpose: number, index: number): number => luck.uniform(STREAM.hypercube, draws, subject, purpose, index);
  const perSlice = draws % FIRST_BAND === 0 ? FIRST_BAND : draws, slices = draws / perSlice;
  // Each coarse stratum holds `slices` fine ones: which of them falls to which slice is a permutation for each stratum.
  const fine = Array.from({ length: perSlice }, (_, coarse) => permutation(slices, (i) => uniform(SLICE, coarse * slices + i)));
  const shares = new Float64Array(draws);
  for (let slice = 0; slice < slices; slice++) {
    const coarse = permutation(perSlice, (i) => uniform(ORDER, slice * perSlice + i));
    for (let i = 0; i < perSlice; i++) {
      const draw = slice * perSlice + i;
      shares[draw] = (coarse[i] * slices + fine[coarse[i]][slice] + uniform(PLACE, draw)) / draws;
    }
  }
  return shares;
}

/** 0 … count − 1 in the order of their sort keys. */
function permutation(count: number, sortKey: (index: number) => number): number[] {
  const keys = Array.from({ length: count }, (_, i) => sortKey(i));
  return keys.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b);
}
