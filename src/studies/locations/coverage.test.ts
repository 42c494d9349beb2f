/** One battery at many sites against the footprint of one battery at one site: the same places, asked by the same flights. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../test/load.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { footprintPairs, pairFootprint } from '../footprint/plan-footprint.js';
import { coverSites } from './coverage.js';

function planAt(at: string, from: readonly string[]): Plan {
  const result = compileText(JSON.stringify({ version: 1, raid: from.map((origin) => ({ missile: 'solid-icbm-3-stage', from: origin, to: 'seattle', count: 1 })), sensors: [], interceptors: [{ battery: 'thaad', at }] }), 'test', catalogue());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled.plan;
}
const RULES = { doctrine: 'barrage', assessment_s: 10, wanted: 1 } as const;

describe('coverage of many sites', () => {
  const plan = planAt('seattle', ['north-korea-interior']), { places } = plan.defended, spots = ['seattle', 'fresno', 'dallas'].map((name) => places.find((place) => place.name === name)!);
  const cover = (asked: Plan, more: object = {}) => coverSites({ plan: asked, layerIndex: 0, sites: spots, places, rules: RULES, delay_s: 0, ...more });
  const whole = cover(plan);

  it('is that of a footprint from each', () => {
    for (const [i, site] of spots.entries()) {
      const own = planAt(site.name, ['north-korea-interior']), { footprint } = pairFootprint(own, footprintPairs(own)[0]!, { rules: RULES, delay_s: 0, cells: 4 }, undefined);
      expect(whole.footprints[i]).toEqual({ site: site.name, protects: footprint.inside });
    }
    expect(whole.footprints[0]!.protects).toContain('portland');
    expect(whole.notReached).toEqual([]);
  });

  it('asks every origin: a second one can only take places away', () => {
    const both = cover(planAt('seattle', ['north-korea-interior', 'russia-siberia']));
    expect(both.threats).toHaveLength(2);
    both.footprints.forEach(({ protects }, i) => expect(whole.footprints[i]!.protects).toEqual(expect.arrayContaining([...protects])));
  });

  it('covers nobody where permission never comes, and leaves out whom no missile reaches', () => {
    expect(cover(plan, { delay_s: Infinity }).footprints.every(({ protects }) => protects.length === 0)).toBe(true);
    const short = compileText(JSON.stringify({ version: 1, raid: [{ missile: 'hwasong-12', from: 'north-korea-interior', to: 'guam', count: 1 }], sensors: [], interceptors: [{ battery: 'thaad', at: 'seattle' }] }), 'test', catalogue());
    if (!short.ok) throw new Error(JSON.stringify(short.problems));
    expect(cover(short.compiled.plan).notReached).toHaveLength(places.length);
  });
});
