/**
 * From sighting to release: sensors look, report after their delay, and a layer may fire once its rule is met and its
 * authority has taken its time. Sightings are worked out once per variant; a run only draws the phase of each sensor's look.
 */
import { STREAM } from '../kernel/random.js';
import type { Luck } from '../kernel/random.js';
import { isEvidence } from '../models/command/release.js';
import type { Geometry } from './geometry.js';
import type { RunLog } from './log.js';
import { INSTANT } from './queue.js';
import type { Instants } from './queue.js';
import type { Reads } from './reads.js';
import { FATE, GROUND, SPACE } from './world.js';
import type { Belief, Truth, World } from './world.js';

/** Puts every sighting of this run into the queue: missile and sensor as entities. */
export function queueSightings(geometry: Geometry, luck: Luck, run: number, truth: Reads<Truth>, instants: Instants): void {
  const { missiles, sensors } = geometry.linked;
  for (let m = 0; m < missiles.length; m++) {
    const views = geometry.views[missiles[m].attack][missiles[m].aim], variant = truth.variant[m];
    for (let s = 0; s < sensors.length; s++) {
      const from_s = views[s].from_s[variant];
      if (from_s === Infinity) continue;
      // The sensor's scan passes at a random phase of its revisit time. A plume is one for all on board.
      const key = sensors[s].view.evidence === 'infrared' ? missiles[m].missileKey : missiles[m].key;
      const sighted_s = from_s + luck.uniform(STREAM.sighting, run, sensors[s].key, key, 0) * sensors[s].plan.revisit_s;
      if (sighted_s <= views[s].to_s[variant]) instants.push(truth.launch_s[m] + sighted_s, INSTANT.sighting, m, s);
    }
  }
}

export function handleSighting(geometry: Geometry, truth: Reads<Truth>, belief: Belief, instants: Instants, m: number, s: number, now_s: number, log: RunLog | null): void {
  if (truth.fate[m] !== FATE.flying || truth.failure_s[m] <= now_s) return;
  const sensor = geometry.linked.sensors[s];
  if (now_s < belief.sighted_s[m]) belief.sighted_s[m] = now_s;
  instants.push(now_s + sensor.plan.reportDelay_s, INSTANT.report, m, s);
  log?.event(now_s, 'sighting', m, sensor.plan.name, '', `${sensor.plan.name} sees it`);
}

export function handleReport(geometry: Geometry, belief: Belief, instants: Instants, m: number, s: number, now_s: number, log: RunLog | null): void {
  const { plan, sensors } = geometry.linked;
  if (sensors[s].view.evidence === 'infrared') belief.infrared_count[m]++;
  else belief.radar_count[m]++;
  const infrared = belief.infrared_count[m], radar = belief.radar_count[m];
  log?.event(now_s, 'report', m, sensors[s].plan.name, '', `${sensors[s].plan.name} reports it`);
  if (belief.bothKinds_s[m] === Infinity && infrared > 0 && radar > 0) belief.bothKinds_s[m] = now_s;
  if (belief.spaceEvidence_s[m] === Infinity && isEvidence(plan.release.space.evidence, infrared, radar)) {
    belief.spaceEvidence_s[m] = now_s;
    instants.push(now_s + plan.release.space.delay_s, INSTANT.release, m, SPACE);
    if (geometry.hasSpace) log?.event(now_s, 'evidence', m, sensors[s].plan.name, 'space', `the space layer's rule is met (${plan.release.space.evidence})`);
  }
  if (belief.groundEvidence_s[m] === Infinity && isEvidence(plan.release.ground.evidence, infrared, radar)) {
    belief.groundEvidence_s[m] = now_s;
    instants.push(now_s + plan.release.ground.delay_s, INSTANT.release, m, GROUND);
    if (geometry.hasGround) log?.event(now_s, 'evidence', m, sensors[s].plan.name, 'ground', `the ground layer's rule is met (${plan.release.ground.evidence})`);
  }
}

export function handleRelease(geometry: Geometry, world: World, instants: Instants, m: number, kind: number, now_s: number, log: RunLog | null): void {
  const { belief } = world;
  if (kind === SPACE) belief.spaceRelease_s[m] = now_s;
  else belief.groundRelease_s[m] = now_s;
  const { groups } = geometry.linked;
  let isUsed = false;
  for (let g = 0; g < groups.length; g++) {
    if ((groups[g].kind === 'space') !== (kind === SPACE)) continue;
    isUsed = true;
    // In boost there is one thing to shoot at, whatever it carries.
    if (kind === SPACE && geometry.linked.missiles[m].lead !== m) continue;
    instants.push(now_s, INSTANT.decision, m, g);
  }
  if (isUsed) log?.event(now_s, 'release', m, '', kind === SPACE ? 'space' : 'ground', `the ${kind === SPACE ? 'space' : 'ground'} layer may fire`);
}
