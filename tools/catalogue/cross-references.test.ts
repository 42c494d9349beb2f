import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/scenario/catalogue.js';
import { buildCatalogue } from '../build-catalogue.js';
import { checkReferences } from './cross-references.js';

const catalogue = buildCatalogue();

/** The catalogue with changes in the first entry of one raid. */
function withRaid(change: Partial<Catalogue['kinds']['raids'][string]['entries'][number]>): Catalogue {
  const raid = catalogue.kinds.raids['hgv-20'];
  if (raid === undefined) throw new Error('no raid hgv-20');
  const entries = raid.entries.map((entry, index) => (index === 0 ? { ...entry, ...change } : entry));
  return { ...catalogue, kinds: { ...catalogue.kinds, raids: { ...catalogue.kinds.raids, 'hgv-20': { ...raid, entries } } } };
}

describe('names inside data files', () => {
  it('all mean something', () => {
    expect(checkReferences(catalogue)).toEqual([]);
  });

  it('are looked up in raids too: missiles, launch areas, targets and waypoints', () => {
    const at = 'data/raids/hgv-20.json: entries[0]';
    expect(checkReferences(withRaid({ missile: 'intercontinental-glide' }))).toEqual([`${at}.missile: 'intercontinental-glide' is not in data/threats`]);
    expect(checkReferences(withRaid({ from: 'russia-siberai' }))).toEqual([`${at}.from: 'russia-siberai' is not in data/sites`]);
    expect(checkReferences(withRaid({ to: ['chicago', 'chigaco'] }))).toEqual([`${at}.to: 'chigaco' is not in data/sites`]);
    expect(checkReferences(withRaid({ route: ['shemyaa'] }))).toEqual([`${at}.route: 'shemyaa' is not in data/sites`]);
  });

  it('may be a group of places for targets only', () => {
    expect(checkReferences(withRaid({ to: 'us-cities-50' }))).toEqual([]);
    expect(checkReferences(withRaid({ from: 'us-cities-50' }))).toEqual(["data/raids/hgv-20.json: entries[0].from: 'us-cities-50' is not in data/sites"]);
  });
});
