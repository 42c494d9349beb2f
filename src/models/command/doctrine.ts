/**
 * Doctrine: how many shots a layer orders at once, and how much of a magazine it keeps.
 * Barrage orders all its shots together. Shoot-look-shoot orders a salvo (one shot, or as many as the value of the target
 * says), waits for the assessment, and orders the next only after a miss; when the look would come too late for any further
 * shot it does not wait.
 */

export interface Doctrine {
  readonly doctrine: 'barrage' | 'shoot-look-shoot';
  readonly shotsPerTarget: number;
  /** Share of each magazine that is not fired. */
  readonly reserve: number;
  /** Shots at once by the people threatened, classes ascending. */
  readonly salvo?: readonly { readonly fromPeople_count: number; readonly shots: number }[];
}

/** Shots at a target before a look; `threatened_count` is NaN while nobody knows where it falls, and the doctrine alone says how many. */
export function salvoShots(doctrine: Doctrine, threatened_count: number): number {
  let shots = doctrine.doctrine === 'barrage' ? doctrine.shotsPerTarget : 1;
  if (doctrine.salvo !== undefined) for (const { fromPeople_count, shots: more } of doctrine.salvo) if (threatened_count >= fromPeople_count) shots = more;
  return Math.min(shots, doctrine.shotsPerTarget);
}

/** Shots that a layer may spend on a target in all: a barrage has one salvo. */
export function mostShots(doctrine: Doctrine, salvo: number): number {
  return doctrine.doctrine === 'barrage' ? salvo : doctrine.shotsPerTarget;
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
