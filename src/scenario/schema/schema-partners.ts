/** Allies in a scenario: what each shares, in one word or with its delays and caveats. */
import { z } from 'zod';
import { PARTNER } from '../cards/partner-file.js';
import { SHARING_MODES } from '../plan/partners-plan.js';
import { overrideShape } from '../cards/quantity.js';
import { mapping, name } from './schema-parts.js';

const CAVEATS = mapping(
  {
    withholds: z.array(name('a sensor'), { error: 'a list of sensors' }).optional().describe('Sensors that it keeps to its own warning.'),
    shooters: z.enum(['shared', 'own-territory']).optional().describe('`own-territory`: its shooters fire only at what falls on it.'),
  },
  'caveats: `{ withholds: [ … ], shooters: own-territory }`',
);
const PARTNER_ENTRY = mapping({ mode: z.enum(SHARING_MODES).optional(), ...overrideShape(PARTNER), caveats: CAVEATS.optional() }, 'what a partner shares: `{ mode: … }`');

export const PARTNERS = z.record(z.string(), z.union([z.enum(SHARING_MODES), PARTNER_ENTRY]), { error: 'partners by name: `{ canada: warning-only }`' });
export type Partners = z.infer<typeof PARTNERS>;
