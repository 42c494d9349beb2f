/**
 * What a velocity change costs in mass: Tsiolkovsky's equation, and the mass of a space interceptor built of a kill vehicle
 * with its own divert propellant, a body with the main propellant, and a carrier that keeps both alive in orbit.
 * No staging, no residuals, no tank fractions: dry masses are inputs. Source of the build-up: AEI space-based interceptor
 * calculator (Harrison 2025), whose defaults stand below by name.
 */
import { G0_MPS2 } from '../../kernel/constants.js';
import { exp } from '../../kernel/maths.js';

/** Gravity by which AEI's calculator turns specific impulse into exhaust speed; it uses 9.80665 elsewhere. */
export const AEI_ROCKET_G_MPS2 = 9.81;

export interface SpaceInterceptorMass {
  readonly killVehicleDry_kg: number;
  readonly bodyDry_kg: number;
  readonly carrierDry_kg: number;
  readonly divert_mps: number;
  readonly speed_mps: number;
  readonly specificImpulse_s: number;
}

/** Defaults of AEI's calculator. */
export const AEI_INTERCEPTOR_MASS: SpaceInterceptorMass = {
  killVehicleDry_kg: 25,
  bodyDry_kg: 25,
  carrierDry_kg: 50,
  divert_mps: 2500,
  speed_mps: 6000,
  specificImpulse_s: 240,
};

/** Mass at ignition over mass at burn-out. */
export function massRatio(velocityChange_mps: number, specificImpulse_s: number, gravity_mps2 = G0_MPS2): number {
  return exp(velocityChange_mps / (gravity_mps2 * specificImpulse_s));
}

/** Propellant that gives a dry mass a velocity change. */
export function propellant_kg(dry_kg: number, velocityChange_mps: number, specificImpulse_s: number, gravity_mps2 = G0_MPS2): number {
  return dry_kg * (massRatio(velocityChange_mps, specificImpulse_s, gravity_mps2) - 1);
}

/** Mass on orbit of one interceptor with its carrier. */
export function spaceInterceptorMass_kg(design: SpaceInterceptorMass, gravity_mps2 = AEI_ROCKET_G_MPS2): number {
  const { killVehicleDry_kg, bodyDry_kg, carrierDry_kg, divert_mps, speed_mps, specificImpulse_s } = design;
  const killVehicle_kg = killVehicleDry_kg + propellant_kg(killVehicleDry_kg, divert_mps, specificImpulse_s, gravity_mps2);
  const pushed_kg = killVehicle_kg + bodyDry_kg;
  return pushed_kg + propellant_kg(pushed_kg, speed_mps, specificImpulse_s, gravity_mps2) + carrierDry_kg;
}
