/** Ways, queues, levels of authority and gaps of a graph, against hand-made graphs and properties that must always hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityRound, chainAbove, timeChain } from './chain.js';
import { findGap } from './cut.js';
import { sendOver } from './fifo.js';
import { noLosses } from './graph.js';
import type { CommandGraph, GraphLink, Losses } from './graph.js';
import { createPaths, findPaths, firstLost, markWay } from './paths.js';
import type { Paths } from './paths.js';

const link = (from: number, to: number, latency_s: number, perSecond = Infinity): GraphLink => ({ from, to, latency_s, perSecond });

function pathsOf(graph: CommandGraph, source: number, losses: Losses = noLosses(graph)): Paths {
  const paths = createPaths(graph);
  findPaths(graph, losses, source, paths, new Uint8Array(graph.passing_s.length));
  return paths;
}

/** 0 → 1 → 3 takes 1 + 5 + 2, 0 → 2 → 3 takes 4 + 0 + 3; 4 is reached by nobody. */
const DIAMOND: CommandGraph = { passing_s: [0, 5, 0, 0, 0], links: [link(0, 1, 1), link(1, 3, 2), link(0, 2, 4), link(2, 3, 3), link(4, 3, 1)] };

const graphs = fc.integer({ min: 2, max: 9 }).chain((nodes) => fc.record({
  passing_s: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: nodes, maxLength: nodes }),
  links: fc.array(fc.record({ from: fc.nat(nodes - 1), to: fc.nat(nodes - 1), latency_s: fc.integer({ min: 0, max: 20 }), perSecond: fc.constantFrom(Infinity, 4, 1, 0.25) }), { maxLength: 30 }),
}));

/** Shortest walk by trying all of at most so many links: Bellman and Ford, told apart from the code it checks. */
function bellman(graph: CommandGraph, source: number): number[] {
  const best = graph.passing_s.map((_, n) => (n === source ? 0 : Infinity));
  for (let round = 0; round < graph.passing_s.length; round++) for (const { from, to, latency_s, perSecond } of graph.links) best[to] = Math.min(best[to]!, best[from]! + 1 / perSecond + latency_s + graph.passing_s[to]!);
  return best;
}

describe('earliest arrivals', () => {
  it('add links and nodes, and take the better way', () => {
    const paths = pathsOf(DIAMOND, 0);
    expect([...paths.arrival_s]).toEqual([0, 6, 4, 7, Infinity]);
    const isUsed = new Uint8Array(5);
    markWay(DIAMOND, paths, 3, isUsed);
    expect([...isUsed]).toEqual([0, 0, 1, 1, 0]);
  });

  it('are those of the shortest walk', () => {
    fc.assert(fc.property(graphs, (graph) => {
      expect([...pathsOf(graph, 0).arrival_s]).toEqual(bellman(graph, 0));
    }));
  });

  it('are never delayed by one more link', () => {
    fc.assert(fc.property(graphs, fc.nat(8), fc.nat(8), fc.integer({ min: 0, max: 20 }), (graph, from, to, latency_s) => {
      const n = graph.passing_s.length, before = pathsOf(graph, 0).arrival_s;
      const after = pathsOf({ ...graph, links: [...graph.links, link(from % n, to % n, latency_s)] }, 0).arrival_s;
      after.forEach((t_s, node) => expect(t_s).toBeLessThanOrEqual(before[node]!));
    }));
  });

  it('are never earlier without a node or a link, and what is lost is named where nothing comes any more', () => {
    fc.assert(fc.property(graphs, fc.nat(8), fc.nat(29), (graph, node, l) => {
      const losses = noLosses(graph), whole = pathsOf(graph, 0), n = graph.passing_s.length;
      losses.node[node % n] = 1;
      if (graph.links.length > 0) losses.link[l % graph.links.length] = 1;
      const after = pathsOf(graph, 0, losses);
      after.arrival_s.forEach((t_s, to) => {
        expect(t_s).toBeGreaterThanOrEqual(whole.arrival_s[to]!);
        if (t_s < Infinity || whole.arrival_s[to] === Infinity) return;
        const part = firstLost(graph, whole, losses, 0, to);
        expect(part < n ? losses.node[part] : losses.link[part - n]).toBe(1);
      });
    }));
  });
});

describe('a link that carries so many messages a second', () => {
  it('serves them first come, first served', () => {
    const links = [link(0, 1, 3, 0.5)], free_s = new Float64Array(1);
    expect([10, 11, 12, 30].map((now_s) => sendOver(links, 0, now_s, free_s))).toEqual([15, 17, 19, 35]);
  });

  it('keeps their order, never beats the empty link, and is as fast as it once it has caught up', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 }), fc.constantFrom(Infinity, 4, 1, 0.25), (times, perSecond) => {
      const sorted = times.sort((a, b) => a - b), links = [link(0, 1, 2, perSecond)], free_s = new Float64Array(1), alone_s = 2 + 1 / perSecond;
      const arrivals = sorted.map((now_s) => sendOver(links, 0, now_s, free_s));
      arrivals.forEach((t_s, i) => {
        expect(t_s).toBeGreaterThanOrEqual(sorted[i]! + alone_s);
        if (i > 0) expect(t_s).toBeGreaterThanOrEqual(arrivals[i - 1]! + 1 / perSecond);
      });
      expect(sendOver(links, 0, 10_000, free_s)).toBe(10_000 + alone_s);
    }));
  });
});

describe('levels of authority', () => {
  it('are passed from the top down', () => {
    expect(chainAbove([1, 2, -1, 1], 0)).toEqual([2, 1, 0]);
    expect(chainAbove([1, 2, -1, 1], 2)).toEqual([2]);
  });

  it('that go round are found', () => {
    expect(authorityRound([1, 2, -1])).toBeUndefined();
    expect(authorityRound([3, 2, 1, -1])).toEqual([1, 2]);
    expect(authorityRound([0])).toEqual([0]);
  });

  it('take their own time and that of the links between them; the bottom only obeys', () => {
    const graph: CommandGraph = { passing_s: [0, 0, 0], links: [link(0, 1, 3), link(1, 2, 4)] }, whole = [0, 1, 2].map((n) => pathsOf(graph, n));
    const out = { delay_s: 0, cut: 0 }, time = (losses: Losses) => timeChain(graph, losses, [0, 1, 2], [30, 10, 99], whole, createPaths(graph), new Uint8Array(3), out);
    time(noLosses(graph));
    expect(out).toEqual({ delay_s: 30 + 3 + 10 + 4, cut: -1 });
    time({ node: new Uint8Array(3), link: Uint8Array.of(0, 1) });
    expect(out).toEqual({ delay_s: Infinity, cut: 3 + 1 });
    time({ node: Uint8Array.of(1, 0, 0), link: new Uint8Array(2) });
    expect(out).toEqual({ delay_s: Infinity, cut: 0 });
  });
});

describe('a gap', () => {
  it('is none where a way works', () => {
    expect(findGap(DIAMOND, noLosses(DIAMOND), [0], 3)).toBeUndefined();
  });

  it('says how far one comes from either side, and which losses by themselves make it', () => {
    expect(findGap(DIAMOND, noLosses(DIAMOND), [0], 4)).toEqual({ reached: [0, 1, 2, 3], leading: [4], nodes: [], links: [] });
    expect(findGap(DIAMOND, { node: Uint8Array.of(0, 1, 0, 0, 0), link: Uint8Array.of(0, 0, 0, 1, 0) }, [0], 3)).toEqual({ reached: [0, 2], leading: [3, 4], nodes: [1], links: [3] });
  });
});
