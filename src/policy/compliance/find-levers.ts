/**
 * For each row that is not met, or met in part, the cheapest change found that turns it. Only what the row reads is gathered anew for a
 * changed shield; everything else stays as it was. Rows on which no lever of a shield acts say so and are not searched.
 */
import type { Catalogue } from '../../scenario/catalogue.js';
import type { DirectiveFile } from '../../scenario/cards/directive-file.js';
import type { MetricName, RequirementId } from '../../scenario/cards/directive-terms.js';
import type { CompiledScenario, CompileResult } from '../../scenario/compile/compiled.js';
import type { Executor, StopSignal } from '../../studies/executor.js';
import { runIdOf } from '../../studies/provenance.js';
import { runSets } from '../../studies/runs/run-sets.js';
import type { Cell } from '../../studies/threat-cells/cell.js';
import type { Lever } from './compliance.js';
import { judgeRequirement } from './comply.js';
import type { EvidenceSet } from './evidence.js';
import { gatherPartners, gatherTracked, gatherUnderLayer, gatherUpkeep, glidersFor } from './gather-geometry.js';
import { cheapestLever, type Judged } from './levers/cheapest-lever.js';
import { attackedPlaces, createCellJudge, type KeptCells } from './levers/judge-cells.js';
import type { LeverKind } from './levers/lever.js';
import { leversOf } from './levers/levers-of.js';
import { trackingOnly } from './plan-evidence.js';
import { CLASSES } from './rows/cells.js';
import { requirementsOf, type SettingOf, type ThresholdEdit } from './thresholds.js';
import { traceCoverage } from './trace.js';

export interface LeverHunt {
  readonly evidence: EvidenceSet;
  readonly directives: Readonly<Record<string, DirectiveFile>>;
  readonly edits: readonly ThresholdEdit[];
  readonly catalogue: Catalogue;
  compile(overrides: readonly string[]): CompileResult;
  readonly setting: SettingOf;
  /** Attacks on the scenario's own raid, and on each cell, for each change that is tried. */
  readonly runs: number;
  /** Sets of runs for each row. */
  readonly mostRunSets: number;
  readonly executor: Executor;
  readonly onRow?: (id: RequirementId, done: number, total: number) => void;
  readonly signal?: StopSignal;
}

/** Which levers can act on a metric, cheapest kinds among them; none for what no part of a shield moves. */
const KINDS: Partial<Readonly<Record<MetricName, readonly LeverKind[]>>> = {
  worstCell: ['more', 'site', 'shell', 'sensor', 'delay', 'doctrine', 'partner'], cellsMet: ['more', 'site', 'shell', 'sensor', 'delay', 'doctrine', 'partner'], classStopped: ['more', 'site', 'shell', 'sensor', 'delay', 'doctrine', 'partner'],
  boostStopped: ['more', 'shell', 'sensor', 'delay', 'doctrine'], stoppedEarly: ['more', 'shell', 'sensor', 'delay', 'doctrine'],
  glideStereo: ['sensor'], heldInFlight: ['sensor'], partnerGain: ['sensor', 'partner'], peopleCovered: ['site'], peoplePlaced: ['site'], availability: ['site', 'shell'], traceCoverage: ['sensor', 'site', 'shell'],
};

export async function findLevers(hunt: LeverHunt): Promise<Map<RequirementId, Lever>> {
  const { evidence, directives, edits, signal } = hunt, found = new Map<RequirementId, Lever>();
  const rows = Object.entries(directives).flatMap(([name, file]) => file.requirements.map((requirement) => ({ name, file, requirement, now: judgeRequirement(evidence, name, file, requirement, edits, null) })))
    .filter(({ now: { verdict } }) => verdict === 'not met' || verdict === 'partly');
  // Rows of the matrix fly the same changed shields.
  const kept: KeptCells = { flown: new Map(), profiles: new Map() };
  for (const [index, row] of rows.entries()) {
    if (signal?.aborted === true) break;
    hunt.onRow?.(row.requirement.id, index, rows.length);
    found.set(row.requirement.id, await searchRow(hunt, row, kept));
  }
  return found;
}

/** Rows for which a change is flown; the others are asked of geometry. */
const NEEDS_RUNS: ReadonlySet<MetricName> = new Set<MetricName>(['boostStopped', 'stoppedEarly']);

interface OpenRow {
  readonly name: string;
  readonly file: DirectiveFile;
  readonly requirement: DirectiveFile['requirements'][number];
  readonly now: ReturnType<typeof judgeRequirement>;
}

const NONE: Lever = { tried: [], found: null, says: 'no lever of a shield acts on this row: none was tried' };

