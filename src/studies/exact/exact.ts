/**
 * Exact mode: the luck of shots and of shared failures is summed over, not drawn. Each run keeps its own geometry (epoch,
 * shells, variants, launch times, failures in flight, prediction errors); with that given, the shots at a missile follow
 * from its surviving so far, whatever becomes of the others, so leakers are Poisson-binomial within each combination of
 * shared failures. What is left of simulation error comes from geometry alone. Refused where stocks tie missiles together.
 */
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import { chart } from '../../engine/geometry.js';
import type { GeometryCache } from '../../engine/geometry.js';
import { shotKill_prob } from '../../engine/link.js';
import { fallingOnDefendedFor_s } from '../../engine/resolve.js';
import { createRunner } from '../../engine/run.js';
import { FATE, RESULT } from '../../engine/world.js';
import type { LayerPlan, Plan, ThreatPlan } from '../../scenario/plan/plan.js';
import { createWitness } from './luck-witness.js';
import type { Entanglement } from './luck-witness.js';
import { poissonBinomial } from './poisson-binomial.js';
import { sharedCombinations, targetCombinations } from './shared-failures.js';
import type { Interval } from '../runs/summary.js';

export interface ExactSummary {
  readonly runs: number;
  /** Combinations of shared failures that were summed over in each run. */
  readonly combinations: number;
  /** Intervals are over geometry alone: what else would vary has been summed. */
  readonly leakage: Interval;
  readonly intercepted: Interval;
  readonly noLeaker: Interval;
  readonly gotThrough: { readonly mean: number; readonly p5: number; readonly p50: number; readonly p95: number };
  /** Chance that exactly k missiles get through, k = 0 … launched. */
  readonly distribution: readonly number[];
}

/** Why a scenario cannot be answered exactly. */
export interface Refusal extends Entanglement {
  readonly run: number;
}

export interface ExactStudy {
  /** Takes in one run; a refusal ends the study. */
  add(run: number): Refusal | null;
  summary(): ExactSummary;
}

const MOST_COMBINATIONS = 4096;

/** Keys, and batteries, of a plan with which what is fired at one missile hangs on the luck of others, or on more than hits. */
export function entanglingKeys({ command, commandGraph, layers, attacks }: Plan): string[] {
  const { assignment, salvo, assessmentError, handOver, preferred } = command;
  const rules = Object.entries({ assignment, salvo, assessmentError, handOver, preferential: preferred }).flatMap(([key, value]) => (value === undefined ? [] : [`command.${key}`]));
  // A missile that is stopped is not reported again: what others wait for at such a link hangs on luck.
  const narrow = (commandGraph?.links ?? []).flatMap(({ name, perSecond }) => (perSecond === undefined ? [] : [`commandGraph.links.${name}.perSecond`]));
  // Missiles wait for each other at a battery whose launchers or radar are limited.
  const isOne = attacks.length === 1 && attacks[0].count === 1;
  const busy = isOne ? [] : layers.flatMap((layer) => (layer.kind === 'ground' && layer.launcher !== undefined ? [`the rate of fire of ${layer.name}`] : []));
  return [...rules, ...narrow, ...busy];
}

export function createExactStudy(plan: Plan, seed: number, cache?: GeometryCache): ExactStudy {
  // Every shot misses: the run in which each missile meets all the shots that it can meet.
  const geometry = chart({ ...plan, layers: plan.layers.map((layer): LayerPlan => ({ ...layer, singleShotKill_prob: 0, against: {} })) }, cache);
  const { linked, trajectories } = geometry;
  const runner = createRunner(geometry), witness = createWitness(geometry);
  const shared = sharedCombinations(linked), byTarget = linked.groups.map((_, g) => targetCombinations(linked, g));
  if (shared.length > MOST_COMBINATIONS) throw new RangeError(`exact mode: ${shared.length} combinations of shared failures, at most ${MOST_COMBINATIONS}`);
  const n = linked.missiles.length;
  if (linked.missiles.some(({ lead }, m) => lead !== m)) throw new RangeError('exact mode: objects that share a missile are not independent');
  const leak = new Float64Array(n), one = new Float64Array(n + 1), total = new Float64Array(n + 1);
  const leakage: number[] = [], intercepted: number[] = [], noLeaker: number[] = [];

  /** Elements whose shots really meet each missile, by group. */
  const meetings = (): number[][][] => {
    const { truth, orders } = runner.world;
    const shots = Array.from({ length: n }, () => linked.groups.map((): number[] => []));
    for (let i = 0; i < orders.count; i++) {
      if (orders.result[i] !== RESULT.miss) continue;
      const m = orders.target[i], variant = trajectories[truth.attack[m]][truth.aim[m]].variants[truth.variant[m]];
      const isSpace = linked.elements[orders.element[i]].plan.kind === 'space';
      if (isSpace && fallingOnDefendedFor_s(variant, orders.intercept_s[i] - truth.launch_s[m]) > 0) continue;
      shots[m][orders.group[i]].push(orders.element[i]);
    }
    return shots;
  };
  const survival = (shots: readonly number[][], works: Uint8Array, threat: ThreatPlan['model']): number => {
    let all = 1;
    shots.forEach((fired, g) => {
      if (fired.length === 0) return;
      let layer = 0;
      for (const cause of byTarget[g]) {
        let missed = cause.weight;
        for (const e of fired) missed *= 1 - works[e] * cause.works[e] * shotKill_prob(plan.layers[e], threat);
        layer += missed;
      }
      all *= layer;
    });
    return all;
  };

  return {
    add(run) {
      runner.run(seed, run, witness);
      if (witness.found !== null) return { ...witness.found, run };
      const { truth } = runner.world, shots = meetings();
      let leaked = 0, killed = 0, none = 0;
      for (const { weight, works } of shared) {
        for (let m = 0; m < n; m++) {
          const survives = survival(shots[m], works, plan.attacks[linked.missiles[m].attack].threat.model);
          leak[m] = truth.fate[m] === FATE.leaked ? survives : 0;
          leaked += weight * leak[m];
          killed += weight * (1 - survives);
        }
        poissonBinomial(leak, one);
        none += weight * one[0];
        for (let k = 0; k <= n; k++) total[k] += weight * one[k];
      }
      leakage.push(asShare(leaked / n));
      intercepted.push(asShare(killed / n));
      noLeaker.push(asShare(none));
      return null;
    },
    summary() {
      const runs = leakage.length, distribution = Array.from(total, (weight) => weight / runs);
      const mean = boundedMeanInterval(leakage, undefined);
      return {
        runs, combinations: shared.length, distribution,
        leakage: mean, intercepted: boundedMeanInterval(intercepted, undefined), noLeaker: boundedMeanInterval(noLeaker, undefined),
        gotThrough: { mean: mean.mean * n, p5: quantile(distribution, 0.05), p50: quantile(distribution, 0.5), p95: quantile(distribution, 0.95) },
      };
    },
  };
}

/** A sum of many chances may leave 0 to 1 by its last digit. */
const asShare = (value: number): number => Math.min(1, Math.max(0, value));

/** Least k that is not exceeded with at least this chance; the small term absorbs the rounding of the sum. */
function quantile(distribution: readonly number[], chance: number): number {
  let sum = 0;
  for (let k = 0; k < distribution.length; k++) {
    sum += distribution[k];
    if (sum >= chance - 1e-12) return k;
  }
  return distribution.length - 1;
}
