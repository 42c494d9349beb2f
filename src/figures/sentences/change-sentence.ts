/** The smallest change that would have stopped one object, in words: one wording for page and command line. */
import { unitOfKey } from '../../kernel/units.js';
import type { Change, ChangeAnswer } from '../../studies/smallest-change/smallest-change.js';
import { countText, significantText } from '../numbers.js';

export function changeSentence(answer: ChangeAnswer): string {
  const { change, isOnlyLuck, tried } = answer;
  if (change !== null) return `It would have been stopped by ${change.what}: ${fromToText(change)}. ${change.half === change.from ? 'There is no smaller step.' : 'Half of that would not have stopped it.'}`;
  if (isOnlyLuck) return `Only luck failed: ${luckWords(answer)}.`;
  return tried === 0 ? 'There is nothing in this shield to change.' : `No single change of a permitted size would have stopped it (${countText(tried)} tried).`;
}

/** What luck alone would have needed; also worth telling where a change of the shield helps. */
export function luckWords({ luck }: Pick<ChangeAnswer, 'luck'>): string {
  const [least] = luck;
  if (least === undefined) return 'it failed more than once, and no single draw would have been enough';
  return `${asChance(least.what)} was ${valueText(least, least.from)}, and the same draw needed ${valueText(least, least.to)}`;
}

/** `28.1 s instead of 30 s`. */
export function fromToText(change: Change): string {
  return `${valueText(change, change.to)} instead of ${valueText(change, change.from)}`;
}

export function valueText({ path, unit }: Pick<Change, 'path' | 'unit'>, value: number): string {
  if (isShare(path)) return `${significantText(100 * value, 3)} %`;
  const word = UNIT_WORDS[unit] ?? unit;
  return `${significantText(value, 5)}${word === '' ? '' : word === '°' ? '°' : ` ${word}`}`;
}

/** Numbers without a unit that are counted are whole; the others are shares. */
const isShare = (path: string): boolean => /\.(singleShotKill|value|reliability|reserve|biasShare|engageAbove|hitCalledMiss|missCalledHit)$|\.singleShotKillAgainst\./.test(path) || unitOfKey(path) === 'prob';
const asChance = (text: string): string => text.replace(/^a higher chance/, 'the chance').replace(/^interceptors that work more often when called/, 'the chance that interceptors work when called');

const UNIT_WORDS: Readonly<Record<string, string>> = { kmps: 'km/s', mps: 'm/s', deg: '°', pWpm2: 'pW/m²', g: 'g' };
