/** Words, tables and JSON of `cupola limits`. */
import type { Provenance } from '../../figures/sentences/citation.js';
import { countText, significantText } from '../../figures/numbers.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import type { LimitAnswer } from '../../policy/limits/check-limits.js';
import type { Finding, LimitCheck } from '../../policy/limits/limit-check.js';

const PAGE_CHARACTERS = 110;
const NOTE = 'Cupola counts and attributes; it does not say what is lawful. Findings compare numbers with a text, also where that text is not in force; readings are those of the parties and writers named.';
const FINDING_WORDS: Readonly<Record<Finding, string>> = { within: 'within', over: 'over', flag: 'flag', 'not applicable': 'not applicable', 'not known': 'not known' };

export function limitsHead({ asOf, checks }: LimitAnswer): string {
  const of = (finding: Finding): number => checks.filter((check) => check.finding === finding).length;
  return `${countText(checks.length)} checks as of ${asOf}: ${countText(of('over'))} over a number, ${countText(of('flag'))} flagged, ${countText(of('within'))} within, ${countText(of('not known'))} not known, ${countText(of('not applicable'))} not applicable.`;
}

export function limitsText(answer: LimitAnswer): string[] {
  const instruments = [...new Set(answer.checks.map(({ instrument }) => instrument))];
  return [...instruments.flatMap((name) => instrumentText(answer.checks.filter(({ instrument }) => instrument === name))), abmText(answer), registerText(answer), wrapText(NOTE, PAGE_CHARACTERS)];
}

function instrumentText(checks: readonly LimitCheck[]): string[] {
  const [first] = checks;
  if (first === undefined) return [];
  const elsewhere = checks.filter(isElsewhere), others = checks.filter((check) => !isElsewhere(check));
  const table = textTable(
    [{ head: 'article', align: 'left' }, { head: 'of', align: 'left' }, { head: 'finding', align: 'left' }, { head: 'counted', align: 'right' }, { head: 'limit', align: 'right' }, { head: 'what is counted', align: 'left' }],
    others.map(({ article, subject, finding, value, limit, unit }) => [article, subject, FINDING_WORDS[finding], value === null ? '–' : significantText(value, 6), limit === null ? '–' : countText(limit), unit === '' ? '–' : unit]),
  );
  const told = checks.filter(({ finding }) => finding === 'over' || finding === 'flag' || finding === 'not known');
  const why = told.map(({ article, subject, elements, reasons }) => wrapText(`Art. ${article}, ${subject}${elements.length === 0 ? '' : ` (${listText(elements)})`}: ${reasons.join(' ')}`, PAGE_CHARACTERS, '  '));
  const rest = elsewhere.length === 0 ? [] : [wrapText(`Not bound by it, so not applicable; numbers in --json: ${[...new Set(elsewhere.map(({ subject }) => subject))].join(', ')}.`, PAGE_CHARACTERS, '  ')];
  return [`${first.title}: ${first.status.text}`, table, ...rest, ...(why.length > 0 ? [why.join('\n')] : []), ...readingsText(checks)];
}

/** Forces of states that the instrument never bound: one line tells them all. */
const isElsewhere = ({ finding, subject, limit }: LimitCheck): boolean => finding === 'not applicable' && limit !== null && subject !== 'scenario' && subject !== 'raid';

/** Each reading once, with the articles that it is about. */
function readingsText(checks: readonly LimitCheck[]): string[] {
  const seen = new Map<string, { articles: Set<string>; text: string }>();
  for (const { article, disagreement } of checks) {
    for (const { reading, heldBy, source, seen: how } of disagreement) {
      const entry = seen.get(reading) ?? { articles: new Set<string>(), text: `${reading} Held by ${heldBy} (${source}${how === 'recalled' ? '; recalled, not checked' : how === 'secondary' ? '; not checked at the primary' : ''}).` };
      entry.articles.add(article);
      seen.set(reading, entry);
    }
  }
  if (seen.size === 0) return [];
  return [['How it is read:', ...[...seen.values()].map(({ articles, text }) => wrapText(`Art. ${[...articles].join(', ')}: ${text}`, PAGE_CHARACTERS, '  '))].join('\n')];
}

function listText(names: readonly string[]): string {
  return names.length <= 6 ? names.join(', ') : `${names.slice(0, 6).join(', ')} and ${names.length - 6} more`;
}

function abmText({ abmLimited }: LimitAnswer): string {
  if (abmLimited.length === 0) return '';
  const articles = (list: readonly string[]): string => (list.length === 0 ? 'allowed' : `not allowed: Art. ${list.join(', ')}`);
  return ['ABM-limited: what the ABM Treaty would have said to each element, by a narrow and a wide reading of what an ABM system is', textTable(
    [{ head: 'element', align: 'left' }, { head: 'interceptors', align: 'right' }, { head: 'narrow reading', align: 'left' }, { head: 'wide reading', align: 'left' }],
    abmLimited.map(({ element, interceptors_count, narrow, wide }) => [element, countText(interceptors_count), articles(narrow), articles(wide)]),
  )].join('\n');
}

function registerText({ register }: LimitAnswer): string {
  return ['Launch places that the warning part of Cupola knows, and under what their peaceful launches are announced', textTable(
    [{ head: 'place', align: 'left' }, { head: 'launches a year', align: 'right' }, { head: 'notice arrives', align: 'right' }, { head: 'under', align: 'left' }],
    register.map(({ title, perYear, notified_prob, instruments }) => [title, significantText(perYear), significantText(notified_prob), instruments.length === 0 ? 'none of these' : instruments.join(', ')]),
  )].join('\n');
}

export function limitsDocument(title: string, { asOf, checks, abmLimited, register }: LimitAnswer, provenance: Provenance): Record<string, unknown> {
  return { title, asOf, checks, abmLimited, register, note: NOTE, provenance };
}
