/**
 * The way up: the two tangents of the upper stages' steering with which a missile reaches its orbit's altitude level, at
 * the moment its speed is that of a circular orbit; and the pitch-over of the first stage that leaves most for it. What is
 * left in the tanks at cut-off is the margin; a missile whose tanks are empty too early falls short by a speed.
 */
import { G0_MPS2, MU_EARTH_M3PS2 } from '../../../kernel/constants.js';
import { burnTime_s, flow_kgps, launchMass_kg } from '../../../kernel/flight/flight-legs.js';
import { altitude_m } from '../../../kernel/earth/geodesy.js';
import { asin, clamp, exp, log } from '../../../kernel/maths.js';
import { solve2 } from '../../../kernel/roots.js';
import { DEG_RAD } from '../../../kernel/units.js';
import { farthest } from '../ballistic/search.js';
import type { GeodeticPlace } from '../place.js';
import { type AscentProgramme, overCircular_mps } from './ascent-programme.js';
import type { FractionalOrbitalMissile } from './fractional-orbital-missile.js';
import type { OrbitFlyer, PieceEnd } from './orbit-flyer.js';

/** Tangents of the upper stages' steering. */
export interface Tangents {
  readonly startTangent: number;
  readonly endTangent: number;
}

export interface Ascent {
  /** Whether it arrived level at the orbit's altitude, at whatever speed. */
  readonly isLevel: boolean;
  readonly programme: AscentProgramme;
  /** Velocity that the tanks still hold at cut-off; below 0 what is missing to a circular orbit. */
  readonly margin_mps: number;
}

/** Errors of altitude and climb that count as one, and their joint size that is good enough: 10 m and 1 cm/s. */
const ALTITUDE_UNIT_M = 1000;
const CLIMB_UNIT_MPS = 1;
const LEVEL_ENOUGH = 0.01;
/** Margin of a missile that falls back to the ground under power. */
export const NO_ASCENT_MPS = -1e5;
const STARTS: readonly Tangents[] = [[0.5, 0], [0.25, 0], [1, -0.2], [0.1, 0.1], [1.6, -0.4]].map(([startTangent, endTangent]) => ({ startTangent, endTangent }));
const KICK_ENOUGH_RAD = 0.1 * DEG_RAD;
const KICKS_RAD = [0.5, 1, 2, 3.5, 5, 7, 10, 14, 19, 25, 32, 40].map((kick) => kick * DEG_RAD);

/** Steers to the orbit's altitude from tangents of a neighbour's solution, or from some ordinary ones. */
export function solveAscent(
  flyer: OrbitFlyer, missile: FractionalOrbitalMissile, from: GeodeticPlace, azimuth_rad: number, kick_rad: number, near?: Tangents,
): Ascent {
  let best: { residual: number; isLevel: boolean; programme: AscentProgramme } | undefined;
  let flown: { readonly startTangent: number; readonly endTangent: number; readonly end: PieceEnd } | undefined;
  const ascend = (startTangent: number, endTangent: number): PieceEnd => {
    if (flown?.startTangent === startTangent && flown.endTangent === endTangent) return flown.end;
    const end = flyer.ascend(missile, from, { azimuth_rad, kick_rad, startTangent, endTangent });
    flown = { startTangent, endTangent, end };
    return end;
  };
  const fly = (startTangent: number, endTangent: number, out: Float64Array): void => {
    const end = ascend(startTangent, endTangent);
    const { state } = flyer;
    const isUp = end === 'end';
    out[0] = isUp ? (altitude_m(state[0], state[1], state[2]) - missile.orbitAltitude_m) / ALTITUDE_UNIT_M : NaN;
    out[1] = isUp ? climb_mps(state) / CLIMB_UNIT_MPS : NaN;
  };
  for (const start of near === undefined ? STARTS : [near, ...STARTS]) {
    const { x, residual, converged } = solve2(fly, [start.startTangent, start.endTangent], {
      step: [2e-3, 2e-3], tolerance: LEVEL_ENOUGH, maxStep: [0.3, 0.3], maxIterations: 25,
    });
    if (residual === residual && (best === undefined || residual < best.residual)) {
      best = { residual, isLevel: converged, programme: { azimuth_rad, kick_rad, startTangent: x[0], endTangent: x[1] } };
    }
    if (converged) break;
  }
  const { programme, isLevel } = best ?? { programme: { azimuth_rad, kick_rad, ...STARTS[0] }, isLevel: false };
  const end = ascend(programme.startTangent, programme.endTangent);
  return { isLevel, programme, margin_mps: end === 'end' ? margin_mps(flyer, missile) : NO_ASCENT_MPS };
}

