/**
 * What a data file of each kind holds. A kind is a folder of `data/`, a file in it is one named thing, its name is the file's.
 * Numbers are source cards from `quantities.ts`; words (titles, models, names of other things) are plain.
 */
import { z } from 'zod';
import { CLAIM_FILE } from './claim-file.js';
import { COST_FILE } from './cost-file.js';
import { COMMAND_GRAPH_FILE } from './command-graph-file.js';
import { COMMAND_GRAPH_DEFAULTS } from './command-quantities.js';
import { EVIDENCE } from './evidence.js';
import { COUNTRY, HEAD, STAGES } from './file-parts.js';
import { FORCE_FILE } from './force-file.js';
import { INCIDENT_FILE } from './incident-file.js';
import { DIRECTIVE_FILE } from './directive-file.js';
import { LAUNCH_FILE } from './launch-file.js';
import { cardShape } from './quantity.js';
import {
  ASSESSMENT_ERROR, BEFORE, BUS, COMMAND, DECOYS, GROUND_INTERCEPTOR, INTERCEPTOR_BUILD, KILL_AGAINST, LAUNCHER, LAYER, LOCATION_WEIGHTS, MAGAZINE, ON_ORBIT, ORBIT_LIFE, PLACE, PLACE_EXTRAS, RAID_TIMING, RELEASE, SECOND_STAGE, SHELL, SPACE_INTERCEPTOR, TRACKER_DELAY,
} from './quantities.js';
import { PARTNER_FILE } from './partner-file.js';
import { RAID_FILE } from './raid-file.js';
import { SENSOR_FILE } from './sensor-file.js';
import { SIGNATURE } from './sensor-quantities.js';
import { THREAT_FILE } from './threat-file.js';
import { TREATY_FILE } from './treaty-file.js';
import { THREAT_SET_FILE } from './threat-set-file.js';
import { DISCRIMINATION, DISCRIMINATOR, GROUND_TRACK_NEED, TRACK_NEED, TRACKER_COVARIANCE } from './tracker-quantities.js';
import { LAUNCH_NOTICE, PUBLIC_ALERT, WARNING_RULES } from './warning-quantities.js';

export { EVIDENCE };
export const DOCTRINES = ['barrage', 'shoot-look-shoot'] as const;
export const PREDICTIONS = ['template', 'perfect'] as const;
export const SCOPES = ['target', 'layer', 'system'] as const;

const SPACE_INTERCEPTOR_FILE = z.strictObject({ ...HEAD, model: z.literal('space-based'), ...cardShape({ ...SPACE_INTERCEPTOR, ...TRACK_NEED }), reliability: cardShape(ON_ORBIT).reliability.optional(), secondStage: z.strictObject(cardShape(SECOND_STAGE)).optional() });
const GROUND_INTERCEPTOR_FILE = z.strictObject({
  ...HEAD, model: z.literal('ground-based'),
  /** `terminal`: acts in the last minutes of a flight; `straight`: steered by fins all the way. Left out: midcourse, ballistic. */
  phase: z.literal('terminal').optional(), path: z.literal('straight').optional(),
  ...cardShape({ ...GROUND_INTERCEPTOR, ...GROUND_TRACK_NEED }), ...cardShape(LAUNCHER), ...cardShape(MAGAZINE), stages: STAGES,
});

const CONSTELLATION_FILE = z.strictObject({ ...HEAD, model: z.literal('walker'), interceptor: z.string().min(1), ...cardShape(SHELL) });

/** `state`: postal code of the state, district or territory of the United States in which it lies; `seat`: whose government sits there. */
const PLACE_SHAPE = { title: z.string().min(1), state: z.string().regex(/^[A-Z]{2}$/).optional(), seat: z.enum(['federal', 'state']).optional(), ...cardShape({ ...PLACE, ...PLACE_EXTRAS }) };
/** A place at sea is in no country. */
const SITE_FILE = z.strictObject({ ...HEAD, model: z.literal('place'), country: z.union([COUNTRY, z.literal('')]), ...PLACE_SHAPE });
/** `also`: members that stand in other files, by their names. */
const GROUP_FILE = z.strictObject({ ...HEAD, model: z.literal('group'), country: COUNTRY, also: z.array(z.string().min(1)).optional(), places: z.record(z.string(), z.strictObject({ ...PLACE_SHAPE })) });

const DISCRIMINATOR_CARDS = z.strictObject(cardShape(DISCRIMINATOR));

