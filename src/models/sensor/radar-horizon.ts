/**
 * How far a radar sees over a round Earth whose air bends its rays down. Up to one scale height of refractivity a ray runs straight
 * over a sphere of 4/3 the radius, the rule of radar handbooks; above there is hardly any air and it runs straight over the true
 * sphere. So low targets get the whole of the 4/3 rule, and high ones are not given the bending that only low air has.
 * Standard air, no ducts, no terrain. Source: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 8.2; scale height of
 * 7 km: Bean and Dutton, Radio Meteorology (1966), chapter 3.
 */
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { RADAR_EARTH_RADIUS_M } from '../../kernel/earth/horizon.js';
import { acos, clamp, cos } from '../../kernel/maths.js';

/** Where bending ends. */
export const BENDING_TOP_M = 7000;

/** Angle at the Earth's centre over which a ray that leaves a site at an elevation (0 or more) reaches a higher altitude. */
export function rayAngle_rad(elevation_rad: number, siteAltitude_m: number, altitude_m: number): number {
  const top_m = Math.min(altitude_m, BENDING_TOP_M);
  const bends = siteAltitude_m < top_m;
  const low_rad = bends ? climbAngle_rad(RADAR_EARTH_RADIUS_M, elevation_rad, siteAltitude_m, top_m) : 0;
  if (bends && altitude_m <= top_m) return low_rad * RATIO;
  // The angle above the local horizon is the same on both spheres.
  return low_rad * RATIO + climbAngle_rad(EARTH_MEAN_RADIUS_M, elevation_rad + low_rad, bends ? top_m : siteAltitude_m, altitude_m);
}

/** Angle at the Earth's centre between a radar and the farthest target that is not behind the Earth. */
export function radarHorizonAngle_rad(siteAltitude_m: number, targetAltitude_m: number): number {
  return rayAngle_rad(0, 0, Math.max(0, siteAltitude_m)) + rayAngle_rad(0, 0, Math.max(0, targetAltitude_m));
}

const RATIO = RADAR_EARTH_RADIUS_M / EARTH_MEAN_RADIUS_M;

/** Straight ray over a sphere: angle between two heights, the lower one left at an elevation. */
function climbAngle_rad(radius_m: number, elevation_rad: number, from_m: number, to_m: number): number {
  return acos(clamp(((radius_m + from_m) * cos(elevation_rad)) / (radius_m + to_m), -1, 1)) - elevation_rad;
}
