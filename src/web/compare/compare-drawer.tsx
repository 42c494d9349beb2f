/** Two shields under the same luck: A is the question on screen, B the same with what the reader changes here. */
import { useEffect, type ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { hasSlots } from '../engine/overrides.js';
import { countsOf, missileOptions, originOptions } from '../answer/slots.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { Drawer } from '../share/drawer.js';
import { useSession, type Answer } from '../state/session.js';
import { ComparisonResult } from './comparison-result.js';
import { ChoiceField, NumberField } from './fields.js';
import { changeSecond, compareNow, resetSecond, stopComparing, useSecond } from './second.js';
import { settingsOf } from './settings.js';

export function CompareDrawer(): ReactElement {
  const answer = useSession((state) => state.answer);
  const catalogue = useSession((state) => state.catalogue);
  const settledId = answer?.isSettled === true ? answer.runId : '';
  // A new A is compared with the same B again; whoever closes the drawer waits for nothing.
  useEffect(() => { if (settledId !== '') void compareNow(); return stopComparing; }, [settledId]);
  return (
    <Drawer name="compare" title="Compare A with B">
      {answer === null || catalogue === null || settledId === '' ? <p>A is still settling. It can be compared in a moment.</p> : <Compared answer={answer} catalogue={catalogue} />}
    </Drawer>
  );
}

function Compared({ answer, catalogue }: { readonly answer: Answer; readonly catalogue: Catalogue }): ReactElement {
  const second = useSecond();
  const editsA = useSession((state) => state.edits);
  const { plan } = answer.compiled;
  const counts = countsOf(plan, { ...editsA, ...second.edits });
  const settings = settingsOf(plan), isChanged = Object.keys(second.edits).length + Object.keys(second.settings).length > 0;
  const count = (slot: 'count' | 'satellites' | 'ground', label: string, value: number | null): ReactElement => (
    <NumberField label={`B: ${label}`} value={String(value ?? 0)} isChanged={second.edits[slot] !== undefined} onChange={(text) => changeSecond({ edits: { [slot]: Math.round(Number(text)) } })} />
  );
  return (
    <>
      <p className="note">A is the question on screen. Change B; both are attacked {countText(answer.summary.runs)} times with the same luck, so that only what differs makes a difference.</p>
      <p className="compare-sentence">
        B: {hasSlots(plan) ? <>{count('count', 'number of missiles', counts.missiles)}{' '}
        <ChoiceField label="B: missile class" value={second.edits.missile ?? counts.missile} isChanged={second.edits.missile !== undefined} choices={missileOptions(catalogue, counts.missiles)} onChange={(missile) => changeSecond({ edits: { missile } })} /> from{' '}
        <ChoiceField label="B: origin" value={second.edits.origin ?? counts.origin} isChanged={second.edits.origin !== undefined} choices={originOptions(catalogue)} onChange={(origin) => changeSecond({ edits: { origin } })} /> meet</> : <>the same raid meets</>}{' '}
        {counts.hasSpace && <>{count('satellites', 'satellites with interceptors', counts.satellites)} satellites</>}{counts.hasSpace && counts.hasGround && ' and '}
        {counts.hasGround && <>{count('ground', 'ground-based interceptors', counts.ground)} ground interceptors</>}{!counts.hasSpace && !counts.hasGround && 'no interceptor at all'}.
      </p>
      <div className="wide-table">
        <table className="compare-settings">
          <thead><tr><th scope="col">Number</th><th scope="col">A</th><th scope="col">B</th></tr></thead>
          <tbody>
            {settings.map(({ id, label, term, unit, value, choices }) => {
              const valueB = second.settings[id] ?? value, change = (text: string): void => changeSecond({ settings: { [id]: text } });
              const isOther = valueB !== value;
              return (
                <tr key={id}>
                  <th scope="row">{label} <span className="term">{term}</span></th>
                  <td>{choices.find((choice) => choice.value === value)?.title ?? value} {unit}</td>
                  <td>{choices.length > 0 ? <ChoiceField label={`B: ${label}`} value={valueB} isChanged={isOther} choices={choices} onChange={change} /> : <><NumberField label={`B: ${label}`} value={valueB} isChanged={isOther} onChange={change} /> {unit}</>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {isChanged && <p><button type="button" className="chip" onClick={resetSecond}>Make B like A again</button></p>}
      <ComparisonResult launchedA={answer.launched} />
    </>
  );
}
