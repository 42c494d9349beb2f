/**
 * One answer for all ways to say how many interceptors are needed: `shell` (spread evenly, closed form), `latitude` (orbits of
 * one inclination, closed form) and `propagated` (satellites as they move, against a missile as it flies). The number for the
 * mean and the number for 95 % of the time always stand together: with k wanted at once, k on average is too few.
 */
import { findRoot } from '../../kernel/roots.js';
import { ceilWithin } from '../../models/lethality/expected-shots.js';
import { atLeastProbability, meanForAtLeast } from '../../models/lethality/poisson.js';

export type Method = 'shell' | 'latitude' | 'propagated';

/** Chance for which `sizedFor95` is found. */
export const SURE_ENOUGH = 0.95;

export interface Reach {
  /** Straight distance flown. */
  readonly flyout_m: number;
  /** Of that, along the ground: what is left after the difference in altitude. */
  readonly reach_m: number;
}

/** All missiles of a salvo leave one place at once. */
export interface Wanted {
  readonly salvo: number;
  /** Interceptors at each missile. */
  readonly shots: number;
}

export interface NumberAnswer extends Reach {
  readonly method: Method;
  /** Interceptors in orbit for each one in reach, on average. */
  readonly absenteeRatio: number;
  /** In orbit, for the wanted number in reach on average. */
  readonly interceptors: number;
  readonly perMissile: number;
  /** How often a constellation of that size has the wanted number in reach. */
  readonly atLeast: { readonly k: number; readonly probability: number };
  /** Interceptors with which it does so 95 % of the time; Infinity where no number does, because some missiles are never in reach. */
  readonly sizedFor95: number;
}

/** The answer that follows from a ratio alone: nodes and phases at random, so that the number in reach is Poisson. */
export function answerFromRatio(method: Method, { flyout_m, reach_m }: Reach, ratio: number, { salvo, shots }: Wanted): NumberAnswer {
  // A ratio below one would say that an interceptor is in reach more often than always.
  const absenteeRatio = Math.max(1, ratio);
  const wanted = salvo * shots;
  const interceptors = ceilWithin(absenteeRatio * wanted);
  return {
    method, flyout_m, reach_m, absenteeRatio, interceptors,
    perMissile: interceptors / salvo,
    atLeast: { k: wanted, probability: atLeastProbability(wanted, interceptors / absenteeRatio) },
    sizedFor95: ceilWithin(absenteeRatio * meanForAtLeast(wanted, SURE_ENOUGH)),
  };
}

/** Interceptors with nodes and phases at random that have `wanted` in reach 95 % of the time when missiles of a class differ in the share that can meet them. */
export function sizedForShares(shares: readonly number[], wanted: number): number {
  const chance = (count: number): number => shares.reduce((sum, share) => sum + atLeastProbability(wanted, count * share), 0) / shares.length;
  if (shares.filter((share) => share > 0).length < SURE_ENOUGH * shares.length) return Infinity;
  const least = shares.reduce((low, share) => (share > 0 ? Math.min(low, share) : low), Infinity);
  const most = meanForAtLeast(wanted, 0.5 * (1 + SURE_ENOUGH)) / least;
  return ceilWithin(chance(most) < SURE_ENOUGH ? most : findRoot((count) => chance(count) - SURE_ENOUGH, 0, most, 1e-9 * most));
}
