/**
 * Listens to one run and writes down what happened and why, in plain words. A study runs without it; a replay runs the
 * same instants with it. It reads everything and changes nothing.
 */
import type { Geometry } from '../geometry.js';
import { REFUSAL } from '../decide/ground-options.js';
import type { GroundOptions } from '../decide/ground-options.js';
import { shotKill_prob } from '../link.js';
import type { JointMatrix } from '../decide/joint-matrix.js';
import type { ObjectOptions } from '../decide/joint-options.js';
import type { Alternative, Decision, RunEvent } from './record.js';
import type { ShellSearch } from '../reach/shell-search.js';
import type { Shot } from '../decide/shot.js';
import { isCutOff } from '../command/net.js';
import { FATE, RESULT } from '../world.js';
import type { World } from '../world.js';

/** Alternatives kept per decision: enough to see what was close, not a list of the whole shell. */
const ALTERNATIVES = 5;

export const RESULT_NAMES = ['', 'kill', 'miss', 'commonMode', 'mispredicted', 'shortfall', 'targetAlreadyGone'] as const;
const RESULT_TEXT = [
  '', 'hit: the missile is stopped', 'miss', 'failed for a reason shared with other shots', 'the prediction was too wrong to correct',
  'hit, but the payload still falls on defended land', 'the missile was gone already',
] as const;

/** What the look says, by whether it calls a hit and whether it was one. */
const ASSESSMENT_TEXT = ['the shot is known to have failed', 'the look calls it alive', 'the look calls it hit: it is not', 'the hit is confirmed'] as const;

/** Why one battery was not taken, and why a layer fires at nothing, by REFUSAL. */
const BATTERY_TEXT: readonly string[] = ['meets it later', 'cannot get there any more', 'no round left to fire', 'its launchers are busy', 'its radar guides as many shots as it can', 'the track is too poor', 'held back'];
const LAYER_TEXT: Readonly<Record<number, string>> = {
  [REFUSAL.outOfReach]: 'no battery can get there any more',
  [REFUSAL.noRound]: 'every battery in reach has used its rounds or keeps them in reserve',
  [REFUSAL.launcherBusy]: 'the launchers of every battery in reach are busy',
  [REFUSAL.radarBusy]: 'the radar of every battery in reach guides as many shots as it can',
  [REFUSAL.trackTooPoor]: 'the track is too poor to send an interceptor',
  [REFUSAL.heldBack]: 'the rounds are held back',
};

export type RunLog = ReturnType<typeof createRunLog>;

