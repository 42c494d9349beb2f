import { describe, expect, it } from 'vitest';
import type { EcefPath } from '../../engine/record/record.js';
import { frameMap, layPath, pointOf, traceLaid, type MapFrame } from './map-frame.js';
import type { Site } from './sites.js';
import { thinPath } from './thin.js';

const RADIUS_M = 6_500_000, RAD = Math.PI / 180;
/** A path through places in degrees, one every `step_s`. */
function pathOf(places: readonly (readonly [lon: number, lat: number])[], step_s = 20): EcefPath {
  return {
    t_s: Float64Array.from(places, (_, i) => i * step_s),
    position_ecef_m: Float64Array.from(places.flatMap(([lon, lat]) => [RADIUS_M * Math.cos(lat * RAD) * Math.cos(lon * RAD), RADIUS_M * Math.cos(lat * RAD) * Math.sin(lon * RAD), RADIUS_M * Math.sin(lat * RAD)])),
  };
}
const world: MapFrame = { width: 720, height: 360, lon_rad: 0, lat_rad: 0, scale: 360 / Math.PI };
const site = (kind: Site['kind'], lon: number, lat: number): Site => ({ kind, name: `${kind} ${lon}`, lon_rad: lon * RAD, lat_rad: lat * RAD });

describe('the frame of the map', () => {
  const sites = [site('origin', 110, 40), site('target', -95, 30)];
  it('is the raid with a margin, the pole at its top', () => {
    const frame = frameMap({ width: 700, height: 300 }, sites, [pathOf([[110, 40], [180, 70], [-95, 30]])]);
    expect(frame.scale).toBeGreaterThan(700 / (2 * Math.PI));
    expect(pointOf(frame, frame.lon_rad, Math.PI / 2)[1]).toBeCloseTo(0, 6);
  });
  it('is the whole world when a path goes round the other side', () => {
    const frame = frameMap({ width: 700, height: 300 }, sites, [pathOf([[110, 40], [90, -10], [70, -70], [-100, -60], [-95, 30], [-95, 30]].flatMap((place) => Array<readonly [number, number]>(4).fill(place as unknown as readonly [number, number])))]);
    expect(frame.scale).toBeCloseTo(300 / Math.PI, 6);
    expect(pointOf(frame, frame.lon_rad, -Math.PI / 2)[1]).toBeLessThanOrEqual(300 + 1e-9);
  });
});

describe('a path on the map', () => {
  it('is cut at the edge and goes on at the other, at one latitude', () => {
    const { points, isStart, t_s } = layPath(world, pathOf([[178, 10], [-178, 14]]));
    const cut = isStart.indexOf(true, 1);
    expect(points[cut - 1]?.[0]).toBeCloseTo(720, 6);
    expect(points[cut]?.[0]).toBeCloseTo(0, 6);
    expect(points[cut]?.[1]).toBeCloseTo(points[cut - 1]?.[1] ?? NaN, 9);
    expect(t_s.every((time, i) => i === 0 || time >= (t_s[i - 1] ?? 0))).toBe(true);
  });
  it('bends towards the pole and runs along the edge over it, never across the map', () => {
    const { points, isStart } = layPath(world, pathOf([[20, -80], [-160, -80]]));
    expect(points.length).toBeGreaterThan(20);
    for (let i = 1; i < points.length; i++) {
      const a = points[i - 1], b = points[i];
      if (a === undefined || b === undefined || isStart[i] === true) continue;
      // Where it is far from the pole a step is short; a wide one lies at the lower edge.
      if (Math.abs(a[0] - b[0]) > 40) expect(Math.min(a[1], b[1])).toBeGreaterThan(357);
    }
  });
  it('is drawn as far as it has been flown', () => {
    const laid = layPath(world, pathOf([[0, 0], [2, 0], [4, 0]]));
    const drawn: number[] = [];
    traceLaid({ moveTo: (x) => drawn.push(x), lineTo: (x) => drawn.push(x) }, laid, 30);
    expect(drawn.map((x) => Math.round(x * 100) / 100)).toEqual([360, 364, 366]);
  });
});

describe('a thinned path', () => {
  it('keeps its ends, its turns, and stays within the tolerance', () => {
    const straight = pathOf([[0, 0], [0.5, 0.0001], [1, 0], [1, 1], [1, 2]]);
    const thin = thinPath(straight, 3000);
    expect([...thin.t_s]).toEqual([0, 40, 80]);
    expect(thinPath(straight, 100).t_s.length).toBeGreaterThanOrEqual(4);
  });
});
