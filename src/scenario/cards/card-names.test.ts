import { describe, expect, it } from 'vitest';
import { catalogue, compileScenario } from '../../../test/load.js';
import { nameCards } from './card-names.js';

describe('names of cards', () => {
  it('gives every card of the catalogue a name of its own', () => {
    const names = [...nameCards(catalogue()).values()].map(({ card }) => card);
    expect(names.length).toBeGreaterThan(200);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is known for every number of a plan', () => {
    for (const number of compileScenario().numbers) expect(number, number.path).toMatchObject({ card: expect.stringMatching(/^[a-z]+\/[a-z0-9-]+#\S+$/) as string, label: expect.stringContaining(': ') as string });
  });

  it('is the same for one card at two paths, and says what it is', () => {
    const { numbers } = compileScenario();
    const gbi = numbers.filter(({ card }) => card === 'interceptors/gbi#stages[0].coastAfter_s');
    expect(gbi.flatMap(({ path, alsoAt }) => [path, ...(alsoAt ?? [])])).toEqual(['interceptors[1].interceptor.stages[0].coastAfter_s', 'interceptors[2].interceptor.stages[0].coastAfter_s']);
    expect(gbi[0]?.label).toBe('Ground-Based Interceptor: stage 1, coast after');
    expect(numbers.find(({ path }) => path === 'release.space.delay_s')?.label).toBe('Release rule of space layers: delay');
    expect(numbers.find(({ path }) => path === 'sensors[0].satellites[1].lon_deg')?.label).toBe('SBIRS GEO 2: longitude');
  });
});
