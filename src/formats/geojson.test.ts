import { describe, expect, it } from 'vitest';
import { flatArea_deg2 } from '../kernel/earth/flat-rings.js';
import { geoJson, polygonsOf } from './geojson.js';

const DEG = Math.PI / 180;
const ring = (points: readonly (readonly [lon: number, lat: number])[]) => points.map(([lon, lat]) => ({ lon_rad: lon * DEG, lat_rad: lat * DEG }));
const square = (lon: number, lat: number, half: number) => [[lon - half, lat - half], [lon + half, lat - half], [lon + half, lat + half], [lon - half, lat + half]] as const;

describe('regions as GeoJSON', () => {
  it('are closed, against the clock, with holes in the ring around them', () => {
    const [polygon, ...others] = polygonsOf([ring(square(10, 40, 5)), ring([...square(10, 40, 1)].reverse())]);
    expect(others).toHaveLength(0);
    expect(polygon).toHaveLength(2);
    for (const each of polygon!) expect(each[0]).toEqual(each.at(-1));
    expect(flatArea_deg2(polygon![0]!)).toBeCloseTo(100, 6);
    expect(flatArea_deg2(polygon![1]!)).toBeCloseTo(-4, 6);
  });

  it('are cut at the date line into one polygon on each side', () => {
    const pieces = polygonsOf([ring([[175, 40], [-172, 40], [-172, 50], [175, 50]])]);
    expect(pieces).toHaveLength(2);
    for (const [outer] of pieces) for (const [lon] of outer!) expect(Math.abs(lon)).toBeLessThanOrEqual(180);
    expect(pieces.map(([outer]) => flatArea_deg2(outer!)).sort((a, b) => a - b)).toEqual([50, 80].map((area) => expect.closeTo(area, 6)));
  });

  it('go up to a pole that they enclose', () => {
    const around = ring(Array.from({ length: 36 }, (_, i) => [-180 + 10 * i, 80] as const));
    const pieces = polygonsOf([around]);
    expect(pieces.reduce((sum, [outer]) => sum + flatArea_deg2(outer!), 0)).toBeCloseTo(3600, 3);
  });

  it('are a feature collection with properties', () => {
    const parsed = JSON.parse(geoJson([{ rings: [ring(square(0, 0, 1))], properties: { battery: 'a' } }], { provenance: { version: '1' } }));
    expect(parsed.type).toBe('FeatureCollection');
    expect(parsed.features[0]).toMatchObject({ type: 'Feature', geometry: { type: 'MultiPolygon' }, properties: { battery: 'a' } });
    expect(parsed.provenance.version).toBe('1');
  });
});
