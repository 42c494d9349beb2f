/**
 * Entries of `raid` in a scenario: a group of missiles of one class, or a raid of the catalogue by its name. Any number of
 * a class or of a named raid can be changed in place.
 */
import { z } from 'zod';
import { numberSchema, overrideShape } from '../cards/quantity.js';
import { AGAIN, BOOSTER, BRIGHTNESS, BUS, CRUISE, DECOYS, FRACTIONAL_ORBIT, GLIDE, RAID, RAID_TIMING, STAGE } from '../cards/quantities.js';
import { AGAIN_AFTER, APPROACHES, SHAPES } from '../cards/raid-file.js';
import { mapping, name, PLACE_REFERENCE } from './schema-parts.js';
import { SIGNATURE } from '../cards/sensor-quantities.js';
import { GLIDES } from '../cards/threat-file.js';

const WEIGHTED_PLACE = mapping({ place: PLACE_REFERENCE, weight: numberSchema('weight', RAID.weight) }, 'a place with its weight: `{ place: …, weight: … }`');

const places = (what: string) => z.union([PLACE_REFERENCE, z.array(z.union([PLACE_REFERENCE, WEIGHTED_PLACE])).min(1, { error: `at least one ${what}` })]);

const FROM = places('place').describe('Launch area: a site, or a place by coordinates. Several are taken in turn, or by their weights.');
const TO = places('target').describe('Targets, taken in turn, or by their weights.');

/** Numbers of all classes; which of them a class has is checked against the class. */
const THREAT_NUMBERS = mapping(
  {
    ...overrideShape(BOOSTER),
    ...overrideShape(GLIDE),
    ...overrideShape(FRACTIONAL_ORBIT),
    ...overrideShape(CRUISE),
    glide: z.enum(GLIDES).optional(),
    stages: z.array(mapping(overrideShape(STAGE), 'numbers of a stage')).optional(),
    bus: mapping(overrideShape(BUS), 'numbers of the bus').optional(),
    decoys: mapping(overrideShape(DECOYS), 'numbers of the decoys').optional(),
    signature: mapping(overrideShape(SIGNATURE), 'how it looks to sensors').optional(),
    brightness: z.array(mapping(overrideShape(BRIGHTNESS), 'numbers of a row')).optional(),
  },
  'numbers of the threat class',
);

const SECOND_SALVO = mapping(
  {
    after_min: numberSchema('after_min', AGAIN.after_min).optional(),
    after: z.enum(AGAIN_AFTER).optional(),
    orbit_min: numberSchema('orbit_min', RAID_TIMING.orbit_min).optional().describe('With `after: one-orbit`: one orbit, where the first shell is not to tell it.'),
  },
  'a second salvo: `{ after_min: 30 }` or `{ after: one-orbit }`',
);

/** How the group flies and when, all of it optional. */
const MANNER = {
  within_s: numberSchema('within_s', RAID.within_s).optional().describe('Launch times are spread over this time by chance; data/defaults/raid.json when left out.'),
  every_s: numberSchema('every_s', RAID.every_s).optional().describe('Ripple: each missile is launched this long after the one before. Instead of `within_s`.'),
  start_s: numberSchema('start_s', RAID.start_s).optional().describe('First launch of this group after the start of the raid; 0 when left out.'),
  shape: z.enum(SHAPES).optional().describe('How a ballistic missile flies to its target; standard when left out: the class\'s own pitch programme, cut off earlier for nearer targets.'),
  approach: z.enum(APPROACHES).optional().describe('Which way round the Earth; `long`, over the other side, for fractional orbits only.'),
  route: z.array(PLACE_REFERENCE, { error: 'a list of places' }).optional().describe('Places passed on the way, in order; for gliders and cruise missiles.'),
  again: SECOND_SALVO.optional().describe('A second salvo of the same size, after minutes or after one orbit of the first shell.'),
  threat: THREAT_NUMBERS.optional(),
};

const GROUP = mapping(
  { missile: name('a threat class').describe('A file of data/threats.'), from: FROM, to: TO, count: numberSchema('count', RAID.count), ...MANNER },
  'a group of missiles: `{ missile: …, from: …, to: …, count: … }`',
);

const { within_s } = MANNER;
const NAMED_RAID = mapping(
  {
    preset: name('a raid').describe('A file of data/raids.'),
    from: FROM.optional(),
    to: TO.optional(),
    within_s,
    entries: z.array(mapping({ from: FROM.optional(), to: TO.optional(), count: numberSchema('count', RAID.count).optional(), ...MANNER }, 'changes of one entry of the raid')).optional().describe("Changes of the raid's entries, in their order."),
  },
  'a raid of the catalogue: `{ preset: … }`',
);

export const RAID_ENTRY = z.union([GROUP, NAMED_RAID]);
export type GroupEntry = z.infer<typeof GROUP>;
export type NamedRaidEntry = z.infer<typeof NAMED_RAID>;
export type ThreatNumbers = z.infer<typeof THREAT_NUMBERS>;
