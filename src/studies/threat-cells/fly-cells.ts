/**
 * A shield against the cells of threat sets: the raid of each cell, and raids of other sizes up to all that the set holds, until half of
 * them gets through. One size is one job on one worker and a cell's sizes follow one another, so that a worker charts the flights of a
 * cell once. The same plan is flown once, whatever set asks for it, and all at one luck.
 */
import type { Catalogue } from '../../scenario/catalogue.js';
import { shellLine } from '../../scenario/text/shell-line.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { lethalCount } from '../../scenario/plan/lethal.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { ThreatClass, Tier } from '../../scenario/cards/threat-set-file.js';
import { raidOfSize, readThreatSet } from '../../scenario/threat-set.js';
import type { SetCell, ThreatSet } from '../../scenario/threat-set.js';
import type { Executor, StopSignal } from '../executor.js';
import { createOutcomeTable } from '../runs/outcome-table.js';
import { runIdOf } from '../provenance.js';
import { countedOf, summarise } from '../runs/reduce.js';
import { findSaturation } from '../sweep/saturate.js';
import type { Interval, Summary } from '../runs/summary.js';
import { layerAbilities, noElementReason } from './able.js';
import type { KeptProfiles, LayerAbility } from './able.js';
import type { Cell, CellPoint, CellRaid, Opportunities } from './cell.js';
import { planOfRaid } from './cell-plan.js';
import type { CellPlan } from './cell-plan.js';

/** Sizes of the sweep; the last is all that the set holds, or the most that is flown. */
const SIZES = [1, 3, 10, 30, 100, 300];
/** Missiles of the largest raid. */
export const MOST_MISSILES = 1000;
/**
 * Raids above this size are flown at most `LARGE_RUNS` times, and in the sweep, where many get through and half is all that is asked, as
 * often as makes so many missiles, but not fewer times than `LEAST_RUNS`. Intervals say what that is worth.
 */
const LARGE_SIZE = 30, LARGE_RUNS = 100, SWEEP_MISSILES = 10_000, LEAST_RUNS = 30;
/** Where more gets through there is no further crossing to find. */
const STOP_AT = 0.5;
export const DEFAULT_CELL_RUNS = 200;

export interface CellQuestion {
  readonly compiled: Pick<CompiledScenario, 'plan'>;
  readonly catalogue: Catalogue;
  /** Names in `data/threat-sets`, flown one after the other cell by cell. */
  readonly threatSets: readonly string[];
  /** For the commands: the file, and the changes with which it was compiled. */
  readonly scenario: { readonly file: string; readonly overrides: readonly string[] };
  readonly runs?: number;
  readonly seed?: number;
  readonly executor: Executor;
  /** Only these cells; all of them when left out. */
  readonly only?: readonly { readonly tier: Tier; readonly class: ThreatClass }[];
  /** False: only the raids of the cells, no other sizes. */
  readonly isSwept?: boolean;
  /** Kept from question to question by whoever asks about many shields. */
  readonly profiles?: KeptProfiles;
  readonly onProgress?: (progress: CellProgress) => void;
  readonly signal?: StopSignal;
}

export interface CellProgress {
  /** Raids flown or found to need no flying, of all that may be. */
  readonly done: number;
  readonly total: number;
  readonly tier: Tier;
  readonly class: ThreatClass;
}

/** Cells of the sets in their order, each row by row. Throws for a set that is not in the catalogue. */
export async function flyCells(question: CellQuestion): Promise<Cell[]> {
  const { catalogue, threatSets, executor, only } = question;
  const sets = threatSets.map((name): ThreatSet => {
    const set = readThreatSet(catalogue, name);
    if (set === undefined) throw new RangeError(`threat set ${name} is not in data/threat-sets`);
    return set;
  });
  const isAsked = (cell: SetCell): boolean => only === undefined || only.some((each) => each.tier === cell.tier && each.class === cell.class);
  // One task a place of the matrix: the sets share its flights.
  const tasks = (sets[0]?.cells ?? []).filter(isAsked).map(({ tier, class: kind }) => sets.map((set) => ({ set, cell: set.cells.find((each) => each.tier === tier && each.class === kind) as SetCell })));
  const answers = new Map<SetCell, Cell>(), flying = new Flying(question, tasks.flat().map(({ cell }) => cell));
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) for (const { set, cell } of task) answers.set(cell, await flyCell(flying, set, cell));
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(executor.workers, tasks.length)) }, lane));
  return sets.flatMap((set) => set.cells.filter(isAsked).map((cell) => answers.get(cell) as Cell));
}

