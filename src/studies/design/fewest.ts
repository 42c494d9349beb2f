/** The fewest satellites that do, on given orbits: by halving on how often there is enough, over a few numbers of planes. */
import { invariant } from '../../kernel/invariant.js';
import { meanForAtLeast } from '../../models/lethality/poisson.js';
import type { Flights } from '../number-needed/flights-to-meet.js';
import { evenLayout } from '../number-needed/layouts.js';
import type { MeetingSet, Orbits } from '../number-needed/meeting-set.js';
import { trueSets } from '../number-needed/propagated.js';
import { usableSet } from '../number-needed/usable-shots.js';
import { isOftenEnough, type Moments, type ShellWithSets } from './availability.js';
import { type DesignQuestion, type Pattern, satellitesIn, shotsOf } from './question.js';

/** Beyond this nothing is designed. */
export const MOST_SATELLITES = 100_000;

/** Sets of orbits, kept for the whole of a search: they do not depend on the salvo or on the number of satellites. */
export interface SetsOfOrbits {
  (orbits: Orbits): readonly (readonly MeetingSet[])[];
  /** Orbits worked out so far. */
  readonly worked: () => number;
}

export function rememberSets(question: Pick<DesignQuestion, 'raids' | 'commit_s' | 'interceptor' | 'windows'>, onOrbits: (worked: number) => void = () => undefined): SetsOfOrbits {
  const known = new Map<string, readonly (readonly MeetingSet[])[]>();
  const setsOf = (orbits: Orbits): readonly (readonly MeetingSet[])[] => {
    const key = `${orbits.altitude_m} ${orbits.inclination_rad}`, before = known.get(key);
    if (before !== undefined) return before;
    const sets = question.raids.map((flights) => setsAt(question, flights, orbits));
    known.set(key, sets);
    onOrbits(known.size);
    return sets;
  };
  return Object.assign(setsOf, { worked: () => known.size });
}

function setsAt({ commit_s, interceptor, windows }: Pick<DesignQuestion, 'commit_s' | 'interceptor' | 'windows'>, flights: Flights, orbits: Orbits): MeetingSet[] {
  if (windows === 'true') return trueSets({ flights, commit_s, interceptor, orbits }).map(({ set }) => set);
  return flights.flown.map((_, f) => {
    const usable = usableSet(flights, f, commit_s, orbits, interceptor);
    invariant(usable !== undefined, 'only a boost is forecast');
    return usable.set;
  });
}

/** Share of satellites that can meet one missile, on average over the flights of the place that is met least. */
export function leastShare(sets: readonly (readonly MeetingSet[])[]): number {
  return Math.min(...sets.map((flights) => flights.reduce((sum, { share }) => sum + share, 0) / flights.length));
}

/** Planes tried, in parts of the square root of the number of satellites. */
export const COARSE_PLANES: readonly number[] = [0.7, 1, 1.4];

/** The pattern with the fewest satellites, or undefined when even the most do not do. */
export function fewestOn(question: DesignQuestion, orbits: Orbits, setsOf: SetsOfOrbits, moments: Moments, planesTried = COARSE_PLANES): Pattern | undefined {
  const sets = setsOf(orbits), guess = guessOf(question, leastShare(sets));
  if (guess === undefined || guess > 2 * MOST_SATELLITES) return undefined;
  let best: Pattern | undefined;
  for (const part of planesTried) {
    const planes_count = Math.max(1, Math.round(part * Math.sqrt(guess)));
    const pattern = fewestWithPlanes(question, orbits, sets, moments, planes_count, guess, best === undefined ? MOST_SATELLITES : satellitesIn(best) - 1);
    if (pattern !== undefined) best = pattern;
  }
  return best;
}

/** For nodes and phases at random; a pattern needs fewer. Undefined where nothing is ever in reach. */
export function guessOf(question: DesignQuestion, share: number): number | undefined {
  if (!(share > 0)) return undefined;
  return Math.ceil(meanForAtLeast(Math.ceil(shotsOf(question) / question.perSatellite_count), question.probability) / (question.works_prob * share));
}

/** At most `most` satellites in all, or undefined. */
export function fewestWithPlanes(
  question: DesignQuestion, orbits: Orbits, sets: readonly (readonly MeetingSet[])[], moments: Moments, planes_count: number, guess: number, most: number, phasing = 1,
): Pattern | undefined {
  const isEnough = (perPlane_count: number): boolean =>
    isOftenEnough([{ shell: { ...orbits, planes_count, perPlane_count, phasing }, sets }], question, moments, question.probability);
  const found = halve(isEnough, Math.ceil(guess / planes_count), Math.floor(most / planes_count));
  return found === undefined ? undefined : { planes_count, perPlane_count: found, phasing };
}

/** The fewest satellites of two shells, of which the second has a given share. */
export function fewestMixed(question: DesignQuestion, pair: readonly [Orbits, Orbits], share: number, setsOf: SetsOfOrbits, moments: Moments, guess: number, most: number): readonly ShellWithSets[] | undefined {
  const shellsOf = (count: number): ShellWithSets[] => pair.map((orbits, index) => {
    const wanted = Math.max(1, Math.round((index === 0 ? 1 - share : share) * count));
    return { shell: { ...orbits, ...evenLayout(wanted), phasing: 1 }, sets: setsOf(orbits) };
  });
  const found = halve((count) => isOftenEnough(shellsOf(count), question, moments, question.probability), guess, most);
  return found === undefined ? undefined : shellsOf(found);
}

/** Relative width at which halving ends. */
const CLOSE = 0.002;

/** The least that is enough, from a guess in both directions; undefined when `most` is not enough. */
function halve(isEnough: (value: number) => boolean, guess: number, most: number): number | undefined {
  if (most < 1) return undefined;
  let high = Math.max(1, Math.min(guess, most)), low = 0;
  while (!isEnough(high)) {
    if (high >= most) return undefined;
    low = high;
    high = Math.min(most, Math.ceil(1.25 * high));
  }
  // Upwards from far below would ask about hopeless numbers; a pattern seldom needs less than half of the guess.
  for (let floor = Math.floor(0.6 * high); floor > low; floor = Math.floor(0.6 * floor)) {
    if (isEnough(floor)) high = floor;
    else low = floor;
  }
  while (high - low > Math.max(1, CLOSE * high)) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
