/** What the schema cannot know about a command graph: names, what belongs to which kind of node, levels of authority that go round. */
import { authorityRound } from '../../models/command/graph/chain.js';
import { listKind, listPlaces, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import { graphParts, namesUnder } from '../compile/command-graph-parts.js';
import type { GraphParts, LinkPart, NodePart } from '../compile/command-graph-parts.js';
import { describeChoice, describeFound } from '../text/describe.js';
import type { Complaint } from '../text/explain.js';
import { checkName, unknownName } from './meaning-parts.js';
import type { Mapping } from './meaning-parts.js';
import { didYouMean } from '../text/nearest.js';
import { isMapping } from '../text/path.js';
import type { Segment } from '../text/path.js';

/** Everything that no other node has. */
export const SENSOR_WORDS: readonly string[] = ['infrared', 'radar'];
export const SHOOTER_WORDS: readonly string[] = ['space', 'ground'];

/** Keys of a node that only nodes of these kinds have. */
const OWN_KEYS: readonly (readonly [key: string, kinds: readonly string[], what: string])[] = [
  ['sensors', ['sensor'], 'a sensor node'], ['shooters', ['shooter'], 'a shooter node'], ['authority', ['command'], 'a command post'],
  ['delay_s', ['fusion', 'command'], 'a fusion centre or a command post'], ['under', ['command', 'shooter'], 'a command post or a shooter node'],
];

export function checkCommandGraph(graph: unknown, catalogue: Catalogue): Complaint[] {
  if (!isMapping(graph)) return [];
  const parts = graphParts(graph, catalogue), path: Segment[] = ['commandGraph'];
  const known = parts.nodes.map(({ name }) => name);
  if (known.length === 0 && graph['use'] === undefined) return [{ path, found: 'no nodes', expected: '`use` of a graph of the data, or `nodes` and `links`', hint: 'as in `commandGraph: { use: us-2026 }`' }];
  return [
    ...checkName(graph['use'], [...path, 'use'], catalogue, 'command'),
    ...parts.nodes.flatMap((node) => checkNode(node, [...path, 'nodes', node.name], parts, catalogue)),
    ...checkNamedTwice(parts, path),
    ...checkRound(parts, path),
    ...parts.links.flatMap((link) => checkLink(link, [...path, 'links', link.name], known)),
    // Of an unknown graph nobody knows what can be lost.
    ...(known.length === 0 ? [] : checkLost(graph['lost'], [...path, 'lost'], [...known, ...parts.links.map(({ name }) => name)])),
  ];
}

function checkNode(node: NodePart, path: Segment[], { nodes }: GraphParts, catalogue: Catalogue): Complaint[] {
  const complaints: Complaint[] = [], kind = node.said('kind');
  if (kind === undefined) complaints.push({ path: [...path, 'kind'], found: 'nothing', expected: 'one of sensor, fusion, command, shooter', hint: nodes.length > 1 && node.file === undefined ? didYouMean(node.name, nodes.flatMap(({ name, file }) => (file === undefined ? [] : [name]))) || 'add `kind`' : 'add `kind`' });
  if (typeof kind !== 'string') return complaints;
  for (const [key, kinds, what] of OWN_KEYS) {
    if (Object.hasOwn(node.stated, key) && !kinds.includes(kind)) complaints.push({ path: [...path, key], found: `${key}: ${describeFound(node.stated[key])}, at a node of kind ${kind}`, expected: `nothing: ${key} is said of ${what}`, hint: kind === 'sensor' && key === 'delay_s' ? 'the time that a sensor takes to report is its own `reportDelay_s`' : '' });
  }
  const under = node.said('under');
  if (typeof under === 'string' && under !== '') {
    const above = nodes.find(({ name }) => name === under), posts = nodes.filter((other) => other.said('kind') === 'command').map(({ name }) => name);
    if (above === undefined) complaints.push(unknownName(under, [...path, 'under'], posts));
    else if (above.said('kind') !== 'command') complaints.push({ path: [...path, 'under'], found: `${describeFound(under)}, a node of kind ${describeFound(above.said('kind'))}`, expected: posts.length === 0 ? 'a node of kind command' : describeChoice(posts), hint: 'only command posts decide' });
  }
  for (const key of ['sensors', 'shooters'] as const) {
    const list = node.stated[key];
    if (Array.isArray(list)) list.forEach((name: unknown, index) => typeof name === 'string' && complaints.push(...checkMember(name, key, [...path, key, index], catalogue)));
  }
  return complaints;
}

function checkMember(name: string, key: 'sensors' | 'shooters', path: Segment[], catalogue: Catalogue): Complaint[] {
  if (key === 'sensors') {
    const known = [...SENSOR_WORDS, ...listKind(catalogue, 'sensors')], system = name.replace(/-\d+$/, '');
    return known.includes(name) || known.includes(system) ? [] : [unknownName(name, path, known)];
  }
  const [interceptor = '', place] = name.split(' at '), batteries = listKind(catalogue, 'interceptors').filter((each) => showEntry(catalogue, 'interceptors', each)?.model === 'ground-based');
  if (place !== undefined) return batteries.includes(interceptor) ? [] : [unknownName(interceptor, path, batteries)];
  const known = [...SHOOTER_WORDS, ...listKind(catalogue, 'constellations'), ...batteries];
  return known.includes(name) ? [] : [{ ...unknownName(name, path, known), hint: didYouMean(name, known) || (listPlaces(catalogue).includes(name) ? `write the interceptor with its site, as in \`gbi at ${name}\`` : '') }];
}

/** Nobody can report to two nodes at once, or take orders from two. */
function checkNamedTwice({ nodes, links }: GraphParts, path: Segment[]): Complaint[] {
  const complaints: Complaint[] = [], owner = new Map<string, string>();
  for (const node of nodes) {
    for (const key of ['sensors', 'shooters'] as const) {
      namesUnder(node, key).forEach((name, index) => {
        const other = owner.get(`${key} ${name}`);
        if (other !== undefined) complaints.push({ path: [...path, 'nodes', node.name, key, index], found: `${name}, which stands at ${other} too`, expected: 'each of them at one node', hint: `take it out of ${node.name} or of ${other}` });
        owner.set(`${key} ${name}`, node.name);
      });
    }
  }
  const names = new Set(nodes.map(({ name }) => name));
  for (const { name } of links) if (names.has(name)) complaints.push({ path: [...path, 'links', name], found: `a link and a node named ${name}`, expected: 'different names for nodes and links', hint: 'what is lost is named by it' });
  return complaints;
}

function checkRound({ nodes }: GraphParts, path: Segment[]): Complaint[] {
  const under = nodes.map((node) => nodes.findIndex(({ name }) => name === node.said('under'))), round = authorityRound(under);
  if (round === undefined) return [];
  const names = round.flatMap((n) => nodes[n]?.name ?? []), stated = round.flatMap((n) => (Object.hasOwn(nodes[n]?.stated ?? {}, 'under') ? [nodes[n]?.name ?? ''] : []));
  return [{ path: [...path, 'nodes', stated[0] ?? names[0] ?? '', 'under'], found: `${[...names, names[0]].join(' under ')}`, expected: 'levels of authority that end at a topmost one', hint: 'take `under` out of the topmost' }];
}

function checkLink(link: LinkPart, path: Segment[], known: readonly string[]): Complaint[] {
  const complaints: Complaint[] = [];
  for (const key of ['from', 'to'] as const) {
    const name = link.said(key);
    if (name === undefined) complaints.push({ path: [...path, key], found: 'nothing', expected: describeChoice(known), hint: `add \`${key}\`` });
    else if (typeof name === 'string' && name !== '' && !known.includes(name)) complaints.push(unknownName(name, [...path, key], known));
  }
  const from = link.said('from'), to = link.said('to');
  if (typeof from === 'string' && from === to && known.includes(from)) complaints.push({ path: [...path, 'to'], found: `a link from ${from} to itself`, expected: 'another node', hint: 'a node needs no link to itself' });
  return complaints;
}

function checkLost(lost: unknown, path: Segment[], known: readonly string[]): Complaint[] {
  if (!Array.isArray(lost)) return [];
  return lost.flatMap((name: unknown, index) => (typeof name === 'string' && name !== '' && !known.includes(name) ? [unknownName(name, [...path, index], known)] : []));
}

/** Sensors of a layer that acts alone. */
export function checkFallback(entry: Mapping, path: Segment[], catalogue: Catalogue): Complaint[] {
  const fallback = entry['fallback'], sensors = isMapping(fallback) ? fallback['sensors'] : undefined;
  if (!Array.isArray(sensors)) return [];
  return sensors.flatMap((name: unknown, index) => (typeof name === 'string' && name !== '' && !SENSOR_WORDS.includes(name) ? checkMember(name, 'sensors', [...path, 'fallback', 'sensors', index], catalogue) : []));
}
