/** The answer of `cupola run`: one JSON document, or tables with a unit on every number. */
import { KILL_PHASES } from '../../engine/record/kill-phase.js';
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { FUNNEL_WORDS, PHASE_WORDS, protectedByChance } from '../../figures/words/funnel-words.js';
import { countText, estimateText, shareEstimateText } from '../../figures/numbers.js';
import { noLeakerSentence } from '../../figures/sentences/sentence.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import { SEA } from '../../studies/shortfall.js';
import type { Summary } from '../../studies/runs/summary.js';
import { causeWords } from './cause-words.js';
import { lostText, partnersText } from './command-ways.js';
import type { Output } from '../frame/output.js';

export interface RunAnswer {
  readonly summary: Summary;
  readonly compiled: CompiledScenario;
  readonly provenance: Provenance;
  readonly runId: string;
  readonly sentence: string;
}

/** The keys are a contract; infinite ends of an interval (a single run) are null. */
export function runDocument({ summary, compiled, provenance, runId, sentence }: RunAnswer): Record<string, unknown> {
  // The number of right-hand sides depends on how many workers charted the geometry, so it is no part of the answer.
  const { leakedByRun: _perRun, work, ...figures } = summary;
  return {
    title: compiled.title,
    sentence,
    runId,
    ...figures,
    work: { candidates: work.candidates, draws: work.draws },
    assumed: compiled.numbers
      .filter((number) => number.standing === 'assumed')
      .map(({ path, value, low, high, source }) => ({ path, value, low, high, source })),
    warnings: compiled.warnings,
    provenance,
  };
}

