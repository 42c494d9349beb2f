/** From the rows of all runs, in run order, to the summary: simulation error on means, chance as percentiles of attacks. */
import { createSha256 } from '../kernel/hash.js';
import { clopperPearson, meanInterval, median, percentile } from '../kernel/statistics.js';
import { LEAK_CAUSES } from '../engine/record.js';
import type { LeakCause } from '../engine/record.js';
import type { Plan } from '../scenario/plan.js';
import type { WorkCounts } from './executor.js';
import { causeColumn, DIGEST_COLUMNS, layerColumn } from './outcome-table.js';
import type { OutcomeTable } from './outcome-table.js';
import type { Interval, LayerSummary, Summary } from './summary.js';

/** `tables` hold consecutive runs in run order; `confidence` is above 0.95 when the number of runs was chosen by looking. */
export function summarise(plan: Plan, planHash: string, seed: number, tables: readonly OutcomeTable[], work: WorkCounts, confidence = 0.95): Summary {
  const runs = tables.reduce((sum, table) => sum + table.count, 0);
  const launched = tables.length > 0 ? tables[0].launched[0] : 0;
  const mean = (column: string): number => tables.reduce((sum, table) => sum + sumOf(table[column], table.count), 0) / runs;
  const leakedByRun = new Uint16Array(runs), sha = createSha256();
  const firstDetection = new Float64Array(runs), confirmed = new Float64Array(runs);
  const bytes = new Uint8Array(32), words = new DataView(bytes.buffer);
  let run = 0, none = 0, leakSum = 0, leakSquares = 0, stopSum = 0, stopSquares = 0;
  for (const table of tables) {
    for (let row = 0; row < table.count; row++, run++) {
      const leaked = table.leaked[row], share = leaked / launched, stopped = table.killed[row] / launched;
      leakedByRun[run] = leaked;
      firstDetection[run] = table.firstDetection_s[row];
      confirmed[run] = table.confirmed_s[row];
      if (leaked === 0) none++;
      leakSum += share;
      leakSquares += share * share;
      stopSum += stopped;
      stopSquares += stopped * stopped;
      DIGEST_COLUMNS.forEach((column, i) => words.setInt32(4 * i, table[column][row]));
      sha.update(bytes);
    }
  }
  const sorted = Uint16Array.from(leakedByRun).sort();
  const noLeaker = clopperPearson(none, runs, confidence);
  const causes = Object.fromEntries(LEAK_CAUSES.map((cause) => [cause, mean(causeColumn(cause))])) as Record<LeakCause, number>;
  const assigned = mean('assigned');
  return {
    runs, seed, planHash, recordHash: sha.hex(),
    leakage: within01(meanInterval(runs, leakSum, leakSquares, confidence)),
    intercepted: within01(meanInterval(runs, stopSum, stopSquares, confidence)),
    noLeaker: { mean: none / runs, low: noLeaker.low, high: noLeaker.high },
    gotThrough: { mean: mean('leaked'), p5: percentile(sorted, 5), p50: percentile(sorted, 50), p95: percentile(sorted, 95) },
    layers: plan.layers.map((layer, e): LayerSummary => ({
      name: layer.name, engaged: mean(layerColumn(e, 'engaged')), intercepted: mean(layerColumn(e, 'intercepted')), shots: mean(layerColumn(e, 'shots')),
    })),
    funnel: {
      launched, failed: mean('failed'), detected: mean('detected'), tracked: mean('tracked'), assigned, shot: assigned, killed: mean('killed'), leaked: mean('leaked'),
    },
    leakCauses: causes,
    warning: { firstDetection_s: medianOrNull(firstDetection), confirmed_s: medianOrNull(confirmed) },
    work, leakedByRun,
  };
}

function sumOf(column: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let row = 0; row < count; row++) sum += column[row];
  return sum;
}

/** A share cannot leave 0 to 1, even where the t interval around it would. */
const within01 = (interval: Interval): Interval => ({ mean: interval.mean, low: Math.max(0, interval.low), high: Math.min(1, interval.high) });

function medianOrNull(values: Float64Array): number | null {
  const middle = values.length > 0 ? median(values) : Infinity;
  return Number.isFinite(middle) ? middle : null;
}
