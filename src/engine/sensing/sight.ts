/**
 * From sighting to release: sensors look, report after their delay, and a layer may fire once its rule is met and its authority has
 * taken its time. What sensors that stand still can see is worked out once per variant; satellites that move are found in the run. The
 * first report of an infrared satellite tells radars where to look.
 */
import type { Luck } from '../../kernel/random.js';
import { isEvidence } from '../../models/command/release.js';
import { meetRule } from '../command/evidence.js';
import type { Geometry } from '../geometry.js';
import type { RunLog } from '../record/log.js';
import { cuedAt_s, searchedAt_s } from './looks.js';
import { sendReport } from '../command/net-reports.js';
import { enoughOf, noteReport } from './moving-looks.js';
import type { MovingLooks } from './moving-looks.js';
import { INSTANT } from '../queue.js';
import type { Instants } from '../queue.js';
import type { Reads } from '../reads.js';
import { satelliteName } from '../../scenario/plan/sensor-plan.js';
import type { Sky } from './sky.js';
import { FATE } from '../world.js';
import type { Belief, Known, Truth, World } from '../world.js';

/** Puts every sighting of this run into the queue: object and watcher as entities. `moving` has one for each sensor that moves. */
export function queueSightings(geometry: Geometry, moving: readonly (MovingLooks | null)[], sky: Sky, luck: Luck, run: number, world: World, instants: Instants): void {
  const { missiles, sensors, firstWatcher } = geometry.linked, { truth } = world;
  const infrared = { first_s: Infinity, second_s: Infinity }, isMoving = moving.some((looks) => looks !== null);
  sky.epoch_s = world.epoch_s;
  for (let m = 0; m < missiles.length; m++) {
    const missile = missiles[m], variant = truth.variant[m], launch_s = truth.launch_s[m];
    const views = geometry.views[missile.attack][missile.aim];
    const flight = { missile, variant: geometry.trajectories[missile.attack][missile.aim].variants[variant], emission: geometry.emissions[missile.attack][missile.aim][variant], launch_s };
    infrared.first_s = infrared.second_s = Infinity;
    for (let s = 0; s < sensors.length; s++) {
      const still = views[s];
      if (still === null) continue;
      const age_s = searchedAt_s(sensors[s], still, sky, luck, run, flight, variant);
      if (age_s === Infinity) continue;
      instants.push(launch_s + age_s, INSTANT.sighting, m, firstWatcher[s]);
      if (sensors[s].evidence === 'infrared') noteReport(infrared, age_s + sensors[s].plan.reportDelay_s);
    }
    if (!isMoving) continue;
    for (let s = 0; s < sensors.length; s++) {
      // Of one system of radars the first report is enough; other radars may be too busy to make theirs. Reports that go through a command graph may come late, or not at all.
      const enough = world.net === null && sensors[s].evidence === 'infrared' ? infrared : enoughOf(sensors[s]);
      moving[s]?.watch(sky, luck, run, world.placements[s], flight, enough, (satellite, age_s) => {
        instants.push(launch_s + age_s, INSTANT.sighting, m, firstWatcher[s] + satellite);
      });
    }
  }
}

export function handleSighting(geometry: Geometry, world: World, instants: Instants, m: number, watcher: number, now_s: number, log: RunLog | null): void {
  const { truth, belief } = world;
  if (truth.fate[m] !== FATE.flying || truth.failure_s[m] <= now_s) return;
  const { sensor: s, satellite } = geometry.linked.watchers[watcher], { plan } = geometry.linked.sensors[s];
  if (plan.model === 'radar' && !takeTrack(geometry, world, m, s, now_s, log)) return;
  if (now_s < belief.sighted_s[m]) belief.sighted_s[m] = now_s;
  const slot = m * geometry.linked.sensors.length + s;
  if (now_s < world.seenFrom_s[slot]) world.seenFrom_s[slot] = now_s;
  instants.push(now_s + plan.reportDelay_s, INSTANT.report, m, watcher);
  if (log === null) return;
  const name = satelliteName(plan, satellite);
  log.event(now_s, 'sighting', m, name, '', `${name} sees it`);
}
/** True when a radar takes up an object that it has not had before; one that follows as many as it can does not. */
function takeTrack(geometry: Geometry, { truth, belief, isTracked, tracks }: World, m: number, s: number, now_s: number, log: RunLog | null): boolean {
  const slot = m * tracks.length + s, { object, until_s } = tracks[s];
  if (isTracked[slot] === 1) return false;
  let i = tracks[s].count;
  if (i === object.length) {
    // A track ends when its object leaves the view or its flight.
    for (i = 0; i < object.length; i++) if (until_s[i] <= now_s || truth.fate[object[i]] !== FATE.flying) break;
    if (i === object.length) {
      belief.radarFull[m] = 1;
      log?.event(now_s, 'saturated', m, geometry.linked.sensors[s].plan.name, '', `${geometry.linked.sensors[s].plan.name} follows as many objects as it can, and not this one`);
      return false;
    }
  } else tracks[s].count++;
  isTracked[slot] = 1;
  object[i] = m;
  const { attack, aim } = geometry.linked.missiles[m];
  until_s[i] = truth.launch_s[m] + (geometry.views[attack][aim][s]?.to_s[truth.variant[m]] ?? Infinity);
  return true;
}