export function createRunLog(geometry: Geometry) {
  const { missiles, elements, groups } = geometry.linked;
  const events: RunEvent[] = [], decisions: Decision[] = [];
  let world: World;

  const tell = (t_s: number, kind: RunEvent['kind'], target: string, by: string, layer: string, text: string, result: RunEvent['result'] = ''): void => {
    events.push({ t_s, kind, target, by, layer, text, result });
  };
  const event = (t_s: number, kind: RunEvent['kind'], m: number, by: string, layer: string, text: string): void => tell(t_s, kind, missiles[m].name, by, layer, text);
  const decision = (t_s: number, target: string, layer: string, shooter: string, reason: string, alternatives: Alternative[], element = -1, m = 0): void => {
    decisions.push({ t_s, target, layer, shooter, reason, alternatives, ...(element < 0 ? {} : { kill_prob: shotKill_prob(elements[element].plan, geometry.linked.plan.attacks[missiles[m].attack].threat.model) }) });
  };

  /** Satellites that were believed able to meet it, soonest first, without the chosen one. */
  const spaceAlternatives = (searches: readonly (ShellSearch | null)[], group: readonly number[], element: number, index: number, launch_s: number): Alternative[] => {
    const found: Alternative[] = [];
    for (const e of group) {
      const search = searches[e];
      if (search === null) continue;
      for (let i = 0; i < search.count; i++) {
        if (search.earliest_s[i] === Infinity || (e === element && i === index)) continue;
        const isSpent = world.used[e][search.satellite[i]] >= elements[e].usable_count;
        found.push({
          shooter: shooterName(geometry, e, search.satellite[i]), intercept_s: launch_s + search.earliest_s[i],
          reason: isSpent ? 'no interceptor left' : 'meets it later',
        });
      }
    }
    return found.sort((a, b) => a.intercept_s - b.intercept_s).slice(0, ALTERNATIVES);
  };

  const jointDecision = (t_s: number, m: number, g: number, { saved, bound, weight }: JointMatrix, row: number) => ({
    t_s, target: groups[g].kind === 'space' ? missiles[m].missile : missiles[m].name, layer: groups[g].name,
    value: weight(row), saved, bound, gap: bound > 0 ? (bound - saved) / bound : 0,
  });
  /** Shooters that were not taken for this object, soonest first. */
  const jointAlternatives = (options: ObjectOptions, chosen: number, matrix: JointMatrix, row: number, launch_s: number): Alternative[] => {
    const found: Alternative[] = [];
    for (let i = 0; i < options.count; i++) {
      if (i === chosen) continue;
      const reason = matrix.shots(row, i) > 0 ? 'sent as well' : matrix.price(row, i) > options.chance[i] * matrix.left(row) ? 'saves more against another object' : 'would add less';
      found.push({ shooter: shooterName(geometry, options.element[i], options.satellite[i]), intercept_s: launch_s + options.meet_s[i], reason });
    }
    return found.sort((a, b) => a.intercept_s - b.intercept_s).slice(0, ALTERNATIVES);
  };

  return {
    events,
    decisions,
    event,
    begin(started: World, _run: number): void {
      world = started;
      tellLosses(geometry, world, tell);
      for (let m = 0; m < missiles.length; m++) {
        if (missiles[m].lead !== m) continue;
        const { missile } = missiles[m];
        if (world.truth.fate[m] === FATE.prevented) {
          tell(world.truth.launch_s[m], 'failure', missile, '', '', 'its launch is prevented, as the scenario states');
          continue;
        }
        tell(world.truth.launch_s[m], 'launch', missile, '', '', 'launched');
        if (world.truth.failure_s[m] < Infinity) tell(world.truth.failure_s[m], 'failure', missile, '', '', world.truth.isDisrupted[m] === 1 ? 'is stopped without an interceptor, as the scenario states' : 'fails by itself');
      }
    },
    choice(t_s: number, m: number, layer: string, searches: readonly (ShellSearch | null)[], group: readonly number[], element: number, index: number, launch_s: number): void {
      const search = searches[element] as ShellSearch;
      decision(t_s, missiles[m].missile, layer, shooterName(geometry, element, search.satellite[index]), 'meets it soonest of all satellites with an interceptor left', spaceAlternatives(searches, group, element, index, launch_s), element, m);
    },
    refusal(t_s: number, m: number, layer: string, reason: string, searches: readonly (ShellSearch | null)[], group: readonly number[], launch_s: number): void {
      decision(t_s, missiles[m].missile, layer, '', reason, spaceAlternatives(searches, group, -1, -1, launch_s));
    },
    groundChoice(t_s: number, m: number, layer: string, options: GroundOptions, chosen: number, launch_s: number): void {
      const alternatives: Alternative[] = [];
      for (let i = 0; i < options.count; i++) {
        if (i === chosen || options.meet_s[i] === Infinity) continue;
        alternatives.push({ shooter: elements[options.element[i]].plan.name, intercept_s: launch_s + options.meet_s[i], reason: BATTERY_TEXT[options.refusal[i]] });
      }
      decision(t_s, missiles[m].name, layer, elements[options.element[chosen]].plan.name, 'meets it soonest of all batteries with rounds left', alternatives, options.element[chosen], m);
    },
    groundRefusal(t_s: number, m: number, layer: string, refusal: number, why: string = LAYER_TEXT[refusal]): void {
      decision(t_s, missiles[m].name, layer, '', why, []);
    },
    jointChoice(t_s: number, m: number, g: number, options: ObjectOptions, chosen: number, matrix: JointMatrix, row: number, launch_s: number): void {
      decisions.push({
        ...jointDecision(t_s, m, g, matrix, row), shooter: shooterName(geometry, options.element[chosen], options.satellite[chosen]), kill_prob: options.chance[chosen],
        reason: 'one of the shots that together save most', alternatives: jointAlternatives(options, chosen, matrix, row, launch_s),
      });
    },
    jointHeld(t_s: number, m: number, g: number, options: ObjectOptions, matrix: JointMatrix, row: number, launch_s: number): void {
      decisions.push({ ...jointDecision(t_s, m, g, matrix, row), shooter: '', reason: 'every shooter in reach saves more against another object', alternatives: jointAlternatives(options, -1, matrix, row, launch_s) });
    },
    commit(shot: Shot, _index: number): void {
      const by = shooterName(geometry, shot.element, shot.satellite);
      tell(shot.commit_s, 'commit', shotTarget(geometry, shot.target, shot.satellite), by, groups[shot.group].name, `${by} is committed`);
    },
    intercept(index: number, t_s: number): void {
      const { orders } = world;
      const by = shooterName(geometry, orders.element[index], orders.satellite[index]), result = orders.result[index];
      tell(t_s, 'intercept', shotTarget(geometry, orders.target[index], orders.satellite[index]), by, groups[orders.group[index]].name, RESULT_TEXT[result], RESULT_NAMES[result]);
    },
    assessment(index: number, t_s: number): void {
      const { orders } = world;
      const { isCalledHit } = orders, hasErrors = geometry.linked.plan.command.assessmentError !== undefined;
      const isKill = orders.result[index] === RESULT.kill || (hasErrors && orders.result[index] === RESULT.targetAlreadyGone);
      tell(t_s, 'assessment', shotTarget(geometry, orders.target[index], orders.satellite[index]), '', groups[orders.group[index]].name, ASSESSMENT_TEXT[2 * isCalledHit[index] + (isKill ? 1 : 0)]);
    },
    end(_causes: Int32Array): void {
      for (let m = 0; m < missiles.length; m++) {
        // A missile that was stopped or failed in boost never burns out.
        if (missiles[m].lead === m && world.truth.fate[m] !== FATE.prevented && world.truth.burnout_s[m] > world.truth.launch_s[m] && world.truth.end_s[m] > world.truth.burnout_s[m]) tell(world.truth.burnout_s[m], 'burnout', missiles[m].missile, '', '', 'the last stage burns out');
        if (world.truth.fate[m] === FATE.leaked) event(world.truth.impact_s[m], 'impact', m, '', '', 'gets through');
      }
      events.sort((a, b) => a.t_s - b.t_s);
    },
  };
}

