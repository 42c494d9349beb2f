/** What a check of a claim found, in words: for each slot, and as one paragraph to quote. */
import type { ClaimSlots, SlotFinding, SlotName, Verdict, WouldHaveToBe } from '../../policy/claims/check/slots.js';
import { keyWords } from '../words/mark-words.js';
import { significantText } from '../numbers.js';
import { claimSentence, countAmount, priceAmount, shareAmount } from './claim-sentence.js';
import type { SlotTitles } from '../../policy/claims/check/told-claim.js';

export const SLOT_WORDS: Readonly<Record<SlotName, string>> = { number: 'number needed', share: 'share stopped', price: 'price' };
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  inside: "inside the model's range", above: "above the model's range", below: "below the model's range", 'not said': 'not said', 'not computed': 'not computed',
};

/** Ways that a paragraph names; a table has them all. */
const MOST_WAYS = 2;
const MOST_PUBLISHED = 4;

const UNIT_WORDS: Readonly<Record<string, string>> = { kmps: ' km/s', s: ' s', deg: '°', '': '', km: ' km', kg: ' kg', g: ' g', usdPerKg: ' $/kg', y: ' years', prob: '', count: '' };

export function amountWords({ unit, priceYear }: Pick<SlotFinding, 'unit' | 'priceYear'>, amount: { readonly low: number; readonly high: number }): string {
  if (unit === 'count') return countAmount(amount);
  return unit === 'share' ? shareAmount(amount) : `${priceAmount(amount)}${priceYear === null ? '' : ` of ${priceYear}`}`;
}

/** As in `the speed of the interceptors 5.2 km/s (4 to 6; an even spread over the globe)`. Keys of cost cards are told by their names. */
export function wayWords({ what, unit, value, low, high, beside }: WouldHaveToBe): string {
  const isKey = /^[a-zA-Z]+(_[A-Za-z]+)?$/.test(what), name = isKey ? keyWords(what) : what, write = isKey ? keyNumber(what) : (x: number): string => `${significantText(x, 3)}${UNIT_WORDS[unit] ?? ` ${unit}`}`;
  return `${name} ${write(value)} (range ${write(low)} to ${write(high)}; ${beside})`;
}

function keyNumber(key: string): (value: number) => string {
  if (key.endsWith('_usd')) return (value) => (value >= 1e9 ? `$${significantText(value / 1e9, 3)} billion` : `$${significantText(value / 1e6, 3)} million`);
  const unit = /_([A-Za-z]+)$/.exec(key)?.[1] ?? '';
  return (value) => `${significantText(value, 3)}${UNIT_WORDS[unit] ?? ` ${unit}`}`;
}

/** What would have to be true for the model to come to the claim. */
export function wouldWords({ verdict, wouldHaveToBe, moved, slot }: SlotFinding, most = MOST_WAYS): string {
  if (verdict === 'not said' || (moved.length === 0 && wouldHaveToBe.length === 0)) return '';
  const within = wouldHaveToBe.filter(({ isWithin }) => isWithin), beyond = wouldHaveToBe.filter(({ isWithin }) => !isWithin);
  if (within.length > 0) return `The model comes to it with ${within.slice(0, most).map(wayWords).join(', or ')}.`;
  const nearest = beyond[0] === undefined ? '' : ` Beyond its range: ${wayWords(beyond[0])}.`;
  // A paragraph names how many were tried; the answer beside it names them.
  const tried = most === 1 ? `${moved.length} were moved alone` : `moved alone: ${slot === 'price' ? moved.map(keyWords).join(', ') : moved.join(', ')}`;
  return `No single number within its range does it (${tried}).${nearest}`;
}

export function publishedWords({ published }: SlotFinding, most = MOST_PUBLISHED): string {
  return published.length === 0 ? '' : `Published: ${published.slice(0, most).map(({ who, when, says }) => `${who} ${when.slice(0, 4)} ${says}`).join('; ')}.`;
}

/** One or two sentences on a slot; empty where nothing is said of it. */
export function findingWords(finding: SlotFinding): string {
  const { slot, verdict, claimed, model, basis, over } = finding, name = SLOT_WORDS[slot];
  if (verdict === 'not said') return '';
  if (claimed === null || model === null) return `The ${name} is not computed: ${basis}.`;
  const ours = `${amountWords(finding, model)} ${over}`;
  return verdict === 'not computed' ? `The ${name} is not placed; ${basis}: ${ours}.` : `The ${name} claimed, ${amountWords(finding, claimed)}, lies ${VERDICT_WORDS[verdict]} of ${ours}.`;
}

export interface QuotedCheck {
  readonly slots: ClaimSlots;
  readonly titles: SlotTitles;
  readonly findings: readonly SlotFinding[];
  readonly version: string;
  readonly engineVersion: string;
  readonly dataHash: string;
  readonly runId: string;
  /** Of the public data, as in `2026-11`. */
  readonly asOf: string;
  readonly command: string;
}

export const CAVEAT = 'This says where a claim lies in the ranges of a notional model of public numbers, under the assumptions named; it does not judge the claim, and it is no estimate of any programme.';

/** A paragraph to quote: the claim with who and when, where each part lies, what would have to be, what others published, and how to repeat it. */
export function claimParagraph({ slots, titles, findings, version, engineVersion, dataHash, runId, asOf, command }: QuotedCheck): string {
  const told = findings.map((finding) => [findingWords(finding), wouldWords(finding, 1), publishedWords(finding, 3)].filter((words) => words !== '').join(' ')).filter((words) => words !== '');
  const silent = findings.filter(({ verdict }) => verdict === 'not said').map(({ slot }) => SLOT_WORDS[slot]);
  return [
    claimSentence(slots, titles), ...told, ...(silent.length === 0 ? [] : [`Not said: ${silent.join(', ')}.`]), CAVEAT,
    `Cupola ${version}, run ${runId}, engine ${engineVersion.slice(0, 12)}, data ${dataHash.slice(0, 12)} as of ${asOf}. ${command}`,
  ].join(' ');
}
