/** Numbers of the warning logic. Every one has a card in `data/defaults/warning-rules.json`. */
export interface WarningRules {
  /** Reports with less confidence than this are not counted. */
  readonly confidenceFloor_prob: number;
  /** Longest time for which one notice or flag delays an attack that two kinds of sensor see. */
  readonly holdAtMost_s: number;
  /** A number on a data link that no sensor supports is dropped after this time. */
  readonly supportWithin_s: number;
  /** What has not been reported again for this long is over. */
  readonly staleAfter_s: number;
  /** Farther away, or faster, is no missile. */
  readonly longestRange_m: number;
  readonly greatestSpeed_mps: number;
  /** From evidence to the declared level: people and links. */
  readonly watchDelay_s: number;
  readonly probableDelay_s: number;
  readonly confirmedDelay_s: number;
  /** From the end of the evidence to the lower level. */
  readonly standDownDelay_s: number;
}

/** Delays by level, in the order of LEVELS. */
export function delays_s(rules: WarningRules): readonly number[] {
  return [0, rules.watchDelay_s, rules.probableDelay_s, rules.confirmedDelay_s];
}
