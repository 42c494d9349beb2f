/**
 * How far one can see over a round Earth: arcs, slant ranges and the cap that a satellite sees.
 * Straight lines over a sphere, no refraction and no terrain; radar practice often takes a sphere of 4/3 the radius
 * for low targets, which callers get by passing that radius. Source: plane trigonometry of the tangent line, as in
 * Wertz, Mission Geometry; Orbit and Constellation Design and Management (2001), chapter 9.
 */
import { EARTH_MEAN_RADIUS_M } from '../constants.js';
import { acos, clamp, cos, sin } from '../maths.js';

/** Sphere that stands for the bending of radio waves in the lower atmosphere, for targets at low altitude only. */
export const RADAR_EARTH_RADIUS_M = (4 / 3) * EARTH_MEAN_RADIUS_M;

/** Angle at the Earth's centre between an observer and the farthest target that is not behind the Earth. */
export function horizonAngle_rad(observerAltitude_m: number, targetAltitude_m: number, radius_m = EARTH_MEAN_RADIUS_M): number {
  return tangentAngle_rad(observerAltitude_m, radius_m) + tangentAngle_rad(targetAltitude_m, radius_m);
}

/** The same along the ground. */
export function horizonArc_m(observerAltitude_m: number, targetAltitude_m: number, radius_m = EARTH_MEAN_RADIUS_M): number {
  return radius_m * horizonAngle_rad(observerAltitude_m, targetAltitude_m, radius_m);
}

/** Straight distance to the farthest target that is not behind the Earth: both pieces of the tangent. */
export function horizonSlant_m(observerAltitude_m: number, targetAltitude_m: number, radius_m = EARTH_MEAN_RADIUS_M): number {
  return tangentLength_m(observerAltitude_m, radius_m) + tangentLength_m(targetAltitude_m, radius_m);
}

/** Half angle, at the Earth's centre, of the cap of ground that sees a satellite at or above an elevation. */
export function coverageCap_rad(altitude_m: number, elevation_rad: number, radius_m = EARTH_MEAN_RADIUS_M): number {
  return acos((radius_m * cos(elevation_rad)) / (radius_m + altitude_m)) - elevation_rad;
}

/** Share of the sphere inside a cap of a half angle: (1 − cos ψ)/2, written so that small caps keep their digits. */
export function capFraction(halfAngle_rad: number): number {
  const half = sin(halfAngle_rad / 2);
  return half * half;
}

/** Fewer satellites than this cannot cover the sphere once: their caps, without any overlap, would not have its area. */
export function leastCoveringCount(halfAngle_rad: number): number {
  return 1 / capFraction(halfAngle_rad);
}

function tangentAngle_rad(altitude_m: number, radius_m: number): number {
  return acos(clamp(radius_m / (radius_m + altitude_m), -1, 1));
}

function tangentLength_m(altitude_m: number, radius_m: number): number {
  return Math.sqrt(altitude_m * (2 * radius_m + altitude_m));
}
