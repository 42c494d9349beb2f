/** A drawer over the right side of the page: takes the focus when it opens and gives it back; Esc closes it, nothing is locked. */
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { closePanels } from '../state/session.js';

export function Drawer({ name, title, children }: { readonly name: string; readonly title: string; readonly children: ReactNode }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null), id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => { if (opener instanceof HTMLElement && opener.isConnected) opener.focus(); };
  }, []);
  return (
    <section className="drawer no-print" aria-labelledby={id} data-testid={name}>
      <header className="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>{title}</h2>
        <button type="button" className="quiet" onClick={closePanels} aria-label={`Close: ${title}`}>Close</button>
      </header>
      <div className="panel-body" tabIndex={0} role="region" aria-label={`Contents of: ${title}`}>{children}</div>
    </section>
  );
}
