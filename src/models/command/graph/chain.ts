/**
 * Levels of authority: each node may stand under another, whose word it needs. What is decided at the top passes down level by level,
 * each over the earliest way to the next, until the shooters have it.
 */
import { findPaths, firstLost } from './paths.js';
import type { Paths } from './paths.js';
import type { CommandGraph, Losses } from './graph.js';

/** Nodes from the top down to `node`, by `under` (−1 for none). Throws where they go round: that is refused when a scenario is read. */
export function chainAbove(under: readonly number[], node: number): number[] {
  const chain: number[] = [];
  for (let n = node; n >= 0; n = under[n]) {
    if (chain.includes(n)) throw new Error(`chain: node ${n} stands under itself`);
    chain.unshift(n);
  }
  return chain;
}

/** A round of nodes each of which stands under the next, or undefined. The lowest numbered comes first. */
export function authorityRound(under: readonly number[]): number[] | undefined {
  for (let start = 0; start < under.length; start++) {
    const seen: number[] = [];
    let n = start;
    while (n >= 0 && !seen.includes(n)) {
      seen.push(n);
      n = under[n];
    }
    if (n === start) return seen;
  }
  return undefined;
}

export interface ChainTime {
  /** From the evidence at the top to the word at the bottom; Infinity where it cannot get there. */
  delay_s: number;
  /** What broke it (`firstLost`), −1 for nothing, or for a way that the graph never had. */
  cut: number;
}

/**
 * `authority_s` is the time that each node takes to decide; the bottom only obeys. `whole` are the ways from each node with nothing
 * lost, to tell what is missing; `paths` and `isDone` are scratch.
 */
export function timeChain(graph: CommandGraph, losses: Losses, chain: readonly number[], authority_s: readonly number[], whole: readonly Paths[], paths: Paths, isDone: Uint8Array, out: ChainTime): void {
  out.delay_s = losses.node[chain[0]] === 1 ? Infinity : 0;
  out.cut = losses.node[chain[0]] === 1 ? chain[0] : -1;
  for (let i = 1; i < chain.length; i++) {
    const from = chain[i - 1], to = chain[i];
    findPaths(graph, losses, from, paths, isDone);
    if (paths.arrival_s[to] === Infinity && out.cut < 0) out.cut = firstLost(graph, whole[from], losses, from, to);
    out.delay_s += authority_s[from] + paths.arrival_s[to];
  }
}
