/** `cupola footprint`: the keys of its answer, a map and GeoJSON as files, and every mistake told at once. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cupola, cupolaJson, type ProblemsDocument, temporaryFolder } from './cupola.js';

interface Footprints {
  footprints: { battery: string; area_km2: number; people: number; inside: string[]; reach: { azimuth_deg: number; reach_km: number }[]; polygons: [number, number][][][] }[];
  provenance: { planHash: string };
}
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ONE = ['footprint', '--battery', 'pac-3-mse', '--at', 'seattle', '--missile', 'solid-icbm-3-stage', '--from', 'north-korea-interior', '--cells', '12'];

describe('cupola footprint', () => {
  it('tells area, people and reach, and writes a map and GeoJSON', async () => {
    const svg = join(folder, 'map.svg'), json = join(folder, 'regions.json');
    const { footprints, provenance } = await cupolaJson<Footprints>([...ONE, '--svg', svg, '--geojson', json]);
    const [only] = footprints;
    expect(only?.battery).toBe('pac-3-mse at seattle');
    expect(only?.area_km2).toBeGreaterThan(5000);
    expect(only?.inside).toEqual(['seattle']);
    expect(only?.people).toBe(737_015);
    expect(only?.reach).toHaveLength(16);
    expect(provenance.planHash).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(svg, 'utf8')).toContain('What pac-3-mse at seattle defends');
    expect(JSON.parse(readFileSync(json, 'utf8')).features[0].geometry.coordinates).toEqual(only?.polygons);
  });

  it('tells all mistakes at once, with hints', async () => {
    const { problems } = await cupolaJson<ProblemsDocument>(['footprint', '--battery', 'thad', '--at', 'seatle', '--missile', 'solid-icbm', '--shots', '0'], 2);
    expect(problems.map(({ path }) => path).sort()).toEqual(['--at', '--battery', '--missile', '--shots']);
    expect(problems.find(({ path }) => path === '--battery')?.hint).toContain('thaad');
    expect((await cupola('footprint', 'scenarios/03-no-shield.yaml')).stderr).toContain('no ground battery');
  });
});
