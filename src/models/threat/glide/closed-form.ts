/**
 * The closed form of the equilibrium glide beside the same glide integrated: once under the closed form's own assumptions (a round
 * Earth at rest, air so steep that the altitude hardly changes) as a check of the forces, and once with everything the model
 * has (ellipsoid, turning Earth and air, the standard atmosphere), to say how far the closed form is from that.
 */
import { EARTH_MEAN_RADIUS_M, EARTH_RATE_RADPS, MU_EARTH_M3PS2 } from '../../../kernel/constants.js';
import { distance_m, ecefFromEnu, ecefToGeodetic, geodeticToEcef } from '../../../kernel/earth/geodesy.js';
import { ecefFromEci, eciFromEcef } from '../../../kernel/earth/frames.js';
import { createIntegrator, type IntegrationEvent } from '../../../kernel/flight/integrator.js';
import { cos, sin } from '../../../kernel/maths.js';
import { findRoot } from '../../../kernel/roots.js';
import { type Vector, angleBetween_rad } from '../../../kernel/vector.js';
import { GLIDE_ALTITUDE_M, glideRange_m, glideTime_s, type Glide } from './equilibrium-glide.js';
import { GlideDynamics, type Glider, LiftSteering } from './glide-dynamics.js';
import type { EarthModel } from './glide-view.js';

export interface GlideExtent {
  readonly range_m: number;
  readonly time_s: number;
}

export interface ClosedFormComparison {
  readonly closedForm: GlideExtent;
  /** Integrated under the closed form's assumptions. */
  readonly underAssumptions: GlideExtent;
  /** Integrated with everything, from the equator northwards, eastwards and westwards. */
  readonly north: GlideExtent;
  readonly east: GlideExtent;
  readonly west: GlideExtent;
}

/** So steep that the glide sinks by less than 2 km in all. */
const STEEP_SCALE_HEIGHT_M = 500;
/** Speed at which the air of the assumptions carries the glider at the closed form's altitude. */
const SPEED_AT_ALTITUDE_MPS = 4000;
const TOLERANCE = [0.1, 1e-4] as const;

export function compareWithClosedForm(glide: Glide, glideCoefficient_kgpm2: number): ClosedFormComparison {
  const glider: Glider = {
    liftToDrag: glide.liftToDrag, glideCoefficient_kgpm2, maxBank_rad: 0, glide: 'equilibrium', maxLoad_mps2: 1000, diveSpeed_mps: glide.toSpeed_mps,
  };
  const from = { speed_mps: glide.speed_mps, toSpeed_mps: glide.toSpeed_mps, bank_rad: 0 };
  const real = (azimuth_rad: number): GlideExtent => flyGlide(glider, 'turning-ellipsoid', { ...from, azimuth_rad });
  return {
    closedForm: { range_m: glideRange_m(glide), time_s: glideTime_s(glide) },
    underAssumptions: flyGlide(glider, steepAir(glider), { ...from, azimuth_rad: 0 }),
    north: real(0), east: real(EAST_RAD), west: real(-EAST_RAD),
  };
}

const EAST_RAD = 1.5707963267948966;

/** A round Earth at rest whose air carries a glider at 50 km and 4 km/s. */
export function steepAir(glider: Glider): EarthModel {
  const radius = EARTH_MEAN_RADIUS_M + GLIDE_ALTITUDE_M;
  const net = MU_EARTH_M3PS2 / (radius * radius) - (SPEED_AT_ALTITUDE_MPS * SPEED_AT_ALTITUDE_MPS) / radius;
  const dynamicPressure = (net * glider.glideCoefficient_kgpm2) / glider.liftToDrag;
  return { scaleHeight_m: STEEP_SCALE_HEIGHT_M, densityAt50km_kgpm3: (2 * dynamicPressure) / (SPEED_AT_ALTITUDE_MPS * SPEED_AT_ALTITUDE_MPS) };
}

