/**
 * `assignment: joint`: all decisions of a layer that fall at one moment are taken together, for the value that is saved.
 * Beside the objects that may be shot at now stand those that the layer will have to decide about soon: their shots are
 * planned too and not ordered, so a shooter is kept where it will do more. What may be shot at later, after a look, is not
 * planned now. One matrix a layer: layers shoot at an object one after the other. Reads belief only.
 */
import { mostShots, mustLookFirst, salvoShots } from '../../models/command/doctrine.js';
import { readyNow_count } from '../reach/battery.js';
import type { Track } from '../tracks/believe.js';
import type { CommitGate } from '../tracks/commit-gate.js';
import { askAgain, fireGround, holdBack, refuseShot } from './decide-ground.js';
import { isStillUseful } from './decide-space.js';
import type { Geometry } from '../geometry.js';
import { listGroundOptions, REFUSAL } from './ground-options.js';
import type { GroundOptions } from './ground-options.js';
import type { GroundWindow } from '../reach/ground-windows.js';
import { createJointMatrix } from './joint-matrix.js';
import { createObjectOptions, KEPT_SATELLITES, listBatteries, listSatellites } from './joint-options.js';
import type { ObjectOptions } from './joint-options.js';
import type { RunLog } from '../record/log.js';
import { orderShot } from './order.js';
import type { Instants } from '../queue.js';
import type { ShellSearch } from '../reach/shell-search.js';
import { believedValue } from './value.js';
import type { Falls } from './value.js';
import type { Known } from '../world.js';

/** Objects of one decision; more that fall due at one moment are decided about in further matrices. */
const MOST_ROWS = 300;
/** A shot that can be ordered only later may not come to be: the permission may fail, the object, or the prediction. */
const FORESEEN = 0.9;

/** What a run lends to its decisions. */
export interface JointParts {
  readonly geometry: Geometry;
  readonly known: Known;
  readonly instants: Instants;
  readonly searches: readonly (ShellSearch | null)[];
  readonly track: Track;
  readonly windows: readonly (GroundWindow | null)[];
  readonly gate: CommitGate | null;
  readonly options: GroundOptions;
  readonly falls: Falls;
  /** Launch times as reported. */
  readonly launch_s: Float64Array;
  /** Puts the belief about an object into track or windows; false when the layer may not decide about it now. */
  prepare(m: number, g: number, now_s: number, log: RunLog | null): boolean;
  /** The same for an object that the layer cannot shoot at yet; false while nothing can be foretold. */
  foresee(m: number, g: number, now_s: number): boolean;
}

export interface Joint {
  begin(): void;
  /** A decision of group `g` about object `m` falls due; they come in ascending order. */
  add(m: number, g: number): void;
  decide(now_s: number, log: RunLog | null): void;
}

export function createJoint(parts: JointParts): Joint {
  const { linked } = parts.geometry, { groups, missiles } = linked;
  const desks = groups.map((_, g) => createDesk(parts, g));
  const due = groups.map(() => new Int32Array(missiles.length)), dueCount = new Int32Array(groups.length);
  return {
    begin() {
      for (const desk of desks) desk.begin();
    },
    add(m, g) {
      if (dueCount[g] > 0 && due[g][dueCount[g] - 1] === m) return;
      due[g][dueCount[g]++] = m;
    },
    decide(now_s, log) {
      for (let g = 0; g < groups.length; g++) {
        for (let from = 0; from < dueCount[g]; from += MOST_ROWS) desks[g].decide(due[g], from, Math.min(from + MOST_ROWS, dueCount[g]), now_s, log);
        dueCount[g] = 0;
      }
    },
  };
}

