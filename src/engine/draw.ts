/**
 * All luck of a run that does not depend on what anyone does: epoch, shells, variants, launch times, failures.
 * Every draw is keyed by what it is about, so adding a sensor or a shooter shifts nobody else's luck.
 */
import { TAU } from '../kernel/maths.js';
import { STREAM } from '../kernel/random.js';
import type { Luck } from '../kernel/random.js';
import { key32 } from '../kernel/hash.js';
import { launchTurn } from '../scenario/plan/launch-turn.js';
import type { BeforePlan } from '../scenario/plan/plan.js';
import type { Geometry } from './geometry.js';
import { resetBatteries } from './reach/battery.js';
import { drawPlacement } from './sensing/placement.js';
import { FATE } from './world.js';
import type { Truth, World } from './world.js';

export function drawRun(geometry: Geometry, luck: Luck, run: number, world: World): void {
  const { plan, missiles, elements, sensors } = geometry.linked;
  world.epoch_s = plan.epoch.from_s + luck.uniform(STREAM.epoch, run, 0, 0, 0) * plan.epoch.within_s;
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    if (element.plan.kind !== 'space') continue;
    const key = geometry.elementKeys[i];
    world.node_rad[i] = luck.uniform(STREAM.shell, run, key, 0, 0) * TAU;
    world.phase_rad[i] = luck.uniform(STREAM.shell, run, key, 0, 1) * TAU;
  }
  sensors.forEach((sensor, s) => {
    if (!sensor.isFixed) drawPlacement(sensor, luck, run, world.epoch_s, world.placements[s]);
  });
  const { truth } = world;
  truth.count = missiles.length;
  for (let m = 0; m < missiles.length; m++) {
    const missile = missiles[m];
    if (missile.lead === m) drawMissile(geometry, luck, run, truth, m);
    const lead = missile.lead, variant = truth.variant[lead];
    const flight = geometry.trajectories[missile.attack][missile.aim].variants[variant];
    truth.attack[m] = missile.attack;
    truth.aim[m] = missile.aim;
    truth.variant[m] = variant;
    if (missile.lead !== m) truth.fate[m] = truth.fate[lead];
    truth.killedBy[m] = -1;
    truth.launch_s[m] = truth.launch_s[lead];
    truth.burnout_s[m] = truth.launch_s[lead] + flight.burnout_s;
    truth.impact_s[m] = truth.launch_s[lead] + flight.impact_s;
    truth.end_s[m] = truth.impact_s[m];
    truth.failure_s[m] = truth.failure_s[lead];
    truth.isDisrupted[m] = truth.isDisrupted[lead];
    if (truth.fate[m] === FATE.prevented) truth.end_s[m] = truth.launch_s[m];
  }
}

/** Luck of a missile as a whole, with all on board: variant, launch, failure. */
function drawMissile(geometry: Geometry, luck: Luck, run: number, truth: Truth, m: number): void {
  const { attack: a, aim, missileKey, index } = geometry.linked.missiles[m], { before, attacks } = geometry.linked.plan, attack = attacks[a];
  const { variants } = geometry.trajectories[a][aim];
  const variant = Math.floor(luck.uniform(STREAM.variant, run, missileKey, 0, 0) * variants.length);
  const launch_s = attack.start_s + launchTurn(attack, index) * attack.every_s + luck.uniform(STREAM.launchTime, run, missileKey, 0, 0) * attack.within_s;
  const fails = luck.uniform(STREAM.failure, run, missileKey, 0, 0) < attack.threat.inFlightFailure_prob;
  // What has no boost may fail anywhere on its way.
  const { burnout_s, impact_s } = variants[variant], atRisk_s = burnout_s > 0 ? burnout_s : impact_s;
  truth.variant[m] = variant;
  truth.launch_s[m] = launch_s;
  truth.failure_s[m] = fails ? launch_s + luck.uniform(STREAM.failure, run, missileKey, 0, 1) * atRisk_s : Infinity;
  truth.fate[m] = FATE.flying;
  truth.isDisrupted[m] = 0;
  if (before !== undefined) drawBefore(before, luck, run, truth, m, missileKey, atRisk_s);
}

/** What the plan takes as stopped without an interceptor; of two ends the earlier one counts. */
function drawBefore(before: BeforePlan, luck: Luck, run: number, truth: Truth, m: number, missileKey: number, atRisk_s: number): void {
  if (luck.uniform(STREAM.launchPrevented, run, missileKey, 0, 0) < before.launchPrevented_prob) {
    truth.fate[m] = FATE.prevented;
    truth.failure_s[m] = Infinity;
    return;
  }
  if (luck.uniform(STREAM.nonKinetic, run, missileKey, 0, 0) >= before.nonKinetic_prob) return;
  const end_s = truth.launch_s[m] + luck.uniform(STREAM.nonKinetic, run, missileKey, 0, 1) * atRisk_s;
  if (end_s > truth.failure_s[m]) return;
  truth.failure_s[m] = end_s;
  truth.isDisrupted[m] = 1;
}

/** Key of failures that all layers share. */
export const SYSTEM_KEY = key32('system');

/** Sets everything that a run counts up back to its start. */
export function resetWorld(geometry: Geometry, world: World): void {
  const { elements } = geometry.linked;
  // Satellites that fired in the last run; clearing whole shells would cost more than the run itself.
  for (let shot = 0; shot < world.orders.count; shot++) {
    const satellite = world.orders.satellite[shot];
    if (satellite >= 0) world.used[world.orders.element[shot]][satellite] = 0;
  }
  world.orders.count = 0;
  world.pending.fill(0);
  world.fired.fill(0);
  world.assessed_s.fill(-Infinity);
  world.nextDecision_s.fill(-Infinity);
  world.refusal.fill(0);
  world.refusalMargin.fill(0);
  world.trackShort_m.fill(Infinity);
  resetBatteries(world.batteries);
  for (let i = 0; i < elements.length; i++) world.rounds[i] = elements[i].plan.kind === 'ground' ? elements[i].usable_count : 0;
  world.isTracked.fill(0);
  world.seenFrom_s.fill(Infinity);
  for (const tracks of world.tracks) tracks.count = 0;
  for (const column of [world.infraredOf_count, world.radarOf_count]) column.fill(0);
  world.cut.fill(-1);
  const { belief } = world;
  belief.queued_s.fill(0);
  belief.queuedAt.fill(-1);
  belief.count = geometry.linked.missiles.length;
  belief.threatened_count.fill(NaN);
  for (const column of [belief.infrared_count, belief.radar_count, belief.believedGone, belief.assigned, belief.unarmed, belief.radarFull, belief.isElsewhere, belief.heldAsDecoy]) column.fill(0);
  for (const column of [belief.sighted_s, belief.bothKinds_s, belief.tracked_s, world.evidence_s, world.release_s]) column.fill(Infinity);
  belief.lethal_prob.fill(1);
}
