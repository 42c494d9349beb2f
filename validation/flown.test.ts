/** The validation cases that fly missiles. */
import { expect, it } from 'vitest';
import { VALIDATION_CASES } from './cases.js';
import { checkCases, FLOWN } from './check-cases.js';

it('names cases that exist', () => {
  const known = VALIDATION_CASES.map(({ id }) => id);
  expect([...FLOWN].filter((id) => !known.includes(id))).toEqual([]);
});

checkCases(VALIDATION_CASES.filter(({ id }) => FLOWN.has(id)));
