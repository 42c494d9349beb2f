/**
 * A flight as the points that tables, files and pictures show: where it is, how high, how fast and how steep, and how far
 * it has come. Taken from the rows of its ephemeris and from the ends of its phases.
 */
import { ephemerisAt, type Ephemeris } from '../../kernel/flight/ephemeris.js';
import { distance_m, ecefToGeodetic, enuFromEcef } from '../../kernel/earth/geodesy.js';
import { asin } from '../../kernel/maths.js';
import type { FlightPhase, GeodeticPlace, PhaseName } from '../../models/threat/index.js';

export interface FlightPoint {
  /** Age since launch. */
  readonly t_s: number;
  readonly lat_rad: number;
  readonly lon_rad: number;
  /** Above the ellipsoid. */
  readonly altitude_m: number;
  /** Relative to the Earth; so is the angle of the motion above the horizon. */
  readonly speed_mps: number;
  readonly flightPathAngle_rad: number;
  /** Geodesic from the launch point to the point below. */
  readonly range_m: number;
  /** Way over the ground up to here, turns included. */
  readonly track_m: number;
  readonly phase: PhaseName;
}

/** What a course is made of; every solved flight and every body of one has it. */
export interface FlownPath {
  readonly from: GeodeticPlace;
  readonly ephemeris: Ephemeris;
  readonly phases: readonly FlightPhase[];
}

/** Two rows closer than this are one. */
const SAME_S = 1e-3;

/** All points of a flight in order of time, its phase ends among them. A point where two phases meet counts to the later one. */
export function flightCourse({ from, ephemeris, phases }: FlownPath): FlightPoint[] {
  const state = new Float64Array(6), place = new Float64Array(3), local = new Float64Array(3);
  const points: FlightPoint[] = [];
  let track_m = 0;
  for (const t_s of courseTimes(ephemeris, phases)) {
    ephemerisAt(ephemeris, t_s, state);
    const [x = 0, y = 0, z = 0, vx = 0, vy = 0, vz = 0] = state;
    ecefToGeodetic(x, y, z, place);
    const [lat_rad = 0, lon_rad = 0, altitude_m = 0] = place;
    const speed_mps = Math.sqrt(vx * vx + vy * vy + vz * vz);
    enuFromEcef(lat_rad, lon_rad, vx, vy, vz, local);
    const last = points.at(-1);
    if (last !== undefined) track_m += distance_m(last.lat_rad, last.lon_rad, lat_rad, lon_rad);
    points.push({
      t_s, lat_rad, lon_rad, altitude_m, speed_mps,
      flightPathAngle_rad: speed_mps > 0 ? asin(Math.max(-1, Math.min(1, (local[2] ?? 0) / speed_mps))) : 0,
      range_m: distance_m(from.lat_rad, from.lon_rad, lat_rad, lon_rad), track_m, phase: phaseAt(phases, t_s),
    });
  }
  return points;
}

/** The point of a course at one of its times, as the ends of phases are; the nearest one otherwise. */
export function pointAt(course: readonly FlightPoint[], t_s: number): FlightPoint {
  let best = course[0];
  for (const point of course) if (best === undefined || Math.abs(point.t_s - t_s) < Math.abs(best.t_s - t_s)) best = point;
  if (best === undefined) throw new Error('pointAt: a course without points');
  return best;
}

function courseTimes(ephemeris: Ephemeris, phases: readonly FlightPhase[]): number[] {
  const ends = phases.flatMap(({ from_s, to_s }) => [from_s, to_s]);
  const rows: number[] = [];
  for (const part of ephemeris.parts) {
    for (let row = 0; row < part.count; row++) rows.push(row === part.count - 1 ? part.end_s : part.start_s + row * part.step_s);
  }
  const times: number[] = [];
  // Ends of phases come first among equals, so that they are kept as they are.
  const marked = [...ends.map((t_s) => ({ t_s, isEnd: true })), ...rows.map((t_s) => ({ t_s, isEnd: false }))].sort((a, b) => a.t_s - b.t_s);
  let lastIsEnd = false;
  for (const { t_s, isEnd } of marked) {
    const before_s = times.at(-1);
    if (before_s !== undefined && t_s - before_s < SAME_S) {
      if (isEnd && !lastIsEnd) times[times.length - 1] = t_s;
      lastIsEnd ||= isEnd;
    } else {
      times.push(t_s);
      lastIsEnd = isEnd;
    }
  }
  return times;
}

function phaseAt(phases: readonly FlightPhase[], t_s: number): PhaseName {
  const phase = phases.find(({ to_s }) => t_s < to_s) ?? phases.at(-1);
  if (phase === undefined) throw new Error('flightCourse: a flight without phases');
  return phase.name;
}
