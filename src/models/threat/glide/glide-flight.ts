/**
 * Flight of a glider from the end of its boost to the ground: coast above the air, pull-up with level wings, glide from place to
 * place, dive. It glides until the last place is so near that the line to it falls off by `DIVE_SLOPE`, whatever its speed then; how
 * much too fast or too slow it is there tells the boost how much energy to give.
 */
import { ATMOSPHERE_LAYERS_M } from '../../../kernel/earth/atmosphere.js';
import { EARTH_RATE_RADPS } from '../../../kernel/constants.js';
import { EphemerisRecorder } from '../../../kernel/flight/ephemeris.js';
import { ecefFromEci } from '../../../kernel/earth/frames.js';
import { ecefToGeodetic, geodeticToEcef } from '../../../kernel/earth/geodesy.js';
import { type Boundary, createIntegrator, type IntegrationEvent, type Measure, type StepView } from '../../../kernel/flight/integrator.js';
import { atan2 } from '../../../kernel/maths.js';
import type { GeodeticPlace } from '../place.js';
import type { FlightPhase } from '../threat-class.js';
import type { GlideCourse, GlideFlight, GlideOptions, Passing } from './glide-course.js';
import { GlideDynamics, type Glider, LiftSteering } from './glide-dynamics.js';

/** Height over horizontal distance to the target at which the dive begins. Assumed. */
export const DIVE_SLOPE = 0.3;
/** A waypoint counts as passed when it is this near ahead, or abeam. */
const PASSED_M = 10_000;
/** Available lift from which, once it sinks, a pull-up is told apart from a coast. */
const PULL_UP_LIFT_MPS2 = 1;
type FlownPhase = 'coast' | 'pull-up' | 'glide' | 'dive';
const LAST_AGE_S = 4 * 3600;
const STEP_S: Readonly<Record<FlownPhase, number>> = { coast: 5, 'pull-up': 1, glide: 4, dive: 0.5 };
/** Error allowed per step in position (m) and velocity (m/s). */
const TOLERANCE = [0.5, 5e-3] as const;

/** Flies gliders one after another in the same scratch memory. Make one and keep it. */
export class GlideFlyer {
  private readonly dynamics = new GlideDynamics();
  private readonly integrator = createIntegrator(6);
  private readonly recorder = new EphemerisRecorder();
  private readonly state = new Float64Array(6);
  private readonly fixed = new Float64Array(6);
  private readonly tolerance = new Float64Array(6).fill(TOLERANCE[0], 0, 3).fill(TOLERANCE[1], 3, 6);
  private readonly onStep = (step: StepView): void => this.recorder.record(step);
  private apogee_m = 0;
  private leastSpeed_mps = 0;

  private readonly altitude: Measure = { value: (_t, y) => this.dynamics.altitudeOf_m(y) };
  private readonly layers: readonly Boundary[] = [{ ...this.altitude, levels: ATMOSPHERE_LAYERS_M }];
  private readonly ground: IntegrationEvent = { ...this.altitude, direction: -1, isTerminal: true };
  private readonly top: IntegrationEvent = this.event(-1, (at) => at.climb_mps, false, (_t, y) => {
    this.apogee_m = Math.max(this.apogee_m, this.dynamics.altitudeOf_m(y));
  });
  private readonly airFelt = this.event(1, (at) => Math.min(at.availableLift_mps2 - PULL_UP_LIFT_MPS2, -at.climb_mps));
  private readonly levelled = this.event(1, (at) => at.climb_mps - at.glideClimb_mps);
  private readonly passed = this.event(-1, (at) => at.ahead_m - PASSED_M);
  private readonly diveNear = this.event(-1, (at) => at.ahead_m - at.altitude_m / DIVE_SLOPE);
  private readonly slow = this.event(-1, (at) => at.speed_mps - this.leastSpeed_mps);

