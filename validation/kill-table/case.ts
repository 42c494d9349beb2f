/** Kill probability of several shots with a factor that they share. Reasons and sources: case.md. */
import { targetKill_prob } from '../../src/models/lethality/wilkening.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'kill-table';
const SINGLE_SHOT_KILL = 0.56;
/** Half a unit of the last printed digit, and as much again for the source's own rounding at a tie. */
const ABSOLUTE_PCT = 0.0051;

type Model = (track: number, shots: number) => number;

const ours: Model = (track_prob, shots) => targetKill_prob({ singleShotKill_prob: SINGLE_SHOT_KILL, track_prob }, shots);

function compare(kill: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row) => {
    const shots = reference.number(row, 'shots');
    const track = reference.number(row, 'track');
    return { quantity: `kill by ${shots}, P_track ${track}`, unit: '%', expected: reference.number(row, 'kill_pct'), got: 100 * kill(track, shots), absolute: ABSOLUTE_PCT };
  }));
}

export const killTable: ValidationCase = {
  id: ID,
  title: 'Kill probability of one to five shots with a shared factor',
  source: "smu160's table after Wilkening 1998, single-shot kill from CSIS's count of tests (seen: secondary)",
  mark: 'reproduced',
  tolerance: '0.005 percentage points',
  run: () => compare(ours),
  mistakes: [
    { name: 'the track drawn anew for every shot', run: () => compare((track_prob, shots) => targetKill_prob({ singleShotKill_prob: SINGLE_SHOT_KILL * track_prob, track_prob: 1 }, shots)) },
    { name: 'the shared factor dropped', run: () => compare((_, shots) => ours(1, shots)) },
    { name: 'one shot too many', run: () => compare((track, shots) => ours(track, shots + 1)) },
    { name: 'twice the chance for two shots', run: () => compare((track, shots) => Math.min(1, shots * ours(track, 1))) },
  ],
};
