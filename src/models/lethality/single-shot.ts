/**
 * Lethality as a single-shot probability, with failures that several shots share.
 * A shared failure stands once in front of all shots in its scope, so more shots never help against it:
 * P(kill) = c·[1 − (1 − p)ⁿ] (literature: Wilkening 1998 with the common factor taken out of the bracket).
 */

export interface CommonMode {
  /** Chance that the shared cause does not strike. */
  readonly value: number;
  readonly scope: 'target' | 'layer' | 'system';
}

export type ShotResult = 'kill' | 'miss' | 'commonMode';

/**
 * Result of one shot from its own luck and that of the shared causes. `shared[i]` is the uniform draw for `modes[i]`.
 * A shot that would have missed anyway is a miss, so `commonMode` counts only what shared failure really cost.
 */
export function resolveShot(singleShotKill_prob: number, own: number, modes: readonly CommonMode[], shared: ArrayLike<number>): ShotResult {
  if (own >= singleShotKill_prob) return 'miss';
  for (let i = 0; i < modes.length; i++) if (shared[i] >= modes[i].value) return 'commonMode';
  return 'kill';
}
