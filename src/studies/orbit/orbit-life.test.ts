import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSi } from '../../kernel/units.js';
import { dragMakeUpPerYear_mps, passiveLifetime_s } from '../../models/constellation/drag-lifetime.js';
import { ACTIVITIES } from '../../models/constellation/solar-activity.js';
import { altitudeForLife_m, holdingOf, lifeCurve, orbitLife, type OrbitLifeInputs, whyNoLife } from './orbit-life.js';
import { launchRatio, lowestAltitude_m } from './satellite-mass.js';

const rows = (a: number, b: number, c: number) => [{ altitude_m: 200e3, factor: a }, { altitude_m: 400e3, factor: b }, { altitude_m: 600e3, factor: c }];
const INPUTS: OrbitLifeInputs = {
  altitude_m: 350e3, massToArea_kgpm2: 100, dragCoefficient: 2.2, life_s: toSi(5, 'y'), isPropelled: true, specificImpulse_s: 220,
  satellites_count: 7800, spareShare: 0, mass_kg: 1000, launcher: { capacity_kg: 45000, capacity_count: Infinity },
  factors: { low: rows(0.7, 0.27, 0.15), high: rows(1.4, 2.8, 4.7) },
};
const DAY_S = 86400;

describe('life in orbit', () => {
  it('meets the published lifetimes and make-up at mean activity within 10 %', () => {
    for (const [altitude_km, life_d, makeUp] of [[300, 16, 535], [350, 50, 0], [400, 136, 79], [450, 342, 0], [500, 814, 14.7]] as const) {
      const life = orbitLife({ ...INPUTS, altitude_m: altitude_km * 1000 }, 'mean')!;
      expect(Math.abs(life.passive_s / DAY_S / life_d - 1)).toBeLessThan(0.1);
      if (makeUp > 0) expect(Math.abs(life.makeUpPerYear_mps / makeUp - 1)).toBeLessThan(0.1);
    }
  });

  it('is the drag model times the factor at the rows, and lives longer the quieter the Sun', () => {
    const at = (activity: (typeof ACTIVITIES)[number]) => orbitLife({ ...INPUTS, altitude_m: 400e3 }, activity)!;
    expect(at('high').makeUpPerYear_mps / at('mean').makeUpPerYear_mps).toBeCloseTo(2.8, 9);
    expect(at('low').makeUpPerYear_mps / at('mean').makeUpPerYear_mps).toBeCloseTo(0.27, 9);
    expect(at('mean').passive_s).toBe(passiveLifetime_s({ altitude_m: 400e3, massPerArea_kgpm2: 100 }));
    expect(at('mean').makeUpPerYear_mps).toBe(dragMakeUpPerYear_mps({ altitude_m: 400e3, massPerArea_kgpm2: 100 }));
    expect(at('low').passive_s).toBeGreaterThan(at('mean').passive_s);
    expect(at('mean').passive_s).toBeGreaterThan(at('high').passive_s);
  });

  it('counts 1,560 replacements a year for 7,800 satellites of five years, and their launches and re-entries', () => {
    const { upkeep, reentriesPerYear, reentryMassPerYear_kg, propellant_kg } = orbitLife(INPUTS, 'mean')!;
    expect(upkeep).toMatchObject({ inOrbit_count: 7800, perLaunch_count: 45, firstLaunches_count: 174 });
    expect(upkeep.replacementsPerYear).toBeCloseTo(1560, 9);
    expect(upkeep.launchesPerYear).toBeCloseTo(1560 / 45, 9);
    expect(reentriesPerYear).toBe(upkeep.replacementsPerYear);
    expect(reentryMassPerYear_kg + reentriesPerYear * propellant_kg).toBeCloseTo(1560 * 1000, 6);
    expect(orbitLife({ ...INPUTS, spareShare: 0.05 }, 'mean')!.upkeep).toMatchObject({ spares_count: 390, inOrbit_count: 8190 });
    expect(orbitLife({ ...INPUTS, launcher: { capacity_kg: 45000, capacity_count: 20 } }, 'mean')!.upkeep.perLaunch_count).toBe(20);
    expect(orbitLife({ ...INPUTS, mass_kg: 46000 }, 'mean')).toBeUndefined();
    expect(whyNoLife({ ...INPUTS, mass_kg: 46000 }, 'mean')).toMatchObject({ reason: 'too-heavy', launch_kg: 46000 });
  });

  it('lets no satellite at 300 km live five years without an engine', () => {
    const without = orbitLife({ ...INPUTS, altitude_m: 300e3, isPropelled: false }, 'mean')!;
    expect(without.life_s).toBe(without.passive_s);
    expect(without).toMatchObject({ makeUp_mps: 0, propellant_kg: 0 });
    expect(without.upkeep.replacementsPerYear).toBeGreaterThan(7800 * 20);
    const from_m = altitudeForLife_m(INPUTS, 'mean', 1000e3)!;
    expect(passiveLifetime_s({ altitude_m: from_m, massPerArea_kgpm2: 100 })).toBeGreaterThanOrEqual(INPUTS.life_s);
    expect(passiveLifetime_s({ altitude_m: from_m - 200, massPerArea_kgpm2: 100 })).toBeLessThan(INPUTS.life_s);
    expect(altitudeForLife_m({ ...INPUTS, life_s: toSi(1000, 'y') }, 'mean', 600e3)).toBeUndefined();
  });

  it('weighs what is carried and what holds it up, the same from either end', () => {
    const carried = orbitLife({ ...INPUTS, massIs: 'carried' }, 'mean')!;
    expect(carried.launch_kg - carried.propellant_kg).toBeCloseTo(1000, 9);
    const again = orbitLife({ ...INPUTS, mass_kg: carried.launch_kg }, 'mean')!;
    expect(again.propellant_kg).toBeCloseTo(carried.propellant_kg, 9);
    expect(again.upkeep).toEqual(carried.upkeep);
    expect(carried.launch_kg).toBeCloseTo(1000 * launchRatio(350e3, holdingOf(INPUTS, 'mean')), 9);
  });

  it('says that no satellite lives at 150 to 160 km, and from where one does', () => {
    for (const altitude_m of [150e3, 160e3]) {
      for (const activity of ACTIVITIES) expect(whyNoLife({ ...INPUTS, altitude_m, massIs: 'carried' }, activity)).toMatchObject({ reason: 'all-propellant' });
      expect(whyNoLife({ ...INPUTS, altitude_m, isPropelled: false }, 'mean')).toMatchObject({ reason: 'comes-down', passive_s: 0 });
      expect(orbitLife({ ...INPUTS, altitude_m, isPropelled: false }, 'mean')).toBeUndefined();
    }
    const from_m = lowestAltitude_m(1000, 45000, holdingOf(INPUTS, 'mean'))!;
    expect(orbitLife({ ...INPUTS, altitude_m: from_m, massIs: 'carried' }, 'mean')).toBeDefined();
    expect(orbitLife({ ...INPUTS, altitude_m: from_m - 1000, massIs: 'carried' }, 'mean')).toBeUndefined();
    expect(lowestAltitude_m(1000, 900, holdingOf(INPUTS, 'mean'))).toBeUndefined();
    // A better engine lives lower.
    expect(lowestAltitude_m(1000, 45000, holdingOf({ ...INPUTS, specificImpulse_s: 1500 }, 'mean'))!).toBeLessThan(from_m - 50e3);
  });

  it('needs more propellant lower down, for longer, for lighter satellites', () => {
    fc.assert(fc.property(fc.double({ min: 330e3, max: 590e3, noNaN: true }), fc.constantFrom(...ACTIVITIES), (altitude_m, activity) => {
      const here = orbitLife({ ...INPUTS, altitude_m }, activity)!.propellant_kg;
      expect(orbitLife({ ...INPUTS, altitude_m: altitude_m + 5000 }, activity)!.propellant_kg).toBeLessThan(here);
      expect(orbitLife({ ...INPUTS, altitude_m, life_s: toSi(6, 'y') }, activity)!.propellant_kg).toBeGreaterThan(here);
      expect(orbitLife({ ...INPUTS, altitude_m, massToArea_kgpm2: 90 }, activity)!.propellant_kg).toBeGreaterThan(here);
    }), { numRuns: 20 });
  });

  it('draws all three activities from 200 to 600 km', () => {
    const curve = lifeCurve(INPUTS);
    expect(curve).toHaveLength(3 * 41);
    for (const activity of ACTIVITIES) {
      const lives = curve.filter((point) => point.activity === activity).map(({ passive_s }) => passive_s);
      expect(lives).toEqual([...lives].sort((a, b) => a - b));
    }
  });
});
