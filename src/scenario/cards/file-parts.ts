/** Parts that data files of several kinds share. */
import { z } from 'zod';
import { SOURCE_DEFAULTS } from './card.js';
import { cardShape } from './quantity.js';
import { STAGE } from './quantities.js';

/** Words that every file may have. `source` is the default for all its cards. */
export const HEAD = { title: z.string().min(1), note: z.string().optional(), source: SOURCE_DEFAULTS.optional() };

const STAGE_COUNT = 'one to four stages';
export const STAGES = z.array(z.strictObject(cardShape(STAGE)), { error: STAGE_COUNT }).min(1, { error: STAGE_COUNT }).max(4, { error: STAGE_COUNT });

/** ISO 3166-1 numeric code of a country, as the outlines carry it. */
export const COUNTRY = z.string().regex(/^\d{3}$/);
