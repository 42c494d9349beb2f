/**
 * One check of an arms-control instrument: what stands in the scenario or in a force, what the text says, its state on a day, and who
 * reads it how. A check counts and attributes; it never says that something is lawful or not.
 */
import type { TreatyEvent, TreatyFile } from '../../scenario/cards/treaty-file.js';

export const FINDINGS = ['within', 'over', 'flag', 'not applicable', 'not known'] as const;
/** `within` and `over`: its numbers; `flag`: it touches the text, and how is read differently. */
export type Finding = (typeof FINDINGS)[number];

export interface TreatyStatus {
  readonly asOf: string;
  readonly state: 'not yet' | Exclude<TreatyEvent['leaves'], 'unchanged'>;
  /** Since when; null before its first date. */
  readonly since: string | null;
  readonly text: string;
  readonly dates: readonly { readonly date: string; readonly says: string; readonly source: string; readonly seen: string }[];
}

/** Somebody's reading; with the number and the finding that follow from it where they differ between readings. */
export interface Disagreement {
  readonly reading: string;
  readonly heldBy: string;
  readonly source: string;
  readonly seen: string;
  readonly url?: string;
}

/** What the numbers come to by a narrow and by a wide reading of what is counted. */
export interface ByReading {
  readonly reading: 'narrow' | 'wide';
  readonly says: string;
  readonly value: number;
  readonly finding: Finding;
}

export interface LimitCheck {
  readonly id: string;
  /** Name of the file in `data/treaties`, and its title. */
  readonly instrument: string;
  readonly title: string;
  readonly article: string;
  readonly articleSays: string;
  readonly status: TreatyStatus;
  /** What is held against it: `scenario`, `raid`, a state or a force of the user's. */
  readonly subject: string;
  readonly finding: Finding;
  /** Null where it is not known, or nothing is counted. */
  readonly value: number | null;
  readonly limit: number | null;
  /** What value and limit count, in words. */
  readonly unit: string;
  readonly elements: readonly string[];
  readonly reasons: readonly string[];
  readonly byReading: readonly ByReading[];
  readonly disagreement: readonly Disagreement[];
  readonly source: { readonly source: string; readonly seen: string; readonly url?: string };
}

/** What a check says beside what stands in the instrument's file. */
export interface CheckWords extends Pick<LimitCheck, 'id' | 'article' | 'finding' | 'reasons'>, Partial<Pick<LimitCheck, 'subject' | 'value' | 'limit' | 'unit' | 'elements' | 'byReading'>> {
  /** Article under which readings stand, where that is not the article itself. */
  readonly readAs?: string;
}

export interface Instrument {
  readonly name: string;
  readonly file: TreatyFile;
  readonly asOf: string;
}

export function limitCheck({ name, file, asOf }: Instrument, words: CheckWords): LimitCheck {
  const { article, readAs = article, subject = 'scenario', value = null, limit = null, unit = '', elements = [], byReading = [] } = words;
  const text = file.articles.find(({ id }) => id === article);
  return {
    id: words.id, instrument: name, title: file.title, article, articleSays: text?.says ?? '', status: statusAt(file, asOf), subject, finding: words.finding, value, limit, unit, elements,
    reasons: words.reasons, byReading,
    disagreement: file.readings.filter(({ articles }) => articles.includes(readAs)).map(({ reading, heldBy, source, seen, url }) => ({ reading, heldBy, source, seen, ...(url === undefined ? {} : { url }) })),
    source: { source: text?.source ?? file.source.source ?? '', seen: text?.seen ?? file.source.seen ?? '', ...(text?.url === undefined ? {} : { url: text.url }) },
  };
}

/** A date of a month or a year counts from its first day. */
const dayOf = (date: string): string => `${date}${'-01-01'.slice(date.length - 4)}`;

export function statusAt({ dates }: Pick<TreatyFile, 'dates'>, asOf: string): TreatyStatus {
  let last: TreatyEvent | undefined;
  for (const event of dates) if (dayOf(event.date) <= asOf && event.leaves !== 'unchanged') last = event;
  const state = last === undefined || last.leaves === 'unchanged' ? 'not yet' : last.leaves;
  return {
    asOf, state, since: last?.date ?? null,
    text: last === undefined ? `not signed on ${asOf}` : `${STATE_WORDS[state]} since ${last.date}: ${last.says.replace(/\.$/, '')}`,
    dates: dates.map(({ date, says, source, seen }) => ({ date, says, source, seen })),
  };
}

const STATE_WORDS: Readonly<Record<TreatyStatus['state'], string>> = { 'not yet': 'not yet there', signed: 'signed, not in force,', 'in force': 'in force', suspended: 'suspended', ended: 'not in force' };

/** One finding of two readings: theirs where they agree, a flag where they do not. */
export function together(narrow: Finding, wide: Finding): Finding {
  return narrow === wide ? narrow : 'flag';
}
