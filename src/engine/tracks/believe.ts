/**
 * The tracker's place in a run: it alone turns truth into belief about where a missile will be. Decisions read what it
 * leaves in `Track` and nothing else. `prediction: perfect` copies the truth and is listed among the assumptions.
 */
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import { ERROR, TRACK_SIZE } from '../../models/tracker/covariance-filter.js';
import { ascentAt, forecast } from '../../models/tracker/delay.js';
import type { AscentGrid } from '../../models/tracker/delay.js';
import type { CovarianceTracks } from './covariance-tracks.js';
import type { Geometry } from '../geometry.js';
import type { Reads } from '../reads.js';
import type { Stretch } from '../reach/shell-search.js';
import { rowAge_s } from './track-chart.js';
import type { Truth } from '../world.js';

/** Belief about one missile's ascent at one moment. Ages count from its launch; frame: inertial, Earth-fixed at launch. */
export interface Track {
  readonly stretch: Stretch;
  /** Age at which the powered flight is expected to end. */
  burnout_s: number;
}

export const MAX_ASCENT_ROWS = 1024;

export function createTrack(step_s: number): Track {
  return { stretch: { positions: new Float64Array(3 * MAX_ASCENT_ROWS), step_s, fromRow: 0, toRow: -1 }, burnout_s: 0 };
}

const STATE_SIZE = 8;

export interface Tracker {
  /** Writes what is believed at `now_s` of missile `m`'s ascent from now on. */
  believe(truth: Reads<Truth>, luck: Luck, run: number, m: number, now_s: number, track: Track): void;
}

/** `tracks` are those of the covariance tracker, null with another. */
export function createTracker(geometry: Geometry, tracks: CovarianceTracks | null): Tracker {
  const observed = new Float64Array(STATE_SIZE), scratch = new Float64Array(STATE_SIZE);
  const { plan, missiles } = geometry.linked;
  const isPerfect = plan.command.prediction === 'perfect';
  return {
    believe(truth, luck, run, m, now_s, track) {
      const missile = missiles[m], set = geometry.trajectories[missile.attack][missile.aim];
      const actual = set.variants[truth.variant[m]].ascent;
      const age_s = now_s - truth.launch_s[m];
      if (isPerfect) {
        copyAscent(actual, age_s, track);
        return;
      }
      const observed_s = Math.max(0, age_s - plan.tracker.latency_s);
      ascentAt(actual, observed_s, observed);
      const error_rad = plan.tracker.model === 'delay' ? plan.tracker.azimuthError_rad * luck.normal(STREAM.azimuth, run, missile.missileKey, 0, 0) : 0;
      if (tracks !== null) addError(tracks, m, observed_s, observed);
      const fromRow = Math.max(0, Math.ceil(age_s / set.template.step_s));
      forecast(set.template, set.launchAxes, observed, observed_s, error_rad, fromRow, scratch, track.stretch.positions);
      endTrack(set.template, fromRow, track);
    },
  };
}

/** What the state at an age is believed to be: the truth and the track's error, as its last row has it, carried on to that age. */
function addError(tracks: CovarianceTracks, m: number, observed_s: number, state: Float64Array): void {
  tracks.advance(m, observed_s);
  const o = m * TRACK_SIZE + ERROR, e = tracks.tracks, since_s = observed_s - rowAge_s(tracks.rowsOf(m), tracks.row[m]);
  for (let i = 0; i < 3; i++) {
    state[i] += e[o + i] + since_s * e[o + 3 + i];
    state[3 + i] += e[o + 3 + i];
  }
}

/** The true ascent of a missile as a track: for perfect prediction, and for finding out afterwards what was possible. */
export function copyAscent(ascent: AscentGrid, age_s: number, track: Track): void {
  const { positions } = track.stretch;
  const fromRow = Math.max(0, Math.ceil(age_s / ascent.step_s));
  for (let row = fromRow; row < ascent.rows; row++) {
    positions[3 * row] = ascent.state[6 * row];
    positions[3 * row + 1] = ascent.state[6 * row + 1];
    positions[3 * row + 2] = ascent.state[6 * row + 2];
  }
  endTrack(ascent, fromRow, track);
}

function endTrack(ascent: AscentGrid, fromRow: number, track: Track): void {
  track.burnout_s = ascent.burnout_s;
  track.stretch.fromRow = fromRow;
  track.stretch.toRow = Math.min(Math.floor(ascent.burnout_s / ascent.step_s), ascent.rows - 1);
}

/** Raises the stretch's first row to where the missile has climbed above the interceptor's floor. */
export function raiseToFloor(stretch: Stretch, floor_m: number): void {
  const p = stretch.positions;
  let row = stretch.fromRow;
  while (row <= stretch.toRow && altitude_m(p[3 * row], p[3 * row + 1], p[3 * row + 2]) < floor_m) row++;
  stretch.fromRow = row;
}
