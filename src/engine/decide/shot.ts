/** One shot as a decision orders it. */
export interface Shot {
  readonly target: number;
  readonly element: number;
  readonly group: number;
  /** −1 for a ground battery. */
  readonly satellite: number;
  readonly commit_s: number;
  readonly intercept_s: number;
  /** Believed path (three coordinates a row) and the place on it where they meet, in rows; null where belief is exact. */
  readonly path: Float64Array | null;
  readonly row: number;
}
