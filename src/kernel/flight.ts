/**
 * Flight of a staged point mass from launch to the ground: stages in turn with coasts between them, vertical rise,
 * pitch-over, gravity turn, thrust ended by depletion or cut-off, then free flight and re-entry. Threats and ground
 * interceptors share it. Time is since launch; the inertial frame coincides with the Earth-fixed axes at launch.
 * Assumes an instant start of thrust and drops each empty stage when it burns out.
 */
import { ATMOSPHERE_LAYERS_M } from './atmosphere.js';
import { EARTH_ECCENTRICITY_SQUARED, EARTH_MEAN_RADIUS_M, EARTH_RADIUS_M, EARTH_RATE_RADPS } from './constants.js';
import { type Ephemeris, EphemerisRecorder } from './ephemeris.js';
import { FlightDynamics, Steering } from './flight-dynamics.js';
import { altitude_m as altitudeOf_m, distance_m, ecefFromEnu, ecefToGeodetic, geodeticToEcef } from './geodesy.js';
import { ecefFromEci, eciFromEcef } from './frames.js';
import { type FlightLeg, type Launch, liftsOff, planLegs, type Vehicle } from './flight-legs.js';
import { type Boundary, createIntegrator, type IntegrationEvent, type Integrator, type Measure, type Solution, type StepView } from './integrator.js';
import { acos, asin, cos, sin } from './maths.js';

export { ageAtPowered_s, burnTime_s, type Launch, poweredTime_s, type Stage, type Vehicle } from './flight-legs.js';

export interface FlightOptions {
  /** Also return the flight as a table. */
  readonly withEphemeris?: boolean;
  /** Its intervals while powered, in free flight, and in dense air on the way down. */
  readonly sampling?: Sampling;
  /** End of the integration, for flights that need not reach the ground; default four hours. */
  readonly until_s?: number;
  /** Factor on the tolerances of the integration; 0.1 is ten times tighter. */
  readonly toleranceFactor?: number;
}

export interface Sampling {
  readonly boost_s: number;
  readonly coast_s: number;
  readonly entry_s: number;
}

/** Why a flight ended: `aloft` is still flying at `until_s`; `no-lift-off` cannot lift itself. */
export type FlightStatus = 'impact' | 'aloft' | 'no-lift-off' | 'fell-under-power' | 'not-integrated';

export interface Burnout {
  readonly t_s: number;
  /** Speed relative to the Earth, and the angle of that motion above the local horizontal. */
  readonly speed_mps: number;
  readonly flightPathAngle_rad: number;
  readonly inertialSpeed_mps: number;
  readonly altitude_m: number;
}

export interface Flight {
  readonly status: FlightStatus;
  /** From launch to the end of thrust, coasts included. */
  readonly burnTime_s: number;
  readonly burnout: Burnout;
  /** Highest altitude above the ellipsoid, and when. */
  readonly apogee_m: number;
  readonly apogeeTime_s: number;
  /** Where and when the flight ended; on the ground when the status says so. */
  readonly impact: { readonly lat_rad: number; readonly lon_rad: number; readonly t_s: number };
  /** Geodesic from launch point to impact. */
  readonly range_m: number;
  /** Distance over the ground from launch to impact by way of the point below the apogee; grows beyond half the Earth. */
  readonly groundTrack_m: number;
  readonly rightHandSides: number;
  readonly ephemeris: Ephemeris | undefined;
}

/**
 * Error allowed per step in position (m) and velocity (m/s). A metre per second at burnout moves an ICBM's impact by
 * several kilometres, at entry by some tens of metres; the sum over all steps stays within a metre on the ground (test).
 */
const BOOST_TOLERANCE = [1e-2, 5e-6] as const;
const COAST_TOLERANCE = [5e-2, 3e-5] as const;
const ENTRY_TOLERANCE = [2e-2, 1e-3] as const;
const FIRST_STEP_S = 0.5;
const DEFAULT_UNTIL_S = 4 * 3600;
/** Keeps the interpolated position within 20 m of the integrated one, stage ignitions included (test). */
const SAMPLING: Sampling = { boost_s: 1, coast_s: 10, entry_s: 0.5 };
/** Drag is felt from here on down: the fine sampling of the entry starts. */
const REENTRY_ALTITUDE_M = 120_000;
const LEVELS_M = [...ATMOSPHERE_LAYERS_M.filter((level_m) => level_m < REENTRY_ALTITUDE_M), REENTRY_ALTITUDE_M];

