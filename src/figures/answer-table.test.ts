import { describe, expect, it } from 'vitest';
import { LEAK_CAUSES } from '../engine/record/record.js';
import type { Summary } from '../studies/runs/summary.js';
import { answerTable, attacksTable } from './answer-table.js';

const interval = { mean: 0.25, low: 0.2, high: 0.3 };
const summary: Summary = {
  runs: 3, seed: 1, planHash: 'p', recordHash: 'r', leakage: interval, intercepted: interval, noLeaker: interval, gotThrough: { mean: 1, p5: 0, p50: 1, p95: 2 },
  layers: [{ name: 'shell', engaged: 1, intercepted: 2, shots: 3, funnel: { reachable: 4, tracked: 4, released: 4, assigned: 3, shot: 3, killed: 2, elsewhere: 1, passedOn: 1 } }], funnel: { launched: 4, failed: 0, detected: 4, tracked: 4, assigned: 4, shot: 4, killed: 3, leaked: 1 },
  killsByPhase: { boost: 3, postBoost: 0, midcourse: 0, terminal: 0, glide: 0, cruise: 0 }, protection: { share: interval, p5: 0, p50: 0.5, p95: 1, untouched: interval, weighedBy: 'population' },
  leakCauses: Object.fromEntries(LEAK_CAUSES.map((cause) => [cause, 0])) as Summary['leakCauses'], warning: { firstDetection_s: 41.5, confirmed_s: null },
  work: { rightHandSides: 0, candidates: 0, draws: 0 }, leakedByRun: Uint16Array.of(0, 1, 2),
};
const IDENTITY = { runId: '7F3K-92QD', version: '0.1.0', engineVersion: 'e', dataHash: 'd' };

describe('an answer as a table', () => {
  it('has every attack by its number', () => expect(attacksTable(summary)).toEqual({ heads: ['run', 'gotThrough_count'], rows: [[0, 0], [1, 1], [2, 2]] }));
  it('has figures with their units, as many cells as heads', () => {
    const { heads, rows } = answerTable(summary, IDENTITY);
    expect(rows).toContainEqual(['leakage', 0.25, 0.2, 0.3, 'share of missiles launched', '95 % interval of simulation error']);
    expect(rows).toContainEqual(['layers[0].shots', 3, null, null, 'shots of one attack', 'mean, shell']);
    expect(rows).toContainEqual(['layers[0].funnel.passedOn', 1, null, null, 'missiles of one attack', 'mean, shell']);
    expect(rows).toContainEqual(['protection.share', 0.25, 0.2, 0.3, 'share of people aimed at', '95 % interval of simulation error']);
    expect(rows).toContainEqual(['runId', '7F3K-92QD', null, null, '', '']);
    expect(rows.every((row) => row.length === heads.length)).toBe(true);
    expect(rows.map(([figure]) => figure)).not.toContain('overAssumptions');
  });
  it('calls what is not known no probability', () => {
    const row = answerTable(summary, IDENTITY, { low: 0.1, high: 0.5, draws: 64 }).rows.find(([figure]) => figure === 'overAssumptions');
    expect(row?.slice(0, 4)).toEqual(['overAssumptions', null, 0.1, 0.5]);
    expect(row?.at(-1)).toMatch(/^not known: .* over 64 draws; no probability$/);
  });
});
