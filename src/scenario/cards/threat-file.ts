/** What a file of `data/threats` holds: one class of threat, in one of the ways that threats fly. */
import { z } from 'zod';
import { HEAD, STAGES } from './file-parts.js';
import { cardShape } from './quantity.js';
import { BOOSTER, BRIGHTNESS, BUS, CRUISE, DECOYS, FRACTIONAL_ORBIT, GLIDE, THREAT } from './quantities.js';
import { SIGNATURE } from './sensor-quantities.js';

export const GLIDES = ['equilibrium', 'skip'] as const;
const FUELS = ['solid', 'liquid'] as const;
const BRIGHTNESS_CLASSES = ['dim', 'bright'] as const;
const GUISES = ['cruise-missile', 'one-way-drone'] as const;

/** `site`: where `cupola fly` starts when nobody says otherwise. */
const CLASS = {
  ...HEAD,
  site: z.string().min(1),
  /** How it looks to sensors, where that is known better than for all of its kind (data/defaults/signature-….json). */
  signature: z.strictObject(cardShape(SIGNATURE)).partial().optional(),
};
const BOOSTED = { ...CLASS, fuel: z.enum(FUELS), ...cardShape(BOOSTER), stages: STAGES };

export const THREAT_FILE = z.discriminatedUnion('model', [
  z.strictObject({
    model: z.literal('staged-ballistic'),
    ...BOOSTED,
    /** Left out where the missile carries one warhead. */
    bus: z.strictObject(cardShape(BUS)).optional(),
    decoys: z.strictObject(cardShape(DECOYS)).optional(),
  }),
  z.strictObject({
    model: z.literal('boost-glide'),
    ...BOOSTED,
    glide: z.enum(GLIDES),
    ...cardShape(GLIDE),
    brightness: z.array(z.strictObject({ class: z.enum(BRIGHTNESS_CLASSES), ...cardShape(BRIGHTNESS) })),
  }),
  z.strictObject({ model: z.literal('fractional-orbital'), ...BOOSTED, ...cardShape(FRACTIONAL_ORBIT) }),
  z.strictObject({ model: z.literal('cruise'), ...CLASS, guise: z.enum(GUISES), ...cardShape(CRUISE), ...cardShape(THREAT) }),
]);
