/**
 * What a file of `data/directives` holds: an order or a statute with its dates, and requirement by requirement a paraphrase, the metric
 * that stands for it, a threshold that Cupola assumes where the text gives none, and which parts of a shield it hangs on.
 */
import { z } from 'zod';
import { parseUtc } from '../../kernel/epoch.js';
import { CARD, SOURCE_DEFAULTS } from './card.js';
import { describeChoice } from '../text/describe.js';
import { METRIC_NAMES, METRIC_UNITS, REQUIREMENT_IDS, REQUIREMENT_KINDS, ROLE_NAMES } from './directive-terms.js';
import { didYouMean } from '../text/nearest.js';

const words = z.string({ error: 'a sentence' }).min(1, { error: 'a sentence' });
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, { error: describeChoice(values) });
/** A day, or a month or a year where no more is known; of the calendar. */
const MOMENT = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const isMoment = (text: string): boolean => MOMENT.test(text) && parseUtc(`${text}${'-01-01'.slice(text.length - 4)}`) !== undefined;
const DAY = z.string({ error: 'a date, as in 2025-03-28, 2025-03 or 2025' }).refine(isMoment, { error: 'a date of the calendar, as in 2025-03-28, 2025-03 or 2025' });

/** Everything here is somebody's word: a source is never left out. */
const SOURCE = z.strictObject({ ...SOURCE_DEFAULTS.shape, source: z.string({ error: 'a source: who says so, and where' }).min(1, { error: 'a source: who says so, and where' }) }, { error: 'a source, as in { "source": "Executive Order 14186", "where": "Sec. 3(a)", "seen": "primary" }' });
const SAID = { source: SOURCE.shape.source, seen: z.enum(['primary', 'secondary', 'recalled'], { error: 'one of primary, secondary, recalled' }), url: z.url().optional() };

const DATE = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'a name of lower-case words joined by hyphens' }),
  date: DAY,
  says: words,
  /** deadline: something was due; target: what officials aim at; fact: it happened. */
  kind: oneOf(['fact', 'deadline', 'target']),
  ...SAID,
});

const THRESHOLD = z.strictObject({ unit: oneOf(METRIC_UNITS), card: CARD });
/** A number that a row needs besides its threshold, as the share to be stopped in each cell. */
const SETTING = z.strictObject({ says: words, unit: oneOf(METRIC_UNITS), card: CARD });
const DOCUMENT = z.strictObject({ says: words, date: DAY.optional(), ...SAID });

const REQUIREMENT = z.strictObject({
  id: z.enum(REQUIREMENT_IDS, { error: (issue) => `an id of a requirement: ${describeChoice(REQUIREMENT_IDS)}${typeof issue.input === 'string' && didYouMean(issue.input, REQUIREMENT_IDS) !== '' ? `; ${didYouMean(issue.input, REQUIREMENT_IDS)}` : ''}` }),
  clause: words,
  title: words,
  paraphrase: words,
  kind: oneOf(REQUIREMENT_KINDS),
  alsoKind: oneOf(REQUIREMENT_KINDS).optional(),
  metric: oneOf(METRIC_NAMES),
  threshold: THRESHOLD,
  settings: z.record(z.string().regex(/^[a-z][A-Za-z]*$/, { error: 'a name in letters, as in perCell' }), SETTING).optional(),
  /** Any one of these serves it; empty where documents alone do, or nothing that a scenario can hold. */
  servedBy: z.array(oneOf(ROLE_NAMES)),
  /** The published map: a shield that loses all of one of these does worse here, or meets it not. */
  turnsWithout: z.array(oneOf(ROLE_NAMES)),
  /** Ids of the dates of this file that concern it. */
  dates: z.array(z.string()).optional(),
  documents: z.array(DOCUMENT).optional(),
  /** What was looked for and not found, and when. */
  noneFound: z.strictObject({ says: words, asOf: DAY }).optional(),
  source: SOURCE,
});

export const DIRECTIVE_FILE = z.strictObject({
  title: words,
  note: z.string().optional(),
  model: z.literal('directive', { error: 'directive' }),
  source: SOURCE,
  citation: words,
  dates: z.array(DATE).min(1, { error: 'at least one date' }),
  requirements: z.array(REQUIREMENT).min(1, { error: 'at least one requirement' }),
});

export type DirectiveFile = z.infer<typeof DIRECTIVE_FILE>;
export type RequirementFile = DirectiveFile['requirements'][number];
export type DirectiveDate = DirectiveFile['dates'][number];
