/**
 * Which satellites of a Walker shell can meet a missile, and when. Each plane tells in closed form which of its slots come
 * near over the whole window; only those are tested, so a run never looks at all satellites.
 * Frame: inertial, coinciding with Earth-fixed axes at the missile's launch; time is the missile's age. The drift of the
 * node within one window (under a kilometre) is left out. Reach: the straight rule of models/interceptor/space-based, written
 * out here; flights longer than it holds for are asked of models/interceptor/least-flight.
 */
import { acos, atan2, cos, sin, TAU, wrapAngle_rad } from '../../kernel/maths.js';
import { planePhase_rad, shellMotion } from '../../models/constellation/walker.js';
import type { ShellMotion, WalkerShell } from '../../models/constellation/walker.js';
import { createLeastFlight } from '../../models/interceptor/least-flight.js';
import { STRAIGHT_UNTIL_S } from '../../models/interceptor/reach.js';
import { flightTime_s, flyout_m } from '../../models/interceptor/space-based.js';
import type { SpaceInterceptor } from '../../models/interceptor/space-based.js';
import { isWayAboveFloor } from '../../models/interceptor/way-above-floor.js';

/** The stretch of a missile's path that interests: rows of three coordinates on a uniform grid of ages. */
export interface Stretch {
  readonly positions: Float64Array;
  readonly step_s: number;
  /** First row that may be met (floor altitude) and the last one (burn-out). */
  fromRow: number;
  toRow: number;
}

export interface ShellSearch {
  readonly motion: ShellMotion;
  /** Candidates of the last `gather`: satellite numbers (plane · perPlane + slot). */
  readonly satellite: Int32Array;
  /** Filled by `scan`: earliest age at which a candidate can meet the missile when committed at once, or Infinity. */
  readonly earliest_s: Float64Array;
  /** Filled by `scan`: latest age at which it can be committed and still meet it, or −Infinity. */
  readonly latestCommit_s: Float64Array;
  count: number;
  /** Total candidates looked at, for the work counters. */
  looked: number;
  /** Sets the shell's node and phase (of plane 0, slot 0) at the missile's launch. */
  place(node_rad: number, phase_rad: number): void;
  /** Finds every satellite that could meet some row of the stretch when committed at age `commit_s`. */
  gather(stretch: Stretch, commit_s: number): void;
  scan(stretch: Stretch, commit_s: number): void;
  /** Whether the way of candidate `index`, committed at age `commit_s`, to its earliest meeting stays above the interceptor's floor. */
  isWayClear(index: number, stretch: Stretch, commit_s: number): boolean;
}

const MAX_ROWS = 1024;
/** Latest commits are worked out exactly down to this long before the commit asked for; callers look no further back, s. */
const KEPT_SLACK_S = 10;

/** Greatest speed between neighbouring rows. */
function fastest_mps(positions: Float64Array, fromRow: number, toRow: number, step_s: number): number {
  let most2 = 0;
  for (let o = 3 * fromRow + 3; o <= 3 * toRow; o += 3) {
    const dx = positions[o] - positions[o - 3], dy = positions[o + 1] - positions[o - 2], dz = positions[o + 2] - positions[o - 1];
    most2 = Math.max(most2, dx * dx + dy * dy + dz * dz);
  }
  return Math.sqrt(most2) / step_s;
}

