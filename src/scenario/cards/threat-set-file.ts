/**
 * What a file of `data/threat-sets` holds: who could attack with what in a year, by tier of adversary and class of attack. Counts stand
 * in `data/forces` and are referred to; who stands in which tier, and what flies for a count from where at what, is a reading with cards.
 */
import { z } from 'zod';
import { HEAD } from './file-parts.js';
import { cardShape } from './quantity.js';
import type { Quantities } from './quantity.js';
import { RAID } from './quantities.js';
import { APPROACHES } from './raid-file.js';

export const TIERS = ['peer', 'near-peer', 'rogue'] as const;
export type Tier = (typeof TIERS)[number];
export const THREAT_CLASSES = ['icbm-slbm', 'hgv', 'fobs', 'cruise', 'uas-other'] as const;
export type ThreatClass = (typeof THREAT_CLASSES)[number];
/** Years for which `data/forces` hold counts. */
export const FORCE_YEARS = ['2025', '2035'] as const;
export type ForceYear = (typeof FORCE_YEARS)[number];

export const THREAT_SET = {
  share: { min: 0, above: true, max: 1, doc: 'Share of a counted class that this entry stands for.' },
  flownShare: { min: 0, above: true, max: 1, doc: 'Share of the count that is flown as the raid of a cell, rounded up.' },
} as const satisfies Quantities;

const { share, flownShare } = cardShape(THREAT_SET);

/** Missiles of one counted class of one state (`data/forces/<force>.json`, key `counted`). */
const ENTRY = z.strictObject({
  title: z.string().min(1),
  force: z.string().min(1),
  counted: z.enum(['icbm', 'slbm', 'fractionalOrbital', 'hypersonic', 'landAttackCruise']),
  share,
  missile: z.string().min(1),
  from: z.string().min(1),
  to: z.array(z.string().min(1)).min(1),
  approach: z.enum(APPROACHES).optional(),
});

const WHERE = { tier: z.enum(TIERS), class: z.enum(THREAT_CLASSES) };
const CELL = z.union([
  z.strictObject({ ...WHERE, note: z.string().min(1), within_s: cardShape({ within_s: RAID.within_s }).within_s, entries: z.array(ENTRY).min(1) }),
  /** Why the tables hold nothing of this class. */
  z.strictObject({ ...WHERE, absent: z.string().min(1) }),
]);

export const THREAT_SET_FILE = z.discriminatedUnion('model', [
  z.strictObject({
    ...HEAD, model: z.literal('threat-set'), year: z.enum(FORCE_YEARS),
    tiers: z.array(z.strictObject({ tier: z.enum(TIERS), states: z.array(z.string().min(1)).min(1), why: z.string().min(1), flownShare })).length(TIERS.length),
    cells: z.array(CELL).length(TIERS.length * THREAT_CLASSES.length),
  }),
  /** The tiers and cells of another set, with the counts of its own year. */
  z.strictObject({ ...HEAD, model: z.literal('threat-set-like'), year: z.enum(FORCE_YEARS), cellsOf: z.string().min(1) }),
]);

export type ThreatSetFile = z.infer<typeof THREAT_SET_FILE>;
export type ThreatSetCells = Extract<ThreatSetFile, { model: 'threat-set' }>;
export type ThreatSetEntry = z.infer<typeof ENTRY>;