async function flyCell(flying: Flying, set: ThreatSet, cell: SetCell): Promise<Cell> {
  const { seed } = flying, head = { threatSet: set.name, year: set.year, tier: cell.tier, class: cell.class, note: cell.note, seed };
  const nothing = { opportunities: null, intercepted: null, leakage: null, noLeaker: null, crossings: null, sweep: null, points: [], runs: 0, planHash: null, recordHash: null, runId: null, command: null };
  if (cell.absent !== '') return { ...head, ...nothing, state: 'absent', reason: cell.absent, raid: null, elementAble: null, abilities: [] };
  const size = Math.min(MOST_MISSILES, cell.flown_count), raidPlan = flying.planOf(cell, size), abilities = flying.abilitiesOf(raidPlan.plan), raid = raidOf(cell, size, raidPlan);
  if (!abilities.some(({ isAble }) => isAble)) {
    flying.pass(cell);
    return { ...head, ...nothing, state: 'no-element', reason: noElementReason(abilities, raidPlan.plan), raid, elementAble: false, abilities, intercepted: NONE };
  }
  const whole = await flying.fly(cell, size, true), points = [pointOf(flying, cell, size, whole)], sizes = flying.sizesOf(cell);
  for (const each of sizes) {
    const point = each === size ? points[0] : pointOf(flying, cell, each, await flying.fly(cell, each, false));
    if (each !== size) points.push(point);
    if (point.leakage.mean > STOP_AT) break;
  }
  flying.pass(cell);
  points.sort((a, b) => a.missiles_count - b.missiles_count);
  const { planHash, recordHash, runId, command } = points.find(({ missiles_count }) => missiles_count === size) as CellPoint;
  return {
    ...head, state: 'flown', reason: '', raid, elementAble: true, abilities, opportunities: opportunitiesOf(whole), intercepted: whole.intercepted, leakage: whole.leakage, noLeaker: whole.noLeaker,
    ...(sizes.length === 0 ? { crossings: null, sweep: null } : crossingsOf(points, cell)), points, runs: whole.runs, planHash, recordHash, runId, command,
  };
}

/** No interception, by construction and not from a count of runs. */
const NONE: Interval = { mean: 0, low: 0, high: 0 };
const PATH = 'missiles';

function crossingsOf(points: readonly CellPoint[], cell: SetCell): Pick<Cell, 'crossings' | 'sweep'> {
  const { crossings: [at5, at20, at50], smallest, largest } = findSaturation(PATH, points.map(({ missiles_count, runs, leakage }) => ({ values: { [PATH]: missiles_count }, runs, leakage })));
  return { crossings: { at5, at20, at50 }, sweep: { smallest, largest, isWholeSet: largest >= cell.exist_count } };
}

function raidOf(cell: SetCell, size: number, { plan }: CellPlan): CellRaid {
  return {
    flown_count: size, exist_count: cell.exist_count, existLow_count: cell.existLow_count, existHigh_count: cell.existHigh_count, lethal_count: lethalCount(plan.attacks), entries: raidOfSize(cell, size),
    counts: cell.entries.map(({ title, force, counted, count, share }) => ({ title, force, counted, count: count.value, share, source: count.source, standing: count.standing })),
  };
}

function opportunitiesOf({ layers, funnel: { launched } }: Summary): Opportunities {
  const rows = layers.map(({ name, funnel, shots, intercepted }) => ({ name, inReach: funnel.reachable / launched, withTrack: funnel.tracked / launched, released: funnel.released / launched, shots: shots / launched, intercepted: intercepted / launched }));
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return { inReach: sum((row) => row.inReach), withTrack: sum((row) => row.withTrack), released: sum((row) => row.released), shots: sum((row) => row.shots), layers: rows };
}