export function createShellSearch(shell: WalkerShell, interceptor: SpaceInterceptor, step_s: number): ShellSearch {
  const motion = shellMotion(shell);
  const a = motion.radius_m, rate = motion.latitudeRate_radps;
  const cosI = cos(shell.inclination_rad), sinI = sin(shell.inclination_rad);
  const slotAngle = TAU / shell.perPlane_count;
  const capacity = shell.planes_count * shell.perPlane_count;
  // Where a satellite at phase u is at row j: cos and sin of u + rate·j·step by the angle-sum rule, no trigonometry in loops.
  const cosStep = new Float64Array(MAX_ROWS), sinStep = new Float64Array(MAX_ROWS);
  for (let row = 0; row < MAX_ROWS; row++) {
    cosStep[row] = cos(rate * step_s * row);
    sinStep[row] = sin(rate * step_s * row);
  }
  const planes = shell.planes_count;
  const nodeX = new Float64Array(planes), nodeY = new Float64Array(planes), phase = new Float64Array(planes);
  const planeCos = Float64Array.from({ length: planes }, (_, p) => cos((p * TAU) / planes));
  const planeSin = Float64Array.from({ length: planes }, (_, p) => sin((p * TAU) / planes));
  const satellite = new Int32Array(capacity), earliest_s = new Float64Array(capacity), latestCommit_s = new Float64Array(capacity);
  // Position at age t is A·cos(rate·t) + B·sin(rate·t).
  const A = new Float64Array(capacity * 3), B = new Float64Array(capacity * 3);
  const burn_s = interceptor.speed_mps / interceptor.acceleration_mps2, burn_m = 0.5 * interceptor.speed_mps * burn_s;
  const twoPerAcceleration = 2 / interceptor.acceleration_mps2, slowness = 1 / interceptor.speed_mps, lag_s = interceptor.deadTime_s + 0.5 * burn_s;
  const hasSecondStage = interceptor.secondStage !== undefined;
  const leastFlight = createLeastFlight(interceptor, a), carrier = new Float64Array(6), ordered = new Float64Array(6);

  const search: ShellSearch = {
    motion, satellite, earliest_s, latestCommit_s, count: 0, looked: 0,
    place(node_rad, phase_rad) {
      const c = cos(node_rad), s = sin(node_rad);
      for (let p = 0; p < planes; p++) {
        nodeX[p] = c * planeCos[p] - s * planeSin[p];
        nodeY[p] = s * planeCos[p] + c * planeSin[p];
        phase[p] = planePhase_rad(shell, phase_rad, p);
      }
    },
    gather(stretch, commit_s) {
      search.count = 0;
      const { positions, fromRow, toRow } = stretch;
      if (toRow < fromRow) return;
      const flight_s = Math.min(toRow * step_s - commit_s, interceptor.battery_s);
      const reach_m = flyout_m(interceptor, flight_s) * leastFlight.stretch(flight_s);
      if (!(reach_m > 0)) return;
      for (let p = 0; p < planes; p++) gatherPlane(p, positions, fromRow, toRow, reach_m);
      search.looked += search.count;
    },
    scan(stretch, commit_s) {
      const { positions, fromRow, toRow } = stretch;
      const closing_mps = a * rate + fastest_mps(positions, fromRow, toRow, step_s), gain = (1 + closing_mps * slowness) * step_s;
      const longest_s = Math.min(toRow * step_s - commit_s, interceptor.battery_s) + KEPT_SLACK_S;
      // As long as no flight in the window outlasts the straight rule, it is all there is.
      const straightUntil_s = longest_s > STRAIGHT_UNTIL_S ? STRAIGHT_UNTIL_S : Infinity, shrink = 1 / leastFlight.stretch(longest_s);
      for (let i = 0; i < search.count; i++) {
        const ax = A[3 * i], ay = A[3 * i + 1], az = A[3 * i + 2], bx = B[3 * i], by = B[3 * i + 1], bz = B[3 * i + 2];
        let earliest = Infinity, latest = -Infinity, slackBefore = NaN;
        for (let row = fromRow; row <= toRow; row++) {
          const c = cosStep[row], s = sinStep[row], o = 3 * row;
          const dx = ax * c + bx * s - positions[o], dy = ay * c + by * s - positions[o + 1], dz = az * c + bz * s - positions[o + 2];
          const d2 = dx * dx + dy * dy + dz * dz;
          const d = Math.sqrt(d2);
          // One stage is written out: this is the innermost loop.
          let flight_s = hasSecondStage ? flightTime_s(interceptor, d) : d <= burn_m ? interceptor.deadTime_s + Math.sqrt(d * twoPerAcceleration) : lag_s + d * slowness;
          const age_s = row * step_s;
          let soonest_s = flight_s;
          if (flight_s > straightUntil_s) {
            soonest_s = Math.max(straightUntil_s, flightTime_s(interceptor, d * shrink));
            // Not worked out where it could neither come in time nor leave later than is known already.
            if (age_s - soonest_s > (earliest < Infinity ? latest : commit_s - KEPT_SLACK_S)) {
              writeState(i, c, s, carrier);
              flight_s = leastFlight.flight_s(d, carrier, positions, o, longest_s);
            }
          }
          const commitBy_s = flight_s <= interceptor.battery_s ? age_s - flight_s : -Infinity;
          if (commitBy_s > latest) latest = commitBy_s;
          const slack = commitBy_s - commit_s;
          if (earliest === Infinity && slack >= 0 && age_s - commit_s <= interceptor.battery_s) {
            // Between rows the slack is close to linear.
            const share = slackBefore < 0 && slackBefore > -Infinity ? slack / (slack - slackBefore) : 0;
            earliest = age_s - share * step_s;
          }
          slackBefore = slack;
          // Out of reach by much: no closing speed can change that within so many rows.
          const hopeless = Math.min((commit_s - age_s + soonest_s - KEPT_SLACK_S) / gain, (d * shrink - burn_m) / (closing_mps * step_s));
          if (hopeless >= 2 && hopeless < Infinity) row += Math.floor(hopeless) - 1;
        }
        earliest_s[i] = earliest;
        latestCommit_s[i] = latest;
      }
    },
    isWayClear(index, { positions, toRow }, commit_s) {
      const row = Math.min(Math.ceil(earliest_s[index] / step_s), toRow), meeting_s = row * step_s;
      writeState(index, cos(rate * commit_s), sin(rate * commit_s), ordered);
      writeState(index, cos(rate * meeting_s), sin(rate * meeting_s), carrier);
      return isWayAboveFloor(interceptor, meeting_s - commit_s, ordered, carrier, positions, 3 * row);
    },
  };

  function writeState(index: number, c: number, s: number, out: Float64Array): void {
    for (let k = 0; k < 3; k++) {
      const along = A[3 * index + k], ahead = B[3 * index + k];
      out[k] = along * c + ahead * s;
      out[3 + k] = rate * (ahead * c - along * s);
    }
  }

  function gatherPlane(p: number, positions: Float64Array, fromRow: number, toRow: number, reach_m: number): void {
    const nx = nodeX[p], ny = nodeY[p];
    const mx = -ny * cosI, my = nx * cosI; // M = (−sin Ω cos i, cos Ω cos i, sin i)
    const wx = ny * sinI, wy = -nx * sinI; // W = N × M
    const midRow = (fromRow + toRow) >> 1;
    let offPlane = Infinity, sign = 0;
    for (let k = 0; k < 3; k++) {
      const o = 3 * (k === 0 ? fromRow : k === 1 ? midRow : toRow);
      const w = wx * positions[o] + wy * positions[o + 1] + cosI * positions[o + 2];
      if (sign !== 0 && w * sign < 0) offPlane = 0; // the path crosses the plane
      sign = w < 0 ? -1 : 1;
      if (Math.abs(w) < offPlane) offPlane = Math.abs(w);
    }
    if (offPlane > reach_m) return;
    // Argument of latitude under the missile, less the plane's own motion, at both ends; between them it moves nearly evenly.
    const first = argumentUnder(positions, fromRow, nx, ny, mx, my);
    const last = first + wrapAngle_rad(argumentUnder(positions, toRow, nx, ny, mx, my) - first);
    const kappa = Math.min(cosineToReach(positions, fromRow, offPlane, reach_m), cosineToReach(positions, midRow, offPlane, reach_m), cosineToReach(positions, toRow, offPlane, reach_m));
    // A little margin covers the rows in between.
    const half = kappa >= 1 ? 0.001 : 1.05 * acos(Math.max(kappa, -1)) + 0.001;
    const low = Math.min(first, last) - half, high = Math.max(first, last) + half;
    const lowSlot = Math.floor((low - phase[p]) / slotAngle), highSlot = Math.ceil((high - phase[p]) / slotAngle);
    const span = Math.min(highSlot - lowSlot + 1, shell.perPlane_count);
    for (let k = 0; k < span; k++) {
      const wanted = lowSlot + k;
      const slot = wanted - Math.floor(wanted / shell.perPlane_count) * shell.perPlane_count;
      const u = phase[p] + slot * slotAngle, cu = cos(u), su = sin(u), i = search.count++;
      satellite[i] = p * shell.perPlane_count + slot;
      A[3 * i] = a * (cu * nx + su * mx);
      A[3 * i + 1] = a * (cu * ny + su * my);
      A[3 * i + 2] = a * su * sinI;
      B[3 * i] = a * (cu * mx - su * nx);
      B[3 * i + 1] = a * (cu * my - su * ny);
      B[3 * i + 2] = a * cu * sinI;
    }
  }

  /** Cosine of the half-width along the orbit within which a satellite comes within reach of the missile at `row`. */
  function cosineToReach(positions: Float64Array, row: number, offPlane_m: number, reach_m: number): number {
    const o = 3 * row, x = positions[o], y = positions[o + 1], z = positions[o + 2];
    const r2 = x * x + y * y + z * z;
    return (a * a + r2 - reach_m * reach_m) / (2 * a * Math.sqrt(Math.max(r2 - offPlane_m * offPlane_m, 1)));
  }

  /** Phase at age 0 of a satellite that would be right under or over the missile at `row`. */
  function argumentUnder(positions: Float64Array, row: number, nx: number, ny: number, mx: number, my: number): number {
    const o = 3 * row, x = positions[o], y = positions[o + 1], z = positions[o + 2];
    const alpha = nx * x + ny * y, beta = mx * x + my * y + sinI * z;
    return atan2(beta, alpha) - rate * step_s * row;
  }

  return search;
}
