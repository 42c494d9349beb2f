/** Every validation case, in the order in which it is reported. A test asserts that no folder is missing. */
import type { ValidationCase } from './case.js';
import { geodesy } from './geodesy/case.js';
import { minimumEnergyTable } from './minimum-energy/case.js';
import { philoxKnownAnswers } from './philox-known-answers/case.js';
import { usStandardAtmosphere1976 } from './us-standard-atmosphere-1976/case.js';

export const VALIDATION_CASES: readonly ValidationCase[] = [
  usStandardAtmosphere1976,
  philoxKnownAnswers,
  geodesy,
  minimumEnergyTable,
];
