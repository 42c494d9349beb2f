/**
 * Sensors in a scenario: a list of systems, or the year whose systems are taken, all but those of nations (or names) left out.
 * Either way any number of a system can be changed in place.
 */
import { z } from 'zod';
import { LOOKS } from '../cards/sensor-file.js';
import { numberSchema, overrideShape } from '../cards/quantity.js';
import { AIR_TRACKER, ELLIPSE, ELLIPSE_SATELLITE, INFRARED, OVER_HORIZON_RADAR, RADAR, SATELLITE, SENSOR_SHELL } from '../cards/sensor-quantities.js';
import { mapping, name, PLACE_REFERENCE } from './schema-parts.js';

const TWO_LINES = mapping(
  { line1: name('line 1 of a two-line element set'), line2: name('line 2 of a two-line element set'), name: name('the satellite').optional() },
  'a two-line element set: `{ line1: …, line2: … }`',
);
const MEAN_ELEMENTS = mapping(
  { omm: z.record(z.string(), z.union([z.string(), z.number()]), { error: 'fields of an orbit mean-elements message' }), name: name('the satellite').optional() },
  'an orbit mean-elements message: `{ omm: { … } }`',
);

/** What may be changed of a system; what its model does not have is refused by name (`meaning-sensors.ts`). */
const NUMBERS = {
  ...overrideShape(INFRARED),
  ...overrideShape(RADAR),
  ...overrideShape(OVER_HORIZON_RADAR),
  ...overrideShape(AIR_TRACKER),
  look: z.enum(LOOKS).optional(),
  at: PLACE_REFERENCE.optional().describe('Where it stands, instead of the site of its card; needed for what has none.'),
  orbit: mapping(overrideShape({ ...ELLIPSE, ...SENSOR_SHELL }), 'numbers of the orbit').optional(),
  satellites: z.array(mapping(overrideShape({ ...SATELLITE, ...ELLIPSE_SATELLITE }), 'numbers of a satellite')).optional(),
  elements: z
    .array(z.union([TWO_LINES, MEAN_ELEMENTS]), { error: 'a list of element sets' })
    .min(1, { error: 'at least one element set: a sensor needs an orbit' })
    .optional()
    .describe('Public element sets, flown at their true times instead of the orbits of the card.'),
};

const SENSOR_ENTRY = mapping({ use: name('a sensor').describe('A file of data/sensors.'), ...NUMBERS }, 'a sensor: `{ use: … }`');

const YEAR = { min: 1950, max: 2100, whole: true, doc: 'All sensors of the catalogue that are in service in this year, as in 2025, 2028 or 2035.' } as const;
const SENSOR_SET = mapping(
  {
    year: numberSchema('year', YEAR),
    without: z.array(name('a nation or a sensor'), { error: 'a list of nations or sensors' }).optional().describe('Nations whose sites are left out, or single sensors.'),
    numbers: z.record(z.string(), mapping(NUMBERS, 'numbers of a sensor'), { error: 'numbers of sensors by name' }).optional().describe('Numbers of single sensors, changed for this scenario.'),
  },
  'the sensors of a year: `{ year: 2028 }`',
);

export const SENSORS = z.union([z.array(SENSOR_ENTRY, { error: 'a list of sensors' }), SENSOR_SET]);
export type SensorNumbers = Omit<z.infer<typeof SENSOR_ENTRY>, 'use'>;
export type Sensors = z.infer<typeof SENSORS>;
