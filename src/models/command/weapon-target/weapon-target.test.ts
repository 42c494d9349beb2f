/** Plans are never worse than greedy, optima are those of enumeration, bounds are never above them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateProblem } from '../../../../test/generated-weapon-targets.js';
import { createBestShots } from './best-shots.js';
import { createEngagement, type Engagement } from './engagement.js';
import { boundAtPrices, fillPower } from './price-bound.js';
import { planValue, type WeaponTargetProblem } from './problem.js';
import { gapOf, type SearchState, searchPlan } from './search.js';

/** Weights are at most 100 and a dozen at most; a wrong shot changes a value by far more, rounding by far less. */
const ROUNDING = 1e-9;

/** Least value over every plan there is. */
function leastByTrying(problem: WeaponTargetProblem): number {
  const { start, weapon, targets_count } = problem, pairs = start[targets_count]!;
  const count = new Int32Array(pairs), spare = [...problem.shots], room = [...problem.mostShots];
  const target = [...Array(targets_count).keys()].flatMap((t) => Array<number>(start[t + 1]! - start[t]!).fill(t));
  let least = Infinity;
  const from = (pair: number): void => {
    if (pair === pairs) {
      least = Math.min(least, planValue(problem, count));
      return;
    }
    const w = weapon[pair]!, t = target[pair]!, most = Math.min(spare[w]!, room[t]!);
    for (let shots = 0; shots <= most; shots++) {
      count[pair] = shots;
      spare[w]! -= shots;
      room[t]! -= shots;
      from(pair + 1);
      spare[w]! += shots;
      room[t]! += shots;
    }
    count[pair] = 0;
  };
  from(0);
  return least;
}

function finish(problem: WeaponTargetProblem, mostStretches = 10_000): SearchState {
  let state: SearchState | undefined, stretches = 0;
  for (state of searchPlan(problem)) if (++stretches >= mostStretches) break;
  return state!;
}

/** Every plan must be one that can be fired. */
function expectFireable(problem: WeaponTargetProblem, plan: Int32Array): void {
  const spent = new Int32Array(problem.weapons_count);
  for (let t = 0; t < problem.targets_count; t++) {
    let fired = 0;
    for (let pair = problem.start[t]!; pair < problem.start[t + 1]!; pair++) {
      expect(plan[pair]).toBeGreaterThanOrEqual(0);
      spent[problem.weapon[pair]!]! += plan[pair]!;
      fired += plan[pair]!;
    }
    expect(fired).toBeLessThanOrEqual(problem.mostShots[t]!);
  }
  for (let w = 0; w < problem.weapons_count; w++) expect(spent[w]).toBeLessThanOrEqual(problem.shots[w]!);
}

function load({ problem }: Engagement, drawn: WeaponTargetProblem): void {
  problem.weapons_count = drawn.weapons_count;
  problem.targets_count = drawn.targets_count;
  for (const name of ['shots', 'weight', 'mostShots', 'start', 'weapon', 'miss'] as const) problem[name].set(drawn[name]);
}

const recipe = (most: { weapons: number; targets: number; shots: number }) => fc.record({
  weapons_count: fc.integer({ min: 1, max: most.weapons }), targets_count: fc.integer({ min: 1, max: most.targets }),
  shotsOfWeapon: fc.integer({ min: 0, max: most.shots }), mostShots: fc.integer({ min: 0, max: 4 }),
  density: fc.constantFrom(0.4, 0.8, 1), key: fc.nat(),
});
const small = recipe({ weapons: 3, targets: 3, shots: 2 });

describe('a single decision', () => {
  it('is never worth less for more shooters: the least weight left falls or stays as weapons are added', () => {
    fc.assert(fc.property(recipe({ weapons: 5, targets: 3, shots: 2 }), ({ weapons_count: most, ...drawn }) => {
      let before = Infinity;
      for (let weapons_count = 1; weapons_count <= most; weapons_count++) {
        // Drawn from one key, each problem is the one before with a weapon more.
        const state = finish(generateProblem({ ...drawn, weapons_count }));
        expect(state.isProved).toBe(true);
        expect(state.value).toBeLessThanOrEqual(before + ROUNDING);
        before = state.value;
      }
    }), { numRuns: 60 });
  });
});