async function searchRow(hunt: LeverHunt, row: OpenRow, kept: KeptCells): Promise<Lever> {
  const { evidence, catalogue, compile, mostRunSets, signal } = hunt, { metric } = row.requirement, kinds = KINDS[metric];
  if (kinds === undefined) return NONE;
  const levers = leversOf({ plan: evidence.compiled.plan, catalogue, attacked: attackedPlaces(evidence.cells), kinds });
  const search = await cheapestLever({ base: evidence.compiled, catalogue, levers, verdict: row.now.verdict, compile, mostRunSets, judge: judgeOf(hunt, row, kept), ...(signal === undefined ? {} : { signal }) });
  const { attempts, found, says } = search;
  return {
    tried: attempts.map((attempt) => `${attempt.says}: ${attempt.verdict}`), says,
    found: found === null ? null : { says: found.says, overrides: found.overrides, verdict: found.verdict, ...costOf(found.price) },
  };
}

function costOf(price: NonNullable<Awaited<ReturnType<typeof cheapestLever>>['found']>['price']): { cost_usd: number | null; priceYear: number | null } {
  return price.kind === 'priced' ? { cost_usd: price.cost_usd, priceYear: price.priceYear } : { cost_usd: null, priceYear: null };
}

function judgeOf(hunt: LeverHunt, { name, file, requirement, now }: OpenRow, kept: KeptCells): (compiled: CompiledScenario, overrides: readonly string[]) => Promise<Judged> {
  const { evidence, edits, catalogue, executor, runs, signal } = hunt;
  const judge = (changed: EvidenceSet): Omit<Judged, 'runSets'> => {
    const { verdict, metric: { value }, why } = judgeRequirement(changed, name, file, requirement, edits, null);
    return { verdict, value, why };
  };
  const isOfCells = requirement.metric === 'worstCell' || requirement.metric === 'cellsMet' || requirement.metric === 'classStopped';
  if (!isOfCells) return async (compiled, overrides) => ({ ...judge(await regather(hunt, requirement.metric, compiled, overrides)), runSets: NEEDS_RUNS.has(requirement.metric) ? 1 : 0 });
  return async (compiled, overrides) => {
    const trace = traceCoverage(compiled.plan, requirementsOf(hunt.directives));
    const judgeRow = (cells: readonly Cell[]): Omit<Judged, 'runSets'> => judge({ ...evidence, compiled, trace, cells });
    // Only cells that the row reads are flown again.
    const reads = ({ class: kind }: Cell): boolean => requirement.metric !== 'classStopped' || CLASSES[requirement.id]?.includes(kind) === true;
    return await createCellJudge({ cells: evidence.cells, verdict: now.verdict, judgeRow, reads, catalogue, scenario: evidence.scenario, runs, seed: evidence.seed, executor, kept, ...(signal === undefined ? {} : { signal }) })(compiled, overrides);
  };
}

/** What the row reads, of the changed shield; the rest of the evidence is that of the shield as it is. */
async function regather({ evidence, directives, catalogue, executor, runs, setting, signal }: LeverHunt, metric: MetricName, compiled: CompiledScenario, overrides: readonly string[]): Promise<EvidenceSet> {
  const { plan, planHash } = compiled, { seed } = evidence, launches = setting('3a-ii', 'launchesFrom', 24);
  const changed: EvidenceSet = { ...evidence, compiled, trace: traceCoverage(plan, requirementsOf(directives)) };
  switch (metric) {
    case 'boostStopped': case 'stoppedEarly': {
      const answers = await runSets([{ key: 'base', plan, planHash, runs }], seed, executor, signal === undefined ? {} : { signal }), base = answers.get('base');
      return { ...changed, runSets: new Map(base === undefined ? [] : [['base', { ...base, says: 'the changed shield', overrides, runId: runIdOf({ planHash, engineVersion: catalogue.engineVersion, seed, runs }) }]]) };
    }
    case 'glideStereo': return { ...changed, gliders: gatherTracked(glidersFor(plan, catalogue), launches) };
    case 'heldInFlight': return { ...changed, tracked: gatherTracked(trackingOnly(plan), launches) };
    case 'partnerGain': return { ...changed, partners: gatherPartners(plan, launches), runSets: new Map() };
    case 'peopleCovered': case 'peoplePlaced': return { ...changed, ...gatherUnderLayer(plan, catalogue) };
    case 'availability': return { ...changed, upkeep: gatherUpkeep(plan, catalogue, { launchesPerYear: setting('S2a', 'launchesPerYear', 100), years: setting('S2a', 'years', 20) }, seed) };
    default: return changed;
  }
}
