/**
 * One answer for all ways to say how many interceptors are needed: `shell` (spread evenly, closed form), `latitude` (orbits of
 * one inclination, closed form) and `propagated` (satellites as they move, against a missile as it flies). The number for the
 * mean and the number for 95 % of the time always stand together: with k wanted at once, k on average is too few.
 */
import { findRoot } from '../../kernel/roots.js';
import { ceilWithin } from '../../models/lethality/expected-shots.js';
import { atLeastWork_prob, type Carried, carriersForAtLeast } from '../../models/lethality/compound-poisson.js';

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
  /** Interceptors at each missile; of those that may fail, so many that work. */
  readonly shots: number;
}

/** What carriers bring; the published forms take one interceptor on each that always works. */
export interface MoreWanted {
  /** Interceptors on one satellite; 1 when left out. */
  readonly perSatellite_count?: number;
  /** Chance that an interceptor works when called; 1 when left out. */
  readonly works_prob?: number;
}

export const carriedOf = ({ perSatellite_count = 1, works_prob = 1 }: MoreWanted): Carried => ({ perSatellite_count, works_prob });

export interface NumberAnswer extends Reach {
  readonly method: Method;
  /** Interceptors in orbit for each one in reach, on average. */
  readonly absenteeRatio: number;
  /** In orbit, for the wanted number working and in reach on average. */
  readonly interceptors: number;
  readonly perMissile: number;
  /** How often a constellation of that size has the wanted number in reach. */
  readonly atLeast: { readonly k: number; readonly probability: number };
  /** Interceptors with which it does so 95 % of the time; Infinity where no number does, because some missiles are never in reach. */
  readonly sizedFor95: number;
}

/** Satellites that have the wanted number working and in reach on average. */
export function satellitesForMean(ratio: number, wanted: Wanted & MoreWanted): number {
  const { perSatellite_count, works_prob } = carriedOf(wanted);
  return ceilWithin((ratio * wanted.salvo * wanted.shots) / (perSatellite_count * works_prob));
}

/** The answer that follows from a ratio alone: nodes and phases at random, so that the number of satellites in reach is Poisson. */
export function answerFromRatio(method: Method, { flyout_m, reach_m }: Reach, ratio: number, wanted: Wanted & MoreWanted): NumberAnswer {
  // A ratio below one would say that an interceptor is in reach more often than always.
  const absenteeRatio = Math.max(1, ratio), { salvo, shots } = wanted;
  const k = salvo * shots, carried = carriedOf(wanted), satellites = satellitesForMean(absenteeRatio, wanted);
  const interceptors = satellites * carried.perSatellite_count;
  return {
    method, flyout_m, reach_m, absenteeRatio, interceptors,
    perMissile: interceptors / salvo,
    atLeast: { k, probability: atLeastWork_prob(k, satellites / absenteeRatio, carried) },
    sizedFor95: carried.perSatellite_count * ceilWithin(absenteeRatio * carriersForAtLeast(k, SURE_ENOUGH, carried)),
  };
}

/** Satellites with nodes and phases at random that have `wanted` interceptors working and in reach 95 % of the time when missiles of a class differ in the share that can meet them. */
export function sizedForShares(shares: readonly number[], wanted: number, carried: Carried = carriedOf({})): number {
  const chance = (count: number): number => shares.reduce((sum, share) => sum + atLeastWork_prob(wanted, count * share, carried), 0) / shares.length;
  if (shares.filter((share) => share > 0).length < SURE_ENOUGH * shares.length) return Infinity;
  const least = shares.reduce((low, share) => (share > 0 ? Math.min(low, share) : low), Infinity);
  const most = carriersForAtLeast(wanted, 0.5 * (1 + SURE_ENOUGH), carried) / least;
  return ceilWithin(chance(most) < SURE_ENOUGH ? most : findRoot((count) => chance(count) - SURE_ENOUGH, 0, most, 1e-9 * most));
}
