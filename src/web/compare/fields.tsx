/** Fields of the second shield: a number takes effect when it is left or on Enter, a choice at once. */
import { useEffect, useState, type ReactElement } from 'react';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly isChanged: boolean;
  readonly onChange: (value: string) => void;
}

export function NumberField({ label, value, isChanged, onChange }: FieldProps): ReactElement {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = (): void => {
    const plain = text.replace(/[\s,']/g, '');
    if (!/^\d{1,8}(\.\d{1,9})?$/.test(plain)) setText(value);
    else if (plain !== value) onChange(plain);
  };
  return (
    <input
      className="slot" data-changed={isChanged} type="text" inputMode="decimal" aria-label={label} value={text} style={{ width: `${Math.max(text.length, 3) + 1.5}ch` }}
      onChange={(event) => setText(event.target.value)} onBlur={commit} onFocus={(event) => event.target.select()}
      onKeyDown={(event) => { if (event.key === 'Enter') commit(); }}
    />
  );
}

export function ChoiceField({ label, value, isChanged, onChange, choices }: FieldProps & { readonly choices: readonly { readonly value: string; readonly title: string }[] }): ReactElement {
  return (
    <select className="slot plain" data-changed={isChanged} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.title}</option>)}
    </select>
  );
}