export function runText({ summary, compiled, provenance, runId, sentence }: RunAnswer, output: Output): string {
  const isOfWarheads = lethalNoun(compiled.plan.attacks) === 'warhead';
  const assumed = compiled.numbers.filter((number) => number.standing === 'assumed').length;
  const blocks = [
    output.styled('dim', compiled.title),
    output.styled('bold', sentence),
    ...[figuresText(summary), layersText(summary), layerFunnelText(summary), phasesText(summary), funnelText(summary)].map((block) => (isOfWarheads ? block.replaceAll('missile', 'warhead').replaceAll('Missile', 'Warhead') : block)),
    causesText(summary),
    shortfallText(summary),
    ...partnersText(compiled.plan),
    lostText(compiled.plan),
    `${countText(assumed)} of ${countText(compiled.numbers.length)} numbers are assumed; cupola check lists them.`,
    output.styled('dim', citationLine(provenance, { runId, runs: summary.runs })),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function figuresText(summary: Summary): string {
  const { gotThrough, warning } = summary;
  return textPairs([
    ['Leakage (reached ÷ launched)', shareEstimateText(summary.leakage, summary.runs)],
    ['Intercepted ÷ launched', shareEstimateText(summary.intercepted, summary.runs)],
    ['Get through, by chance', chanceText(gotThrough)],
    ...protectionPairs(summary),
    ['Nothing gets through', noLeakerText(summary)],
    ['First detection', secondsText(warning.firstDetection_s)],
    ['Confirmed', secondsText(warning.confirmed_s)],
  ]);
}

/** Nothing where every attack leaves nought or all and no place weighs more than another: leakage says it. */
function protectionPairs({ protection, runs }: Summary): [string, string][] {
  const { share, untouched, weighedBy } = protection, by = weighedBy === 'population' ? 'of the people aimed at' : 'of the places aimed at, all alike';
  return [
    ['Protected', `${shareEstimateText(share, runs)} ${by}; ${protectedByChance(protection)}`],
    ['Live where nothing lands', shareEstimateText(untouched, runs)],
  ];
}

function chanceText({ p5, p50, p95 }: Summary['gotThrough']): string {
  const range = p5 === p95 ? countText(p5) : `${countText(p5)} to ${countText(p95)}`;
  return `${range} ${p95 === 1 ? 'missile' : 'missiles'} in 9 of 10 attacks, median ${countText(p50)}`;
}

function noLeakerText(summary: Summary): string {
  const { noLeaker, runs } = summary;
  if (noLeaker.mean > 0 && noLeaker.mean < 1) {
    const text = estimateText(noLeaker, 100);
    return `in ${text.mean} % of attacks (${boundText(noLeaker.low, text.low)} to ${boundText(noLeaker.high, text.high)}, 95 % interval)`;
  }
  return noLeaker.mean <= 0 ? noLeakerSentence(summary).replace('Nothing gets through ', '').replace(/\.$/, '') : `in each of ${countText(runs)} attacks`;
}

/** A bound that rounding would make 0 % or 100 % is said to lie beside it. */
function boundText(bound: number, text: string): string {
  if (bound > 0 && Number(text) === 0) return `above ${text} %`;
  if (bound < 1 && Number(text) === 100) return `below ${text} %`;
  return `${text} %`;
}

function layersText(summary: Summary): string {
  if (summary.layers.length === 0) return '';
  return textTable(
    [{ head: 'Layer, means of one attack', align: 'left' }, { head: 'missiles shot at', align: 'right' }, { head: 'missiles stopped', align: 'right' }, { head: 'shots', align: 'right' }],
    summary.layers.map((layer) => [layer.name, meanText(layer.engaged), meanText(layer.intercepted), meanText(layer.shots)]),
  );
}

function layerFunnelText(summary: Summary): string {
  if (summary.layers.length === 0) return '';
  return textTable(
    [{ head: 'Missiles at each layer', align: 'left' }, ...FUNNEL_WORDS.map(([, head]) => ({ head, align: 'right' as const }))],
    summary.layers.map(({ name, funnel }) => [name, ...FUNNEL_WORDS.map(([step]) => meanText(funnel[step]))]),
  );
}

function phasesText({ killsByPhase }: Summary): string {
  const phases = KILL_PHASES.filter((phase) => killsByPhase[phase] > 0);
  if (phases.length === 0) return '';
  return textTable(
    [{ head: 'Missiles stopped', align: 'left' }, ...phases.map((phase) => ({ head: PHASE_WORDS[phase], align: 'right' as const }))],
    [['mean', ...phases.map((phase) => meanText(killsByPhase[phase]))]],
  );
}

function funnelText(summary: Summary): string {
  const hasBefore = summary.before !== undefined;
  const steps = ['launched', ...(hasBefore ? ['prevented', 'disrupted'] as const : []), 'failed', 'detected', 'tracked', 'assigned', 'shot', 'killed', 'leaked'] as const;
  return textTable(
    [{ head: 'Missiles of one attack', align: 'left' }, ...steps.map((step) => ({ head: hasBefore && step === 'launched' ? 'planned' : STEP_WORDS[step], align: 'right' as const }))],
    [['mean', ...steps.map((step) => meanText(summary.funnel[step] ?? 0))]],
  );
}

const STEP_WORDS: Readonly<Record<keyof Summary['funnel'], string>> = {
  launched: 'launched', failed: 'failed', detected: 'detected', tracked: 'tracked', assigned: 'assigned', shot: 'shot at', killed: 'stopped', leaked: 'got through', prevented: 'launch prevented', disrupted: 'stopped otherwise',
};

function causesText(summary: Summary): string {
  const causes = Object.entries(summary.leakCauses).filter(([, mean]) => mean > 0).sort(([, a], [, b]) => b - a);
  if (causes.length === 0) return '';
  return textTable(
    [{ head: 'Why they got through', align: 'left' }, { head: 'mean of one attack', align: 'right' }],
    causes.map(([cause, mean]) => [causeWords(cause), meanText(mean)]),
  );
}

function shortfallText({ shortfall = [], runs }: Summary): string {
  if (shortfall.length === 0) return '';
  return textTable(
    [{ head: 'Stopped in boost, falls on', align: 'left' }, { head: 'mean of one attack', align: 'right' }, { head: '95 % interval', align: 'right' }],
    shortfall.map(({ country, mean, low, high }) => [country === SEA ? 'no country, the sea' : country, meanText(mean), runs > 1 ? `${meanText(low)} to ${meanText(high)}` : '']),
  );
}

/** Means of counts to a hundredth: no finer than 2,000 runs of ten missiles support. */
function meanText(mean: number): string {
  return mean > 0 && mean < 0.005 ? '<0.01' : mean.toFixed(2);
}

function secondsText(time_s: number | null): string {
  return time_s === null ? 'in less than half of the attacks' : `${time_s.toFixed(1)} s after the first launch (median)`;
}
