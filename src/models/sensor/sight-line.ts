/**
 * Whether a satellite can see a point: past the limb of the Earth, inside its field of regard, away from the Sun; and what is behind.
 * The Earth is the WGS-84 ellipsoid, brought to a sphere by stretching the polar axis: an altitude is then wrong by at most 1/298 of
 * itself. All positions are Earth-fixed, or all inertial. Straight lines, no refraction. Scalars, for the inner loops.
 */
import { EARTH_FLATTENING, EARTH_RADIUS_M } from '../../kernel/constants.js';
import { cos } from '../../kernel/maths.js';
import type { Background } from './infrared-signal.js';

const STRETCH = 1 / (1 - EARTH_FLATTENING);

/**
 * True when the line from a satellite to a target stays above the grazing altitude. A target that sees the satellite above its own
 * horizon is seen whatever its altitude: that it must be above the clouds is asked for elsewhere, by `isAboveCloud`.
 */
export function isSightClear(sx: number, sy: number, sz: number, tx: number, ty: number, tz: number, grazingAltitude_m: number): boolean {
  const dx = tx - sx, dy = ty - sy, dz = (tz - sz) * STRETCH, az = sz * STRETCH;
  const size2 = dx * dx + dy * dy + dz * dz;
  // Share of the way from satellite to target at which the line is nearest to the centre.
  const along = -(sx * dx + sy * dy + az * dz) / size2;
  if (along >= 1 || along <= 0) return true;
  const limit = EARTH_RADIUS_M + grazingAltitude_m;
  return sx * sx + sy * sy + az * az - along * along * size2 >= limit * limit;
}

/** What a satellite sees behind a target: the Earth when the line beyond it comes below the altitude at which the limb is dark. */
export function backgroundOf(sx: number, sy: number, sz: number, tx: number, ty: number, tz: number, limbAltitude_m: number): Background {
  const dx = tx - sx, dy = ty - sy, dz = (tz - sz) * STRETCH, az = sz * STRETCH;
  const size2 = dx * dx + dy * dy + dz * dz;
  const along = -(sx * dx + sy * dy + az * dz) / size2;
  if (along <= 1) return 'space';
  const limit = EARTH_RADIUS_M + limbAltitude_m;
  return sx * sx + sy * sy + az * az - along * along * size2 < limit * limit ? 'earth' : 'space';
}

/** True when a plume at an altitude above the ellipsoid is out of the clouds; below, it counts as hidden. */
export function isAboveCloud(altitude_m: number, cloudBreak_m: number): boolean {
  return altitude_m >= cloudBreak_m;
}

/** Field of regard as a cone about the line to the Earth's centre; the inner limit leaves out what is straight below. */
export interface FieldOfRegard {
  readonly minOffNadir_rad: number;
  readonly maxOffNadir_rad: number;
}

/** True when a target is within the field of regard; a maximum of π leaves nothing out. */
export function isInFieldOfRegard(field: FieldOfRegard, sx: number, sy: number, sz: number, tx: number, ty: number, tz: number): boolean {
  const dx = tx - sx, dy = ty - sy, dz = tz - sz;
  const cosine = -(sx * dx + sy * dy + sz * dz) / Math.sqrt((sx * sx + sy * sy + sz * sz) * (dx * dx + dy * dy + dz * dz));
  return cosine >= cos(field.maxOffNadir_rad) && cosine <= cos(field.minOffNadir_rad);
}

/** Sine of a satellite's elevation above the horizon of a point, the vertical taken through the centre of the Earth. */
export function sineOfElevation(sx: number, sy: number, sz: number, tx: number, ty: number, tz: number): number {
  const dx = sx - tx, dy = sy - ty, dz = sz - tz;
  return (dx * tx + dy * ty + dz * tz) / Math.sqrt((dx * dx + dy * dy + dz * dz) * (tx * tx + ty * ty + tz * tz));
}

/** True when the line of sight keeps an angle from the Sun. `sun` is a unit vector towards it; an exclusion of 0 leaves nothing out. */
export function isAwayFromSun(
  sun: ArrayLike<number>, exclusion_rad: number, sx: number, sy: number, sz: number, tx: number, ty: number, tz: number,
): boolean {
  if (exclusion_rad <= 0) return true;
  const dx = tx - sx, dy = ty - sy, dz = tz - sz;
  return dx * sun[0] + dy * sun[1] + dz * sun[2] < cos(exclusion_rad) * Math.sqrt(dx * dx + dy * dy + dz * dz);
}
