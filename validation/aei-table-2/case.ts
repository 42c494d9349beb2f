/** What AEI's table prices, priced by the cost engine from the cards of the catalogue. Reasons and sources: case.md. */
import { loadCatalogue } from '../../src/cli/frame/catalogue-file.js';
import type { CostedLayer } from '../../src/policy/cost/cost-answer.js';
import { costOfPlan } from '../../src/policy/cost/scenario-cost.js';
import type { Catalogue } from '../../src/scenario/catalogue.js';
import { compileText } from '../../src/scenario/compile/compile.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'aei-table-2';
/** Of the paper's basic tier for a salvo of five: satellites, unit in millions, and the three parts of its total in billions. */
const PAPER = { satellites: 4990, unitMillions: 13.4, parts: [67, 195, 9] };

/** The one element that is asked for, as though nothing of it stood. */
function priced(catalogue: Catalogue, interceptors: string, sensors: string, name: string, asNew: boolean): CostedLayer {
  const text = `version: 1\nraid:\n  - { missile: solid-icbm-3-stage, from: north-korea-interior, to: chicago, count: 1 }\nsensors: [ ${sensors} ]\ninterceptors: [ ${interceptors} ]\n`;
  const result = compileText(text, ID, catalogue);
  if (!result.ok) throw new Error(`${ID}: ${JSON.stringify(result.problems)}`);
  const cost = costOfPlan({ plan: result.compiled.plan, catalogue, asNew });
  const layer = typeof cost === 'string' ? undefined : cost.layers.find((each) => each.name.startsWith(name));
  if (layer === undefined) throw new Error(`${ID}: ${typeof cost === 'string' ? cost : name}`);
  return layer;
}

function compare(change: (catalogue: Catalogue) => Catalogue = (catalogue) => catalogue, asNew = true): ValidationResult {
  const reference = readReference(ID), catalogue = change(loadCatalogue());
  const battery = (name: string, at: string, count: number): CostedLayer => priced(catalogue, `{ battery: ${name}, at: ${at}, count: ${count} }`, '', name, asNew);
  const satellites = (name: string): CostedLayer => priced(catalogue, '', `{ use: ${name} }`, name, asNew);
  const before = ({ years }: CostedLayer): number => years[0]?.acquisition_usd ?? NaN, perYear = ({ years }: CostedLayer): number => (years[1]?.operations_usd ?? NaN) / 1e6;
  /** Of one more interceptor; the site is the difference. */
  const one = (name: string, at: string): number => before(battery(name, at, 2)) - before(battery(name, at, 1)), site = (name: string, at: string): number => before(battery(name, at, 1)) - one(name, at);
  const thaad = battery('thaad', 'new-york', 192), low = satellites('tranche-3-tracking'), medium = satellites('meo-epoch-2');
  const got: Readonly<Record<string, number>> = {
    'gbi interceptors of 44': (before(battery('gbi', 'fort-greely', 44)) - site('gbi', 'fort-greely')) / 1e9, 'gbi site': site('gbi', 'fort-greely') / 1e9, 'gbi operations': perYear(battery('gbi', 'fort-greely', 44)),
    'thaad battery of 192': before(thaad) / 1e9, 'thaad operations': perYear(thaad),
    'aegis ashore site': site('sm-3-iia', 'fort-drum') / 1e9, 'aegis ashore operations': perYear(battery('sm-3-iia', 'fort-drum', 24)), 'sm-3-iia interceptor': one('sm-3-iia', 'ship-virginia') / 1e6,
    'patriot battery': site('pac-3-mse', 'washington') / 1e9, 'patriot operations': perYear(battery('pac-3-mse', 'washington', 48)), 'pac-3-mse interceptor': one('pac-3-mse', 'washington') / 1e6, 'sm-6 interceptor': one('sm-6', 'ship-virginia') / 1e6,
    'satellite in low orbit': before(low) / low.satellites_count / 1e6, 'satellite in medium orbit': before(medium) / medium.satellites_count / 1e6, 'sets in low orbit': low.built_count / low.satellites_count,
    'first set of the paper': (PAPER.satellites * PAPER.unitMillions) / 1e3, 'total of the paper': PAPER.parts.reduce((sum, part) => sum + part, 0),
  };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, relative: reference.number(row, 'relative') };
  }));
}

/** One card of one file with another value. */
const withCard = (file: string, key: string, value: number) => (catalogue: Catalogue): Catalogue => ({ ...catalogue, kinds: { ...catalogue.kinds, costs: { ...catalogue.kinds.costs, [file]: { ...catalogue.kinds.costs[file], [key]: { value } } as never } } });

export const aeiTable2: ValidationCase = {
  id: ID,
  title: 'Prices of batteries and satellites, AEI 2025',
  source: 'Harrison, Build Your Own Golden Dome, AEI Working Paper 2025-20, table 2 (seen: secondary)',
  mark: 'arithmetic',
  tolerance: 'exact but for the rounding of 4.8 and 67 billion, half a per cent',
  run: () => compare(),
  mistakes: [
    { name: "a THAAD battery's interceptors counted twice", run: () => compare(withCard('thaad', 'site_usd', 2.73e9)) },
    { name: 'what stands taken as not to be bought', run: () => compare(undefined, false) },
    { name: 'the price of interceptors in older accounts', run: () => compare(withCard('ground-gbi', 'interceptor_usd', 75e6)) },
    { name: 'tracking satellites of low orbits that live as long as those of medium ones', run: () => compare(withCard('tracking-leo', 'life_y', 6)) },
  ],
};
