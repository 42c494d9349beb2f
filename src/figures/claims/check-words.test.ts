import { describe, expect, it } from 'vitest';
import { findRepeats } from '../../policy/claims/do-not-repeat.js';
import { amountOf, type SlotFinding } from '../../policy/claims/check/slots.js';
import { claimSentence, shareAmount } from './claim-sentence.js';
import { claimParagraph, findingWords, wouldWords } from './check-words.js';

const NUMBER: SlotFinding = {
  slot: 'number', verdict: 'below', unit: 'count', priceYear: null, claimed: amountOf(100), model: { low: 398, high: 4145 }, over: 'over the assumptions of the published studies', basis: 'interceptors of 4 to 6 km/s',
  wouldHaveToBe: [{ what: 'the speed of the interceptors', unit: 'kmps', value: 9.4, low: 4, high: 6, isWithin: false, beside: 'an even spread' }], moved: ['the speed of the interceptors'], published: [{ who: 'CBO', when: '2026-05', says: '780 for each missile', source: 'CBO' }],
};

describe('the sentence of a claim', () => {
  it('tells what is said and nothing else', () => {
    const whole = { who: 'CBO', when: '2026-05-12', count: amountOf(7800), of: 'satellites', verb: 'are needed for', missiles: amountOf(10), threat: 'solid', from: 'nk', price_usd: amountOf(743e9), priceYear: 2026 } as const;
    expect(claimSentence(whole, { threat: 'Solid', from: 'North Korea' })).toBe('CBO said on 2026-05-12 that 7,800 satellites are needed for 10 missiles of the class “Solid” from North Korea, for $743 billion in dollars of 2026.');
    expect(claimSentence({ count: amountOf(1), verb: 'stop', missiles: amountOf(1) })).toBe('Somebody said that 1 interceptor stops 1 missile.');
    expect(claimSentence({ who: 'A', price_usd: amountOf(175e9), priceYear: 2025 })).toBe('A said that it would cost $175 billion in dollars of 2025.');
    expect(claimSentence({ who: 'A', stopped_share: amountOf(0.99) })).toBe('A said that the shield stops 99 % of a raid.');
    expect(claimSentence({ who: 'A', stopped_share: amountOf(0.99), readAs: { stopped_share: 'very close, read as 99 per cent' } })).toBe('A said that the shield stops 99 % of a raid (as it is read here: very close, read as 99 per cent).');
    expect(claimSentence({ who: 'A', count: { low: 300, high: 600 }, missiles: { low: 1, high: 2 } })).toBe('A said that 300 to 600 interceptors are needed for 1 to 2 missiles.');
  });

  it('never tells a share of finite runs as 0 or 100 per cent', () => {
    expect(shareAmount({ low: 0, high: 1 })).toBe('none to all');
    expect(shareAmount({ low: 0.612, high: 0.9 })).toBe('61.2 % to 90 %');
    expect(shareAmount({ low: 0.9999, high: 1 })).toBe('99.99 % to all');
  });
});

describe('a finding in words', () => {
  it('tells where the claim lies and what would have to be', () => {
    expect(findingWords(NUMBER)).toBe("The number needed claimed, 100, lies below the model's range of 398 to 4,145 over the assumptions of the published studies.");
    expect(wouldWords(NUMBER)).toBe('No single number within its range does it (moved alone: the speed of the interceptors). Beyond its range: the speed of the interceptors 9.4 km/s (range 4 km/s to 6 km/s; an even spread).');
    expect(wouldWords({ ...NUMBER, wouldHaveToBe: NUMBER.wouldHaveToBe.map((way) => ({ ...way, value: 5, isWithin: true })) })).toMatch(/^The model comes to it with the speed of the interceptors 5 km\/s/);
  });

  it('makes a paragraph with version, run, date and caveat, and without a verdict', () => {
    const paragraph = claimParagraph({
      slots: { who: 'A', when: '2026', count: amountOf(100), missiles: amountOf(1) }, titles: {}, findings: [NUMBER, { ...NUMBER, slot: 'price', unit: 'usd', verdict: 'not said', claimed: null, model: null }],
      version: '0.1.0', engineVersion: 'abcdef0123456789', dataHash: '0123456789abcdef', runId: '7F3K-92QD', asOf: '2026-11', command: 'cupola claims --check --count 100',
    });
    for (const part of ['A said on 2026', "below the model's range", 'CBO 2026 780', 'Not said: price.', 'does not judge', 'Cupola 0.1.0, run 7F3K-92QD', 'as of 2026-11', 'cupola claims --check']) expect(paragraph).toContain(part);
    expect(paragraph).not.toMatch(/\b(true|false|wrong|right|correct)\b/i);
    expect(findRepeats(paragraph)).toEqual([]);
  });
});
