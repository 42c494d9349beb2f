/** Whether a flown route passed its places, and if not, what turning to them would have taken. */
import { atan2, PI } from '../../../kernel/maths.js';
import { DEG_RAD } from '../../../kernel/units.js';
import type { GlideFlight } from './glide-course.js';
import type { GlideMissile } from './glide-missile.js';

/** A place passed farther aside than this was not passed. */
const ASIDE_M = 25_000;

/** The first place of a route that the glider cannot turn to, in words, or nothing. `places` counts the waypoints and the target. */
export function routeProblem(missile: GlideMissile, places: number, flight: GlideFlight): string | undefined {
  const { passings } = flight;
  for (const [i, { aside_m }] of passings.entries()) {
    if (Math.abs(aside_m) > ASIDE_M) return `waypoint ${i + 1} is passed ${km(aside_m)} km aside${turnInWords(missile, flight, i)}`;
  }
  const next = passings.length;
  if (next === 0) return undefined;
  const name = next === places - 1 ? 'the target' : `waypoint ${next + 1}`;
  if (Math.abs(flight.diveAside_m) > ASIDE_M) return `${name} is passed ${km(flight.diveAside_m)} km aside${turnInWords(missile, flight, next)}`;
  const isReached = flight.end === 'dive' || flight.end === 'impact';
  const needed_rad = bankTo_rad(flight, next);
  if (isReached || !(needed_rad > missile.maxBank_rad)) return undefined;
  return `${name} is not reached${turnInWords(missile, flight, next)}`;
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
  const speed_kmps = (flight.passings[i - 1].speed_mps / 1000).toFixed(1);
  return `: the turn after waypoint ${i} at ${speed_kmps} km/s needs a bank of about ${degrees(bankTo_rad(flight, i))}°, the glider has ${degrees(missile.maxBank_rad)}°`;
}

function km(length_m: number): string {
  return (Math.abs(length_m) / 1000).toFixed(0);
}

function degrees(angle_rad: number): string {
  return (angle_rad / DEG_RAD).toFixed(0);
}
