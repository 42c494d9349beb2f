/**
 * One joint decision of one layer as a weapon-target problem: a row for every object that is decided about, and for every one
 * that will be and wants the same shooters. Rows are added one by one; `decide` finds the plan, and never takes one that is
 * worse than giving each row in turn its soonest shooters, which is what greedy assignment does with the same matrix.
 */
import { createEngagement } from '../../models/command/weapon-target/engagement.js';
import type { Engagement } from '../../models/command/weapon-target/engagement.js';
import { leftOfTarget, planValue } from '../../models/command/weapon-target/problem.js';
import { readyNow_count } from '../reach/battery.js';
import type { Geometry } from '../geometry.js';
import type { ObjectOptions } from './joint-options.js';
import type { Known } from '../world.js';

/**
 * Local exchanges and steps on prices of one decision: a few milliseconds at most; on the default raid nearly every plan is proved the
 * best, and the rest within 2 %. Of a raid of hundreds there are hundreds of decisions, so a large one is searched less and its gap told.
 */
const EXCHANGES = 4, PRICE_STEPS = 50, LEAST_PRICE_STEPS = 6, SMALL_ROWS = 32;

export interface JointMatrix {
  /** Begins the decision of a moment. */
  clear(now_s: number): void;
  /** False when there is no room for another row. */
  add(known: Known, options: ObjectOptions, weight: number, mostShots: number, chanceFactor: number): boolean;
  readonly rows: number;
  decide(): void;
  /** Shots of option `index` of row `row` in the plan. */
  shots(row: number, index: number): number;
  /** Weight that the plan's shots save on average, the most that any plan could, and what greedy assignment would save. */
  saved: number;
  bound: number;
  greedySaved: number;
  isExact: boolean;
  weight(row: number): number;
  /** Shots that doctrine would order now at a row. */
  mostShots(row: number): number;
  /** What the plan leaves of a row's weight on average. */
  left(row: number): number;
  /** What one more shot of an option's shooter would save elsewhere. */
  price(row: number, index: number): number;
}

/** `mostOptions`: of one object. */
export function createJointMatrix(geometry: Geometry, elements: readonly number[], mostRows: number, mostOptions: number): JointMatrix {
  const shooters = elements.map((e) => shootersOf(geometry, e)), pairs = mostRows * mostOptions;
  const weapons_count = Math.min(pairs, shooters.reduce((sum, count) => sum + count, 0));
  const engagement = createEngagement({ weapons_count, targets_count: mostRows, pairs_count: pairs }), { problem } = engagement;
  const place = new Map(elements.map((e, i) => [e, i]));
  const weaponOf = shooters.map((count) => new Int32Array(count)), stampOf = shooters.map((count) => new Int32Array(count));
  /** Option of each pair of a row, the other way round, and when it meets its target. */
  const pairOf = new Int32Array(pairs), meet_s = new Float64Array(pairs), greedyPlan = new Int32Array(pairs), spare = new Int32Array(weapons_count);
  let stamp = 0, weight = 0, moment_s = 0;

  const weapon = (known: Known, e: number, satellite: number): number => {
    const i = place.get(e) as number, slot = Math.max(0, satellite);
    if (stampOf[i][slot] === stamp) return weaponOf[i][slot];
    const w = problem.weapons_count++;
    stampOf[i][slot] = stamp;
    weaponOf[i][slot] = w;
    // A battery that can begin only so many launches has no more shots in this decision.
    problem.shots[w] = satellite < 0 ? Math.min(known.rounds[e], readyNow_count(known.batteries, geometry.linked.elements[e].plan, e, moment_s)) : geometry.linked.elements[e].usable_count - known.used[e][satellite];
    return w;
  };

  const own: JointMatrix = {
    saved: 0, bound: 0, greedySaved: 0, isExact: true,
    get rows() {
      return problem.targets_count;
    },
    clear(now_s) {
      stamp++;
      moment_s = now_s;
      problem.weapons_count = problem.targets_count = 0;
      problem.start[0] = 0;
      weight = 0;
    },
    add(known, options, rowWeight, mostShots, chanceFactor) {
      const row = problem.targets_count;
      if (row === mostRows) return false;
      const from = problem.start[row];
      for (let i = 0; i < options.count; i++) {
        const w = weapon(known, options.element[i], options.satellite[i]);
        // Weapons of a row ascend.
        let at = from + i;
        for (; at > from && problem.weapon[at - 1] > w; at--) copyPair(at - 1, at, row);
        problem.weapon[at] = w;
        problem.miss[at] = 1 - options.chance[i] * chanceFactor;
        meet_s[at] = options.meet_s[i];
        pairOf[row * mostOptions + i] = at;
        optionAt[at] = i;
      }
      problem.start[row + 1] = from + options.count;
      problem.weight[row] = rowWeight;
      problem.mostShots[row] = mostShots;
      problem.targets_count++;
      weight += rowWeight;
      return true;
    },
    decide() {
      const share = Math.min(1, SMALL_ROWS / problem.targets_count);
      engagement.decide(Math.floor(share * EXCHANGES), Math.max(LEAST_PRICE_STEPS, Math.floor(share * PRICE_STEPS)));
      const greedy = planGreedily(engagement, meet_s, greedyPlan, spare);
      if (greedy < engagement.value) {
        for (let pair = 0; pair < problem.start[problem.targets_count]; pair++) engagement.plan[pair] = greedyPlan[pair];
        engagement.value = greedy;
      }
      own.saved = weight - engagement.value;
      own.bound = weight - Math.min(engagement.bound, engagement.value);
      own.greedySaved = weight - greedy;
      own.isExact = engagement.isExact;
    },
    weight: (row) => problem.weight[row],
    mostShots: (row) => problem.mostShots[row],
    left: (row) => leftOfTarget(problem, engagement.plan, row),
    shots: (row, index) => engagement.plan[pairOf[row * mostOptions + index]],
    price: (row, index) => engagement.price[problem.weapon[pairOf[row * mostOptions + index]]],
  };
  const optionAt = new Int32Array(pairs);

  function copyPair(from: number, to: number, row: number): void {
    problem.weapon[to] = problem.weapon[from];
    problem.miss[to] = problem.miss[from];
    meet_s[to] = meet_s[from];
    optionAt[to] = optionAt[from];
    pairOf[row * mostOptions + optionAt[to]] = to;
  }

  return own;
}

/** Row by row, each its soonest shooters while shots last: what greedy assignment does. Returns the weight left. */
function planGreedily({ problem }: Engagement, meet_s: Float64Array, plan: Int32Array, spare: Int32Array): number {
  const { targets_count, start, weapon, mostShots, weapons_count } = problem;
  for (let w = 0; w < weapons_count; w++) spare[w] = problem.shots[w];
  plan.fill(0, 0, start[targets_count]);
  for (let row = 0; row < targets_count; row++) {
    for (let shot = 0; shot < mostShots[row]; shot++) {
      let soonest = -1;
      for (let pair = start[row]; pair < start[row + 1]; pair++) if (spare[weapon[pair]] > 0 && (soonest < 0 || meet_s[pair] < meet_s[soonest])) soonest = pair;
      if (soonest < 0) break;
      plan[soonest]++;
      spare[weapon[soonest]]--;
    }
  }
  return planValue(problem, plan);
}

const shootersOf = (geometry: Geometry, element: number): number => {
  const { plan } = geometry.linked.elements[element];
  return plan.kind === 'space' ? plan.shell.planes_count * plan.shell.perPlane_count : 1;
};

