/**
 * Method `propagated`: satellites that move with the drift of J2 over an Earth that turns, against a missile as it flies.
 * The ratio comes from the set of all places in orbit from which the missile can be met, so it is exact for nodes and phases
 * at random; how often enough are there comes from counting a constellation look after look. The number for the mean is
 * the ratio times what is wanted, rounded up to a pattern; the number for 95 % of the time is searched for among patterns.
 */
import type { WalkerShell } from '../../models/constellation/walker.js';
import { burnsUntil_s, flyout_m, type SpaceInterceptor } from '../../models/interceptor/space-based.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { believedStretch, type Flights, meetingPoint, type StretchToMeet, trueStretch } from './flights-to-meet.js';
import { countLooks, curveOf, type Constellation, type FlightSet, type InReach, satellitesOf, summarizeCounts, type Watch } from './in-reach.js';
import { meetingSet, type Orbits, shareOfBoth } from './meeting-set.js';
import { shareEnough } from './enough.js';
import { answerFromRatio, carriedOf, type MoreWanted, type NumberAnswer, satellitesForMean, sizedForShares, SURE_ENOUGH, type Wanted } from './method.js';
import { evenLayout, fewestFor } from './layouts.js';
import { pointSet } from './point-set.js';
import { usableSet } from './usable-shots.js';

/** How satellites are laid out: a Walker pattern, with as many planes as are given or the most even one, or at random. */
export type Layout =
  | { readonly kind: 'walker'; readonly phasing: number; readonly planes_count?: number; readonly perPlane_count?: number; readonly count?: number }
  | { readonly kind: 'random'; readonly count?: number; readonly seed: number };

export interface PropagatedInputs extends Wanted, MoreWanted {
  readonly flights: Flights;
  /** From launch to the order to fire. */
  readonly commit_s: number;
  readonly orbits: Orbits;
  readonly interceptor: SpaceInterceptor;
  readonly layout: Layout;
  readonly watch: Watch;
}

/** Why there is no number for 95 % of the time in the layout that was asked for. */
export type NoSure = 'some-never-in-reach' | 'not-searched' | 'no-pattern';

export interface PropagatedAnswer extends NumberAnswer {
  /** The layout of `interceptors` and `atLeast`. */
  readonly forMean: Constellation;
  /** The layout of `sizedFor95`, of the same kind; a word where there is none, and `sizedFor95` is Infinity. */
  readonly for95: Constellation | NoSure;
  /** Interceptors for 95 % of the time with nodes and phases at random, whatever the layout; Infinity where there is none. */
  readonly sizedFor95AtRandom: number;
  /** The constellation that was counted: as given, or the one for the mean. */
  readonly constellation: Constellation;
  /** Interceptors that can really meet the missile, of that constellation; `enough`: share of launches at which the wanted number can; `expected`: their mean over all nodes and phases, of which the counted launches are a part. */
  readonly inReach: InReach & { readonly enough: number; readonly expected: number };
  readonly curve: readonly { readonly t_s: number; readonly count: number }[];
  /** How many of them the forecast shows; null where nothing is forecast. */
  readonly believed: (InReach & Believed) | null;
  /** Of the class itself: when the window closes, and where. */
  readonly window: { readonly commit_s: number; readonly closes_s: number; readonly altitude_m: number };
}

export interface Believed {
  readonly absenteeRatio: number;
  /** Of those shown, the share that really can. */
  readonly holds: number;
  /** Of those that can, the share shown. */
  readonly shown: number;
  /** Of shots at the first meeting that the forecast shows, the share that arrive: the missile still burns and the divert reserve covers the error. */
  readonly arrives: number;
  /** Interceptors for the wanted number on average when only shots that arrive count; Infinity where none does. */
  readonly interceptors: number;
}

export type NoNumber =
  | { readonly reason: 'too-late'; readonly closes_s: number }
  | { readonly reason: 'below-floor'; readonly altitude_m: number }
  /** The longest flight allowed ends before the interceptor has burnt out, which the sizing rules refuse. */
  | { readonly reason: 'still-burning'; readonly burns_s: number; readonly longest_s: number }
  | { readonly reason: 'never-in-reach' };

/** Sets of places in orbit from which each flight can be met, as flown and as forecast. */
export interface FlightSets {
  readonly truth: readonly FlightSet[];
  readonly believed: readonly FlightSet[];
  /** Shown by the forecast, and the shot really arrives. */
  readonly usable: readonly FlightSet[];
}

type SetInputs = Pick<PropagatedInputs, 'flights' | 'commit_s' | 'orbits' | 'interceptor'>;

