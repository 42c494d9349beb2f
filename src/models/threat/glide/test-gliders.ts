/** Gliders and places for the tests of this folder. */
import { destination, azimuth_rad, distance_m } from '../../../kernel/earth/geodesy.js';
import { DEG_RAD } from '../../../kernel/units.js';
import type { GeodeticPlace } from '../place.js';
import type { FlightRequest } from '../threat-class.js';
import type { GlideMissile } from './glide-missile.js';

const stage = (thrust_kN: number, ispVacuum_s: number, ispSeaLevel_s: number, propellant_kg: number, dry_kg: number, referenceArea_m2: number, coastAfter_s: number) => ({
  thrustVacuum_N: thrust_kN * 1000, ispVacuum_s, ispSeaLevel_s, propellant_kg, dry_kg, referenceArea_m2, coastAfter_s,
});

/** Three solid stages and a ton of glider: 3,000 to 14,000 km. */
export const INTERCONTINENTAL: GlideMissile = {
  stages: [stage(1040, 265, 235, 24000, 2960, 2.8, 2), stage(390, 280, 240, 8500, 1050, 2.3, 2), stage(162, 283, 200, 3500, 480, 1.5, 0)],
  payload_kg: 1000, ballisticCoefficient_kgpm2: 8000, verticalRise_s: 5, burnTimeSpread: 0.03,
  liftToDrag: 2.6, glideCoefficient_kgpm2: 10_000, maxBank_rad: 60 * DEG_RAD, apogee_m: 100e3, glide: 'equilibrium', maxLoad_mps2: 100,
  diveSpeed_mps: 1800, brightness: [],
};

/** Two solid stages: 500 to 2,300 km. */
export const REGIONAL: GlideMissile = {
  ...INTERCONTINENTAL, stages: [stage(350, 262, 236, 8000, 1000, 1.3, 1), stage(115, 278, 235, 2500, 350, 1.3, 0)], payload_kg: 1300, verticalRise_s: 4,
  liftToDrag: 2.4, glideCoefficient_kgpm2: 8000, apogee_m: 60e3, diveSpeed_mps: 1400,
};

export const place = (lat_deg: number, lon_deg: number): GeodeticPlace => ({ lat_rad: lat_deg * DEG_RAD, lon_rad: lon_deg * DEG_RAD, altitude_m: 0 });

export const request = (from: GeodeticPlace, to: GeodeticPlace, route: readonly GeodeticPlace[] = []): FlightRequest => ({
  from, to, route, shape: 'standard', approach: 'short', bodies: [],
});

/** A place beside the line from one to another: a share of the way along it, and to its right. */
export function beside(from: GeodeticPlace, to: GeodeticPlace, share: number, right_m: number): GeodeticPlace {
  const at = new Float64Array(2);
  const distance = distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  destination(from.lat_rad, from.lon_rad, azimuth_rad(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad), share * distance, at);
  const [lat_rad, lon_rad] = at;
  destination(lat_rad, lon_rad, azimuth_rad(lat_rad, lon_rad, to.lat_rad, to.lon_rad) + 90 * DEG_RAD, right_m, at);
  return { lat_rad: at[0], lon_rad: at[1], altitude_m: 0 };
}