/** What of the command graph does not work in this run, and what it does to layers. */
function tellLosses({ linked: { net, groups } }: Geometry, { net: state }: World, tell: (t_s: number, kind: RunEvent['kind'], target: string, by: string, layer: string, text: string) => void): void {
  if (net === null || state === null) return;
  const { nodes, links } = net.plan;
  nodes.forEach(({ name }, n) => state.losses.node[n] === 1 && tell(0, 'lost', '', name, '', `${name} is lost`));
  links.forEach(({ name, from, to }, l) => state.losses.link[l] === 1 && tell(0, 'lost', '', name, '', `the link ${name} from ${from} to ${to} is lost`));
  groups.forEach(({ kind, words }, g) => {
    if (state.isAlone[g] === 1) tell(0, 'alone', '', '', kind, `${words} is cut off and acts alone`);
    else if (isCutOff(net, groups.length, state, g)) tell(0, 'cutOff', '', '', kind, `${words} is cut off and cannot fire`);
  });
}

/** What a shot is told to be at: in boost the missile, after release one object. */
export function shotTarget(geometry: Geometry, m: number, satellite: number): string {
  const { missile, name } = geometry.linked.missiles[m];
  return satellite >= 0 ? missile : name;
}

/** Satellites are named by plane and slot, counted from one; batteries by their name. */
export function shooterName(geometry: Geometry, element: number, satellite: number): string {
  const { plan } = geometry.linked.elements[element];
  if (plan.kind === 'ground' || satellite < 0) return plan.name;
  const plane = Math.floor(satellite / plan.shell.perPlane_count);
  return `satellite ${plane + 1}-${satellite - plane * plan.shell.perPlane_count + 1}`;
}
