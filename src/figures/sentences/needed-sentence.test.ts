import { describe, expect, it } from 'vitest';
import { AEI_SHELL, sizeShell } from '../../studies/number-needed/size-shell.js';
import { aboutText, neededSentence, worstMomentWords } from './needed-sentence.js';

describe('the sentence of the chapter on the number needed', () => {
  it('says both sizes together', () => {
    const answer = sizeShell({ ...AEI_SHELL, salvo: 5 });
    if (typeof answer === 'string') throw new Error(answer);
    const [head, rest] = neededSentence(answer, 5);
    expect(head).toBe('About 4,990 interceptors in orbit for 5 missiles at once: 997 for each');
    expect(rest).toMatch(/^Sized for the mean; to have enough 95 % of the time takes about [78],\d\d0, 1,\d\d0 for each missile\.$/);
  });

  it('tells the worst moment, which the mean hides', () => {
    expect(worstMomentWords({ min: 12 }, 20)).toBe('At the worst moment of the day only 12 are in reach where 20 are wanted: who waits for it meets that.');
    expect(worstMomentWords({ min: 0 }, 2)).toMatch(/ none are in reach where 2 are wanted/);
    expect(worstMomentWords({ min: 20 }, 20)).toMatch(/still enough\.$/);
  });

  it('rounds to three figures and never to decimals', () => {
    expect([12345, 1787, 774, 12.4].map(aboutText)).toEqual(['12,300', '1,790', '774', '12']);
  });
});
