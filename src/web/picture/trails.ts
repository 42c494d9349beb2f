/** Which objects leave a line behind, so that a picture of hundreds of missiles stays one of an attack and stays quick. */
import { missileOf } from '../answer/object-names.js';
import type { Replay, ReplayMissile } from '../../engine/record/record.js';

/** From so many warheads on marks are smaller and a missile has one line, that of its first warhead. */
const MANY = 100, MOST_LINES = 300;

type Objects = Pick<Replay, 'missiles'>;

const lethalOf = ({ missiles }: Objects): number => missiles.reduce((sum, { isDecoy }) => sum + (isDecoy ? 0 : 1), 0);

export const marksAreMany = (replay: Objects): boolean => lethalOf(replay) > MANY;

/** Decoys leave no line; further warheads only where all of them have room. */
export function hasTrail(replay: Objects, missile: Pick<ReplayMissile, 'key' | 'isDecoy'>): boolean {
  if (missile.isDecoy) return false;
  return missile.key === missileOf(missile.key) || missile.key.endsWith('.1') || lethalOf(replay) <= MOST_LINES;
}
