/** Layers, looks and shots. Reasons and sources: case.md. */
import { expectedShots, shotsFor } from '../../src/models/lethality/expected-shots.js';
import { leakage } from '../../src/models/lethality/layered.js';
import { planEngagement } from '../../src/models/lethality/wilkening.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'leakage-and-looks';
const LAYERS = [0.5, 0.7, 0.8];
/** So many layers that only what they share lets anything through. */
const MANY_LAYERS = Array.from({ length: 30 }, () => 0.8);

interface Model {
  readonly leakage: typeof leakage;
  readonly expectedShots: typeof expectedShots;
  readonly shotsFor: typeof shotsFor;
  readonly shots: number;
}

const OURS: Model = { leakage, expectedShots, shotsFor, shots: 4 };

function compare(change: Partial<Model> = {}): ValidationResult {
  const reference = readReference(ID);
  const model = { ...OURS, ...change };
  const ten = planEngagement({ singleShotKill_prob: 0.56, track_prob: 1 }, { warheads_count: 10, decoys_count: 0 }, { first: model.shots, second: 0 });
  const got: Readonly<Record<string, number>> = {
    leakageIndependent: model.leakage(LAYERS),
    leakageSharedFloor: model.leakage(MANY_LAYERS, 0.9),
    expectedShots: model.expectedShots(0.56, 4),
    noLeaker: ten.probabilityNoLeaker,
    meanLeakers: ten.expectedLeakers,
    aeiShots: model.shotsFor(0.96, 0.8),
  };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, absolute: reference.number(row, 'absolute') };
  }));
}

export const leakageAndLooks: ValidationCase = {
  id: ID,
  title: 'Leakage through layers, and shots with a look after each',
  source: 'elementary probability after Wilkening 1998; shots as in Harrison, AEI calculator 2025',
  mark: 'reproduced',
  tolerance: 'half a unit of the last printed digit',
  run: () => compare(),
  mistakes: [
    { name: 'shared failures taken for independent ones', run: () => compare({ leakage: (layers) => leakage(layers) }) },
    { name: 'kill chances of layers averaged', run: () => compare({ leakage: (layers, shared) => 1 - (shared ?? 1) * (layers.reduce((sum, kill) => sum + kill, 0) / layers.length) }) },
    { name: 'all shots spent before the look', run: () => compare({ expectedShots: (_, most) => most }) },
    { name: 'one shot too few', run: () => compare({ shots: 3 }) },
    { name: 'a third shot by a last digit', run: () => compare({ shotsFor: (required, single) => shotsFor(required, single) + 1 }) },
  ],
};
