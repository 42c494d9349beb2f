import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf } from './elements.js';
import { lackingOf, wantWords } from './lacking.js';
import { type LayerCost, spaceLayerCost } from './layer-cost.js';
import { type CostNumber, costingOf, type Values } from './preset.js';

const FULL: Values = { satellites_count: 100, years_y: 20, life_y: 5, development_usd: 1e9, firstUnit_usd: 1e7, mass_kg: 1000, launch_usdPerKg: 1000, operationsPerYear_usd: 1e8 };
const PARTS: Values = { divert_kmps: 2.5, specificImpulse_s: 240, killVehicleDry_kg: 25, bodyDry_kg: 25, carrierDry_kg: 50 };
const without = (...keys: string[]): Values => Object.fromEntries(Object.entries(FULL).filter(([key]) => !keys.includes(key)));

describe('what a price lacks', () => {
  it('is nothing where all is given', () => expect(lackingOf(FULL, 'prorated')).toEqual([]));

  it('names the number and every way to give it', () => {
    expect(lackingOf({ ...without('mass_kg'), ...PARTS }, 'prorated')).toEqual([{ part: 'launches', wants: [{ what: 'the mass of a satellite', give: [['mass_kg'], ['speed_kmps']] }] }]);
    expect(lackingOf(without('mass_kg', 'launch_usdPerKg'), 'prorated')[0]?.wants.map(wantWords)).toEqual([
      'the mass of a satellite is not known: give mass_kg', 'the price of a launch is not known: give launch_usdPerKg, or launchCapacity_kg and firstLaunch_usd',
    ]);
    expect(lackingOf({ ...without('launch_usdPerKg'), launchCapacity_kg: 45_000 }, 'prorated')[0]?.wants[0]?.give).toEqual([['launch_usdPerKg'], ['firstLaunch_usd']]);
    expect(lackingOf(FULL, 'none').map(({ part }) => part)).toEqual(['renewal']);
  });

  it('is mended by giving what it says, and is what the layer leaves out', () => {
    const keys = Object.keys(FULL).filter((key) => key !== 'satellites_count' && key !== 'years_y');
    fc.assert(fc.property(fc.subarray(keys), fc.boolean(), fc.nat(), (gone, hasParts, choice) => {
      const values: Values = { ...without(...gone), ...(hasParts ? PARTS : {}) }, lacking = lackingOf(values, 'prorated');
      expect(costed(values).notCosted).toEqual(lacking.map(({ part }) => part));
      const given = lacking.flatMap(({ wants }) => wants.flatMap(({ give }) => give[choice % give.length] ?? []));
      const ALL: Values = { ...FULL, launchCapacity_kg: 45_000, firstLaunch_usd: 1e8, speed_kmps: 6 };
      expect(costed({ ...values, ...Object.fromEntries(given.map((key) => [key, ALL[key]])) }).notCosted).toEqual([]);
    }), { numRuns: 200 });
  });
});

describe('whose numbers they are', () => {
  it('tells each element by its own sources, and where the fitted number is', () => {
    const card = (key: string, source: string, where = ''): CostNumber => ({ key, value: 1, low: null, high: null, source, where, standing: 'published', seen: 'secondary', asOf: '', url: '' });
    const cost = costed(without('development_usd'));
    expect(elementsOf(cost, [card('firstUnit_usd', 'B'), card('mass_kg', 'A'), card('launch_usdPerKg', '', 'set by hand'), card('development_usd', 'C')], 'mass_kg')).toEqual([
      { element: 'development', amount_usd: null, sources: ['C'], calibrated: null }, { element: 'units', amount_usd: cost.units_usd, sources: ['B'], calibrated: null },
      { element: 'launches', amount_usd: cost.launches_usd, sources: ['A', 'set by hand'], calibrated: 'mass_kg' },
    ]);
  });
});

function costed(values: Values): LayerCost {
  const costing = costingOf({ replacement: 'prorated', learning: 'sum' }, values);
  if (typeof costing === 'string') throw new Error(costing);
  const cost = spaceLayerCost(costing);
  if (typeof cost === 'string') throw new Error(cost);
  return cost;
}
