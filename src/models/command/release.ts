/**
 * Release rules: what must have been reported about a missile before a layer may fire at it.
 * Reports of one satellite or radar count once, however often it looks.
 */

export type Evidence = 'one-infrared' | 'two-infrared' | 'radar' | 'infrared-and-radar';

/** True when the reports so far satisfy the rule: numbers of different infrared satellites and of radars that have reported. */
export function isEvidence(rule: Evidence, infrared_count: number, radar_count: number): boolean {
  switch (rule) {
    case 'one-infrared':
      return infrared_count >= 1;
    case 'two-infrared':
      return infrared_count >= 2;
    case 'radar':
      return radar_count >= 1;
    case 'infrared-and-radar':
      return infrared_count >= 1 && radar_count >= 1;
  }
}