const ALTITUDE: Measure = { value: (_t, y) => altitudeOf_m(y[0], y[1], y[2]) };
const GROUND: IntegrationEvent = { ...ALTITUDE, direction: -1, isTerminal: true };
const LAYERS: readonly Boundary[] = [{ ...ALTITUDE, levels: LEVELS_M }];
const LAYERS_TO_ENTRY: readonly Boundary[] = [{ ...ALTITUDE, levels: LEVELS_M, endsFallingThrough: REENTRY_ALTITUDE_M }];

/** Flies vehicles one after another in the same scratch memory. Make one and keep it. */
export class Flyer {
  private readonly integrator: Integrator = createIntegrator(6);
  private readonly dynamics = new FlightDynamics();
  private readonly recorder = new EphemerisRecorder();
  private readonly state = new Float64Array(6);
  private readonly fixed = new Float64Array(6);
  private readonly place = new Float64Array(3);
  private readonly absolute = new Float64Array(6);
  private isRecording = false;
  private apogee_m = 0;
  private apogeeTime_s = 0;
  private readonly apogee_ecef_m = new Float64Array(6);

  /** Falling through the vertical: the highest point above the ellipsoid, not the farthest from the Earth's centre. */
  private readonly apogee: IntegrationEvent = {
    direction: -1,
    isTerminal: false,
    value: (_t, y) => climb_mps(y),
    onCrossing: (t, y) => this.noteApogee(t, y),
  };
  private readonly events: readonly IntegrationEvent[] = [GROUND, this.apogee];
  private readonly onStep = (step: StepView): void => this.recorder.record(step);

  fly(vehicle: Vehicle, launch: Launch, options: FlightOptions = {}): Flight {
    const factor = options.toleranceFactor ?? 1;
    const until_s = options.until_s ?? DEFAULT_UNTIL_S;
    const sampling = options.sampling ?? SAMPLING;
    const { state, fixed, dynamics, recorder, apogee_ecef_m } = this;
    this.stand(launch);
    this.isRecording = options.withEphemeris === true;
    this.apogee_m = launch.altitude_m;
    this.apogeeTime_s = 0;
    apogee_ecef_m.set(state);
    if (this.isRecording) recorder.begin(0, state, sampling.boost_s);

    const legs = planLegs(vehicle, launch);
    let rightHandSides = 0;
    let t = 0;
    let step = FIRST_STEP_S;
    let status: FlightStatus | undefined = liftsOff(vehicle) ? undefined : 'no-lift-off';
    for (const leg of legs) {
      if (status !== undefined || t >= until_s) break;
      this.take(leg);
      const end = this.integrate(t, Math.min(leg.end_s, until_s), step, LAYERS, BOOST_TOLERANCE, factor);
      rightHandSides += end.rightHandSides;
      step = end.nextStep;
      t = end.t;
      state.set(end.y);
      if (end.status === 'event') status = 'fell-under-power';
      if (end.status === 'failed') status = 'not-integrated';
    }
    const burnout = this.burnoutAt(t, launch);
    if (this.isRecording) {
      recorder.endPart(t, state);
      recorder.startPart(t, state, sampling.coast_s);
    }
    dynamics.steering = Steering.None;
    dynamics.referenceArea_m2 = 0;
    dynamics.ballisticCoefficient_kgpm2 = vehicle.ballisticCoefficient_kgpm2;
    let isEntering = false;
    while (status === undefined && t < until_s) {
      const end: Solution = isEntering
        ? this.integrate(t, until_s, step, LAYERS, ENTRY_TOLERANCE, factor)
        : this.integrate(t, until_s, step, LAYERS_TO_ENTRY, COAST_TOLERANCE, factor);
      rightHandSides += end.rightHandSides;
      step = end.nextStep;
      t = end.t;
      state.set(end.y);
      if (end.status === 'boundary') {
        isEntering = true;
        if (!this.isRecording) continue;
        recorder.endPart(t, state);
        recorder.startPart(t, state, sampling.entry_s);
      } else {
        status = end.status === 'event' ? 'impact' : end.status === 'failed' ? 'not-integrated' : 'aloft';
      }
    }
    if (this.isRecording) recorder.endPart(t, state);
    this.noteApogee(t, state);

    ecefFromEci(state, EARTH_RATE_RADPS * t, fixed);
    ecefToGeodetic(fixed[0], fixed[1], fixed[2], this.place);
    const impact = { lat_rad: this.place[0], lon_rad: this.place[1], t_s: t };
    return {
      status: status ?? 'aloft', burnTime_s: burnout.t_s, burnout, apogee_m: this.apogee_m, apogeeTime_s: this.apogeeTime_s, impact,
      range_m: distance_m(launch.lat_rad, launch.lon_rad, impact.lat_rad, impact.lon_rad),
      groundTrack_m: EARTH_MEAN_RADIUS_M * (angleBetween_rad(this.dynamics.up_eci, apogee_ecef_m) + angleBetween_rad(apogee_ecef_m, fixed)),
      rightHandSides, ephemeris: this.isRecording ? recorder.finish() : undefined,
    };
  }

