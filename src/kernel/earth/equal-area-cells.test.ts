import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capRanges, equalAreaCells, rangesRoom, type EqualAreaCells } from './equal-area-cells.js';
import { asin, cos, PI, sin, TAU } from '../maths.js';

const inCap = (cells: EqualAreaCells, p: readonly [number, number, number], k: number): number[] =>
  Array.from({ length: cells.cells_count }, (_, c) => c).filter((c) => cells.x[c]! * p[0] + cells.y[c]! * p[1] + cells.z[c]! * p[2] >= k);

function byRanges(cells: EqualAreaCells, p: readonly [number, number, number], k: number): number[] {
  const out = new Int32Array(rangesRoom(cells)), numbers = capRanges(cells, ...p, k, out), found: number[] = [];
  for (let i = 0; i < numbers; i += 2) for (let c = out[i]!; c < out[i + 1]!; c++) found.push(c);
  return found;
}

const unit = (lat: number, lon: number): [number, number, number] => [cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)];

describe('cells of equal area', () => {
  it('have the area of the sphere divided by their number, row by row', () => {
    for (const wanted of [6, 100, 1_000, 40_000]) {
      const cells = equalAreaCells(wanted);
      for (let row = 0; row < cells.rows_count; row++) {
        const area = TAU * (cells.rowEdge[row + 1]! - cells.rowEdge[row]!), inRow = cells.firstOfRow[row + 1]! - cells.firstOfRow[row]!;
        expect(area / inRow).toBeCloseTo((4 * PI) / cells.cells_count, 12);
      }
    }
  });

  it('are about as many as wanted, and about as wide as high', () => {
    const cells = equalAreaCells(40_000);
    expect(Math.abs(cells.cells_count - 40_000)).toBeLessThan(200);
    for (let row = 1; row < cells.rows_count - 1; row++) {
      const inRow = cells.firstOfRow[row + 1]! - cells.firstOfRow[row]!, height = asin(cells.rowEdge[row + 1]!) - asin(cells.rowEdge[row]!);
      const width = (TAU / inRow) * Math.sqrt(1 - cells.z[cells.firstOfRow[row]!]! ** 2);
      expect(width / height).toBeGreaterThan(0.7);
      expect(width / height).toBeLessThan(1.4);
    }
  });

  it('are the same north and south', () => {
    const cells = equalAreaCells(5_000);
    for (let row = 0; row < cells.rows_count; row++) expect(cells.z[cells.firstOfRow[row]!]).toBeCloseTo(-cells.z[cells.firstOfRow[cells.rows_count - 1 - row]!]!, 14);
  });
});

describe('cells of a cap', () => {
  const cells = equalAreaCells(3_000);

  it('are those that a test of every cell finds', () => {
    fc.assert(fc.property(fc.double({ min: -PI / 2, max: PI / 2, noNaN: true }), fc.double({ min: -PI, max: PI, noNaN: true }), fc.double({ min: -1.01, max: 1.01, noNaN: true }), (lat, lon, k) => {
      const p = unit(lat, lon);
      expect(byRanges(cells, p, k)).toEqual(inCap(cells, p, k));
    }), { numRuns: 300 });
  });

  it('are found at the poles, at the date line and about a cell itself', () => {
    const edges: [number, number, number][] = [[PI / 2, 0, 0.3], [-PI / 2, 1, -0.4], [0.2, PI, 0.9], [0.2, -PI, 0.95], [PI / 2 - 1e-9, 2, 0.99]];
    for (const [lat, lon, k] of edges) expect(byRanges(cells, unit(lat, lon), k)).toEqual(inCap(cells, unit(lat, lon), k));
    for (const c of [0, 1, 1_500, cells.cells_count - 1]) {
      const p: [number, number, number] = [cells.x[c]!, cells.y[c]!, cells.z[c]!];
      for (const k of [1, 1 - 1e-9, 0.999]) expect(byRanges(cells, p, k)).toEqual(inCap(cells, p, k));
    }
    // Rows at the very distance of the cap's rim, and the pole's own ring.
    for (let row = 0; row < cells.rows_count; row += 7) {
      const height = cells.z[cells.firstOfRow[row]!]!;
      for (const k of [height, -height]) expect(byRanges(cells, [0, 0, 1], k)).toEqual(inCap(cells, [0, 0, 1], k));
    }
  });

  it('are nearly the area of the cap', () => {
    const fine = equalAreaCells(40_000);
    for (const half of [0.1, 0.38, 1, 2]) {
      const share = byRanges(fine, unit(0.7, 1.2), cos(half)).length / fine.cells_count;
      expect(Math.abs(share - sin(half / 2) ** 2)).toBeLessThan(4e-4);
    }
  });
});
