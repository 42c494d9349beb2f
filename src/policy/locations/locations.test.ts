/** The planner against every set there is on small instances, and what must hold whatever the numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Covering, coveredWeight, greedyGuarantee, takeGreedily, upperBound } from './covering.js';
import { chosenSites, coverModel, fewestModel, type IntegerModel, type IntegerSolver } from './integer-model.js';
import { planLocations, proveLocations } from './plan-locations.js';
import { allWeights, type DefendedPlace, placeWeights } from './weights.js';

const GOVERNMENT = { federal: 0.25, state: 0.25 };
const subsets = (n: number): number[][] => Array.from({ length: 2 ** n }, (_, bits) => Array.from({ length: n }, (_, i) => i).filter((i) => (bits >> i) & 1));
const bestOf = (problem: Covering, count: number): number => Math.max(...subsets(problem.covers.length).filter((sites) => sites.length <= count).map((sites) => coveredWeight(problem, sites)));

const covering = fc.integer({ min: 1, max: 8 }).chain((places) =>
  fc.record({
    weight: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: places, maxLength: places }),
    covers: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: places - 1 })), { minLength: 1, maxLength: 7 }),
  }).map(({ weight, covers }): Covering => ({ weight, covers, names: covers.map((_, i) => `site-${i}`) })));

/** Tries every set of columns: a solver that cannot be wrong on models of a few sites. */
const everySet: IntegerSolver = async (model) => {
  const whole = model.isInteger.flatMap((isInteger, column) => (isInteger ? [column] : []));
  let best: { value: number; values: number[] } | undefined;
  for (const sites of subsets(whole.length)) {
    const values = valuesWith(model, new Set(sites.map((i) => whole[i]!)));
    if (values === null) continue;
    const value = values.reduce((sum, x, column) => sum + x * model.cost[column]!, 0);
    if (best === undefined || value > best.value) best = { value, values };
  }
  return best === undefined ? { status: 'infeasible', values: null, bound: null } : { status: 'optimal', values: best.values, bound: best.value };
};

/** Places are protected where a row lets them; null where a row of sites does not hold. */
function valuesWith({ cost, isInteger, rows }: IntegerModel, ones: ReadonlySet<number>): number[] | null {
  const values = cost.map((_, column): number => (ones.has(column) ? 1 : 0));
  for (const { high, terms } of rows) {
    const place = terms.find(([column]) => !isInteger[column]);
    if (place !== undefined) values[place[0]] = Math.min(1, high - terms.reduce((sum, [column, factor]) => (column === place[0] ? sum : sum + factor * values[column]!), 0));
  }
  const holds = rows.every(({ low, high, terms }) => {
    const sum = terms.reduce((total, [column, factor]) => total + factor * values[column]!, 0);
    return sum >= low && sum <= high;
  });
  return holds ? values : null;
}

describe('the greedy order', () => {
  it('is never above the best set, never below its guarantee, and both stand below the bound', () => {
    fc.assert(fc.property(covering, fc.integer({ min: 1, max: 5 }), (problem, count) => {
      const order = takeGreedily(problem, count), value = coveredWeight(problem, order.map(({ site }) => site)), best = bestOf(problem, count);
      expect(value).toBeLessThanOrEqual(best);
      expect(value).toBeGreaterThanOrEqual(greedyGuarantee(count) * best - 1e-9);
      expect(upperBound(problem, count, order)).toBeGreaterThanOrEqual(best);
    }), { numRuns: 200 });
  });

  it('adds less and less, and its steps add up to what it protects', () => {
    fc.assert(fc.property(covering, (problem) => {
      const order = takeGreedily(problem, 7), added = order.map((step) => step.added);
      for (let i = 1; i < added.length; i++) expect(added[i]!).toBeLessThanOrEqual(added[i - 1]!);
      expect(added.reduce((sum, value) => sum + value, 0)).toBe(coveredWeight(problem, order.map(({ site }) => site)));
    }), { numRuns: 200 });
  });

  it('falls short of the best set where the textbook says so', () => {
    // Two sites at the ends protect everybody that counts; the one between tempts with one more and is taken first.
    const tempting: Covering = { weight: [3, 3, 3, 3, 1], covers: [[0, 1], [1, 2, 4], [2, 3]], names: ['a', 'b', 'c'] };
    expect(takeGreedily(tempting, 2).map(({ site }) => tempting.names[site])).toEqual(['b', 'a']);
    expect(coveredWeight(tempting, [1, 0])).toBe(10);
    expect(bestOf(tempting, 2)).toBe(12);
  });

  it('guarantees 1 − 1/e in the limit', () => {
    expect(greedyGuarantee(1)).toBe(1);
    expect(greedyGuarantee(2)).toBe(0.75);
    expect(greedyGuarantee(1000)).toBeCloseTo(1 - 1 / Math.E, 3);
  });
});

describe('the model', () => {
  it('has the best set as its solution', async () => {
    await fc.assert(fc.asyncProperty(covering, fc.integer({ min: 1, max: 4 }), async (problem, count) => {
      const answer = await everySet(coverModel(problem, count)), sites = chosenSites(answer, problem.covers.length);
      expect(coveredWeight(problem, sites!)).toBe(bestOf(problem, count));
    }), { numRuns: 100 });
  });

  it('takes the fewest sites that reach every group, and has no solution where one cannot be reached', async () => {
    const problem: Covering = { weight: [1, 1, 1, 1], covers: [[0], [1], [2], [0, 1]], names: ['a', 'b', 'c', 'd'] };
    expect(chosenSites(await everySet(fewestModel(problem, [[0], [1], [2]])), 4)).toEqual([2, 3]);
    expect((await everySet(fewestModel(problem, [[3]]))).status).toBe('infeasible');
  });
});

