/** What a file of `data/launches` holds: peaceful launches into orbit from one public site, by direction. */
import { z } from 'zod';
import { COUNTRY, HEAD } from './file-parts.js';
import { cardShape } from './quantity.js';
import { LAUNCH_CORRIDOR, PEACEFUL_LAUNCH } from './warning-quantities.js';

export const LAUNCH_FILE = z.strictObject({
  ...HEAD,
  model: z.literal('peaceful-launch'),
  country: COUNTRY,
  /** The class of `data/threats` whose ascent into orbit stands for these rockets. */
  booster: z.string().min(1),
  ...cardShape(PEACEFUL_LAUNCH),
  corridors: z.array(z.strictObject({ title: z.string().min(1), ...cardShape(LAUNCH_CORRIDOR) })).min(1),
});

export type LaunchFile = z.infer<typeof LAUNCH_FILE>;
