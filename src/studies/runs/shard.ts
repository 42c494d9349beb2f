/** Runs one shard: a stretch of runs of one plan, into one transferable buffer. The same bytes wherever it is run. */
import { worthOfAims } from '../../engine/decide/aim-worth.js';
import { chart } from '../../engine/geometry.js';
import type { Geometry } from '../../engine/geometry.js';
import { createDigester } from '../../engine/record/digest.js';
import { KILL_PHASES, phaseAtEnd } from '../../engine/record/kill-phase.js';
import { createLayerFunnels, FUNNEL_STEPS } from '../../engine/record/layer-funnel.js';
import { createProtection } from '../../engine/record/protection.js';
import { LEAK_CAUSES } from '../../engine/record/record.js';
import { noteFalls } from '../../engine/flights/falls.js';
import { endOfShot } from '../../engine/on-board.js';
import { createRunner } from '../../engine/run.js';
import type { Runner } from '../../engine/run.js';
import { FATE } from '../../engine/world.js';
import type { ShardJob, ShardResult } from '../executor.js';
import { causeColumn, createOutcomeTable, DIGEST_COLUMNS, layerColumn, phaseColumn } from './outcome-table.js';
import type { OutcomeTable } from './outcome-table.js';
import { refusalOf } from '../paired/plan-refusal.js';
import { RecentMap } from '../recent-map.js';

/** Lethal objects that a shot of this element at object `m` is one at. */
function lethalOnBoard(geometry: Geometry, element: number, m: number): number {
  const end = endOfShot(geometry, element, m);
  let count = 0;
  for (let body = m; body < end; body++) if (geometry.linked.missiles[body].isLethal) count++;
  return count;
}

/** What a worker keeps from shard to shard: geometry by its own inputs, and the runner of the plan it last saw. */
export interface ShardCache {
  readonly geometry: RecentMap<string, unknown>;
  planHash: string;
  charted: Geometry | null;
  runner: Runner | null;
  tellers: Tellers | null;
}

/** What is worked out of each run beside its outcome. */
interface Tellers {
  readonly funnels: ReturnType<typeof createLayerFunnels>;
  readonly protection: ReturnType<typeof createProtection>;
}

const createTellers = (geometry: Geometry): Tellers => ({ funnels: createLayerFunnels(geometry), protection: createProtection(worthOfAims(geometry.linked)) });

/** Parts of geometry kept from plan to plan: some 50 MB of the default scenario's; three plans' worth where plans are larger. */
const MOST_PARTS = 200, MOST_PLANS = 3;
/** Tables of flights kept where plans are very large; the plan at work is always kept. */
const MOST_BYTES = 300e6;

export function createShardCache(): ShardCache {
  return { geometry: new RecentMap(), planHash: '', charted: null, runner: null, tellers: null };
}

export function runShard(job: ShardJob, cache: ShardCache): ShardResult {
  let rightHandSides = 0;
  if (cache.planHash !== job.planHash || cache.charted === null || cache.runner === null) {
    const refusal = job.mayRefuse === true ? refusalOf(job.plan, cache.geometry) : null;
    if (refusal !== null) return { from: job.from, to: job.to, buffer: new ArrayBuffer(0), work: { rightHandSides: 0, candidates: 0, draws: 0 }, refusal };
    cache.charted = chart(job.plan, cache.geometry);
    cache.runner = createRunner(cache.charted);
    cache.tellers = null;
    cache.planHash = job.planHash;
    const plans = Math.max(1, Math.min(MOST_PLANS, Math.floor(MOST_BYTES / cache.charted.flights_bytes)));
    cache.geometry.trim(plans === MOST_PLANS ? Math.max(MOST_PARTS, plans * cache.charted.work.parts) : plans * cache.charted.work.parts);
    rightHandSides = cache.charted.work.rightHandSides;
  }
  const { charted: geometry, runner } = cache, tellers = job.isOutcomeOnly === true ? null : (cache.tellers ??= createTellers(geometry));
  const { linked } = geometry;
  const table = createOutcomeTable(linked.elements.length, job.to - job.from);
  const digest = createDigester(linked.missiles.length, runner.world.orders.capacity);
  runner.work.draws = runner.work.candidates = 0;
  const falls: number[] = [], fallsOfRun: number[] = [];
  for (let run = job.from; run < job.to; run++) {
    runner.run(job.seed, run);
    if (job.tellsFalls === true) {
      const before = falls.length;
      noteFalls(geometry, runner.world, falls);
      fallsOfRun.push(falls.length - before);
    }
    writeRow(table, table.count, runner, geometry);
    if (tellers !== null) tell(table, table.count, runner, geometry, tellers);
    table.count++;
    const words = new DataView(digest(runner.world, runner.causes).buffer);
    DIGEST_COLUMNS.forEach((column, i) => (table[column][run - job.from] = words.getInt32(4 * i)));
  }
  return { from: job.from, to: job.to, buffer: table.buffer, work: { rightHandSides, candidates: runner.work.candidates, draws: runner.work.draws }, ...(job.tellsFalls === true ? { falls: { numbers: Float64Array.from(falls), perRun: Int32Array.from(fallsOfRun) } } : {}) };
}

