/**
 * Reports on their way through a command graph. A report goes over each link once, however many layers wait for it, and waits where a
 * link is busy; people are told at the first node that is no sensor. What a layer counts is what has come to where its evidence is
 * judged, or, when it acts alone, what its own sensors have told it.
 */
import { sendOver } from '../../models/command/graph/fifo.js';
import { isEvidence } from '../../models/command/release.js';
import { meetRule } from './evidence.js';
import type { Geometry } from '../geometry.js';
import type { RunLog } from '../record/log.js';
import type { Net, NetState } from './net.js';
import { INSTANT } from '../queue.js';
import type { Instants } from '../queue.js';
import type { Known } from '../world.js';

/** `TOLD` in place of a node: people are told, whatever becomes of the report elsewhere. */
const TOLD = -1;

/** A message about object `a`: which watcher's report, and where it comes. */
const messageCode = (net: Net, watcher: number, node: number): number => watcher * (net.graph.passing_s.length + 1) + node + 1;

/** A report leaves its sensor. */
export function sendReport(geometry: Geometry, net: Net, state: NetState, known: Known, instants: Instants, m: number, watcher: number, now_s: number, log: RunLog | null): void {
  const { groups, watchers, sensors } = geometry.linked, { sensor: s } = watchers[watcher], source = net.sourceOf[s], node = net.sources[source];
  for (let g = 0; g < groups.length; g++) {
    const slot = m * groups.length + g, pair = source * groups.length + g;
    if (state.isAlone[g] === 1) {
      if (net.isOwn[g * sensors.length + s] === 1 && state.losses.node[node] === 0) count(geometry, state, known, instants, m, watcher, g, now_s, log);
    } else if (known.cut[slot] < 0) known.cut[slot] = state.chainCut[g] >= 0 ? state.chainCut[g] : state.wayCut[pair];
  }
  if (state.losses.node[node] === 1) return;
  if (state.told_s[source] < Infinity) instants.push(now_s + state.told_s[source], INSTANT.message, m, messageCode(net, watcher, TOLD));
  const { isShared, delay_s } = geometry.linked.sharing[s];
  if (isShared) instants.push(now_s + delay_s, INSTANT.message, m, messageCode(net, watcher, node));
}

/** A message comes to a node and goes on from it. Returns the watcher of which people are now told, −1 for none. */
export function handleMessage(geometry: Geometry, net: Net, state: NetState, known: Known, instants: Instants, m: number, code: number, now_s: number, log: RunLog | null): number {
  const nodes = net.graph.passing_s.length + 1, watcher = Math.floor(code / nodes), node = code - watcher * nodes - 1;
  if (node === TOLD) return watcher;
  const { groups, watchers } = geometry.linked, source = net.sourceOf[watchers[watcher].sensor], { links, passing_s } = net.graph, { belief } = known;
  for (let g = 0; g < groups.length; g++) if (net.chains[g][0] === node && state.isAlone[g] === 0) count(geometry, state, known, instants, m, watcher, g, now_s, log);
  for (let l = 0; l < links.length; l++) {
    if (links[l].from !== node || state.carries[source * links.length + l] === 0) continue;
    const waits_s = state.free_s[l] - now_s;
    if (waits_s > belief.queued_s[m]) {
      belief.queued_s[m] = waits_s;
      belief.queuedAt[m] = l;
    }
    instants.push(sendOver(links, l, now_s, state.free_s) + passing_s[links[l].to], INSTANT.message, m, messageCode(net, watcher, links[l].to));
  }
  return -1;
}

/** A layer has one more report about an object. */
function count(geometry: Geometry, state: NetState, known: Known, instants: Instants, m: number, watcher: number, g: number, now_s: number, log: RunLog | null): void {
  const { groups, sensors, watchers } = geometry.linked, slot = m * groups.length + g;
  if (sensors[watchers[watcher].sensor].evidence === 'infrared') known.infraredOf_count[slot]++;
  else known.radarOf_count[slot]++;
  const { release, fallback } = groups[g], rule = state.isAlone[g] === 1 && fallback !== null ? fallback.evidence : release.evidence;
  if (known.evidence_s[slot] < Infinity || !isEvidence(rule, known.infraredOf_count[slot], known.radarOf_count[slot])) return;
  meetRule(geometry, known, instants, m, g, watcher, rule, state.word_s[g], now_s, log);
}