export interface GlideRun {
  readonly speed_mps: number;
  readonly toSpeed_mps: number;
  readonly azimuth_rad: number;
  /** To the right, held throughout. */
  readonly bank_rad: number;
}

/** What a run from the equator covered. */
export interface GlideRunEnd extends GlideExtent {
  /** Where it ended, over a start at 0° N 0° E. */
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly altitude_m: number;
  readonly steps: number;
}

/** A glide with steady bank from an equilibrium on the equator, by speed through the air; `onStep` sees Earth-fixed states. */
export function flyGlide(glider: Glider, earth: EarthModel, run: GlideRun, onStep?: (age_s: number, state_ecef: Float64Array) => void): GlideRunEnd {
  const dynamics = new GlideDynamics();
  dynamics.setGlider(glider, earth);
  dynamics.steering = LiftSteering.SteadyBank;
  dynamics.steadyBank_rad = run.bank_rad;
  const isTurning = earth === 'turning-ellipsoid';
  const start = equilibriumStart(dynamics, run, isTurning);
  const slow: IntegrationEvent = {
    direction: -1, isTerminal: true,
    value: (t, y) => {
      dynamics.observe(t, y);
      return dynamics.speed_mps - run.toSpeed_mps;
    },
  };
  const fixed = new Float64Array(6);
  const toFixed = (t: number, y: Vector): Float64Array => {
    if (isTurning) ecefFromEci(y, EARTH_RATE_RADPS * t, fixed);
    else fixed.set(y);
    return fixed;
  };
  const end = createIntegrator(6).integrate({
    dynamics, t0: 0, t1: 20_000, y0: start, firstStep: 0.5, relativeTolerance: 0, events: [slow],
    absoluteTolerance: [TOLERANCE[0], TOLERANCE[0], TOLERANCE[0], TOLERANCE[1], TOLERANCE[1], TOLERANCE[1]],
    ...(onStep === undefined ? {} : { onStep: (step) => onStep(step.t1, toFixed(step.t1, step.y1)) }),
  });
  dynamics.observe(end.t, end.y);
  const [x, y, z] = toFixed(end.t, end.y);
  const place = new Float64Array(3);
  ecefToGeodetic(x, y, z, place);
  const range_m = isTurning ? distance_m(0, 0, place[0], place[1]) : EARTH_MEAN_RADIUS_M * angleBetween_rad(start, [x, y, z]);
  return { range_m, time_s: end.t, lat_rad: place[0], lon_rad: place[1], altitude_m: dynamics.altitude_m, steps: end.steps };
}

/** On the equator at 0° E, at the altitude whose air carries it, sinking as an equilibrium glide does. */
function equilibriumStart(dynamics: GlideDynamics, run: GlideRun, isTurning: boolean): Float64Array {
  const state = new Float64Array(6);
  const fixed = new Float64Array(6);
  const velocity = new Float64Array(3);
  const put = (altitude_m: number, climb_mps: number): void => {
    if (isTurning) geodeticToEcef(0, 0, altitude_m, fixed);
    else fixed.set([EARTH_MEAN_RADIUS_M + altitude_m, 0, 0]);
    const level = Math.sqrt(run.speed_mps * run.speed_mps - climb_mps * climb_mps);
    ecefFromEnu(0, 0, level * sin(run.azimuth_rad), level * cos(run.azimuth_rad), climb_mps, velocity);
    fixed.set(velocity, 3);
    if (isTurning) eciFromEcef(fixed, 0, state);
    else state.set(fixed);
    dynamics.observe(0, state);
  };
  const lack = (altitude_m: number): number => {
    put(altitude_m, 0);
    return dynamics.availableLift_mps2 * cos(run.bank_rad) - dynamics.netWeight_mps2;
  };
  const altitude_m = findRoot(lack, 10_000, 90_000, 1e-3);
  put(altitude_m, 0);
  put(altitude_m, dynamics.glideClimb_mps / cos(run.bank_rad));
  return state;
}
