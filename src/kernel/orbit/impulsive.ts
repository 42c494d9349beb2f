/**
 * Ballistic flight as the analytic literature has it: one kick at the surface of a sphere that does not turn, no air.
 * The ellipse through launch and impact is symmetric about its apogee, so everything follows from range and one more
 * number. Source: Bate, Mueller and White, Fundamentals of Astrodynamics (1971), chapter 6; the same forms stand in
 * every missile study that quotes "minimum-energy" figures.
 */
import { EARTH_MEAN_RADIUS_M, MU_EARTH_M3PS2 } from '../constants.js';
import { acos, asin, clamp, cos, PI, sin } from '../maths.js';

export interface ImpulsiveFlight {
  /** Speed at the surface. */
  readonly speed_mps: number;
  /** Above the local horizontal at launch. */
  readonly flightPathAngle_rad: number;
  /** Above the sphere. */
  readonly apogee_m: number;
  readonly flightTime_s: number;
}

/** The slowest flight over a ground range, up to half way round: Q = 2 sin(φ/2)/(1 + sin(φ/2)), γ = (π − φ)/4. */
export function minimumEnergy(range_m: number, radius_m = EARTH_MEAN_RADIUS_M, mu_m3ps2 = MU_EARTH_M3PS2): ImpulsiveFlight {
  const half = halfAngle_rad(range_m, radius_m);
  const q = (2 * sin(half)) / (1 + sin(half));
  return flight(q, (PI - 2 * half) / 4, radius_m, mu_m3ps2);
}

/** The flight over a ground range that rises to a given apogee: e = (r_a − R)/(r_a − R cos(φ/2)). */
export function ellipseThrough(
  apogeeAltitude_m: number, range_m: number, radius_m = EARTH_MEAN_RADIUS_M, mu_m3ps2 = MU_EARTH_M3PS2,
): ImpulsiveFlight {
  if (!(apogeeAltitude_m > 0)) throw new RangeError(`ellipseThrough: the apogee must lie above the ground, was ${apogeeAltitude_m} m`);
  const half = halfAngle_rad(range_m, radius_m);
  const farthest_m = radius_m + apogeeAltitude_m;
  const e = apogeeAltitude_m / (farthest_m - radius_m * cos(half));
  const semiMajor_m = farthest_m / (1 + e);
  const q = 2 - radius_m / semiMajor_m;
  // Angular momentum over R·v gives the horizontal part of the speed.
  const cosine = Math.sqrt(((1 - e * e) * semiMajor_m) / (q * radius_m));
  return flight(q, acos(clamp(cosine, -1, 1)), radius_m, mu_m3ps2);
}

/**
 * The flat and the steep flight over a ground range at one speed: sin(2γ + φ/2) = ((2 − Q)/Q) sin(φ/2). Both are the
 * minimum-energy flight at the least speed that reaches; undefined below it, and for speeds that never come back.
 */
export function flightsAtSpeed(
  speed_mps: number, range_m: number, radius_m = EARTH_MEAN_RADIUS_M, mu_m3ps2 = MU_EARTH_M3PS2,
): { readonly depressed: ImpulsiveFlight; readonly lofted: ImpulsiveFlight } | undefined {
  const half = halfAngle_rad(range_m, radius_m);
  const q = (speed_mps * speed_mps * radius_m) / mu_m3ps2;
  const sine = ((2 - q) / q) * sin(half);
  if (!(q < 2) || !(sine <= 1)) return undefined;
  const angle = asin(sine);
  return {
    depressed: flight(q, (angle - half) / 2, radius_m, mu_m3ps2),
    lofted: flight(q, (PI - angle - half) / 2, radius_m, mu_m3ps2),
  };
}

function halfAngle_rad(range_m: number, radius_m: number): number {
  if (!(range_m > 0) || range_m > PI * radius_m) {
    throw new RangeError(`impulsive flight: range must lie between 0 and half way round the Earth, was ${range_m} m`);
  }
  return range_m / (2 * radius_m);
}

/** Closes the ellipse from Q = v²R/μ and the angle: it leaves the sphere at eccentric anomaly E₀ and meets it at 2π − E₀. */
function flight(q: number, flightPathAngle_rad: number, radius_m: number, mu_m3ps2: number): ImpulsiveFlight {
  const horizontal = cos(flightPathAngle_rad);
  const e = Math.sqrt(Math.max(0, 1 - q * (2 - q) * horizontal * horizontal));
  const semiMajor_m = radius_m / (2 - q);
  const anomaly = e > 0 ? acos(clamp((1 - radius_m / semiMajor_m) / e, -1, 1)) : 0;
  return {
    speed_mps: Math.sqrt((q * mu_m3ps2) / radius_m),
    flightPathAngle_rad,
    apogee_m: semiMajor_m * (1 + e) - radius_m,
    flightTime_s: 2 * (PI - anomaly + e * sin(anomaly)) * semiMajor_m * Math.sqrt(semiMajor_m / mu_m3ps2),
  };
}
