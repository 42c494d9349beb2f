/** What layers are worth, as a sentence and as rows of a table; page and command line share them. */
import type { LayerValues } from '../../studies/layer-values/layer-values.js';
import type { Interval } from '../../studies/runs/summary.js';
import { countText, estimateText, significantText } from '../numbers.js';

export const LAYER_VALUE_HEADS = ['Layer', 'its part of it', 'alone', 'on top of the others'] as const;

export function layerValuesSentence({ total, with: all, runs }: LayerValues): string {
  return `Together the layers keep ${pointsText(total)} of what is launched from getting through; ${pointsText(all)} does (means of ${countText(runs)} attacks).`;
}

/** The last row is the sum, which only the parts have. */
export function layerValueRows({ layers, total }: LayerValues): string[][] {
  return [
    ...layers.map(({ name, entries, shapley, alone, lastIn }) => [entries.length === 1 ? (entries[0] ?? name) : `${name} (${entries.length} sites)`, pointsText(shapley), pointsText(alone), pointsText(lastIn)]),
    ['all together', pointsText(total), '', ''],
  ];
}

/** Per cent with the digits that the interval allows. */
function pointsText(estimate: Interval): string {
  if (!Number.isFinite(estimate.low) || !Number.isFinite(estimate.high) || estimate.high === estimate.low) return `${significantText(100 * estimate.mean, 3)} %`;
  const { mean, halfWidth } = estimateText(estimate, 100);
  return `${mean} % ± ${halfWidth}`;
}
