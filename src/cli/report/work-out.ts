/** Works out the parts of a report that are asked for and not yet kept, one after the other with progress, and keeps each as soon as it is there. */
import { runWarnJobs } from '../../cluster/warn-threads.js';
import { chart } from '../../engine/geometry.js';
import { replayRun } from '../../engine/record/replay.js';
import { countText } from '../../figures/numbers.js';
import type { ChangeTold, MovedAssumptions, WarningTold } from '../../figures/report/material.js';
import { shownAttack, type ShownAttack } from '../../figures/pictures/shown-attack.js';
import { warnedSentence } from '../../figures/sentences/warned-sentence.js';
import { toSi } from '../../kernel/units.js';
import { THREAT_SETS, type Compliance } from '../../policy/compliance/compliance.js';
import { comply } from '../../policy/compliance/comply.js';
import { gatherEvidence } from '../../policy/compliance/gather.js';
import { requirementsOf, settingReader } from '../../policy/compliance/thresholds.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { CompiledScenario, CompileResult } from '../../scenario/compile/compiled.js';
import { runStudy } from '../../studies/runs/monte-carlo.js';
import type { Summary } from '../../studies/runs/summary.js';
import { createChangeFinder } from '../../studies/smallest-change/smallest-change.js';
import { typicalRun } from '../../studies/typical-run.js';
import { warnAnswer } from '../../studies/warn/plan-warn.js';
import { gatherFlights, warnJobs } from '../../studies/warn/warn-job.js';
import { Stopped } from '../frame/failures.js';
import type { Output } from '../frame/output.js';
import { Progress } from '../frame/progress.js';
import { withWorkers } from '../frame/with-workers.js';
import { moveAssumptions } from '../run/assumptions.js';
import { keepPart, readKeptPart, type KeptAnswer, type KeptQuestion } from './kept-results.js';
import { LONG_PARTS, PART_WORDS, type ReportPart } from './report-parts.js';

/** Modest numbers, said in the report: draws over all assumed numbers, and attacks of each plan. */
const MOVED = { draws: 24, runs: 50 };
/** Attacks on the scenario and on each of its variants and cells. */
const COMPLIANCE_RUNS = 40;
const WARNING = { launches: 24, hours: 24 };
/** Among so many attacks the middle outcome is looked for where the outcome of each attack has not been kept. */
const LOOKED_AT = 200;
/** Objects of a raid beyond which nobody waits for the smallest change. */
const MOST_FOR_CHANGE = 300;

export interface WorkRequest {
  readonly compiled: CompiledScenario;
  readonly compile: (overrides: readonly string[]) => CompileResult;
  readonly summary: Omit<Summary, 'leakedByRun' | 'work'> & { readonly leakedByRun?: Uint16Array };
  /** What else stands in a given answer. */
  readonly answer?: KeptAnswer | undefined;
  readonly engineVersion: string;
  readonly dataHash: string;
  readonly workers: number;
  /** Where parts are kept. */
  readonly folder: string;
  readonly wanted: ReadonlySet<ReportPart>;
  /** Only what is kept is told of long parts, unless asked for by name. */
  readonly named: ReadonlySet<ReportPart>;
  readonly isGiven: boolean;
  readonly catalogue: Catalogue;
  /** As it was given, and its changes: for the commands of evidence. */
  readonly scenario: { readonly file: string; readonly overrides: readonly string[] };
  readonly asOf: string;
}

export interface WorkedOut {
  readonly attack?: ShownAttack;
  readonly warning?: WarningTold;
  readonly moved?: MovedAssumptions;
  readonly change?: ChangeTold;
  readonly compliance?: Compliance;
  /** Long parts that given results do not hold. */
  readonly leftOut: readonly ReportPart[];
}

export async function workOut(request: WorkRequest, output: Output, signal: AbortSignal): Promise<WorkedOut> {
  const { compiled, summary, engineVersion, dataHash, folder, wanted, named, isGiven } = request, { seed, runs, planHash } = summary;
  const base: KeptQuestion = { planHash, engineVersion, dataHash, seed, runs }, leftOut: ReportPart[] = [];
  /** Through JSON also when fresh, so that a report is the same whether its parts were kept or not. */
  const part = async <T>(name: ReportPart, more: KeptQuestion, make: () => Promise<T | undefined>): Promise<T | undefined> => {
    if (!wanted.has(name)) return undefined;
    const question = { ...base, ...more }, kept = readKeptPart<T>(folder, name, question);
    if (kept !== undefined) return kept;
    if (isGiven && LONG_PARTS.has(name) && !named.has(name)) {
      leftOut.push(name);
      return undefined;
    }
    if (signal.aborted) throw new Stopped(`Stopped; what was worked out is kept in ${folder}.`);
    const made = await make();
    if (made === undefined) return undefined;
    keepPart(folder, name, question, made);
    return JSON.parse(JSON.stringify(made)) as T;
  };
  const leaked = summary.leakedByRun ?? (wanted.has('attack') || wanted.has('change') ? await firstOutcomes(request, output, signal) : new Uint16Array(0));
  const attack = await part<ShownAttack>('attack', {}, async () => shownAttack(replayRun(chart(compiled.plan), seed, typicalRun({ leakedByRun: leaked, gotThrough: summary.gotThrough }))));
  const warning = await part<WarningTold>('warning', WARNING, async () => await warn(request, output, signal));
  const moved = wanted.has('drivers') ? movedOf(request.answer) ?? await part<MovedAssumptions>('drivers', MOVED, async () => await move(request, output, signal)) : undefined;
  const change = await part<ChangeTold>('change', {}, async () => findChange(request, attack, leaked, output));
  const compliance = await part<Compliance>('compliance', { asOf: request.asOf, complianceRuns: COMPLIANCE_RUNS }, async () => await judge(request, output, signal));
  return { ...(compliance === undefined ? {} : { compliance }), ...(attack === undefined ? {} : { attack }), ...(warning === undefined ? {} : { warning }), ...(moved === undefined ? {} : { moved }), ...(change === undefined ? {} : { change }), leftOut };
}

