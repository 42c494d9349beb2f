/**
 * What each layer of a shield is worth: the leakage that it prevents. Layers stand in for one another (what the first
 * passes on the second may stop), so "what would get through without it" and "what it stops alone" do not add up. Shapley values
 * do: the mean over all orders of adding the layers of what each prevents when it is added. All sets of layers are run at the
 * same luck, so that each run gives a value of its own and the run is the unit.
 */
import { link } from '../../engine/link.js';
import type { Group } from '../../engine/link.js';
import { planHashOf } from '../../scenario/plan/plan-hash.js';
import { shapleyValues } from '../../kernel/statistics/shapley.js';
import { lethalCount } from '../../scenario/plan/lethal.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Executor, ShardJob, StopSignal } from '../executor.js';
import { createMoments } from '../runs/moments.js';
import { createOutcomeTable } from '../runs/outcome-table.js';
import type { Interval } from '../runs/summary.js';

/** With one more layer there are twice as many sets. */
export const MOST_LAYERS = 10;

/** Shares of missiles launched that are kept from getting through, with 95 % intervals over runs. */
export interface LayerValue {
  readonly name: string;
  readonly kind: Group['kind'];
  /** Entries of the shield that make up the layer. */
  readonly entries: readonly string[];
  readonly shapley: Interval;
  /** With no other layer. */
  readonly alone: Interval;
  /** On top of all others. */
  readonly lastIn: Interval;
}

export interface LayerValues {
  readonly runs: number;
  readonly seed: number;
  readonly layers: readonly LayerValue[];
  /** Prevented by all layers together: the sum of the Shapley values. */
  readonly total: Interval;
  /** Leakage with no layer and with all. */
  readonly without: Interval;
  readonly with: Interval;
  /** Sets of layers that were run. */
  readonly sets: number;
}

export const layersOf = (plan: Plan): readonly Group[] => link(plan).groups;

export async function studyLayers({ plan }: Pick<CompiledScenario, 'plan'>, { runs, seed }: { runs: number; seed: number }, executor: Executor, onProgress?: (done: number, total: number) => void, signal?: StopSignal): Promise<LayerValues> {
  const groups = layersOf(plan);
  if (groups.length > MOST_LAYERS) throw new RangeError(`layer values: ${groups.length} layers, at most ${MOST_LAYERS}`);
  const sets = 1 << groups.length, launched = lethalCount(plan.attacks);
  const leaked = new Array<Int32Array>(sets), setOf = new Map<string, number>();
  const jobs = Array.from({ length: sets }, (_, set): ShardJob => {
    const part = planOf(plan, groups, set), planHash = planHashOf(part);
    setOf.set(planHash, set);
    return { plan: part, planHash, seed, from: 0, to: runs, isOutcomeOnly: true };
  });
  let done = 0;
  await executor.run(jobs, ({ plan: part, planHash }, { buffer }) => {
    leaked[setOf.get(planHash) as number] = createOutcomeTable(part.layers.length, runs, buffer).leaked.slice(0, runs);
    onProgress?.(++done * runs, sets * runs);
  }, signal);
  return valuesOf(groups.map((group) => ({ name: group.name, kind: group.kind, entries: group.elements.map((e) => plan.layers[e].name) })), leaked, launched, { runs, seed });
}

/** The shield with some of its layers, one bit a layer. */
function planOf(plan: Plan, groups: readonly Group[], set: number): Plan {
  const kept = new Set(groups.flatMap(({ elements }, g) => ((set & (1 << g)) === 0 ? [] : elements)));
  return { ...plan, layers: plan.layers.filter((_, e) => kept.has(e)) };
}

/** `leaked[set]` counts what got through each run with the layers of a set. */
export function valuesOf(layers: readonly Pick<LayerValue, 'name' | 'kind' | 'entries'>[], leaked: readonly ArrayLike<number>[], launched: number, { runs, seed }: { runs: number; seed: number }): LayerValues {
  const sets = leaked.length, all = sets - 1, prevented = new Float64Array(sets);
  const shapley = layers.map(createMoments), alone = layers.map(createMoments), lastIn = layers.map(createMoments), total = createMoments(), without = createMoments(), withAll = createMoments();
  for (let run = 0; run < runs; run++) {
    for (let set = 0; set < sets; set++) prevented[set] = (leaked[0][run] - leaked[set][run]) / launched;
    shapleyValues(prevented).forEach((value, g) => shapley[g].add(value));
    layers.forEach((_, g) => {
      alone[g].add(prevented[1 << g]);
      lastIn[g].add(prevented[all] - prevented[all & ~(1 << g)]);
    });
    total.add(prevented[all]);
    without.add(leaked[0][run] / launched);
    withAll.add(leaked[all][run] / launched);
  }
  return {
    runs, seed, sets, total: total.interval(), without: without.interval(), with: withAll.interval(),
    layers: layers.map((layer, g) => ({ ...layer, shapley: shapley[g].interval(), alone: alone[g].interval(), lastIn: lastIn[g].interval() })),
  };
}
