import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from './place-labels.js';

describe('names of places', () => {
  it('stand below where there is room', () => {
    expect(placeLabels([{ x: 100, y: 50, width: 40 }])).toEqual([{ left: 80, top: 55 }]);
    expect(placeLabels([null])).toEqual([null]);
  });
  it('never overlap', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 100 }), width: fc.integer({ min: 20, max: 90 }) });
    fc.assert(fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      const boxes = placeLabels(places).flatMap((corner, i) => (corner === null ? [] : [{ ...corner, right: corner.left + (places[i]?.width ?? 0) }]));
      boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(a.right < b.left || b.right < a.left || Math.abs(a.top - b.top) >= 15).toBe(true)));
    }));
  });
});
