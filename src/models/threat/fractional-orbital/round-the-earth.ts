/**
 * The way round a turning Earth by spherical geometry: in which direction to leave and how long to stay in orbit, so that
 * what comes down a known angle after its de-orbit burn meets a target that has meanwhile moved east. A first guess, good to
 * some hundred kilometres, for `aim.ts`.
 */
import { EARTH_RATE_RADPS, MU_EARTH_M3PS2 } from '../../../kernel/constants.js';
import { enuFromEcef, geodeticToEcef } from '../../../kernel/earth/geodesy.js';
import { atan2, TAU } from '../../../kernel/maths.js';
import { rotateZ } from '../../../kernel/earth/frames.js';
import { angleBetween_rad, length } from '../../../kernel/vector.js';
import type { GeodeticPlace } from '../place.js';
import type { Approach } from '../threat-class.js';

/** How a class goes up and comes down, whatever lies between: angles at the Earth's centre and times. */
export interface UpAndDown {
  readonly up_rad: number;
  readonly up_s: number;
  /** From the start of the de-orbit burn to the ground. */
  readonly down_rad: number;
  readonly down_s: number;
}

export interface WayRound {
  /** Launch azimuth on the turning Earth. */
  readonly azimuth_rad: number;
  /** Free fall in orbit before the de-orbit burn; below 0 when the target is nearer than the way up and down. */
  readonly coast_s: number;
  /** From launch to impact, at the Earth's centre, against the stars. */
  readonly angle_rad: number;
}

const PASSES = 5;

/** Radius and angular rate of the circular orbit at an altitude above a place. */
export function circularOrbit(from: GeodeticPlace, altitude_m: number): { readonly radius_m: number; readonly rate_radps: number; readonly speed_mps: number } {
  const place = new Float64Array(3);
  geodeticToEcef(from.lat_rad, from.lon_rad, altitude_m, place);
  const radius_m = length(place);
  const speed_mps = Math.sqrt(MU_EARTH_M3PS2 / radius_m);
  return { radius_m, rate_radps: speed_mps / radius_m, speed_mps };
}

export function wayRound(from: GeodeticPlace, to: GeodeticPlace, approach: Approach, orbitAltitude_m: number, leg: UpAndDown): WayRound {
  const { rate_radps, speed_mps } = circularOrbit(from, orbitAltitude_m);
  const start = new Float64Array(3);
  const target = new Float64Array(3);
  const enu = new Float64Array(3);
  geodeticToEcef(from.lat_rad, from.lon_rad, 0, start);
  let coast_s = 0;
  let angle_rad = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    geodeticToEcef(to.lat_rad, to.lon_rad, 0, target);
    rotateZ(target[0], target[1], EARTH_RATE_RADPS * (leg.up_s + Math.max(0, coast_s) + leg.down_s), target);
    const short_rad = angleBetween_rad(start, target);
    angle_rad = approach === 'long' ? TAU - short_rad : short_rad;
    coast_s = (angle_rad - leg.up_rad - leg.down_rad) / rate_radps;
  }
  enuFromEcef(from.lat_rad, from.lon_rad, target[0] - start[0], target[1] - start[1], target[2] - start[2], enu);
  const level = Math.sqrt(enu[0] * enu[0] + enu[1] * enu[1]);
  const forward = (approach === 'long' ? -speed_mps : speed_mps) / (level > 0 ? level : 1);
  // The ground gives its own speed eastwards; the rocket has to add only the rest.
  const east_mps = forward * enu[0] - EARTH_RATE_RADPS * Math.sqrt(start[0] * start[0] + start[1] * start[1]);
  return { azimuth_rad: atan2(east_mps, forward * enu[1]), coast_s, angle_rad };
}
