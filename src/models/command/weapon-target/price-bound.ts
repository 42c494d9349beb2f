/**
 * A bound that no plan can beat, from prices of shots. Give each weapon's shots a price; let each target buy the shots that
 * are best for it alone (`best-shots.ts`); what all targets together then have left and pay, less what the shots on hand are
 * worth at these prices, is at most the value of any plan (Lagrange duality: a plan that can be fired buys no more shots than
 * there are). It holds for every set of prices that is not negative, so prices may come from anywhere; good ones make it tight:
 * at the best prices it is the bound of the linear program over all sets of shots.
 * Here prices are bettered by subgradient steps after Polyak: dearer where more is bought than there is, cheaper where less,
 * each step with something of the direction of the one before (Camerini, Fratta and Maffioli, Mathematical Programming
 * Study 3, 1975), which spares the zigzag.
 */
import { log } from '../../../kernel/maths.js';
import type { BestShots } from './best-shots.js';
import type { WeaponTargetProblem } from './problem.js';

/** Rounding of the sums may lift a bound by less than this share of what was added up. */
const ROUNDING = 1e-12;
/** −ln of the chance to miss of a sure shot; as sure as 10⁻³⁰⁰. */
const GREATEST_POWER = 690;

export function fillPower(problem: WeaponTargetProblem, power: Float64Array): void {
  const pairs = problem.start[problem.targets_count];
  for (let pair = 0; pair < pairs; pair++) power[pair] = problem.miss[pair] < 1e-299 ? GREATEST_POWER : -log(problem.miss[pair]);
}

/** What is bought of one target's shots at the prices asked about. */
export type OnTarget = (target: number, best: number, choice: BestShots) => void;

export interface Limits {
  /** Fewest and most shots of each pair. */
  readonly fewest: Int32Array;
  readonly most: Int32Array;
}

/** The bound at these prices; Infinity where limits leave a target without a choice. */
export function boundAtPrices(problem: WeaponTargetProblem, power: Float64Array, price: Float64Array, choice: BestShots, limits: Limits | undefined, onTarget: OnTarget | undefined): number {
  let bound = 0, magnitude = 0;
  for (let target = 0; target < problem.targets_count; target++) {
    const best = choice.find(problem, power, target, price, limits?.fewest, limits?.most);
    onTarget?.(target, best, choice);
    bound += best;
    magnitude += best;
  }
  for (let w = 0; w < problem.weapons_count; w++) {
    const worth = problem.shots[w] * price[w];
    bound -= worth;
    magnitude += worth;
  }
  return bound - ROUNDING * magnitude;
}

export interface PriceSearch {
  /**
   * Betters `price` by at most `steps_count` steps, towards bounds near `value`, the value of a plan at hand; leaves the best
   * prices found in it and returns their bound. Ends early where the bound meets the value to within `gap`, a share.
   */
  better(problem: WeaponTargetProblem, power: Float64Array, price: Float64Array, value: number, steps_count: number, gap: number, onTarget?: OnTarget): number;
}

/** Steps without progress after which steps get shorter; progress is this share of the way to the value; how much of the last direction is kept. */
const PATIENCE = 8, LEAST_PROGRESS = 1e-3, MEMORY = 0.6;

export function createPriceSearch(mostWeapons_count: number, choice: BestShots): PriceSearch {
  const now = new Float64Array(mostWeapons_count), bought = new Int32Array(mostWeapons_count), direction = new Float64Array(mostWeapons_count);
  // Set for the time of a call, so that no function need be made for it.
  let shooter: Int32Array = bought, alsoOnTarget: OnTarget | undefined;
  const tally: OnTarget = (target, best, { pair, shots, kinds }) => {
    for (let k = 0; k < kinds; k++) bought[shooter[pair[k]]] += shots[k];
    alsoOnTarget?.(target, best, choice);
  };

  /** The way to go from `now`; returns the square of its length. */
  function turn({ weapons_count, shots }: WeaponTargetProblem): number {
    let square = 0;
    for (let w = 0; w < weapons_count; w++) {
      // A price of nothing stays where fewer are bought than there are.
      const over = now[w] === 0 && bought[w] < shots[w] ? 0 : bought[w] - shots[w];
      direction[w] = over + MEMORY * direction[w];
      square += direction[w] * direction[w];
    }
    return square;
  }

  return {
    better(problem, power, price, value, steps_count, gap, onTarget) {
      const { weapons_count, weapon } = problem;
      let bound = -Infinity, reach = 1, idle = 0;
      shooter = weapon;
      alsoOnTarget = onTarget;
      for (let w = 0; w < weapons_count; w++) now[w] = price[w];
      direction.fill(0, 0, weapons_count);
      for (let step = 0; step < steps_count; step++) {
        bought.fill(0, 0, weapons_count);
        const here = boundAtPrices(problem, power, now, choice, undefined, tally);
        idle = here > bound + LEAST_PROGRESS * (value - bound) ? 0 : idle + 1;
        if (here > bound) {
          bound = here;
          for (let w = 0; w < weapons_count; w++) price[w] = now[w];
        }
        if (idle >= PATIENCE) {
          reach /= 2;
          idle = 0;
          direction.fill(0, 0, weapons_count);
          for (let w = 0; w < weapons_count; w++) now[w] = price[w];
        }
        const square = turn(problem);
        if (square === 0 || value - bound <= gap * value || reach < 1e-6) break;
        const stride = (reach * (value - here)) / square;
        for (let w = 0; w < weapons_count; w++) now[w] = Math.max(0, now[w] + stride * direction[w]);
      }
      return bound;
    },
  };
}

/** Prices to start from: what each weapon's least useful shot takes away in a plan, nothing for weapons with shots to spare. */
export function pricesOfPlan(problem: WeaponTargetProblem, count: Int32Array, left: Float64Array, spare: Int32Array, price: Float64Array): void {
  for (let w = 0; w < problem.weapons_count; w++) price[w] = spare[w] > 0 ? 0 : Infinity;
  for (let target = 0; target < problem.targets_count; target++) {
    for (let pair = problem.start[target]; pair < problem.start[target + 1]; pair++) {
      if (count[pair] === 0) continue;
      const w = problem.weapon[pair], missed = problem.miss[pair];
      const taken = missed > 1e-9 ? left[target] / missed - left[target] : problem.weight[target];
      if (taken < price[w]) price[w] = taken;
    }
  }
  for (let w = 0; w < problem.weapons_count; w++) if (price[w] === Infinity) price[w] = 0;
}
