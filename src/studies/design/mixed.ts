/**
 * Two shells together, of one altitude or of two: the best single orbits with others beside them in inclination or altitude, and
 * for raids from several places the orbits that suit each by itself. Where a pair is cheaper it is moved about: each of its
 * shells in altitude and inclination, and the share of satellites in the second. One kind of satellite is built, so both
 * shells weigh what the lower one needs.
 */
import { toSi } from '../../kernel/units.js';
import type { Orbits } from '../number-needed/meeting-set.js';
import type { Moments, ShellWithSets } from './availability.js';
import { fewestMixed, type SetsOfOrbits } from './fewest.js';
import { guideOf } from './guide.js';
import { type DesignQuestion, priceOf } from './question.js';
import { priceOfShells } from './sure.js';

type Pair = readonly [Orbits, Orbits];

interface FoundPair {
  readonly pair: Pair;
  readonly share: number;
  readonly shells: readonly ShellWithSets[];
  readonly price_usd: number;
}

const SHARES: readonly number[] = [0.15, 0.35, 0.5, 0.65];
const ASIDE_RAD: readonly number[] = [toSi(-10, 'deg'), toSi(-4, 'deg'), toSi(4, 'deg'), toSi(10, 'deg')];
const ASIDE_M: readonly number[] = [-100e3, -40e3, 40e3, 100e3];
/** Of the search about the best pair. */
const MOVES: readonly Orbits[] = [{ altitude_m: 40e3, inclination_rad: toSi(3, 'deg') }, { altitude_m: 20e3, inclination_rad: toSi(1, 'deg') }];
/** A pair that moves on and on has found a valley that the single shell should have found. */
const MOST_MOVES = 12;

/** Pairs that were cheaper than `found` and than those before them, at the moments of the search. */
export function mixedShells(question: DesignQuestion, found: Orbits & { readonly price_usd: number }, setsOf: SetsOfOrbits, moments: Moments, inLimits: (orbits: Orbits) => Orbits): (readonly ShellWithSets[])[] {
  const better: FoundPair[] = [], best = (): FoundPair | undefined => better.at(-1);
  const tryPair = (pair: Pair, share: number): boolean => {
    const next = pairBelow(question, pair, share, setsOf, moments, best()?.price_usd ?? found.price_usd);
    if (next !== undefined) better.push(next);
    return next !== undefined;
  };
  for (const pair of pairsToTry(question, found, inLimits)) for (const share of SHARES) tryPair(pair, share);
  let left = MOST_MOVES;
  for (const step of best() === undefined ? [] : MOVES) while (left > 0 && neighbours(best(), step, inLimits).some(({ pair, share }) => tryPair(pair, share))) left--;
  return better.map(({ shells }) => shells);
}

/** The fewest satellites of a pair, if they are cheaper. */
function pairBelow(question: DesignQuestion, pair: Pair, share: number, setsOf: SetsOfOrbits, moments: Moments, price_usd: number): FoundPair | undefined {
  if (isSame(...pair)) return undefined;
  const most = mostFor(question, pair, price_usd);
  if (most < 2) return undefined;
  const shells = fewestMixed(question, pair, share, setsOf, moments, most, most), price = shells === undefined ? undefined : priceOfShells(question, shells);
  return shells === undefined || price === undefined || price >= price_usd ? undefined : { pair, share, shells, price_usd: price };
}

/** The most satellites on such orbits that cost less. */
function mostFor(question: DesignQuestion, [first, second]: Pair, price_usd: number): number {
  const isCheaper = (count: number): boolean => (priceOf(question, [{ ...first, satellites_count: count - 1 }, { ...second, satellites_count: 1 }]) ?? Infinity) < price_usd;
  if (!isCheaper(2)) return 0;
  let low = 2, high = 4;
  while (isCheaper(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isCheaper(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function pairsToTry(question: DesignQuestion, { altitude_m, inclination_rad }: Orbits, inLimits: (orbits: Orbits) => Orbits): Pair[] {
  const first: Orbits = { altitude_m, inclination_rad };
  const beside = [...ASIDE_RAD.map((aside_rad) => ({ altitude_m, inclination_rad: inclination_rad + aside_rad })), ...ASIDE_M.map((aside_m) => ({ altitude_m: altitude_m + aside_m, inclination_rad }))];
  const own = question.raids.length < 2 ? [] : question.raids.flatMap((raid) => {
    const guide = guideOf({ ...question, raids: [raid] });
    // At the common altitude, and where each would be by itself.
    return guide === undefined ? [] : [[inLimits({ altitude_m, inclination_rad: guide.orbits.inclination_rad }), inLimits(guide.orbits)]];
  });
  const ownPairs = own.flatMap((one, index) => own.slice(index + 1).flatMap((other) => one.map((orbits, kind): Pair => [orbits, other[kind] ?? orbits])));
  return [...beside.map((second): Pair => [first, inLimits(second)]), ...ownPairs].filter(([one, other]) => !isSame(one, other));
}

function neighbours(from: FoundPair | undefined, step: Orbits, inLimits: (orbits: Orbits) => Orbits): { readonly pair: Pair; readonly share: number }[] {
  if (from === undefined) return [];
  const { pair: [first, second], share } = from;
  const around = ({ altitude_m, inclination_rad }: Orbits): Orbits[] => [[-1, 0], [1, 0], [0, -1], [0, 1]].map(([up, aside]) => inLimits({ altitude_m: altitude_m + up * step.altitude_m, inclination_rad: inclination_rad + aside * step.inclination_rad }));
  // What a shell really holds may differ from the share asked for, since planes hold whole slots.
  const shares = [share - 0.1, share + 0.1].filter((other) => other > 0.05 && other < 0.95);
  return [...around(first).map((moved) => ({ pair: [moved, second] as Pair, share })), ...around(second).map((moved) => ({ pair: [first, moved] as Pair, share })), ...shares.map((other) => ({ pair: [first, second] as Pair, share: other }))];
}

const isSame = (one: Orbits, other: Orbits): boolean => one.altitude_m === other.altitude_m && one.inclination_rad === other.inclination_rad;
