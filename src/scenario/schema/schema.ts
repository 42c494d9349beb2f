/**
 * The scenario file: one schema for checking, for types and for the published JSON Schema.
 * Units stand in key suffixes; names are resolved in the catalogue later; any number of a card can be overridden in place.
 */
import { z } from 'zod';
import { DOCTRINES, EVIDENCE, PREDICTIONS, SCOPES } from '../cards/kinds.js';
import { numberSchema, overrideShape } from '../cards/quantity.js';
import { COMMAND, GROUND_INTERCEPTOR, LAUNCHER, LAYER, ON_ORBIT, PLACE, PLACE_EXTRAS, RELEASE, SECOND_STAGE, SHELL, SPACE_INTERCEPTOR, STAGE } from '../cards/quantities.js';
import { RAID_ENTRY } from './raid-entry.js';
import { BEFORE_SHAPE, DOCTRINE_SHAPE, KILL_AGAINST_SHAPE } from './schema-doctrine.js';
import { mapping, name, PLACE_REFERENCE } from './schema-parts.js';
import { DISCRIMINATION_KEY, TRACKER } from './schema-tracker.js';
import { COMMAND_GRAPH, FALLBACK } from './schema-command-graph.js';
import { PARTNERS } from './schema-partners.js';
import { SENSORS } from './sensor-entry.js';
import { GROUND_TRACK_NEED, TRACK_NEED } from '../cards/tracker-quantities.js';

/** Numbers of the scenario that stand on no card: the size of the study, not a fact about the world. */
export const DEFAULT_VARIANTS = 64;
/** Places that are defended when the scenario names none. */
export const DEFAULT_DEFENDED = ['us-cities-50'] as const;
export const DEFAULT_EPOCH = { from: '2026-01-01T00:00Z', within_h: 24 } as const;

const COMMON_MODE = z
  .array(mapping({ value: numberSchema('value', LAYER.commonMode), scope: z.enum(SCOPES) }, 'a shared failure: `{ value: …, scope: … }`'))
  .optional()
  .describe('Causes of failure shared by many shots; `value` is the chance that each does not occur. None when left out.');
const RELEASE_RULE = mapping({ evidence: z.enum(EVIDENCE).optional(), ...overrideShape(RELEASE) }, 'a release rule: `{ evidence: …, delay_s: … }`').optional();

const LAYER_SHAPE = {
  singleShotKill: numberSchema('singleShotKill', LAYER.singleShotKill).optional().describe('Chance that one shot kills; data/defaults/layer-space.json or layer-ground.json when left out.'),
  singleShotKillAgainst: KILL_AGAINST_SHAPE,
  commonMode: COMMON_MODE,
  release: RELEASE_RULE.describe("A rule of this entry's own; what it leaves out is that of `release` for its kind."),
  nation: name('a nation').optional().describe('Whose the shooters are, where `partners` are given; the nation of the site, or for satellites that of what is defended, when left out.'),
  fallback: FALLBACK.optional().describe('What it does when no word can come to it through the command graph; without it, it does not fire then.'),
};

const CONSTELLATION_ENTRY = mapping(
  {
    constellation: name('a constellation').describe('A file of data/constellations.'),
    ...overrideShape(SHELL),
    ...LAYER_SHAPE,
    interceptor: mapping({ ...overrideShape({ ...SPACE_INTERCEPTOR, ...ON_ORBIT, ...TRACK_NEED }), secondStage: mapping(overrideShape(SECOND_STAGE), 'numbers of the second stage').optional() }, 'numbers of the interceptor').optional(),
  },
  'a layer: `{ constellation: … }`',
);
const BATTERY_ENTRY = mapping(
  {
    battery: name('a ground interceptor').describe('A file of data/interceptors.'),
    at: PLACE_REFERENCE.describe('Site of the battery.'),
    count: numberSchema('count', PLACE_EXTRAS.interceptors_count).optional().describe('Interceptors of the battery; the card of the interceptor or of the site when left out.'),
    ...overrideShape(LAUNCHER),
    ...LAYER_SHAPE,
    interceptor: mapping({ ...overrideShape({ ...GROUND_INTERCEPTOR, ...GROUND_TRACK_NEED }), stages: z.array(mapping(overrideShape(STAGE), 'numbers of a stage')).optional() }, 'numbers of the interceptor').optional(),
  },
  'a layer: `{ battery: …, at: … }`',
);

