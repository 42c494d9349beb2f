/**
 * One run, top to bottom: luck is drawn, instants are taken in order, and what is left is settled.
 * The same code makes the outcome of a study and the replay of one run; a replay only listens in through `log`.
 */
import { Luck } from '../kernel/random.js';
import { createBatteries } from './reach/battery.js';
import { createTrack, createTracker } from './tracks/believe.js';
import { createFinding, findCause } from './record/causes.js';
import { createCovariance } from './tracks/covariance.js';
import { decideGround } from './decide/decide-ground.js';
import { decideSpace } from './decide/decide-space.js';
import { drawRun, resetWorld } from './draw.js';
import { ASCENT_STEP_S } from './flights/trajectories.js';
import type { Geometry } from './geometry.js';
import { createGroundOptions, REFUSAL } from './decide/ground-options.js';
import type { GroundWindow } from './reach/ground-windows.js';
import type { RunLog } from './record/log.js';
import { createJoint } from './decide/joint-decisions.js';
import { createMovingLooks } from './sensing/moving-looks.js';
import { handleMessage } from './command/net-reports.js';
import { beginNet, createNetState } from './command/net.js';
import { createInstants, INSTANT } from './queue.js';
import { handleAssessment, handleIntercept } from './resolve.js';
import { handleRelease, handleReport, handleSighting, queueSightings, tell } from './sensing/sight.js';
import { chooseWorstEpoch } from './reach/worst-epoch.js';
import { createSky } from './sensing/sky.js';
import { createSearches } from './reach/true-reach.js';
import { believeFall, chartFalls } from './decide/value.js';
import { createWorld, FATE } from './world.js';
import type { World } from './world.js';

export interface Runner {
  readonly world: World;
  /** Cause of each missile's getting through (index in LEAK_CAUSES), −1 for the others. */
  readonly causes: Int32Array;
  run(seed: number, run: number, log?: RunLog | null): void;
  readonly work: { draws: number; candidates: number };
}

