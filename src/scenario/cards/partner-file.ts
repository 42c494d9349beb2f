/** What a file of `data/partners` holds: a nation, what is its own, and what it shares where a scenario with partners does not say. The file is named as the nation is. */
import { z } from 'zod';
import { COUNTRY, HEAD } from './file-parts.js';
import { SHARING_MODES } from '../plan/partners-plan.js';
import { cardShape } from './quantity.js';
import type { Quantities } from './quantity.js';

export const PARTNER = {
  delay_s: { min: 0, max: 3_600, doc: "How much later its sensors' reports come to shooters of others." },
  releaseDelay_s: { min: 0, max: 3_600, doc: 'How long its authority takes to agree that shooters on its soil fire.' },
} as const satisfies Quantities;

/** A fact about the alliance, with where it is from. */
const FACT = z.strictObject({ says: z.string().min(1), source: z.string().min(1), seen: z.enum(['primary', 'secondary', 'recalled']) });

export const PARTNER_FILE = z.strictObject({
  ...HEAD,
  model: z.literal('partner'),
  mode: z.enum(SHARING_MODES),
  /** Countries whose outlines are its territory. */
  countries: z.array(COUNTRY).min(1),
  /** Group of places that count as defended with it. */
  defended: z.string().min(1).optional(),
  facts: z.array(FACT).min(1),
  ...cardShape(PARTNER),
});
