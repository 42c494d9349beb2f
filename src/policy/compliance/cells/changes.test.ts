import { describe, expect, it } from 'vitest';
import type { Cell, CellPoint } from '../../../studies/threat-cells/cell.js';
import { changesBetween } from './changes.js';

const sure = (mean: number): { mean: number; low: number; high: number } => ({ mean, low: mean, high: mean });

/** A flown cell with a curve of what is stopped over sizes; counts by `force counted`. */
function cell(threatSet: '2025' | '2035', of: Pick<Cell, 'tier' | 'class'>, flown: number, curve: Readonly<Record<number, number>>, counts: Readonly<Record<string, number>>): Cell {
  const points = Object.entries(curve).map(([size, mean]) => ({ missiles_count: Number(size), intercepted: sure(mean) }) as CellPoint);
  return {
    ...of, threatSet, year: threatSet, state: 'flown', reason: '', note: '', elementAble: true, abilities: [], opportunities: null, intercepted: sure(curve[flown] ?? NaN), leakage: null, noLeaker: null, crossings: null, sweep: null, points,
    raid: { flown_count: flown, exist_count: Object.values(counts).reduce((a, b) => a + b, 0), existLow_count: 0, existHigh_count: 0, lethal_count: flown, entries: [], counts: Object.entries(counts).map(([key, count]) => ({ title: key, force: key.split(' ')[0] ?? '', counted: key.split(' ')[1] ?? '', count, share: 1, source: '', standing: '' })) },
    runs: 1, seed: 1, planHash: null, recordHash: null, runId: null, command: null,
  };
}
const absent = (threatSet: '2025' | '2035', of: Pick<Cell, 'tier' | 'class'>): Cell => ({ ...cell(threatSet, of, 0, {}, {}), state: 'absent', raid: null, intercepted: null, elementAble: null });

const ROGUE = { tier: 'rogue', class: 'icbm-slbm' } as const, PEER = { tier: 'peer', class: 'hgv' } as const, FOBS = { tier: 'near-peer', class: 'fobs' } as const, UAS = { tier: 'rogue', class: 'uas-other' } as const;

describe('what changes between two threat sets', () => {
  const cells = [
    cell('2025', ROGUE, 10, { 1: 1, 10: 0.9 }, { 'north-korea icbm': 10 }), cell('2035', ROGUE, 110, { 1: 1, 30: 0.71, 110: 0.5 }, { 'north-korea icbm': 50, 'iran icbm': 60 }),
    cell('2025', PEER, 25, { 1: 0.8, 25: 0.6 }, { 'russia hypersonic': 250 }), cell('2035', PEER, 100, { 1: 0.8, 100: 0.55 }, { 'russia hypersonic': 1000 }),
    absent('2025', FOBS), cell('2035', FOBS, 6, { 1: 0.9, 6: 0.9 }, { 'china fractionalOrbital': 60 }), absent('2025', UAS), absent('2035', UAS),
  ];
  const changes = changesBetween(cells, '2025', '2035');

  it('is told worst first, without what neither set holds', () => {
    expect(changes.map(({ tier, class: own }) => `${tier} ${own}`)).toEqual(['rogue icbm-slbm', 'near-peer fobs', 'peer hgv']);
    expect(changes.map(({ change }) => Number(change.toFixed(6)))).toEqual([-0.4, -0.1, -0.05]);
  });

  it('is shared out between who joins and how many come, and adds up', () => {
    const [rogue, fobs, peer] = changes;
    expect(rogue?.drivers.map(({ what }) => what).sort()).toEqual(['mix', 'size']);
    expect(rogue?.drivers.reduce((sum, { effect }) => sum + (effect ?? NaN), 0)).toBeCloseTo(rogue?.change ?? NaN, 12);
    // At ten missiles the later curve stops 1 − 0.29 · 9/29 of them.
    expect(rogue?.drivers.find(({ what }) => what === 'mix')?.effect).toBeCloseTo(1 - (0.29 * 9) / 29 - 0.9, 12);
    expect(rogue?.drivers.find(({ what }) => what === 'mix')?.says).toBe('north-korea icbm: 100 % becomes 45 % of the raid, iran icbm: 0 % becomes 55 % of the raid');
    expect(peer?.drivers).toEqual([{ what: 'size', says: '25 missiles become 100, of 250 and 1000 that exist', effect: (peer?.change ?? NaN) }]);
    expect(fobs).toMatchObject({ kind: 'new', early: null, drivers: [{ what: 'appears', says: 'none in 2025, 60 in 2035' }] });
  });

  it('does not share out what the curve does not tell', () => {
    const [first] = changesBetween([cells[0] as Cell, cell('2035', ROGUE, 110, { 30: 0.7, 110: 0.5 }, { 'iran icbm': 110 })], '2025', '2035');
    expect(first?.drivers.map(({ effect }) => effect)).toEqual([null, null]);
  });
});
