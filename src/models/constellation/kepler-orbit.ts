/**
 * One satellite on an ellipse with secular J2 drift of node, perigee and mean anomaly: highly elliptical and medium orbits. Periodic
 * changes within a revolution, the Moon and the Sun, and resonance with the Earth are left out; they move a 12-hour ellipse by tens of
 * kilometres over a day, which no field of view of the models is sensitive to.
 * Source: Vallado, Fundamentals of Astrodynamics, 4th ed., equations 9-37 to 9-41; Kepler's equation after Danby (1987).
 */
import { EARTH_RADIUS_M, J2, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { cos, pow, sin, TAU, wrapAngle_rad } from '../../kernel/maths.js';

/** Elements at t = 0; the node counts in the inertial frame that coincides with the Earth-fixed one then. */
export interface KeplerOrbit {
  readonly semiMajorAxis_m: number;
  readonly eccentricity: number;
  readonly inclination_rad: number;
  readonly argumentOfPerigee_rad: number;
  readonly node_rad: number;
  readonly meanAnomaly_rad: number;
}

/** Rates of the elements that change. */
export interface KeplerMotion {
  readonly meanAnomalyRate_radps: number;
  readonly perigeeRate_radps: number;
  readonly nodeRate_radps: number;
}

export function keplerMotion(orbit: KeplerOrbit): KeplerMotion {
  const { semiMajorAxis_m: a, eccentricity: e } = orbit;
  const n = Math.sqrt(MU_EARTH_M3PS2 / (a * a * a));
  const parameter = a * (1 - e * e);
  const k = 1.5 * J2 * (EARTH_RADIUS_M / parameter) * (EARTH_RADIUS_M / parameter) * n;
  const c = cos(orbit.inclination_rad), s2 = 1 - c * c;
  return {
    meanAnomalyRate_radps: n + k * Math.sqrt(1 - e * e) * (1 - 1.5 * s2),
    perigeeRate_radps: k * (2 - 2.5 * s2),
    nodeRate_radps: -k * c,
  };
}

/** Position at a time: x, y, z in the inertial frame, or, with the angle by which the Earth has turned by then, Earth-fixed. */
export function keplerPosition(orbit: KeplerOrbit, motion: KeplerMotion, t_s: number, turned_rad: number, out: Float64Array): void {
  const { semiMajorAxis_m: a, eccentricity: e } = orbit;
  const anomaly = eccentricAnomaly_rad(orbit.meanAnomaly_rad + motion.meanAnomalyRate_radps * t_s, e);
  const node = orbit.node_rad + motion.nodeRate_radps * t_s - turned_rad;
  const perigee = orbit.argumentOfPerigee_rad + motion.perigeeRate_radps * t_s;
  const along = a * (cos(anomaly) - e), across = a * Math.sqrt(1 - e * e) * sin(anomaly);
  const cosW = cos(perigee), sinW = sin(perigee);
  const forward = along * cosW - across * sinW, up = along * sinW + across * cosW;
  const cosI = cos(orbit.inclination_rad), sinI = sin(orbit.inclination_rad), cosNode = cos(node), sinNode = sin(node);
  out[0] = cosNode * forward - sinNode * up * cosI;
  out[1] = sinNode * forward + cosNode * up * cosI;
  out[2] = up * sinI;
}

/** Solves Kepler's equation E − e sin E = M, e below 1, within 1e-14 of a turn. */
export function eccentricAnomaly_rad(meanAnomaly_rad: number, eccentricity: number): number {
  const m = wrapAngle_rad(meanAnomaly_rad);
  let anomaly = m + (m < 0 ? -0.85 : 0.85) * eccentricity;
  for (let pass = 0; pass < 30; pass++) {
    const s = eccentricity * sin(anomaly), slope = 1 - eccentricity * cos(anomaly);
    const value = anomaly - s - m;
    // Halley's step: Newton's would overshoot near the perigee of a very long ellipse.
    const step = value / (slope - (0.5 * value * s) / slope);
    anomaly -= step;
    if (Math.abs(step) < 1e-14) break;
  }
  return anomaly;
}

/** Semi-major axis of an orbit that takes a time for its round, two-body. */
export function semiMajorAxisOfPeriod_m(period_s: number): number {
  const rate = TAU / period_s;
  return pow(MU_EARTH_M3PS2 / (rate * rate), 1 / 3);
}
