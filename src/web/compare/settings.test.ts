import { describe, expect, it } from 'vitest';
import type { Plan } from '../../scenario/plan/plan.js';
import { overridesOfSettings, settingsOf } from './settings.js';

const layer = (kind: 'space' | 'ground', index: number): unknown => ({ kind, key: `interceptors[${index}]`, singleShotKill_prob: kind === 'space' ? 0.8 : 0.56 });
const plan = {
  layers: [layer('space', 0), layer('ground', 1), layer('ground', 2)], release: { space: { evidence: 'two-infrared', delay_s: 30 }, ground: { evidence: 'radar', delay_s: 60 } },
  command: { doctrine: 'shoot-look-shoot', shotsPerTarget: 2, reserve: 0.1 },
} as unknown as Plan;

describe('settings of the second shield', () => {
  it('are seven, with the values of the first', () => {
    expect(settingsOf(plan).map(({ id, value }) => [id, value])).toEqual([['delay', '30'], ['evidence', 'two-infrared'], ['spaceKill', '0.8'], ['groundKill', '0.56'], ['doctrine', 'shoot-look-shoot'], ['shots', '2'], ['reserve', '0.1']]);
  });
  it('leave out what a shield without satellites has no use for', () => {
    expect(settingsOf({ ...plan, layers: plan.layers.slice(1) }).map(({ id }) => id)).toEqual(['groundKill', 'doctrine', 'shots', 'reserve']);
    expect(settingsOf({ ...plan, layers: [] })).toEqual([]);
  });
  it('leave out the rule of space where nobody waits for it, and its delay where command posts take its place', () => {
    const [space, ...ground] = plan.layers, ids = (changed: Partial<Plan>) => settingsOf({ ...plan, ...changed }).map(({ id }) => id).slice(0, 2);
    expect(ids({ layers: [{ ...space!, release: { evidence: 'radar', delay_s: 1 } }, ...ground] })).toEqual(['spaceKill', 'groundKill']);
    expect(ids({ commandGraph: { nodes: [], links: [] } })).toEqual(['evidence', 'spaceKill']);
  });
  it('become overrides where they differ, of every layer they stand for', () => {
    expect(overridesOfSettings(settingsOf(plan), { delay: '35', groundKill: '0.7', reserve: '0.1' })).toEqual(['release.space.delay_s=35', 'interceptors[1].singleShotKill=0.7', 'interceptors[2].singleShotKill=0.7']);
  });
});