/** Tells every radar that takes cues where an object is, once an infrared satellite has reported it. */
function cueRadars(geometry: Geometry, luck: Luck, run: number, truth: Reads<Truth>, instants: Instants, m: number, now_s: number): void {
  const { missiles, sensors, firstWatcher } = geometry.linked, missile = missiles[m], launch_s = truth.launch_s[m];
  for (let s = 0; s < sensors.length; s++) {
    const views = geometry.views[missile.attack][missile.aim][s];
    if (views === null || sensors[s].plan.model !== 'radar') continue;
    const age_s = cuedAt_s(sensors[s], views, luck, run, missile, truth.variant[m], now_s - launch_s);
    if (age_s < Infinity) instants.push(launch_s + age_s, INSTANT.sighting, m, firstWatcher[s]);
  }
}

/** A report is made. Without a command graph everybody has it at once. */
export function handleReport(geometry: Geometry, luck: Luck, run: number, truth: Reads<Truth>, known: Known, instants: Instants, m: number, watcher: number, now_s: number, log: RunLog | null): void {
  const { groups, net } = geometry.linked, { belief, evidence_s } = known;
  if (net !== null && known.net !== null) {
    sendReport(geometry, net, known.net, known, instants, m, watcher, now_s, log);
    return;
  }
  tell(geometry, luck, run, truth, belief, instants, m, watcher, now_s, log);
  const infrared = belief.infrared_count[m], radar = belief.radar_count[m];
  for (let g = 0; g < groups.length; g++) {
    const { evidence, delay_s } = groups[g].release;
    if (evidence_s[m * groups.length + g] === Infinity && isEvidence(evidence, infrared, radar)) meetRule(geometry, known, instants, m, g, watcher, evidence, delay_s, now_s, log);
  }
}

/** People learn of a report: what warning is counted by, and what tells radars where to look. */
export function tell(geometry: Geometry, luck: Luck, run: number, truth: Reads<Truth>, belief: Belief, instants: Instants, m: number, watcher: number, now_s: number, log: RunLog | null): void {
  const { plan, sensors, watchers, sharing } = geometry.linked, { sensor: s, satellite } = watchers[watcher];
  if (sensors[s].evidence === 'infrared') {
    // What a partner keeps for its own warning tells no radar of the others where to look.
    if (belief.infrared_count[m]++ === 0 && sharing[s].isShared) cueRadars(geometry, luck, run, truth, instants, m, now_s);
  } else belief.radar_count[m]++;
  const infrared = belief.infrared_count[m], radar = belief.radar_count[m];
  // Only a listener needs the name.
  if (log !== null) {
    const name = satelliteName(sensors[s].plan, satellite);
    log.event(now_s, 'report', m, name, '', `${name} reports it`);
  }
  if (belief.bothKinds_s[m] === Infinity && infrared > 0 && radar > 0) belief.bothKinds_s[m] = now_s;
  if (belief.tracked_s[m] === Infinity && (isEvidence(plan.release.space.evidence, infrared, radar) || isEvidence(plan.release.ground.evidence, infrared, radar))) belief.tracked_s[m] = now_s;
}

export function handleRelease(geometry: Geometry, known: Known, instants: Instants, m: number, g: number, now_s: number, log: RunLog | null): void {
  const { groups, missiles } = geometry.linked, { kind, words } = groups[g];
  known.release_s[m * groups.length + g] = now_s;
  // In boost there is one thing to shoot at, whatever it carries.
  if (kind === 'ground' || missiles[m].lead === m) instants.push(now_s, INSTANT.decision, m, g);
  log?.event(now_s, 'release', m, '', kind, `${words} may fire`);
}
