/**
 * Decision of a space layer about one missile: who can meet it before burn-out as believed, and who is sent.
 * Greedy: the earliest believed intercept first, because every second earlier is margin against a burn-out nobody knows.
 * Reads belief only.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { mustLookFirst } from '../../models/command/doctrine.js';
import { raiseToFloor } from '../tracks/believe.js';
import type { Track } from '../tracks/believe.js';
import type { CommitGate } from '../tracks/commit-gate.js';
import type { Geometry } from '../geometry.js';
import { REFUSAL } from './ground-options.js';
import type { RunLog } from '../record/log.js';
import { orderShot } from './order.js';
import { INSTANT } from '../queue.js';
import type { Instants } from '../queue.js';
import type { ShellSearch } from '../reach/shell-search.js';
import type { Known } from '../world.js';
import type { CommandPlan } from '../../scenario/plan/plan.js';

/** How much a prediction may still improve before a missed opportunity is given up for good, s. */
const PREDICTION_SLACK_S = 5;

/** `launch_s` is the launch time as reported; ages in the track count from it. */
export function decideSpace(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, launch_s: number, world: Known, gate: CommitGate | null, instants: Instants, m: number, g: number, now_s: number, log: RunLog | null): void {
  const { plan, groups } = geometry.linked;
  const group = groups[g], slot = m * groups.length + g;
  const age_s = now_s - launch_s;
  const isOpen = gatherAll(geometry, searches, track, launch_s, world, group.elements, age_s);
  let lastUseful_s = -Infinity;
  while (world.fired[slot] < plan.command.shotsPerTarget) {
    const best = chooseEarliest(geometry, searches, world, group.elements, track, age_s);
    lastUseful_s = best.latestFree_s;
    if (best.index < 0) {
      if (best.wasUnarmed) world.belief.unarmed[m] = 1;
      log?.refusal(now_s, m, group.name, best.wasUnarmed ? 'every satellite in reach has no interceptor left' : isOpen ? 'no satellite can get there before the expected burn-out' : 'the expected burn-out has passed', searches, group.elements, launch_s);
      break;
    }
    if (mustLookFirst(plan.command, world.pending[slot], world.assessed_s[slot], launch_s + best.latestFree_s)) return;
    const search = searches[best.element] as ShellSearch;
    const margin_m = gate === null ? 0 : gate.margin_m(m, best.element, search.earliest_s[best.index], now_s);
    if (margin_m < 0) {
      world.refusal[slot] = REFUSAL.trackTooPoor;
      world.refusalMargin[slot] = margin_m;
      log?.refusal(now_s, m, group.name, 'the track is too poor to send an interceptor', searches, group.elements, launch_s);
      break;
    }
    const intercept_s = search.earliest_s[best.index], row = intercept_s / track.stretch.step_s;
    log?.choice(now_s, m, group.name, searches, group.elements, best.element, best.index, launch_s);
    world.used[best.element][search.satellite[best.index]]++;
    orderShot(geometry, world, instants, {
      target: m, element: best.element, group: g, satellite: search.satellite[best.index], commit_s: now_s, intercept_s: launch_s + intercept_s, path: track.stretch.positions, row,
    }, log);
  }
  if (isStillUseful(plan.command, world, slot, lastUseful_s, age_s, track.burnout_s) && world.nextDecision_s[slot] <= now_s) {
    world.nextDecision_s[slot] = now_s + plan.command.decisionPeriod_s;
    instants.push(world.nextDecision_s[slot], INSTANT.decision, m, g);
  }
}

/** A useful shot may still appear as the prediction improves; otherwise nothing would change. `lastUseful_s`: latest age at which anyone could be committed. */
export function isStillUseful({ shotsPerTarget, decisionPeriod_s }: CommandPlan, { fired, pending }: Known, slot: number, lastUseful_s: number, age_s: number, burnout_s: number): boolean {
  return fired[slot] < shotsPerTarget && pending[slot] === 0 && lastUseful_s + PREDICTION_SLACK_S >= age_s && age_s + decisionPeriod_s <= burnout_s;
}

export function gatherAll(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, launch_s: number, world: Known, elements: readonly number[], age_s: number): boolean {
  const fromRow = track.stretch.fromRow;
  let isOpen = false;
  for (const e of elements) {
    const search = searches[e], plan = geometry.linked.elements[e].plan;
    if (search === null || plan.kind !== 'space') continue;
    track.stretch.fromRow = fromRow;
    raiseToFloor(track.stretch, plan.interceptor.floor_m);
    isOpen ||= track.stretch.fromRow <= track.stretch.toRow;
    placeShell(search, world, e, launch_s);
    search.gather(track.stretch, age_s);
    search.scan(track.stretch, age_s);
  }
  return isOpen;
}

/** Node and phase of a shell at a missile's launch, in the frame that is Earth-fixed at that moment. */
export function placeShell(search: ShellSearch, world: Known, element: number, launch_s: number): void {
  const { motion } = search;
  search.place(
    world.node_rad[element] + (motion.nodeRate_radps - EARTH_RATE_RADPS) * launch_s,
    world.phase_rad[element] + motion.latitudeRate_radps * launch_s,
  );
}

interface Choice {
  element: number;
  index: number;
  /** Latest age at which an armed satellite could still be committed. */
  latestFree_s: number;
  wasUnarmed: boolean;
}

function chooseEarliest(geometry: Geometry, searches: readonly (ShellSearch | null)[], world: Known, elements: readonly number[], track: Track, age_s: number): Choice {
  const choice = geometry.scratch.choice as Choice;
  choice.element = choice.index = -1;
  choice.latestFree_s = -Infinity;
  choice.wasUnarmed = false;
  let earliest_s = Infinity;
  for (const e of elements) {
    const search = searches[e], element = geometry.linked.elements[e];
    if (search === null || element.plan.kind !== 'space') continue;
    for (let i = 0; i < search.count; i++) {
      const isFree = world.used[e][search.satellite[i]] < element.usable_count;
      if (isFree && search.latestCommit_s[i] > choice.latestFree_s) choice.latestFree_s = search.latestCommit_s[i];
      if (search.earliest_s[i] === Infinity) continue;
      if (!isFree || search.earliest_s[i] >= earliest_s) {
        if (!isFree) choice.wasUnarmed = true;
        continue;
      }
      if (!search.isWayClear(i, track.stretch, age_s)) continue;
      earliest_s = search.earliest_s[i];
      choice.element = e;
      choice.index = i;
    }
  }
  if (choice.index >= 0) choice.wasUnarmed = false;
  return choice;
}
