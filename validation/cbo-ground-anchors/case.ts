/** Older costings of ground sites beside the ends of the catalogue's cards. Reasons and sources: case.md. */
import { loadCatalogue } from '../../src/cli/frame/catalogue-file.js';
import { findBattery } from '../../src/policy/cost/battery-price.js';
import { numbersOf } from '../../src/policy/cost/preset.js';
import { BATTERY_COST } from '../../src/scenario/cards/cost-quantities.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'cbo-ground-anchors';

interface Anchors {
  readonly added: number;
  readonly deployed: number;
  /** NMD of 2000: Capability 1, and what the second adds, in billions. */
  readonly capabilities: readonly number[];
  /** CBO 2002: interceptors and operations of a year in millions. */
  readonly operations: readonly (readonly [number, number])[];
}

const PUBLISHED: Anchors = { added: 40, deployed: 44, capabilities: [30, 6], operations: [[100, 600], [375, 1400]] };

function compare({ added, deployed, capabilities, operations }: Anchors): ValidationResult {
  const reference = readReference(ID), found = findBattery(loadCatalogue(), 'gbi'), cards = found === undefined ? [] : numbersOf(BATTERY_COST, found.file, found.file);
  const card = (key: string, end: 'low' | 'value' | 'high'): number => cards.find((each) => each.key === key)?.[end] ?? NaN;
  const perInterceptor = (which: number): number => { const [interceptors, millions] = operations[which] ?? [NaN, NaN]; return millions / interceptors; };
  const got: Readonly<Record<string, number>> = {
    fortyWithSilos: (added * card('interceptor_usd', 'high')) / 1e9, siteInTheEast: card('site_usd', 'high') / 1e9, operationsInTheEast: card('operationsPerYear_usd', 'low') / 1e6,
    expandedCapability: capabilities.reduce((sum, each) => sum + each, 0), operationsPerInterceptorOf100: perInterceptor(0), operationsPerInterceptorOf375: perInterceptor(1), operationsPerInterceptorToday: card('operationsPerYear_usd', 'value') / deployed / 1e6,
  };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, relative: reference.number(row, 'relative') };
  }));
}

export const cboGroundAnchors: ValidationCase = {
  id: ID,
  title: 'Ground sites in older costings, CBO and GAO',
  source: 'Congressional Budget Office, 56949, 2021 (seen: primary, a copy); on National Missile Defense, 2000; on ground-based midcourse, 2002 (seen: secondary)',
  mark: 'arithmetic',
  tolerance: 'exact; operations for each interceptor 1 and 3 %',
  run: () => compare(PUBLISHED),
  mistakes: [
    { name: 'forty-four for the forty that were to be added', run: () => compare({ ...PUBLISHED, added: 44 }) },
    { name: 'operations of one site over the forty interceptors on it', run: () => compare({ ...PUBLISHED, deployed: 40 }) },
    { name: 'the second capability alone', run: () => compare({ ...PUBLISHED, capabilities: [6] }) },
  ],
};
