/** Allies in a plan: who leads, what each partner shares, and whose the targets are. */

export const SHARING_MODES = ['warning-only', 'warning-and-sensors', 'joint-engagement'] as const;
export type SharingMode = (typeof SHARING_MODES)[number];

export interface PartnerPlan {
  readonly nation: string;
  readonly mode: SharingMode;
  /** How much later its sensors' reports come to shooters. */
  readonly delay_s: number;
  /** How long its authority takes to agree that its shooters fire. */
  readonly releaseDelay_s: number;
  /** Sensors that it keeps to its warning whatever the mode. */
  readonly withholds: readonly string[];
  /** `own-territory`: its shooters fire only at what falls on it, whatever the mode. */
  readonly shooters: 'shared' | 'own-territory';
}

export interface PartnersPlan {
  /** Nation of what the scenario defends. */
  readonly lead: string;
  readonly partners: readonly PartnerPlan[];
  /** Nation of each target, by attack; empty where no nation is known. */
  readonly targetNations: readonly (readonly string[])[];
}
