/**
 * Method `propagated`: satellites that move with the drift of J2 over an Earth that turns, against a missile as it flies.
 * The ratio comes from the set of all places in orbit from which the missile can be met, so it is exact for nodes and phases
 * at random; how often enough are there comes from counting a constellation look after look. The number for the mean is
 * the ratio times what is wanted, rounded up to a pattern; the number for 95 % of the time is searched for among patterns.
 */
import type { WalkerShell } from '../../models/constellation/walker.js';
import { flyout_m, type SpaceInterceptor } from '../../models/interceptor/space-based.js';
import { altitude_m } from '../../kernel/geodesy.js';
import { believedStretch, type Flights, meetingPoint, type StretchToMeet, trueStretch } from './flights-to-meet.js';
import { countLooks, curveOf, type Constellation, type FlightSet, type InReach, satellitesOf, shareWith, summarizeCounts, type Watch } from './in-reach.js';
import { meetingSet, type Orbits, shareOfBoth } from './meeting-set.js';
import { answerFromRatio, type NumberAnswer, sizedForShares, SURE_ENOUGH, type Wanted } from './method.js';
import { evenLayout, fewestFor } from './layouts.js';
import { pointSet } from './point-set.js';

/** How satellites are laid out: a Walker pattern, with as many planes as are given or the most even one, or at random. */
export type Layout =
  | { readonly kind: 'walker'; readonly phasing: number; readonly planes_count?: number; readonly perPlane_count?: number; readonly count?: number }
  | { readonly kind: 'random'; readonly count?: number; readonly seed: number };

export interface PropagatedInputs extends Wanted {
  readonly flights: Flights;
  /** From launch to the order to fire. */
  readonly commit_s: number;
  readonly orbits: Orbits;
  readonly interceptor: SpaceInterceptor;
  readonly layout: Layout;
  readonly watch: Watch;
}

export interface PropagatedAnswer extends NumberAnswer {
  /** The constellation that was counted: as given, or the one for the mean. */
  readonly constellation: Constellation;
  /** Satellites that can really meet the missile, of that constellation; `enough`: share of launches at which the wanted number can. */
  readonly inReach: InReach & { readonly enough: number };
  readonly curve: readonly { readonly t_s: number; readonly count: number }[];
  /** How many of them the forecast shows; null where nothing is forecast. */
  readonly believed: (InReach & { readonly absenteeRatio: number; /** Of those shown, the share that really can. */ readonly holds: number; /** Of those that can, the share shown. */ readonly shown: number }) | null;
  /** Of the class itself: when the window closes, and where. */
  readonly window: { readonly commit_s: number; readonly closes_s: number; readonly altitude_m: number };
}

export type NoNumber = { readonly reason: 'too-late'; readonly closes_s: number } | { readonly reason: 'below-floor'; readonly altitude_m: number } | { readonly reason: 'never-in-reach' };

/** Sets of places in orbit from which each flight can be met, as flown and as forecast. */
export interface FlightSets {
  readonly truth: readonly FlightSet[];
  readonly believed: readonly FlightSet[];
}

type SetInputs = Pick<PropagatedInputs, 'flights' | 'commit_s' | 'orbits' | 'interceptor'>;

export function setsOf(inputs: SetInputs): FlightSets {
  const { flights, commit_s, interceptor } = inputs;
  const believed = flights.flown.flatMap((_, f) => {
    const stretch = believedStretch(flights, f, commit_s, interceptor.floor_m);
    return stretch === undefined ? [] : [chartStretch(inputs, stretch)];
  });
  return { truth: trueSets(inputs), believed };
}

export function trueSets(inputs: SetInputs): FlightSet[] {
  const { flights, commit_s, interceptor, orbits } = inputs;
  return flights.flown.map((flown, f) => {
    if (flights.question.phase === 'boost') return chartStretch(inputs, trueStretch(flights, f, commit_s, interceptor.floor_m));
    const { point_m, age_s } = meetingPoint(flights, flown);
    return { set: pointSet(orbits, interceptor, point_m, Math.min(age_s - commit_s, interceptor.battery_s)), age_s };
  });
}

export function chartStretch({ orbits, interceptor }: Pick<PropagatedInputs, 'orbits' | 'interceptor'>, { stretch, age_s, commit_s }: StretchToMeet): FlightSet {
  return { set: meetingSet(orbits, interceptor, stretch, commit_s), age_s };
}

export const meanShare = (sets: readonly FlightSet[]): number => sets.reduce((sum, { set }) => sum + set.share, 0) / Math.max(1, sets.length);

/** When the window of the class itself closes, and the altitude there. */
export function windowOf({ flights, commit_s }: Pick<PropagatedInputs, 'flights' | 'commit_s'>): PropagatedAnswer['window'] {
  const { flight, ascent } = flights.itself;
  if (flights.question.phase === 'boost') {
    const row = 6 * Math.min(Math.floor(ascent.burnout_s / ascent.step_s), ascent.rows - 1), s = ascent.state;
    return { commit_s, closes_s: flight.burnTime_s, altitude_m: altitude_m(s[row], s[row + 1], s[row + 2]) };
  }
  const { point_m, age_s } = meetingPoint(flights, flights.itself);
  return { commit_s, closes_s: age_s, altitude_m: altitude_m(point_m[0], point_m[1], point_m[2]) };
}

