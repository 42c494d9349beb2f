import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findPlace, listKind, listPlaces, readCatalogue, showEntry } from '../src/scenario/catalogue.js';
import { compileText } from '../src/scenario/compile/compile.js';
import { KINDS } from '../src/scenario/cards/kinds.js';
import { scenarioJsonSchema } from '../src/scenario/schema/schema.js';
import { buildCatalogue, hashEngine } from './build-catalogue.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const catalogue = buildCatalogue(ROOT);
const scratch = mkdtempSync(join(tmpdir(), 'cupola-catalogue-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A copy of the repository's data in a folder of its own. */
function copyOf(name: string): string {
  const root = join(scratch, name);
  for (const part of ['data', 'scenarios', 'package.json']) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  mkdirSync(join(root, 'src/kernel'), { recursive: true });
  writeFileSync(join(root, 'src/kernel/a.ts'), 'export const A = 1;\n');
  return root;
}

describe('the catalogue', () => {
  it('survives JSON and reads back whole', () => {
    expect(readCatalogue(JSON.parse(JSON.stringify(catalogue)))).toEqual(catalogue);
  });

  it('refuses what is not a catalogue', () => {
    expect(() => readCatalogue({})).toThrow('npm run build');
    expect(() => readCatalogue({ ...catalogue, kinds: { ...catalogue.kinds, threats: { x: { title: 'x' } } } })).toThrow('kinds.threats');
  });

  it('has what the numbered scenarios and the closed forms stand on, and something of every kind', () => {
    expect(listKind(catalogue, 'threats')).toEqual(expect.arrayContaining(['hwasong-18', 'liquid-icbm-2-stage', 'solid-icbm-3-stage']));
    expect(showEntry(catalogue, 'constellations', 'notional-7800')?.count.value).toBe(7800);
    expect(showEntry(catalogue, 'sensors', 'sbirs-geo')).toMatchObject({ satellites: { length: 6 } });
    expect(showEntry(catalogue, 'threats', 'toString')).toBeUndefined();
    for (const kind of KINDS) expect(listKind(catalogue, kind).length, kind).toBeGreaterThan(0);
  });

  it('finds places alone and in groups', () => {
    expect(findPlace(catalogue, 'chicago')).toMatchObject({ country: '840', cards: { population_count: { value: 2746388 } } });
    expect(findPlace(catalogue, 'tonghae')?.cards.lat_deg.value).toBe(40.85);
    expect(findPlace(catalogue, 'us-cities-50')).toBeUndefined();
    expect(listPlaces(catalogue)).toContain('fort-greely');
  });

  it('has the 50 largest cities inside the outline of their country', () => {
    const cities = showEntry(catalogue, 'sites', 'us-cities-50');
    const outline = catalogue.territories.find(({ iso }) => iso === '840');
    const places = cities?.model === 'group' ? Object.values(cities.places) : [];
    expect(places).toHaveLength(50);
    const isInside = (lon_deg: number, lat_deg: number): boolean => {
      const x = (lon_deg * Math.PI) / 180, y = (lat_deg * Math.PI) / 180;
      let inside = false;
      for (const ring of outline?.rings ?? []) {
        ring.forEach(([x1, y1], index) => {
          const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
          if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
        });
      }
      return inside;
    };
    // At 1:110 million, cities on a coast may fall off the map; those inland may not.
    const outside = places.filter(({ lon_deg, lat_deg }) => !isInside(lon_deg.value, lat_deg.value)).map(({ title }) => title);
    expect(outside.length, outside.join(', ')).toBeLessThanOrEqual(8);
    for (const inland of ['Chicago', 'Denver', 'Dallas', 'Atlanta']) expect(outside).not.toContain(inland);
    expect(isInside(-79.38, 43.65), 'Toronto').toBe(false);
    expect(isInside(-152, 64), 'Alaska').toBe(true);
  });

  it('holds scenarios that all compile without warnings, but for what one of them loses on purpose', () => {
    expect(catalogue.scenarios.length).toBeGreaterThanOrEqual(3);
    for (const { name, text } of catalogue.scenarios) {
      const result = compileText(text, name, catalogue);
      expect(result.ok ? result.compiled.warnings.filter(({ path }) => path !== 'commandGraph.lost') : result.problems, name).toEqual([]);
      expect(text.startsWith('# '), `${name} says what it teaches`).toBe(true);
    }
  });

  it('carries hashes that follow the data and the code, and nothing else', () => {
    const root = copyOf('hashes');
    const before = buildCatalogue(root);
    expect(before.dataHash).toBe(catalogue.dataHash);
    writeFileSync(join(root, 'src/kernel/a.test.ts'), 'a test is not the engine');
    writeFileSync(join(root, 'src/kernel/a.ts'), 'export const A = 1;\r\n');
    expect(hashEngine(root)).toBe(before.engineVersion);
    writeFileSync(join(root, 'src/kernel/a.ts'), 'export const A = 2;\n');
    expect(hashEngine(root)).not.toBe(before.engineVersion);
  });

  it('tells every fault of the data at once', () => {
    const root = copyOf('faults');
    writeFileSync(join(root, 'data/threats/broken.json'), '{');
    writeFileSync(join(root, 'data/threats/Other Name.json'), '{}');
    writeFileSync(join(root, 'data/defaults/raid.json'), JSON.stringify({ title: 'x', model: 'raid', within_s: { value: 60 }, speed_kmps: { value: 1 } }));
    mkdirSync(join(root, 'data/oddities'));
    expect(() => buildCatalogue(root)).toThrow(/data\/defaults\/raid\.json: the file: .*speed_kmps[^]*data\/oddities: not a kind[^]*Other Name\.json: file names[^]*broken\.json/);
  });

  it('tells names inside the data that mean nothing', () => {
    const root = copyOf('references');
    const radar = showEntry(catalogue, 'sensors', 'uewr-clear');
    writeFileSync(join(root, 'data/sensors/uewr-clear.json'), JSON.stringify({ ...radar, site: 'nowhere' }));
    expect(() => buildCatalogue(root)).toThrow("data/sensors/uewr-clear.json: site 'nowhere' is not in data/sites");
  });
});

describe('the published JSON Schema', () => {
  it('names every key of the format and refuses others', () => {
    const schema = scenarioJsonSchema();
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false, required: ['version', 'raid', 'interceptors'] });
    expect(Object.keys(schema['properties'] as object)).toContain('interceptors');
    expect(JSON.stringify(schema)).toContain('altitude_km');
  });
});
