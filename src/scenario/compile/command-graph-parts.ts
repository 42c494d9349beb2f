/** A command graph of the catalogue with what a scenario changes in it and adds to it: each part with both, before anything is believed of either. */
import { showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { CommandGraphFile } from '../cards/command-graph-file.js';
import { isMapping } from '../text/path.js';

type Mapping = Readonly<Record<string, unknown>>;

export interface GraphPart<F> {
  readonly name: string;
  /** What the catalogue's file says, if it has this part. */
  readonly file: F | undefined;
  /** What the scenario states; empty where it says nothing. */
  readonly stated: Mapping;
  /** What is said of it under a key, by the scenario before the file. */
  said(key: string): unknown;
}

export type NodePart = GraphPart<CommandGraphFile['nodes'][string]>;
export type LinkPart = GraphPart<CommandGraphFile['links'][string]>;

export interface GraphParts {
  readonly file: CommandGraphFile | undefined;
  readonly nodes: readonly NodePart[];
  readonly links: readonly LinkPart[];
}

/** Parts of the file in its order, then what the scenario adds. */
export function graphParts(graph: Mapping, catalogue: Catalogue): GraphParts {
  const use = graph['use'], file = typeof use === 'string' ? showEntry(catalogue, 'command', use) : undefined;
  return { file, nodes: partsOf(file?.nodes, graph['nodes']), links: partsOf(file?.links, graph['links']) };
}

function partsOf<F extends object>(file: Readonly<Record<string, F>> | undefined, stated: unknown): GraphPart<F>[] {
  const own = isMapping(stated) ? stated : {}, names = new Set([...Object.keys(file ?? {}), ...Object.keys(own)]);
  return [...names].map((name): GraphPart<F> => {
    const known = file !== undefined && Object.hasOwn(file, name) ? file[name] : undefined, mine = Object.hasOwn(own, name) && isMapping(own[name]) ? own[name] : {};
    const fields: Mapping = { ...known };
    return { name, file: known, stated: mine, said: (key) => (Object.hasOwn(mine, key) ? mine[key] : fields[key]) };
  });
}

/** Names under a key, none where there is no list. */
export function namesUnder(part: NodePart, key: 'sensors' | 'shooters'): string[] {
  const list = part.said(key);
  return Array.isArray(list) ? list.filter((name): name is string => typeof name === 'string') : [];
}
