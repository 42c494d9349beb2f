/**
 * What one more warhead stopped costs, layer by layer: the same scenario with a tenth more of a layer's interceptors, at the same luck,
 * run by run. The added cost is that of the cards at their values; the interval is of the simulation alone. Where the interval of
 * what is stopped more holds nought there is no number: no clear difference at this many runs.
 */
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { LayerPlan } from '../../scenario/plan/plan.js';
import type { Executor, StopSignal } from '../../studies/executor.js';
import { pairedDifference } from '../../studies/paired/paired.js';
import { runStudy } from '../../studies/runs/monte-carlo.js';
import type { Interval, Summary } from '../../studies/runs/summary.js';
import type { NoCost } from './layer-cost.js';

export interface MarginalCost {
  readonly layer: string;
  /** As in `interceptors[0].count`. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly addedCost_usd: number;
  /** Warheads stopped more in one attack, with its 95 % interval over pairs of runs. */
  readonly addedStopped: Interval;
  /** Added cost over added stopped, its interval that of the simulation; null where no difference is clear. */
  readonly perWarhead_usd: Interval | null;
  readonly verdict: 'clear' | 'no clear difference at this many runs';
}

export interface MarginalQuestion {
  /** Of the scenario, and the changes that were made to it. */
  readonly text: string;
  readonly overrides: readonly string[];
  readonly compiled: CompiledScenario;
  readonly catalogue: Catalogue;
  readonly runs: number;
  readonly seed: number;
  /** At the values of the cards; null where nothing has a price. */
  cost_usd(plan: CompiledScenario['plan']): number | null | NoCost;
}

const MORE = 0.1;

/** Layers without a price are left out. `base` is the study of the scenario as it stands. */
export async function marginalCosts({ text, overrides, compiled, catalogue, runs, seed, cost_usd }: MarginalQuestion, base: Summary, executor: Executor, onProgress?: (done: number, total: number) => void, signal?: StopSignal): Promise<MarginalCost[]> {
  const { layers } = compiled.plan, before_usd = cost_usd(compiled.plan), found: MarginalCost[] = [];
  for (const [index, layer] of layers.entries()) {
    const path = `${layer.key}.count`, { from, to } = tenthMore(layer);
    const changed = compileText(text, compiled.title, catalogue, [...overrides, `${path}=${to}`]);
    const after_usd = changed.ok ? cost_usd(changed.compiled.plan) : null;
    if (!changed.ok || typeof before_usd !== 'number' || typeof after_usd !== 'number') continue;
    const more = await runStudy(changed.compiled, { runs, seed }, executor, ({ done }) => onProgress?.(index * runs + done, layers.length * runs), signal);
    const { mean, low, high } = pairedDifference(base.leakedByRun, more.leakedByRun), addedCost_usd = after_usd - before_usd, isClear = low > 0;
    found.push({
      layer: layer.name, path, from, to, addedCost_usd, addedStopped: { mean, low, high },
      perWarhead_usd: isClear ? { mean: addedCost_usd / mean, low: addedCost_usd / high, high: addedCost_usd / low } : null, verdict: isClear ? 'clear' : 'no clear difference at this many runs',
    });
  }
  return found;
}

/** At least a tenth more; of a shell whole satellites in each plane. */
function tenthMore(layer: LayerPlan): { readonly from: number; readonly to: number } {
  if (layer.kind === 'ground') return { from: layer.magazine_count, to: layer.magazine_count + Math.max(1, Math.ceil(layer.magazine_count * MORE)) };
  const { planes_count, perPlane_count } = layer.shell;
  return { from: planes_count * perPlane_count, to: planes_count * (perPlane_count + Math.max(1, Math.ceil(perPlane_count * MORE - 1e-9))) };
}
