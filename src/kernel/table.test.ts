import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityOf, copyTable, createTable } from './table.js';

const COLUMNS = { alive: 'u8', x_m: 'f64', key: 'u32', layer: 'i32' } as const;

describe('table', () => {
  it('keeps columns apart, for any capacity', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), (capacity) => {
      const table = createTable(COLUMNS, capacity);
      table.alive.fill(1);
      table.x_m.fill(-2.5);
      table.key.fill(0xffffffff);
      table.layer.fill(-7);
      table.count = capacity;
      expect(Array.from(table.alive)).toEqual(Array(capacity).fill(1));
      expect(Array.from(table.x_m)).toEqual(Array(capacity).fill(-2.5));
      expect(Array.from(table.key)).toEqual(Array(capacity).fill(0xffffffff));
      expect(Array.from(table.layer)).toEqual(Array(capacity).fill(-7));
      expect(table.count).toBe(capacity);
    }));
  });

  it('describes itself: a buffer that travelled has rows, size and values', () => {
    const table = createTable(COLUMNS, 3);
    table.x_m[1] = 42;
    table.count = 2;
    const arrived = table.buffer.slice(0);
    const view = createTable(COLUMNS, capacityOf(arrived), arrived);
    expect([view.count, view.capacity, view.x_m[1]]).toEqual([2, 3, 42]);
  });

  it('copies independently', () => {
    const table = createTable(COLUMNS, 2);
    const copy = copyTable(COLUMNS, table);
    table.x_m[0] = 1;
    table.count = 1;
    expect([copy.x_m[0], copy.count]).toEqual([0, 0]);
  });

  it('refuses other columns, other sizes, short or foreign buffers, and rows that do not fit', () => {
    const { buffer } = createTable(COLUMNS, 4);
    expect(() => createTable({ y_m: 'f64' }, 4, buffer)).toThrow(/other columns/);
    expect(() => createTable(COLUMNS, 3, buffer)).toThrow(/4 rows, not 3/);
    expect(() => createTable(COLUMNS, 5, buffer)).toThrow(/bytes/);
    expect(() => createTable(COLUMNS, 1, new ArrayBuffer(400))).toThrow(/does not hold a table/);
    expect(() => createTable({ count: 'u8' }, 1)).toThrow(/count/);
    expect(() => { createTable(COLUMNS, 1).count = 2; }).toThrow(/outside/);
  });
});
