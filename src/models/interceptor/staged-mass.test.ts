import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AEI_INTERCEPTOR_MASS, AEI_ROCKET_G_MPS2, spaceInterceptorMass_kg } from './rocket-equation.js';
import { asStaged, designFor, stagedMass, type StagedInterceptor, type StagedMass } from './staged-mass.js';

const aei = asStaged(AEI_INTERCEPTOR_MASS);
const massOf = (design: StagedInterceptor, gravity_mps2?: number): StagedMass => {
  const mass = stagedMass(design, gravity_mps2);
  if ('reason' in mass) throw new Error(mass.reason);
  return mass;
};
const stage = { speed_mps: 3000, specificImpulse_s: 280, dry_kg: 0, structuralFraction: 0.1 };

describe('mass of a staged interceptor', () => {
  it('is AEI’s calculator at its defaults: 1,294.07 kg', () => {
    expect(massOf(aei, AEI_ROCKET_G_MPS2).satellite_kg).toBeCloseTo(1294.07, 2);
    expect(massOf(aei, AEI_ROCKET_G_MPS2).satellite_kg).toBeCloseTo(spaceInterceptorMass_kg(AEI_INTERCEPTOR_MASS), 9);
  });

  it('gives back the speed of each stage when it is burnt', () => {
    fc.assert(fc.property(fc.double({ min: 100, max: 5000, noNaN: true }), fc.double({ min: 0, max: 0.12, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true }), (speed_mps, structuralFraction, dry_kg) => {
      const mass = massOf({ ...aei, stages: [{ ...stage, speed_mps, structuralFraction, dry_kg }, stage] });
      const [first] = mass.stages, full_kg = mass.interceptor_kg;
      expect(9.80665 * 280 * Math.log(full_kg / (full_kg - first.propellant_kg)) / speed_mps).toBeCloseTo(1, 9);
      expect((first.structure_kg - dry_kg) / (first.structure_kg - dry_kg + first.propellant_kg)).toBeCloseTo(structuralFraction, 9);
      expect(first.pushed_kg + first.propellant_kg + first.structure_kg).toBeCloseTo(full_kg, 6);
    }));
  });

  it('says that two stages are lighter than one of the same speed and structure', () => {
    const two = massOf({ ...aei, stages: [stage, stage] }), one = massOf({ ...aei, stages: [{ ...stage, speed_mps: 6000 }] });
    expect(two.interceptor_kg).toBeLessThan(0.97 * one.interceptor_kg);
  });

  it('shares the carrier among several', () => {
    const four = massOf({ ...aei, perSatellite_count: 4 });
    expect(four.satellite_kg).toBeCloseTo(aei.carrierDry_kg + 4 * four.interceptor_kg, 9);
  });

  it('takes speeds from the flight and the rest from the build', () => {
    const flight = { speed_mps: 6000, acceleration_mps2: 147, deadTime_s: 5, divert_mps: 2500, floor_m: 100e3, battery_s: 300 };
    const { stages: [{ speed_mps: _, ...firstStage }], divert_mps: __, ...rest } = aei;
    expect(designFor(flight, { ...rest, firstStage })).toEqual(aei);
    const two = designFor({ ...flight, speed_mps: 2000, secondStage: { coast_s: 5, speed_mps: 4000, acceleration_mps2: 100 } }, { ...rest, firstStage });
    expect(two.stages.map((part) => [part.speed_mps, part.dry_kg])).toEqual([[2000, 25], [4000, 25]]);
  });

  it('says which stage is asked for too much, and what it could give at most', () => {
    const answer = stagedMass({ ...aei, stages: [stage, { ...stage, speed_mps: 7000 }] });
    expect(answer).toEqual({ reason: 'stage-too-fast', stage: 1, below_mps: expect.closeTo(-Math.log(0.1) * 9.80665 * 280, 6) });
  });
});
