/**
 * What a file of `data/claims` holds: a claim as it circulates, how it stands to the public record, who made it, where it was checked,
 * what the program can test of it, who stands behind it and who speaks against it. No word of the vocabulary is a verdict of the model.
 */
import { z } from 'zod';
import { CARD, GIVEN_CARD } from './card.js';
import { ESTIMATE_MARKS } from './cost-file.js';
import { HEAD } from './file-parts.js';
import { cardShape, type Quantities } from './quantity.js';

/**
 * How a claim stands to the record that was seen. `supported`, `correct`: documents say so. `incomplete`: part of it. `misleading wording`:
 * the words carry another meaning than their source. `differs from the record`: a primary document says something else. `unsupported`:
 * looked for where it should stand, and the record speaks of something else; `unverified`: no record to look at; `not found`: searched for, on no page
 * by the date given. `testable`: a question that runs can answer with a range. `opinion`: a judgement, told with both sides.
 */
export const CLAIM_STATUSES = ['supported', 'correct', 'incomplete', 'misleading wording', 'differs from the record', 'unsupported', 'unverified', 'not found', 'testable', 'opinion'] as const;
export const CLAIM_TOPICS = ['article of May 2025', 'cost', 'number of interceptors', 'performance', 'programme', 'strategy'] as const;

const words = (what: string): z.ZodString => z.string({ error: what }).trim().min(1, { error: what });
const DAY = z.string({ error: 'a year, month or day, as in 2026-11-23' }).regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'a year, month or day, as in 2026-11-23' });
/** When something was said may be known only about: the year must be there. */
const WHEN = z.string({ error: 'a date with its year' }).regex(/\b\d{4}\b/, { error: 'a date with its year, as in 2025-05-20 or `about 2008`' });
const SEEN = z.enum(['primary', 'secondary', 'recalled'], { error: 'one of primary, secondary, recalled' });

const VOICE = z.strictObject({ who: words('who says so'), when: WHEN, says: words('what they say'), source: words('where it stands'), seen: SEEN, url: z.url({ error: 'an address that starts with https:// or http://' }).optional() });
const SIDE_WORDS = 'at least one voice with name and date, or { "noneFound": "2026-11-23" }';
const SIDE = z.union([z.array(VOICE).min(1, { error: SIDE_WORDS }), z.strictObject({ noneFound: DAY })], { error: SIDE_WORDS });

/** A source of its own: a claim without one is no claim that anybody could check. */
const SOURCE = z.strictObject({
  source: words('the document where the claim was checked'),
  where: words('where in it').optional(),
  standing: z.enum(['published', 'derived', 'assumed'], { error: 'one of published, derived, assumed' }),
  seen: SEEN,
  asOf: DAY,
  url: z.url({ error: 'an address that starts with https:// or http://' }).optional(),
}, { error: 'the source: { "source": …, "standing": "published", "seen": "primary" or "secondary", "asOf": "2026-11" }' });

/** Numbers that the claim itself states; they fill the slots of `cupola claims --check`. */
const SLOTS = z.strictObject({
  count: GIVEN_CARD.optional(),
  of: z.enum(['interceptors', 'satellites']).optional(),
  verb: z.enum(['stop', 'are needed for']).optional(),
  missiles: GIVEN_CARD.optional(),
  threat: z.string().min(1).optional(),
  from: z.string().min(1).optional(),
  stopped_share: GIVEN_CARD.optional(),
  price_usd: GIVEN_CARD.optional(),
  priceYear: z.string().regex(/^\d{4}$/, { error: 'a year in words, as in "2025"' }).optional(),
  scenario: z.string().min(1).optional(),
});

const TEST = z.union([
  z.strictObject({ what: words('what the program can test'), run: z.string().regex(/^cupola [a-z]/, { error: 'a command line, as in `cupola size --method shell`' }) }),
  z.strictObject({ what: words('why no run can test it'), run: z.null() }),
], { error: '{ "what": …, "run": "cupola …" }, or "run": null with the reason why no run can test it' });

export const CLAIM = z.strictObject({
  ...HEAD,
  model: z.literal('claim', { error: 'model: claim' }),
  topic: z.enum(CLAIM_TOPICS, { error: `one of ${CLAIM_TOPICS.join(', ')}` }),
  source: SOURCE,
  /** A paraphrase; in quotation marks only where a source confirms the words. */
  inCirculation: words('the claim as it circulates').refine((text) => !/["“”]/.test(text), { error: 'single quotation marks inside: the claim is shown between double ones' }),
  status: z.enum(CLAIM_STATUSES, { error: `one of ${CLAIM_STATUSES.join(', ')}` }),
  /** What the record shows. */
  record: words('what the record shows'),
  attribution: z.strictObject({ who: words('who made the claim'), when: WHEN }),
  slots: SLOTS.optional(),
  test: TEST,
  supporters: SIDE,
  critics: SIDE,
  says: words('what the product says instead, or beside it'),
}).refine(({ slots }) => (slots?.price_usd === undefined) === (slots?.priceYear === undefined), { path: ['slots', 'priceYear'], error: 'a price and its year together' });

const PER_MISSILE = z.strictObject({
  ...HEAD,
  model: z.literal('interceptors-per-missile'),
  items: z.array(
    z.strictObject({
      author: z.string().min(1),
      published: z.string().regex(/^\d{4}(-\d{2})?$/),
      work: z.string().min(1),
      interceptorsPerMissile: CARD,
      /** How the number stands to what Cupola works out, and why; it does not depend on anybody's settings. */
      mark: z.enum(ESTIMATE_MARKS),
      why: z.string().min(1),
      caveat: z.string().min(1),
      comparability: z.string().min(1),
    }),
  ),
});

/** Over what the published numbers of interceptors range: assumptions of the closed forms, each with who took it. */
export const NUMBER_SPACE = {
  speed_kmps: { min: 0.1, max: 30, doc: 'Speed of the interceptor at the end of its burn.' },
  delay_s: { min: 0, max: 600, doc: 'From launch to the order to fire.' },
  solidBurn_s: { min: 10, max: 900, doc: 'How long a missile with solid fuel burns.' },
  liquidBurn_s: { min: 10, max: 900, doc: 'How long a missile with liquid fuel burns.' },
  acceleration_g: { min: 0.01, max: 1000, doc: 'Of the interceptor, mean over its burn.' },
  altitude_km: { min: 150, max: 50_000, doc: 'Of the orbits.' },
  meeting_km: { min: 0, max: 50_000, doc: 'Altitude at which they meet.' },
  shots: { min: 1, max: 100, doc: 'Interceptors at each missile, on average.' },
  aboveLatitude_deg: { min: 0, max: 90, doc: 'Inclination of the orbits above the latitude of the launch; the other end of the range is an even spread over the globe.' },
} as const satisfies Quantities;

const SPACE = z.strictObject({ ...HEAD, model: z.literal('number-space'), ...cardShape(NUMBER_SPACE) });

export const CLAIM_FILE = z.discriminatedUnion('model', [CLAIM, PER_MISSILE, SPACE], { error: 'model: claim, interceptors-per-missile or number-space' });

export type NumberSpaceFile = z.infer<typeof SPACE>;

export type ClaimFile = z.infer<typeof CLAIM>;
export type PerMissileFile = z.infer<typeof PER_MISSILE>;
export type ClaimStatus = ClaimFile['status'];
