/**
 * What a file of `data/forces` holds: how many weapons of each class a state is said to have. Where sources disagree, their
 * numbers stand side by side, each on its own card; nothing here averages them.
 */
import { z } from 'zod';
import { CARD } from './card.js';
import { COUNTRY, HEAD } from './file-parts.js';

const VERSIONS = z.array(CARD).min(1);
const CLASS = z.strictObject({ title: z.string().min(1), in2025: VERSIONS.optional(), in2035: VERSIONS.optional() }).optional();

export const FORCE_FILE = z.strictObject({
  ...HEAD,
  model: z.literal('force-table'),
  country: COUNTRY,
  icbm: CLASS,
  slbm: CLASS,
  fractionalOrbital: CLASS,
  hypersonic: CLASS,
  landAttackCruise: CLASS,
  warheads: CLASS,
  /** On deployed launchers, as outside estimates count them. */
  deployedWarheads: CLASS,
  heavyBombers: CLASS,
});