/** Above it patterns are not searched: their number for 95 % of the time is that of places at random. */
export const MOST_SEARCHED = 20_000;

export function sizeByPropagation(inputs: PropagatedInputs, sets: FlightSets = setsOf(inputs)): PropagatedAnswer | NoNumber {
  const window = windowOf(inputs), { interceptor, orbits, layout, watch } = inputs;
  if (window.closes_s <= inputs.commit_s) return { reason: 'too-late', closes_s: window.closes_s };
  if (inputs.flights.question.phase !== 'boost' && window.altitude_m < interceptor.floor_m) return { reason: 'below-floor', altitude_m: window.altitude_m };
  const share = meanShare(sets.truth);
  if (!(share > 0)) return { reason: 'never-in-reach' };
  const flown_m = flyout_m(interceptor, Math.min(window.closes_s - inputs.commit_s, interceptor.battery_s)), height_m = Math.abs(orbits.altitude_m - window.altitude_m);
  const poisson = answerFromRatio('propagated', { flyout_m: flown_m, reach_m: Math.sqrt(Math.max(0, (flown_m - height_m) * (flown_m + height_m))) }, 1 / share, inputs);
  const given = givenConstellation(orbits, layout), sized = sizedConstellation(orbits, layout, poisson.interceptors);
  const constellation = given ?? sized, interceptors = satellitesOf(sized);
  const counts = countLooks(sets.truth, constellation, watch), k = inputs.salvo * inputs.shots;
  const atRandom = sizedForShares(sets.truth.map(({ set }) => set.share), k);
  const believedCounts = countLooks(sets.believed, constellation, watch);
  return {
    ...poisson, interceptors,
    perMissile: interceptors / inputs.salvo,
    atLeast: { k, probability: shareWith(given === undefined ? counts : countLooks(sets.truth, sized, watch), k) },
    sizedFor95: atRandom > MOST_SEARCHED || layout.kind === 'random' ? atRandom : sizedFor95(inputs, sets, layout, poisson.interceptors, atRandom),
    constellation,
    inReach: { ...summarizeCounts(counts), enough: shareWith(counts, k) },
    curve: curveOf(counts, sets.truth.length, watch.step_s),
    believed: sets.believed.length === 0 ? null : { ...summarizeCounts(believedCounts), absenteeRatio: 1 / meanShare(sets.believed), ...agreement(sets) },
    window,
  };
}

function agreement({ truth, believed }: FlightSets): { holds: number; shown: number } {
  let both = 0;
  for (let f = 0; f < truth.length; f++) both += shareOfBoth(truth[f].set, believed[f].set) / truth.length;
  const shown = meanShare(believed);
  return { holds: shown > 0 ? both / shown : 0, shown: both / meanShare(truth) };
}

function givenConstellation(orbits: Orbits, layout: Layout): Constellation | undefined {
  if (layout.kind === 'random') return layout.count === undefined ? undefined : { kind: 'random', shell: { ...orbits, count: layout.count, seed: layout.seed } };
  if (layout.count !== undefined) return walker(orbits, layout.phasing, evenLayout(layout.count, layout.planes_count));
  if (layout.planes_count === undefined || layout.perPlane_count === undefined) return undefined;
  return walker(orbits, layout.phasing, { planes_count: layout.planes_count, perPlane_count: layout.perPlane_count });
}

function sizedConstellation(orbits: Orbits, layout: Layout, count: number): Constellation {
  if (layout.kind === 'random') return { kind: 'random', shell: { ...orbits, count, seed: layout.seed } };
  return walker(orbits, layout.phasing, evenLayout(count, layout.planes_count));
}

function walker(orbits: Orbits, phasing: number, layout: Pick<WalkerShell, 'planes_count' | 'perPlane_count'>): Constellation {
  return { kind: 'walker', shell: { ...orbits, ...layout, phasing } };
}

/** Pattern after pattern from the number for the mean up; a pattern is more even than chance, so most need fewer than places at random. */
function sizedFor95(inputs: PropagatedInputs, sets: FlightSets, layout: Extract<Layout, { kind: 'walker' }>, mean_count: number, atRandom_count: number): number {
  const k = inputs.salvo * inputs.shots;
  const isEnough = (count: number): boolean => shareWith(countLooks(sets.truth, sizedConstellation(inputs.orbits, layout, count), inputs.watch), k) >= SURE_ENOUGH;
  const found = fewestFor(isEnough, Math.max(1, mean_count), atRandom_count);
  return found === undefined ? atRandom_count : satellitesOf(sizedConstellation(inputs.orbits, layout, found));
}
