/**
 * What really comes of a shot. Only here and in the sensors is the truth read: where the missile is at the moment of the
 * intercept, whether the interceptor can correct what was wrongly predicted, and the luck of the shot and of its common modes.
 */
import { STREAM } from '../kernel/random.js';
import type { Luck } from '../kernel/random.js';
import { divertNeeded_mps } from '../models/interceptor/space-based.js';
import { resolveShot } from '../models/lethality/single-shot.js';
import { ascentAt } from '../models/tracker/delay.js';
import { SYSTEM_KEY } from './draw.js';
import type { Geometry } from './geometry.js';
import { shotKill_prob } from './link.js';
import type { RunLog } from './record/log.js';
import { endOfShot } from './on-board.js';
import { INSTANT } from './queue.js';
import type { Instants } from './queue.js';
import type { Variant } from './flights/trajectories.js';
import { FATE, RESULT } from './world.js';
import type { World } from './world.js';

export function handleIntercept(geometry: Geometry, luck: Luck, run: number, world: World, instants: Instants, shot: number, now_s: number, log: RunLog | null): void {
  const { truth, orders } = world;
  const m = orders.target[shot];
  instants.push(orders.assessed_s[shot], INSTANT.assessment, m, shot);
  orders.result[shot] = resultOf(geometry, luck, run, world, shot, now_s);
  if (orders.result[shot] === RESULT.kill) {
    for (let body = m; body < endOfShot(geometry, orders.element[shot], m); body++) {
      if (truth.fate[body] !== FATE.flying) continue;
      truth.fate[body] = FATE.killed;
      truth.killedBy[body] = orders.element[shot];
      truth.end_s[body] = now_s;
    }
  }
  log?.intercept(shot, now_s);
}

function resultOf(geometry: Geometry, luck: Luck, run: number, world: World, shot: number, now_s: number): number {
  const { truth, orders } = world;
  const m = orders.target[shot], element = geometry.linked.elements[orders.element[shot]];
  if (truth.fate[m] !== FATE.flying) return RESULT.targetAlreadyGone;
  const variant = geometry.trajectories[truth.attack[m]][truth.aim[m]].variants[truth.variant[m]];
  const age_s = now_s - truth.launch_s[m];
  if (element.plan.kind === 'space') {
    if (age_s > variant.burnout_s) {
      orders.margin[shot] = variant.burnout_s - age_s;
      return RESULT.mispredicted;
    }
    const at = geometry.scratch.state;
    ascentAt(variant.ascent, age_s, at);
    const dx = at[0] - orders.x_m[shot], dy = at[1] - orders.y_m[shot], dz = at[2] - orders.z_m[shot];
    const needed_mps = divertNeeded_mps(element.plan.interceptor, Math.sqrt(dx * dx + dy * dy + dz * dz), now_s - orders.commit_s[shot]);
    if (needed_mps > element.plan.interceptor.divert_mps) {
      orders.margin[shot] = element.plan.interceptor.divert_mps - needed_mps;
      return RESULT.mispredicted;
    }
  }
  if (element.plan.kind === 'ground') {
    const short_mps = shortOfDivert_mps(geometry, world, shot);
    if (short_mps > 0) {
      orders.margin[shot] = -short_mps;
      return RESULT.mispredicted;
    }
  }
  const result = drawShot(geometry, luck, run, world, shot);
  // A payload set free late in the boost still falls on the defended country: the hit does not count as a stop.
  if (result === RESULT.kill && element.plan.kind === 'space') {
    const tooLate_s = fallingOnDefendedFor_s(variant, age_s);
    if (tooLate_s > 0) {
      orders.margin[shot] = -tooLate_s;
      return RESULT.shortfall;
    }
  }
  return result;
}

/** What the kill vehicle of a ground interceptor lacks to correct what was wrong with its last update; 0 where it has enough, or tracks have no error. */
function shortOfDivert_mps(geometry: Geometry, { orders }: World, shot: number): number {
  const { plan, elements } = geometry.linked, layer = elements[orders.element[shot]].plan;
  if (plan.tracker.model !== 'covariance' || layer.kind !== 'ground' || layer.divert_mps === undefined) return 0;
  // As in orbit, the error shows itself evenly over the time left: half of that is used.
  const usable_s = Math.max(1, 0.5 * Math.min(plan.tracker.handOver_s, orders.intercept_s[shot] - orders.commit_s[shot]));
  return Math.max(0, orders.miss_m[shot] / usable_s - layer.divert_mps);
}