const PLACES: readonly DefendedPlace[] = [
  { name: 'big', title: 'Big', state: 'AA', population_count: 800 },
  { name: 'next', title: 'Next', state: 'AA', population_count: 600 },
  { name: 'capital', title: 'Capital', state: 'BB', population_count: 100, seat: 'federal' },
  { name: 'small', title: 'Small', state: 'CC', population_count: 40, seat: 'state' },
  { name: 'island', title: 'Island', state: 'DD', population_count: 10 },
];
const FOOTPRINTS = [
  { site: 'at-big', protects: ['big'] }, { site: 'at-next', protects: ['next'] }, { site: 'between', protects: ['capital', 'small'] },
  { site: 'at-small', protects: ['small'] }, { site: 'at-capital', protects: ['capital'] },
];
const ask = (batteries_count: number, scheme: 'population' | 'place' | 'state' | 'government' = 'population') => ({
  places: PLACES, footprints: FOOTPRINTS, batteries_count, weights: placeWeights(scheme, PLACES, GOVERNMENT), others: allWeights(PLACES, GOVERNMENT),
});

describe('a plan', () => {
  it('orders sites by what they add, with people and places', () => {
    const plan = planLocations(ask(3));
    expect(plan.order.map(({ site, addedPeople_count }) => [site, addedPeople_count])).toEqual([['at-big', 800], ['at-next', 600], ['between', 140]]);
    expect(plan.curve.map(({ people_count }) => people_count)).toEqual([0, 800, 1400, 1540]);
    expect(plan.curve[3]!.share).toBeCloseTo(1540 / 1550);
    expect(plan.protects).toEqual(['big', 'next', 'capital', 'small']);
  });

  it('names states in which nobody is protected, and those that no site reaches', () => {
    const plan = planLocations(ask(2));
    expect(plan.states.filter((one) => one.protectedPlaces_count === 0).map(({ state, isReachable }) => [state, isReachable])).toEqual([['BB', true], ['CC', true], ['DD', false]]);
    expect(plan.everyState).toMatchObject({ fewest_count: 2, outOfReach: ['DD'], best: { sites: ['at-big', 'between'] } });
    expect(plan.everyState.costs).toBeCloseTo((600 - 140) / 1550);
    expect(planLocations(ask(1)).everyState).toMatchObject({ fewest_count: 2, best: null, costs: null });
  });

  it('says what each way to weigh gives away by the others', () => {
    const { regret } = planLocations(ask(1)), people = regret.rows[0]!;
    expect(people.judged.find(({ scheme }) => scheme === 'population')!.regret).toBe(0);
    // Equal places: the site between protects two of five, the one at the big city one.
    expect(people.judged.find(({ scheme }) => scheme === 'place')!.regret).toBeCloseTo(0.2);
    for (const { worst, judged } of regret.rows) expect(worst).toBe(Math.max(...judged.map((one) => one.regret)));
  });

  it('with a solver has the best set of each size, no more than its bound and no less than the greedy one', async () => {
    let models = 0;
    const plan = await proveLocations(ask(3, 'place'), everySet, (done) => (models = done));
    for (const { share, bound, exact } of plan.curve.slice(1)) {
      expect(exact!.share).toBeGreaterThanOrEqual(share);
      expect(bound).toBeCloseTo(exact!.share);
      expect(exact!.isProved).toBe(true);
    }
    expect(plan.everyState.isFewestProved).toBe(true);
    expect(models).toBeGreaterThan(6);
  });

  it('leaves out batteries for which nothing is left to do', async () => {
    const eager: IntegerSolver = async (model) => {
      const answer = await everySet(model);
      return answer.values === null ? answer : { ...answer, values: answer.values.map((value, column) => (model.isInteger[column] ? 1 : value)) };
    };
    const plan = await proveLocations(ask(5), eager);
    expect(plan.curve[5]!.exact!.sites).toEqual(['at-big', 'at-next', 'between']);
  });

  it('takes nothing for proved that a stopped solver left', async () => {
    const plan = await proveLocations(ask(2), async () => ({ status: 'stopped', values: null, bound: null }));
    expect(plan.curve[2]).toMatchObject({ exact: null, people_count: 1400 });
    expect(plan.everyState).toMatchObject({ isFewestProved: false, fewest_count: 2 });
  });

  it('never protects less with more batteries, whatever is weighed', () => {
    for (const scheme of ['population', 'place', 'state', 'government'] as const) {
      const shares = planLocations(ask(5, scheme)).curve.map(({ share }) => share);
      for (let i = 1; i < shares.length; i++) expect(shares[i]!).toBeGreaterThanOrEqual(shares[i - 1]!);
    }
  });
});

describe('weights', () => {
  it('add up to 1, and give every state the same where they say so', () => {
    for (const { shares } of allWeights(PLACES, GOVERNMENT)) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    const byState = placeWeights('state', PLACES, GOVERNMENT).shares;
    expect(byState[0]! + byState[1]!).toBeCloseTo(0.25);
    expect(byState[4]).toBeCloseTo(0.25);
    const [, , capital, small] = placeWeights('government', PLACES, GOVERNMENT).shares;
    expect(capital).toBeCloseTo(0.25 + (0.5 * 100) / 1550);
    expect(small).toBeCloseTo(0.25 + (0.5 * 40) / 1550);
  });
});
