/**
 * A staged vehicle and its flight programme as a list of legs, within each of which the forces are smooth in time:
 * burns split where steering changes, coasts between stages, everything cut at the cut-off. Stage masses, thrust and
 * specific impulse decide burn times: flow = thrust / (g0 · specific impulse), in vacuum.
 */
import { G0_MPS2, SEA_LEVEL_PRESSURE_PA } from '../constants.js';
import { Steering } from './flight-dynamics.js';

/** One propulsive stage. */
export interface Stage {
  readonly thrustVacuum_N: number;
  readonly ispVacuum_s: number;
  readonly ispSeaLevel_s: number;
  readonly propellant_kg: number;
  readonly dry_kg: number;
  /** Frontal area while this stage is the lowest one. */
  readonly referenceArea_m2: number;
  /** Unpowered time after burnout, before the next stage ignites; of no effect on the last stage. */
  readonly coastAfter_s: number;
}

export interface Vehicle {
  readonly stages: readonly Stage[];
  readonly payload_kg: number;
  /** Of the payload once it flies alone. */
  readonly ballisticCoefficient_kgpm2: number;
  readonly verticalRise_s: number;
}

export interface Launch {
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly altitude_m: number;
  /** Direction of the pitch-over, clockwise from north. */
  readonly azimuth_rad: number;
  /** Angle from the vertical reached at the end of the pitch-over. */
  readonly kick_rad: number;
  /** Time since launch, coasts included, at which thrust ends for good; Infinity burns to depletion. */
  readonly cutoff_s: number;
}

/** Constant parameters of the forces from one time to another. */
export interface FlightLeg {
  readonly start_s: number;
  readonly end_s: number;
  readonly steering: Steering;
  readonly mass_kg: number;
  readonly flow_kgps: number;
  readonly thrustVacuum_N: number;
  readonly nozzleArea_m2: number;
  readonly referenceArea_m2: number;
  readonly pitchStart_s: number;
  readonly pitchRate_radps: number;
}

/** Length of the pitch-over, which turns at a constant rate. Assumed; aiming adjusts the angle to it. */
export const PITCH_OVER_S = 10;

export function flow_kgps(stage: Stage): number {
  return stage.thrustVacuum_N / (G0_MPS2 * stage.ispVacuum_s);
}

export function burnTime_s(stage: Stage): number {
  return stage.propellant_kg / flow_kgps(stage);
}

/** Burn times of all stages, without the coasts. */
export function poweredTime_s(vehicle: Vehicle): number {
  return vehicle.stages.reduce((sum, stage) => sum + burnTime_s(stage), 0);
}

/** Time since launch at which thrust has acted for `powered_s`, coasts included. */
export function ageAtPowered_s(vehicle: Vehicle, powered_s: number): number {
  let age = 0;
  let left = powered_s;
  for (const stage of vehicle.stages) {
    const burn = burnTime_s(stage);
    if (left <= burn || stage === vehicle.stages[vehicle.stages.length - 1]) return age + left;
    left -= burn;
    age += burn + stage.coastAfter_s;
  }
  return age;
}

/** Whether the first stage's thrust at sea level exceeds the weight. */
export function liftsOff(vehicle: Vehicle): boolean {
  const first = vehicle.stages[0];
  return first !== undefined && (first.thrustVacuum_N * first.ispSeaLevel_s) / first.ispVacuum_s > launchMass_kg(vehicle) * G0_MPS2;
}

export function launchMass_kg(vehicle: Vehicle): number {
  return vehicle.stages.reduce((sum, stage) => sum + stage.propellant_kg + stage.dry_kg, vehicle.payload_kg);
}

export function planLegs(vehicle: Vehicle, launch: Launch): FlightLeg[] {
  const legs: FlightLeg[] = [];
  const pitchStart_s = vehicle.verticalRise_s;
  const pitchEnd_s = pitchStart_s + PITCH_OVER_S;
  const pitchRate_radps = launch.kick_rad / PITCH_OVER_S;
  let mass_kg = launchMass_kg(vehicle);
  let start_s = 0;
  vehicle.stages.forEach((stage, index) => {
    const { thrustVacuum_N, referenceArea_m2 } = stage;
    const flow = flow_kgps(stage);
    const burnEnd_s = start_s + burnTime_s(stage);
    const end_s = Math.min(burnEnd_s, launch.cutoff_s);
    const nozzleArea_m2 = (thrustVacuum_N * (1 - stage.ispSeaLevel_s / stage.ispVacuum_s)) / SEA_LEVEL_PRESSURE_PA;
    for (let from_s = start_s; from_s < end_s; ) {
      const steering = from_s < pitchStart_s ? Steering.Vertical : from_s < pitchEnd_s ? Steering.PitchOver : Steering.AlongMotion;
      const change_s = steering === Steering.Vertical ? pitchStart_s : steering === Steering.PitchOver ? pitchEnd_s : Infinity;
      const to_s = Math.min(end_s, change_s);
      legs.push({
        start_s: from_s, end_s: to_s, steering, mass_kg: mass_kg - flow * (from_s - start_s), flow_kgps: flow, thrustVacuum_N,
        nozzleArea_m2, referenceArea_m2, pitchStart_s, pitchRate_radps,
      });
      from_s = to_s;
    }
    mass_kg -= stage.propellant_kg + stage.dry_kg;
    const next = vehicle.stages[index + 1];
    const ignition_s = burnEnd_s + stage.coastAfter_s;
    // A cut-off during a coast is one at the burnout before it.
    if (next !== undefined && stage.coastAfter_s > 0 && launch.cutoff_s > ignition_s) {
      legs.push({
        start_s: burnEnd_s, end_s: ignition_s, steering: Steering.None, mass_kg, flow_kgps: 0, thrustVacuum_N: 0,
        nozzleArea_m2: 0, referenceArea_m2: next.referenceArea_m2, pitchStart_s, pitchRate_radps,
      });
    }
    start_s = ignition_s;
  });
  return legs;
}
