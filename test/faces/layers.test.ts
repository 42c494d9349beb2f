/** `cupola layers` and what `replay` says of changes: keys, sums, refusals, words. */
import { describe, expect, it } from 'vitest';
import type { LayerValues } from '../../src/studies/layer-values/layer-values.js';
import type { Change } from '../../src/studies/smallest-change/smallest-change.js';
import { cupola, cupolaJson, SCENARIOS } from './cupola.js';

const FEW = ['--set', 'variants=4'];

describe('cupola layers', () => {
  it('shares out what the shield prevents, the same for any number of workers', async () => {
    const ask = (workers: string): Promise<LayerValues> => cupolaJson<LayerValues>(['layers', SCENARIOS.shell, '--runs', '40', '--workers', workers, ...FEW]);
    const values = await ask('0');
    expect(values.layers.map(({ name }) => name)).toEqual(['notional-sbi', 'gbi']);
    expect(values.layers.reduce((sum, { shapley }) => sum + shapley.mean, 0)).toBeCloseTo(values.total.mean, 12);
    expect(values.without.mean - values.with.mean).toBeCloseTo(values.total.mean, 12);
    const other = await ask('2');
    expect({ ...other, provenance: null }).toEqual({ ...values, provenance: null });
  });

  it('prints a table, and refuses more layers than it can run all sets of', async () => {
    const { stdout } = await cupola('layers', SCENARIOS.groundOnly, '--runs', '20', ...FEW);
    expect(stdout).toMatch(/Together the layers keep .* from getting through/);
    expect(stdout).toContain('all together');
    const rules = Array.from({ length: 11 }, (_, i) => `{"battery":"gbi","at":"fort-greely","release":{"delay_s":${i + 1}}}`).join(',');
    const refused = await cupola('layers', SCENARIOS.groundOnly, '--set', `interceptors=[${rules}]`);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('11 layers')]);
  });
});

describe('what would have stopped it', () => {
  interface Missile { readonly key: string; readonly fate: string; readonly change?: Change | null; readonly onlyLuck?: { chance: number; needed: number }; readonly changeSentence?: string }

  it('is told of each missile that got through, or that only luck failed', async () => {
    const { missiles } = await cupolaJson<{ missiles: Missile[] }>(['replay', SCENARIOS.groundOnly, '--run', '90']), [missile] = missiles;
    expect(missile?.fate).toBe('leaked');
    expect(missile?.onlyLuck?.chance).toBe(0.56);
    expect(missile?.onlyLuck?.needed).toBeGreaterThan(0.56);
    expect(missile?.changeSentence).toMatch(/^Only luck failed: the chance that one shot kills .* was 56 %, and the same draw needed \d/);
    const none = await cupolaJson<{ missiles: Missile[] }>(['replay', SCENARIOS.groundOnly, '--run', '90', '--changes', '0']);
    expect(none.missiles[0]).not.toHaveProperty('changeSentence');
  });

  it('names path, values and half of the change, which the command line can make', async () => {
    const { missiles } = await cupolaJson<{ missiles: Missile[] }>(['replay', SCENARIOS.groundOnly, '--run', '16']), change = missiles[0]?.change;
    expect(change).toMatchObject({ path: 'command.shotsPerTarget', from: 4, to: 5, half: 4, verified: true, halfStops: false });
    const changed = await cupolaJson<{ missiles: Missile[] }>(['replay', SCENARIOS.groundOnly, '--run', '16', '--set', `${change?.path}=${change?.to}`]);
    expect(changed.missiles[0]?.fate).toBe('killed');
  });
});
