/** The chapter *Number needed* in one sentence: the size for the mean and the size for 95 % of the time, always together. */
import type { NumberAnswer } from '../../studies/number-needed/method.js';
import { countText, toPlace } from '../numbers.js';

export function neededSentence({ interceptors, perMissile, sizedFor95 }: NumberAnswer, salvo: number): readonly [string, string] {
  const head = salvo === 1
    ? `About ${aboutText(interceptors)} interceptors in orbit for one missile`
    : `About ${aboutText(interceptors)} interceptors in orbit for ${toPlace(salvo, 0)} missiles at once: ${aboutText(perMissile)} for each`;
  return [head, `Sized for the mean; to have enough 95 % of the time takes about ${aboutText(sizedFor95)}, ${aboutText(sizedFor95 / salvo)} for each missile.`];
}

/** What an attacker meets who waits for the moment with the fewest satellites in reach; the constellation is that of the mean. */
export function worstMomentWords({ min }: { readonly min: number }, wanted: number): string {
  if (min >= wanted) return `At the worst moment of the day ${countText(min)} are in reach where ${countText(wanted)} are wanted: still enough.`;
  return `At the worst moment of the day ${min === 0 ? 'none' : `only ${countText(min)}`} ${min === 1 ? 'is' : 'are'} in reach where ${countText(wanted)} are wanted: who waits for it meets that.`;
}

/** Three significant figures and no decimals: a headline may be coarser than its table, never finer. */
export function aboutText(count: number): string {
  const [, exponent = '0'] = count.toExponential(2).split('e');
  return toPlace(count, Math.max(0, Number(exponent) - 2));
}