/** How long a payload freed at this age would already have fallen on the defended territory; 0 when it would not. */
export function fallingOnDefendedFor_s(variant: Variant, age_s: number): number {
  const { fallsOnDefended: falls, ascent } = variant;
  let row = Math.min(Math.floor(age_s / ascent.step_s), falls.length - 1);
  if (falls[row] === 0) return 0;
  while (row > 0 && falls[row - 1] === 1) row--;
  return Math.max(age_s - row * ascent.step_s, 0.5 * ascent.step_s);
}

function drawShot(geometry: Geometry, luck: Luck, run: number, world: World, shot: number): number {
  const { orders } = world;
  const m = orders.target[shot];
  const missile = geometry.linked.missiles[m], element = geometry.linked.elements[orders.element[shot]];
  const missileKey = element.plan.kind === 'space' ? missile.missileKey : missile.key, { key: groupKey, designKey } = geometry.linked.groups[orders.group[shot]];
  const { commonMode } = element.plan;
  const shared = geometry.scratch.shared;
  for (let i = 0; i < commonMode.length; i++) {
    const scope = commonMode[i].scope;
    shared[i] =
      scope === 'system' ? luck.uniform(STREAM.commonMode, run, SYSTEM_KEY, 0, i)
      : scope === 'layer' ? luck.uniform(STREAM.commonMode, run, designKey, 0, i)
      : luck.uniform(STREAM.commonMode, run, groupKey, missileKey, i);
  }
  const own = luck.uniform(STREAM.intercept, run, missileKey, designKey, orders.number[shot]);
  return RESULT[resolveShot(shotKill_prob(element.plan, geometry.linked.plan.attacks[missile.attack].threat.model), own, commonMode, shared)];
}

/** What the look says. Without errors it tells hits from misses; with them, whether the object still flies, right or wrong. */
function isCalledHit(geometry: Geometry, luck: Luck, run: number, { orders }: World, shot: number): boolean {
  const error = geometry.linked.plan.command.assessmentError, result = orders.result[shot];
  if (error === undefined) return result === RESULT.kill;
  const missile = geometry.linked.missiles[orders.target[shot]], { designKey } = geometry.linked.groups[orders.group[shot]];
  const own = luck.uniform(STREAM.assessment, run, missile.key, designKey, orders.number[shot]);
  return result === RESULT.kill || result === RESULT.targetAlreadyGone ? own >= error.hitCalledMiss_prob : own < error.missCalledHit_prob;
}

/** The layer learns what came of its shot, as far as the look is right; a miss opens the next decision, a kill ends the matter. */
export function handleAssessment(geometry: Geometry, luck: Luck, run: number, world: World, instants: Instants, m: number, shot: number, now_s: number, log: RunLog | null): void {
  const { belief, orders, pending, release_s } = world;
  const { groups } = geometry.linked;
  if (shot < 0) {
    belief.believedGone[m] = 1;
    return;
  }
  pending[m * groups.length + orders.group[shot]]--;
  orders.isCalledHit[shot] = isCalledHit(geometry, luck, run, world, shot) ? 1 : 0;
  if (orders.isCalledHit[shot] === 1) belief.believedGone.fill(1, m, endOfShot(geometry, orders.element[shot], m));
  log?.assessment(shot, now_s);
  if (belief.believedGone[m] === 1) return;
  // What a shot in boost had kept waiting is everything on board.
  const end = endOfShot(geometry, orders.element[shot], m);
  for (let g = 0; g < groups.length; g++) {
    if (groups[g].kind === 'space') {
      if (release_s[m * groups.length + g] <= now_s) instants.push(now_s, INSTANT.decision, m, g);
    } else {
      for (let body = m; body < end; body++) if (release_s[body * groups.length + g] <= now_s) instants.push(now_s, INSTANT.decision, body, g);
    }
  }
}
