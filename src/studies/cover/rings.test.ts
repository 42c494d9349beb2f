import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalAreaCells, rangesRoom } from '../../kernel/earth/equal-area-cells.js';
import { capFraction, coverageCap_rad } from '../../kernel/earth/horizon.js';
import { asin, cos, PI, sin } from '../../kernel/maths.js';
import { latitudeFraction } from '../../models/constellation/coverage-fraction.js';
import { shellPositions } from '../../models/constellation/shell-positions.js';
import { shellMotion, type WalkerShell } from '../../models/constellation/walker.js';
import { addRuns, isInRings, ringRuns, ringsOf, sumChanges } from './rings.js';

const cells = equalAreaCells(4_000);
const scratch = new Int32Array(2 * rangesRoom(cells)), runs = new Int32Array(2 * rangesRoom(cells));

function counted(satellites: readonly (readonly [number, number, number])[], rings: readonly number[]): Uint16Array {
  const changes = new Int32Array(cells.cells_count + 1), inView = new Uint16Array(cells.cells_count);
  for (const [x, y, z] of satellites) addRuns(runs, 0, ringRuns(cells, rings, x, y, z, runs, 0, scratch), changes);
  sumChanges(new Uint16Array(cells.cells_count), changes, inView);
  return inView;
}

describe('rings of a satellite', () => {
  it('are found from what it sees along a meridian', () => {
    const rings = ringsOf((angle) => angle < 0.5 || (angle > 1 && angle < 1.2));
    expect(rings).toHaveLength(4);
    expect(rings[0]).toBeGreaterThan(1);
    [cos(0.5), cos(1), cos(1.2)].forEach((value, i) => expect(rings[i + 1]).toBeCloseTo(value, 10));
    expect(ringsOf(() => false)).toEqual([]);
    expect(ringsOf(() => true)[1]).toBe(-1);
  });

  it('count as testing every satellite against every cell does, to the last one', () => {
    const angle = fc.double({ min: -PI, max: PI, noNaN: true }), place = fc.tuple(angle, fc.double({ min: -1, max: 1, noNaN: true }));
    const edge = fc.double({ min: 0.05, max: 2.5, noNaN: true });
    fc.assert(fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), edge, edge, fc.boolean(), (places, one, other, isCap) => {
      const rings = [isCap ? 2 : cos(Math.min(one, other)), cos(Math.max(one, other))];
      const satellites = places.map(([lon, height]): [number, number, number] => [Math.sqrt(1 - height * height) * cos(lon), Math.sqrt(1 - height * height) * sin(lon), height]);
      const wanted = Array.from({ length: cells.cells_count }, (_, c) => satellites.filter(([x, y, z]) => isInRings(rings, cells.x[c]! * x + cells.y[c]! * y + cells.z[c]! * z)).length);
      expect([...counted(satellites, rings)]).toEqual(wanted);
    }), { numRuns: 100 });
  });
});

describe('coverage against closed forms', () => {
  it('of one satellite at 1,000 km and 10 degrees is 0.0353 of the Earth', () => {
    const half = coverageCap_rad(1e6, (10 * PI) / 180), fine = equalAreaCells(40_000);
    expect(capFraction(half)).toBeCloseTo(0.0353, 4);
    const room = rangesRoom(fine), seen = new Int32Array(room), numbers = ringRuns(fine, [2, cos(half)], cos(0.6), 0, sin(0.6), seen, 0, new Int32Array(2 * room));
    let count = 0;
    for (let i = 0; i < numbers; i += 2) count += seen[i + 1]! - seen[i]!;
    // The rim is about 440 cells long, of which as many are counted too much as too little.
    expect(Math.abs(count / fine.cells_count - 0.0353)).toBeLessThan(0.0002);
  });

  it('of a polar Walker shell agrees, latitude by latitude, with the share of time that its satellites are near', () => {
    const shell: WalkerShell = { altitude_m: 1e6, inclination_rad: PI / 2, planes_count: 5, perPlane_count: 7, phasing: 2 }, motion = shellMotion(shell);
    const half = coverageCap_rad(shell.altitude_m, (10 * PI) / 180), rings = [2, cos(half)], total = 35;
    const x = new Float64Array(total), y = new Float64Array(total), z = new Float64Array(total), mean = new Float64Array(cells.rows_count);
    const looks = 400, period_s = (2 * PI) / motion.latitudeRate_radps;
    // Looks fall evenly on one round of the satellites, and the Earth turns once under the planes.
    for (let look = 0; look < looks; look++) {
      shellPositions(shell, motion, 0, 0, (look * period_s) / looks, (2 * PI * look * 7) / looks, x, y, z);
      const inView = counted(Array.from(x, (_, s): [number, number, number] => [x[s]! / motion.radius_m, y[s]! / motion.radius_m, z[s]! / motion.radius_m]), rings);
      for (let row = 0; row < cells.rows_count; row++) {
        for (let c = cells.firstOfRow[row]!; c < cells.firstOfRow[row + 1]!; c++) mean[row]! += inView[c]! / (cells.firstOfRow[row + 1]! - cells.firstOfRow[row]!) / looks;
      }
    }
    for (let row = 0; row < cells.rows_count; row++) {
      const wanted = total * latitudeFraction({ inclination_rad: PI / 2, latitude_rad: asin(cells.z[cells.firstOfRow[row]!]!), reach_rad: half });
      expect(Math.abs(mean[row]! - wanted) / wanted).toBeLessThan(0.02);
    }
  });
});
