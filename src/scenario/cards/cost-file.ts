/**
 * What a file of `data/costs` holds: how a study prices a layer in space (a preset), what a ground battery costs, price indices,
 * and the estimates that others have published.
 */
import { z } from 'zod';
import { CARD, GIVEN_CARD } from './card.js';
import { HEAD } from './file-parts.js';
import { cardShape } from './quantity.js';
import { BATTERY_COST, COST, COST_MASS, COST_SIZING } from './quantities.js';

/** Marks of an estimate, as validation cases carry them. */
export const ESTIMATE_MARKS = ['reproduced', 'calibrated', 'arithmetic', 'not-reproducible'] as const;

/** A calendar year whose dollars are meant; the same as a card where a number must be one. */
const PRICE_YEAR = z.string().regex(/^\d{4}$/, { error: 'a year, as in "2026"' });

const LAYER_COST = z.strictObject({
  ...HEAD,
  model: z.literal('space-layer'),
  priceYear: PRICE_YEAR,
  /** prorated: one for one as they age; generations: whole sets, years over life rounded down; none: the first set only. */
  replacement: z.enum(['prorated', 'generations', 'none']),
  /** sum: unit by unit over all that are built; closed-form: the formula of AEI's calculator, anew for each generation. */
  learning: z.enum(['sum', 'closed-form']),
  /** How the preset stands to its source; none where it is nobody's estimate. */
  mark: z.enum(ESTIMATE_MARKS).optional(),
  /** The one number that was chosen so that the source's result is met. */
  calibrated: z.enum(Object.keys(COST) as [keyof typeof COST, ...(keyof typeof COST)[]]).optional(),
  ...cardShape(COST),
  sizing: z.strictObject(cardShape(COST_SIZING)).optional(),
  masses: z.strictObject(cardShape(COST_MASS)).optional(),
});
const BATTERY = z.strictObject({ ...HEAD, model: z.literal('ground-battery'), priceYear: PRICE_YEAR, interceptor: z.string().min(1), ...cardShape(BATTERY_COST) });
const DEFLATORS = z.strictObject({ ...HEAD, model: z.literal('deflators'), index: z.record(PRICE_YEAR, CARD) });
const ESTIMATES = z.strictObject({
  ...HEAD,
  model: z.literal('estimates'),
  items: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      author: z.string().min(1),
      /** As it is cited. */
      work: z.string().min(1),
      published: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
      /** Pages on which it was seen; none where it was recalled. */
      pages: z.array(z.url()),
      /** What is counted and what is not. */
      scope: z.string().min(1),
      caveat: z.string().min(1).optional(),
      priceYear: PRICE_YEAR.optional(),
      /** What the source itself gives; what follows from it here is not put in its mouth. */
      total_usd: GIVEN_CARD.optional(),
      satellites_count: GIVEN_CARD.optional(),
      missiles_count: GIVEN_CARD.optional(),
      perMissile: GIVEN_CARD.optional(),
      mark: z.enum(ESTIMATE_MARKS),
      /** Which of its numbers the mark is about. */
      marked: z.enum(['total_usd', 'satellites_count', 'perMissile']).optional(),
      /** The one parameter that was chosen so that ours meets theirs. */
      calibrated: z.string().min(1).optional(),
      why: z.string().min(1),
      /** The preset that computes it, and what is changed in it. */
      preset: z.string().min(1).optional(),
      set: z.array(z.string().min(1)).optional(),
    }),
  ),
});

export const COST_FILE = z.discriminatedUnion('model', [LAYER_COST, BATTERY, DEFLATORS, ESTIMATES]);