  /** Puts the state on the launch point, at rest on the turning Earth. */
  private stand(launch: Launch): void {
    const { fixed, dynamics } = this;
    geodeticToEcef(launch.lat_rad, launch.lon_rad, launch.altitude_m, fixed);
    fixed.fill(0, 3);
    eciFromEcef(fixed, 0, this.state);
    ecefFromEnu(launch.lat_rad, launch.lon_rad, 0, 0, 1, dynamics.up_eci);
    ecefFromEnu(launch.lat_rad, launch.lon_rad, sin(launch.azimuth_rad), cos(launch.azimuth_rad), 0, dynamics.ahead_eci);
  }

  private take(leg: FlightLeg): void {
    const { dynamics } = this;
    dynamics.steering = leg.steering;
    dynamics.start_s = leg.start_s;
    dynamics.mass_kg = leg.mass_kg;
    dynamics.flow_kgps = leg.flow_kgps;
    dynamics.thrustVacuum_N = leg.thrustVacuum_N;
    dynamics.nozzleArea_m2 = leg.nozzleArea_m2;
    dynamics.referenceArea_m2 = leg.referenceArea_m2;
    dynamics.pitchStart_s = leg.pitchStart_s;
    dynamics.pitchRate_radps = leg.pitchRate_radps;
  }

  private integrate(
    t0: number, t1: number, firstStep: number, boundaries: readonly Boundary[], tolerance: readonly [number, number], factor: number,
  ): Solution {
    this.absolute.fill(tolerance[0] * factor, 0, 3).fill(tolerance[1] * factor, 3, 6);
    return this.integrator.integrate({
      dynamics: this.dynamics, t0, t1, y0: this.state, firstStep, relativeTolerance: 0, absoluteTolerance: this.absolute,
      events: this.events, boundaries,
      ...(this.isRecording ? { onStep: this.onStep } : {}),
    });
  }

  private noteApogee(t: number, y: ArrayLike<number>): void {
    const altitude_m = altitudeOf_m(y[0], y[1], y[2]);
    if (altitude_m > this.apogee_m) {
      this.apogee_m = altitude_m;
      this.apogeeTime_s = t;
      ecefFromEci(y, EARTH_RATE_RADPS * t, this.apogee_ecef_m);
    }
  }

  private burnoutAt(t: number, launch: Launch): Burnout {
    const { state, fixed } = this;
    ecefFromEci(state, EARTH_RATE_RADPS * t, fixed);
    const speed_mps = length(fixed[3], fixed[4], fixed[5]);
    return {
      t_s: t,
      speed_mps,
      flightPathAngle_rad: speed_mps > 0 ? asin(Math.max(-1, Math.min(1, climb_mps(fixed) / speed_mps))) : 0,
      inertialSpeed_mps: length(state[3], state[4], state[5]),
      altitude_m: t > 0 ? altitudeOf_m(state[0], state[1], state[2]) : launch.altitude_m,
    };
  }
}

/** Rate of climb: the velocity's component along the ellipsoid's normal, to second order in its flattening. */
function climb_mps(y: ArrayLike<number>): number {
  const px = y[0];
  const py = y[1];
  const r2 = px * px + py * py + y[2] * y[2];
  const pz = y[2] * (1 + (EARTH_ECCENTRICITY_SQUARED * EARTH_RADIUS_M) / Math.sqrt(r2));
  return (px * y[3] + py * y[4] + pz * y[5]) / length(px, py, pz);
}

function length(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}

function angleBetween_rad(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const cosine = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / (length(a[0], a[1], a[2]) * length(b[0], b[1], b[2]));
  return acos(Math.max(-1, Math.min(1, cosine)));
}
