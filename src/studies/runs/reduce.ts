/**
 * From the rows of all runs, taken in run order, to the summary: simulation error on means, chance as percentiles of
 * attacks. Rows are counted up and dropped, so that memory grows with the missiles of an attack and by two bytes a run.
 */
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import { createSha256 } from '../../kernel/hash.js';
import { clopperPearson } from '../../kernel/statistics/statistics.js';
import { isWeighedByPopulation } from '../../engine/decide/aim-worth.js';
import { KILL_PHASES } from '../../engine/record/kill-phase.js';
import type { KillPhase } from '../../engine/record/kill-phase.js';
import { FUNNEL_STEPS } from '../../engine/record/layer-funnel.js';
import type { FunnelStep } from '../../engine/record/layer-funnel.js';
import { LEAK_CAUSES } from '../../engine/record/record.js';
import type { LeakCause } from '../../engine/record/record.js';
import { lethalCount } from '../../scenario/plan/lethal.js';
import type { BeforePlan, Plan } from '../../scenario/plan/plan.js';
import type { WorkCounts } from '../executor.js';
import { causeColumn, DIGEST_COLUMNS, LAYER_COUNTS, layerColumn, phaseColumn } from './outcome-table.js';
import type { OutcomeTable } from './outcome-table.js';
import { createRunningMedian } from './running-median.js';
import { createShareCount } from './share-count.js';
import type { Interval, LayerSummary, Summary } from './summary.js';

export interface Reduction {
  /** Runs taken in so far. */
  readonly runs: number;
  /** Takes in the next runs; tables come in run order. */
  add(table: OutcomeTable): void;
  /** What is known so far; `confidence` is above 0.95 when the number of runs is chosen by looking. */
  summary(work: WorkCounts, confidence?: number): Summary;
}

const COUNTED = ['failed', 'detected', 'tracked', 'assigned', 'killed', 'leaked', 'prevented', 'disrupted'] as const;

/** What counting up needs to know of a plan; stored results keep it, so that they can be counted up without the scenario. */
export interface Counted {
  /** Lethal objects of one attack, those whose launch is prevented included. */
  readonly launched: number;
  readonly layers: readonly Pick<Plan['layers'][number], 'name'>[];
  readonly before?: BeforePlan;
  /** What protection is weighed by; results stored before it was counted have none. */
  readonly weighedBy?: Summary['protection']['weighedBy'];
}

export function countedOf(plan: Pick<Plan, 'attacks' | 'layers' | 'defended' | 'before'>): Counted {
  const { attacks, layers, before } = plan;
  return { launched: lethalCount(attacks), layers: layers.map(({ name }) => ({ name })), ...(before === undefined ? {} : { before }), weighedBy: isWeighedByPopulation(plan) ? 'population' : 'equal' };
}

