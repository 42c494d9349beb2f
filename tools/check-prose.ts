/**
 * Claims that circulate about the programme and are wrong or unsupported, so that our texts never repeat them.
 * Each rule says what to write instead. `data/claims` is left out: it quotes claims in order to judge them.
 *
 *   node dist/tools/check-prose.js      one line per fault; exit 1 if there is one
 */
import { readdirSync, readFileSync } from 'node:fs';
import { filesUnder, isMain } from './source-files.js';

interface Rule {
  readonly pattern: RegExp;
  /** The sentence is at fault only if this is in it too. */
  readonly near?: RegExp;
  /** …and not at fault if this is. */
  readonly unless?: RegExp;
  readonly instead: string;
}

const TOLD = /\b(said|says|told|announced|claim(s|ed)?|according to|asked|quoted?)\b/i;
const DOLLARS = (amount: string, scale: string): RegExp => new RegExp(`\\$\\s?${amount}\\s?(${scale})\\b`, 'i');

const RULES: readonly Rule[] = [
  { pattern: /\bTrudeau\b/, near: /Golden Dome/i, instead: 'the documented talks are with Mark Carney, from March 2025' },
  { pattern: /\bclassified document/i, instead: 'the content is in the public order: cite 90 FR 8767' },
  { pattern: /\bhypersonic weapons? development\b|\bdevelopment of hypersonic weapons?\b/i, instead: 'the order speaks of a hypersonic and ballistic tracking space sensor layer' },
  { pattern: /\bend of (the )?(fiscal year|FY)\s?2026\b|\bend of the 2026 fiscal year\b/i, instead: 'the plan was due within 60 days, on 2025-03-28' },
  { pattern: /\bright\W{1,4}and indeed,? the responsibility\b/i, instead: 'not in the agency text: leave it out' },
  { pattern: /\bdangerous provocation\b/i, instead: 'the documented words are "deeply destabilizing" and "sovereign matter"' },
  { pattern: /\bglobal consensus\b/i, instead: 'there is none: name who said what' },
  { pattern: /\b100\s?(%|per ?cent|percent)/i, near: /\b(stop|intercept|protect|effective|success|shield|kill|destroy|defen[cs]e)/i, unless: new RegExp(`${TOLD.source}|\\bnever\\b|\\bnot\\b|\\bclose to\\b.*["”]|<`, 'i'), instead: 'say who said it, or give the interval' },
  { pattern: DOLLARS('(61|71)', 'B|bn|billion'), unless: TOLD, instead: 'an asking figure, not a price: say who named it' },
  { pattern: DOLLARS('1[.,]2', 'T|tn|trillion'), unless: /\bCBO\b|notional/i, instead: "it is the cost of CBO's notional system, not of the programme" },
  { pattern: /\b2028\b/, near: /\bfully operational\b/i, instead: 'the public target for 2028 is "some operational capability"' },
  { pattern: /\b(CBO|AEI|APS|Harrison)('s (estimate|number|figure|total))? (is|was|are|were) (wrong|right|mistaken|correct|too (high|low))\b|\b(CBO|AEI|APS|Harrison) (over|under)(estimate|state)(s|d)\b/, instead: 'estimates are their authors\': say what they rest on and where they differ' },
  { pattern: /(?![©®™↔↕↩↪▶◀☀-☃✓✔✕✖⬆⬇])\p{Extended_Pictographic}/u, instead: 'no pictures in text' },
];

/** Faults of one text as lines. Sentences are looked at whole, also across line breaks. */
export function findClaims(file: string, text: string): string[] {
  const faults: string[] = [];
  for (const match of text.matchAll(/(?:[^.!?\n]|[.!?](?!\s)|\n(?!\s*\n))+/g)) {
    const sentence = match[0].replace(/\s+/g, ' ').trim();
    for (const { pattern, near, unless, instead } of RULES) {
      if (!pattern.test(sentence) || (near && !near.test(sentence)) || unless?.test(sentence)) continue;
      const line = text.slice(0, match.index).split('\n').length;
      faults.push(`${file}:${line}  "${pattern.exec(sentence)?.[0]}": ${instead}`);
    }
  }
  return faults;
}

if (isMain(import.meta.url)) {
  const files = [
    ...readdirSync('.').filter((file) => /^[A-Z-]+\.(md|cff)$/.test(file)),
    ...filesUnder(['docs', 'validation', 'benchmarks', 'examples'], /\.md$/),
    ...filesUnder(['data', 'scenarios'], /\.(json|ya?ml|md)$/).filter((file) => !file.startsWith('data/claims/')),
    ...filesUnder(['src'], /\.tsx?$/).filter((file) => !/\.test\.tsx?$/.test(file)),
  ];
  const faults = files.flatMap((file) => findClaims(file, readFileSync(file, 'utf8')));
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
