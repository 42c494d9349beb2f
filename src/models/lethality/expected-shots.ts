/**
 * How many shots it takes: number of independent shots for a required chance of kill, and the shots spent on average when one
 * looks after each. Shots are independent; failures that they share are `wilkening.ts`.
 * Source: geometric series; the number of shots as in AEI's calculator (Harrison 2025) and Wilkening 1998.
 */
import { log, pow } from '../../kernel/maths.js';

/** ln(0.04)/ln(0.2) is 2 and must not become 3 by a last digit: shots are only added for a shortfall above this. */
const SHOT_TOLERANCE = 1e-9;

/** Chance that at least one of n independent shots kills: 1 − (1 − p)ⁿ. */
export function killWithShots(singleShotKill_prob: number, shots: number): number {
  return 1 - pow(1 - singleShotKill_prob, shots);
}

/** Whole shots for a required chance: ceil(ln(1 − P)/ln(1 − p)); Infinity when no number is enough. */
export function shotsFor(requiredKill_prob: number, singleShotKill_prob: number): number {
  if (requiredKill_prob <= 0) return 0;
  if (singleShotKill_prob >= 1) return 1;
  if (requiredKill_prob >= 1 || singleShotKill_prob <= 0) return Infinity;
  return ceilWithin(log(1 - requiredKill_prob) / log(1 - singleShotKill_prob));
}

/** Rounds up, but forgives an excess that only rounding of floating-point numbers explains. */
export function ceilWithin(value: number, tolerance = SHOT_TOLERANCE): number {
  return Math.ceil(value - tolerance * Math.max(1, Math.abs(value)));
}

/** Mean number of shots, fired one at a time until a kill or until `most` are spent: (1 − (1 − p)ⁿ)/p. */
export function expectedShots(singleShotKill_prob: number, most: number): number {
  return singleShotKill_prob > 0 ? killWithShots(singleShotKill_prob, most) / singleShotKill_prob : most;
}
