/**
 * Doctrine: how many shots a layer orders at once, and how much of a magazine it keeps.
 * Barrage orders all its shots together. Shoot-look-shoot orders one, waits for the assessment, and orders the next only
 * after a miss; when the look would come too late for any further shot it does not wait.
 */

export interface Doctrine {
  readonly doctrine: 'barrage' | 'shoot-look-shoot';
  readonly shotsPerTarget: number;
  /** Share of each magazine that is not fired. */
  readonly reserve: number;
}

/** Rounds of a magazine that may be fired; the share kept is rounded down to whole rounds. */
export function usableRounds(doctrine: Doctrine, magazine_count: number): number {
  // The small term keeps 0.1 · 40 from being 4.000000000000001 rounds.
  return magazine_count - Math.floor(doctrine.reserve * magazine_count + 1e-9);
}

/**
 * True when the next shot must wait for the assessment of those on their way (`pending` of them).
 * `assessed_s` is when their result will be known, `lastCommit_s` the latest useful commit of any later shot.
 */
export function mustLookFirst(doctrine: Doctrine, pending: number, assessed_s: number, lastCommit_s: number): boolean {
  return doctrine.doctrine === 'shoot-look-shoot' && pending > 0 && lastCommit_s >= assessed_s;
}
