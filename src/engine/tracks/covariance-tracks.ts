/**
 * The tracks of a run with the tracker `covariance`: the error of what is believed of each object, carried along its flight from its
 * first sighting, row by row of its chart, as far as somebody asks. Whoever has sighted it measures it from then on: sensors that
 * stand still by their charts, satellites that move by where they are in this run. Luck is keyed by run, by missile until release and
 * by object after it, by sensor and by row, so it does not matter who asks when. Reads the run's truth: it is the tracker.
 */
import { EARTH_RATE_RADPS, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import { BIAS_COLUMNS, COVARIANCE, createRow, gradientAt, mismatchDensity_m2ps3, NORMALS, predictTrack, startTrack, TRACK_SIZE, updateTrack } from '../../models/tracker/covariance-filter.js';
import type { Gradient, Row } from '../../models/tracker/covariance-filter.js';
import { confuse, createSight, DIRECTIONS, RADAR_ROWS, writeDirections, writePlace, writeRadar } from '../../models/tracker/measurement-rows.js';
import type { LookError } from '../../models/tracker/measurement-rows.js';
import type { CovarianceTrackerPlan } from '../../scenario/plan/plan.js';
import { DISCRIMINATOR_KINDS } from '../../scenario/plan/tracker-plan.js';
import type { Geometry } from '../geometry.js';
import { markHeard } from '../sensing/heard-sensors.js';
import { createMovingViews } from '../sensing/moving-measurements.js';
import type { NetworkSensor } from '../sensing/sensor-network.js';
import { STANDING } from '../sensing/satellite-motion.js';
import { BURNING_STEP_S, chartTurns, rowAge_s, rowAt } from './track-chart.js';
import type { TrackRows } from './track-chart.js';
import type { World } from '../world.js';

/** Kinds of sensor that have an object under watch, in the order of DISCRIMINATOR_KINDS. */
export const KINDS = DISCRIMINATOR_KINDS.length;
/** Axes of a place, which has no bias. */
const PLACE_ROWS = 3;
/** Rows of one step where nothing is measured and nothing drives it. */
const LEAP_ROWS = 6;

export interface CovarianceTracks {
  /** Track `m` stands at `m · TRACK_SIZE`; behind the last, in the same order, what each missile's was before it set anything free. */
  readonly tracks: Float64Array;
  /** Row of its chart that a track has been carried to; −1 before its first sighting. */
  readonly row: Int32Array;
  /** Columns of bias in use. */
  readonly columns: Int32Array;
  /** Seconds under watch since release: object · KINDS + kind. */
  readonly watched_s: Float64Array;
  begin(world: World, luck: Luck, run: number): void;
  rowsOf(m: number): TrackRows;
  /** Carries a track on to the last row at or before an age; it starts at its first sighting. */
  advance(m: number, age_s: number): void;
  /** First row after `row` at which something may be measured, or thrust and turns have changed it; −1 when there is none. */
  nextActive(m: number, row: number): number;
}

/** What one look of a sensor is worth. */
function errorOf({ plan }: NetworkSensor, tracker: CovarianceTrackerPlan): LookError {
  const { biasShare } = tracker;
  switch (plan.model) {
    case 'infrared': return { angle_rad: plan.angularError_rad, range_m: 0, rate_mps: 0, biasShare };
    case 'radar': return { angle_rad: plan.angleError_rad, range_m: plan.rangeError_m, rate_mps: plan.speedError_mps, biasShare };
    case 'over-horizon-radar': return { angle_rad: 0, range_m: tracker.overHorizonError_m, rate_mps: 0, biasShare: 0 };
    case 'air-tracker': return { angle_rad: 0, range_m: tracker.airTrackerError_m, rate_mps: 0, biasShare: 0 };
  }
}

/** What a sensor watches objects as; −1 for what cannot tell one from another. */
export function kindOf({ plan }: NetworkSensor, { discrimination }: CovarianceTrackerPlan): number {
  if (plan.model === 'infrared') return 0;
  if (plan.model !== 'radar') return -1;
  return plan.rangeError_m <= discrimination.wideBandRangeError_m ? 2 : 1;
}

export function createCovarianceTracks(geometry: Geometry, tracker: CovarianceTrackerPlan): CovarianceTracks {
  const { missiles, sensors } = geometry.linked, objects = missiles.length, S = sensors.length;
  const tracks = new Float64Array(2 * objects * TRACK_SIZE), row = new Int32Array(objects), columns = new Int32Array(objects);
  const watched_s = new Float64Array(objects * KINDS), columnOf = new Int32Array(2 * objects * S), sharedRow = new Int32Array(objects), sharedColumns = new Int32Array(objects);
  const errors = sensors.map((sensor) => errorOf(sensor, tracker)), kinds = sensors.map((sensor) => kindOf(sensor, tracker));
  const positions = sensors.map((sensor) => {
    const position = new Float64Array(3);
    if (sensor.isFixed) sensor.positionAt(STANDING, 0, 0, position);
    return position;
  });
  const moving = sensors.map((sensor, s) => (sensor.isFixed ? null : createMovingViews(geometry, sensor, s)));
  const burnDensity = mismatchDensity_m2ps3(tracker.boostMismatch_mps2, tracker.boostMismatchLasts_s), steerDensity = mismatchDensity_m2ps3(tracker.manoeuvre_mps2, tracker.manoeuvreLasts_s);
  const hasMoving = moving.some((views) => views !== null);
  let last_s = 0;
  for (const aims of geometry.trajectories) for (const { variants } of aims) for (const { impact_s } of variants) last_s = Math.max(last_s, impact_s);
  const turns = chartTurns(last_s);
  const normals = new Float64Array(NORMALS), biases = new Float64Array(DIRECTIONS * S), hasBias = new Uint8Array(S), isHeard = new Uint8Array(S);
  const rows: Row[] = Array.from({ length: RADAR_ROWS }, createRow), sight = createSight(), gradient: Gradient = { pull_ps2: 0, ux: 1, uy: 0, uz: 0 };
  let world!: World, luck!: Luck, run = 0;

  const rowsOf = (m: number): TrackRows => geometry.tracks[missiles[m].attack][missiles[m].aim][world.truth.variant[m]];
  const flightOf = (m: number) => geometry.trajectories[missiles[m].attack][missiles[m].aim].variants[world.truth.variant[m]];
  /** Until release a missile is one thing, with one luck. */
  const keyAt = (m: number, age_s: number): number => (age_s < flightOf(m).released_s ? missiles[m].missileKey : missiles[m].key);

  function start(m: number, at: number): void {
    for (let i = 0; i < 3; i++) luck.normalPair(STREAM.trackStart, run, missiles[m].missileKey, 0, i, normals, 2 * i);
    startTrack(tracks, m * TRACK_SIZE, tracker.priorPosition_m, tracker.priorVelocity_mps, normals);
    row[m] = at;
  }

  const firstRow = (m: number, chart: TrackRows): number => rowAt(chart, Math.max(0, world.belief.sighted_s[m] - world.truth.launch_s[m]));
  /** Last row that everything on board has in common. */
  const lastShared = (m: number, chart: TrackRows): number => Math.min(chart.burning - 1, rowAt(chart, flightOf(missiles[m].lead).released_s) - 1);

  /**
   * Starts an object from what its missile's track was before anything left it, where the same sensors had sighted both: the same luck
   * would make the same track, row by row. False where there is no such track.
   */
  function startFromMissile(m: number, to: number, chart: TrackRows): boolean {
    const { lead } = missiles[m], at = lastShared(m, chart), by_s = world.truth.launch_s[m] + rowAge_s(chart, Math.max(0, at));
    if (lead === m || to < at || firstRow(m, chart) > at || firstRow(m, chart) !== firstRow(lead, chart)) return false;
    for (let s = 0; s < S; s++) {
      const own_s = world.seenFrom_s[m * S + s], other_s = world.seenFrom_s[lead * S + s];
      if (own_s !== other_s && Math.min(own_s, other_s) <= by_s) return false;
    }
    if (row[lead] < at) advance(lead, rowAge_s(chart, at));
    if (sharedRow[lead] !== at) return false;
    tracks.copyWithin(m * TRACK_SIZE, objects * TRACK_SIZE + lead * TRACK_SIZE, objects * TRACK_SIZE + (lead + 1) * TRACK_SIZE);
    columnOf.copyWithin(m * S, (objects + lead) * S, (objects + lead + 1) * S);
    columns[m] = sharedColumns[lead];
    row[m] = at;
    return true;
  }

  /** Keeps the track of a missile as it is, for what it is about to set free. */
  function keepShared(m: number): void {
    tracks.copyWithin((objects + m) * TRACK_SIZE, m * TRACK_SIZE, (m + 1) * TRACK_SIZE);
    columnOf.copyWithin((objects + m) * S, m * S, (m + 1) * S);
    sharedColumns[m] = columns[m];
    sharedRow[m] = row[m];
  }

  function advance(m: number, age_s: number): void {
    const chart = rowsOf(m), to = rowAt(chart, age_s), carries = m + 1 < objects && missiles[m + 1].lead === m, shared = carries ? lastShared(m, chart) : -1;
    if (row[m] < 0 && !startFromMissile(m, to, chart)) {
      const first = firstRow(m, chart);
      start(m, first);
      measure(m, first, chart);
      if (first === shared) keepShared(m);
    }
    // A track rests at the last row at which it could change, so that it is the same whoever asks when.
    for (let next = nextActive(m, row[m]); next >= 0 && next <= to; next = nextActive(m, next)) {
      while (row[m] < next) step(m, Math.min(next, row[m] < chart.burning ? row[m] + 1 : row[m] + LEAP_ROWS), chart);
      measure(m, next, chart);
      if (next === shared) keepShared(m);
    }
  }

  function step(m: number, to: number, chart: TrackRows): void {
    const from = row[m], from_s = rowAge_s(chart, from), to_s = rowAge_s(chart, to), { state } = chart, a = 6 * ((from + to) >> 1), b = 6 * ((from + to + 1) >> 1), { burnout_s, foretoldUntil_s } = flightOf(m);
    gradientAt(0.5 * (state[a] + state[b]), 0.5 * (state[a + 1] + state[b + 1]), 0.5 * (state[a + 2] + state[b + 2]), MU_EARTH_M3PS2, gradient);
    const burns_s = Math.max(0, Math.min(to_s, burnout_s) - from_s), steers_s = Math.max(0, to_s - Math.max(from_s, foretoldUntil_s));
    const density = (burnDensity * burns_s + steerDensity * steers_s) / (to_s - from_s);
    if (density > 0) for (let i = 0; i < 3; i++) luck.normalPair(STREAM.trackMotion, run, keyAt(m, from_s), 0, 3 * to + i, normals, 2 * i);
    predictTrack(tracks, m * TRACK_SIZE, columns[m], to_s - from_s, gradient, density, normals);
    row[m] = to;
  }

  /** First column of a sensor's biases in a track; −1 where too many others have theirs. */
  function columnFor(m: number, s: number): number {
    const slot = m * S + s;
    if (columnOf[slot] < 0 && columns[m] + DIRECTIONS <= BIAS_COLUMNS) {
      columnOf[slot] = columns[m];
      columns[m] += DIRECTIONS;
    }
    return columnOf[slot];
  }

  /** All sensors that look at an object at a row of its chart. */
  function measure(m: number, at: number, chart: TrackRows): void {
    const age_s = rowAge_s(chart, at), t_s = world.truth.launch_s[m] + age_s, step_s = at === 0 ? BURNING_STEP_S : age_s - rowAge_s(chart, at - 1), key = keyAt(m, age_s);
    const isFree = age_s >= flightOf(m).released_s, nearest_m = chart.nearest_m === null ? Infinity : chart.nearest_m[at];
    for (let s = 0; s < S; s++) {
      if (isHeard[s] === 0) continue;
      const views = moving[s], column = chart.looks[s];
      let seen = 0, dwell_s = step_s;
      if (views !== null) {
        seen = world.belief.sighted_s[m] <= t_s ? views.look(world, m, age_s) : 0;
        for (let i = 0; i < seen; i++) {
          showSight(chart, at, views.position_m[3 * i], views.position_m[3 * i + 1], views.position_m[3 * i + 2]);
          takeIn(m, s, sensors[s].keys[views.satellite[i]], views.look_ps[i] * step_s, key, at, nearest_m);
        }
      } else if (column !== null && column[at] > 0 && world.seenFrom_s[m * S + s] <= t_s) {
        const turn = 2 * Math.round(age_s / BURNING_STEP_S), c = turns[turn], n = turns[turn + 1], p = positions[s];
        showSight(chart, at, c * p[0] - n * p[1], n * p[0] + c * p[1], p[2]);
        takeIn(m, s, sensors[s].keys[0], column[at], key, at, nearest_m);
        dwell_s = chart.dwell_s[s]?.[at] ?? step_s;
        seen = 1;
      }
      if (seen === 0) continue;
      if (isFree && kinds[s] >= 0) watched_s[m * KINDS + kinds[s]] += dwell_s;
    }
  }

  /** Line of sight from a place; its own speed is taken as that of the ground, and used of radars alone. */
  function showSight({ state }: TrackRows, at: number, x: number, y: number, z: number): void {
    const o = 6 * at;
    sight.dx_m = state[o] - x;
    sight.dy_m = state[o + 1] - y;
    sight.dz_m = state[o + 2] - z;
    sight.vx_mps = state[o + 3] + EARTH_RATE_RADPS * y;
    sight.vy_mps = state[o + 4] - EARTH_RATE_RADPS * x;
    sight.vz_mps = state[o + 5];
  }

  function takeIn(m: number, s: number, sensorKey: number, looks: number, key: number, at: number, nearest_m: number): void {
    const { plan, isFixed } = sensors[s], error = errors[s], o = m * TRACK_SIZE;
    let count = DIRECTIONS;
    if (plan.model === 'infrared') writeDirections(sight, error, looks, rows);
    else if (plan.model === 'radar') {
      writeRadar(sight, error, looks, rows);
      count = RADAR_ROWS;
    } else {
      writePlace(error.range_m, looks, rows);
      count = PLACE_ROWS;
    }
    const column = isFixed && error.biasShare > 0 ? columnFor(m, s) : -1;
    if (column >= 0 && hasBias[s] === 0) drawBias(s, sensorKey);
    for (let r = 0; r < count; r++) {
      if ((r & 1) === 0) luck.normalPair(STREAM.trackNoise, run, key, sensorKey, 2 * at + (r >> 1), normals, r);
      const row = rows[r];
      if (r < DIRECTIONS && column >= 0) row.column = column + r;
      // A bias without a column counts as noise of the step: what moves sweeps its line of sight over its own errors, and ranges are good enough.
      else row.variance += row.bias * row.bias;
      if (nearest_m < Infinity) confuseNear(o, row, nearest_m);
      updateTrack(tracks, o, columns[m], row, normals[r], row.column >= 0 ? biases[DIRECTIONS * s + r] : 0);
    }
  }

  function drawBias(s: number, sensorKey: number): void {
    luck.normalPair(STREAM.sensorBias, run, sensorKey, 0, 0, biases, DIRECTIONS * s);
    hasBias[s] = 1;
  }

  /** Blurs a row where a companion is nearer than the gate of where the measurement is expected. */
  function confuseNear(o: number, row: Row, nearest_m: number): void {
    const size2 = (tracks[o + COVARIANCE] + tracks[o + COVARIANCE + 7] + tracks[o + COVARIANCE + 14]) / 3 + row.variance;
    if (nearest_m * nearest_m < tracker.associationGate * tracker.associationGate * size2) confuse(row, tracker.misassociation_prob, nearest_m);
  }

  function nextActive(m: number, after: number): number {
    const chart = rowsOf(m);
    if (hasMoving) return after + 1 < chart.count ? after + 1 : -1;
    for (let next = after + 1; next < chart.count; next++) if (chart.isActive[next] === 1) return next;
    return -1;
  }

  return {
    tracks, row, columns, watched_s, rowsOf,
    begin(nextWorld, nextLuck, nextRun) {
      world = nextWorld;
      luck = nextLuck;
      run = nextRun;
      row.fill(-1);
      columns.fill(0);
      columnOf.fill(-1);
      sharedRow.fill(-1);
      watched_s.fill(0);
      hasBias.fill(0);
      markHeard(geometry.linked, world, isHeard);
    },
    advance,
    nextActive,
  };
}
