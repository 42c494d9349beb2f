/** Warnings about rules that come too late, and about flights that a layer cannot meet whatever its rule. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../test/load.js';
import { checkRelease } from './release-check.js';

const cache = new Map<string, unknown>();
const warningsOf = (overrides: readonly string[]) => checkRelease(compileScenario(undefined, ['variants=1', ...overrides]).plan, 'file.yaml', cache);

describe('release check', () => {
  it('has nothing to say about the default scenario', () => {
    expect(warningsOf([])).toEqual([]);
  });

  it('says once for a layer and a group of missiles that a rule is met too late, and by how much', () => {
    const [warning, ...more] = warningsOf(['release.space.delay_s=150']);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ path: 'release.space', severity: 'warning', hint: expect.stringContaining('shorten delay_s') as unknown });
    expect(warning?.found).toMatch(/^permission 19\d(?: to \d+)? s after launch for raid\[0\] to chicago, seattle, los-angeles$/);
    expect(warning?.expected).toMatch(/^the boost ends 1\d\d(?: to 1\d\d)? s after launch$/);
  });

  it('says that a rule waits for what is never reported', () => {
    expect(warningsOf(['release.space.evidence=radar', 'release.space.delay_s=0'])[0]?.found).toMatch(/^permission \d+ to \d+ s after launch/);
    expect(warningsOf(['raid[0].from={ lat_deg: 80, lon_deg: 60 }'])[0]?.found).toMatch(/^two-infrared is never reported in time for raid\[0\]/);
  });

  it('tells flights that a layer cannot meet apart from rules', () => {
    const found = warningsOf(['raid[0].missile=subsonic-cruise-class', 'raid[0].from=north-pacific-launch-area', 'raid[0].to=[seattle, san-francisco]']);
    expect(found.map(({ path, expected }) => [path, expected])).toEqual([
      ['interceptors', "a boost that climbs above the interceptors' floor, to be met in it"],
      ['interceptors', 'a path that some ground interceptor reaches and that can be foretold'],
    ]);
    expect(found[0]?.found).toBe('raid[0] to seattle, san-francisco');
  });

  it('names the entry whose own rule comes too late, and leaves the others alone', () => {
    const [warning, ...more] = warningsOf(['interceptors[2].release={ delay_s: 3000 }']);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ path: 'interceptors[2].release', severity: 'warning', hint: expect.stringContaining('the ground layer (gbi, infrared-and-radar, 3000 s) can never fire') as unknown });
  });

  it('leaves layers that the command graph cuts off to the warning that names what is lost', () => {
    expect(warningsOf(['release={}', 'commandGraph={ use: us-2026, lost: [northcom] }'])).toEqual([]);
  });
});