export function createReduction(plan: Counted, planHash: string, seed: number): Reduction {
  const columns = [...COUNTED, ...plan.layers.flatMap((_, e) => LAYER_COUNTS.map((what) => layerColumn(e, what))), ...KILL_PHASES.map(phaseColumn), ...LEAK_CAUSES.map(causeColumn)];
  const sums = new Float64Array(columns.length);
  const { launched } = plan;
  const leakedRuns = new Float64Array(launched + 1), killedRuns = new Float64Array(launched + 1);
  const protectedShare = createShareCount(), untouched = createShareCount();
  const firstDetection = createRunningMedian(), confirmed = createRunningMedian();
  const sha = createSha256();
  let runs = 0, leakedByRun = new Uint16Array(1024), bytes = new Uint8Array(0);

  const add = (table: OutcomeTable): void => {
    const { count } = table;
    columns.forEach((column, i) => (sums[i] += sumOf(table[column], count)));
    leakedByRun = withRoom(leakedByRun, runs + count);
    for (let row = 0; row < count; row++) {
      leakedByRun[runs + row] = table.leaked[row];
      leakedRuns[table.leaked[row]]++;
      killedRuns[table.killed[row]]++;
      protectedShare.add(table.protected[row]);
      untouched.add(table.untouched[row]);
      firstDetection.add(table.firstDetection_s[row]);
      confirmed.add(table.confirmed_s[row]);
    }
    if (bytes.length < 32 * count) bytes = new Uint8Array(32 * count);
    const words = new DataView(bytes.buffer);
    DIGEST_COLUMNS.forEach((column, i) => {
      for (let row = 0; row < count; row++) words.setInt32(32 * row + 4 * i, table[column][row]);
    });
    sha.update(bytes.subarray(0, 32 * count));
    runs += count;
  };

  const summary = (work: WorkCounts, confidence = 0.95): Summary => {
    const mean = (column: string): number => sums[columns.indexOf(column)] / runs;
    const noLeaker = clopperPearson(leakedRuns[0], runs, confidence);
    const assigned = mean('assigned');
    return {
      ...(plan.before === undefined ? {} : { before: plan.before }),
      runs, seed, planHash, recordHash: sha.hex(),
      leakage: shareInterval(leakedRuns, confidence),
      intercepted: shareInterval(killedRuns, confidence),
      noLeaker: { mean: leakedRuns[0] / runs, low: noLeaker.low, high: noLeaker.high },
      gotThrough: { mean: mean('leaked'), p5: percentileOf(leakedRuns, runs, 5), p50: percentileOf(leakedRuns, runs, 50), p95: percentileOf(leakedRuns, runs, 95) },
      layers: plan.layers.map((layer, e): LayerSummary => ({
        name: layer.name, engaged: mean(layerColumn(e, 'engaged')), intercepted: mean(layerColumn(e, 'intercepted')), shots: mean(layerColumn(e, 'shots')),
        funnel: funnelOf((step) => mean(layerColumn(e, step))),
      })),
      funnel: {
        launched, failed: mean('failed'), detected: mean('detected'), tracked: mean('tracked'), assigned, shot: assigned, killed: mean('killed'), leaked: mean('leaked'),
        ...(plan.before === undefined ? {} : { prevented: mean('prevented'), disrupted: mean('disrupted') }),
      },
      killsByPhase: Object.fromEntries(KILL_PHASES.map((phase) => [phase, mean(phaseColumn(phase))])) as Record<KillPhase, number>,
      protection: { share: protectedShare.interval(confidence), p5: protectedShare.percentile(5), p50: protectedShare.percentile(50), p95: protectedShare.percentile(95), untouched: untouched.interval(confidence), weighedBy: plan.weighedBy ?? 'equal' },
      leakCauses: Object.fromEntries(LEAK_CAUSES.map((cause) => [cause, mean(causeColumn(cause))])) as Record<LeakCause, number>,
      warning: { firstDetection_s: finiteOrNull(firstDetection.median_s()), confirmed_s: finiteOrNull(confirmed.median_s()) },
      work, leakedByRun: leakedByRun.slice(0, runs),
    };
  };
  return { get runs() { return runs; }, add, summary };
}

/** `tables` hold consecutive runs in run order. */
export function summarise(plan: Counted, planHash: string, seed: number, tables: readonly OutcomeTable[], work: WorkCounts, confidence = 0.95): Summary {
  const reduction = createReduction(plan, planHash, seed);
  tables.forEach(reduction.add);
  return reduction.summary(work, confidence);
}

function funnelOf(mean: (step: FunnelStep) => number): LayerSummary['funnel'] {
  const steps = Object.fromEntries(FUNNEL_STEPS.map((step) => [step, mean(step)])) as Record<FunnelStep, number>;
  return { ...steps, passedOn: steps.reachable - steps.killed - steps.elsewhere };
}

/** Mean share of an attack's missiles with its interval; `runsBy[k]` runs had `k` of them. The run is the unit. */
function shareInterval(runsBy: Float64Array, confidence: number): Interval {
  return boundedMeanInterval(runsBy.map((_, count) => count / (runsBy.length - 1)), runsBy, confidence);
}

/** Nearest rank, so that a percentile of missiles is a number of missiles; NaN without runs. */
export function percentileOf(runsBy: ArrayLike<number>, runs: number, p: number): number {
  const rank = Math.max(1, Math.ceil((p / 100) * runs));
  let seen = 0;
  for (let count = 0; count < runsBy.length; count++) {
    seen += runsBy[count];
    if (seen >= rank) return count;
  }
  return NaN;
}

/** The same array, or a copy of twice the size where it is too short. */
function withRoom(array: Uint16Array<ArrayBuffer>, length: number): Uint16Array<ArrayBuffer> {
  if (array.length >= length) return array;
  const larger = new Uint16Array(Math.max(length, 2 * array.length));
  larger.set(array);
  return larger;
}

function sumOf(column: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let row = 0; row < count; row++) sum += column[row];
  return sum;
}

const finiteOrNull = (value_s: number): number | null => (Number.isFinite(value_s) ? value_s : null);
