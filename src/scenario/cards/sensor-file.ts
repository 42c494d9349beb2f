/** What a file of `data/sensors` holds: one system, on the ground or with all its satellites, and the years of its service. */
import { z } from 'zod';
import { HEAD } from './file-parts.js';
import { NATIONS } from '../compile/nations.js';
import { cardShape } from './quantity.js';
import { AIR_TRACKER, ELLIPSE, ELLIPSE_SATELLITE, IN_SERVICE, INFRARED, OVER_HORIZON_RADAR, RADAR, SATELLITE, SENSOR_SHELL } from './sensor-quantities.js';

export const LOOKS = ['scanning', 'staring'] as const;

const SYSTEM = { ...HEAD, nation: z.enum(NATIONS), inService: z.strictObject(cardShape(IN_SERVICE)) };
const INFRARED_SYSTEM = { ...SYSTEM, look: z.enum(LOOKS), ...cardShape(INFRARED) };
const SHELL = z.strictObject(cardShape(SENSOR_SHELL));
/** Left out for what can be put anywhere: a scenario then says where. */
const SITED = { ...SYSTEM, site: z.string().min(1).optional() };
const satellites = <S extends z.core.$ZodLooseShape>(shape: S) => z.array(z.strictObject({ title: z.string().min(1), ...shape })).min(1);

export const SENSOR_FILE = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('infrared-geostationary'), ...INFRARED_SYSTEM, satellites: satellites(cardShape(SATELLITE)) }),
  z.strictObject({ model: z.literal('infrared-elliptical'), ...INFRARED_SYSTEM, orbit: z.strictObject(cardShape(ELLIPSE)), satellites: satellites(cardShape(ELLIPSE_SATELLITE)) }),
  z.strictObject({ model: z.literal('infrared-shell'), ...INFRARED_SYSTEM, orbit: SHELL }),
  z.strictObject({ model: z.literal('radar'), ...SITED, ...cardShape(RADAR) }),
  z.strictObject({ model: z.literal('over-horizon-radar'), ...SITED, ...cardShape(OVER_HORIZON_RADAR) }),
  z.strictObject({ model: z.literal('air-tracker'), ...SYSTEM, orbit: SHELL, ...cardShape(AIR_TRACKER) }),
]);

export type SensorFile = z.infer<typeof SENSOR_FILE>;
export type SensorModel = SensorFile['model'];
