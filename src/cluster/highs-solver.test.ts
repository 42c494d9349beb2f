/** HiGHS against every set there is, its limit of time, and what it is told by when it is stopped. */
import { afterAll, describe, expect, it } from 'vitest';
import { philox } from '../kernel/random.js';
import { type Covering, coveredWeight, takeGreedily } from '../policy/locations/covering.js';
import { chosenSites, coverModel, fewestModel } from '../policy/locations/integer-model.js';
import { isHighsInstalled, openHighs } from './highs-solver.js';

const signal = new AbortController().signal, solver = openHighs(10, signal);
afterAll(() => solver.close());

/** Covers and weights that are the same on every computer. */
function instance(sites: number, places: number, density: number, seed: number): Covering {
  const block = new Uint32Array(4), draw = (a: number, b: number): number => {
    philox(a, b, 0, 0, seed, 0, block);
    return block[0]! / 2 ** 32;
  };
  return {
    weight: Array.from({ length: places }, (_, place) => 1 + Math.floor(1000 * draw(place, 1_000_000))),
    covers: Array.from({ length: sites }, (_, site) => Array.from({ length: places }, (__, place) => place).filter((place) => draw(site, place) < density)), names: Array.from({ length: sites }, (_, i) => `s${i}`),
  };
}

function bestOf(problem: Covering, count: number): number {
  let best = 0;
  for (let bits = 0; bits < 2 ** problem.covers.length; bits++) {
    const sites = problem.covers.map((_, site) => site).filter((site) => (bits >> site) & 1);
    if (sites.length <= count) best = Math.max(best, coveredWeight(problem, sites));
  }
  return best;
}

describe('HiGHS', () => {
  it('is there in development', () => expect(isHighsInstalled()).toBe(true));

  it('finds the best set of small instances, and proves it', async () => {
    let better = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const problem = instance(9, 14, 0.25, seed), count = 2 + (seed % 3), answer = await solver.solve(coverModel(problem, count)), value = coveredWeight(problem, chosenSites(answer, 9)!);
      expect(answer.status).toBe('optimal');
      expect(value).toBe(bestOf(problem, count));
      expect(answer.bound).toBeCloseTo(value, 6);
      if (value > coveredWeight(problem, takeGreedily(problem, count).map(({ site }) => site))) better++;
    }
    // Or the instances would say nothing about the solver.
    expect(better).toBeGreaterThan(0);
  });

  it('finds the fewest sites that reach every group, and says where none do', async () => {
    const problem: Covering = { weight: [1, 1, 1, 1], covers: [[0], [1], [2], [0, 1]], names: ['a', 'b', 'c', 'd'] };
    expect(chosenSites(await solver.solve(fewestModel(problem, [[0], [1], [2]])), 4)).toEqual([2, 3]);
    expect((await solver.solve(fewestModel(problem, [[3]]))).status).toBe('infeasible');
    expect((await solver.solve(coverModel(problem, 1, [[0], [2]]))).status).toBe('infeasible');
  });

  it('gives a bound when its time is up, and nothing once it is told to stop', async () => {
    const hard = coverModel(instance(200, 200, 0.05, 3), 12), short = openHighs(0.3, signal), answer = await short.solve(hard);
    await short.close();
    expect(answer.status).toBe('stopped');
    if (answer.values !== null && answer.bound !== null) expect(answer.bound).toBeGreaterThanOrEqual(coveredWeight(instance(200, 200, 0.05, 3), chosenSites(answer, 200)!) - 1e-6);
    const stopping = new AbortController(), long = openHighs(60, stopping.signal), asked = long.solve(hard);
    stopping.abort();
    expect(await asked).toEqual({ status: 'stopped', values: null, bound: null });
    await long.close();
  });
});
