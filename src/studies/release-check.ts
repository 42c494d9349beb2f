/**
 * Can a release rule be met before the layer's window closes? A space layer that waits for radar never fires: radar sees
 * an ICBM after about ten minutes, boost ends after three. Answers with warnings, one for each layer and group of missiles;
 * the run goes ahead all the same.
 */
import { earliestRelease_s } from '../engine/sensing/earliest-release.js';
import { chart } from '../engine/geometry.js';
import type { Geometry, GeometryCache } from '../engine/geometry.js';
import type { Group } from '../engine/link.js';
import { isCutOff } from '../engine/command/net.js';
import { altitude_m } from '../kernel/earth/geodesy.js';
import type { Plan } from '../scenario/plan/plan.js';
import type { Problem } from '../scenario/text/problem.js';

/** A flight at which a layer can never fire. */
interface Miss {
  readonly target: string;
  readonly release_s: number;
  /** Until when permission would have been of use; −Infinity where nobody can reach it at any time. */
  readonly close_s: number;
}

export function checkRelease(plan: Plan, file: string, cache?: GeometryCache): Problem[] {
  const geometry = chart(plan, cache);
  return rulesOf(geometry).flatMap((rule) => {
    const outOfReach: string[] = [], problems: Problem[] = [];
    plan.attacks.forEach(({ key, targets }, a) => {
      const misses = targets.flatMap((target, t) => missOf(geometry, rule, a, t, target.name));
      const beyond = misses.filter(({ close_s }) => !(close_s > 0)), late = misses.filter(({ close_s }) => close_s > 0);
      if (beyond.length > 0) outOfReach.push(flightsOf(key, targets.length, beyond));
      if (late.length > 0) problems.push(lateWarning(rule, file, flightsOf(key, targets.length, late), late));
    });
    return outOfReach.length === 0 ? problems : [...problems, reachWarning(rule, file, outOfReach)];
  });
}

/** Groups under one rule, in the order space, ground. */
interface Rule {
  readonly kind: Group['kind'];
  /** Where the scenario states it. */
  readonly path: string;
  readonly evidence: string;
  readonly words: string;
  readonly groups: readonly number[];
}

/** Layers that the command graph has cut off are warned of where it is told; they wait for no rule. */
function rulesOf({ linked: { groups, net } }: Geometry): Rule[] {
  const waits = groups.map((_, g) => net === null || net.usual.isAlone[g] === 1 || !isCutOff(net, groups.length, net.usual, g));
  const paths = [...new Set(groups.filter((_, g) => waits[g]).sort((a, b) => Number(a.kind === 'ground') - Number(b.kind === 'ground')).map(({ ruledAt }) => ruledAt))];
  return paths.map((path) => {
    const under = groups.flatMap(({ ruledAt }, g) => (ruledAt === path && waits[g] ? [g] : [])), { kind, words, release } = groups[under[0]];
    return { kind, path, evidence: release.evidence, words: path === `release.${kind}` ? `the ${kind} layer` : words, groups: under };
  });
}

function missOf(geometry: Geometry, { kind, groups }: Rule, a: number, t: number, target: string): Miss[] {
  const release_s = Math.min(...groups.map((g) => earliestRelease_s(geometry, g, a, t)));
  const elements = groups.flatMap((g) => geometry.linked.groups[g].elements);
  const close_s = kind === 'space' ? endOfBoost_s(geometry, elements, a, t) : lastGroundCommit_s(geometry, elements, a, t);
  return release_s < close_s ? [] : [{ target, release_s, close_s }];
}

const flightsOf = (attack: string, targets: number, misses: readonly Miss[]): string =>
  `${attack} to ${misses.length === targets && targets > 3 ? `all ${targets} targets` : listOf(misses.map(({ target }) => target))}`;

function lateWarning({ kind, path, evidence, words }: Rule, file: string, flights: string, misses: readonly Miss[]): Problem {
  const released = misses.filter(({ release_s }) => release_s < Infinity);
  const found = released.length === 0 ? `${evidence} is never reported in time for ${flights}` : `permission ${spanOf(released.map(({ release_s }) => release_s))} after launch for ${flights}`;
  const what = kind === 'space' ? 'the boost ends' : 'the last ground interceptor that can reach it must be committed';
  const expected = `${what} ${spanOf(misses.map(({ close_s }) => close_s))} after launch`;
  return { file, path, line: 0, found, expected, hint: `${words} can never fire at these under this rule; choose other evidence, add sensors, or shorten delay_s`, severity: 'warning' };
}

function reachWarning({ kind, words }: Rule, file: string, flights: readonly string[]): Problem {
  const expected = kind === 'space' ? "a boost that climbs above the interceptors' floor, to be met in it" : 'a path that some ground interceptor reaches and that can be foretold';
  return { file, path: 'interceptors', line: 0, found: flights.join('; '), expected, hint: `${words} can do nothing against these, whatever its rule`, severity: 'warning' };
}

/** `new-york, chicago and 5 more`. */
function listOf(names: readonly string[]): string {
  if (names.length <= 3) return names.join(', ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

function spanOf(times_s: readonly number[]): string {
  const low = Math.round(Math.min(...times_s)), high = Math.round(Math.max(...times_s));
  return low === high ? `${low} s` : `${low} to ${high} s`;
}

/** End of the boost, or −Infinity where all of it stays below what any interceptor in orbit can meet. */
function endOfBoost_s(geometry: Geometry, elements: readonly number[], a: number, t: number): number {
  const { ascent, burnout_s } = geometry.trajectories[a][t].variants[0];
  const floor_m = Math.min(...elements.map((e) => geometry.linked.elements[e].plan).map((plan) => (plan.kind === 'space' ? plan.interceptor.floor_m : Infinity)));
  for (let row = 0; row * ascent.step_s <= burnout_s; row++) {
    if (altitude_m(ascent.state[6 * row], ascent.state[6 * row + 1], ascent.state[6 * row + 2]) >= floor_m) return burnout_s;
  }
  return -Infinity;
}

function lastGroundCommit_s(geometry: Geometry, elements: readonly number[], a: number, t: number): number {
  return Math.max(-Infinity, ...elements.map((e) => geometry.windows[a][t][e]?.[0]?.lastCommit_s ?? -Infinity));
}
