/** What kind of answer this is, and how to find it again. */
import type { ReactElement } from 'react';
import { useSession } from './state/session.js';

export function Footer(): ReactElement {
  const answer = useSession((state) => state.answer);
  const catalogue = useSession((state) => state.catalogue);
  return (
    <footer className="footer">
      <span>Notional shield after public numbers, not a design of the US Department of Defense.</span>
      <span className="footer-end">
        {answer !== null && <span>Run <span className="mono" data-testid="run-id">{answer.runId}</span></span>}
        {catalogue !== null && <span>Cupola {catalogue.version}</span>}
      </span>
    </footer>
  );
}
