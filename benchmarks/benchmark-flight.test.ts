/** The flight of benchmark G4 works and keeps its work count; its speed is not asserted. */
import { describe, expect, it } from 'vitest';
import { createBenchmarkFlyer, impactDistance_m } from './benchmark-flight.js';

describe('the benchmark flight', () => {
  const fly = createBenchmarkFlyer();

  it('takes about 1,820 s', () => {
    expect(fly(0).t_s).toBeGreaterThan(1750);
    expect(fly(0).t_s).toBeLessThan(1900);
  });

  it('lands within a metre of a ten times tighter run, in under 800 right-hand sides', () => {
    const flyTightly = createBenchmarkFlyer(10);
    for (const index of [0, 37, 89, 131, 197, 251, 307, 359]) {
      const impact = fly(index);
      expect(impactDistance_m(impact, flyTightly(index))).toBeLessThan(1);
      expect(impact.rightHandSides).toBeLessThan(800);
    }
  });
});
