import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Luck, STREAM } from '../../kernel/random.js';
import { believed_prob, decoyCalled_prob, isCalledWarhead, oddsOfCall, warheadCalled_prob } from './class-belief.js';

const RADAR = { warheadAsWarhead_prob: 0.95, decoyAsWarhead_prob: 0.2, time_s: 120 };
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('calls', () => {
  it('say nothing before anything was watched, and all that can be told in the end', () => {
    expect(oddsOfCall(RADAR, 0, true)).toBe(1);
    expect(oddsOfCall(RADAR, 0, false)).toBe(1);
    expect(warheadCalled_prob(RADAR, 1e6)).toBeCloseTo(0.95, 12);
    expect(decoyCalled_prob(RADAR, 1e6)).toBeCloseTo(0.2, 12);
    // One time constant: 1 − 1/e of the way.
    expect(decoyCalled_prob(RADAR, 120)).toBeCloseTo(0.5 - 0.3 * (1 - Math.exp(-1)), 12);
  });

  it('once right stay right', () => {
    fc.assert(
      fc.property(share, fc.boolean(), share, share, (luck, isWarhead, right, wrong) => {
        const radar = { warheadAsWarhead_prob: 0.5 + right / 2, decoyAsWarhead_prob: wrong / 2, time_s: 60 };
        let wasRight = false;
        for (let watched_s = 0; watched_s < 600; watched_s += 10) {
          const isRight = isCalledWarhead(radar, isWarhead, watched_s, luck) === isWarhead;
          if (wasRight) expect(isRight).toBe(true);
          wasRight = isRight;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('come as often as they should', () => {
    const luck = new Luck(5), objects = 20_000;
    let warheads = 0, decoys = 0;
    for (let i = 0; i < objects; i++) {
      if (isCalledWarhead(RADAR, true, 60, luck.uniform(STREAM.discrimination, 0, i, 0, 0))) warheads++;
      if (isCalledWarhead(RADAR, false, 60, luck.uniform(STREAM.discrimination, 1, i, 0, 0))) decoys++;
    }
    expect(Math.abs(warheads / objects - warheadCalled_prob(RADAR, 60))).toBeLessThan(5 * 0.5 / Math.sqrt(objects));
    expect(Math.abs(decoys / objects - decoyCalled_prob(RADAR, 60))).toBeLessThan(5 * 0.5 / Math.sqrt(objects));
  });
});

it('belief is calibrated: of objects believed warheads with p, a share p are', () => {
  const luck = new Luck(6), prior = 0.3, infrared = { warheadAsWarhead_prob: 0.8, decoyAsWarhead_prob: 0.4, time_s: 200 };
  const byBelief = new Map<string, { belief: number; count: number; warheads: number }>();
  for (let i = 0; i < 60_000; i++) {
    const isWarhead = luck.uniform(STREAM.discrimination, 2, i, 0, 0) < prior;
    const odds = [RADAR, infrared].reduce((product, sensor, kind) => product * oddsOfCall(sensor, 150, isCalledWarhead(sensor, isWarhead, 150, luck.uniform(STREAM.discrimination, 3, i, kind, 0))), 1);
    const belief = believed_prob(prior, odds), row = byBelief.get(belief.toFixed(9)) ?? { belief, count: 0, warheads: 0 };
    row.count++;
    if (isWarhead) row.warheads++;
    byBelief.set(belief.toFixed(9), row);
  }
  expect(byBelief.size).toBe(4);
  for (const { belief, count, warheads } of byBelief.values()) expect(Math.abs(warheads / count - belief)).toBeLessThan(5 * Math.sqrt((belief * (1 - belief)) / count));
});

it('what cannot err leaves no doubt, unless there was none', () => {
  const perfect = { warheadAsWarhead_prob: 1, decoyAsWarhead_prob: 0, time_s: 0 };
  expect(believed_prob(0.1, oddsOfCall(perfect, 1, true))).toBe(1);
  expect(believed_prob(0.9, oddsOfCall(perfect, 1, false))).toBe(0);
  expect(believed_prob(1, 0.2)).toBe(1);
});
