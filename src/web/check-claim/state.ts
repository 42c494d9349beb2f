/** The sentence in the drawer and what was found; the conduct of a check is in `conduct.ts`. */
import { create } from 'zustand';
import { withSlot } from '../../policy/claims/check/claim-slots.js';
import type { FlownShare } from '../../policy/claims/check/share-range.js';
import type { ClaimSlots, SlotFinding } from '../../policy/claims/check/slots.js';

export type CheckStage = 'open' | 'working' | 'flying' | 'assuming' | 'done' | 'failed';

export interface CheckState {
  readonly part: 'sentence' | 'claims';
  readonly slots: ClaimSlots;
  readonly stage: CheckStage;
  readonly done: number;
  readonly total: number;
  /** The sentence that the findings belong to; null before the first check. */
  readonly checked: ClaimSlots | null;
  readonly findings: readonly SlotFinding[];
  readonly flown: FlownShare | null;
  readonly failure: string;
}

/** The claim that most discussions begin with: the number of CBO's notional layer and its price. */
const FIRST_CLAIM = 'cbo-2026-743-billion';

export const useCheck = create<CheckState>(() => ({ part: 'sentence', slots: {}, stage: 'open', done: 0, total: 0, checked: null, findings: [], flown: null, failure: '' }));

export { FIRST_CLAIM };

/** Takes one slot out where the value is undefined. */
export function changeSlot<K extends keyof ClaimSlots>(name: K, value: ClaimSlots[K] | undefined): void {
  useCheck.setState(({ slots }) => ({ slots: withSlot(slots, name, value) }));
}

export function showPart(part: CheckState['part']): void {
  useCheck.setState({ part });
}
