import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { custodyOf } from './custody.js';
import { coverOf, createTally, tallyLook } from './tally.js';

/** One cell, seen by so many at each look. */
function watch(counts: readonly number[]): ReturnType<typeof coverOf> {
  const tally = createTally(1);
  for (const count of counts) tallyLook(tally, Uint16Array.of(count));
  return coverOf(tally, { name: 'cell', cells: Uint8Array.of(1) }, 60);
}

describe('tally of looks', () => {
  it('tells shares, gaps and revisit of a cell', () => {
    const cover = watch([0, 0, 1, 2, 0, 0, 0, 1, 0, 3]);
    expect(cover).toMatchObject({ seen: 0.4, stereo: 0.2, always: 0, never: 0, gap: { longest_s: 180, meanLongest_s: 180, mean_s: 120 } });
    // It comes into view at looks 2, 7 and 9.
    expect(cover.revisit_s).toBe(210);
  });

  it('has no gap where a cell is always seen, and no numbers where it never is', () => {
    expect(watch([1, 1, 2])).toMatchObject({ seen: 1, always: 1, gap: { longest_s: 0, mean_s: 0 }, revisit_s: null });
    expect(watch([0, 0])).toMatchObject({ seen: 0, never: 1, gap: null, revisit_s: null });
  });

  it('agrees with runs that are counted by hand', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 }), (counts) => {
      const runs = counts.map((count) => (count > 0 ? '1' : '0')).join('').split('1').filter((run) => run !== '').map((run) => run.length);
      const cover = watch(counts), isSeen = counts.some((count) => count > 0);
      expect(cover.gap?.longest_s ?? -1).toBe(isSeen ? 60 * Math.max(0, ...runs) : -1);
      if (isSeen && runs.length > 0) expect(cover.gap?.mean_s).toBeCloseTo((60 * runs.reduce((sum, run) => sum + run, 0)) / runs.length, 9);
    }));
  });
});

describe('custody', () => {
  const views = (rows: readonly string[]): Parameters<typeof custodyOf>[0] => ({
    looks_count: rows.length, sensors_count: rows[0]!.length, step_s: 10, view: Uint8Array.from(rows.join(''), Number),
  });

  it('passes from one sensor to the one that sees longest', () => {
    // B loses it when C takes over; A, which also sees it then, would lose it at once.
    const custody = custodyOf(views(['000', '010', '010', '101', '001', '000', '001', '001']), [1, 2, 3]);
    expect(custody).toMatchObject({ firstSeen_s: 10, firstStereo_s: 30, handOvers: 1, gaps: 1, longestGap_s: 10, seen: 0.75, stereo: 0.125 });
    expect(custody.latency_s).toBeCloseTo((2 + 2 + 3 + 3 + 3 + 3) / 6, 12);
  });

  it('is nobody’s where nobody sees', () => {
    expect(custodyOf(views(['00', '00']), [1, 1])).toMatchObject({ firstSeen_s: null, firstStereo_s: null, seen: 0, handOvers: 0, latency_s: null });
  });

  it('needs no more hand-overs than any other way', () => {
    const table = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 9 });
    fc.assert(fc.property(table, (rows) => {
      const text = rows.map((row) => row.map((sees) => (sees ? '1' : '0')).join(''));
      expect(custodyOf(views(text), [0, 0, 0]).handOvers).toBe(fewestChanges(rows));
    }));
  });

  it('never gets worse with one more sensor, but for hand-overs and delay', () => {
    const table = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(table, (rows) => {
      const text = rows.map((row) => row.map((sees) => (sees ? '1' : '0')).join(''));
      const all = custodyOf(views(text), [0, 0, 0, 0]), fewer = custodyOf(views(text.map((row) => row.slice(1))), [0, 0, 0]);
      expect(all.seen).toBeGreaterThanOrEqual(fewer.seen);
      expect(all.stereo).toBeGreaterThanOrEqual(fewer.stereo);
      expect(all.firstSeen_s ?? Infinity).toBeLessThanOrEqual(fewer.firstSeen_s ?? Infinity);
      expect(all.firstStereo_s ?? Infinity).toBeLessThanOrEqual(fewer.firstStereo_s ?? Infinity);
    }));
  });
});

/** By trying all ways: cost of holding by each sensor, look after look; a gap forgets who held it. */
function fewestChanges(rows: readonly (readonly boolean[])[]): number {
  let cost = [0, 0, 0], isHeld = false;
  for (const row of rows) {
    const wasHeld = isHeld;
    isHeld = row.includes(true);
    const least = Math.min(...cost);
    cost = isHeld ? row.map((sees, s) => (sees ? Math.min(...cost.map((value, other) => value + (wasHeld && other !== s ? 1 : 0))) : Infinity)) : [least, least, least];
  }
  return Math.min(...cost);
}
