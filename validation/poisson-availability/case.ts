/** Poisson availability. Reasons and sources: case.md. */
import { atLeastProbability, meanForAtLeast, poissonProbability } from '../../src/models/lethality/poisson.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'poisson-availability';

interface Model {
  none(mean: number): number;
  atLeast(k: number, mean: number): number;
  needed(k: number, probability: number): number;
}

const OURS: Model = { none: (mean) => poissonProbability(0, mean), atLeast: atLeastProbability, needed: meanForAtLeast };

function compare(model: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison => {
    const kind = reference.text(row, 'quantity');
    const k = reference.number(row, 'k');
    const judged = { unit: '', expected: reference.number(row, 'expected'), absolute: reference.number(row, 'absolute') };
    if (kind === 'needed') {
      const probability = reference.number(row, 'probability');
      return { quantity: `mean for ${k} or more at ${probability}`, got: model.needed(k, probability), ...judged };
    }
    const mean = reference.number(row, 'mean');
    return kind === 'none' ? { quantity: `none at mean ${mean}`, got: model.none(mean), ...judged } : { quantity: `${k} or more at mean ${mean}`, got: model.atLeast(k, mean), ...judged };
  }));
}

export const poissonAvailability: ValidationCase = {
  id: ID,
  title: 'How often enough are in reach',
  source: 'Poisson distribution, worked out separately',
  mark: 'reproduced',
  tolerance: 'half a unit of the last printed digit',
  run: () => compare(OURS),
  mistakes: [
    { name: 'more than k for at least k', run: () => compare({ ...OURS, atLeast: (k, mean) => atLeastProbability(k + 1, mean), needed: (k, probability) => meanForAtLeast(k + 1, probability) }) },
    { name: 'one less the mean for its exponential', run: () => compare({ ...OURS, none: (mean) => Math.max(0, 1 - mean) }) },
    { name: 'the normal curve for the Poisson', run: () => compare({ ...OURS, needed: (k, probability) => k + (probability > 0.97 ? 2.326 : 1.645) * Math.sqrt(k) }) },
    { name: 'the mean taken for a certainty', run: () => compare({ ...OURS, atLeast: (k, mean) => (mean >= k ? 1 : 0) }) },
  ],
};
