/**
 * Warning: who learns when of a launch, by origin and target, over launches at many moments. A flight is one class of missile from
 * one place to another, solved once; the moments differ by where satellites are and by the luck of looks, which belongs to a sensor
 * and a launch, so that leaving a sensor out changes nobody else's.
 */
import { percentile } from '../../kernel/statistics/statistics.js';
import type { Place } from '../../scenario/plan/plan.js';
import { MILESTONES, type Milestones } from './milestones.js';

/** One flight with its milestones, launch by launch: with all sensors first, then without each group that is left out in turn. */
export interface WarnedFlight {
  readonly missile: string;
  readonly from: Place;
  readonly to: Place;
  readonly burnout_s: number;
  readonly impact_s: number;
  /** Until when permission is of use to a layer; null where there is none or nobody reaches the flight. */
  readonly lastSpace_s: number | null;
  readonly lastGround_s: number | null;
  readonly launches: readonly Milestones[];
  readonly without: readonly (readonly Milestones[])[];
}

/**
 * Over launches: middle, 5th and 95th percentile, launches in which it never comes among them; null where that one never does.
 * `share` of launches in which it comes at all. One more sensor makes none of these later, as it could if only what comes counted.
 */
export interface Times {
  readonly share: number;
  readonly median_s: number | null;
  readonly p5_s: number | null;
  readonly p95_s: number | null;
}

export interface FlightWarning {
  readonly flight: WarnedFlight;
  readonly milestones: Readonly<Record<keyof Milestones, Times>>;
  /** From confirmation by two kinds of evidence, and from the first report, to impact. */
  readonly left_s: Times;
  readonly leftSinceFirst_s: Times;
}

export function warnOf(flight: WarnedFlight): FlightWarning {
  const { launches, impact_s } = flight;
  return {
    flight, milestones: timesOfEach(launches),
    left_s: timesOf(launches.map(({ confirmed_s }) => impact_s - confirmed_s)), leftSinceFirst_s: timesOf(launches.map(({ firstReport_s }) => impact_s - firstReport_s)),
  };
}

const timesOfEach = (launches: readonly Milestones[]) => Object.fromEntries(MILESTONES.map((name) => [name, timesOf(launches.map((of) => of[name]))])) as Record<keyof Milestones, Times>;

/** Infinite times never come; what is left before the impact is then −Infinity. */
export function timesOf(times_s: readonly number[]): Times {
  const sorted = [...times_s].sort((a, b) => a - b);
  const at = (p: number): number | null => {
    const time_s = percentile(sorted, p);
    return Number.isFinite(time_s) ? time_s : null;
  };
  return { share: sorted.length === 0 ? 0 : sorted.filter(Number.isFinite).length / sorted.length, median_s: at(50), p5_s: at(5), p95_s: at(95) };
}

export interface OriginWarning {
  readonly origin: Place;
  readonly missile: string;
  readonly flights: number;
  readonly flightTime_s: { readonly least: number; readonly most: number };
  readonly burnout_s: { readonly least: number; readonly most: number };
  readonly milestones: Readonly<Record<keyof Milestones, Times>>;
  readonly left_s: Times;
  readonly leftSinceFirst_s: Times;
}

/** All targets of an origin and a class together, launch by launch. */
export function byOrigin(warnings: readonly FlightWarning[]): OriginWarning[] {
  return groupsOf(warnings, ({ flight }) => `${flight.missile} ${flight.from.name}`).map((group) => {
    const [{ flight: { from, missile } }] = group, impacts = group.map(({ flight }) => flight.impact_s), burnouts = group.map(({ flight }) => flight.burnout_s);
    return {
      origin: from, missile, flights: group.length,
      flightTime_s: { least: Math.min(...impacts), most: Math.max(...impacts) }, burnout_s: { least: Math.min(...burnouts), most: Math.max(...burnouts) },
      milestones: timesOfEach(group.flatMap(({ flight }) => flight.launches)),
      ...leftOf(group),
    };
  });
}

export interface TargetWarning {
  readonly target: Place;
  readonly flights: number;
  /** Flights whose attack is confirmed in half of the launches or more. */
  readonly confirmed: number;
  /** Of these, the one that leaves least; null where none is. */
  readonly least: { readonly origin: string; readonly missile: string; readonly left_s: number; readonly flightTime_s: number } | null;
  /** Over all origins and launches. */
  readonly left_s: Times;
  readonly leftSinceFirst_s: Times;
}

export function byTarget(warnings: readonly FlightWarning[]): TargetWarning[] {
  return groupsOf(warnings, ({ flight }) => flight.to.name).map((group) => {
    const confirmed = group.flatMap(({ flight, left_s: { median_s } }) => (median_s === null ? [] : [{ origin: flight.from.name, missile: flight.missile, left_s: median_s, flightTime_s: flight.impact_s }]));
    const least = confirmed.reduce<TargetWarning['least']>((found, next) => (found === null || next.left_s < found.left_s ? next : found), null);
    return { target: group[0].flight.to, flights: group.length, confirmed: confirmed.length, least, ...leftOf(group) };
  });
}

function leftOf(group: readonly FlightWarning[]): Pick<OriginWarning, 'left_s' | 'leftSinceFirst_s'> {
  const left = (of: (milestones: Milestones) => number): Times => timesOf(group.flatMap(({ flight }) => flight.launches.map((milestones) => flight.impact_s - of(milestones))));
  return { left_s: left(({ confirmed_s }) => confirmed_s), leftSinceFirst_s: left(({ firstReport_s }) => firstReport_s) };
}

type Group = readonly [FlightWarning, ...FlightWarning[]];

function groupsOf(warnings: readonly FlightWarning[], keyOf: (warning: FlightWarning) => string): Group[] {
  const groups = new Map<string, FlightWarning[]>();
  for (const warning of warnings) {
    const key = keyOf(warning), group = groups.get(key);
    if (group === undefined) groups.set(key, [warning]);
    else group.push(warning);
  }
  return [...groups.values()] as unknown as Group[];
}
