/** What a magazine can engage, with and without decoys. Reasons and sources: case.md. */
import { engageable, type Magazine, shotsPerObject } from '../../src/models/lethality/layered.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'magazine-and-decoys';
const MAGAZINE: Magazine = { interceptors_count: 44, perObject_count: 4, decoysPerWarhead: 0 };
const BALLOONS = 10;

function compare(engage: typeof engageable, spread: typeof shotsPerObject = shotsPerObject): ValidationResult {
  const reference = readReference(ID);
  const bare = engage(MAGAZINE);
  const got: Readonly<Record<string, number>> = {
    objects: bare.objects,
    twelfthEngaged: bare.warheads >= 12 ? 1 : 0,
    warheadsWithBalloons: engage({ ...MAGAZINE, decoysPerWarhead: BALLOONS }).warheads,
    shotsPerObject: spread(MAGAZINE.interceptors_count, 4, 7),
  };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, absolute: 0 };
  }));
}

export const magazineAndDecoys: ValidationCase = {
  id: ID,
  title: 'What 44 interceptors can engage',
  source: "smu160's account of Wilkening 1998; UCS/MIT, Countermeasures, 2000 (both seen: secondary)",
  mark: 'reproduced',
  tolerance: 'exact',
  run: () => compare(engageable),
  mistakes: [
    { name: 'decoys told apart from warheads', run: () => compare((magazine) => engageable({ ...magazine, decoysPerWarhead: 0 })) },
    { name: 'one shot at each object', run: () => compare((magazine) => engageable({ ...magazine, perObject_count: 1 })) },
    { name: 'shots spread over warheads only', run: () => compare(engageable, (interceptors, warheads) => shotsPerObject(interceptors, warheads, 0)) },
  ],
};
