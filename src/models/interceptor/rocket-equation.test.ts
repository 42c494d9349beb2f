import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AEI_INTERCEPTOR_MASS, massRatio, propellant_kg, spaceInterceptorMass_kg } from './rocket-equation.js';

describe('rocket equation', () => {
  it('multiplies over burns and costs nothing without one', () => {
    const change = fc.double({ min: 0, max: 8000, noNaN: true });
    fc.assert(fc.property(change, change, fc.double({ min: 200, max: 450, noNaN: true }), (first_mps, second_mps, specificImpulse_s) => {
      const both = massRatio(first_mps + second_mps, specificImpulse_s);
      expect((massRatio(first_mps, specificImpulse_s) * massRatio(second_mps, specificImpulse_s)) / both).toBeCloseTo(1, 10);
      expect(propellant_kg(10, first_mps, specificImpulse_s)).toBeGreaterThanOrEqual(0);
    }));
    expect(massRatio(0, 300)).toBe(1);
    expect(massRatio(9.80665 * 300, 300)).toBeCloseTo(Math.E, 12);
  });

  it('builds an interceptor from the inside out', () => {
    const { killVehicleDry_kg, bodyDry_kg, carrierDry_kg } = AEI_INTERCEPTOR_MASS;
    expect(spaceInterceptorMass_kg({ ...AEI_INTERCEPTOR_MASS, divert_mps: 0, speed_mps: 0 })).toBe(killVehicleDry_kg + bodyDry_kg + carrierDry_kg);
    // A kilogram on the carrier is a kilogram; a kilogram on the kill vehicle is paid for twice over.
    const base = spaceInterceptorMass_kg(AEI_INTERCEPTOR_MASS);
    expect(spaceInterceptorMass_kg({ ...AEI_INTERCEPTOR_MASS, carrierDry_kg: carrierDry_kg + 1 }) - base).toBeCloseTo(1, 9);
    expect(spaceInterceptorMass_kg({ ...AEI_INTERCEPTOR_MASS, killVehicleDry_kg: killVehicleDry_kg + 1 }) - base).toBeCloseTo(Math.exp(8500 / (9.81 * 240)), 6);
  });
});
