/**
 * The question as one sentence whose slots can be edited. A slot takes effect when it is left or on Enter; what is wrong
 * with it is said beneath, and the answer stays the last good one until then.
 */
import { useEffect, useState, type ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { hasSlots } from '../engine/overrides.js';
import { editQuestion, resetQuestion } from '../state/conduct.js';
import type { Edits } from '../state/fragment.js';
import { useSession } from '../state/session.js';
import { RaidSlot } from './another-attack.js';
import { sizeText } from './raids.js';
import { countsOf, missileOptions, originOptions, type Option, type SlotValues } from './slots.js';

export function Question(): ReactElement {
  const edits = useSession((state) => state.edits);
  const problems = useSession((state) => state.problems);
  const base = useSession((state) => state.base);
  const counts = countsOf(base, edits);
  // Another attack alone is left the way it was chosen.
  const isEdited = Object.keys(edits).some((slot) => slot !== 'raid' && slot !== 'scenario');
  return (
    <section className="question" aria-label="The question">
      <h1 className="question-sentence" data-raid={edits.raid === undefined ? undefined : 'named'}>
        What gets through if{' '}
        {edits.raid !== undefined ? <>the raid <RaidSlot raid={edits.raid} /> {base === null ? '' : `(${sizeText(base)}) `}meets{' '}</>
          : base !== null && !hasSlots(base) ? <>{sizeText(base)} meet{' '}</>
          : <Missiles counts={counts} />}
        <Shield counts={counts} />?
        {isEdited && <button type="button" className="quiet small no-print" onClick={resetQuestion}>Start over</button>}
      </h1>
      {problems.length > 0 && (
        <ul className="problems" role="alert">
          {problems.slice(0, 3).map((problem) => (
            <li key={`${problem.path}${problem.expected}`}>
              <strong>{problem.path}</strong>: found {problem.found}, expected {problem.expected}.{hintText(problem.hint)}
            </li>
          ))}
          {problems.length > 3 && <li>and {problems.length - 3} more.</li>}
        </ul>
      )}
    </section>
  );
}

/** Number, class and origin of a raid of one class from one place. */
function Missiles({ counts }: { readonly counts: SlotValues }): ReactElement {
  const catalogue = useSession((state) => state.catalogue);
  const edits = useSession((state) => state.edits);
  const isBad = useSession((state) => isAbout(state.problems, 'raid'));
  return (
    <>
      <CountSlot label="Number of missiles" slot="count" value={counts.missiles} isBad={isBad} />{' '}
      <ChoiceSlot label="Missile class" slot="missile" value={edits.missile ?? counts.missile} options={catalogue === null ? [] : missileOptions(catalogue, counts.missiles)} /> from{' '}
      <ChoiceSlot label="Origin" slot="origin" value={edits.origin ?? counts.origin} options={catalogue === null ? [] : originOptions(catalogue)} /> {counts.missiles === 1 ? 'meets' : 'meet'}{' '}
    </>
  );
}

/** What the shield shoots with; a kind of interceptor that the scenario leaves out has no slot. */
function Shield({ counts }: { readonly counts: SlotValues }): ReactElement {
  const isBad = useSession((state) => isAbout(state.problems, 'interceptors'));
  if (!counts.hasSpace && !counts.hasGround) return <>no interceptor at all</>;
  return (
    <>
      {counts.hasSpace && <><CountSlot label="Satellites with interceptors" slot="satellites" value={counts.satellites} isBad={isBad} /> satellites</>}
      {counts.hasSpace && counts.hasGround && ' and '}
      {counts.hasGround && <><CountSlot label="Ground-based interceptors" slot="ground" value={counts.ground} isBad={isBad} /> ground interceptors</>}
    </>
  );
}

interface SlotProps {
  readonly label: string;
  readonly slot: keyof Edits;
}

function CountSlot({ label, slot, value, isBad }: SlotProps & { readonly value: number | null; readonly isBad: boolean }): ReactElement {
  const shown = value === null ? '' : countText(value);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const commit = (): void => {
    const digits = text.replace(/[\s,.']/g, '');
    if (!/^\d{1,8}$/.test(digits)) setText(shown);
    else if (Number(digits) !== value) editQuestion({ [slot]: Number(digits) });
    else setText(shown);
  };
  return (
    <input
      className="slot" type="text" inputMode="numeric" aria-label={label} value={text} disabled={value === null} aria-invalid={isBad}
      style={{ width: `${Math.max(text.length, 1) + 1.5}ch` }}
      onChange={(event) => setText(event.target.value)} onBlur={commit} onFocus={(event) => event.target.select()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setText(shown);
      }}
    />
  );
}

function ChoiceSlot({ label, slot, value, options }: SlotProps & { readonly value: string; readonly options: readonly Option[] }): ReactElement {
  const title = options.find((option) => option.value === value)?.title ?? '…';
  return (
    <span className="choice">
      {/* The hidden copy gives the list the width of what is chosen, not of its longest entry. */}
      <span className="choice-size" aria-hidden="true">{title}</span>
      <select className="slot" aria-label={label} value={value} disabled={options.length === 0} onChange={(event) => editQuestion({ [slot]: event.target.value })}>
        {options.length === 0 && <option value={value}>…</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.title}</option>)}
      </select>
    </span>
  );
}

const isAbout = (problems: readonly { readonly path: string }[], part: string): boolean => problems.some(({ path }) => path.startsWith(part));

/** A hint as the last sentence of a message. */
const hintText = (hint: string): string => (hint === '' ? '' : ` ${hint.charAt(0).toUpperCase()}${hint.slice(1)}${/[.?!]$/.test(hint) ? '' : '.'}`);
