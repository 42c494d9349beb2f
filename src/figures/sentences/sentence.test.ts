import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headline, noLeakerSentence, oneIn, shareOfAttacks, type HeadlineInput } from './sentence.js';

function summary(mean: number, p5: number, p95: number, options: { launched?: number; runs?: number; halfWidth?: number; none?: number } = {}): HeadlineInput {
  const launched = options.launched ?? 10;
  const halfWidth = (options.halfWidth ?? 0.03) / launched;
  return {
    runs: options.runs ?? 2000,
    leakage: { mean: mean / launched, low: mean / launched - halfWidth, high: mean / launched + halfWidth },
    noLeaker: { mean: options.none ?? 0.04, low: 0.032, high: 0.05 },
    gotThrough: { mean, p5, p50: Math.round(mean), p95 },
  };
}

describe('headline', () => {
  it('tells the worst moment beside launches at random, and counts warheads where missiles carry several', () => {
    expect(headline(summary(3.14, 1, 5), 10, undefined, 'missile', summary(4.2, 2, 7))).toBe('About 3 of 10 missiles get through. By chance 1 to 5 in 9 of 10 attacks. Launched at the worst moment for the shield, on average 4.2 get through.');
    expect(headline(summary(3.14, 1, 5), 10, { low: 0.1, high: 0.9 }, 'warhead', summary(4.2, 2, 7))).toMatch(/^About 3 of 10 warheads .* on average 4\.2 get through; over the assumed numbers the average runs from 1 to 9\.$/);
  });

  it('rounds to whole missiles and gives the chance range', () => {
    expect(headline(summary(3.14, 1, 5), 10)).toBe('About 3 of 10 missiles get through. By chance 1 to 5 in 9 of 10 attacks.');
  });
  it('speaks of one as of one', () => {
    expect(headline(summary(0.96, 0, 5, { launched: 64, halfWidth: 0.1 }), 64)).toContain('About 1 of 64 missiles gets through.');
  });
  it('never rounds to none or all', () => {
    expect(headline(summary(0.31, 0, 1, { none: 0.72 }), 10)).toContain('About 0.3 of 10 missiles');
    expect(headline(summary(9.72, 9, 10), 10)).toContain('About 9.7 of 10 missiles');
    expect(headline(summary(9.72, 10, 10), 10)).toContain('By chance all 10 in at least 9 of 10 attacks.');
  });
  it('is fair to few: 0.59 of 10 is not 1 of 10, and 9.4 not 9', () => {
    expect(headline(summary(0.592, 0, 2), 10)).toContain('About 0.6 of 10 missiles');
    expect(headline(summary(9.41, 8, 10), 10)).toContain('About 9.4 of 10 missiles');
    expect(headline(summary(2.61, 1, 5), 10)).toContain('About 3 of 10 missiles');
    expect(headline(summary(142.4, 120, 160, { launched: 500 }), 500)).toContain('About 142 of 500 missiles');
  });
  it('gives small raids a tenth', () => {
    expect(headline(summary(1.32, 0, 2, { launched: 2 }), 2)).toBe('About 1.3 of 2 missiles get through. By chance 0 to 2 in 9 of 10 attacks.');
  });
  it('speaks of attacks when one missile is launched', () => {
    expect(headline(summary(0.2, 0, 1, { launched: 1 }), 1)).toBe('The missile gets through in about 1 of 5 attacks.');
    expect(headline(summary(1, 1, 1, { launched: 1 }), 1)).toBe('The missile gets through in every one of 2,000 simulated attacks.');
  });
  it('speaks of attacks when most stop everything', () => {
    expect(headline(summary(0.021, 0, 0, { none: 0.98 }), 10)).toBe('At least one of 10 missiles gets through in about 2 of 100 attacks; in the others nothing does.');
  });
  it('bounds what never happened', () => {
    const none = { ...summary(0, 0, 0), noLeaker: { mean: 1, low: 1 - 0.001843, high: 1 } };
    expect(headline(none, 10)).toBe('A missile gets through in none of 2,000 simulated attacks; at most 1 in 543 (95 %).');
    expect(headline(summary(10, 10, 10), 10)).toBe('All 10 missiles get through in every one of 2,000 simulated attacks.');
    expect(noLeakerSentence({ ...summary(3, 1, 5), noLeaker: { mean: 0, low: 0, high: 0.001843 } })).toBe('Nothing gets through in none of 2,000 simulated attacks; at most 1 in 543 (95 %).');
  });
  it('never prints more decimals than the interval supports, and always one or two sentences', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 20, max: 100000 }), (launched, share, runs) => {
        const mean = share * launched;
        const halfWidth = (2 * Math.sqrt(launched * share * (1 - share))) / Math.sqrt(runs);
        const text = headline(summary(mean, Math.floor(mean), Math.ceil(mean) + 1, { launched, runs, halfWidth }), launched);
        const [, number = ''] = /^About ([\d,.]+) of/.exec(text) ?? [];
        expect(number).not.toBe('');
        const unit = Number(`1e-${(number.split('.')[1] ?? '').length}`);
        expect(unit).toBeGreaterThanOrEqual(Math.min(1, halfWidth / 100));
        expect(Math.abs(Number(number.replaceAll(',', '')) - mean)).toBeLessThanOrEqual(unit / 2 + 1e-9);
      }),
    );
  });
});

describe('shareOfAttacks', () => {
  it.each([[0.2, '1 of 5 attacks'], [0.5, '1 of 2 attacks'], [0.31, '3 of 10 attacks'], [0.26, '26 of 100 attacks'], [0.04, '4 of 100 attacks'], [0.0024, '1 of 420 attacks'], [0.9976, 'all but 1 of 420 attacks']])('%d is %s', (share, text) => {
    expect(shareOfAttacks(share)).toBe(text);
  });
  it('bounds as one in so many', () => expect(oneIn(0.001843)).toBe('1 in 543'));
});

describe('over the assumed numbers', () => {
  const summary = { runs: 2000, leakage: { mean: 0.3, low: 0.29, high: 0.31 }, noLeaker: { mean: 0.1, low: 0.09, high: 0.11 }, gotThrough: { mean: 3, p5: 1, p50: 3, p95: 5 } };
  it('follows chance in the same sentence', () => {
    expect(headline(summary, 10, { low: 0.04, high: 0.7 })).toBe('About 3 of 10 missiles get through. By chance 1 to 5 in 9 of 10 attacks; over the assumed numbers the average runs from 0.4 to 7.');
    expect(headline(summary, 10, { low: null, high: null })).toBe(headline(summary, 10));
  });
  it('claims neither none nor all that was not', () => {
    expect(headline(summary, 10, { low: 0.0001, high: 0.9999 })).toMatch(/from under 0\.01 to almost 10\.$/);
    expect(headline(summary, 10, { low: 0, high: 1 })).toMatch(/from 0 to 10\.$/);
  });
  it('counts attacks where there is one missile', () => {
    const one = { ...summary, gotThrough: { mean: 0.3, p5: 0, p50: 0, p95: 1 } };
    expect(headline(one, 1, { low: 0.04, high: 0.7 })).toBe('The missile gets through in about 3 of 10 attacks; over the assumed numbers in 4 to 70 of 100 attacks.');
  });
});
