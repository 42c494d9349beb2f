/** `cupola release-risk`: how often a release rule would fire at a peaceful launch: the price of automatic release. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, toPlace } from '../../figures/numbers.js';
import { textTable } from '../../figures/text-table.js';
import { toSi } from '../../kernel/units.js';
import { defaultsOf } from '../../scenario/catalogue.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { warningRules } from '../../studies/warning-logic/incident-case.js';
import { chartTraffic, readCorridors } from '../../studies/warning-logic/peaceful-traffic.js';
import { createReleaseRisk, RISK_RULES } from '../../studies/warning-logic/release-risk.js';
import type { ReleaseRiskStudy, RiskAnswer, RiskPoint, RuleRisk } from '../../studies/warning-logic/release-risk.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, fileProblem, Stopped } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { noteWarnings } from '../frame/problems.js';
import { Progress } from '../frame/progress.js';
import { provenanceOf } from '../frame/provenance.js';
import { SEED_RANGE } from '../run/run.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';

const DEFAULT_RUNS = 100;
const DEFAULT_DELAYS_S: readonly number[] = [0, 15, 30, 45, 60, 90, 120, 180, 240, 300];
const MOST_DELAYS = 50;

export const releaseRiskCommand: Command = {
  name: 'release-risk',
  summary: 'how often a release rule would fire at a peaceful launch, against the time that authority takes',
  usage: ['release-risk <scenario> [--runs N] [--delays_s LIST] [--seed S] [--set PATH=VALUE]…'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    { name: 'runs', value: 'N', doc: `runs; each has one launch along every corridor (default ${DEFAULT_RUNS})` },
    { name: 'delays_s', value: 'LIST', doc: `authority delays, as in 0,30,60 (default ${DEFAULT_DELAYS_S.join(',')} and that of the scenario's space layers)` },
    { name: 'seed', value: 'S', doc: 'seed of the luck (default 1)' },
    SET_FLAG,
  ],
  examples: [
    ['cupola release-risk scenarios/01-ten-icbms-notional-shell.yaml', "before that scenario's sensors, with its tracker"],
    ['cupola release-risk scenarios/01-ten-icbms-notional-shell.yaml --delays_s 0,10,20,30 --runs 400', 'a finer look at short delays'],
  ],
  run: releaseRisk,
};

async function releaseRisk({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const runs = flags.integer('runs', { min: 1, max: 100_000 }) ?? DEFAULT_RUNS, seed = flags.integer('seed', SEED_RANGE) ?? 1, asked_s = readDelays(flags);
  const catalogue = loadCatalogue(), file = given['scenario'] ?? '';
  const { compiled, problems } = readScenario(given['scenario'], flags, catalogue);
  const errors = [...flags.problems, ...problems];
  if (compiled !== undefined && !compiled.plan.sensors.some(({ model }) => model === 'infrared')) errors.push(fileProblem(file, 'no infrared sensor', 'a scenario with at least one', 'every rule of this study asks for an infrared report'));
  if (compiled?.plan.tracker.model === 'covariance') errors.push(fileProblem(file, 'tracker: covariance', 'tracker: delay', 'this study asks for the error of the heading, which the tracker `delay` states; add `--set tracker=delay`'));
  if (compiled === undefined || errors.length > 0) throw new BadInput(errors);
  noteWarnings(output, compiled.warnings);
  const { plan } = compiled, own = plan.release.space;
  const delays_s = asked_s ?? [...new Set([...DEFAULT_DELAYS_S, own.delay_s])].sort((a, b) => a - b);
  const corridors = readCorridors(catalogue), options = { runs, seed, delays_s, ...noticeOptions(catalogue) };
  const progress = new Progress(output, 'runs');
  progress.update(0, runs);
  const study = createReleaseRisk(plan, chartTraffic(plan, corridors, catalogue), catalogue, options);
  try {
    await takeRuns(study, runs, progress, signal);
  } finally {
    progress.clear();
  }
  const answer = study.answer(), price = ownPrice(answer, own);
  const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash, seed });
  if (output.isJson) {
    output.json({ ...answer, scenarioRule: price, provenance });
    return 0;
  }
  printAnswer(output, headline(answer, price), [introduction(answer), ...answer.rules.map(ruleTable), corridorTable(answer), CAVEAT], citationLine(provenance));
  return 0;
}

async function takeRuns(study: ReleaseRiskStudy, runs: number, progress: Progress, signal: AbortSignal): Promise<void> {
  for (let done = 1; study.runNext(); done++) {
    progress.update(done, runs);
    await new Promise((resolve) => setImmediate(resolve));
    if (signal.aborted) throw new Stopped(`Stopped after ${countText(done)} of ${countText(runs)} runs; nothing is kept.`);
  }
}

function readDelays(flags: Flags): number[] | undefined {
  const text = flags.text('delays_s');
  if (text === undefined) return undefined;
  const delays_s = text.split(',').map((part) => (/^\d+(\.\d+)?$/.test(part.trim()) ? Number(part) : NaN));
  const isGood = delays_s.length <= MOST_DELAYS && delays_s.every((delay_s) => delay_s >= 0 && delay_s <= 3600) && new Set(delays_s).size === delays_s.length;
  if (!isGood) flags.reject('delays_s', `up to ${MOST_DELAYS} different numbers from 0 to 3,600 s with commas between them`, 'as in --delays_s 0,30,60');
  return isGood ? delays_s.sort((a, b) => a - b) : undefined;
}

function noticeOptions(catalogue: Catalogue): { noticeRadius_m: number; noticeWidth_rad: number; holdAtMost_s: number } {
  const { radius_km, azimuthWidth_deg } = defaultsOf(catalogue, 'launch-notice', 'launch-notice');
  return { noticeRadius_m: toSi(radius_km.value, 'km'), noticeWidth_rad: toSi(azimuthWidth_deg.value, 'deg'), holdAtMost_s: warningRules(catalogue).holdAtMost_s };
}

interface OwnPrice {
  readonly rule: string;
  readonly delay_s: number;
  readonly withoutNotices: RiskPoint;
  readonly withNotices: RiskPoint;
}

/** The rule of the scenario's own space layers; null where it is none of the study's or its delay was not asked for. */
function ownPrice({ rules }: RiskAnswer, own: { readonly evidence: string; readonly delay_s: number }): OwnPrice | null {
  const rule = rules.find((known) => known.rule === own.evidence);
  const at = (points: readonly RiskPoint[] | undefined): RiskPoint | undefined => points?.find(({ delay_s }) => delay_s === own.delay_s);
  const withoutNotices = at(rule?.withoutNotices), withNotices = at(rule?.withNotices);
  return withoutNotices === undefined || withNotices === undefined ? null : { rule: own.evidence, delay_s: own.delay_s, withoutNotices, withNotices };
}

