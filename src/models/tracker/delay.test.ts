import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { TAU } from '../../kernel/maths.js';
import { ascentAt, forecast } from './delay.js';
import type { AscentGrid, LaunchAxes } from './delay.js';

const R = 6371e3;
/** A launch at the pole of a non-rotating Earth: up is z, heading is an angle in the x-y plane. */
const axes: LaunchAxes = { axes: Float64Array.of(0, 1, 0, -1, 0, 0, 0, 0, 1), siteVelocity: new Float64Array(3) };

function ascent(heading: number, stretch = 1): AscentGrid {
  const step_s = 2, rows = 100, state = new Float64Array(6 * rows);
  for (let row = 0; row < rows; row++) {
    const t = row * step_s, s = 9 * t * t * stretch, v = 18 * t * stretch, c = Math.cos(heading), n = Math.sin(heading);
    state.set([s * c, s * n, R + 6 * t * t, v * c, v * n, 12 * t], 6 * row);
  }
  return { step_s, rows, state, burnout_s: 190 };
}

describe('tracker: delay', () => {
  it('interpolates the grid and holds its last row', () => {
    const grid = ascent(0.4), out = new Float64Array(8);
    ascentAt(grid, 51, out);
    expect(out[2]! - R).toBeCloseTo(6 * 51 * 51, 3);
    ascentAt(grid, 1e6, out);
    expect(out[2]).toBe(grid.state[6 * 99 + 2]);
  });

  it('foretells a missile that flies as its class does exactly, whatever its heading', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: TAU, noNaN: true }), fc.double({ min: 0, max: TAU, noNaN: true }), fc.integer({ min: 10, max: 90 }), (classHeading, heading, observedRow) => {
        const template = ascent(classHeading), actual = ascent(heading), observed = new Float64Array(8), out = new Float64Array(300);
        ascentAt(actual, observedRow * 2, observed);
        forecast(template, axes, observed, observedRow * 2, 0, observedRow, new Float64Array(8), out);
        for (let row = observedRow; row < 100; row += 9) for (let i = 0; i < 3; i++) expect(Math.abs(out[3 * row + i]! - actual.state[6 * row + i]!)).toBeLessThan(0.5);
      }),
    );
  });

  it('errs by the acceleration that the class does not have, growing with the square of time', () => {
    const template = ascent(0), actual = ascent(0, 1.1), observed = new Float64Array(8), out = new Float64Array(300);
    ascentAt(actual, 60, observed);
    forecast(template, axes, observed, 60, 0, 30, new Float64Array(8), out);
    const error = (t_s: number): number => Math.abs(out[(3 * t_s) / 2]! - actual.state[(6 * t_s) / 2]!);
    expect(error(80)).toBeCloseTo(0.5 * 1.8 * 20 * 20, 0);
    expect(error(100) / error(80)).toBeCloseTo(4, 2);
  });

  it('an azimuth error turns the forecast clockwise from above', () => {
    const template = ascent(TAU / 4), observed = new Float64Array(8), out = new Float64Array(300);
    ascentAt(template, 60, observed);
    forecast(template, axes, observed, 60, 0.1, 30, new Float64Array(8), out);
    // Heading along +y is east here (axes: east = y, north = −x), so clockwise from above is towards south, +x.
    expect(out[3 * 60]).toBeGreaterThan(template.state[6 * 60]! + 1000);
  });
});
