/** The places of the public data cover every state, the district and the territories, each place once, with people. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../test/load.js';
import { membersOfGroup } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import { defendedPlaces, publicSites } from './catalogue-places.js';

const STATES = 'AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY';

describe('places to defend', () => {
  it('are one for each of 50 states, the district and five territories', () => {
    const places = defendedPlaces(catalogue(), ['us-states-and-territories']);
    expect(places.map(({ state }) => state).sort().join(' ')).toBe(STATES);
    expect(places.every(({ population_count }) => population_count > 0)).toBe(true);
    expect(places.filter(({ seat }) => seat === 'federal').map(({ name }) => name)).toEqual(['washington']);
  });

  it('are the largest of their state among all that are listed', () => {
    const all = defendedPlaces(catalogue()), chosen = defendedPlaces(catalogue(), ['us-states-and-territories']);
    expect(all).toHaveLength(77);
    for (const { state, population_count } of chosen) expect(Math.max(...all.filter((place) => place.state === state).map((place) => place.population_count)), state).toBe(population_count);
  });

  it('count once where two sets share them, in a scenario as well', () => {
    const result = compileText(JSON.stringify({ version: 1, raid: [{ missile: 'solid-icbm-3-stage', from: 'north-korea-interior', to: 'seattle', count: 1 }], sensors: [], interceptors: [], defended: ['us-cities-50', 'us-states-and-territories'] }), 'test', catalogue());
    expect(result.ok && result.compiled.plan.defended.places).toHaveLength(77);
    expect(membersOfGroup(catalogue(), 'us-cities-50')).toHaveLength(50);
    expect(membersOfGroup(catalogue(), 'seattle')).toEqual([]);
  });

  it('have public sites of the same country beside them, and no launch areas', () => {
    const sites = publicSites(catalogue(), '840');
    expect(sites).toEqual(expect.arrayContaining(['fort-greely', 'fort-drum', 'vandenberg', 'clear']));
    expect(sites.some((name) => name.includes('area') || name.startsWith('ship'))).toBe(false);
  });
});
