/** A text to take away: copied where the browser allows it, else selected so that the reader's own keys copy it. */
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';

interface CopyProps {
  readonly label: string;
  readonly text: string;
  readonly rows: number;
  readonly name: string;
}

export function CopyField({ label, text, rows, name }: CopyProps): ReactElement {
  const id = useId(), field = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState('');
  useEffect(() => setTold(''), [text]);
  const select = (): void => {
    field.current?.focus();
    field.current?.select();
    setTold('Selected: copy it with your own keys');
  };
  const copy = (): void => {
    // Without a secure origin there is no clipboard; with one the reader may still refuse it.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard === undefined) select();
    else clipboard.writeText(text).then(() => setTold('Copied'), select);
  };
  return (
    <div className="copy-field" data-share={name}>
      <div className="copy-head">
        <label htmlFor={id} className="label">{label}</label>
        <span className="term" role="status">{told}</span>
        <button type="button" className="chip" onClick={copy} aria-label={`Copy: ${label}`}>Copy</button>
      </div>
      <textarea id={id} ref={field} readOnly rows={rows} value={text} spellCheck={false} />
    </div>
  );
}