/** The pitch-over that leaves the greatest margin, with the tangents that go with it. */
export function bestKick(flyer: OrbitFlyer, missile: FractionalOrbitalMissile, from: GeodeticPlace, azimuth_rad: number): Ascent {
  let near: Tangents | undefined;
  let best: Ascent | undefined;
  const marginAt = (kick_rad: number): number => {
    const ascent = solveAscent(flyer, missile, from, azimuth_rad, kick_rad, near);
    if (best === undefined || rank(ascent) > rank(best)) best = ascent;
    if (ascent.isLevel) near = ascent.programme;
    return rank(ascent);
  };
  farthest(marginAt, KICKS_RAD, 8);
  if (best === undefined) throw new Error('bestKick: no pitch-over tried');
  return best;
}

/**
 * Pitch-over with which another missile of the class leaves its first stage at the class's own angle of climb: less thrust
 * turns faster. The secant runs on the logarithm, since thrust acts on the pitch-over by factors.
 */
export function kickLike(
  flyer: OrbitFlyer, missile: FractionalOrbitalMissile, from: GeodeticPlace, azimuth_rad: number, kick_rad: number, climbAngle_rad: number,
): number {
  const miss = (logFactor: number): number => climbAfterFirstStage_rad(flyer, missile, from, azimuth_rad, kick_rad * exp(logFactor)) - climbAngle_rad;
  let before = 0;
  let missBefore = miss(before);
  let at = Math.sign(missBefore) * 0.1;
  for (let pass = 0; pass < 8 && Math.abs(missBefore) > KICK_ENOUGH_RAD; pass++) {
    const missHere = miss(at);
    const next = at - (missHere * (at - before)) / (missHere - missBefore);
    before = at;
    missBefore = missHere;
    at = clamp(next === next ? next : 0, before - 0.5, before + 0.5);
  }
  return kick_rad * exp(before);
}

/** Angle of the inertial motion above the horizontal when the second stage ignites. */
export function climbAfterFirstStage_rad(
  flyer: OrbitFlyer, missile: FractionalOrbitalMissile, from: GeodeticPlace, azimuth_rad: number, kick_rad: number,
): number {
  flyer.ascend(missile, from, { azimuth_rad, kick_rad, ...STARTS[0] }, { isFirstStageOnly: true });
  const { state } = flyer;
  return asin(clamp(climb_mps(state) / Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]), -1, 1));
}

const rank = ({ isLevel, margin_mps: margin }: Ascent): number => (isLevel ? margin : NO_ASCENT_MPS + margin);

/** Rate of change of the distance from the Earth's centre. */
export function climb_mps(y: ArrayLike<number>): number {
  return (y[0] * y[3] + y[1] * y[4] + y[2] * y[5]) / Math.sqrt(y[0] * y[0] + y[1] * y[1] + y[2] * y[2]);
}

function margin_mps(flyer: OrbitFlyer, missile: FractionalOrbitalMissile): number {
  const left = velocityLeft_mps(missile, flyer.t_s);
  if (left > 0) return left;
  const { state } = flyer;
  // Too slow, or not where it should be: what is missing to the orbit's energy at the point reached.
  const r = Math.sqrt(state[0] * state[0] + state[1] * state[1] + state[2] * state[2]);
  const orbit = r + missile.orbitAltitude_m - altitude_m(state[0], state[1], state[2]);
  const needed_mps = Math.sqrt(MU_EARTH_M3PS2 * Math.max(0, 2 / r - 1 / orbit));
  const circular_mps = Math.sqrt(MU_EARTH_M3PS2 / r);
  return Math.min(0, overCircular_mps(state) + circular_mps - needed_mps);
}

/** Rocket equation for what is in the tanks at an age, coasts counted. */
export function velocityLeft_mps(missile: FractionalOrbitalMissile, t_s: number): number {
  let mass_kg = launchMass_kg(missile);
  let age_s = 0;
  let velocity_mps = 0;
  missile.stages.forEach((stage) => {
    const burnt = Math.min(1, Math.max(0, (t_s - age_s) / burnTime_s(stage)));
    const left_kg = (1 - burnt) * stage.propellant_kg;
    if (left_kg > 1e-6 * flow_kgps(stage)) {
      const start_kg = mass_kg - stage.propellant_kg + left_kg;
      velocity_mps += stage.ispVacuum_s * G0_MPS2 * log(start_kg / (start_kg - left_kg));
    }
    mass_kg -= stage.propellant_kg + stage.dry_kg;
    age_s += burnTime_s(stage) + stage.coastAfter_s;
  });
  return velocity_mps;
}