  fly(glider: Glider, course: GlideCourse, options: GlideOptions): GlideFlight {
    const { dynamics, state, recorder } = this;
    const { withEphemeris } = options;
    dynamics.setGlider(glider);
    dynamics.steering = LiftSteering.LevelWings;
    state.set(course.start_eci);
    this.apogee_m = dynamics.altitudeOf_m(state);
    this.leastSpeed_mps = options.leastSpeed_mps;
    const phases: FlightPhase[] = [];
    const passings: Passing[] = [];
    let t = course.start_s;
    this.steerTo(course.places[0]);
    let phase = this.firstPhase(t);
    let phaseStart_s = t;
    let step = 0.5;
    let rightHandSides = 0;
    let end: GlideFlight['end'] | undefined;
    let diveSpeed_mps = 0;
    let diveAside_m = 0;
    let headingError_rad = 0;
    let levelled = { lat_rad: course.places[0].lat_rad, lon_rad: course.places[0].lon_rad };
    const lastPlace = course.places.length - 1;
    if (withEphemeris) recorder.begin(t, state, STEP_S[phase]);

    // A first waypoint below the boost is behind by now.
    if (lastPlace > 0 && dynamics.ahead_m < PASSED_M) this.pass(t, course.places, passings);
    while (end === undefined) {
      // Slow from the start: no crossing would tell.
      if (phase === 'glide' && dynamics.speed_mps < options.leastSpeed_mps) {
        end = 'slow';
        break;
      }
      const isLastPlace = passings.length === lastPlace;
      dynamics.steering = phase === 'dive' ? LiftSteering.Dive : phase === 'glide' ? LiftSteering.ToPlace : LiftSteering.LevelWings;
      const events = this.eventsOf(phase, isLastPlace);
      const solution = this.integrator.integrate({
        dynamics, t0: t, t1: LAST_AGE_S, y0: state, firstStep: step, relativeTolerance: 0, absoluteTolerance: this.tolerance,
        events, boundaries: this.layers, ...(withEphemeris ? { onStep: this.onStep } : {}),
      });
      rightHandSides += solution.rightHandSides;
      t = solution.t;
      step = Math.max(0.05, Math.min(solution.nextStep, 10));
      state.set(solution.y);
      const happened = solution.event >= 0 ? events[solution.event] : undefined;
      dynamics.observe(t, state);
      let next: FlownPhase = phase;
      if (happened === undefined) end = solution.status === 'failed' ? 'failed' : 'aloft';
      else if (happened === this.ground) end = 'impact';
      else if (happened === this.slow) end = 'slow';
      else if (happened === this.airFelt) next = 'pull-up';
      else if (happened === this.levelled) {
        next = 'glide';
        // A target nearer than the pull-up is already below or behind: dive at once, and miss.
        if (lastPlace === 0 && dynamics.ahead_m < dynamics.altitude_m / DIVE_SLOPE) next = 'dive';
        levelled = this.placeBelow(t);
        headingError_rad = atan2(dynamics.aside_m, dynamics.ahead_m);
      } else if (happened === this.diveNear) {
        next = 'dive';
      } else {
        this.pass(t, course.places, passings);
        if (phase === 'glide' && passings.length === lastPlace && this.isAhead(dynamics.altitude_m / DIVE_SLOPE)) next = 'dive';
      }
      if (end === undefined && next === phase) continue;
      if (next === 'dive' && phase !== 'dive') {
        diveSpeed_mps = dynamics.speed_mps;
        diveAside_m = dynamics.aside_m;
        if (options.stopsAtDive) end = 'dive';
      }
      if (t > phaseStart_s) phases.push({ name: phase, from_s: phaseStart_s, to_s: t });
      if (withEphemeris) {
        recorder.endPart(t, state);
        if (end === undefined) recorder.startPart(t, state, STEP_S[next]);
      }
      phase = next;
      phaseStart_s = t;
    }
    if (diveSpeed_mps === 0) diveSpeed_mps = dynamics.speed_mps;
    return {
      end, age_s: t, ...this.placeBelow(t), altitude_m: dynamics.altitude_m, speed_mps: dynamics.speed_mps,
      apogee_m: this.apogee_m, diveSpeed_mps, diveAside_m, headingError_rad, levelled, phases, passings, rightHandSides,
      ephemeris: withEphemeris ? recorder.finish() : undefined,
    };
  }

  /** Notes the passing of a waypoint and steers to the next; waypoints within the same few kilometres are passed together. */
  private pass(t: number, places: readonly GeodeticPlace[], passings: Passing[]): void {
    const { dynamics, state } = this;
    do {
      const { aside_m, speed_mps, netWeight_mps2 } = dynamics;
      this.steerTo(places[passings.length + 1]);
      dynamics.observe(t, state);
      passings.push({ aside_m, age_s: t, speed_mps, netWeight_mps2, nextAhead_m: dynamics.ahead_m, nextAside_m: dynamics.aside_m });
    } while (passings.length < places.length - 1 && this.isAhead(PASSED_M));
  }

  private isAhead(within_m: number): boolean {
    const { ahead_m } = this.dynamics;
    return ahead_m > 0 && ahead_m < within_m;
  }

  private placeBelow(t: number): { lat_rad: number; lon_rad: number } {
    const { fixed } = this;
    ecefFromEci(this.state, EARTH_RATE_RADPS * t, fixed);
    ecefToGeodetic(fixed[0], fixed[1], fixed[2], fixed);
    return { lat_rad: fixed[0], lon_rad: fixed[1] };
  }

  private steerTo(place: GeodeticPlace): void {
    // Impact is told at the ellipsoid, so that is aimed at.
    geodeticToEcef(place.lat_rad, place.lon_rad, 0, this.dynamics.place_ecef_m);
  }

  private firstPhase(t: number): FlownPhase {
    const { dynamics } = this;
    dynamics.observe(t, this.state);
    return this.airFelt.value(t, this.state) < 0 ? 'coast' : dynamics.climb_mps < dynamics.glideClimb_mps ? 'pull-up' : 'glide';
  }

  private eventsOf(phase: FlownPhase, isLastPlace: boolean): readonly IntegrationEvent[] {
    const { ground, top, airFelt, levelled, passed, diveNear, slow } = this;
    const arrival = isLastPlace ? [] : [passed];
    if (phase === 'coast') return [ground, top, airFelt, ...arrival];
    if (phase === 'pull-up') return [ground, levelled, ...arrival];
    if (phase === 'dive') return [ground];
    return isLastPlace ? [ground, top, slow, diveNear] : [ground, top, slow, passed];
  }

  private event(
    direction: 1 | -1, of: (at: GlideDynamics) => number, isTerminal = true, onCrossing?: (t: number, y: Float64Array) => void,
  ): IntegrationEvent {
    const { dynamics } = this;
    const value = (t: number, y: Float64Array): number => {
      dynamics.observe(t, y);
      return of(dynamics);
    };
    return onCrossing === undefined ? { direction, isTerminal, value } : { direction, isTerminal, value, onCrossing };
  }
}
