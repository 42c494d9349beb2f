import { describe, expect, it } from 'vitest';
import { comparisonSentence } from './comparison-sentence.js';

describe('what a comparison says', () => {
  it('names the one that lets more through, in missiles of one attack', () => {
    expect(comparisonSentence({ verdict: 'B lets more through', difference: { mean: -0.14, low: -0.16, high: -0.12 } }, 10, 10)).toBe('B lets 1.2 to 1.6 more missiles through.');
    expect(comparisonSentence({ verdict: 'A lets more through', difference: { mean: 0.14, low: 0.12, high: 0.16 } }, 10, 10)).toBe('A lets 1.2 to 1.6 more missiles through.');
  });
  it('compares shares where the raids differ in size', () => {
    expect(comparisonSentence({ verdict: 'B lets more through', difference: { mean: -0.14, low: -0.16, high: -0.12 } }, 10, 20)).toBe('B lets a share through that is 12 to 16 points larger.');
  });
  it('does not hide that nothing is clear', () => {
    expect(comparisonSentence({ verdict: 'no clear difference', difference: { mean: 0.01, low: -0.02, high: 0.03 } }, 10, 10)).toBe('No clear difference between A and B at this many runs.');
  });
  it('says one number where all pairs differ alike', () => {
    expect(comparisonSentence({ verdict: 'B lets more through', difference: { mean: -1, low: -1, high: -1 } }, 10, 10)).toBe('B lets 10 more missiles through.');
  });
});
