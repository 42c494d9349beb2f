/** The closed form for absentees against satellites that move. Reasons and sources: case.md. */
import { toSi } from '../../src/kernel/units.js';
import { evenShell, propagateAvailability } from '../../src/studies/number-needed/propagate-availability.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'propagated-shell';
const RELATIVE = 0.01;
const SATELLITES = 1000;
const ALTITUDE_M = 300e3;
const LOOK_S = 60;

interface Question {
  readonly reach_deg: number;
  readonly inclination_deg: number;
  readonly latitude_deg: number;
}

function count({ reach_deg, inclination_deg, latitude_deg }: Question, angle = (angle_deg: number): number => toSi(angle_deg, 'deg')): number {
  const shell = evenShell(SATELLITES, ALTITUDE_M, angle(inclination_deg));
  if (shell === undefined) throw new Error(`${ID}: no even pattern`);
  return propagateAvailability({ shell, latitude_rad: angle(latitude_deg), reach_rad: angle(reach_deg), duration_s: toSi(1, 'd'), step_s: LOOK_S }).mean;
}

function compare(mean: (question: Question) => number): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row) => {
    const question = { reach_deg: reference.number(row, 'reach_deg'), inclination_deg: reference.number(row, 'inclination_deg'), latitude_deg: reference.number(row, 'latitude_deg') };
    return { quantity: `within ${question.reach_deg} deg of latitude ${question.latitude_deg}, inclination ${question.inclination_deg}`, unit: 'count', expected: reference.number(row, 'mean_count'), got: mean(question), relative: RELATIVE };
  }));
}

export const propagatedShell: ValidationCase = {
  id: ID,
  title: 'Satellites near a place, counted as they move',
  source: 'closed form for random nodes and phases (case constellation-fraction), times 1,000 satellites',
  mark: 'reproduced',
  tolerance: '1 % of the mean over a day',
  run: () => compare((question) => count(question)),
  mistakes: [
    { name: 'degrees for radians', run: () => compare((question) => count(question, (angle_deg) => angle_deg)) },
    { name: 'inclination off by one degree', run: () => compare((question) => count({ ...question, inclination_deg: question.inclination_deg + 1 })) },
    { name: 'reach taken for a diameter', run: () => compare((question) => count({ ...question, reach_deg: question.reach_deg / 2 })) },
  ],
};
