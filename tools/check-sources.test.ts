import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDataFiles } from './catalogue/data-files.js';
import { checkSources } from './check-sources.js';

const FILE = { source: { source: 'A 2026', where: 'table 1', standing: 'published', seen: 'primary', asOf: '2026-11' }, speed_kmps: { value: 3 } };

describe('source cards of data files', () => {
  it('are full when file and card together say everything', () => {
    expect(checkSources('a.json', FILE)).toEqual({ faults: [], counts: { published: 1, derived: 0, assumed: 0 } });
  });

  it('are told by file, path and what is missing', () => {
    const faults = (content: unknown) => checkSources('a.json', content).faults;
    expect(faults({ ...FILE, stages: [{ dry_kg: 5 }] })).toEqual(['a.json: stages[0].dry_kg: a number without a card; write { "value": 5, … }']);
    expect(faults({ speed_kmps: { value: 3 } })).toEqual(['a.json: speed_kmps: the card lacks source, where, asOf, standing, low and high']);
    expect(faults({ ...FILE, speed_kmps: { value: 3, standing: 'assumed' } })).toEqual(['a.json: speed_kmps: the card lacks low and high']);
    expect(faults({ ...FILE, speed_kmps: { value: 3, low: 4, high: 5, standing: 'assumed' } })[0]).toContain('low ≤ value');
    expect(faults({ ...FILE, speed_kmps: { value: 3, standing: 'guessed' } })[0]).toContain('a.json: speed_kmps.standing');
    expect(faults({ ...FILE, speed_kmps: { value: 3, url: 'not a link' } })[0]).toContain('a.json: speed_kmps.url');
  });

  it('may hold a range as a source gave it, and then need as much', () => {
    const faults = (total_usd: unknown) => checkSources('a.json', { source: FILE.source, total_usd }).faults;
    expect(faults({ low: 3, high: 5 })).toEqual([]);
    expect(faults({ low: 5, high: 3 })[0]).toContain('value ≤ high');
    expect(checkSources('a.json', { total_usd: { low: 3, high: 5 } }).faults[0]).toContain('the card lacks source, where, asOf, standing');
    expect(faults({ value: 3, said: 'at least' })).toEqual([]);
    expect(faults({ value: 3, said: 'hardly' })[0]).toContain('a.json: total_usd.said');
  });

  it('are full everywhere in data/', () => {
    const { files, faults } = readDataFiles(fileURLToPath(new URL('../..', import.meta.url)));
    expect(faults).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(({ file, content }) => checkSources(file, content).faults)).toEqual([]);
  });
});
