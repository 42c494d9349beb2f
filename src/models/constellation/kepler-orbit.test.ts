import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, J2, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { propagateKepler } from '../../kernel/orbit/kepler.js';
import { eccentricAnomaly_rad, keplerMotion, type KeplerOrbit, keplerPosition, semiMajorAxisOfPeriod_m } from './kepler-orbit.js';
import { satellitePosition, shellMotion } from './walker.js';

const DEGREE = Math.PI / 180;
const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const HEO: KeplerOrbit = { semiMajorAxis_m: 26_562_000, eccentricity: 0.74, inclination_rad: 63.4 * DEGREE, argumentOfPerigee_rad: 270 * DEGREE, node_rad: 1, meanAnomaly_rad: 0 };

describe("Kepler's equation", () => {
  it('is solved for any anomaly and eccentricity', () => {
    fc.assert(fc.property(real(-20, 20), real(0, 0.97), (m, e) => {
      const anomaly = eccentricAnomaly_rad(m, e);
      expect(Math.sin(anomaly - e * Math.sin(anomaly) - m)).toBeCloseTo(0, 12);
      expect(Math.cos(anomaly - e * Math.sin(anomaly) - m)).toBeCloseTo(1, 12);
    }), { numRuns: 500 });
  });
});

describe('orbit on an ellipse', () => {
  it('agrees with a Walker shell when it is a circle', () => {
    fc.assert(fc.property(real(3e5, 2e7), real(0.1, 3), real(0, 6), real(0, 6), real(0, 1e5), (altitude, inclination, node, phase, t) => {
      const shell = { altitude_m: altitude, inclination_rad: inclination, planes_count: 1, perPlane_count: 1, phasing: 0 };
      const orbit = { semiMajorAxis_m: EARTH_RADIUS_M + altitude, eccentricity: 0, inclination_rad: inclination, argumentOfPerigee_rad: 0, node_rad: node, meanAnomaly_rad: phase };
      const a = new Float64Array(3), b = new Float64Array(3);
      satellitePosition(shell, shellMotion(shell), node, phase, 0, t, a);
      keplerPosition(orbit, keplerMotion(orbit), t, 0, b);
      for (let i = 0; i < 3; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(0.01);
    }));
  });

  it('moves as a free fall does over seconds, on which J2 hardly acts', () => {
    fc.assert(fc.property(real(0, 6.28), real(0, 0.8), (anomaly, e) => {
      const orbit = { ...HEO, eccentricity: e, meanAnomaly_rad: anomaly }, motion = keplerMotion(orbit);
      const at = (t: number): Float64Array => { const out = new Float64Array(3); keplerPosition(orbit, motion, t, 0, out); return out; };
      const h = 0.5, before = at(-h), after = at(h), here = at(0), later = at(60);
      const state = [...here, ...here.map((_, i) => (after[i]! - before[i]!) / (2 * h))];
      propagateKepler(state, 60, state);
      for (let i = 0; i < 3; i++) expect(Math.abs(state[i]! - later[i]!)).toBeLessThan(200);
    }));
  });

  it('drifts as published: perigee stands at the critical inclination, node falls back', () => {
    const critical = keplerMotion({ ...HEO, inclination_rad: Math.acos(1 / Math.sqrt(5)) });
    expect(critical.perigeeRate_radps * 86400).toBeCloseTo(0, 12);
    expect((keplerMotion(HEO).nodeRate_radps * 86400) / DEGREE).toBeCloseTo(-0.148, 3);
    // Half a sidereal day: the ground track returns.
    expect(semiMajorAxisOfPeriod_m(43082.05) / 1000).toBeCloseTo(26561.8, 0);
  });

  it('drifts as an integration with J2 does', () => {
    // Ten rounds of an ellipse of 1,000 by 8,000 km, by Runge and Kutta with an acceleration written out here.
    const orbit: KeplerOrbit = { semiMajorAxis_m: EARTH_RADIUS_M + 4_500_000, eccentricity: 3_500_000 / (EARTH_RADIUS_M + 4_500_000), inclination_rad: 0.8, argumentOfPerigee_rad: 0.5, node_rad: 0, meanAnomaly_rad: 0 };
    const motion = keplerMotion(orbit);
    const at = (t: number): Float64Array => { const out = new Float64Array(3); keplerPosition(orbit, motion, t, 0, out); return out; };
    const v = at(0.5).map((value, i) => value - at(-0.5)[i]!);
    let y = [...at(0), ...v];
    const slope = ([x = 0, py = 0, z = 0, vx = 0, vy = 0, vz = 0]: readonly number[]): number[] => {
      const r2 = x * x + py * py + z * z, g = -MU_EARTH_M3PS2 / (r2 * Math.sqrt(r2)), k = 1.5 * J2 * EARTH_RADIUS_M ** 2 / r2, w = (5 * z * z) / r2;
      return [vx, vy, vz, g * x * (1 + k * (1 - w)), g * py * (1 + k * (1 - w)), g * z * (1 + k * (3 - w))];
    };
    const add = (a: readonly number[], b: readonly number[], f: number): number[] => a.map((value, i) => value + f * b[i]!);
    const node = (s: readonly number[]): number => Math.atan2(s[1]! * s[5]! - s[2]! * s[4]!, -(s[2]! * s[3]! - s[0]! * s[5]!));
    const start = node(y), span = (10 * 2 * Math.PI) / motion.meanAnomalyRate_radps, h = span / 40_000;
    for (let i = 0; i < 40_000; i++) {
      const k1 = slope(y), k2 = slope(add(y, k1, h / 2)), k3 = slope(add(y, k2, h / 2)), k4 = slope(add(y, k3, h));
      y = y.map((value, j) => value + (h / 6) * (k1[j]! + 2 * k2[j]! + 2 * k3[j]! + k4[j]!));
    }
    expect((node(y) - start) / (motion.nodeRate_radps * span)).toBeCloseTo(1, 2);
  });
});
