/** Falls by country, against points put by hand into real outlines, and against means worked out by hand. */
import { describe, expect, it } from 'vitest';
import { catalogue, compileScenario, inlineExecutor } from '../../test/load.js';
import { DEG_RAD } from '../kernel/units.js';
import { runStudy } from './runs/monte-carlo.js';
import { createShortfallTally } from './shortfall.js';

/** Latitude and longitude in degrees, objects. */
const fall = (lat_deg: number, lon_deg: number, objects = 1): number[] => [lat_deg * DEG_RAD, lon_deg * DEG_RAD, objects];
const tally = (runs: readonly (readonly number[])[][], most = 10) => {
  const made = createShortfallTally(catalogue().territories, most), flat = runs.map((falls) => falls.flat());
  made.add(Float64Array.from(flat.flat()), Int32Array.from(flat, ({ length }) => length));
  return made;
};

describe('payloads that fall short', () => {
  it('are counted to the countries that they fall on, and to the sea', () => {
    const run = [fall(60, 100), fall(62, 110), fall(45, 125), fall(64, -150), fall(60, -110), fall(51.5, -1), fall(45, -40), fall(52, 179.9)];
    expect(tally([run]).rows().map(({ country, mean }) => [country, mean])).toEqual([
      ['Russia', 2], ['sea', 2], ['Canada', 1], ['China', 1], ['United Kingdom', 1], ['United States of America', 1],
    ]);
  });

  it('have means over runs, none included, with intervals around them', () => {
    const [row, ...more] = tally([[fall(60, 100, 3), fall(60, 101)], [], [fall(60, 100)], []]).rows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ country: 'Russia', mean: 1.25 });
    expect(row!.low).toBeLessThan(1.25);
    expect(row!.high).toBeGreaterThan(1.25);
    expect(tally([[], []]).rows()).toEqual([]);
  });

  it('add up to all that is stopped in boost in a study, whichever shards bring them', async () => {
    const compiled = compileScenario(undefined, ['variants=4', 'raid[0].count=4']), { territories } = catalogue();
    const summary = await runStudy(compiled, { runs: 120, seed: 1, outlines: territories }, inlineExecutor());
    const space = summary.layers.find(({ name }) => name === 'notional-7800')!, fallen = summary.shortfall!.reduce((sum, { mean }) => sum + mean, 0);
    expect(space.intercepted).toBeGreaterThan(0);
    expect(fallen).toBeCloseTo(space.intercepted, 9);
    // Nothing that counts as stopped falls on what is defended.
    expect(summary.shortfall!.map(({ country }) => country)).not.toContain('United States of America');
    const plain = await runStudy(compiled, { runs: 120, seed: 1 }, inlineExecutor());
    expect(plain.shortfall).toBeUndefined();
    expect(plain.recordHash).toBe(summary.recordHash);
  }, 60_000);
});
