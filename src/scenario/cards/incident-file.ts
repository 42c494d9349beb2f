/**
 * What a file of `data/incidents` holds: what a warning centre was told in one event of the public record, in which cases it is
 * tried, and which level each case should come to. No part of the program knows an incident by its name.
 */
import { z } from 'zod';
import { FLAGS, HEADINGS, HEALTHS, LEVELS, SENSOR_KINDS } from '../../models/command/warning/evidence.js';
import { HEAD } from './file-parts.js';
import { cardShape } from './quantity.js';
import { ALERT_RECORD, INCIDENT_EVENT, INCIDENT_MEASURED, NOTICE } from './warning-quantities.js';

const { at_s, objects, confidence_prob } = cardShape(INCIDENT_EVENT);
const name = z.string({ error: 'a name' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'a name of lower-case words joined by hyphens' });
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, { error: `one of ${values.join(', ')}` });
const words = z.string({ error: 'a sentence' }).min(1, { error: 'a sentence' });

/** `in`: names of the cases in which this happens; left out for all. */
const COMMON = { text: words, in: z.array(name).min(1).optional(), at_s };

const EVENT = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('report'), sensor: name, ...COMMON, objects, confidence_prob, heading: oneOf(HEADINGS), ...cardShape(INCIDENT_MEASURED) }),
  z.strictObject({ what: z.literal('message'), link: name, ...COMMON, objects }),
  z.strictObject({ what: z.literal('statement'), by: name, ...COMMON, claim: oneOf(['attack', 'no-attack']) }),
  z.strictObject({ what: z.literal('health'), sensor: name, ...COMMON, health: oneOf(HEALTHS) }),
  z.strictObject({ what: z.literal('flag'), source: name, ...COMMON, flag: oneOf(FLAGS), state: oneOf(['set', 'cleared']) }),
], { error: 'what: one of report, message, statement, health, flag' });

const CASE = z.strictObject({
  name,
  title: words,
  /** The highest level that is declared, and the last. */
  expected: z.strictObject({ highest: oneOf(LEVELS), final: oneOf(LEVELS) }),
});

export const INCIDENT_FILE = z.strictObject({
  ...HEAD,
  model: z.literal('incident', { error: 'model: incident' }),
  /** UTC of time 0. */
  start: z.string({ error: 'a time in UTC, as in 1995-01-25T06:24:00Z' }).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/, { error: 'a time in UTC, as in 1995-01-25T06:24:00Z' }),
  /** What the public record says came of it. */
  record: words,
  /** What was looked at before it was clear. */
  checked: z.array(words),
  /** Where accounts differ, or what is not known. */
  open: z.array(words),
  sensors: z.array(z.strictObject({ name, title: words, kind: oneOf(SENSOR_KINDS), health: oneOf(HEALTHS) })),
  links: z.array(z.strictObject({ name, title: words })),
  events: z.array(EVENT).min(1, { error: 'at least one event' }),
  notices: z.array(z.strictObject({ name, text: words, in: z.array(name).min(1).optional(), ...cardShape(NOTICE) })),
  cases: z.array(CASE).min(1, { error: 'at least one case' }),
  publicAlert: z.strictObject(cardShape(ALERT_RECORD)).optional(),
});

export type IncidentFile = z.infer<typeof INCIDENT_FILE>;
