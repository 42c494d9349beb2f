/**
 * The cheapest constellation for a question: a start from the closed form, a pattern search over altitude and inclination in which
 * every step is counted with satellites as they move, then numbers of planes and phasings, then two shells, also at two
 * altitudes, where they are cheaper. What is claimed of the winner is verified at moments that the search has not seen (sure.ts).
 * Deterministic. A pattern search finds the bottom of the valley it starts in.
 */
import { clamp } from '../../kernel/maths.js';
import { toSi } from '../../kernel/units.js';
import type { Orbits } from '../number-needed/meeting-set.js';
import { type Moments, type ShellWithSets, spreadMoments } from './availability.js';
import { fewestOn, fewestWithPlanes, guessOf, leastShare, MOST_SATELLITES, rememberSets, type SetsOfOrbits } from './fewest.js';
import { type Guide, guideOf, meetingOf } from './guide.js';
import { mixedShells } from './mixed.js';
import { type DesignedShell, type DesignQuestion, type Pattern, priceOf, satellitesIn } from './question.js';
import { cheapestSure, countOf, priceOfShells, type Verified } from './sure.js';

export interface Design {
  readonly shells: readonly DesignedShell[];
  readonly satellites_count: number;
  readonly price_usd: number;
  /** Of one satellite. */
  readonly mass_kg: number;
  readonly chance: Verified;
  /** What the closed form would have taken; absent where it sees nothing in reach. */
  readonly guide: Guide | undefined;
  /** Altitudes and inclinations worked out for this answer. */
  readonly orbits_count: number;
}

export type NoDesign =
  /** Nothing can be met after this age of the missile. */
  | { readonly reason: 'too-late'; readonly closes_s: number }
  /** After boost: the meeting is lower than the interceptor works. */
  | { readonly reason: 'below-floor'; readonly altitude_m: number }
  | { readonly reason: 'never-in-reach' }
  /** So many would be needed. */
  | { readonly reason: 'too-many'; readonly satellites_count: number }
  | { readonly reason: 'too-heavy'; readonly mass_kg: number };

const SEARCH_MOMENTS = 384;
const POLISH_MOMENTS = 1024;
/** Finest steps of the lattice that a search walks on. */
const ALTITUDE_STEP_M = 10e3;
const INCLINATION_STEP_RAD = toSi(0.5, 'deg');
const FIRST_STEP = { altitude_m: 80e3, inclination_rad: toSi(6, 'deg') };
/** Of a search that starts from the answer to a question close by. */
const NEAR_STEP = { altitude_m: 40e3, inclination_rad: toSi(2, 'deg') };

/** What one search hands to the next one about the same raid. */
export interface DesignMemory {
  readonly setsOf: SetsOfOrbits;
  near: Orbits | undefined;
}

export function createMemory(question: DesignQuestion, onOrbits?: (worked: number) => void): DesignMemory {
  return { setsOf: rememberSets(question, onOrbits), near: undefined };
}

/** `memory` must come from a question with the same raids, delay and interceptor. */
export function designConstellation(question: DesignQuestion, memory: DesignMemory = createMemory(question)): Design | NoDesign {
  const closes_s = Math.min(...question.raids.map((flights) => meetingOf(flights).age_s));
  if (closes_s <= question.commit_s) return { reason: 'too-late', closes_s };
  const lowest_m = Math.min(...question.raids.map((flights) => meetingOf(flights).altitude_m));
  if (lowest_m < question.interceptor.floor_m && question.raids.some(({ question: { phase } }) => phase !== 'boost')) return { reason: 'below-floor', altitude_m: lowest_m };
  const { setsOf } = memory, moments = spreadMoments(SEARCH_MOMENTS), guide = guideOf(question);
  const start = memory.near === undefined ? startOf(question, guide, setsOf) : inLimits(question, memory.near);
  if (start === undefined) return { reason: 'never-in-reach' };
  const [found, ...others] = walk(question, start, memory.near === undefined ? FIRST_STEP : NEAR_STEP, setsOf, moments);
  if (found === undefined) return whyNot(question, start, setsOf);
  memory.near = found;
  // Launches hold whole satellites and planes whole slots, so close to the best the price is rugged: its neighbours may do better.
  const closeBy = others.slice(0, RUNNERS_UP).flatMap((other) => patternsAt(question, other, RUNNER_UP_PARTS, setsOf));
  const finalists = [...patternsAt(question, found, PLANES_PARTS, setsOf), ...closeBy, ...mixedShells(question, found, setsOf, moments, (orbits) => inLimits(question, orbits))];
  const best = cheapestSure(question, finalists);
  if (best === undefined) return whyNot(question, found, setsOf);
  return {
    shells: best.shells.map(({ shell }) => shell),
    satellites_count: countOf(best.shells),
    price_usd: best.price_usd,
    mass_kg: Math.max(...best.shells.map(({ shell }) => question.mass_kg(shell.altitude_m))),
    chance: best.chance,
    guide, orbits_count: setsOf.worked(),
  };
}

interface Found extends Orbits {
  readonly shells: readonly ShellWithSets[];
  readonly price_usd: number;
}

