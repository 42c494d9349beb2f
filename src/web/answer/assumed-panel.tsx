/** The assumed numbers that the answer hangs on, each with its range and where it comes from. */
import { useEffect, useRef, type ReactElement } from 'react';
import { closePanels, useSession } from '../state/session.js';
import { NumberTable } from './number-table.js';

export function AssumedPanel(): ReactElement | null {
  const isOpen = useSession((state) => state.isListOpen);
  const numbers = useSession((state) => state.answer?.compiled.numbers);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const opener = document.activeElement;
    heading.current?.focus();
    return () => { if (opener instanceof HTMLElement && opener.isConnected) opener.focus(); };
  }, [isOpen]);
  if (!isOpen || numbers === undefined) return null;
  const assumed = numbers.filter((number) => number.standing === 'assumed');
  return (
    <section className="panel wide" aria-labelledby="assumed-title" data-testid="assumed">
      <header className="panel-head">
        <h2 id="assumed-title" ref={heading} tabIndex={-1}>{assumed.length} assumed numbers</h2>
        <button type="button" className="quiet" onClick={closePanels} aria-label="Close the list">Close</button>
      </header>
      <div className="panel-body" tabIndex={0} role="region" aria-label="Assumed numbers">
        <p className="note">Nobody has published these for such a shield, or not firmly. The range is how far each may be off.</p>
        <NumberTable numbers={assumed} />
      </div>
    </section>
  );
}
