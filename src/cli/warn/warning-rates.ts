/** The rates of the warning logic over variants, as a table. */
import { countText, toPlace } from '../../figures/numbers.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import { rateText } from '../../figures/words/watch-words.js';
import type { Rate, VariantRates } from '../../studies/warning-logic/rates.js';

const KIND_WORDS: Readonly<Record<string, string>> = {
  delays: 'reports come later',
  'missing-sensor': 'nothing is heard of one sensor',
  notice: 'a notice is missing, lost, late, wrong or right',
  'larger-counts': 'larger numbers',
  coincidence: 'the other kind reports something else by chance',
  attack: 'an attack that both kinds see',
  'attack-one-reason': '… with one notice or flag against it',
  'attack-one-sensor': 'an attack that one sensor sees',
  'attack-one-sensor-bad-flag': '… with a wrong flag on it',
};

export function ratesText(rates: VariantRates): string {
  const columns = [{ head: 'variant', align: 'left' as const }, { head: '', align: 'right' as const }, ...['watch or more', 'probable or more', 'confirmed'].map((head) => ({ head, align: 'right' as const }))];
  const share = ({ of, share: value }: Rate): string => (of === 0 ? '' : `${toPlace(100 * value, -1)} %`);
  const table = textTable(columns, rates.kinds.map(({ kind, variants, watch, probable, confirmed }) => [KIND_WORDS[kind] ?? kind, countText(variants), share(watch), share(probable), share(confirmed)]));
  const pairs = textPairs([
    ['False alarms (confirmed, no attack)', rateText(rates.falseAlarm)],
    ['Probable or more, no attack', rateText(rates.falseProbable)],
    ['Missed, seen by both kinds', rateText(rates.missed)],
    ['Longest delay by one notice or flag', rates.longestDelay_s === null ? 'not tried' : `${toPlace(rates.longestDelay_s, 0)} s`],
    ['Suppressed: one sensor, wrong flag', rateText(rates.suppressed)],
    ['The same without the flag', rateText(rates.suppressedWithoutFlag)],
  ]);
  return `${countText(rates.variants)} variants, made by chance to try the logic; how often such things happen they do not say. 95 % intervals.\n\n${table}\n\n${pairs}`;
}