export function createRunner(geometry: Geometry): Runner {
  const { linked } = geometry;
  const { plan, missiles, groups, elements } = linked;
  const satellites = elements.map((e) => (e.plan.kind === 'space' ? e.plan.shell.planes_count * e.plan.shell.perPlane_count : 0));
  const world = createWorld(missiles.length, groups.length, satellites, missiles.length * groups.length * plan.command.shotsPerTarget, linked.sensors.map((sensor) => (sensor.plan.model === 'radar' ? sensor.plan.tracks_count : 0)), createBatteries(plan.layers), linked.net === null ? null : createNetState(linked.net, groups));
  const moving = linked.sensors.map((sensor) => (sensor.isFixed ? null : createMovingLooks(sensor))), sky = createSky();
  const searches = createSearches(linked);
  const instants = createInstants(), track = createTrack(ASCENT_STEP_S), finding = createFinding();
  // Null where tracks have no error: with another tracker, or a perfect prediction.
  const covariance = createCovariance(geometry, world), gate = covariance?.gate ?? null, tracker = createTracker(geometry, covariance?.tracks ?? null);
  const causes = new Int32Array(missiles.length);
  const work = { draws: 0, candidates: 0 };
  const windowsOf = elements.map((): GroundWindow | null => null), options = createGroundOptions(elements.length);
  const { assignment, salvo, preferred } = plan.command, falls = assignment === undefined && salvo === undefined && preferred === undefined ? null : chartFalls(geometry);
  let luck = new Luck(0), seedInUse = -1, run = 0;
  const joint = assignment !== 'joint' || falls === null ? null : createJoint({
    geometry, known: world, instants, searches, track, windows: windowsOf, gate, options, falls, launch_s: world.truth.launch_s,
    prepare, foresee,
  });

  /** Puts what is believed of an object in place; false when the layer may not, or cannot yet, decide about it. */
  function prepare(m: number, g: number, now_s: number, log: RunLog | null): boolean {
    const { belief, pending } = world;
    if (belief.believedGone[m] === 1) return false;
    if (linked.holdsFire?.[m * groups.length + g] === 1) return holdFire(m, g, now_s, log);
    for (let other = 0; other < groups.length; other++) {
      // Layers wait for each other; a shot at a missile in boost is one at all on board.
      const shotAt = groups[other].kind === 'space' ? missiles[m].lead : m;
      if (other !== g && pending[shotAt * groups.length + other] > 0) return false;
    }
    if (foresee(m, g, now_s)) return groups[g].kind === 'space' || covariance === null || covariance.isWorthAShot(luck, run, instants, m, g, now_s, log);
    instants.push(seenFree_s(m), INSTANT.decision, m, g);
    return false;
  }

  /** When a ballistic path can first be foretold: once the end of thrust has been seen, or the release from the missile. */
  function seenFree_s(m: number): number {
    const { truth } = world;
    return truth.launch_s[m] + geometry.trajectories[truth.attack[m]][truth.aim[m]].variants[truth.variant[m]].released_s + plan.tracker.latency_s;
  }

  function foresee(m: number, g: number, now_s: number): boolean {
    const { belief, truth } = world;
    if (groups[g].kind === 'space') {
      tracker.believe(truth, luck, run, m, now_s, track);
      return true;
    }
    if (now_s < seenFree_s(m)) return false;
    const variant = truth.variant[m], { foretoldUntil_s, impact_s } = geometry.trajectories[truth.attack[m]][truth.aim[m]].variants[variant], isForetold = foretoldUntil_s === impact_s;
    const windows = geometry.windows[truth.attack[m]][truth.aim[m]];
    if (falls !== null && isForetold) believeFall(falls, geometry, belief, m);
    for (let e = 0; e < elements.length; e++) windowsOf[e] = windows[e]?.[variant] ?? null;
    return true;
  }

  function decide(m: number, g: number, now_s: number, log: RunLog | null): void {
    if (!prepare(m, g, now_s, log)) return;
    const { truth } = world;
    if (groups[g].kind === 'space') decideSpace(geometry, searches, track, truth.launch_s[m], world, gate, instants, m, g, now_s, log);
    else decideGround(geometry, windowsOf, gate, options, truth.launch_s[m], world, instants, m, g, now_s, log);
  }

  /** Its nation does not fire for where this one falls, which is known when a ballistic path can be foretold. */
  function holdFire(m: number, g: number, now_s: number, log: RunLog | null): false {
    world.refusal[m * groups.length + g] = REFUSAL.heldBack;
    log?.groundRefusal(now_s, m, groups[g].name, REFUSAL.heldBack);
    return false;
  }

  function runOnce(seed: number, wanted: number, log: RunLog | null = null): void {
    run = wanted;
    if (seed !== seedInUse) {
      luck = new Luck(seed);
      seedInUse = seed;
    }
    luck.draws = 0;
    for (const search of searches) if (search !== null) search.looked = 0;
    instants.clear();
    resetWorld(geometry, world);
    drawRun(geometry, luck, run, world);
    if (linked.net !== null && world.net !== null) beginNet(linked.net, groups, luck, run, world.net);
    if (plan.launch === 'worst-epoch') chooseWorstEpoch(geometry, searches, track, luck, run, world);
    const { truth } = world;
    for (let m = 0; m < missiles.length; m++) if (truth.failure_s[m] < Infinity) instants.push(truth.failure_s[m], INSTANT.failure, m, 0);
    queueSightings(geometry, moving, sky, luck, run, world, instants);
    joint?.begin();
    log?.begin(world, run);
    covariance?.begin(luck, run, log);
    while (instants.pop()) {
      const { t_s, kind, a, b } = instants;
      if (kind === INSTANT.sighting) handleSighting(geometry, world, instants, a, b, t_s, log);
      else if (kind === INSTANT.report) handleReport(geometry, luck, run, truth, world, instants, a, b, t_s, log);
      else if (kind === INSTANT.message && linked.net !== null && world.net !== null) {
        const watcher = handleMessage(geometry, linked.net, world.net, world, instants, a, b, t_s, log);
        if (watcher >= 0) tell(geometry, luck, run, truth, world.belief, instants, a, watcher, t_s, log);
      } else if (kind === INSTANT.release) handleRelease(geometry, world, instants, a, b, t_s, log);
      else if (kind === INSTANT.decision) {
        if (joint === null) decide(a, b, t_s, log);
        else {
          joint.add(a, b);
          if (!instants.isNext(t_s, INSTANT.decision)) joint.decide(t_s, log);
        }
      }
      else if (kind === INSTANT.intercept) handleIntercept(geometry, luck, run, world, instants, b, t_s, log);
      else if (kind === INSTANT.assessment) handleAssessment(geometry, luck, run, world, instants, a, b, t_s, log);
      else if (kind === INSTANT.handOver) covariance?.handOver(luck, run, b);
      else if (kind === INSTANT.failure && truth.fate[a] === FATE.flying) {
        truth.fate[a] = truth.isDisrupted[a] === 1 ? FATE.disrupted : FATE.failed;
        truth.end_s[a] = t_s;
        instants.push(t_s + plan.tracker.latency_s, INSTANT.assessment, a, -1);
      }
    }
    settle();
    work.draws += luck.draws;
    for (const search of searches) if (search !== null) work.candidates += search.looked;
    log?.end(causes);
  }

  function settle(): void {
    const { truth } = world;
    for (let m = 0; m < missiles.length; m++) {
      causes[m] = -1;
      if (truth.fate[m] !== FATE.flying) continue;
      if (!missiles[m].isLethal) {
        truth.fate[m] = FATE.harmless;
        continue;
      }
      truth.fate[m] = FATE.leaked;
      findCause(geometry, searches, track, world, m, finding);
      causes[m] = finding.code;
    }
  }

  return { world, causes, work, run: runOnce };
}