export const SCENARIO = mapping(
  {
    version: z.literal(1, { error: 'version 1' }).describe('Version of this format.'),
    title: z.string({ error: 'one line of text' }).max(300, { error: 'at most 300 characters' }).optional(),
    epoch: mapping(
      { from: name('a time in UTC, as in 2026-01-01T00:00Z').optional(), within_h: numberSchema('within_h', { min: 0, max: 87_660, doc: 'The first launch falls within this time.' }).optional() },
      'the time of the first launch: `{ from: 2026-01-01T00:00Z, within_h: 24 }`',
    )
      .optional()
      .describe(`When the first missile is launched; by default from ${DEFAULT_EPOCH.from} within ${DEFAULT_EPOCH.within_h} h.`),
    launch: z.enum(['random', 'worst-epoch']).optional().describe('How the launch time is chosen within the epoch: by chance, or by an attacker who knows where every satellite is and waits for the moment with the fewest in reach.'),
    variants: numberSchema('variants', { min: 1, max: 4_096, whole: true, doc: `Pre-solved flights per missile, origin and target; ${DEFAULT_VARIANTS} when left out.` }).optional(),
    raid: z.array(RAID_ENTRY, { error: 'a list of groups of missiles' }).min(1, { error: 'at least one group of missiles' }),
    sensors: SENSORS.optional().describe('Sensors: a list, or all of the catalogue that are in service in a year, as in `{ year: 2028 }`; none when left out.'),
    tracker: TRACKER,
    discrimination: DISCRIMINATION_KEY,
    interceptors: z.array(z.union([CONSTELLATION_ENTRY, BATTERY_ENTRY]), { error: 'a list of layers, or `[]` for no shield' }).describe('Layers of the shield; `[]` for none.'),
    release: mapping({ space: RELEASE_RULE, ground: RELEASE_RULE }, 'release rules: `{ space: …, ground: … }`').optional().describe('What must be seen before a layer may fire; data/defaults/release-space.json and release-ground.json for what is left out.'),
    command: mapping({ doctrine: z.enum(DOCTRINES).optional(), prediction: z.enum(PREDICTIONS).optional(), ...overrideShape(COMMAND), ...DOCTRINE_SHAPE }, 'rules of command').optional().describe('How shots are spent; data/defaults/command.json for what is left out.'),
    before: BEFORE_SHAPE,
    commandGraph: COMMAND_GRAPH.optional().describe('Who reports to whom and who decides; without it every report and every order takes the delays of sensors and of release rules.'),
    partners: PARTNERS.optional().describe('Allies and what each shares; those not named share what data/partners says. Without it all sensors count and all shooters fire for everyone.'),
    defended: z.array(name('a group of places, a site or a city'), { error: 'a list of names' }).min(1, { error: 'at least one place' }).optional().describe('Places and groups of one country; us-cities-50 when left out.'),
    places: z
      .record(z.string(), mapping({ ...overrideShape(PLACE), ...overrideShape(PLACE_EXTRAS) }, 'numbers of a place'), { error: 'places by name' })
      .optional()
      .describe('Numbers of named places, changed for this scenario.'),
  },
  'a scenario: keys and values',
);

export type Scenario = z.infer<typeof SCENARIO>;

/** Keys and values that the format knows but this version of the engine does not do; they are refused, never ignored. */
export const LATER: Readonly<Record<string, string>> = {
  'tracker=imm': 'the tracker `imm` is not supported by this version of Cupola; use `delay` or `covariance`',
};

/** The published JSON Schema (draft 2020-12) of a scenario file. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(SCENARIO, { io: 'input' }), title: 'Cupola scenario, version 1', description: 'A raid, a shield and the rules between them. Units stand in key suffixes; names are those of the catalogue.' };
}
