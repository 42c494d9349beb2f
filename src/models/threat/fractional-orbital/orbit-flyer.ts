/**
 * One flight into orbit and out of it, piece by piece: `ascend` to the speed of a circular orbit (or to depletion), `coast`,
 * `brake`, `fall` to the ground. The first stage flies the common programme (vertical rise, pitch-over, gravity turn), the
 * stages above it the law of `orbit-dynamics.ts`. Time is since launch, the inertial frame coincides with the Earth-fixed
 * axes at launch. Owns its scratch memory: make one and keep it.
 */
import { ATMOSPHERE_LAYERS_M } from '../../../kernel/earth/atmosphere.js';
import { type Ephemeris, EphemerisRecorder } from '../../../kernel/flight/ephemeris.js';
import { Steering } from '../../../kernel/flight/flight-dynamics.js';
import { type FlightLeg, liftsOff, planLegs } from '../../../kernel/flight/flight-legs.js';
import { eciFromEcef } from '../../../kernel/earth/frames.js';
import { altitude_m as altitudeOf_m, ecefFromEnu, geodeticToEcef } from '../../../kernel/earth/geodesy.js';
import { type Boundary, createIntegrator, type IntegrationEvent, type Measure, type Solution, type StepView } from '../../../kernel/flight/integrator.js';
import { cos, sin } from '../../../kernel/maths.js';
import type { GeodeticPlace } from '../place.js';
import { type AscentOptions, type AscentProgramme, guidedSpan, overCircular_mps } from './ascent-programme.js';
import type { FractionalOrbitalMissile } from './fractional-orbital-missile.js';
import { OrbitDynamics, OrbitSteering } from './orbit-dynamics.js';

/** How a piece of the flight ended. */
export type PieceEnd = 'end' | 'ground' | 'failed';

/** Error allowed per step in position (m) and velocity (m/s), as in `kernel/flight/flight.ts`. */
const BOOST_TOLERANCE = [1e-2, 5e-6] as const;
/** Over a whole revolution the energy stays within 2e-9 (test). */
const COAST_TOLERANCE = [5e-3, 3e-6] as const;
const ENTRY_TOLERANCE = [2e-2, 1e-3] as const;
const FIRST_STEP_S = 0.5;
/** Rows of the table: a cubic over 20 s of orbit is good to 1 cm. */
const BOOST_ROW_S = 1;
const ORBIT_ROW_S = 20;
const ENTRY_ROW_S = 0.5;
const ENTRY_ALTITUDE_M = 120_000;
const LEVELS_M = [...ATMOSPHERE_LAYERS_M.filter((level_m) => level_m < ENTRY_ALTITUDE_M), ENTRY_ALTITUDE_M];

const ALTITUDE: Measure = { value: (_t, y) => altitudeOf_m(y[0], y[1], y[2]) };
const GROUND: IntegrationEvent = { ...ALTITUDE, direction: -1, isTerminal: true };
const CIRCULAR: IntegrationEvent = { direction: 1, isTerminal: true, value: (_t, y) => overCircular_mps(y) };
const BEFORE_ORBIT = [GROUND, CIRCULAR] as const;
const BEFORE_GROUND = [GROUND] as const;
const LAYERS: readonly Boundary[] = [{ ...ALTITUDE, levels: LEVELS_M }];
const LAYERS_TO_ENTRY: readonly Boundary[] = [{ ...ALTITUDE, levels: LEVELS_M, endsFallingThrough: ENTRY_ALTITUDE_M }];

export class OrbitFlyer {
  /** Inertial state and its time; what the last piece left. */
  readonly state = new Float64Array(6);
  t_s = 0;
  /** Since the flyer was made: flights from the ground or resumed in orbit, and what they cost. */
  flights = 0;
  rightHandSides = 0;
  private step = FIRST_STEP_S;
  private isRecording = false;
  private readonly integrator = createIntegrator(6);
  private readonly dynamics = new OrbitDynamics();
  private readonly recorder = new EphemerisRecorder();
  private readonly absolute = new Float64Array(6);
  private readonly fixed = new Float64Array(6);
  private readonly onStep = (step: StepView): void => this.recorder.record(step);

  /** From the launch place to circular speed; `end` at depletion leaves a speed below it. */
  ascend(missile: FractionalOrbitalMissile, from: GeodeticPlace, programme: AscentProgramme, options: AscentOptions = {}): PieceEnd {
    const { dynamics, recorder, state } = this;
    this.stand(from, programme.azimuth_rad);
    this.isRecording = options.isRecording === true;
    if (this.isRecording) recorder.begin(0, state, BOOST_ROW_S);
    if (!liftsOff(missile)) return 'failed';
    const { azimuth_rad, kick_rad } = programme;
    const { lat_rad, lon_rad, altitude_m } = from;
    const legs = planLegs(missile, { lat_rad, lon_rad, altitude_m, azimuth_rad, kick_rad, cutoff_s: Infinity });
    const { start_s, end_s } = guidedSpan(missile);
    dynamics.tangentStart_s = start_s;
    dynamics.tangent = programme.startTangent;
    dynamics.tangentRate_perS = (programme.endTangent - programme.startTangent) / Math.max(1, end_s - start_s);
    for (const leg of legs) {
      const isGuided = leg.start_s >= start_s - 1e-6;
      if (isGuided && options.isFirstStageOnly === true) break;
      this.take(leg, isGuided);
      const end = this.integrate(leg.end_s, isGuided ? BEFORE_ORBIT : BEFORE_GROUND, LAYERS, BOOST_TOLERANCE);
      if (end.status === 'failed') return 'failed';
      if (end.status === 'event') return end.event === 0 ? 'ground' : this.endPiece();
    }
    return this.endPiece();
  }