/** How the first attacks end. */
async function firstOutcomes({ compiled, summary, workers }: WorkRequest, output: Output, signal: AbortSignal): Promise<Uint16Array> {
  const runs = Math.min(summary.runs, LOOKED_AT), stopped = (): string => 'Stopped; nothing was written.';
  const { leakedByRun } = await withWorkers({ workers, output, signal, counted: 'attacks looked at for a typical one', stopped }, async (executor, bar) => await runStudy(compiled, { runs, seed: summary.seed }, executor, (state) => bar.update(state.done, state.total), signal));
  return leakedByRun;
}

async function warn({ compiled: { plan }, summary: { seed }, workers }: WorkRequest, output: Output, signal: AbortSignal): Promise<WarningTold | undefined> {
  const [attack] = plan.attacks, [target] = attack?.targets ?? [];
  if (attack === undefined || target === undefined || plan.sensors.length === 0) return undefined;
  const progress = new Progress(output, 'flights watched'), { launches, hours } = WARNING;
  const jobs = warnJobs({ ...plan, attacks: [{ ...attack, targets: [target] }] }, { launches, duration_s: toSi(hours, 'h'), seed, groups: [] });
  const results = await runWarnJobs(jobs, workers, (done) => progress.update(done, 1), signal).finally(() => progress.clear());
  if (signal.aborted) throw new Stopped('Stopped; nothing was written.');
  const { flown, outOfRange } = gatherFlights(results);
  if (flown.length === 0) return undefined;
  const { lead, timeline } = warnAnswer(flown, outOfRange, launches, []);
  return { missile: attack.threat.name, from: attack.origin.name, to: target.name, launches, sentence: warnedSentence(lead), timeline };
}

async function move({ compiled, compile, summary, workers }: WorkRequest, output: Output, signal: AbortSignal): Promise<MovedAssumptions> {
  const { band, drivers } = await moveAssumptions({ base: compiled, compile, seed: summary.seed, runs: Math.min(MOVED.runs, summary.runs), draws: MOVED.draws, workers }, output, signal);
  const { perDraw: _perDraw, ...told } = band;
  return { band: told, drivers };
}

/** Both directives, both threat sets, thresholds as the data have them. */
async function judge({ compiled, compile, summary, workers, catalogue, scenario, asOf }: WorkRequest, output: Output, signal: AbortSignal): Promise<Compliance> {
  const directives = catalogue.kinds.directives, requirements = requirementsOf(directives), runs = Math.min(summary.runs, COMPLIANCE_RUNS);
  const stopped = (): string => 'Stopped while holding the scenario against the order; what was worked out before is kept.';
  const evidence = await withWorkers({ workers, output, signal, counted: 'attacks for the order and the statute', stopped }, async (executor, bar) => await gatherEvidence({
    compiled, catalogue, requirements, setting: settingReader(requirements), threatSets: THREAT_SETS, seed: summary.seed, runs, variantRuns: runs, cellRuns: runs, executor, signal, scenario, compile,
    pause: async () => await new Promise((resolve) => setImmediate(resolve)),
    onProgress: ({ phase, done, total }) => { if (phase !== 'geometry') bar.update(done, total); },
  }));
  return comply(evidence, { directives, edits: [], asOf });
}

/** What `cupola run --assumptions --out` has kept already. */
function movedOf(answer: KeptAnswer | undefined): MovedAssumptions | undefined {
  if (answer?.overAssumptions === undefined || !Array.isArray(answer.drivers) || !Array.isArray(answer.effects)) return undefined;
  const band = answer.overAssumptions as NonNullable<MovedAssumptions['band']>;
  return { band, drivers: { drivers: answer.drivers as MovedAssumptions['drivers']['drivers'], effects: answer.effects as MovedAssumptions['drivers']['effects'], meanNow: null, runs: band.runs } };
}

/** Of the attack shown if something got through in it, else of the first in which something did. */
function findChange({ compiled: { plan }, summary }: WorkRequest, attack: ShownAttack | undefined, leaked: Uint16Array, output: Output): ChangeTold | undefined {
  const isThrough = ({ fate }: { fate: string }): boolean => fate === 'leaked';
  if (plan.layers.length === 0 || summary.funnel.launched > MOST_FOR_CHANGE) return undefined;
  const run = attack?.objects.some(isThrough) === true ? attack.run : leaked.findIndex((count) => count > 0);
  if (run < 0) return undefined;
  const key = (attack?.run === run ? attack.objects : replayRun(chart(plan), summary.seed, run).missiles).find(isThrough)?.key;
  if (key === undefined) return undefined;
  if (output.stderr.isTTY === true) output.note(`Looking for ${PART_WORDS.change}, in attack ${countText(run)}.`);
  return { run, key, answer: createChangeFinder(plan, summary.seed, run).find(key) };
}
