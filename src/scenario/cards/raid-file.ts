/** What a file of `data/raids` holds: a raid that scenarios call by its name, with cards for its sizes and its timing. */
import { z } from 'zod';
import { HEAD } from './file-parts.js';
import { cardShape } from './quantity.js';
import { AGAIN, RAID } from './quantities.js';

export const SHAPES = ['standard', 'minimum-energy', 'lofted', 'depressed'] as const;
export const APPROACHES = ['short', 'long'] as const;
/** Times of a second salvo that are told in words. */
export const AGAIN_AFTER = ['one-orbit'] as const;

const NAMES = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const TIMING = cardShape({ within_s: RAID.within_s, every_s: RAID.every_s, start_s: RAID.start_s });

const ENTRY = z.strictObject({
  title: z.string().min(1),
  missile: z.string().min(1),
  from: NAMES,
  to: NAMES,
  ...cardShape({ count: RAID.count }),
  within_s: TIMING.within_s.optional(),
  every_s: TIMING.every_s.optional(),
  start_s: TIMING.start_s.optional(),
  shape: z.enum(SHAPES).optional(),
  approach: z.enum(APPROACHES).optional(),
  route: z.array(z.string().min(1)).optional(),
  again: z.union([z.strictObject(cardShape(AGAIN)), z.strictObject({ after: z.enum(AGAIN_AFTER) })]).optional(),
});

export const RAID_FILE = z.strictObject({
  ...HEAD,
  model: z.literal('raid'),
  /** What question the raid stands for. */
  standsFor: z.string().min(1),
  entries: z.array(ENTRY).min(1),
});