  /** Goes on from a state that an earlier ascent left. */
  resume(t_s: number, state_eci: ArrayLike<number>): void {
    this.t_s = t_s;
    this.state.set(state_eci);
    this.isRecording = false;
    this.step = FIRST_STEP_S;
    this.flights++;
  }

  /** Falls freely for a time. */
  coast(missile: FractionalOrbitalMissile, duration_s: number): PieceEnd {
    this.freeFall(missile);
    return this.piece(this.t_s + duration_s, ORBIT_ROW_S);
  }

  /** The burn out of orbit, at constant deceleration. */
  brake(missile: FractionalOrbitalMissile): PieceEnd {
    this.freeFall(missile);
    if (!(missile.deorbitBurn_s > 0)) {
      this.slow(missile.deorbit_mps);
      return 'end';
    }
    this.dynamics.steering = OrbitSteering.AgainstMotion;
    this.dynamics.brake_mps2 = missile.deorbit_mps / missile.deorbitBurn_s;
    return this.piece(this.t_s + missile.deorbitBurn_s, BOOST_ROW_S);
  }

  /** Falls to the ground; `end` when it has not come down by `until_s`. */
  fall(missile: FractionalOrbitalMissile, until_s: number): PieceEnd {
    const { recorder, state } = this;
    this.freeFall(missile);
    if (this.isRecording) recorder.startPart(this.t_s, state, ORBIT_ROW_S);
    let isEntering = altitudeOf_m(state[0], state[1], state[2]) < ENTRY_ALTITUDE_M;
    for (;;) {
      const end = this.integrate(until_s, BEFORE_GROUND, isEntering ? LAYERS : LAYERS_TO_ENTRY, isEntering ? ENTRY_TOLERANCE : COAST_TOLERANCE);
      if (end.status === 'failed') return 'failed';
      if (this.isRecording) recorder.endPart(this.t_s, state);
      if (end.status !== 'boundary') return end.status === 'event' ? 'ground' : 'end';
      isEntering = true;
      if (this.isRecording) recorder.startPart(this.t_s, state, ENTRY_ROW_S);
    }
  }

  ephemeris(): Ephemeris {
    return this.recorder.finish();
  }

  private piece(until_s: number, row_s: number): PieceEnd {
    if (this.isRecording) this.recorder.startPart(this.t_s, this.state, row_s);
    const end = this.integrate(until_s, BEFORE_GROUND, LAYERS, COAST_TOLERANCE);
    if (end.status === 'failed') return 'failed';
    this.endPiece();
    return end.status === 'event' ? 'ground' : 'end';
  }

  private endPiece(): PieceEnd {
    if (this.isRecording) this.recorder.endPart(this.t_s, this.state);
    return 'end';
  }

  private stand(from: GeodeticPlace, azimuth_rad: number): void {
    const { base } = this.dynamics;
    geodeticToEcef(from.lat_rad, from.lon_rad, from.altitude_m, this.fixed);
    this.fixed.fill(0, 3);
    eciFromEcef(this.fixed, 0, this.state);
    ecefFromEnu(from.lat_rad, from.lon_rad, 0, 0, 1, base.up_eci);
    ecefFromEnu(from.lat_rad, from.lon_rad, sin(azimuth_rad), cos(azimuth_rad), 0, base.ahead_eci);
    this.t_s = 0;
    this.step = FIRST_STEP_S;
    this.flights++;
  }

  private take(leg: FlightLeg, isGuided: boolean): void {
    const { dynamics } = this;
    const { base } = dynamics;
    const isThrusting = leg.thrustVacuum_N > 0;
    dynamics.steering = isGuided && isThrusting ? OrbitSteering.LinearTangent : OrbitSteering.None;
    dynamics.thrust_N = leg.thrustVacuum_N;
    base.take(leg);
    if (isGuided) base.steering = Steering.None;
  }

  private freeFall(missile: FractionalOrbitalMissile): void {
    this.dynamics.steering = OrbitSteering.None;
    this.dynamics.base.fallFreely(missile.ballisticCoefficient_kgpm2);
  }

  private slow(by_mps: number): void {
    const { state } = this;
    const speed_mps = Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]);
    for (let c = 3; c < 6; c++) state[c] *= 1 - by_mps / speed_mps;
  }

  private integrate(
    until_s: number, events: readonly IntegrationEvent[], boundaries: readonly Boundary[], tolerance: readonly [number, number],
  ): Solution {
    this.absolute.fill(tolerance[0], 0, 3).fill(tolerance[1], 3, 6);
    const end = this.integrator.integrate({
      dynamics: this.dynamics, t0: this.t_s, t1: until_s, y0: this.state, firstStep: this.step, relativeTolerance: 0, absoluteTolerance: this.absolute,
      events, boundaries, ...(this.isRecording ? { onStep: this.onStep } : {}),
    });
    this.state.set(end.y);
    this.t_s = end.t;
    this.step = end.nextStep;
    this.rightHandSides += end.rightHandSides;
    return end;
  }
}
