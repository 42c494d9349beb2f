/** What stands on the picture at a moment: missiles in flight, finished, shots under way, rings and crosses. */
import type { ReplayMissile, ReplayShot } from '../../engine/record/record.js';

export type MissileState = 'waiting' | 'flying' | 'stopped' | 'failed' | 'through';

export function missileState(missile: ReplayMissile, t_s: number): MissileState {
  if (t_s < missile.launch_s) return 'waiting';
  if (t_s < missile.end_s) return 'flying';
  // A decoy that comes down is no more to see than a missile that failed.
  return missile.fate === 'killed' ? 'stopped' : missile.fate === 'leaked' ? 'through' : 'failed';
}

/** Decoys are drawn only on their own: until they are set free they are inside their missile. */
export const isDecoyInFlight = ({ isDecoy, released_s, end_s }: ReplayMissile, t_s: number): boolean => isDecoy && t_s >= released_s && t_s < end_s;

export type ShotState = 'waiting' | 'flying' | 'hit' | 'missed';

export function shotState(shot: ReplayShot, t_s: number): ShotState {
  if (t_s < shot.commit_s) return 'waiting';
  if (t_s < shot.intercept_s) return 'flying';
  return shot.result === 'kill' ? 'hit' : 'missed';
}

/** How far a kill's flash has opened: 1 at the hit, 0 once settled. It lasts about a second on the reader's clock. */
export function flash(shot: ReplayShot, t_s: number, rate: number): number {
  // Above 15× it lasts shorter on the reader's clock rather than hang over the next events.
  const age_s = (t_s - shot.intercept_s) / Math.min(Math.max(rate, 1), 15);
  return age_s < 0 || age_s > FLASH_S ? 0 : 1 - age_s / FLASH_S;
}

const FLASH_S = 1.2;
