/**
 * What a file of `data/treaties` holds: an instrument with the dates of its life, its articles in paraphrase, its numbers on cards,
 * which named things it would count, and where lawyers and governments read it differently. No reading is ours.
 */
import { z } from 'zod';
import { parseUtc } from '../../kernel/epoch.js';
import { SOURCE_DEFAULTS } from './card.js';
import { COUNTRY } from './file-parts.js';
import { cardShape } from './quantity.js';
import { PLACE, TREATY_LIMITS } from './quantities.js';

const words = z.string({ error: 'a sentence' }).min(1, { error: 'a sentence' });
/** A day, or a month or a year where no more is known; of the calendar. */
const isMoment = (text: string): boolean => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && parseUtc(`${text}${'-01-01'.slice(text.length - 4)}`) !== undefined;
const DATE = z.string({ error: 'a date, as in 2026-02-05, 2026-02 or 2026' }).refine(isMoment, { error: 'a date of the calendar, as in 2026-02-05, 2026-02 or 2026' });
const SAID = { source: words, seen: z.enum(['primary', 'secondary', 'recalled'], { error: 'one of primary, secondary, recalled' }), url: z.url().optional() };

/** What an event leaves behind: `signed` is not yet in force, `ended` not any more. */
export const TREATY_STATES = ['signed', 'in force', 'suspended', 'ended', 'unchanged'] as const;

const EVENT = z.strictObject({ date: DATE, says: words, leaves: z.enum(TREATY_STATES), ...SAID });
const ARTICLE = z.strictObject({ id: z.string().min(1), says: words, ...SAID });
/** How somebody reads an article; `heldBy` says who. */
const READING = z.strictObject({ articles: z.array(z.string().min(1)).min(1), reading: words, heldBy: words, ...SAID });
const NAMES = z.array(z.string().min(1));
const AREA = z.strictObject({ title: words, ...cardShape(PLACE) });

export const TREATY_FILE = z.strictObject({
  title: words,
  note: z.string().optional(),
  model: z.literal('treaty', { error: 'treaty' }),
  nature: z.enum(['treaty', 'agreement', 'political commitment']),
  source: SOURCE_DEFAULTS,
  /** Codes of countries that it binds, of those that appear in scenarios and launch places. */
  binds: z.array(COUNTRY).min(1),
  /** In order of time. */
  dates: z.array(EVENT).min(1, { error: 'at least one date' }),
  articles: z.array(ARTICLE).min(1, { error: 'at least one article' }),
  readings: z.array(READING),
  limits: z.strictObject(cardShape(TREATY_LIMITS)).optional(),
  /** Where it let something stand. */
  areas: z.array(AREA).optional(),
  /** Names of `data/interceptors`: built against strategic missiles, or not by everybody's reading; and those on vehicles. */
  interceptors: z.strictObject({ strategic: NAMES, disputed: NAMES, mobile: NAMES }).optional(),
  /** Names of `data/threats` that it counts, those of which that is disputed or not said, and those that it does not count. */
  threats: z.strictObject({ icbm: NAMES, slbm: NAMES, disputed: NAMES, none: NAMES }).optional(),
  /** Names of `data/launches` whose launches are to be announced under it. */
  launchPlaces: NAMES.optional(),
});

export type TreatyFile = z.infer<typeof TREATY_FILE>;
export type TreatyEvent = TreatyFile['dates'][number];