function pointOf(flying: Flying, cell: SetCell, size: number, { leakage, intercepted, noLeaker, planHash, recordHash, runs }: Summary): CellPoint {
  const { catalogue, seed, scenario: { file, overrides } } = flying, changes = [...overrides, ...flying.planOf(cell, size).overrides];
  const words = ['cupola', 'run', file, ...changes.flatMap((change) => ['--set', change]), '--runs', String(runs), ...(seed === 1 ? [] : ['--seed', String(seed)])];
  return { missiles_count: size, runs, leakage, intercepted, noLeaker, planHash, recordHash, runId: runIdOf({ planHash, engineVersion: catalogue.engineVersion, seed, runs }), command: shellLine(words) };
}

/** What all cells of a question share: plans and what was flown of them, by plan hash, and how far it all is. */
class Flying {
  readonly catalogue: Catalogue;
  readonly scenario: CellQuestion['scenario'];
  readonly runs: number;
  readonly seed: number;
  private readonly plans = new Map<string, CellPlan>();
  private readonly flown = new Map<string, Promise<Summary>>();
  private readonly profiles: KeptProfiles;
  private readonly left = new Map<SetCell, number>();
  private readonly total: number;

  constructor(private readonly question: CellQuestion, cells: readonly SetCell[]) {
    const { catalogue, scenario, runs = DEFAULT_CELL_RUNS, seed = 1 } = question;
    this.catalogue = catalogue;
    this.scenario = scenario;
    this.runs = runs;
    this.seed = seed;
    this.profiles = question.profiles ?? new Map();
    for (const cell of cells) if (cell.absent === '') this.left.set(cell, 1 + this.sizesOf(cell).length);
    this.total = [...this.left.values()].reduce((sum, steps) => sum + steps, 0);
  }

  sizesOf({ exist_count }: SetCell): number[] {
    const most = Math.min(MOST_MISSILES, exist_count);
    return this.question.isSwept === false ? [] : [...SIZES.filter((size) => size < most), most];
  }

  runsOf(size: number, isRaid: boolean): number {
    if (size <= LARGE_SIZE) return this.runs;
    return Math.min(this.runs, isRaid ? LARGE_RUNS : Math.min(LARGE_RUNS, Math.max(LEAST_RUNS, Math.ceil(SWEEP_MISSILES / size))));
  }

  planOf(cell: SetCell, size: number): CellPlan {
    const raid = raidOfSize(cell, size), key = JSON.stringify(raid), made = this.plans.get(key) ?? planOfRaid(this.question.compiled.plan, raid, this.catalogue);
    this.plans.set(key, made);
    return made;
  }

  abilitiesOf(plan: Plan): LayerAbility[] {
    return layerAbilities(plan, this.profiles);
  }

  async fly(cell: SetCell, size: number, withFunnels: boolean): Promise<Summary> {
    const { plan, planHash } = this.planOf(cell, size), runs = this.runsOf(size, withFunnels), whole = this.flown.get(`${planHash} whole`), key = withFunnels ? `${planHash} whole` : planHash;
    const summary = await (whole ?? this.flown.get(key) ?? this.start(key, plan, planHash, runs, withFunnels));
    this.step(cell, (this.left.get(cell) ?? 1) - 1);
    return summary;
  }

  /** Nothing more will be flown of this cell. */
  pass(cell: SetCell): void {
    this.step(cell, 0);
  }

  private async start(key: string, plan: Plan, planHash: string, runs: number, withFunnels: boolean): Promise<Summary> {
    const { executor, signal } = this.question, { seed } = this;
    const summary = (async (): Promise<Summary> => {
      let made: Summary | undefined;
      await executor.run([{ plan, planHash, seed, from: 0, to: runs, ...(withFunnels ? {} : { isOutcomeOnly: true }) }], (_, { buffer, work }) => {
        made = summarise(countedOf(plan), planHash, seed, [createOutcomeTable(plan.layers.length, runs, buffer)], work);
      }, signal);
      return made as Summary;
    })();
    this.flown.set(key, summary);
    return await summary;
  }

  private step(cell: SetCell, left: number): void {
    this.left.set(cell, Math.max(0, left));
    const rest = [...this.left.values()].reduce((sum, steps) => sum + steps, 0);
    this.question.onProgress?.({ done: this.total - rest, total: this.total, tier: cell.tier, class: cell.class });
  }
}
