/** Counts by cells are those of measuring every pair, to the last one; satellites of a shell and worse cases. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellPositions } from '../../models/constellation/shell-positions.js';
import { satellitePosition, shellMotion } from '../../models/constellation/walker.js';
import { createNearCounter } from './near-counts.js';

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

function everyPair({ x, y, z }: Points, places: Float64Array, reach_m: number): number[] {
  return Array.from({ length: places.length / 3 }, (_, p) => {
    let count = 0;
    for (let i = 0; i < x.length; i++) {
      const dx = x[i]! - places[3 * p]!, dy = y[i]! - places[3 * p + 1]!, dz = z[i]! - places[3 * p + 2]!;
      if (dx * dx + dy * dy + dz * dz <= reach_m * reach_m) count++;
    }
    return count;
  });
}

function counted(points: Points, places: Float64Array, radius_m: number, reach_m: number): number[] {
  const counts = new Int32Array(places.length / 3);
  createNearCounter(radius_m, reach_m, places, points.x.length).count(points.x, points.y, points.z, counts);
  return [...counts];
}

/** Even on the sphere, by two numbers from 0 to 1. */
function onSphere(radius_m: number, u: number, v: number): [number, number, number] {
  const z = 2 * u - 1, across = Math.sqrt(Math.max(0, 1 - z * z)), angle = 2 * Math.PI * v;
  return [radius_m * across * Math.cos(angle), radius_m * across * Math.sin(angle), radius_m * z];
}

const SHELL = { altitude_m: 350_000, inclination_rad: 0.87, planes_count: 30, perPlane_count: 26, phasing: 1 };

describe('counting by cells', () => {
  it('agrees with every pair for a shell over places everywhere, poles and date line among them', () => {
    const motion = shellMotion(SHELL), n = 780;
    const points = { x: new Float64Array(n), y: new Float64Array(n), z: new Float64Array(n) };
    const places = Float64Array.from([[0, 0], [0.5, 0.5], [1, 0.3], [0.62, 0], [0.62, 0.999999], [0.8, 0.25], [0.8, 0.5], [0.2, 0.75], [0.9, 0.1], [0.97, 0.6]].flatMap(([u, v]) => onSphere(6.4e6, u!, v!)));
    for (const t_s of [0, 777, 50_000]) {
      shellPositions(SHELL, motion, 0.3, 1.1, t_s, 7e-5 * t_s, points.x, points.y, points.z);
      for (const reach_m of [4e5, 1e6, 2.5e6, 7e6, 1.2e7, 1.4e7]) expect(counted(points, places, motion.radius_m, reach_m)).toEqual(everyPair(points, places, reach_m));
    }
  });

  it('agrees with every pair for points and places anywhere', () => {
    const spot = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 400 }), fc.array(spot, { minLength: 1, maxLength: 12 }), fc.double({ min: 1e4, max: 1.4e7, noNaN: true }), fc.double({ min: 1e6, max: 9e6, noNaN: true }), (spots, from, reach_m, placeRadius_m) => {
        const radius_m = 6.7e6, at = spots.map(([u, v]) => onSphere(radius_m, u, v));
        const points = { x: Float64Array.from(at, (p) => p[0]), y: Float64Array.from(at, (p) => p[1]), z: Float64Array.from(at, (p) => p[2]) };
        const places = Float64Array.from(from.flatMap(([u, v]) => onSphere(placeRadius_m, u, v)));
        expect(counted(points, places, radius_m, reach_m)).toEqual(everyPair(points, places, reach_m));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('positions of a whole shell', () => {
  it('are those of the direct formula to a millimetre after a day', () => {
    const shell = { ...SHELL, planes_count: 12, perPlane_count: 200 }, motion = shellMotion(shell), n = 2400, out = new Float64Array(3);
    const x = new Float64Array(n), y = new Float64Array(n), z = new Float64Array(n);
    shellPositions(shell, motion, 0.4, 0.9, 86_400, 0, x, y, z);
    for (let i = 0; i < n; i++) {
      satellitePosition(shell, motion, 0.4, 0.9, i, 86_400, out);
      expect(Math.max(Math.abs(x[i]! - out[0]!), Math.abs(y[i]! - out[1]!), Math.abs(z[i]! - out[2]!))).toBeLessThan(1e-3);
    }
  });
});
