/** Whether a flown route passed its places, and if not, what turning to them would have taken. */
import { atan2, PI, tan } from '../../../kernel/maths.js';
import { DEG_RAD } from '../../../kernel/units.js';
import type { GlideFlight } from './glide-course.js';
import type { GlideMissile } from './glide-missile.js';

/** A place passed farther aside than this was not passed. */
const ASIDE_M = 25_000;
/** Nearer to the circular speed than this a glider weighs too little to turn by its bank at all. */
const LEAST_NET_WEIGHT_MPS2 = 0.01;
/** A turn as wide as the Earth is none. */
const WIDEST_M = 20_000_000;

/** Why a route is not flyable, in words, and the waypoint from 0 that makes it so. */
export interface RouteProblem {
  readonly detail: string;
  readonly waypoint: number;
}

/** The first place of a route that the glider cannot turn to, or nothing. `places` counts the waypoints and the target. */
export function routeProblem(missile: GlideMissile, places: number, flight: GlideFlight): RouteProblem | undefined {
  const { passings } = flight;
  for (const [i, { aside_m }] of passings.entries()) {
    if (Math.abs(aside_m) > ASIDE_M) return { waypoint: i, detail: `waypoint ${i + 1} ${passed(aside_m)}${turnInWords(missile, flight, i)}` };
  }
  const next = passings.length;
  if (next === 0) return undefined;
  const isTarget = next === places - 1, name = isTarget ? 'the target' : `waypoint ${next + 1}`, waypoint = isTarget ? next - 1 : next;
  if (Math.abs(flight.diveAside_m) > ASIDE_M) return { waypoint, detail: `${name} ${passed(flight.diveAside_m)}${turnInWords(missile, flight, next)}` };
  const isReached = flight.end === 'dive' || flight.end === 'impact';
  const needed_rad = bankTo_rad(flight, next);
  if (isReached) return undefined;
  if (turnTo_rad(flight, next) > PI / 2) return { waypoint: next - 1, detail: `${name} is not reached${turnBackInWords(missile, flight, next)}` };
  return needed_rad > missile.maxBank_rad ? { waypoint, detail: `${name} is not reached${turnInWords(missile, flight, next)}` } : undefined;
}

/** For a glide that ends farther from its next place than its whole way is long: nothing is said of its range by that. */
export function lostWay(places: number, { passings }: GlideFlight, left_m: number): RouteProblem {
  const next = passings.length, name = next === places - 1 ? 'the target' : `waypoint ${next + 1}`;
  return { waypoint: Math.min(next, places - 2), detail: `the glide ends ${km(left_m)} km short of its way, off the course to ${name}` };
}

/** How far the course has to turn when the place before is passed: more than a right angle is a turn back. */
function turnTo_rad({ passings }: GlideFlight, i: number): number {
  return i === 0 ? 0 : Math.abs(atan2(passings[i - 1].nextAside_m, passings[i - 1].nextAhead_m));
}

/** The circle that would meet a place behind says little: it is as wide as the Earth. What counts is how wide the glider turns. */
function turnBackInWords(missile: GlideMissile, flight: GlideFlight, i: number): string {
  const { speed_mps, netWeight_mps2 } = flight.passings[i - 1];
  const radius_m = (speed_mps * speed_mps) / (Math.max(netWeight_mps2, LEAST_NET_WEIGHT_MPS2) * tan(missile.maxBank_rad));
  const back = `: the way turns back by ${degrees(turnTo_rad(flight, i))}° after waypoint ${i}, and at ${kmps(speed_mps)} km/s with all its bank of ${degrees(missile.maxBank_rad)}°`;
  return radius_m > WIDEST_M ? `${back} the glider hardly turns` : `${back} the glider turns with a radius of about ${km(Number(radius_m.toPrecision(2)))} km`;
}

/** Bank of the steady turn from the place before, as it was passed, through place `i`; 0 where there is none before. */
function bankTo_rad({ passings }: GlideFlight, i: number): number {
  if (i === 0) return 0;
  const { nextAhead_m, nextAside_m, speed_mps, netWeight_mps2 } = passings[i - 1];
  if (!(netWeight_mps2 > 0)) return PI / 2;
  // The circle that touches the motion at one point and passes through the other.
  const radius_m = (nextAhead_m * nextAhead_m + nextAside_m * nextAside_m) / (2 * Math.abs(nextAside_m));
  return atan2(speed_mps * speed_mps, radius_m * netWeight_mps2);
}

function turnInWords(missile: GlideMissile, flight: GlideFlight, i: number): string {
  if (i === 0) return '';
  const speed_kmps = kmps(flight.passings[i - 1].speed_mps);
  return `: the turn after waypoint ${i} at ${speed_kmps} km/s needs a bank of about ${degrees(bankTo_rad(flight, i))}°, the glider has ${degrees(missile.maxBank_rad)}°`;
}

function passed(aside_m: number): string {
  return `is passed ${km(aside_m)} km aside, with ${km(ASIDE_M)} km near enough`;
}

function kmps(speed_mps: number): string {
  return (speed_mps / 1000).toFixed(1);
}

function km(length_m: number): string {
  return (Math.abs(length_m) / 1000).toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
}

function degrees(angle_rad: number): string {
  return (angle_rad / DEG_RAD).toFixed(0);
}
