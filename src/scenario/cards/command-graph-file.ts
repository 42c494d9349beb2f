/** What a file of `data/command` holds: who reports to whom, who decides, and how long each step takes. */
import { z } from 'zod';
import { COMMAND_LINK, COMMAND_NODE } from './command-quantities.js';
import { HEAD } from './file-parts.js';
import { cardShape } from './quantity.js';

export const NODE_KINDS = ['sensor', 'fusion', 'command', 'shooter'] as const;
export const AUTHORITIES = ['automatic', 'human'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** Names of nodes and links: keys that a path can name. */
export const PART_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

const NODE = z.strictObject({
  title: z.string().min(1),
  kind: z.enum(NODE_KINDS),
  sensors: z.array(z.string().min(1)).optional(),
  shooters: z.array(z.string().min(1)).optional(),
  authority: z.enum(AUTHORITIES).optional(),
  under: z.string().min(1).optional(),
  ...cardShape(COMMAND_NODE),
});
const LINK = z.strictObject({ from: z.string().min(1), to: z.string().min(1), ...cardShape(COMMAND_LINK) });

export const COMMAND_GRAPH_FILE = z.strictObject({
  ...HEAD,
  model: z.literal('command-graph'),
  nodes: z.record(z.string().regex(PART_NAME), NODE),
  links: z.record(z.string().regex(PART_NAME), LINK),
});
export type CommandGraphFile = z.infer<typeof COMMAND_GRAPH_FILE>;
