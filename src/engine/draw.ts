/**
 * All luck of a run that does not depend on what anyone does: epoch, shells, variants, launch times, failures.
 * Every draw is keyed by what it is about, so adding a sensor or a shooter shifts nobody else's luck.
 */
import { TAU } from '../kernel/maths.js';
import { STREAM } from '../kernel/random.js';
import type { Luck } from '../kernel/random.js';
import { key32 } from '../kernel/hash.js';
import type { Geometry } from './geometry.js';
import { FATE } from './world.js';
import type { World } from './world.js';

export function drawRun(geometry: Geometry, luck: Luck, run: number, world: World): void {
  const { plan, missiles, elements } = geometry.linked;
  world.epoch_s = plan.epoch.from_s + luck.uniform(STREAM.epoch, run, 0, 0, 0) * plan.epoch.within_s;
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    if (element.plan.kind !== 'space') continue;
    const key = geometry.elementKeys[i];
    world.node_rad[i] = luck.uniform(STREAM.shell, run, key, 0, 0) * TAU;
    world.phase_rad[i] = luck.uniform(STREAM.shell, run, key, 0, 1) * TAU;
  }
  const { truth } = world;
  truth.count = missiles.length;
  for (let m = 0; m < missiles.length; m++) {
    const missile = missiles[m], attack = plan.attacks[missile.attack];
    const variants = geometry.trajectories[missile.attack][missile.aim].variants;
    const variant = Math.floor(luck.uniform(STREAM.variant, run, missile.key, 0, 0) * variants.length);
    const flight = variants[variant];
    const launch_s = luck.uniform(STREAM.launchTime, run, missile.key, 0, 0) * attack.within_s;
    const fails = luck.uniform(STREAM.failure, run, missile.key, 0, 0) < attack.threat.inFlightFailure_prob;
    truth.attack[m] = missile.attack;
    truth.aim[m] = missile.aim;
    truth.variant[m] = variant;
    truth.fate[m] = FATE.flying;
    truth.killedBy[m] = -1;
    truth.launch_s[m] = launch_s;
    truth.burnout_s[m] = launch_s + flight.burnout_s;
    truth.impact_s[m] = launch_s + flight.impact_s;
    truth.end_s[m] = truth.impact_s[m];
    truth.failure_s[m] = fails ? launch_s + luck.uniform(STREAM.failure, run, missile.key, 0, 1) * flight.burnout_s : Infinity;
  }
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
  for (let i = 0; i < elements.length; i++) world.rounds[i] = elements[i].plan.kind === 'ground' ? elements[i].usable_count : 0;
  const { belief } = world;
  belief.count = geometry.linked.missiles.length;
  for (const column of [belief.infrared_count, belief.radar_count, belief.believedGone, belief.assigned, belief.unarmed]) column.fill(0);
  for (const column of [belief.sighted_s, belief.bothKinds_s, belief.spaceEvidence_s, belief.groundEvidence_s, belief.spaceRelease_s, belief.groundRelease_s]) column.fill(Infinity);
}
