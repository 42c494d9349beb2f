/** What may have to be reported before a layer may fire. */
export const EVIDENCE = ['one-infrared', 'two-infrared', 'radar', 'infrared-and-radar'] as const;
