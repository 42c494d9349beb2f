/**
 * Ground radar: faces that each watch a sector of azimuth, limits of elevation (the lower one bent down with the air), and the range
 * equation. Its *level* is the signal to noise of one look of the search fence in dB; a look at a place that somebody has pointed out
 * has more by a gain. Faces see equally well at all their angles; no clutter. Formulas: radar-equation.ts, radar-horizon.ts,
 * detection-statistics.ts.
 */
import { toDecibels_dB, fromDecibels } from '../../kernel/decibel.js';
import { geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { acos, asin, atan2, clamp, cos, sin, TAU, wrapAngle_rad } from '../../kernel/maths.js';
import { detection_prob } from './detection-statistics.js';
import type { Swerling } from './detection-statistics.js';
import { radarSnr } from './radar-equation.js';
import { rayAngle_rad } from './radar-horizon.js';
import type { SeenTarget } from './seen-target.js';

export interface GroundPlace {
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly altitude_m: number;
}

export interface FacedRadar {
  readonly place: GroundPlace;
  readonly faces: readonly { readonly azimuth_rad: number; readonly width_rad: number }[];
  readonly minElevation_rad: number;
  readonly maxElevation_rad: number;
  readonly range_m: number;
  readonly referenceRcs_m2: number;
  readonly referenceSnr: number;
  readonly swerling: Swerling;
  readonly falseAlarm_prob: number;
}

/** A site and its local axes in the Earth-fixed frame, worked out once. */
export interface GroundSite {
  readonly position_ecef_m: Float64Array;
  /** East, north and up unit vectors, nine numbers. */
  readonly axes_ecef: Float64Array;
}

export function placeOnGround(place: GroundPlace): GroundSite {
  const position_ecef_m = new Float64Array(3);
  geodeticToEcef(place.lat_rad, place.lon_rad, place.altitude_m, position_ecef_m);
  const sinLat = sin(place.lat_rad), cosLat = cos(place.lat_rad);
  const sinLon = sin(place.lon_rad), cosLon = cos(place.lon_rad);
  return {
    position_ecef_m,
    axes_ecef: Float64Array.of(-sinLon, cosLon, 0, -sinLat * cosLon, -sinLat * sinLon, cosLat, cosLat * cosLon, cosLat * sinLon, sinLat),
  };
}

/** Signal to noise in dB of one look of the search fence; −Infinity for what is out of view. */
export function radarLevel_dB(radar: FacedRadar, site: GroundSite, target: SeenTarget): number {
  if (target.rcs_m2 === 0) return -Infinity;
  const p = site.position_ecef_m, axes = site.axes_ecef;
  const dx = target.x_m - p[0], dy = target.y_m - p[1], dz = target.z_m - p[2];
  const range_m = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const level_dB = toDecibels_dB(radarSnr({ range_m: radar.range_m, rcs_m2: radar.referenceRcs_m2, snr: radar.referenceSnr }, range_m, target.rcs_m2));
  if (level_dB < LEAST_LEVEL_DB) return -Infinity;
  const up = axes[6] * dx + axes[7] * dy + axes[8] * dz, elevation_rad = asin(clamp(up / range_m, -1, 1));
  if (elevation_rad > radar.maxElevation_rad) return -Infinity;
  if (elevation_rad < radar.minElevation_rad && !isLiftedIntoView(radar, p, target)) return -Infinity;
  return isOnAFace(radar, axes, dx, dy, dz) ? level_dB : -Infinity;
}

/** Below this no look is worth its time, cued or not: beyond a Swerling 1 target's one in ten thousand even at low thresholds. */
const LEAST_LEVEL_DB = -40;

/** The air bends rays down: what stands below the lowest elevation by straight lines may still be above the ray that leaves at it. */
function isLiftedIntoView(radar: FacedRadar, p: ArrayLike<number>, target: SeenTarget): boolean {
  const { x_m: x, y_m: y, z_m: z } = target;
  const cosine = (x * p[0] + y * p[1] + z * p[2]) / Math.sqrt((x * x + y * y + z * z) * (p[0] * p[0] + p[1] * p[1] + p[2] * p[2]));
  return target.altitude_m > radar.place.altitude_m && acos(clamp(cosine, -1, 1)) <= rayAngle_rad(Math.max(0, radar.minElevation_rad), radar.place.altitude_m, target.altitude_m);
}

function isOnAFace(radar: FacedRadar, axes: ArrayLike<number>, dx: number, dy: number, dz: number): boolean {
  const azimuth_rad = atan2(axes[0] * dx + axes[1] * dy + axes[2] * dz, axes[3] * dx + axes[4] * dy + axes[5] * dz);
  for (const face of radar.faces) if (face.width_rad >= TAU || Math.abs(wrapAngle_rad(azimuth_rad - face.azimuth_rad)) <= 0.5 * face.width_rad) return true;
  return false;
}

/** Levels between which the curve of detection is kept, and how finely: looked up, it costs the same for every fluctuation. */
const CURVE_FROM_DB = -20, CURVE_TO_DB = 80, CURVE_STEP_DB = 0.25;

/** Chance of detection by level, as a table with straight lines between. */
export function detectionCurve({ swerling, falseAlarm_prob }: Pick<FacedRadar, 'swerling' | 'falseAlarm_prob'>): (level_dB: number) => number {
  const rows = Math.round((CURVE_TO_DB - CURVE_FROM_DB) / CURVE_STEP_DB) + 1;
  const curve = Float64Array.from({ length: rows }, (_, row) => detection_prob(swerling, fromDecibels(CURVE_FROM_DB + row * CURVE_STEP_DB), falseAlarm_prob));
  return (level_dB) => {
    const at = (level_dB - CURVE_FROM_DB) / CURVE_STEP_DB;
    if (!(at >= 0)) return 0;
    if (at >= rows - 1) return curve[rows - 1];
    const row = Math.floor(at);
    return curve[row] + (at - row) * (curve[row + 1] - curve[row]);
  };
}
