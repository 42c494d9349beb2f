/** The chapter's settings: a slider for each, and the value with its unit to be typed. */
import { useId, useState, type ReactElement } from 'react';
import { significantText } from '../../figures/numbers.js';
import { FIELD_NAMES, FIELDS, nearestIn, START, type FieldName, type InputField, type Inputs } from './inputs.js';
import { resetFields, setField } from './state.js';

const GROUPS: readonly { readonly title: string; readonly names: readonly FieldName[] }[] = [
  { title: 'Raid', names: ['salvo', 'shots', 'burn_s', 'latitude_deg'] },
  { title: 'Decision', names: ['delay_s'] },
  { title: 'Interceptor', names: ['speed_kmps', 'acceleration_g', 'meeting_km'] },
  { title: 'Orbits', names: ['altitude_km', 'inclination_deg', 'band_deg'] },
];

export function Settings({ inputs }: { readonly inputs: Inputs }): ReactElement {
  const isChanged = FIELD_NAMES.some((name) => inputs[name] !== START[name]), flyout_s = inputs.burn_s - inputs.delay_s;
  return (
    <form className="needed-settings" aria-label="Settings" onSubmit={(event) => event.preventDefault()}>
      {GROUPS.map(({ title, names }) => (
        <fieldset key={title}>
          <legend className="label">{title}</legend>
          {names.map((name) => <Setting key={name} name={name} value={inputs[name]} />)}
          {title === 'Decision' && <p className="term" data-testid="needed-flyout">{flyout_s > 0 ? `leaves ${significantText(flyout_s)} s to fly until burn-out` : 'comes after burn-out'}</p>}
        </fieldset>
      ))}
      <button type="button" className="chip no-print" disabled={!isChanged} onClick={resetFields}>Back to the start</button>
    </form>
  );
}

function Setting({ name, value }: { readonly name: FieldName; readonly value: number }): ReactElement {
  const { title, unit, low, high, step, note }: InputField = FIELDS[name];
  const [draft, setDraft] = useState<string>();
  const id = useId(), noteId = useId();
  const typed = draft === undefined ? value : Number(draft.replace(',', '.'));
  const isWrong = draft !== undefined && (draft.trim() === '' || !Number.isFinite(typed) || nearestIn(name, typed) !== typed);
  const type = (text: string): void => {
    const number = Number(text.replace(',', '.'));
    setDraft(text);
    if (text.trim() !== '' && Number.isFinite(number) && nearestIn(name, number) === number) setField(name, number);
  };
  /** What cannot be becomes the nearest value that can. */
  const leave = (): void => {
    if (isWrong && draft.trim() !== '' && Number.isFinite(typed)) setField(name, nearestIn(name, typed));
    setDraft(undefined);
  };
  return (
    <div className="needed-setting">
      {/* In the label's own line: a line that comes and goes would move what the reader is about to press. */}
      <label htmlFor={id} title={note}>{title}{isWrong && <span className="problems"> {significantText(low)} to {significantText(high)}</span>}</label>
      <span className="needed-typed">
        <input id={id} className="slot" inputMode="decimal" value={draft ?? String(value)} aria-invalid={isWrong} aria-describedby={noteId} data-field={name}
          onChange={(event) => type(event.target.value)} onBlur={leave} onKeyDown={(event) => { if (event.key === 'Enter') leave(); }} />
        <span className="needed-unit">{unit}</span>
      </span>
      <input type="range" className="no-print" aria-label={`${title}${unit === '' ? '' : `, ${unit}`}`} min={low} max={high} step={step} value={value} data-slider={name}
        onChange={(event) => { setDraft(undefined); setField(name, Number(event.target.value)); }} />
      <p id={noteId} className="term">{note}</p>
    </div>
  );
}
