/**
 * Can a release rule be met before the layer's window closes? A space layer that waits for radar never fires: radar sees
 * an ICBM after about ten minutes, boost ends after three. Answers with warnings, one for each layer and group of missiles;
 * the run goes ahead all the same.
 */
import { earliestEvidence_s } from '../engine/earliest-release.js';
import { chart } from '../engine/geometry.js';
import type { Geometry, GeometryCache } from '../engine/geometry.js';
import { altitude_m } from '../kernel/geodesy.js';
import type { Plan } from '../scenario/plan.js';
import type { Problem } from '../scenario/problem.js';

type LayerKind = 'space' | 'ground';

/** A flight at which a layer can never fire. */
interface Miss {
  readonly target: string;
  readonly release_s: number;
  /** Until when permission would have been of use; −Infinity where nobody can reach it at any time. */
  readonly close_s: number;
}

export function checkRelease(plan: Plan, file: string, cache?: GeometryCache): Problem[] {
  const geometry = chart(plan, cache);
  const kinds = (['space', 'ground'] as const).filter((kind) => (kind === 'space' ? geometry.hasSpace : geometry.hasGround));
  return kinds.flatMap((kind) => {
    const outOfReach: string[] = [], problems: Problem[] = [];
    plan.attacks.forEach(({ key, targets }, a) => {
      const misses = targets.flatMap((target, t) => missOf(geometry, kind, a, t, target.name));
      const beyond = misses.filter(({ close_s }) => !(close_s > 0)), late = misses.filter(({ close_s }) => close_s > 0);
      if (beyond.length > 0) outOfReach.push(flightsOf(key, targets.length, beyond));
      if (late.length > 0) problems.push(lateWarning(plan, file, kind, flightsOf(key, targets.length, late), late));
    });
    return outOfReach.length === 0 ? problems : [...problems, reachWarning(file, kind, outOfReach)];
  });
}

function missOf(geometry: Geometry, kind: LayerKind, a: number, t: number, target: string): Miss[] {
  const release_s = earliestEvidence_s(geometry, kind, a, t) + geometry.linked.plan.release[kind].delay_s;
  const close_s = kind === 'space' ? endOfBoost_s(geometry, a, t) : lastGroundCommit_s(geometry, a, t);
  return release_s < close_s ? [] : [{ target, release_s, close_s }];
}

const flightsOf = (attack: string, targets: number, misses: readonly Miss[]): string =>
  `${attack} to ${misses.length === targets && targets > 3 ? `all ${targets} targets` : listOf(misses.map(({ target }) => target))}`;

function lateWarning({ release }: Plan, file: string, kind: LayerKind, flights: string, misses: readonly Miss[]): Problem {
  const { evidence } = release[kind];
  const released = misses.filter(({ release_s }) => release_s < Infinity);
  const found = released.length === 0 ? `${evidence} is never reported in time for ${flights}` : `permission ${spanOf(released.map(({ release_s }) => release_s))} after launch for ${flights}`;
  const what = kind === 'space' ? 'the boost ends' : 'the last ground interceptor that can reach it must be committed';
  const expected = `${what} ${spanOf(misses.map(({ close_s }) => close_s))} after launch`;
  return { file, path: `release.${kind}`, line: 0, found, expected, hint: `the ${kind} layer can never fire at these under this rule; choose other evidence, add sensors, or shorten delay_s`, severity: 'warning' };
}

function reachWarning(file: string, kind: LayerKind, flights: readonly string[]): Problem {
  const expected = kind === 'space' ? "a boost that climbs above the interceptors' floor, to be met in it" : 'a path that some ground interceptor reaches and that can be foretold';
  return { file, path: 'interceptors', line: 0, found: flights.join('; '), expected, hint: `the ${kind} layer can do nothing against these, whatever its rule`, severity: 'warning' };
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
function endOfBoost_s(geometry: Geometry, a: number, t: number): number {
  const { ascent, burnout_s } = geometry.trajectories[a][t].variants[0];
  const floor_m = Math.min(...geometry.linked.elements.map(({ plan }) => (plan.kind === 'space' ? plan.interceptor.floor_m : Infinity)));
  for (let row = 0; row * ascent.step_s <= burnout_s; row++) {
    if (altitude_m(ascent.state[6 * row], ascent.state[6 * row + 1], ascent.state[6 * row + 2]) >= floor_m) return burnout_s;
  }
  return -Infinity;
}

function lastGroundCommit_s(geometry: Geometry, a: number, t: number): number {
  return Math.max(-Infinity, ...geometry.windows[a][t].map((windows) => windows?.[0]?.lastCommit_s ?? -Infinity));
}
