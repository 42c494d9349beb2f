import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dragMakeUpPerYear_mps, MEAN_ACTIVITY_DENSITY, passiveLifetime_s, tableDensity_kgpm3 } from './drag-lifetime.js';

const altitude = fc.double({ min: 190e3, max: 700e3, noNaN: true });
const YEAR_S = 365.25 * 86400;

describe('drag', () => {
  it('takes density from the table at its rows and between its neighbours elsewhere', () => {
    for (const row of MEAN_ACTIVITY_DENSITY) expect(tableDensity_kgpm3(row.altitude_m) / row.density_kgpm3).toBeCloseTo(1, 12);
    expect(tableDensity_kgpm3(350e3) ** 2 / (2.58e-11 * 3.89e-12)).toBeCloseTo(1, 10);
    fc.assert(fc.property(altitude, (altitude_m) => {
      expect(tableDensity_kgpm3(altitude_m + 1000)).toBeLessThan(tableDensity_kgpm3(altitude_m));
    }));
  });

  it('doubles life and halves make-up when mass over area doubles', () => {
    fc.assert(fc.property(altitude, (altitude_m) => {
      const light = { altitude_m, massPerArea_kgpm2: 100 }, heavy = { altitude_m, massPerArea_kgpm2: 200 };
      expect(passiveLifetime_s(heavy) / passiveLifetime_s(light)).toBeCloseTo(2, 9);
      expect(dragMakeUpPerYear_mps(light) / dragMakeUpPerYear_mps(heavy)).toBeCloseTo(2, 9);
      expect(passiveLifetime_s({ altitude_m: altitude_m + 1000, massPerArea_kgpm2: 100 })).toBeGreaterThan(passiveLifetime_s(light));
    }), { numRuns: 30 });
  });

  it('lets no satellite at 300 km live five years without an engine', () => {
    expect(passiveLifetime_s({ altitude_m: 300e3, massPerArea_kgpm2: 200 })).toBeLessThan(0.1 * YEAR_S);
    expect(passiveLifetime_s({ altitude_m: 180e3, massPerArea_kgpm2: 100 })).toBe(0);
    expect(5 * dragMakeUpPerYear_mps({ altitude_m: 300e3, massPerArea_kgpm2: 100 })).toBeGreaterThan(2600);
  });
});
