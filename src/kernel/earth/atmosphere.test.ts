import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  airDensity_kgpm3, airPressure_Pa, airTemperature_K, atmosphere, ATMOSPHERE_LAYERS_M, atmosphereLayer, speedOfSound_mps,
} from './atmosphere.js';

const altitude = fc.double({ min: -5000, max: 1.2e6, noNaN: true });

describe('atmosphere', () => {
  it('continues above 86 km within 0.1 % of table VIII at altitudes left out of the spline', () => {
    for (const [z_km, density] of [[170, 7.815e-10], [175, 6.339e-10], [190, 3.581e-10], [320, 1.264e-11]]) {
      expect(Math.abs(airDensity_kgpm3(z_km * 1000) / density - 1)).toBeLessThan(1e-3);
    }
    expect(Math.abs(airPressure_Pa(175e3) / 1.7936e-4 - 1)).toBeLessThan(1e-3);
  });

  it('thins with altitude everywhere and never turns negative', () => {
    fc.assert(fc.property(altitude, fc.double({ min: 1, max: 1e5, noNaN: true }), (low, rise) => {
      expect(airDensity_kgpm3(low + rise)).toBeLessThanOrEqual(airDensity_kgpm3(low));
      expect(airPressure_Pa(low + rise)).toBeLessThanOrEqual(airPressure_Pa(low));
      expect(airDensity_kgpm3(low)).toBeGreaterThanOrEqual(0);
    }), { numRuns: 500 });
  });

  it('has no step at any layer, and no kink of density at 86 km', () => {
    for (const boundary of ATMOSPHERE_LAYERS_M.slice(0, -1)) {
      expect(airDensity_kgpm3(boundary + 1e-3) / airDensity_kgpm3(boundary - 1e-3)).toBeCloseTo(1, 6);
      expect(airTemperature_K(boundary + 1e-3) - airTemperature_K(boundary - 1e-3)).toBeCloseTo(0, 2);
    }
    const slope = (z: number): number => (Math.log(airDensity_kgpm3(z + 10)) - Math.log(airDensity_kgpm3(z - 10))) / 20;
    expect(Math.abs(slope(86020) / slope(85980) - 1)).toBeLessThan(0.002);
  });

  it('is in hydrostatic balance, layers and continuation alike', () => {
    for (const z of [500, 15e3, 40e3, 60e3, 85e3, 95e3, 150e3, 250e3, 400e3]) {
      const drop = (airPressure_Pa(z - 50) - airPressure_Pa(z + 50)) / 100;
      const weight = airDensity_kgpm3(z) * 9.80665 * (6356766 / (6356766 + z)) ** 2;
      // Above 86 km both sides come from four-digit tables through two separate splines.
      expect(Math.abs(drop / weight - 1)).toBeLessThan(z < 86e3 ? 1e-4 : 0.01);
    }
  });

  it('fills all three at once with the single functions’ values', () => {
    const out = new Float64Array(3);
    fc.assert(fc.property(altitude, (z) => {
      atmosphere(z, out);
      expect(Array.from(out)).toEqual([airDensity_kgpm3(z), airPressure_Pa(z), speedOfSound_mps(z)]);
    }));
  });

  it('counts layers as its boundaries say, and ends in vacuum', () => {
    ATMOSPHERE_LAYERS_M.forEach((boundary, i) => {
      expect(atmosphereLayer(boundary - 1e-6)).toBe(i);
      expect(atmosphereLayer(boundary)).toBe(i + 1);
    });
    expect(airDensity_kgpm3(1000e3)).toBeGreaterThan(0);
    expect(airDensity_kgpm3(1000.1e3)).toBe(0);
    expect(airTemperature_K(900e3)).toBeCloseTo(1000, 1);
  });
});
