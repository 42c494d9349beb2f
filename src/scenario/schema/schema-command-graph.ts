/** The command graph in a scenario: one of the catalogue by name, changed or added to, or one of the scenario's own; and what a layer does when it is cut off. */
import { z } from 'zod';
import { AUTHORITIES, NODE_KINDS, PART_NAME } from '../cards/command-graph-file.js';
import { COMMAND_LINK, COMMAND_NODE } from '../cards/command-quantities.js';
import { EVIDENCE } from '../cards/evidence.js';
import { numberSchema, overrideShape } from '../cards/quantity.js';
import { RELEASE } from '../cards/quantities.js';
import { mapping, name } from './schema-parts.js';

const names = (what: string) => z.array(name(what), { error: `a list of names` }).optional();
const key = z.string().regex(PART_NAME, { error: 'a name of letters, digits, - and _ that begins with a letter' });

const NODE = mapping(
  {
    kind: z.enum(NODE_KINDS).optional().describe('What it is: `sensor` reports, `fusion` passes on, `command` decides, `shooter` fires.'),
    title: name('the node, in words').optional(),
    sensors: names('a sensor').describe('Of a sensor node: systems whose reports start here, or `infrared` and `radar` for all that no other node has.'),
    shooters: names('a constellation or a battery').describe('Of a shooter node: constellations, interceptors or `gbi at fort-greely`, or `space` and `ground` for all that no other node has.'),
    authority: z.enum(AUTHORITIES).optional().describe('Of a command post: a rule in a machine, or people.'),
    under: z.string().optional().describe('The command post whose word it needs; the topmost judges the evidence.'),
    ...overrideShape(COMMAND_NODE),
  },
  'a node: `{ kind: … }`',
);
const LINK = mapping({ from: name('a node').optional(), to: name('a node').optional(), ...overrideShape(COMMAND_LINK) }, 'a link: `{ from: …, to: … }`');

export const COMMAND_GRAPH = mapping(
  {
    use: name('a command graph').optional().describe('A file of data/command; what else is given here changes it or is added to it.'),
    nodes: z.record(key, NODE, { error: 'nodes by name' }).optional(),
    links: z.record(key, LINK, { error: 'links by name' }).optional().describe('Each one way.'),
    lost: z.array(name('a node or a link'), { error: 'a list of nodes and links' }).optional().describe('Nodes and links that do not work.'),
  },
  'a command graph: `{ use: us-2026 }`, or `{ nodes: …, links: … }`',
);

export const FALLBACK = mapping(
  {
    authority: z.literal('local', { error: 'local' }).optional().describe('Who decides then: those at the battery.'),
    evidence: z.enum(EVIDENCE).optional().describe("What its own sensors must report; the layer's own rule when left out."),
    delay_s: numberSchema('delay_s', RELEASE.delay_s).optional(),
    sensors: z.array(name('a sensor'), { error: 'a list of sensors' }).min(1, { error: 'at least one sensor' }).describe('Sensors that report to it directly.'),
  },
  'what it does when it is cut off: `{ delay_s: …, sensors: [ … ] }`',
);
