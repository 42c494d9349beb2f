/** Check a claim: a sentence with slots and where its parts lie, and beside it all claims with both sides. */
import { useEffect, type ReactElement } from 'react';
import { slotsOfClaim } from '../../policy/claims/check/claim-slots.js';
import { readClaims } from '../../policy/claims/claims.js';
import { Drawer } from '../share/drawer.js';
import { useSession } from '../state/session.js';
import { ClaimsList } from './claims-list.js';
import { fillSlots, stopChecking } from './conduct.js';
import { Findings } from './findings.js';
import { SentenceForm } from './sentence-form.js';
import { FIRST_CLAIM, showPart, useCheck } from './state.js';
import './check-claim.css';

export function CheckClaimDrawer(): ReactElement {
  const catalogue = useSession((state) => state.catalogue), part = useCheck((state) => state.part);
  // Whoever closes the drawer waits for nothing.
  useEffect(() => stopChecking, []);
  useEffect(() => {
    const { slots, checked } = useCheck.getState(), first = catalogue === null || checked !== null || Object.keys(slots).length > 0 ? undefined : readClaims(catalogue).find(({ id }) => id === FIRST_CLAIM);
    if (first !== undefined) fillSlots(slotsOfClaim(first));
  }, [catalogue]);
  return (
    <Drawer name="check-claim" title="Check a claim">
      {catalogue === null ? <p>The public data are being loaded.</p> : (
        <div className="check-claim">
          <div className="claim-parts-choice" role="group" aria-label="What to show">
            <button type="button" className="chip" aria-pressed={part === 'sentence'} onClick={() => showPart('sentence')}>A sentence</button>
            <button type="button" className="chip" aria-pressed={part === 'claims'} onClick={() => showPart('claims')}>All claims, both sides</button>
          </div>
          {part === 'claims' ? <ClaimsList catalogue={catalogue} /> : (
            <>
              <p className="note">Each part of the sentence is set against the range of the model: inside, above or below. A slot left empty is not said. No claim is judged.</p>
              <SentenceForm catalogue={catalogue} />
              <Findings catalogue={catalogue} />
            </>
          )}
        </div>
      )}
    </Drawer>
  );
}
