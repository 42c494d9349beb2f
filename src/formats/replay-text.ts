/** Names and one-line stories of missiles and shots, the same in every globe format. */
import type { ReplayMissile, ReplayShot } from '../engine/record/record.js';

export function missileLabel(missile: ReplayMissile): string {
  return `Missile ${missile.key} to ${missile.target}`;
}

/** How it ended, and for a leaker which link of the chain broke. */
export function missileStory(missile: ReplayMissile): string {
  const end = `${missile.end_s.toFixed(1)} s after the start of the raid`;
  if (missile.fate === 'harmless') return `A decoy, came down ${end}.`;
  if (missile.fate === 'failed') return `Failed by itself in flight, ${end}.`;
  if (missile.fate === 'disrupted') return `Stopped without an interceptor, as the scenario states, ${end}.`;
  if (missile.fate === 'killed') return `Stopped by ${missile.killedBy}, ${end}.`;
  const margin = missile.margin === null ? '' : ` (${missile.margin.toFixed(1)} ${missile.marginUnit})`;
  return `Got through to ${missile.target}, ${end}. ${missile.link}${margin}`.trimEnd();
}

export function shotLabel(shot: ReplayShot): string {
  return `Shot of ${shot.layer} at ${shot.target}`;
}

export function shotStory(shot: ReplayShot): string {
  return `${shot.shooter}: committed at ${shot.commit_s.toFixed(1)} s, meets the target at ${shot.intercept_s.toFixed(1)} s: ${RESULT_WORDS[shot.result]}.`;
}

const RESULT_WORDS: Readonly<Record<ReplayShot['result'], string>> = {
  '': 'no result',
  kill: 'stopped it',
  miss: 'missed',
  commonMode: 'failed by a cause shared with other shots',
  mispredicted: 'the target was not where it was predicted',
  shortfall: 'short of speed to get there',
  targetAlreadyGone: 'the target was already gone',
};
