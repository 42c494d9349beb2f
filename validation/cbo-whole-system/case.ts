/** CBO's whole notional system and its letter of 2025, taken apart by the estimates of the catalogue. Reasons and sources: case.md. */
import { loadCatalogue } from '../../src/cli/frame/catalogue-file.js';
import { readEstimates } from '../../src/policy/cost/estimates.js';
import { findPreset, valuesOf } from '../../src/policy/cost/preset.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'cbo-whole-system';

interface Read {
  /** Of the estimates by id, in billions. */
  total(id: string): number;
  satellites(id: string): number;
  /** Of the space layer over its years, in billions. */
  readonly operations: number;
  readonly years_y: number;
  /** The space layer's part of all acquisition, as reported. */
  readonly shareOfAcquisition: number;
}

function read(): Read {
  const catalogue = loadCatalogue(), estimates = readEstimates(catalogue), preset = findPreset(catalogue, 'cbo-2026'), values = valuesOf(preset?.numbers ?? []);
  const of = (id: string, what: 'total' | 'satellites'): number => estimates.find((estimate) => estimate.id === id)?.[what]?.value ?? NaN;
  const years_y = values['years_y'] ?? NaN;
  return { total: (id) => of(id, 'total') / 1e9, satellites: (id) => of(id, 'satellites'), operations: ((values['operationsPerYear_usd'] ?? NaN) * years_y) / 1e9, years_y, shareOfAcquisition: 0.7 };
}

function compare({ total, satellites, operations, years_y, shareOfAcquisition }: Read): ValidationResult {
  const reference = readReference(ID), space = total('cbo-2026'), all = total('cbo-2026-system'), spaceAcquisition = space - operations, acquisitionOfAll = spaceAcquisition / shareOfAcquisition, rest = all - space;
  const each = (id: string): number => (total(id) * 1e3) / satellites(id);
  const got: Readonly<Record<string, number>> = {
    shareOfTotal: space / all, acquisitionOfAll, exceptSpace: rest, exceptSpaceAcquisition: acquisitionOfAll - spaceAcquisition, exceptSpaceOperations: rest - (acquisitionOfAll - spaceAcquisition),
    exceptSpacePerYear: (rest - (acquisitionOfAll - spaceAcquisition)) / years_y, perSatellite: each('cbo-2026'), perInterceptorLowBefore: each('cbo-2025-low-old'), perInterceptorLowAfter: each('cbo-2025-low'),
    perInterceptorHighBefore: each('cbo-2025-high-old'), perInterceptorHighAfter: each('cbo-2025-high'),
  };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, relative: reference.number(row, 'relative') };
  }));
}

export const cboWholeSystem: ValidationCase = {
  id: ID,
  title: "CBO's whole system and its letter, taken apart",
  source: 'Congressional Budget Office, 62422, 2026, and letter of 5 May 2025 (seen: secondary)',
  mark: 'arithmetic',
  tolerance: 'half a unit of the last printed digit',
  run: () => compare(read()),
  mistakes: [
    { name: 'acquisition for the whole cost of the space layer', run: () => compare({ ...read(), operations: 0 }) },
    { name: 'share of the total for that of acquisition', run: () => compare({ ...read(), shareOfAcquisition: 0.624 }) },
    { name: 'ten years for twenty', run: () => compare({ ...read(), years_y: 10 }) },
  ],
};
