/** The attack that is shown of many: the first whose outcome is the median, so that nobody can be accused of picking a pretty one. */
import type { Summary } from './runs/summary.js';

export function typicalRun(summary: Pick<Summary, 'leakedByRun' | 'gotThrough'>): number {
  return Math.max(0, summary.leakedByRun.indexOf(summary.gotThrough.p50));
}
