/**
 * What a file of `data/costs` holds: how a study prices a layer in space (a preset), what batteries, sensors, ships and command
 * cost, when money is spent, price indices, money announced, and the estimates that others have published.
 */
import { z } from 'zod';
import { CARD, GIVEN_CARD } from './card.js';
import { HEAD } from './file-parts.js';
import { NATIONS } from '../compile/nations.js';
import { cardShape } from './quantity.js';
import { BATTERY_COST, COMMAND_COST, COST, COST_MASS, COST_SCHEDULE, COST_SIZING, SENSOR_COST } from './cost-quantities.js';

/** Marks of an estimate, as validation cases carry them. */
export const ESTIMATE_MARKS = ['reproduced', 'calibrated', 'arithmetic', 'not-reproducible'] as const;

/** What an element of a shield is: interceptors in orbit, on land, at sea, sensors, command. */
export const ELEMENT_KINDS = ['space', 'land', 'sea', 'sensor', 'command'] as const;

/** A calendar year whose dollars are meant; the same as a card where a number must be one. */
const PRICE_YEAR_WORDS = { error: 'the year whose dollars are meant, as in "2026"' };
const PRICE_YEAR = z.string(PRICE_YEAR_WORDS).regex(/^\d{4}$/, PRICE_YEAR_WORDS);
/** Of what others have published: some do not say. */
const THEIR_PRICE_YEAR = z.union([PRICE_YEAR, z.literal('not stated')]);

const LAYER_COST = z.strictObject({
  ...HEAD,
  model: z.literal('space-layer'),
  priceYear: PRICE_YEAR,
  /** prorated: one for one as they age; generations: whole sets, years over life rounded down; none: the first set only. */
  replacement: z.enum(['prorated', 'generations', 'none']),
  /** sum: unit by unit over all that are built; closed-form: the formula of AEI's calculator, anew for each generation. */
  learning: z.enum(['sum', 'closed-form']),
  /** Parts that its price of a unit holds, because the source gives no more than a whole. */
  unitsHold: z.array(z.enum(['development', 'operations'])).optional(),
  /** How the preset stands to its source; none where it is nobody's estimate. */
  mark: z.enum(ESTIMATE_MARKS).optional(),
  /** The one number that was chosen so that the source's result is met. */
  calibrated: z.enum(Object.keys(COST) as [keyof typeof COST, ...(keyof typeof COST)[]]).optional(),
  ...cardShape(COST),
  sizing: z.strictObject(cardShape(COST_SIZING)).optional(),
  masses: z.strictObject(cardShape(COST_MASS)).optional(),
});
/** Words on what a price holds and what it does not, as its source has it. */
const SCOPE_WORDS = { includes: z.array(z.string().min(1)), leavesOut: z.array(z.string().min(1)) };
const PRICED = { ...HEAD, priceYear: PRICE_YEAR, ...SCOPE_WORDS };

const BATTERY = z.strictObject({
  ...PRICED,
  model: z.literal('ground-battery'),
  interceptor: z.string().min(1),
  /** Interceptors whose site serves these too, so that site and operations are paid once. */
  sharesSiteWith: z.array(z.string().min(1)).optional(),
  /** Sensors that come with a battery and are within its price. */
  holdsSensors: z.array(z.string().min(1)).optional(),
  /** Sites that stand, with the interceptors on them. */
  existing: z.array(z.strictObject({ site: z.string().min(1), interceptors_count: CARD.optional() })).optional(),
  ...cardShape(BATTERY_COST),
});
const SENSORS = z.strictObject({
  ...PRICED,
  model: z.literal('sensor-system'),
  /** Files of `data/sensors` that it prices. */
  sensors: z.array(z.string().min(1)).min(1),
  /** Nation that has said it pays; left out for the nation that leads. */
  payer: z.enum(NATIONS).optional(),
  ...cardShape(SENSOR_COST),
});
/** command: command and communications, once for a shield; ship: one on station, with or without interceptors of several kinds. */
const ONCE = z.strictObject({ ...PRICED, model: z.enum(['command', 'ship']), ...cardShape(COMMAND_COST) });
const SCHEDULE = z.strictObject({ ...HEAD, model: z.literal('schedule'), /** What no price here holds. */ leavesOut: z.array(z.string().min(1)), ...cardShape(COST_SCHEDULE) });

/** enacted: voted; requested: asked for; claim: said to be the cost of the whole. */
export const ANNOUNCED_KINDS = ['enacted', 'requested', 'claim'] as const;
const ANNOUNCED = z.strictObject({
  ...HEAD,
  model: z.literal('announced'),
  items: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      kind: z.enum(ANNOUNCED_KINDS),
      who: z.string().min(1),
      published: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
      /** Of money of one year; a claim is about the whole. */
      fiscalYear: z.string().regex(/^\d{4}$/).optional(),
      amount_usd: GIVEN_CARD,
      scope: z.string().min(1),
      caveat: z.string().min(1).optional(),
    }),
  ),
});
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
      /** Wherever a price is given. */
      priceYear: THEIR_PRICE_YEAR.optional(),
      /** What its price covers and what it leaves out, by the pages seen; empty where no page says. */
      includes: z.array(z.string().min(1)),
      leavesOut: z.array(z.string().min(1)),
      /** Kinds of elements that its price covers, so that the same of another shield can be set beside it; left out where no page says. */
      covers: z.array(z.enum(ELEMENT_KINDS)).min(1).optional(),
      /** Where all this is from. */
      scopeFrom: z.string().min(1),
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
    }).refine(({ total_usd, priceYear }) => total_usd === undefined || priceYear !== undefined, { path: ['priceYear'], error: `${PRICE_YEAR_WORDS.error}, or "not stated"` }),
  ),
});

export const COST_FILE = z.discriminatedUnion('model', [LAYER_COST, BATTERY, SENSORS, ONCE, SCHEDULE, ANNOUNCED, DEFLATORS, ESTIMATES]);