export function setsOf(inputs: SetInputs): FlightSets {
  const { flights, commit_s, interceptor, orbits } = inputs;
  const believed = flights.flown.flatMap((_, f) => {
    const stretch = believedStretch(flights, f, commit_s, interceptor.floor_m);
    return stretch === undefined ? [] : [chartStretch(inputs, stretch)];
  });
  const usable = flights.flown.flatMap((_, f) => usableSet(flights, f, commit_s, orbits, interceptor) ?? []);
  return { truth: trueSets(inputs), believed, usable };
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

/** Patterns of more satellites are not searched for the number for 95 % of the time: it would take minutes. */
export const MOST_SEARCHED = 250_000;

export function sizeByPropagation(inputs: PropagatedInputs, sets: FlightSets = setsOf(inputs)): PropagatedAnswer | NoNumber {
  const window = windowOf(inputs), { interceptor, orbits, layout, watch } = inputs;
  if (window.closes_s <= inputs.commit_s) return { reason: 'too-late', closes_s: window.closes_s };
  if (inputs.flights.question.phase !== 'boost' && window.altitude_m < interceptor.floor_m) return { reason: 'below-floor', altitude_m: window.altitude_m };
  const burns_s = burnsUntil_s(interceptor);
  if (burns_s > interceptor.battery_s) return { reason: 'still-burning', burns_s, longest_s: interceptor.battery_s };
  const share = meanShare(sets.truth);
  if (!(share > 0)) return { reason: 'never-in-reach' };
  const flown_m = flyout_m(interceptor, Math.min(window.closes_s - inputs.commit_s, interceptor.battery_s)), height_m = Math.abs(orbits.altitude_m - window.altitude_m);
  const poisson = answerFromRatio('propagated', { flyout_m: flown_m, reach_m: Math.sqrt(Math.max(0, (flown_m - height_m) * (flown_m + height_m))) }, 1 / share, inputs);
  const { perSatellite_count } = carriedOf(inputs), mean_count = satellitesForMean(1 / share, inputs);
  const given = givenConstellation(orbits, layout), forMean = sizedConstellation(orbits, layout, mean_count);
  const constellation = given ?? forMean, interceptors = perSatellite_count * satellitesOf(forMean);
  const counts = countLooks(sets.truth, constellation, watch), k = inputs.salvo * inputs.shots;
  const atRandom_count = sizedForShares(sets.truth.map(({ set }) => set.share), k, carriedOf(inputs));
  const for95 = sureConstellation(inputs, sets, mean_count, atRandom_count);
  return {
    ...poisson, interceptors,
    perMissile: interceptors / inputs.salvo,
    atLeast: { k, probability: shareEnough(given === undefined ? counts : countLooks(sets.truth, forMean, watch), inputs) },
    sizedFor95: typeof for95 === 'string' ? Infinity : perSatellite_count * satellitesOf(for95),
    forMean, for95, constellation,
    sizedFor95AtRandom: perSatellite_count * atRandom_count,
    inReach: { ...inInterceptors(summarizeCounts(counts), perSatellite_count), enough: shareEnough(counts, inputs), expected: perSatellite_count * satellitesOf(constellation) * share },
    curve: curveOf(counts, sets.truth.length, watch.step_s).map(({ t_s, count }) => ({ t_s, count: count * perSatellite_count })),
    believed: believedIn(inputs, sets, constellation),
    window,
  };
}

const inInterceptors = ({ mean, min, p5, median, max }: InReach, each: number): InReach => ({ mean: each * mean, min: each * min, p5: each * p5, median: each * median, max: each * max });

function believedIn(inputs: PropagatedInputs, sets: FlightSets, constellation: Constellation): PropagatedAnswer['believed'] {
  if (sets.believed.length === 0) return null;
  const counts = countLooks(sets.believed, constellation, inputs.watch);
  return { ...inInterceptors(summarizeCounts(counts), carriedOf(inputs).perSatellite_count), absenteeRatio: 1 / meanShare(sets.believed), ...agreement(sets), ...arriving(inputs, sets) };
}

function arriving(inputs: PropagatedInputs, { believed, usable }: FlightSets): Pick<Believed, 'arrives' | 'interceptors'> {
  const arrive = meanShare(usable), shown = meanShare(believed);
  return { arrives: shown > 0 ? arrive / shown : 0, interceptors: arrive > 0 ? carriedOf(inputs).perSatellite_count * satellitesForMean(1 / arrive, inputs) : Infinity };
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

/** Patterns may need more than places at random where they resonate with the turning Earth; twice as many are looked at. */
const BEYOND_RANDOM = 2;

/** Pattern after pattern from the number for the mean up; a pattern is more even than chance, so most need fewer than places at random. */
function sureConstellation(inputs: PropagatedInputs, sets: FlightSets, mean_count: number, atRandom_count: number): Constellation | NoSure {
  const { orbits, layout, watch } = inputs;
  if (!(atRandom_count < Infinity)) return 'some-never-in-reach';
  if (layout.kind === 'random') return sizedConstellation(orbits, layout, atRandom_count);
  if (mean_count > MOST_SEARCHED) return 'not-searched';
  const isEnough = (count: number): boolean => shareEnough(countLooks(sets.truth, sizedConstellation(orbits, layout, count), watch), inputs) >= SURE_ENOUGH;
  const found = fewestFor(isEnough, Math.max(1, mean_count), BEYOND_RANDOM * atRandom_count);
  return found === undefined ? 'no-pattern' : sizedConstellation(orbits, layout, found);
}
