/**
 * One flight while it is integrated: state, forces, highest point and table, moved on leg by leg under thrust and then in
 * free fall to the ground. `flight.ts` puts launches and answers around it. Scratch memory is made once and used by
 * one flight after another.
 */
import { ATMOSPHERE_LAYERS_M } from '../earth/atmosphere.js';
import { EARTH_ECCENTRICITY_SQUARED, EARTH_RADIUS_M, EARTH_RATE_RADPS } from '../constants.js';
import { type Ephemeris, EphemerisRecorder } from './ephemeris.js';
import { FlightDynamics } from './flight-dynamics.js';
import { ecefFromEci } from '../earth/frames.js';
import { altitude_m as altitudeOf_m } from '../earth/geodesy.js';
import type { FlightLeg } from './flight-legs.js';
import { type Boundary, createIntegrator, type IntegrationEvent, type Integrator, type Measure, type Solution, type StepView } from './integrator.js';

/** Intervals of a flight's table while powered, in free flight, and in dense air on the way down. */
export interface Sampling {
  readonly boost_s: number;
  readonly coast_s: number;
  readonly entry_s: number;
}

/** Drag is felt from here on down: the fine sampling of the entry starts. */
export const REENTRY_ALTITUDE_M = 120_000;

/**
 * Error allowed per step in position (m) and velocity (m/s). A metre per second at burnout moves an ICBM's impact by
 * several kilometres, at entry by some tens of metres; the sum over all steps stays within a metre on the ground (test).
 */
const BOOST_TOLERANCE = [1e-2, 5e-6] as const;
const COAST_TOLERANCE = [5e-2, 3e-5] as const;
const ENTRY_TOLERANCE = [2e-2, 1e-3] as const;
const FIRST_STEP_S = 0.5;
const LEVELS_M = [...ATMOSPHERE_LAYERS_M.filter((level_m) => level_m < REENTRY_ALTITUDE_M), REENTRY_ALTITUDE_M];

const ALTITUDE: Measure = { value: (_t, y) => altitudeOf_m(y[0], y[1], y[2]) };
const GROUND: IntegrationEvent = { ...ALTITUDE, direction: -1, isTerminal: true };
const LAYERS: readonly Boundary[] = [{ ...ALTITUDE, levels: LEVELS_M }];
const LAYERS_TO_ENTRY: readonly Boundary[] = [{ ...ALTITUDE, levels: LEVELS_M, endsFallingThrough: REENTRY_ALTITUDE_M }];

export class FlightPath {
  readonly dynamics = new FlightDynamics();
  /** Inertial state at `t_s`. */
  readonly state = new Float64Array(6);
  t_s = 0;
  rightHandSides = 0;
  /** Highest point so far: altitude above the ellipsoid, age, and Earth-fixed state. */
  apogee_m = 0;
  apogeeTime_s = 0;
  readonly apogee_ecef_m = new Float64Array(6);
  /** Age at which it fell through 120 km; undefined before, and for what never rose so high. */
  entry_s: number | undefined;
  private step_s = FIRST_STEP_S;
  private factor = 1;
  private isRecording = false;
  private readonly integrator: Integrator = createIntegrator(6);
  private readonly recorder = new EphemerisRecorder();
  private readonly absolute = new Float64Array(6);

  /** Falling through the vertical: the highest point above the ellipsoid, not the farthest from the Earth's centre. */
  private readonly apogee: IntegrationEvent = {
    direction: -1,
    isTerminal: false,
    value: (_t, y) => climb_mps(y),
    onCrossing: (t, y) => this.noteApogee(t, y),
  };
  private readonly events: readonly IntegrationEvent[] = [GROUND, this.apogee];
  private readonly onStep = (step: StepView): void => this.recorder.record(step);

  /** Starts at `state`, at an altitude; `recordEvery_s` is the first interval of the table, 0 for none. */
  begin(t_s: number, altitude_m: number, recordEvery_s: number, toleranceFactor: number): void {
    this.t_s = t_s;
    this.step_s = FIRST_STEP_S;
    this.factor = toleranceFactor;
    this.rightHandSides = 0;
    this.entry_s = undefined;
    this.apogee_m = altitude_m;
    this.apogeeTime_s = t_s;
    this.isRecording = recordEvery_s > 0;
    if (this.isRecording) this.recorder.begin(t_s, this.state, recordEvery_s);
  }

  /** Flies one leg under its forces; `event` is the ground. */
  followLeg(leg: FlightLeg, until_s: number): Solution['status'] {
    this.dynamics.take(leg);
    return this.integrate(Math.min(leg.end_s, until_s), LAYERS, BOOST_TOLERANCE);
  }

  /** Free fall with a ballistic coefficient, to the ground or to `until_s`; `end` is still aloft. */
  fall(ballisticCoefficient_kgpm2: number, until_s: number, entryEvery_s: number): 'event' | 'end' | 'failed' {
    this.dynamics.fallFreely(ballisticCoefficient_kgpm2);
    while (this.t_s < until_s) {
      const end =
        this.entry_s === undefined
          ? this.integrate(until_s, LAYERS_TO_ENTRY, COAST_TOLERANCE)
          : this.integrate(until_s, LAYERS, ENTRY_TOLERANCE);
      if (end !== 'boundary') return end;
      this.entry_s = this.t_s;
      this.changeSampling(entryEvery_s);
    }
    return 'end';
  }

  /** Starts a part of the table with another interval. */
  changeSampling(every_s: number): void {
    if (!this.isRecording) return;
    this.recorder.endPart(this.t_s, this.state);
    this.recorder.startPart(this.t_s, this.state, every_s);
  }

  /** Ends the flight here: the table if one was asked for. */
  finish(): Ephemeris | undefined {
    this.noteApogee(this.t_s, this.state);
    if (!this.isRecording) return undefined;
    this.recorder.endPart(this.t_s, this.state);
    return this.recorder.finish();
  }

  private integrate(until_s: number, boundaries: readonly Boundary[], tolerance: readonly [number, number]): Solution['status'] {
    this.absolute.fill(tolerance[0] * this.factor, 0, 3).fill(tolerance[1] * this.factor, 3, 6);
    const end = this.integrator.integrate({
      dynamics: this.dynamics, t0: this.t_s, t1: until_s, y0: this.state, firstStep: this.step_s, relativeTolerance: 0,
      absoluteTolerance: this.absolute, events: this.events, boundaries,
      ...(this.isRecording ? { onStep: this.onStep } : {}),
    });
    this.rightHandSides += end.rightHandSides;
    this.step_s = end.nextStep;
    this.t_s = end.t;
    this.state.set(end.y);
    return end.status;
  }

  private noteApogee(t: number, y: ArrayLike<number>): void {
    const altitude_m = altitudeOf_m(y[0], y[1], y[2]);
    if (altitude_m > this.apogee_m) {
      this.apogee_m = altitude_m;
      this.apogeeTime_s = t;
      ecefFromEci(y, EARTH_RATE_RADPS * t, this.apogee_ecef_m);
    }
  }
}

/** Rate of climb: the velocity's component along the ellipsoid's normal, to second order in its flattening. */
export function climb_mps(y: ArrayLike<number>): number {
  const px = y[0];
  const py = y[1];
  const r2 = px * px + py * py + y[2] * y[2];
  const pz = y[2] * (1 + (EARTH_ECCENTRICITY_SQUARED * EARTH_RADIUS_M) / Math.sqrt(r2));
  return (px * y[3] + py * y[4] + pz * y[5]) / Math.sqrt(px * px + py * py + pz * pz);
}