describe('weapon-target search', () => {
  it('finds and proves the optimum that enumeration finds', () => {
    fc.assert(fc.property(small, (drawn) => {
      const problem = generateProblem(drawn), state = finish(problem), least = leastByTrying(problem);
      expect(Math.abs(state.value - least)).toBeLessThan(ROUNDING + 1e-8 * least);
      expect(state.bound).toBeLessThanOrEqual(least);
      expect(state.isProved).toBe(true);
      expectFireable(problem, state.plan);
    }), { numRuns: 200 });
  });

  it('is never worse than greedy on 200 generated decisions, with a bound below its value at every moment', () => {
    for (let key = 0; key < 200; key++) {
      const problem = generateProblem({ weapons_count: 3 + (key % 7), targets_count: 4 + (key % 9), shotsOfWeapon: 1 + (key % 3), mostShots: 2 + (key % 4), density: key % 2 ? 1 : 0.5, key });
      let value = Infinity, bound = 0, faults = 0, stretches = 0;
      for (const state of searchPlan(problem)) {
        if (!(state.value <= Math.min(value, state.greedyValue) && state.bound >= bound && state.bound <= state.value && gapOf(state) >= 0)) faults++;
        if (state.value < value) expectFireable(problem, state.plan);
        ({ value, bound } = state);
        if (++stretches > 60) break;
      }
      expect(faults).toBe(0);
      expect(value).toBeGreaterThan(0);
    }
  });

  it('gives the same optimum whatever the order of weapons and targets, and in proportion to the weights', () => {
    for (let key = 0; key < 30; key++) {
      const problem = generateProblem({ weapons_count: 6, targets_count: 8, shotsOfWeapon: 2, mostShots: 4, density: 0.7, key });
      const state = finish(problem), turned = finish(turnedAround(problem, 4));
      expect(state.isProved && turned.isProved).toBe(true);
      expect(Math.abs(turned.value - 4 * state.value)).toBeLessThan(1e-7 * state.value);
    }
  });

  it('finds greedy to be the best where all weapons are alike, as den Broeder, Ellison and Emerling proved in 1959', () => {
    for (let key = 0; key < 30; key++) {
      const drawn = generateProblem({ weapons_count: 6, targets_count: 8, shotsOfWeapon: 2, mostShots: 12, density: 1, key });
      const alike = { ...drawn, miss: drawn.miss.map((_, pair) => drawn.miss[pair - (pair % 6)]!) };
      const state = finish(alike);
      expect(state.isProved).toBe(true);
      expect(Math.abs(state.greedyValue - state.value)).toBeLessThan(1e-8 * state.value);
    }
  });

  it('spends a stretch of work the same way every time', () => {
    const problem = generateProblem({ weapons_count: 12, targets_count: 20, shotsOfWeapon: 2, mostShots: 5, density: 1, key: 5 });
    const course = (): string[] => Array.from(searchPlan(problem), (state) => `${state.phase} ${state.value} ${state.bound} ${state.columns_count}`);
    expect(course()).toEqual(course());
  });

  it('meets sure shots, hopeless shots and decisions without weapons or targets', () => {
    const problem = { weapons_count: 2, targets_count: 2, shots: Int32Array.of(1, 1), weight: Float64Array.of(3, 5), mostShots: Int32Array.of(9, 9), start: Int32Array.of(0, 2, 4), weapon: Int32Array.of(0, 1, 0, 1), miss: Float64Array.of(0, 1, 0, 1) };
    expect(finish(problem)).toMatchObject({ value: 3, isProved: true });
    // A bound is lowered by a trifle for what rounding may have added.
    expect(finish({ ...problem, weapons_count: 0, shots: new Int32Array(0), start: Int32Array.of(0, 0, 0) })).toMatchObject({ value: 8, bound: expect.closeTo(8, 9), isProved: true });
    expect(finish({ ...problem, targets_count: 0, start: Int32Array.of(0) })).toMatchObject({ value: 0, bound: 0, isProved: true });
  });
});

describe('bound at prices', () => {
  it('is never above the optimum, at any prices', () => {
    fc.assert(fc.property(small, fc.array(fc.double({ min: 0, max: 120, noNaN: true }), { minLength: 3, maxLength: 3 }), (drawn, drawnPrices) => {
      const problem = generateProblem(drawn), power = new Float64Array(problem.miss.length);
      fillPower(problem, power);
      expect(boundAtPrices(problem, power, Float64Array.from(drawnPrices), createBestShots(3), undefined, undefined)).toBeLessThanOrEqual(leastByTrying(problem));
    }), { numRuns: 300 });
  });

  it('lets each target buy exactly what is best for it', () => {
    const choice = createBestShots(5);
    fc.assert(fc.property(recipe({ weapons: 5, targets: 1, shots: 3 }), fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 5, maxLength: 5 }), (drawn, drawnPrices) => {
      const problem = generateProblem(drawn), power = new Float64Array(problem.miss.length), price = Float64Array.from(drawnPrices);
      fillPower(problem, power);
      const found = choice.find(problem, power, 0, price, undefined, undefined);
      let least = Infinity;
      const count = new Int32Array(problem.miss.length);
      const from = (pair: number, room: number, paid: number): void => {
        if (pair === count.length) {
          least = Math.min(least, planValue(problem, count) + paid);
          return;
        }
        for (let shots = 0; shots <= Math.min(room, drawn.shotsOfWeapon); shots++) {
          count[pair] = shots;
          from(pair + 1, room - shots, paid + shots * price[problem.weapon[pair]!]!);
        }
        count[pair] = 0;
      };
      from(0, drawn.mostShots, 0);
      expect(Math.abs(found - least)).toBeLessThan(ROUNDING);
    }), { numRuns: 300 });
  });
});