function createDesk(parts: JointParts, g: number) {
  const { geometry, known, instants, track, options, windows, launch_s } = parts, { linked } = geometry, { command } = linked.plan;
  const group = linked.groups[g], isSpace = group.kind === 'space', slots = linked.groups.length;
  const most = isSpace ? KEPT_SATELLITES : group.elements.length, mostRows = Math.min(MOST_ROWS, linked.missiles.length);
  const matrix = createJointMatrix(geometry, group.elements, mostRows, most);
  const rowOptions = Array.from({ length: mostRows }, () => createObjectOptions(most)), rowObject = new Int32Array(mostRows), rowOrdered = new Int32Array(mostRows), burnout_s = new Float64Array(mostRows);
  // What could be done about objects that wait for permission changes slowly, so it is looked up once a decision period.
  const foreseen: ObjectOptions[] = [], foreseenAt_s = new Float64Array(linked.missiles.length), isDue = new Uint8Array(linked.missiles.length), isHeld = new Uint8Array(linked.missiles.length);
  const position_m = new Float64Array(3);
  let freeRow = 0;

  /** Shooters that could be sent at age `age_s`; only now can it be asked whether the track is good enough. */
  const list = (m: number, age_s: number, gate: CommitGate | null, out: ObjectOptions): void => {
    if (isSpace) listSatellites(geometry, parts.searches, track, launch_s[m], known, gate, m, g, age_s, out);
    else listBatteries(geometry, windows, gate, options, known, m, g, launch_s[m], launch_s[m] + age_s, out);
  };
  const valueOf = (m: number): number => believedValue(parts.falls, known.belief.threatened_count[m]) * known.belief.lethal_prob[m];

  /** Adds a row for an object that may be shot at now; says and books why not where it may not. */
  function addDue(m: number, now_s: number, log: RunLog | null): void {
    const slot = m * slots + g, age_s = now_s - launch_s[m], row = matrix.rows;
    const salvo = salvoShots(command, known.belief.threatened_count[m]), remaining = mostShots(command, salvo) - known.fired[slot];
    if (remaining <= 0 || row === mostRows || !parts.prepare(m, g, now_s, log)) return;
    const found = rowOptions[row];
    list(m, age_s, parts.gate, found);
    if (found.count === 0) {
      if (!isSpace) return refuseShot(geometry, known, options, instants, m, g, now_s, log);
      if (found.wasUnarmed) known.belief.unarmed[m] = 1;
      if (found.short_m < 0) {
        known.refusal[slot] = REFUSAL.trackTooPoor;
        known.refusalMargin[slot] = found.short_m;
      }
      log?.refusal(now_s, m, group.name, found.short_m < 0 ? 'the track is too poor to send an interceptor' : found.wasUnarmed ? 'every satellite in reach has no interceptor left' : 'no satellite can get there before the expected burn-out', parts.searches, group.elements, launch_s[m]);
      return lookAgain(m, now_s, found.latest_s, track.burnout_s);
    }
    const last_s = launch_s[m] + found.latest_s, isBetween = known.fired[slot] % salvo === 0;
    if (isBetween && mustLookFirst(command, known.pending[slot], known.assessed_s[slot], last_s)) return;
    if (isBetween && !isSpace && holdBack(geometry, windows, known, instants, m, g, now_s, launch_s[m], last_s, log)) return;
    // As many as doctrine orders before the next look, or all where the look would come too late.
    const canLook = mustLookFirst(command, 1, soonest_s(found) + command.assessment_s, found.latest_s);
    rowObject[row] = m;
    isHeld[m] = 0;
    burnout_s[row] = track.burnout_s;
    isDue[m] = 1;
    matrix.add(known, found, valueOf(m), canLook ? Math.min(remaining, salvo - (known.fired[slot] % salvo)) : remaining, 1);
  }

  /** Adds what the layer kept its rounds from at an earlier moment: it is still open, and with others it may now be worth one. */
  function addHeld(now_s: number, log: RunLog | null): void {
    for (let m = 0; m < linked.missiles.length; m++) {
      if (isHeld[m] === 1 && isDue[m] === 0 && known.belief.believedGone[m] === 0) addDue(m, now_s, log);
    }
  }

  /** Adds rows for objects that will be decided about: the evidence is there, and permission, or the result of a shot, will come. */
  function addForeseen(now_s: number): void {
    const { missiles } = linked, { belief, evidence_s, release_s, pending, fired } = known;
    for (let m = 0; m < missiles.length && matrix.rows < mostRows; m++) {
      const slot = m * slots + g, salvo = salvoShots(command, belief.threatened_count[m]);
      if (isDue[m] === 1 || belief.believedGone[m] === 1 || evidence_s[slot] === Infinity || (isSpace && missiles[m].lead !== m)) continue;
      if (fired[slot] >= mostShots(command, salvo) || linked.holdsFire?.[slot] === 1) continue;
      const found = (foreseen[m] ??= createObjectOptions(most));
      if (!isSpace || now_s - foreseenAt_s[m] >= command.decisionPeriod_s) {
        if (!parts.foresee(m, g, now_s)) continue;
        foreseenAt_s[m] = now_s;
        list(m, Math.max(now_s, release_s[slot] < Infinity ? now_s : evidence_s[slot] + group.release.delay_s) - launch_s[m], null, found);
      }
      if (!isSpace) dropLimited(found, now_s);
      if (found.count === 0) continue;
      let weight = valueOf(m);
      for (let shot = 0; shot < pending[slot]; shot++) weight *= 1 - found.chance[0];
      matrix.add(known, found, weight, Math.min(salvo, mostShots(command, salvo) - fired[slot]), FORESEEN);
    }
  }

  function orderRow(row: number, now_s: number, log: RunLog | null): void {
    const m = rowObject[row], found = rowOptions[row], slot = m * slots + g;
    let ordered = 0;
    for (let i = nextPlanned(row, found, -1); i >= 0; i = nextPlanned(row, found, i)) {
      for (let shot = matrix.shots(row, i); shot > 0; shot--) {
        if (!(isSpace || isFree(m, found.element[i], now_s))) continue;
        log?.jointChoice(now_s, m, g, found, i, matrix, row, launch_s[m]);
        if (isSpace) orderSatellite(m, found, i, now_s, log);
        else fireGround(geometry, known, options, freeRow, instants, m, g, launch_s[m], now_s, log);
        ordered++;
      }
    }
    if (ordered > 0) known.refusal[slot] = REFUSAL.none;
    else if (known.pending[slot] === 0) {
      known.refusal[slot] = REFUSAL.heldBack;
      known.refusalMargin[slot] = 0;
      if (isSpace) known.belief.unarmed[m] = 1;
      log?.jointHeld(now_s, m, g, found, matrix, row, launch_s[m]);
    }
    rowOrdered[row] = ordered;
  }

  function orderSatellite(m: number, found: ObjectOptions, i: number, now_s: number, log: RunLog | null): void {
    known.used[found.element[i]][found.satellite[i]]++;
    for (let k = 0; k < 3; k++) position_m[k] = found.position_m[3 * i + k];
    orderShot(geometry, known, instants, { target: m, element: found.element[i], group: g, satellite: found.satellite[i], commit_s: now_s, intercept_s: launch_s[m] + found.meet_s[i], path: position_m, row: 0 }, log);
  }

  /** Whether nothing keeps battery `e` from firing after the orders of this moment so far; `freeRow` is then its row in the options. */
  function isFree(m: number, e: number, now_s: number): boolean {
    if (!parts.foresee(m, g, now_s)) return false;
    listGroundOptions(geometry, known, windows, parts.gate, m, g, launch_s[m], now_s, options);
    for (freeRow = 0; freeRow < options.count; freeRow++) if (options.element[freeRow] === e) return options.refusal[freeRow] === REFUSAL.none;
    return false;
  }

  /**
   * An object that did not get all the shots it may have now. A battery's chances only shrink: it is asked again with the next
   * decision of its layer, when a busy battery is free, and at the latest when its time runs out.
   */
  function keepOpen(m: number, latest_s: number, now_s: number, log: RunLog | null): void {
    isHeld[m] = 1;
    if (!parts.foresee(m, g, now_s)) return;
    listGroundOptions(geometry, known, windows, parts.gate, m, g, launch_s[m], now_s, options);
    for (let i = 0; i < options.count; i++) if (options.refusal[i] === REFUSAL.none) return askAgain(geometry, known, instants, m, g, now_s, launch_s[m] + latest_s - command.decisionPeriod_s);
    refuseShot(geometry, known, options, instants, m, g, now_s, log);
  }

  /** A battery that can begin only a few launches now is kept for nobody: it will be free again before the others may fire. */
  function dropLimited(found: ObjectOptions, now_s: number): void {
    let kept = 0;
    for (let i = 0; i < found.count; i++) {
      const e = found.element[i];
      if (readyNow_count(known.batteries, linked.elements[e].plan, e, now_s) < known.rounds[e]) continue;
      found.element[kept] = e;
      found.satellite[kept] = found.satellite[i];
      found.meet_s[kept] = found.meet_s[i];
      found.chance[kept++] = found.chance[i];
    }
    found.count = kept;
  }

  function lookAgain(m: number, now_s: number, latest_s: number, burnsUntil_s: number): void {
    const age_s = now_s - launch_s[m];
    if (isStillUseful(command, known, m * slots + g, latest_s, age_s, burnsUntil_s)) askAgain(geometry, known, instants, m, g, now_s, now_s + command.decisionPeriod_s);
  }

  /** Planned options of a row in the order of their meetings; −1 after the last. */
  function nextPlanned(row: number, found: ObjectOptions, after: number): number {
    let best = -1;
    for (let i = 0; i < found.count; i++) {
      if (matrix.shots(row, i) === 0 || (after >= 0 && !isLater(found, i, after))) continue;
      if (best < 0 || isLater(found, best, i)) best = i;
    }
    return best;
  }

  return {
    begin(): void {
      foreseenAt_s.fill(-Infinity);
      isHeld.fill(0);
    },
    decide(due: Int32Array, from: number, to: number, now_s: number, log: RunLog | null): void {
      matrix.clear(now_s);
      for (let i = from; i < to; i++) addDue(due[i], now_s, log);
      if (matrix.rows > 0 && !isSpace) addHeld(now_s, log);
      const rows = matrix.rows;
      if (rows === 0) return;
      addForeseen(now_s);
      matrix.decide();
      for (let row = 0; row < rows; row++) orderRow(row, now_s, log);
      // Only now is it known who is still free.
      for (let row = 0; row < rows; row++) {
        const m = rowObject[row], { latest_s } = rowOptions[row];
        isDue[m] = 0;
        if (isSpace) lookAgain(m, now_s, latest_s, burnout_s[row]);
        else if (rowOrdered[row] < matrix.mostShots(row)) keepOpen(m, latest_s, now_s, log);
      }
    },
  };
}

/** Option i meets later than option j; of two at once the later row. */
const isLater = ({ meet_s }: ObjectOptions, i: number, j: number): boolean => meet_s[i] > meet_s[j] || (meet_s[i] === meet_s[j] && i > j);

function soonest_s({ meet_s, count }: ObjectOptions): number {
  let soonest = Infinity;
  for (let i = 0; i < count; i++) soonest = Math.min(soonest, meet_s[i]);
  return soonest;
}
