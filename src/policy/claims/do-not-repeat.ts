/**
 * Claims that circulate about the programme and that no document supports, so that no text of ours repeats them: not the repository,
 * not the page, not a command, not an export. Each rule says what to write instead. A claim may be shown as what it is, between
 * quotation marks after the words `In circulation:` (in JSON as the value of `inCirculation`); what stands there is not read.
 */
import { plainSentences } from './plain-sentences.js';

export interface Repeat {
  /** The words that were found. */
  readonly phrase: string;
  /** From 1. */
  readonly line: number;
  readonly instead: string;
}

interface Rule {
  readonly pattern: RegExp;
  /** The sentence is at fault only if this is in it too; with `isWide` it may be in the sentence before or after. */
  readonly near?: RegExp;
  readonly isWide?: true;
  /** …and not at fault if this is. */
  readonly unless?: RegExp;
  readonly instead: string;
}

const TOLD = /\b(said|says|saying|told|tells|announced|claim(s|ed)?|according to|asked|quoted?|named|called for|demanded)\b/i;
const DENIED = /\b(no|not|never|nor|neither|without|nobody|none|nothing)\b|n't\b/i;
const HUNDRED = '(?:100|one hundred|a hundred)';

/** Dollars in any of the usual spellings: `$61B`, `US$ 61bn`, `61 billion dollars`, `USD 61 billion`, `61B USD`. */
function dollars(amount: string, scale: string): RegExp {
  return new RegExp(`(?:(?:US\\s?)?\\$|\\bUSD)\\s?${amount}[\\s-]?(?:${scale})\\b|(?<![\\d.,])${amount}[\\s-]?(?:${scale})(?:[\\s-](?:US[\\s-])?dollars?|\\s?USD|\\s?US\\$)\\b`, 'i');
}
const BILLION = 'B|bn|billions?', TRILLION = 'T|tn|trn|trillions?';

const RULES: readonly Rule[] = [
  { pattern: /\bTrudeau\b/, near: /\bGolden Dome\b/i, isWide: true, unless: /\bCarney\b|\bleft office\b/, instead: 'the documented talks are with Mark Carney, from March 2025' },
  { pattern: /\b(classified|secret) (document|paper|file|memo(randum)?|annex)(s|es)?\b/i, unless: /\b(no|not|without|nor|any)\b[^.]{0,24}\b(classified|secret)\b/i, instead: 'the content is in the public order: cite 90 FR 8767' },
  { pattern: /\bhypersonic[\s-](weapon|missile)s?[\s-]develop\w*|\b(develop(ment|ing|s)?|accelerat\w+|build(ing|s)?|speed\w* up)\b( of| the)*( new| faster)* hypersonic[\s-](weapon|missile)s?\b/i, unless: /^(?!.*\b(order|decree|directive|EO|executive|Golden Dome|programme|program)\b).*\b(Russia|Russian|China|Chinese|North Korea|Iran|DIA|adversar\w+|others)\b/i, instead: 'the order speaks of a hypersonic and ballistic tracking space sensor layer' },
  { pattern: /\bend[\s-](of[\s-])?(the )?(fiscal( year)?|FY)[\s-]?(20|')?26\b|\bend of (the )?(20)?26 fiscal year\b|\b(fiscal( year)?|FY)[\s-]?(2026|26)'s end\b/i, unless: /\b(60|sixty) days\b|2025-03-28|28 March 2025|\bnot (by|at|before|due)\b/i, instead: 'the plan was due within 60 days, on 2025-03-28' },
  { pattern: /\bright\b\W{1,6}(and\W{1,3})?indeed\W{1,3}(the |a )?(responsibility|duty|obligation)\b/i, instead: 'not in the agency text: leave it out' },
  { pattern: /\bright\b[^.]{0,20}\bresponsibility\b/i, near: /\b(Peskov|Kremlin)\b/, isWide: true, instead: 'not in the agency text: leave it out' },
  { pattern: /\bdangerous provocations?\b/i, instead: 'the documented words are "deeply destabilizing" and "sovereign matter"' },
  { pattern: /\b(global|worldwide|world-wide) consensus\b/i, unless: /\b(no|not|never|without|neither|nor)\b[^.]{0,24}\bconsensus\b/i, instead: 'there is none: name who said what' },
  { pattern: new RegExp(`\\b${HUNDRED}[\\s-]?(%|per ?cent\\b|percent\\b)`, 'i'), near: /\b(stop|intercept|protect|effective|success|shield|kill|destroy|defen[cs]e|defend|shoot|shot|reliab|accura)/i, unless: new RegExp(`${TOLD.source}|\\b(never|not|nor|no)\\b[^.]{0,40}${HUNDRED}|\\bclose to\\b.*"|\\binterval\\b`, 'i'), instead: 'say who said it, or give the interval' },
  { pattern: dollars('(?:61|71)', BILLION), near: /\bCanad|\bjoin|\bGolden Dome\b|\bprice (is|was|of)\b|\bTrump\b/i, unless: TOLD, instead: 'an asking figure, not a price: say who named it' },
  { pattern: dollars('1[.,](?:2|19|191)', TRILLION), unless: /\bnotional\b|^(?!.*\bGolden Dome\b).*\bCBO\b/i, instead: "it is the cost of CBO's notional system, not of the programme" },
  { pattern: dollars('1,?(?:191|200)', BILLION), near: /\bGolden Dome\b/i, unless: /\bnotional\b/i, instead: "it is the cost of CBO's notional system, not of the programme" },
  { pattern: /\b(fully|completely) (operational|deployed|in service)\b|\bfull(y)? operational capability\b|\bfull operating capability\b/i, near: /(\b20|')28\b/, unless: /\b(not|never|nor|neither|n't)\b[^.]{0,30}\b(fully|full|completely)\b/i, instead: 'the public target for 2028 is "some operational capability"' },
  { pattern: /\b(CBO|AEI|APS|Harrison)('s (estimate|number|figure|total))? (is|was|are|were) (wrong|right|mistaken|correct|too (high|low))\b|\b(CBO|AEI|APS|Harrison) (over|under)(estimate|state)(s|d)\b/, instead: 'estimates are their authors\': say what they rest on and where they differ' },
  { pattern: /\b(claim|statement|assertion)s? (is|are|was|were|prove[sd]?|turns? out) (to be )?(true|false|right|wrong|a lie|lies)\b/i, unless: DENIED, instead: 'no claim is judged: say what the record shows, and where it lies in the model\'s range' },
];

/** Everything in a text that may not be repeated. Sentences are looked at whole, across line breaks, typographic signs and simple markup. */
export function findRepeats(text: string): Repeat[] {
  const sentences = plainSentences(text);
  return sentences.flatMap(({ words, line }, index) => RULES.flatMap((rule): Repeat[] => {
    const found = rule.pattern.exec(words);
    if (found === null || rule.unless?.test(words) === true) return [];
    const around = rule.isWide === true ? [index - 1, index, index + 1].map((at) => sentences[at]).filter((each) => each?.paragraph === sentences[index]?.paragraph).map((each) => each?.words).join(' ') : words;
    return rule.near !== undefined && !rule.near.test(around) ? [] : [{ phrase: found[0], line, instead: rule.instead }];
  }));
}
