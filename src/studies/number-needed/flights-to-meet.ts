/**
 * The stretch of a missile's path on which a constellation is asked to meet it. In boost that is the powered ascent from the
 * order to fire to burn-out, as it is flown and as the defence forecasts it from the class template. In a glide or in
 * midcourse it is one point of the path, to which interceptors have flown since the order.
 * Flights differ as missiles of a class do: place of launch and burn time.
 */
import { copyAscent, createTrack, raiseToFloor } from '../../engine/tracks/believe.js';
import type { Stretch } from '../../engine/reach/shell-search.js';
import { gridAscent, launchAxesAt } from '../../engine/flights/trajectories.js';
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { eciFromEcef } from '../../kernel/earth/frames.js';
import { geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { type FlightRequest, type GeodeticPlace, type PhaseName, prepareThreat, type SolvedFlight, type Threat, type Unsolved } from '../../models/threat/index.js';
import { type AscentGrid, ascentAt, forecast, type LaunchAxes } from '../../models/tracker/delay.js';

export type MeetingPhase = 'boost' | 'glide' | 'midcourse';

export interface MissileQuestion {
  readonly threat: Threat;
  readonly request: FlightRequest;
  readonly originRadius_m: number;
  /** Where the defence takes the missile to be going: the middle of what it defends. */
  readonly expectedTarget: GeodeticPlace;
  /** Missiles of the class that are flown; 1 is the class itself, without dispersion. */
  readonly flights_count: number;
  /** Age of the newest state that the defence has when it fires. */
  readonly latency_s: number;
  readonly phase: MeetingPhase;
  /** Age of the meeting in a glide or in midcourse; without it the middle of that phase. */
  readonly meeting_s?: number;
}

export interface FlightToMeet {
  readonly flight: SolvedFlight;
  readonly ascent: AscentGrid;
}

export interface Flights {
  readonly question: MissileQuestion;
  readonly flown: readonly FlightToMeet[];
  /** The class itself, without dispersion. */
  readonly itself: FlightToMeet;
  /** What the defence forecasts with; absent where no boost is met. */
  readonly template: AscentGrid | undefined;
  readonly launchAxes: LaunchAxes;
}

export interface NoFlight {
  readonly reason: 'no-flight' | 'no-such-phase';
  readonly unsolved?: Unsolved;
  readonly detail: string;
}

/** Flies the class; the rest of this file asks about these flights for any delay and any interceptor. */
export function flyToMeet(question: MissileQuestion): Flights | NoFlight {
  const prepared = prepareThreat(question.threat), { request, flights_count } = question;
  const single = prepared.solve(request);
  if (!single.converged) return { reason: 'no-flight', unsolved: single, detail: 'the missile does not reach the target' };
  const flights = flights_count <= 1 ? [single.flight] : prepared.solveVariants(request, question.originRadius_m, flights_count).variants;
  const used = flights.length > 0 ? flights : [single.flight];
  if (phaseSpan(used[0], question.phase) === undefined) return { reason: 'no-such-phase', detail: `its phases are ${used[0].phases.map(({ name }) => name).join(', ')}` };
  const expected = prepared.solve({ ...request, to: question.expectedTarget });
  const believed = expected.converged ? expected.flight : single.flight;
  const site = new Float64Array(3), { from } = request;
  geodeticToEcef(from.lat_rad, from.lon_rad, from.altitude_m, site);
  return {
    question,
    flown: used.map(withAscent),
    itself: withAscent(single.flight),
    template: question.phase === 'boost' ? gridAscent(believed.ephemeris, believed.burnTime_s) : undefined,
    launchAxes: launchAxesAt({ ...from, name: '' }, site),
  };
}

function withAscent(flight: SolvedFlight): FlightToMeet {
  return { flight, ascent: gridAscent(flight.ephemeris, flight.burnTime_s) };
}

/** The same question about the class itself. */
export function withoutDispersion(flights: Flights): Flights {
  return { ...flights, flown: [flights.itself] };
}

const MIDCOURSE: readonly PhaseName[] = ['bus', 'coast', 'orbit', 'de-orbit'];
const GLIDE: readonly PhaseName[] = ['pull-up', 'glide'];

/** From and to, by age; undefined where a flight has no such phase. */
function phaseSpan({ phases }: SolvedFlight, phase: MeetingPhase): readonly [number, number] | undefined {
  const names = phase === 'boost' ? ['boost'] : phase === 'glide' ? GLIDE : MIDCOURSE;
  const part = phases.filter(({ name, from_s, to_s }) => names.includes(name) && to_s > from_s);
  const last = part.at(-1);
  return last === undefined ? undefined : [part[0].from_s, last.to_s];
}

/** A stretch in the frame that is Earth-fixed at `age_s` after launch; its rows count from there. */
export interface StretchToMeet {
  readonly stretch: Stretch;
  readonly age_s: number;
  /** In the rows' time. */
  readonly commit_s: number;
}

/** What there is to be met of the boost of flight `index` after an order at age `commit_s`, by what works above `floor_m`. */
export function trueStretch({ flown }: Flights, index: number, commit_s: number, floor_m: number): StretchToMeet {
  const { ascent } = flown[index];
  const track = createTrack(ascent.step_s);
  copyAscent(ascent, commit_s, track);
  raiseToFloor(track.stretch, floor_m);
  return { stretch: track.stretch, age_s: 0, commit_s };
}

/** The same as the defence sees it coming; undefined where it forecasts no boost. */
export function believedStretch({ question, flown, template, launchAxes }: Flights, index: number, commit_s: number, floor_m: number): StretchToMeet | undefined {
  if (template === undefined) return undefined;
  const track = createTrack(template.step_s), observed = new Float64Array(8), observed_s = Math.max(0, commit_s - question.latency_s);
  const fromRow = Math.max(0, Math.ceil(commit_s / template.step_s));
  ascentAt(flown[index].ascent, observed_s, observed);
  forecast(template, launchAxes, observed, observed_s, 0, fromRow, new Float64Array(8), track.stretch.positions);
  track.stretch.fromRow = fromRow;
  track.stretch.toRow = Math.min(Math.floor(template.burnout_s / template.step_s), template.rows - 1);
  raiseToFloor(track.stretch, floor_m);
  return { stretch: track.stretch, age_s: 0, commit_s };
}

/** Age at which a glide or a free flight is met. */
function meetingAge_s(flight: SolvedFlight, { phase, meeting_s }: Pick<MissileQuestion, 'phase' | 'meeting_s'>): number {
  const [from_s, to_s] = phaseSpan(flight, phase) ?? [0, flight.flightTime_s];
  return meeting_s ?? 0.5 * (from_s + to_s);
}

/** Where a glide or a free flight is met, in axes that are Earth-fixed then. */
export function meetingPoint({ question }: Flights, { flight }: FlightToMeet): { readonly point_m: Float64Array; readonly age_s: number } {
  const age_s = meetingAge_s(flight, question);
  return { point_m: positionAt(flight, age_s, age_s), age_s };
}

/** Position at age `age_s` in the inertial axes that are Earth-fixed at age `axes_s`. */
export function positionAt({ ephemeris }: SolvedFlight, age_s: number, axes_s: number): Float64Array {
  const fixed = new Float64Array(6), inertial = new Float64Array(6);
  ephemerisAt(ephemeris, age_s, fixed);
  eciFromEcef(fixed, EARTH_RATE_RADPS * (age_s - axes_s), inertial);
  return inertial.slice(0, 3);
}

/** A point to be met `wait_s` after the order, in axes that are Earth-fixed at the order. */
export function fixedPoint(position_m: Float64Array, wait_s: number, age_s: number): StretchToMeet {
  const row = 1, positions = new Float64Array(6);
  positions.set(position_m, 3 * row);
  // A wait in the past leaves nothing to meet.
  return { stretch: { positions, step_s: Math.max(wait_s, 1e-3), fromRow: row, toRow: wait_s > 0 ? row : 0 }, age_s, commit_s: 0 };
}
