import { describe, expect, it } from 'vitest';
import { EARTH_FLATTENING, EARTH_RADIUS_M, EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { equalAreaCells } from '../../kernel/earth/equal-area-cells.js';
import { cos, sin } from '../../kernel/maths.js';
import { shellPositions } from '../../models/constellation/shell-positions.js';
import { shellMotion, type WalkerShell } from '../../models/constellation/walker.js';
import { cover } from './cover.js';
import { isInRings } from './rings.js';
import { wholeEarth } from './regions.js';
import type { MovingWatchers, WatchedSensor, Watchers } from './watchers.js';

const STRETCH = 1 / (1 - EARTH_FLATTENING);
const ALTITUDE_M = 100e3;
const cells = equalAreaCells(1_500);
const sensor = (name: string, watchers_count: number): WatchedSensor => ({ name, system: name, nation: 'nowhere', isInfrared: true, watchers_count, angularError_rad: 50e-6 });

/** A shell whose satellites see a ring between two angles. */
function shellOf(index: number, shell: WalkerShell, rings: readonly number[], sunExclusion_rad = 0): MovingWatchers {
  const motion = shellMotion(shell);
  return {
    sensor: index, count: shell.planes_count * shell.perPlane_count, sunExclusion_rad, rings: () => rings,
    place: (t_s, x, y, z, first) => shellPositions(shell, motion, 0.3, 0.1, t_s, EARTH_RATE_RADPS * t_s, x, y, z, first),
  };
}

const LOW: WalkerShell = { altitude_m: 1e6, inclination_rad: 1.4, planes_count: 4, perPlane_count: 3, phasing: 1 };
const HIGH: WalkerShell = { altitude_m: 10e6, inclination_rad: 0.9, planes_count: 2, perPlane_count: 2, phasing: 1 };
const SUN = [cos(0.4), 0, sin(0.4)];

function watchersOf(exclusion_rad = 0): Watchers {
  return {
    sensors: [sensor('site', 1), sensor('low', 12), sensor('high', 4), sensor('over one place', 1)],
    fixed: [{ sensor: 0, x_m: EARTH_RADIUS_M, y_m: 0, z_m: 0, sunExclusion_rad: 0, sees: (x, y, z) => Math.sqrt((x - EARTH_RADIUS_M) ** 2 + y * y + z * z) < 2e6 }, {
      // Far out on the night side, so that the Sun stands behind the Earth.
      sensor: 3, x_m: -SUN[0]! * 42e6, y_m: 0, z_m: -SUN[2]! * 42e6, sunExclusion_rad: exclusion_rad / 4, sees: (x, _, z) => -x * SUN[0]! - z * SUN[2]! > 0.3 * EARTH_RADIUS_M,
    }],
    moving: [shellOf(1, LOW, [2, cos(0.4)], exclusion_rad), shellOf(2, HIGH, [cos(0.3), cos(0.9)], exclusion_rad)],
    sun: (_, out) => out.set(SUN),
  };
}

const inputs = (watchers: Watchers) => ({ cells, watchers, altitude_m: ALTITUDE_M, duration_s: 3600, step_s: 60, regions: [wholeEarth(cells)], groups: [] });

/** Who sees each cell at a look, by asking every watcher about every cell. */
function askAll({ fixed, moving }: Watchers, t_s: number): number[][] {
  const radius_m = EARTH_RADIUS_M + ALTITUDE_M, x = new Float64Array(12), y = new Float64Array(12), z = new Float64Array(12);
  const seenBy: number[][] = Array.from({ length: cells.cells_count }, () => []);
  const each = (watcher: number, sees: (x_m: number, y_m: number, z_m: number, c: number) => boolean): void => {
    for (let c = 0; c < cells.cells_count; c++) if (sees(cells.x[c]! * radius_m, cells.y[c]! * radius_m, (cells.z[c]! * radius_m) / STRETCH, c)) seenBy[c]!.push(watcher);
  };
  const isShaded = (exclusion_rad: number, dx: number, dy: number, dz: number): boolean => exclusion_rad > 0 && dx * SUN[0]! + dy * SUN[1]! + dz * SUN[2]! >= cos(exclusion_rad) * Math.sqrt(dx * dx + dy * dy + dz * dz);
  fixed.forEach((watcher, w) => each(w, (px, py, pz) => watcher.sees(px, py, pz) && !isShaded(watcher.sunExclusion_rad, px - watcher.x_m, py - watcher.y_m, pz - watcher.z_m)));
  let watcher = fixed.length;
  for (const set of moving) {
    set.place(t_s, x, y, z, 0);
    for (let s = 0; s < set.count; s++, watcher++) {
      const sx = x[s]!, sy = y[s]!, sz = z[s]!, size = Math.sqrt(sx * sx + sy * sy + sz * STRETCH * (sz * STRETCH));
      each(watcher, (px, py, pz, c) => {
        if (!isInRings(set.rings(size), cells.x[c]! * (sx / size) + cells.y[c]! * (sy / size) + cells.z[c]! * ((sz * STRETCH) / size))) return false;
        return !isShaded(set.sunExclusion_rad, px - sx, py - sy, pz - sz);
      });
    }
  }
  return seenBy;
}

describe('coverage', () => {
  it('counts what asking every watcher about every cell counts, to the last look, with and without the Sun', () => {
    for (const exclusion of [0, 0.5]) {
      const watchers = watchersOf(exclusion), answer = cover(inputs(watchers));
      const seen = new Int32Array(cells.cells_count), stereo = new Int32Array(cells.cells_count);
      for (let look = 0; look < answer.looks; look++) {
        askAll(watchers, look * 60).forEach((by, c) => {
          if (by.length > 0) seen[c]!++;
          if (by.length > 1) stereo[c]!++;
        });
      }
      expect(answer.tally.seen).toEqual(seen);
      expect(answer.tally.stereo).toEqual(stereo);
    }
    // The Sun takes something away.
    expect(cover(inputs(watchersOf(0.5))).regions[0]!.seen).toBeLessThan(cover(inputs(watchersOf())).regions[0]!.seen);
  });

  it('loses with some left out what is missing when it is counted without them', () => {
    const watchers = watchersOf(), groups = [{ name: 'low', kind: 'sensor' as const, watchers: Array.from({ length: 12 }, (_, i) => 2 + i) }, { name: 'site', kind: 'sensor' as const, watchers: [0] }];
    const answer = cover({ ...inputs(watchers), groups }), whole = answer.regions[0]!;
    const without = [{ ...watchers, moving: watchers.moving.slice(1) }, { ...watchers, fixed: watchers.fixed.slice(1) }].map((left) => cover(inputs(left)).regions[0]!);
    answer.losses.forEach(({ regions }, i) => {
      expect(regions[0]!.seen).toBeCloseTo(whole.seen - without[i]!.seen, 12);
      expect(regions[0]!.stereo).toBeCloseTo(whole.stereo - without[i]!.stereo, 12);
      expect(regions[0]!.seen).toBeGreaterThan(0);
    });
  });

  it('never falls when a sensor is added, cell by cell', () => {
    const watchers = watchersOf(), more = cover(inputs(watchers)), fewer = cover(inputs({ ...watchers, moving: watchers.moving.slice(0, 1) }));
    for (let c = 0; c < cells.cells_count; c++) {
      expect(more.tally.seen[c]!).toBeGreaterThanOrEqual(fewer.tally.seen[c]!);
      expect(more.tally.stereo[c]!).toBeGreaterThanOrEqual(fewer.tally.stereo[c]!);
      expect(more.tally.longest[c]!).toBeLessThanOrEqual(fewer.tally.longest[c]!);
    }
  });

  it('falls with satellites lost at random, by as much for one draw as when they are left out', () => {
    const watchers = watchersOf(), satellites = Array.from({ length: 16 }, (_, i) => 2 + i);
    const all = cover({ ...inputs(watchers), lose: { satellites, lost_count: 0, draws: 3, seed: 1 } });
    // Sixty looks are within what random losses take, every second of them.
    expect(all.random!.regions[0]!.seen.mean).toBeCloseTo(cover({ ...inputs(watchers), step_s: 120 }).regions[0]!.seen, 12);
    expect(all.random!.regions[0]!.seen.p5).toBe(all.random!.regions[0]!.seen.p95);
    const lost = cover({ ...inputs(watchers), lose: { satellites, lost_count: 16, draws: 3, seed: 1 } });
    expect(lost.random!.regions[0]!.seen.mean).toBeCloseTo(cover(inputs({ ...watchers, moving: [] })).regions[0]!.seen, 12);
    const some = [4, 8].map((lost_count) => cover({ ...inputs(watchers), lose: { satellites, lost_count, draws: 20, seed: 1 } }).random!.regions[0]!.seen);
    expect(some[0]!.mean).toBeGreaterThan(some[1]!.mean);
    expect(some[0]!.p5).toBeLessThan(some[0]!.p95);
  });

  it('has the best pair of lines cross at a right angle where two satellites stand so', () => {
    const far = 3 * EARTH_RADIUS_M, at = (lon: number): [number, number] => [far * cos(lon), far * sin(lon)];
    const geo = (index: number, lon: number) => ({ sensor: index, x_m: at(lon)[0], y_m: at(lon)[1], z_m: 0, sunExclusion_rad: 0, sees: (x: number, y: number) => x * cos(lon) + y * sin(lon) > 0.8 * EARTH_RADIUS_M });
    const watchers: Watchers = { sensors: [sensor('east', 1), sensor('west', 1)], fixed: [geo(0, 0.2), geo(1, -0.2)], moving: [], sun: () => undefined };
    const answer = cover(inputs(watchers)), { angle_rad, bound50_m, bound90_m } = answer.stereo.regions[0]!;
    // Seen from the ground between them two satellites 0.4 rad apart at three radii are 0.59 rad apart.
    expect(angle_rad).toBeGreaterThan(0.5);
    expect(angle_rad).toBeLessThan(0.62);
    // Each line is good to 50 microradians over 12,800 km, 640 m; along the ground they fix it better than in height.
    expect(bound50_m!).toBeGreaterThan(640);
    expect(bound90_m!).toBeLessThan(640 * 6);
  });
});
