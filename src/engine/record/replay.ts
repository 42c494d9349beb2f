/**
 * The whole story of one run: it is run again with the log switched on, and every path is sampled in the Earth-fixed frame.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { cos, sin } from '../../kernel/maths.js';
import { satellitePosition, shellMotion } from '../../models/constellation/walker.js';
import { STRAIGHT_UNTIL_S } from '../../models/interceptor/reach.js';
import { flightTime_s, flyout_m } from '../../models/interceptor/space-based.js';
import { createTrack } from '../tracks/believe.js';
import { createFinding, findCause } from './causes.js';
import { createDigester } from './digest.js';
import type { Geometry } from '../geometry.js';
import { groundPath } from '../reach/ground-path.js';
import { KILL_PHASES, phaseAtEnd } from './kill-phase.js';
import { createLayerFunnels, FUNNEL_STEPS } from './layer-funnel.js';
import type { FunnelStep } from './layer-funnel.js';
import { createRunLog, RESULT_NAMES, shooterName, shotTarget } from './log.js';
import type { EcefPath, Fate, InReach, Replay, ReplayLayer, ReplayMissile, ReplayShell, ReplayShot } from './record.js';
import { findSeen, replaySensors } from './replay-sensors.js';
import { createRunner } from '../run.js';
import type { ShellSearch } from '../reach/shell-search.js';
import { tellLink } from './story.js';
import { ASCENT_STEP_S } from '../flights/trajectories.js';
import { createSearches, searchAscent } from '../reach/true-reach.js';
import { FATE } from '../world.js';
import type { World } from '../world.js';

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

export function replayRun(geometry: Geometry, seed: number, run: number): Replay {
  const runner = createRunner(geometry), log = createRunLog(geometry);
  runner.run(seed, run, log);
  const { world, causes } = runner;
  const { linked } = geometry, searches = createSearches(linked);
  const digest = createDigester(linked.missiles.length, world.orders.capacity)(world, causes);
  let end_s = 0;
  for (let m = 0; m < world.truth.count; m++) end_s = Math.max(end_s, world.truth.end_s[m]);
  return {
    seed, run, epoch_s: world.epoch_s, end_s,
    missiles: linked.missiles.flatMap((_, m) => (world.truth.fate[m] === FATE.prevented ? [] : [replayMissile(geometry, world, searches, m)])),
    shots: Array.from({ length: world.orders.count }, (_, i) => replayShot(geometry, world, i)),
    layers: replayLayers(geometry, world),
    shells: replayShells(geometry, world),
    inReach: findInReach(geometry, world, searches),
    ...replaySensors(geometry, world, end_s),
    seen: findSeen(geometry, world),
    events: log.events, decisions: log.decisions, digest: toHex(digest),
  };
}

const FATE_NAMES: Readonly<Record<number, Fate>> = { [FATE.killed]: 'killed', [FATE.failed]: 'failed', [FATE.leaked]: 'leaked', [FATE.harmless]: 'harmless', [FATE.disrupted]: 'disrupted' };

function replayMissile(geometry: Geometry, world: World, searches: readonly (ShellSearch | null)[], m: number): ReplayMissile {
  const { truth } = world;
  const missile = geometry.linked.missiles[m];
  const variant = geometry.trajectories[missile.attack][missile.aim].variants[truth.variant[m]];
  const fate = FATE_NAMES[truth.fate[m]] ?? 'leaked';
  const finding = createFinding();
  if (fate === 'leaked') findCause(geometry, searches, createTrack(ASCENT_STEP_S), world, m, finding);
  const launch_s = truth.launch_s[m], end_s = truth.end_s[m];
  return {
    key: missile.name, isDecoy: !missile.isLethal, attack: missile.attack, target: geometry.linked.aims[missile.attack][missile.aim].to.name,
    released_s: launch_s + variant.released_s, launch_s, burnout_s: truth.burnout_s[m], end_s, fate,
    killedBy: truth.killedBy[m] >= 0 ? geometry.linked.elements[truth.killedBy[m]].plan.name : '',
    killedIn: fate === 'killed' ? KILL_PHASES[phaseAtEnd(geometry, world, m)] : '',
    cause: fate === 'leaked' ? finding.cause : '', link: fate === 'leaked' ? tellLink(geometry, finding) : '',
    margin: fate === 'leaked' ? finding.margin : null, marginUnit: fate === 'leaked' ? finding.marginUnit : '',
    path: samplePath(launch_s, Math.min(launch_s + variant.steersUntil_s, end_s), end_s, (t_s, out) => ephemerisAt(variant.ephemeris, t_s - launch_s, out)),
  };
}

/** Samples every 2 s until `fine_s` (fewer where that is long: some six hundred, never 20 s apart) and every 20 s after it, ends included. */
function samplePath(from_s: number, fine_s: number, to_s: number, at: (t_s: number, out: Float64Array) => void): EcefPath {
  const times: number[] = [], step_s = Math.min(20, Math.max(2, (fine_s - from_s) / 600));
  for (let t = from_s; t < fine_s; t += step_s) times.push(t);
  for (let t = fine_s; t < to_s; t += 20) times.push(t);
  // Readers divide by the time between samples.
  while (times.length > 0 && to_s - times[times.length - 1] < 0.01) times.pop();
  times.push(to_s);
  const position_ecef_m = new Float64Array(3 * times.length), state = new Float64Array(6);
  times.forEach((t_s, i) => {
    at(t_s, state);
    position_ecef_m.set(state.subarray(0, 3), 3 * i);
  });
  return { t_s: Float64Array.from(times), position_ecef_m };
}

