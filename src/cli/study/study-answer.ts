/** The answer of `cupola study` and of `cupola results`: points as JSON, as an aligned table, and the command that replays one. */
import { countText, estimateText, significantText } from '../../figures/numbers.js';
import { saturationSentence } from '../../figures/sentences/saturation-sentence.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import type { Crossing, Saturation } from '../../studies/sweep/saturate.js';
import type { PointSummary } from '../../studies/sweep/sweep.js';
import { shellLine } from '../../scenario/text/shell-line.js';

/** The command that replays runs of a point, without `--run`; undefined when the scenario is no file. */
export function replayCommand(scenario: string | undefined, point: Pick<PointSummary, 'overrides'>, seed: number): string | undefined {
  if (scenario === undefined) return undefined;
  return shellLine(['cupola', 'replay', scenario, ...point.overrides.flatMap((override) => ['--set', override]), '--seed', String(seed)]);
}

export function pointDocument(point: PointSummary, replay: string | undefined): Record<string, unknown> {
  return { ...point, replay: replay === undefined ? null : `${replay} --run ${point.typicalRun}` };
}

/** One line a point: the varied values, then what got through. Units are those of the paths. */
export function pointsText(vary: readonly string[], points: readonly PointSummary[]): string {
  const right = { align: 'right' as const };
  return textTable(
    [
      ...vary.map((path) => ({ head: path, ...right })),
      { head: 'leakage (%)', ...right }, { head: '± (%)', ...right }, { head: 'get through (missiles)', ...right }, { head: 'of (missiles)', ...right }, { head: 'in 9 of 10 attacks', ...right },
      { head: 'nothing through (% of attacks)', ...right }, { head: 'runs', ...right },
    ],
    points.map((point) => {
      const { gotThrough, launched, runs } = point, leakage = estimateText(point.leakage, 100);
      return [
        ...vary.map((path) => String(point.values[path])),
        leakage.mean, leakage.halfWidth, gotThrough.mean.toFixed(2), countText(launched), gotThrough.p5 === gotThrough.p95 ? countText(gotThrough.p5) : `${countText(gotThrough.p5)} to ${countText(gotThrough.p95)}`,
        noLeakerText(point), countText(runs),
      ];
    }),
  );
}

/** What never or always happened is bounded, never called 0 % or 100 %. */
function noLeakerText({ noLeaker }: PointSummary): string {
  if (noLeaker.mean <= 0) return `at most ${significantText(100 * noLeaker.high, 2)}`;
  if (noLeaker.mean >= 1) return `at least ${significantText(100 * noLeaker.low, 4)}`;
  return estimateText(noLeaker, 100).mean;
}

export function saturationText(saturation: Saturation): string {
  const pairs = saturation.crossings.map((crossing): [string, string] => [`${Math.round(100 * crossing.leakage)} % get through`, crossingText(crossing, saturation)]);
  return `${saturationSentence(saturation)}\n\n${textPairs(pairs)}`;
}

function crossingText({ size, low, high, where }: Crossing, { smallest, largest }: Saturation): string {
  if (where === 'below') return `already at ${countText(smallest)}, the smallest raid tried`;
  if (size === null) return `not up to ${countText(largest)}, the largest raid tried`;
  return `at ${significantText(size, 3)} missiles at once (${low === null ? `fewer than ${countText(smallest)}` : significantText(low, 3)} to ${high === null ? `more than ${countText(largest)}` : significantText(high, 3)}, 95 % interval)`;
}