/** `10.7 % (9.2 % to 12.3 %)`; nothing seen is a bound. */
function shareText({ mean, low, high }: Omit<RiskPoint, 'delay_s'>): string {
  const percent = (value: number): string => `${toPlace(100 * value, -1)} %`;
  return mean <= 0 ? `none; at most ${percent(high)}` : `${percent(mean)} (${percent(low)} to ${percent(high)})`;
}

function headline({ rules }: RiskAnswer, price: OwnPrice | null): string {
  if (price !== null) return `The scenario's space rule (${price.rule} after ${toPlace(price.delay_s, 0)} s) would commit at ${shareText(price.withoutNotices)} of peaceful launches; with notices ${shareText(price.withNotices)}`;
  const [first] = rules, point = first?.withoutNotices[0];
  return point === undefined ? '' : `${first?.rule ?? ''} after ${toPlace(point.delay_s, 0)} s would commit at ${shareText(point)} of peaceful launches`;
}

function introduction({ runs, corridors, launchesPerYear, suspected }: RiskAnswer): string {
  return [
    `${countText(corridors.length)} corridors from public launch sites, about ${toPlace(launchesPerYear, 0)} launches a year, each flown in ${countText(runs)} runs before the scenario's sensors and weighted by its use.`,
    `What is seen is taken for any of ${countText(suspected.length)} ballistic classes. 95 % intervals of the mean.`,
  ].join('\n');
}

const RULE_WORDS: Readonly<Record<(typeof RISK_RULES)[number], string>> = { 'one-infrared': 'one infrared report', 'two-infrared': 'two infrared satellites', 'infrared-and-radar': 'infrared and radar' };

function ruleTable({ rule, evidence, withoutNotices, withNotices }: RuleRisk): string {
  const columns = [{ head: 'after (s)', align: 'right' as const }, { head: `${RULE_WORDS[rule]}, no notices`, align: 'right' as const }, { head: 'with notices', align: 'right' as const }];
  const rows = withoutNotices.map((point, i) => [toPlace(point.delay_s, 0), shareText(point), shareText(withNotices[i] ?? point)]);
  return `${textTable(columns, rows)}\nEvidence is reported of ${shareText(evidence)} of launches.`;
}

function corridorTable({ corridors, rules }: RiskAnswer): string {
  const shortest_s = rules[0]?.withoutNotices[0]?.delay_s ?? 0;
  const hit = corridors.filter(({ committed }) => committed.some(({ count }) => count > 0));
  const columns = [{ head: 'site', align: 'left' as const }, { head: `corridor, after ${toPlace(shortest_s, 0)} s`, align: 'left' as const }, { head: 'a year', align: 'right' as const }, ...RISK_RULES.map((rule) => ({ head: RULE_WORDS[rule], align: 'right' as const }))];
  const rows = hit.map(({ site, title, perYear, committed }) => [site, title, toPlace(perYear, -1), ...committed.map(({ share }) => `${toPlace(100 * share, 0)} %`)]);
  const others = corridors.length - hit.length;
  return hit.length === 0 ? 'No corridor is ever taken for a threat.' : `${textTable(columns, rows)}\nThe other ${countText(others)} corridors are never taken for a threat.`;
}

const CAVEAT = 'The rule looks at nothing but place, velocity and burning plume: it knows neither whose rocket it is nor how the world stands. A rule that knows more would fire at fewer.';
