/** How far each form of reach is off against powered flight, over the working range of geometries and interceptors. */
import { EARTH_RADIUS_M } from '../../src/kernel/constants.js';
import { cos, sin, TAU } from '../../src/kernel/maths.js';
import { percentile } from '../../src/kernel/statistics/statistics.js';
import { toSi } from '../../src/kernel/units.js';
import { type Arrival, type Direction, PoweredFlight } from '../../src/models/interceptor/powered-flight.js';
import { reachAt, type ReachForm } from '../../src/models/interceptor/reach.js';
import { type SpaceInterceptor, speedGained_mps } from '../../src/models/interceptor/space-based.js';
import { type Comparison, judge } from '../judge.js';
import type { ValidationResult } from '../case.js';

/** Carriers, and targets, which no way may reach by going lower than the lowest of them. */
const CARRIERS_KM = [300, 500, 1000, 1500];
const TARGETS_KM = { low: 100, high: 1500 };
const SPEEDS_KMPS = [4, 6, 8];
const ACCELERATIONS_G = [10, 15];
const DEAD_TIME_S = 5;
/** Half of the speed, a pause, the other half. */
const PAUSE_S = 20;
const DIRECTIONS = 150;

/** Interceptors of one kind from one orbit, in all directions. */
interface Group {
  readonly interceptor: SpaceInterceptor;
  readonly orbitRadius_m: number;
  readonly flights: readonly PoweredFlight[];
}

/** Those of a group that come somewhere within the working range. */
export interface Arrivals {
  readonly interceptor: SpaceInterceptor;
  readonly orbitRadius_m: number;
  readonly flight_s: number;
  readonly arrivals: readonly Arrival[];
}

/** Speed that a form asks for to be where an interceptor came to. */
export type Need = (group: Arrivals) => (arrival: Arrival) => number;

/** Shares of the distance reached, without sign. */
export interface Errors {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly largest: number;
}

/** Flown once; then asked for as many times and by as many forms as one likes. */
export function flyAllRound(): (flight_s: number) => readonly Arrivals[] {
  const directions = directionsAllRound(DIRECTIONS), known = new Map<number, readonly Arrivals[]>();
  const groups: Group[] = CARRIERS_KM.flatMap((altitude_km) => interceptors().map((interceptor) => {
    const orbitRadius_m = EARTH_RADIUS_M + toSi(altitude_km, 'km');
    return { interceptor, orbitRadius_m, flights: directions.map((direction) => new PoweredFlight(interceptor, orbitRadius_m, direction)) };
  }));
  // A tenth of a millimetre wider, so that rounding leaves no carrier out of its own altitude.
  const low_m = EARTH_RADIUS_M + toSi(TARGETS_KM.low, 'km') - 1e-4, high_m = EARTH_RADIUS_M + toSi(TARGETS_KM.high, 'km') + 1e-4;
  return (flight_s) => {
    const found = known.get(flight_s) ?? groups.map(({ interceptor, orbitRadius_m, flights }) => ({
      interceptor, orbitRadius_m, flight_s,
      arrivals: flights.map((flight) => flight.at(flight_s)).filter(({ radius_m, lowestRadius_m }) => lowestRadius_m >= low_m && radius_m <= high_m),
    }));
    known.set(flight_s, found);
    return found;
  };
}

/** By the program's own form of reach. */
export const needBy = (form: ReachForm): Need => ({ interceptor, orbitRadius_m, flight_s }) => {
  const reach = reachAt(interceptor, flight_s, orbitRadius_m, form);
  return ({ carrier_eci, interceptor_eci }) => reach.velocityNeeded_mps(carrier_eci, interceptor_eci);
};

/** Reach by a form over distance reached in truth, less one: the speed that was gained over the speed that the form asks for. */
export function errorsOf(groups: readonly Arrivals[], need: Need): Errors {
  const errors = groups.flatMap((group) => {
    const needed_mps = need(group), gained_mps = speedGained_mps(group.interceptor, group.flight_s);
    return group.arrivals.map((arrival) => Math.abs(gained_mps / needed_mps(arrival) - 1));
  }).sort((a, b) => a - b);
  return { count: errors.length, median: percentile(errors, 50), p95: percentile(errors, 95), largest: percentile(errors, 100) };
}

export interface Limit {
  readonly flight_s: number;
  readonly form: string;
  readonly need: Need;
  /** Share of the distance. */
  readonly most: number;
}

/** One row for each limit: the largest error, in percent of the distance. */
export function judgeErrors(arrivalsAt: (flight_s: number) => readonly Arrivals[], limits: readonly Limit[]): ValidationResult {
  return judge(limits.map(({ flight_s, form, need, most }): Comparison => {
    const { count, largest } = errorsOf(arrivalsAt(flight_s), need);
    return { quantity: `largest error of reach, ${form}, ${flight_s} s, ${count} geometries`, unit: '%', expected: 0, got: 100 * largest, absolute: 100 * most };
  }));
}

function interceptors(): SpaceInterceptor[] {
  const common = { deadTime_s: DEAD_TIME_S, divert_mps: 0, floor_m: 0, battery_s: Infinity };
  return SPEEDS_KMPS.flatMap((speed_kmps): SpaceInterceptor[] => {
    const speed_mps = toSi(speed_kmps, 'kmps'), oneStage = ACCELERATIONS_G.map((acceleration_g) => ({ ...common, speed_mps, acceleration_mps2: toSi(acceleration_g, 'g') }));
    const half = { speed_mps: 0.5 * speed_mps, acceleration_mps2: toSi(ACCELERATIONS_G[0] ?? NaN, 'g') };
    return [...oneStage, { ...common, ...half, secondStage: { coast_s: PAUSE_S, ...half } }];
  });
}

/** Directions spread evenly over a sphere, on a spiral. */
function directionsAllRound(count: number): Direction[] {
  const turn = 0.3819660112501051 * TAU;
  return Array.from({ length: count }, (_, k) => {
    const z = 1 - (2 * k + 1) / count, across = Math.sqrt(1 - z * z);
    return [across * cos(turn * k), across * sin(turn * k), z];
  });
}