describe('engagement', () => {
  const engagement = createEngagement({ weapons_count: 40, targets_count: 30, pairs_count: 1200 });

  it('solves linear decisions exactly, also with several shots a weapon', () => {
    fc.assert(fc.property(small, (drawn) => {
      const problem = generateProblem({ ...drawn, mostShots: Math.min(1, drawn.mostShots) });
      load(engagement, problem);
      engagement.decide(4, 20);
      expect(engagement.isExact).toBe(true);
      expect(Math.abs(engagement.value - leastByTrying(problem))).toBeLessThan(ROUNDING);
      expect(Math.abs(planValue(engagement.problem, engagement.plan) - engagement.value)).toBeLessThan(ROUNDING);
      expectFireable(problem, engagement.plan);
    }), { numRuns: 200 });
  });

  it('is never worse than greedy and brackets the optimum', () => {
    fc.assert(fc.property(small, (drawn) => {
      const problem = generateProblem(drawn), least = leastByTrying(problem);
      load(engagement, problem);
      engagement.decide(4, 40);
      const [first] = searchPlan(problem);
      expect(engagement.value).toBeLessThanOrEqual(first!.greedyValue + ROUNDING);
      expect(engagement.bound).toBeLessThanOrEqual(least + ROUNDING);
      expect(engagement.value).toBeGreaterThanOrEqual(least - ROUNDING);
      expectFireable(problem, engagement.plan);
    }), { numRuns: 200 });
  });

  it('never does worse with one shooter more, where it is exact', () => {
    for (let key = 0; key < 50; key++) {
      let before = Infinity;
      for (let weapons_count = 1; weapons_count <= 12; weapons_count++) {
        load(engagement, generateProblem({ weapons_count, targets_count: 15, shotsOfWeapon: 1, mostShots: 1, density: 0.3, key }));
        engagement.decide(0, 0);
        expect(engagement.value).toBeLessThanOrEqual(before + ROUNDING);
        before = engagement.value;
      }
    }
  });

  it('never lets many shooters without a price make a decision slow', () => {
    // 40 shooters for 2 targets with at most 4 shots each: nearly all are to spare, and sets of 4 out of 40 are 91,390.
    load(engagement, generateProblem({ weapons_count: 40, targets_count: 2, shotsOfWeapon: 1, mostShots: 4, density: 1, key: 3 }));
    engagement.decide(4, 100);
    expect(engagement.isExact).toBe(true);
  });

  it('comes within a few per cent of its bound on decisions of the size of a run', () => {
    let value = 0, bound = 0;
    for (let key = 0; key < 20; key++) {
      load(engagement, generateProblem({ weapons_count: 40, targets_count: 30, shotsOfWeapon: 1, mostShots: 4, density: 0.3, key }));
      engagement.decide(4, 100);
      value += engagement.value;
      bound += engagement.bound;
    }
    expect((value - bound) / value).toBeLessThan(0.03);
  });
});

/** Weapons and targets in the opposite order, weights times a power of two. */
function turnedAround(problem: WeaponTargetProblem, factor: number): WeaponTargetProblem {
  const { weapons_count, targets_count, start } = problem, weapon: number[] = [], miss: number[] = [], turnedStart = [0];
  for (let target = targets_count - 1; target >= 0; target--) {
    for (let pair = start[target + 1]! - 1; pair >= start[target]!; pair--) {
      weapon.push(weapons_count - 1 - problem.weapon[pair]!);
      miss.push(problem.miss[pair]!);
    }
    turnedStart.push(weapon.length);
  }
  return { ...problem, weight: problem.weight.map((one) => factor * one).reverse(), start: Int32Array.from(turnedStart), weapon: Int32Array.from(weapon), miss: Float64Array.from(miss) };
}
