/** Works out where a claim lies, beside the page: prices take their draws, and nobody should wait for a key to react. */
import '../no-eval.js';
import { checkClaim, type ClaimContext } from '../../policy/claims/check/check-claim.js';
import type { ClaimSlots, SlotFinding } from '../../policy/claims/check/slots.js';
import type { Catalogue } from '../../scenario/catalogue.js';

export interface CheckRequest {
  readonly id: number;
  /** With the first request. */
  readonly catalogue?: Catalogue;
  readonly slots: ClaimSlots;
  readonly context: Omit<ClaimContext, 'catalogue'>;
}

export interface CheckReply {
  readonly id: number;
  readonly findings: readonly SlotFinding[];
  /** Empty when all went well. */
  readonly failure: string;
}

let catalogue: Catalogue | undefined;

self.onmessage = ({ data }: MessageEvent<CheckRequest>): void => {
  catalogue = data.catalogue ?? catalogue;
  if (catalogue === undefined) return;
  const reply = (news: Omit<CheckReply, 'id'>): void => self.postMessage({ id: data.id, ...news });
  try {
    reply({ findings: checkClaim(data.slots, { ...data.context, catalogue }), failure: '' });
  } catch (error) {
    reply({ findings: [], failure: error instanceof Error ? error.message : String(error) });
  }
};
