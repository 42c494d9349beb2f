/** `cupola timing`: what an attacker gains by choosing when: the worst epoch against a random one, and a second salvo soon after the first. */
import { defaultWorkers } from '../../cluster/threads.js';
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, estimateText, type Estimate, significantText, toPlace } from '../../figures/numbers.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import { fromSi, toSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { compareScenarios, type Comparison } from '../../studies/paired/compare.js';
import { onceRound_s, type SecondSalvo, secondSalvos } from '../../studies/number-needed/losses.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { provenanceOf } from '../frame/provenance.js';
import { reachProblems } from '../frame/reach-check.js';
import { SEED_RANGE } from '../run/run.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { type AskedShield, IN_REACH_COLUMNS, inReachCells, percentText, readShield, SHIELD_FLAGS } from './shield-answer.js';
import { readWorkers, withWorkers } from '../frame/with-workers.js';

const DEFAULT_RUNS = 400;
/** After the first salvo. */
const MINUTES = [0, 1, 2, 5, 10, 20, 45];
const ROUNDS = [1, 2];

export const timingCommand: Command = {
  name: 'timing',
  summary: 'what an attacker gains by choosing when: the worst moment, or a second salvo soon after',
  usage: ['timing <scenario> [--runs N] [--seed S] [--workers N] [--attack K] [--hours T] [--set PATH=VALUE]…'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    SET_FLAG,
    { name: 'runs', value: 'N', doc: `simulated attacks at random and at the worst epoch (default ${countText(DEFAULT_RUNS)} each); 0 leaves them out` },
    { name: 'seed', value: 'S', doc: 'seed of the luck that both share (default 1)' },
    { name: 'workers', value: 'N', doc: `worker threads (default ${defaultWorkers()}, the cores here); the answer does not depend on it` },
    ...SHIELD_FLAGS,
  ],
  examples: [['cupola timing scenarios/01-ten-icbms-notional-shell.yaml', 'leakage at random and at the worst epoch; what a second salvo meets minutes and an orbit later']],
  run: timing,
};

async function timing({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), seed = flags.integer('seed', SEED_RANGE) ?? 1;
  const runs = flags.integer('runs', { min: 0, max: 1_000_000 }) ?? DEFAULT_RUNS, workers = readWorkers(flags);
  const asked = readShield(given['scenario'], flags, catalogue, seed);
  const pair = launches(given['scenario'], flags, catalogue);
  const stopped = (done: number): string => `Stopped after ${countText(done)} of ${countText(2 * runs)} simulated attacks.`;
  const comparison = runs === 0 ? undefined : await withWorkers({ workers, output, signal, counted: 'attacks', stopped }, async (executor, bar) =>
    await compareScenarios(pair[0], pair[1], { runs, seed }, executor, (done, total) => bar.update(done, total), signal));
  const again = secondSalvos(asked.shield, moments(asked));
  const provenance = provenanceOf(catalogue, commandLine, { planHash: asked.compiled.planHash, seed });
  if (output.isJson) output.json({ runs, epoch: comparison === undefined ? null : epochDocument(comparison), wanted: asked.shield.wanted, secondSalvo: again, provenance });
  else printAnswer(output, headText(comparison), [epochText(comparison), salvoText(again, asked)], citationLine(provenance));
  return 0;
}

/** The scenario with its first launch at random, and at the worst epoch. */
function launches(file: string | undefined, flags: Flags, catalogue: Catalogue): readonly [CompiledScenario, CompiledScenario] {
  const { text } = readScenario(file, flags, catalogue), name = file ?? '';
  const compiled = ['random', 'worst-epoch'].map((launch) => compileText(text, name, catalogue, [...flags.texts('set'), `launch=${launch}`]));
  const [random, worst] = compiled;
  if (random?.ok !== true || worst?.ok !== true) throw new BadInput(compiled.flatMap((result) => (result.ok ? [] : result.problems)));
  const errors = reachProblems(random.compiled, name).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new BadInput(errors);
  return [random.compiled, worst.compiled];
}

function moments({ shield }: AskedShield): number[] {
  const [first] = shield.shells;
  const rounds = first === undefined ? [] : ROUNDS.map((round) => round * onceRound_s(first.shell));
  return [...MINUTES.map((minutes) => toSi(minutes, 'min')), ...rounds];
}

function epochDocument({ a, b, difference, verdict }: Comparison): Record<string, unknown> {
  return { random: { leakage: a.leakage, recordHash: a.recordHash }, worst: { leakage: b.leakage, recordHash: b.recordHash }, difference: { mean: -difference.mean, low: -difference.high, high: -difference.low }, isClear: verdict !== 'no clear difference' };
}

function headText(comparison: Comparison | undefined): string {
  if (comparison === undefined) return 'What a second salvo meets';
  const { a, b, verdict } = comparison;
  if (verdict === 'no clear difference') return 'Choosing the moment makes no clear difference here';
  return `Leakage ${share(a.leakage)} when launched at random, ${share(b.leakage)} at the worst moment for the defence`;
}

const share = (estimate: Estimate): string => `${estimateText(estimate, 100).mean} %`;

function epochText(comparison: Comparison | undefined): string {
  if (comparison === undefined) return '';
  const { a, b, difference, runs } = comparison;
  const range = (estimate: Estimate): string => (Number.isFinite(estimate.low) && Number.isFinite(estimate.high) ? `${estimateText(estimate, 100).mean} % ± ${estimateText(estimate, 100).halfWidth}` : `${significantText(100 * estimate.mean)} %`);
  return textPairs([
    ['Launched at random', `leakage ${range(a.leakage)}`],
    ['At the worst epoch', `leakage ${range(b.leakage)}: the attacker knows where every satellite is`],
    ['Gained by waiting', `${toPlace(-100 * difference.mean, -1)} points, 95 % interval ${toPlace(-100 * difference.high, -1)} to ${toPlace(-100 * difference.low, -1)} (${countText(runs)} attacks each, the same luck)`],
  ]);
}

function salvoText(again: readonly SecondSalvo[], { shield }: AskedShield): string {
  const rows = again.map(({ after_s, afterSalvo, afterAll }) => [afterText(after_s), ...inReachCells(afterSalvo), percentText(afterSalvo.probability), toPlace(afterAll.mean, -2), percentText(afterAll.probability)]);
  const wanted = countText(shield.wanted);
  return [
    `Interceptors in reach of a second salvo from the same place, and how often ${wanted} or more are: after a first salvo that drew ${wanted} of those in reach (or all there were), and after one that drew them all.`,
    textTable([{ head: 'after', align: 'left' }, ...IN_REACH_COLUMNS, { head: `${wanted} or more`, align: 'right' }, { head: 'all drawn: on average', align: 'right' }, { head: `all drawn: ${wanted} or more`, align: 'right' }], rows),
  ].join('\n\n');
}

const afterText = (after_s: number): string => (after_s === 0 ? 'at once' : `${toPlace(fromSi(after_s, 'min'), after_s % 60 === 0 ? 0 : -1)} min`);
