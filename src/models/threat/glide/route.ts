/** Whether a flown route passed its places, and if not, what turning to them would have taken. */
import { distance_m } from '../../../kernel/geodesy.js';
import { atan2 } from '../../../kernel/maths.js';
import { DEG_RAD } from '../../../kernel/units.js';
import type { GeodeticPlace } from '../place.js';
import type { GlideFlight } from './glide-flight.js';
import type { GlideMissile } from './glide-missile.js';

/** A waypoint passed at more than this aside was not passed. */
const ASIDE_M = 25_000;
/** A target missed by more than this after waypoints was turned to too late. */
const MISSED_M = 10_000;

/** The first place that was missed, in words, or nothing. */
export function unflyable(missile: GlideMissile, places: readonly GeodeticPlace[], flight: GlideFlight): string | undefined {
  const { passings } = flight;
  for (let i = 0; i < places.length - 1; i++) {
    const passing = passings[i];
    if (passing === undefined) return `waypoint ${i + 1} is not reached${bankFor(missile, flight, i)}`;
    if (Math.abs(passing.aside_m) > ASIDE_M) return `waypoint ${i + 1} is missed by ${km(passing.aside_m)} km${bankFor(missile, flight, i)}`;
  }
  const target = places[places.length - 1];
  const miss = distance_m(flight.lat_rad, flight.lon_rad, target.lat_rad, target.lon_rad);
  if (places.length < 2 || miss < MISSED_M) return undefined;
  return `the target is missed by ${km(miss)} km after waypoint ${places.length - 1}${bankFor(missile, flight, places.length - 1)}`;
}

/** Bank of the steady turn from the place before, as it was passed, through place `i`. */
function bankFor(missile: GlideMissile, { passings }: GlideFlight, i: number): string {
  const before = passings[i - 1];
  if (before === undefined || !(before.netWeight_mps2 > 0)) return '';
  const { nextAhead_m, nextAside_m, speed_mps, netWeight_mps2 } = before;
  // The circle that touches the motion at one point and passes through the other.
  const radius = (nextAhead_m * nextAhead_m + nextAside_m * nextAside_m) / (2 * Math.abs(nextAside_m));
  const bank_rad = atan2(speed_mps * speed_mps, radius * netWeight_mps2);
  return `: the turn after waypoint ${i} at ${(speed_mps / 1000).toFixed(1)} km/s needs a bank of about ${degrees(bank_rad)}°, the glider has ${degrees(missile.maxBank_rad)}°`;
}

function km(length_m: number): string {
  return (Math.abs(length_m) / 1000).toFixed(0);
}

function degrees(angle_rad: number): string {
  return (angle_rad / DEG_RAD).toFixed(0);
}