function writeRow(table: OutcomeTable, row: number, runner: Runner, geometry: Geometry): void {
  const { truth, belief, orders } = runner.world;
  const { missiles } = geometry.linked;
  let firstLaunch_s = Infinity, firstDetection_s = Infinity, confirmed_s = Infinity;
  for (let m = 0; m < truth.count; m++) {
    if (truth.fate[m] !== FATE.prevented && truth.launch_s[m] < firstLaunch_s) firstLaunch_s = truth.launch_s[m];
    if (belief.sighted_s[m] < firstDetection_s) firstDetection_s = belief.sighted_s[m];
    if (belief.bothKinds_s[m] < confirmed_s) confirmed_s = belief.bothKinds_s[m];
    // Decoys are shot at, but nobody counts them among what was launched, stopped or got through.
    if (!missiles[m].isLethal) continue;
    table.launched[row]++;
    if (truth.fate[m] === FATE.failed) table.failed[row]++;
    if (truth.fate[m] === FATE.prevented) table.prevented[row]++;
    if (truth.fate[m] === FATE.disrupted) table.disrupted[row]++;
    if (truth.fate[m] === FATE.killed) {
      table.killed[row]++;
      table[layerColumn(truth.killedBy[m], 'intercepted')][row]++;
      table[phaseColumn(KILL_PHASES[phaseAtEnd(geometry, runner.world, m)])][row]++;
    }
    if (truth.fate[m] === FATE.leaked) {
      table.leaked[row]++;
      table[causeColumn(LEAK_CAUSES[runner.causes[m]])][row]++;
    }
    if (belief.sighted_s[m] < Infinity) table.detected[row]++;
    if (belief.tracked_s[m] < Infinity) table.tracked[row]++;
    if (belief.assigned[m] === 1) table.assigned[row]++;
  }
  // Where every launch was prevented there is nothing to see, and no first launch to count from.
  table.firstDetection_s[row] = firstDetection_s === Infinity ? Infinity : firstDetection_s - firstLaunch_s;
  table.confirmed_s[row] = confirmed_s === Infinity ? Infinity : confirmed_s - firstLaunch_s;
  for (let i = 0; i < orders.count; i++) {
    const element = orders.element[i];
    table[layerColumn(element, 'shots')][row]++;
    // A missile is engaged by an element once, however many shots it gets from it.
    let isFirst = true;
    for (let j = 0; j < i && isFirst; j++) isFirst = !(orders.target[j] === orders.target[i] && orders.element[j] === element);
    if (isFirst) table[layerColumn(element, 'engaged')][row] += lethalOnBoard(geometry, element, orders.target[i]);
  }
}

function tell(table: OutcomeTable, row: number, { world }: Runner, { linked }: Geometry, { funnels, protection }: Tellers): void {
  funnels.count(world);
  for (let e = 0; e < linked.elements.length; e++) {
    FUNNEL_STEPS.forEach((step, i) => (table[layerColumn(e, step)][row] = funnels.counts[e * FUNNEL_STEPS.length + i]));
  }
  const { share, untouched } = protection(world);
  table.protected[row] = share;
  table.untouched[row] = untouched;
}
