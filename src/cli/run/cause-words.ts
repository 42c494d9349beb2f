/** Leak causes in plain words, the contract's name beside them. */
import { LEAK_CAUSES, type LeakCause } from '../../engine/record/record.js';

const WORDS: Readonly<Record<LeakCause, string>> = {
  notDetected: 'never seen',
  notTracked: 'seen, but never enough to follow',
  trackTooPoor: 'followed too poorly to shoot',
  noShooterInReach: 'nobody in reach',
  tooLate: 'in reach, but seen or decided too late',
  magazineEmpty: 'no interceptors left',
  authorityTooSlow: 'permission to fire came too late',
  assignedElsewhere: 'those in reach were shot at others',
  mispredicted: 'shot at, but not where predicted',
  missed: 'shot at and missed',
  commonMode: 'shots failed by a shared cause',
  misclassified: 'taken for something harmless',
};

export function causeWords(cause: string): string {
  const known = LEAK_CAUSES.find((name) => name === cause);
  return known === undefined ? cause : `${WORDS[known]} (${known})`;
}
