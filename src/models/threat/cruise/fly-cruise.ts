/**
 * The flight along a path at constant speed, as an Earth-fixed table with one part for each leg. Positions of the rows lie
 * on the path to a millimetre; between them the cubic follows the round Earth to 1 cm, since rows are at most 20 km apart.
 * On a leg that climbs the speed moves by the share by which the circle at its height is longer, 0.1 % in 10 km.
 */
import { EARTH_MEAN_RADIUS_M } from '../../../kernel/constants.js';
import type { Ephemeris, EphemerisPart } from '../../../kernel/flight/ephemeris.js';
import { azimuth_rad, destination, ecefFromEnu, geodeticToEcef } from '../../../kernel/earth/geodesy.js';
import { cos, PI, sin } from '../../../kernel/maths.js';
import type { CruiseLeg, CruisePath } from './cruise-path.js';

const WIDTH = 6;
const ROW_DISTANCE_M = 20_000;
const DIVE_STEP_S = 1;
/** Nearer to the end of a leg than this the direction is taken from its start, where it is better known. */
const NEAR_M = 1000;

/** Flies the path and says when each leg ends. */
export function flyCruise(path: CruisePath, speed_mps: number): { readonly ephemeris: Ephemeris; readonly legEnds_s: readonly number[] } {
  const parts: EphemerisPart[] = [];
  const legEnds_s: number[] = [];
  let start_s = 0;
  let first = 0;
  for (const leg of path.legs) {
    const duration_s = leg.path_m / speed_mps;
    const step_s = leg.isDive ? DIVE_STEP_S : ROW_DISTANCE_M / speed_mps;
    // A whole number of steps and a shorter last one.
    const count = Math.max(2, 1 + Math.ceil(duration_s / step_s - 1e-6));
    const end_s = start_s + duration_s;
    parts.push({ start_s, end_s, step_s, first, count });
    legEnds_s.push(end_s);
    first += count;
    start_s = end_s;
  }
  const rows_ecef = new Float64Array(first * WIDTH);
  const state = new Float64Array(WIDTH);
  parts.forEach((part, p) => {
    const duration_s = part.end_s - part.start_s;
    for (let i = 0; i < part.count; i++) {
      const share = i === part.count - 1 ? 1 : (i * part.step_s) / duration_s;
      stateOnLeg(path.legs[p], share, duration_s, state);
      rows_ecef.set(state, (part.first + i) * WIDTH);
    }
  });
  return { ephemeris: { parts, end_s: start_s, rows_ecef }, legEnds_s };
}

/** Earth-fixed state after a share of a leg's time, which is also the share of its ground distance. */
function stateOnLeg(leg: CruiseLeg, share: number, duration_s: number, out: Float64Array): void {
  const gone_m = leg.ground_m * share;
  destination(leg.lat_rad, leg.lon_rad, leg.azimuth_rad, gone_m, out);
  const lat_rad = share === 1 ? leg.endLat_rad : out[0];
  const lon_rad = share === 1 ? leg.endLon_rad : out[1];
  const azimuth = leg.ground_m - gone_m > NEAR_M
    ? azimuth_rad(lat_rad, lon_rad, leg.endLat_rad, leg.endLon_rad)
    : gone_m > 0 ? PI + azimuth_rad(lat_rad, lon_rad, leg.lat_rad, leg.lon_rad) : leg.azimuth_rad;
  const climb_m = leg.endAltitude_m - leg.startAltitude_m;
  const altitude_m = leg.startAltitude_m + climb_m * share;
  const level_mps = (leg.ground_m * (1 + altitude_m / EARTH_MEAN_RADIUS_M)) / duration_s;
  ecefFromEnu(lat_rad, lon_rad, level_mps * sin(azimuth), level_mps * cos(azimuth), climb_m / duration_s, out);
  out[3] = out[0];
  out[4] = out[1];
  out[5] = out[2];
  geodeticToEcef(lat_rad, lon_rad, altitude_m, out);
}
