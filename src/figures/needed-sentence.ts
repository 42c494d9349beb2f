/** The chapter *Number needed* in one sentence: the size for the mean and the size for 95 % of the time, always together. */
import type { NumberAnswer } from '../studies/number-needed/method.js';
import { toPlace } from './numbers.js';

export function neededSentence({ interceptors, perMissile, sizedFor95 }: NumberAnswer, salvo: number): readonly [string, string] {
  const head = salvo === 1
    ? `About ${aboutText(interceptors)} interceptors in orbit for one missile`
    : `About ${aboutText(interceptors)} interceptors in orbit for ${toPlace(salvo, 0)} missiles at once: ${aboutText(perMissile)} for each`;
  return [head, `Sized for the mean; to have enough 95 % of the time takes about ${aboutText(sizedFor95)}, ${aboutText(sizedFor95 / salvo)} for each missile.`];
}

/** Three significant figures and no decimals: a headline may be coarser than its table, never finer. */
export function aboutText(count: number): string {
  const [, exponent = '0'] = count.toExponential(2).split('e');
  return toPlace(count, Math.max(0, Number(exponent) - 2));
}
