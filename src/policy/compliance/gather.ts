/**
 * Gathers all that rows read: run sets and cells on the executor that the face brings, geometry between them on the calling thread.
 * Everything is planned first and run once; nothing here judges.
 */
import { runIdOf } from '../../studies/provenance.js';
import type { Executor, StopSignal } from '../../studies/executor.js';
import { runSets } from '../../studies/runs/run-sets.js';
import { type CellQuestion, flyCells } from '../../studies/threat-cells/fly-cells.js';
import type { Cell } from '../../studies/threat-cells/cell.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { DirectiveFile } from '../../scenario/cards/directive-file.js';
import type { ThreatSetYear } from './compliance.js';
import type { EvidenceSet, RunEvidence } from './evidence.js';
import { gatherInReach, gatherPartners, gatherRevisit, gatherTracked, gatherUnderLayer, gatherUpkeep, glidersFor } from './gather-geometry.js';
import { gatherPrice } from './gather-price.js';
import { planSets, type SetQuestion, trackingOnly } from './plan-evidence.js';
import type { SettingOf } from './thresholds.js';
import { traceCoverage } from './trace.js';

export interface GatherQuestion extends Pick<SetQuestion, 'compiled' | 'compile' | 'runs' | 'variantRuns'> {
  readonly catalogue: Catalogue;
  readonly requirements: DirectiveFile['requirements'];
  readonly setting: SettingOf;
  readonly scenario: EvidenceSet['scenario'];
  readonly threatSets: readonly ThreatSetYear[];
  readonly cellRuns: number;
  /** False: no raid sizes besides those of the threat sets. */
  readonly isSwept?: boolean;
  /** Only these cells; all of them when left out. */
  readonly only?: CellQuestion['only'];
  readonly seed: number;
  readonly executor: Executor;
  readonly onProgress?: (progress: GatherProgress) => void;
  /** Lets messages of workers through between steps of geometry; the pure floors have no timers. */
  pause?(): Promise<void>;
  readonly signal?: StopSignal;
}

export interface GatherProgress {
  readonly phase: 'runs' | 'cells' | 'geometry';
  readonly done: number;
  readonly total: number;
}

/** Most launches at which a flight is followed by all sensors of a scenario: it is told beside, not judged. */
const BESIDE_LAUNCHES = 6;

export async function gatherEvidence(question: GatherQuestion): Promise<EvidenceSet> {
  const { compiled, catalogue, seed, scenario, threatSets, runs } = question, { plan } = compiled;
  const [flown, geometry] = await Promise.all([fly(question), look(question)]);
  const base = flown.runs.get('base');
  return {
    compiled, scenario, seed, runs, threatSets, trace: traceCoverage(plan, question.requirements), runSets: flown.runs, refused: flown.refused, cells: flown.cells, ...geometry,
    price: plan.layers.length === 0 ? 'no interceptor that could be priced: a shield that is not there costs nothing, and meets nothing' : gatherPrice(plan, catalogue, base?.summary.funnel.killed ?? 0, seed),
    upkeep: gatherUpkeep(plan, catalogue, { launchesPerYear: question.setting('S2a', 'launchesPerYear', 100), years: question.setting('S2a', 'years', 20) }, seed),
  };
}

async function fly(question: GatherQuestion): Promise<{ runs: Map<string, RunEvidence>; refused: Map<string, string>; cells: readonly Cell[] }> {
  const { compiled, catalogue, executor, seed, signal, threatSets, onProgress } = question, refused = new Map<string, string>();
  const sets = planSets({ ...question, diverted: question.setting('4c', 'diverted', 0.25), topPlaces: question.setting('3a-iv', 'topPlaces', 10) });
  const stop = signal === undefined ? {} : { signal };
  const answers = await runSets(sets, seed, executor, { ...stop, onProgress: (done, total) => onProgress?.({ phase: 'runs', done, total }), onRefusal: (key, reason) => refused.set(key, reason) });
  const runs = new Map(sets.flatMap(({ key, says, overrides, planHash }): [string, RunEvidence][] => {
    const answer = answers.get(key);
    return answer === undefined ? [] : [[key, { ...answer, says, overrides, runId: runIdOf({ planHash, engineVersion: catalogue.engineVersion, seed, runs: answer.summary.runs }) }]];
  }));
  const cells = await flyCells({ compiled, catalogue, threatSets, scenario: question.scenario, runs: question.cellRuns, seed, executor, ...stop, ...(question.isSwept === undefined ? {} : { isSwept: question.isSwept }), ...(question.only === undefined ? {} : { only: question.only }), onProgress: ({ done, total }) => onProgress?.({ phase: 'cells', done, total }) });
  return { runs, refused, cells };
}

type Looked = Pick<EvidenceSet, 'inReach' | 'tracked' | 'trackedByAll' | 'gliders' | 'revisit' | 'partners' | 'underLayer' | 'locations'>;

/** Step by step, so that workers are heard between them. */
async function look({ compiled: { plan }, catalogue, seed, setting, pause = () => Promise.resolve(), onProgress, signal }: GatherQuestion): Promise<Looked> {
  const launches = setting('3a-ii', 'launchesFrom', 24), tracking = trackingOnly(plan), total = STEPS;
  let done = 0;
  const step = async <T>(work: () => T): Promise<T> => {
    await pause();
    if (signal?.aborted === true) throw new Error('stopped');
    const answer = work();
    onProgress?.({ phase: 'geometry', done: ++done, total });
    return answer;
  };
  const inReach = await step(() => gatherInReach(plan, seed)), tracked = await step(() => gatherTracked(tracking, launches)), trackedByAll = await step(() => gatherTracked(plan, BESIDE_LAUNCHES));
  const gliders = await step(() => gatherTracked(glidersFor(plan, catalogue), launches)), revisit = await step(() => gatherRevisit(plan, catalogue)), partners = await step(() => gatherPartners(plan, BESIDE_LAUNCHES));
  const { underLayer, locations } = await step(() => gatherUnderLayer(plan, catalogue));
  return { inReach, tracked, trackedByAll, gliders, revisit, partners, underLayer, locations };
}

const STEPS = 7;