function replayShot(geometry: Geometry, world: World, i: number): ReplayShot {
  const { orders, truth } = world;
  const m = orders.target[i], e = orders.element[i], { plan } = geometry.linked.elements[e];
  const result = RESULT_NAMES[orders.result[i]];
  const commit_s = orders.commit_s[i], intercept_s = orders.intercept_s[i];
  const path = plan.kind === 'space' ? spacePath(geometry, world, i) : groundPath(geometry, truth, m, e, intercept_s);
  return {
    layer: geometry.linked.groups[orders.group[i]].name, kind: plan.kind, shooter: shooterName(geometry, e, orders.satellite[i]),
    satellite: orders.satellite[i], target: shotTarget(geometry, m, orders.satellite[i]), commit_s, intercept_s, result, path,
  };
}

/** In the frame that falls with the carrier the interceptor is drawn flying straight; it leaves as late as still suffices. */
function spacePath(geometry: Geometry, world: World, i: number): EcefPath {
  const { orders, truth } = world;
  const e = orders.element[i], { plan } = geometry.linked.elements[e];
  if (plan.kind !== 'space') return groundPath(geometry, truth, orders.target[i], e, orders.intercept_s[i]);
  const motion = shellMotion(plan.shell);
  const intercept_s = orders.intercept_s[i], carrier = new Float64Array(3);
  const meet = turned(orders.x_m[i], orders.y_m[i], orders.z_m[i], EARTH_RATE_RADPS * truth.launch_s[orders.target[i]]);
  const carrierAt = (t_s: number): void => satellitePosition(plan.shell, motion, world.node_rad[e], world.phase_rad[e], orders.satellite[i], t_s, carrier);
  carrierAt(intercept_s);
  const dx = meet[0] - carrier[0], dy = meet[1] - carrier[1], dz = meet[2] - carrier[2];
  const distance_m = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const straight_s = flightTime_s(plan.interceptor, distance_m);
  // By the straight rule a long flight would leave too late; it is shown leaving at once, and all that it flies covers the distance.
  const isLong = straight_s > STRAIGHT_UNTIL_S, start_s = isLong ? orders.commit_s[i] : Math.max(orders.commit_s[i], intercept_s - straight_s);
  const flown_m = isLong ? flyout_m(plan.interceptor, intercept_s - start_s) : distance_m;
  return samplePath(start_s, intercept_s, intercept_s, (t_s, out) => {
    carrierAt(t_s);
    const share = Math.min(1, flyout_m(plan.interceptor, t_s - start_s) / flown_m);
    const fixed = turned(carrier[0] + share * dx, carrier[1] + share * dy, carrier[2] + share * dz, -EARTH_RATE_RADPS * t_s);
    out.set(fixed);
  });
}

/** A vector turned about the polar axis. */
function turned(x: number, y: number, z: number, angle_rad: number): [number, number, number] {
  const c = cos(angle_rad), s = sin(angle_rad);
  return [c * x - s * y, s * x + c * y, z];
}

function replayLayers(geometry: Geometry, world: World): ReplayLayer[] {
  const funnels = createLayerFunnels(geometry);
  funnels.count(world);
  return geometry.linked.elements.map(({ plan }, e) => {
    const steps = Object.fromEntries(FUNNEL_STEPS.map((step, i) => [step, funnels.counts[e * FUNNEL_STEPS.length + i]])) as Record<FunnelStep, number>;
    return { name: plan.name, funnel: { ...steps, passedOn: steps.reachable - steps.killed - steps.elsewhere } };
  });
}

function replayShells(geometry: Geometry, world: World): ReplayShell[] {
  return geometry.linked.elements.flatMap((element, e): ReplayShell[] => {
    if (element.plan.kind !== 'space') return [];
    const { shell, name } = element.plan, motion = shellMotion(shell);
    return [{
      layer: name, altitude_m: shell.altitude_m, inclination_rad: shell.inclination_rad, planes_count: shell.planes_count, perPlane_count: shell.perPlane_count, phasing: shell.phasing,
      node_rad: world.node_rad[e], phase_rad: world.phase_rad[e], meanMotion_radps: motion.latitudeRate_radps, nodeRate_radps: motion.nodeRate_radps,
    }];
  });
}

/** Satellites that could have met a missile if committed between its first sighting and the last useful moment. */
function findInReach(geometry: Geometry, world: World, searches: readonly (ShellSearch | null)[]): InReach[] {
  const { truth, belief } = world, { elements, missiles } = geometry.linked, track = createTrack(ASCENT_STEP_S);
  const found: InReach[] = [];
  for (let e = 0; e < elements.length; e++) {
    for (let m = 0; m < truth.count; m++) {
      const launch_s = truth.launch_s[m], sighted_s = belief.sighted_s[m];
      if (sighted_s === Infinity || missiles[m].lead !== m) continue;
      const search = searchAscent(geometry, searches, track, world, e, geometry.trajectories[truth.attack[m]][truth.aim[m]].variants[truth.variant[m]].ascent, launch_s, sighted_s - launch_s);
      if (search === null) continue;
      for (let i = 0; i < search.count; i++) {
        const to_s = launch_s + search.latestCommit_s[i];
        if (to_s >= sighted_s) found.push({ layer: elements[e].plan.name, satellite: search.satellite[i], target: missiles[m].missile, from_s: sighted_s, to_s });
      }
    }
  }
  return found;
}