/** Pattern search: the best of four neighbours while one is better, then half the step, down to the lattice. All orbits that do, cheapest first. */
function walk(question: DesignQuestion, start: Orbits, firstStep: Orbits, setsOf: SetsOfOrbits, moments: Moments): Found[] {
  const known = new Map<string, Found | undefined>();
  const at = (orbits: Orbits): Found | undefined => {
    const key = `${orbits.altitude_m} ${orbits.inclination_rad}`;
    if (!known.has(key)) known.set(key, tryOrbits(question, orbits, setsOf, moments));
    return known.get(key);
  };
  let best = at(start), { altitude_m, inclination_rad } = firstStep;
  for (;;) {
    const from: Orbits = best ?? start;
    let better: Found | undefined = best;
    for (const [up, aside] of [[-1, 0], [1, 0], [0, -1], [0, 1]]) {
      const next = at(inLimits(question, { altitude_m: from.altitude_m + up * altitude_m, inclination_rad: from.inclination_rad + aside * inclination_rad }));
      if (next !== undefined && (better === undefined || next.price_usd < better.price_usd)) better = next;
    }
    if (better !== best) {
      best = better;
      continue;
    }
    if (altitude_m <= ALTITUDE_STEP_M && inclination_rad <= INCLINATION_STEP_RAD) return [...known.values()].filter((each) => each !== undefined).sort((a, b) => a.price_usd - b.price_usd);
    altitude_m = Math.max(ALTITUDE_STEP_M, altitude_m / 2);
    inclination_rad = Math.max(INCLINATION_STEP_RAD, inclination_rad / 2);
  }
}

function tryOrbits(question: DesignQuestion, orbits: Orbits, setsOf: SetsOfOrbits, moments: Moments): Found | undefined {
  const pattern = fewestOn(question, orbits, setsOf, moments);
  if (pattern === undefined) return undefined;
  const shells = [{ shell: { ...orbits, ...pattern }, sets: setsOf(orbits) }], price_usd = priceOfShells(question, shells);
  return price_usd === undefined ? undefined : { ...orbits, shells, price_usd };
}

/** The point of the lattice between the limits that is nearest; the limits themselves belong to it. */
function inLimits({ altitude_m: altitude, inclination_rad: inclination }: DesignQuestion, { altitude_m, inclination_rad }: Orbits): Orbits {
  return {
    altitude_m: clamp(Math.round(altitude_m / ALTITUDE_STEP_M) * ALTITUDE_STEP_M, altitude.low, altitude.high),
    inclination_rad: clamp(Math.round(inclination_rad / INCLINATION_STEP_RAD) * INCLINATION_STEP_RAD, inclination.low, inclination.high),
  };
}

/** Where the closed form sees nothing, the corners and the middle of the limits are asked themselves. */
function startOf(question: DesignQuestion, guide: Guide | undefined, setsOf: SetsOfOrbits): Orbits | undefined {
  const isReached = (orbits: Orbits): boolean => leastShare(setsOf(orbits)) > 0;
  if (guide !== undefined) {
    const start = inLimits(question, guide.orbits);
    if (isReached(start)) return start;
  }
  const { altitude_m: altitude, inclination_rad: inclination } = question, parts = [0, 0.25, 0.5, 0.75, 1];
  const tried = parts.flatMap((a) => parts.map((b) => inLimits(question, { altitude_m: altitude.low + a * (altitude.high - altitude.low), inclination_rad: inclination.low + b * (inclination.high - inclination.low) })));
  let best: Orbits | undefined, most = 0;
  for (const orbits of tried) {
    const share = leastShare(setsOf(orbits));
    if (share > most) {
      most = share;
      best = orbits;
    }
  }
  return best;
}

/** Numbers of planes about the square root of the satellites, and phasings of the best. */
const PLANES_PARTS: readonly number[] = [0.5, 0.58, 0.65, 0.72, 0.8, 0.87, 0.94, 1.06, 1.15, 1.25, 1.4, 1.6, 1.85, 2.2];
/** The next best orbits are tried with fewer of them. */
const RUNNERS_UP = 3;
const RUNNER_UP_PARTS: readonly number[] = [0.6, 0.78, 0.9, 1.1, 1.3];
/** Patterns up to this many times the fewest satellites stay among the finalists. */
const NEARLY = 1.05;
const PHASING_PARTS: readonly number[] = [0, 0.13, 0.25, 0.38, 0.5, 0.62, 0.75];

/** One pattern for each number of planes about the best, then for phasings of the one with the fewest satellites. */
function patternsAt(question: DesignQuestion, found: Found, planesParts: readonly number[], setsOf: SetsOfOrbits): (readonly ShellWithSets[])[] {
  const moments = spreadMoments(POLISH_MOMENTS), orbits: Orbits = { altitude_m: found.altitude_m, inclination_rad: found.inclination_rad }, sets = setsOf(orbits);
  const guess = countOf(found.shells), patterns: Pattern[] = [];
  const tryPattern = (planes_count: number, phasing: number): void => {
    const fewest = Math.min(MOST_SATELLITES, ...patterns.map(satellitesIn)), most = Math.min(MOST_SATELLITES, Math.floor(NEARLY * fewest));
    const pattern = fewestWithPlanes(question, orbits, sets, moments, planes_count, Math.min(guess, most), most, phasing);
    if (pattern !== undefined) patterns.push(pattern);
  };
  tryPattern(found.shells[0].shell.planes_count, 1);
  for (const part of planesParts) tryPattern(Math.max(1, Math.round(part * Math.sqrt(guess))), 1);
  if (patterns.length > 0) {
    const { planes_count } = patterns.reduce((best, each) => (satellitesIn(each) < satellitesIn(best) ? each : best));
    for (const part of PHASING_PARTS) tryPattern(planes_count, Math.floor(part * planes_count));
  }
  return patterns.map((pattern) => [{ shell: { ...orbits, ...pattern }, sets }]);
}

function whyNot(question: DesignQuestion, orbits: Orbits, setsOf: SetsOfOrbits): NoDesign {
  const mass_kg = question.mass_kg(orbits.altitude_m), satellites_count = guessOf(question, leastShare(setsOf(orbits)));
  if (priceOf(question, [{ ...orbits, satellites_count: 1 }]) === undefined) return { reason: 'too-heavy', mass_kg };
  return { reason: 'too-many', satellites_count: satellites_count ?? Infinity };
}
