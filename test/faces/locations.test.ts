/** `cupola locations`: order, bounds and exact answers, who is left out, a picture, and every mistake told at once. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LocationPlan } from '../../src/policy/locations/plan-locations.js';
import { cupola, cupolaJson, type ProblemsDocument, SCENARIOS, temporaryFolder } from './cupola.js';

interface Locations extends LocationPlan {
  readonly solver: string | null;
  readonly leftOut: string[];
  readonly notReached: string[];
  readonly named: { state: string }[];
  readonly threats: { missile: string; from: string; release_s: number | null; reaches_count: number }[];
}
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const WEST = ['seattle', 'portland', 'san-francisco', 'oakland', 'los-angeles', 'san-diego', 'honolulu', 'anchorage'].flatMap((name) => ['--places', name]);

describe('cupola locations', () => {
  it('orders sites, never above the best set nor above the bound, and draws them', async () => {
    const svg = join(folder, 'map.svg'), plan = await cupolaJson<Locations>(['locations', ...WEST, '--sites', 'us-cities-50', '--sites', 'anchorage', '--batteries', '4', '--svg', svg]);
    expect(plan.solver).toBe('highs');
    expect(plan.order[0]?.addedPeople_count).toBeGreaterThan(3_898_746);
    for (const [i, { share, bound, exact, people_count }] of plan.curve.entries()) {
      expect(share).toBeLessThanOrEqual(bound + 1e-12);
      if (i === 0) continue;
      expect(exact?.isProved).toBe(true);
      expect(exact?.share).toBeGreaterThanOrEqual(share - 1e-12);
      expect(people_count).toBeGreaterThanOrEqual(plan.curve[i - 1]?.people_count ?? 0);
    }
    expect(plan.states.map(({ state }) => state)).toEqual(['AK', 'CA', 'HI', 'OR', 'WA']);
    expect(plan.leftOut).toEqual(plan.states.filter(({ protectedPlaces_count }) => protectedPlaces_count === 0).map(({ state }) => state));
    expect(plan.named.map(({ state }) => state)).toEqual(['AK', 'HI', 'GU']);
    // Hawaii has no site in the list and is too far from all others.
    expect(plan.everyState.outOfReach).toEqual(['HI']);
    const drawn = readFileSync(svg, 'utf8');
    for (const text of ['newly covered', 'best set of each size', 'Triangles: batteries']) expect(drawn).toContain(text);
  });

  it('answers without the solver, with the guarantee and where the exact answer comes from', async () => {
    const { stdout } = await cupola('locations', ...WEST, '--sites', 'seattle', '--sites', 'san-diego', '--batteries', '1', '--greedy', '--weights', 'state');
    expect(stdout).toContain('1 - (1 - 1/n)^n');
    expect(stdout).toContain('by weights: state');
    expect(stdout).toContain('nothing here says what anybody would aim');
    expect(stdout).not.toContain('100 %');
  });

  it('takes attacks, sensors and rules of a scenario', async () => {
    const plan = await cupolaJson<Locations>(['locations', SCENARIOS.shell, ...WEST, '--sites', 'seattle', '--batteries', '1', '--greedy']);
    expect(plan.threats).toMatchObject([{ missile: 'solid-icbm-3-stage', from: 'north-korea-interior' }]);
    expect(plan.threats[0]?.release_s).toBeGreaterThan(100);
    expect(plan.order.map(({ site }) => site)).toEqual(['seattle']);
  });

  it('tells all mistakes at once', async () => {
    const { problems } = await cupolaJson<ProblemsDocument>(['locations', '--battery', 'thad', '--places', 'us-citys-50', '--weights', 'money', '--batteries', '0', '--greedy', '--exact'], 2);
    expect(problems.map(({ path }) => path).sort()).toEqual(['--batteries', '--battery', '--exact', '--places', '--weights']);
    expect(problems.find(({ path }) => path === '--places')?.hint).toContain('us-cities-50');
    expect((await cupolaJson<ProblemsDocument>(['locations', '--places', 'fort-greely'], 2)).problems[0]?.expected).toContain('population');
  });
});