const DEFAULTS_FILE = z.discriminatedUnion('model', [
  z.strictObject({ ...HEAD, model: z.literal('tracker-delay'), ...cardShape(TRACKER_DELAY) }),
  z.strictObject({ ...HEAD, model: z.literal('tracker-covariance'), ...cardShape(TRACKER_COVARIANCE) }),
  z.strictObject({ ...HEAD, model: z.literal('discrimination'), ...cardShape(DISCRIMINATION), infrared: DISCRIMINATOR_CARDS, narrowBandRadar: DISCRIMINATOR_CARDS, wideBandRadar: DISCRIMINATOR_CARDS }),
  z.strictObject({ ...HEAD, model: z.literal('release'), evidence: z.enum(EVIDENCE), ...cardShape(RELEASE) }),
  z.strictObject({ ...HEAD, model: z.literal('command'), doctrine: z.enum(DOCTRINES), prediction: z.enum(PREDICTIONS), ...cardShape(COMMAND) }),
  z.strictObject({ ...HEAD, model: z.literal('assessment-error'), ...cardShape(ASSESSMENT_ERROR) }),
  z.strictObject({ ...HEAD, model: z.literal('before'), ...cardShape(BEFORE) }),
  z.strictObject({ ...HEAD, model: z.literal('kill-against'), ...cardShape(KILL_AGAINST) }),
  z.strictObject({ ...HEAD, model: z.literal('command-graph'), ...cardShape(COMMAND_GRAPH_DEFAULTS) }),
  z.strictObject({ ...HEAD, model: z.literal('layer'), ...cardShape(LAYER) }),
  z.strictObject({ ...HEAD, model: z.literal('launcher'), ...cardShape(LAUNCHER) }),
  z.strictObject({ ...HEAD, model: z.literal('raid'), ...cardShape(RAID_TIMING) }),
  z.strictObject({ ...HEAD, model: z.literal('bus'), ...cardShape(BUS) }),
  z.strictObject({ ...HEAD, model: z.literal('interceptor-in-orbit'), ...cardShape({ ...ON_ORBIT, ...SECOND_STAGE }) }),
  z.strictObject({ ...HEAD, model: z.literal('interceptor-build'), ...cardShape(INTERCEPTOR_BUILD) }),
  z.strictObject({ ...HEAD, model: z.literal('decoys'), ...cardShape(DECOYS) }),
  z.strictObject({ ...HEAD, model: z.literal('signature'), ...cardShape(SIGNATURE) }),
  z.strictObject({ ...HEAD, model: z.literal('warning-rules'), ...cardShape(WARNING_RULES) }),
  z.strictObject({ ...HEAD, model: z.literal('public-alert'), ...cardShape(PUBLIC_ALERT) }),
  z.strictObject({ ...HEAD, model: z.literal('launch-notice'), ...cardShape(LAUNCH_NOTICE) }),
  z.strictObject({ ...HEAD, model: z.literal('location-weights'), ...cardShape(LOCATION_WEIGHTS) }),
  z.strictObject({ ...HEAD, model: z.literal('orbit-life'), ...cardShape(ORBIT_LIFE) }),
]);

/** The folders of `data/` and what their files hold. */
export const KIND_SCHEMAS = {
  threats: THREAT_FILE,
  interceptors: z.discriminatedUnion('model', [SPACE_INTERCEPTOR_FILE, GROUND_INTERCEPTOR_FILE]),
  sensors: SENSOR_FILE,
  constellations: CONSTELLATION_FILE,
  sites: z.discriminatedUnion('model', [SITE_FILE, GROUP_FILE]),
  raids: RAID_FILE,
  forces: FORCE_FILE,
  'threat-sets': THREAT_SET_FILE,
  command: COMMAND_GRAPH_FILE,
  partners: PARTNER_FILE,
  claims: CLAIM_FILE,
  costs: COST_FILE,
  directives: DIRECTIVE_FILE,
  treaties: TREATY_FILE,
  incidents: INCIDENT_FILE,
  launches: LAUNCH_FILE,
  defaults: DEFAULTS_FILE,
} as const;

export type Kind = keyof typeof KIND_SCHEMAS;
export type KindFile<K extends Kind> = z.infer<(typeof KIND_SCHEMAS)[K]>;
export type DefaultsModel = KindFile<'defaults'>['model'];
export type DefaultsFile<M extends DefaultsModel> = Extract<KindFile<'defaults'>, { model: M }>;

export const KINDS: readonly Kind[] = ['threats', 'interceptors', 'sensors', 'constellations', 'sites', 'raids', 'forces', 'threat-sets', 'command', 'partners', 'claims', 'costs', 'directives', 'treaties', 'incidents', 'launches', 'defaults'];

export function isKind(name: string): name is Kind {
  return Object.hasOwn(KIND_SCHEMAS, name);
}
