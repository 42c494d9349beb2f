/** Interceptors for each missile against speed and against the time of the order, each with its table. */
import { useCallback, useDeferredValue, useMemo, type ReactElement } from 'react';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { neededCurve } from '../../figures/pictures/needed-curve.js';
import { aboutText } from '../../figures/sentences/needed-sentence.js';
import { significantText } from '../../figures/numbers.js';
import { Figure } from './figure.js';
import { curveAlong, rowAt, type ClosedAnswers } from './closed.js';
import { FIELDS, type Inputs } from './inputs.js';
import type { CurveField, FlownPoint } from './messages.js';
import { FLOWN_WORDS } from './flown-words.js';
import type { Known } from './state.js';

export const COLOURS = { even: 'var(--context)', inclined: 'var(--defence)', flown: 'var(--text)' };
const CURVES: readonly { readonly field: CurveField; readonly title: string; readonly against: string; readonly values: readonly number[] }[] = [
  { field: 'speed_kmps', title: 'A faster interceptor', against: 'interceptor speed (km/s)', values: [3, 4, 5, 6, 7, 8, 9] },
  { field: 'delay_s', title: 'An earlier order', against: 'order to fire after launch (s)', values: [0, 20, 40, 60, 80, 100, 120] },
];
const NO_POINTS: readonly FlownPoint[] = [];

export function NumberCurves({ inputs, closed, known }: { readonly inputs: Inputs; readonly closed: ClosedAnswers; readonly known: Known }): ReactElement {
  return (
    <section className="block" aria-labelledby="needed-curves">
      <h2 id="needed-curves" className="label">Interceptors in orbit for each missile</h2>
      <ul className="needed-legend" aria-label="Marks">
        <li><Line colour={COLOURS.even} />spread evenly, mean</li>
        <li><Line colour={COLOURS.inclined} />one inclination, mean</li>
        <li><Line colour={COLOURS.inclined} dash="5 3" />one inclination, 95 %</li>
        <li><Dot isFull />flown, mean</li>
        <li><Dot isFull={false} />flown, 95 %</li>
      </ul>
      {CURVES.map((curve) => <Curve key={curve.field} {...curve} inputs={inputs} closed={closed} flown={known.curves[curve.field] ?? NO_POINTS} />)}
      <p className="term">{FLOWN_WORDS}</p>
    </section>
  );
}

function Curve({ field, title, against, values, inputs, closed, flown }: (typeof CURVES)[number] & { readonly inputs: Inputs; readonly closed: ClosedAnswers; readonly flown: readonly FlownPoint[] }): ReactElement {
  const rows = useMemo(() => curveAlong(inputs, field, closed), [inputs, field, closed]);
  const now = inputs[field];
  const draw = useCallback((width: number, document: FigureDocument) => neededCurve({ against, rows, flown, now, width }, COLOURS, document), [against, rows, flown, now]);
  // The table may come a frame later than the picture: it is for reading, the picture for the hand on the slider.
  const later = useDeferredValue(useMemo(() => ({ inputs, closed }), [inputs, closed]));
  const listed = useMemo(() => [...new Set([...values, later.inputs[field], ...flown.map(({ value }) => value)])].sort((a, b) => a - b).map((value) => rowAt(later.inputs, field, value, later.closed)), [later, field, values, flown]);
  return (
    <div className="needed-curve">
      <div>
        <h3>{title}</h3>
        <Figure draw={draw} name={field} />
      </div>
      <div className="wide-table" tabIndex={0} role="region" aria-label={`${title}, as a table`}>
        <table className="numbers needed-numbers" aria-label={`${title}: interceptors in orbit for each missile`}>
          <thead><tr><th scope="col">{FIELDS[field].unit === 's' ? 'Order (s)' : 'Speed (km/s)'}</th><th scope="col">Evenly</th><th scope="col">Inclined</th><th scope="col">95 %</th><th scope="col">Flown</th><th scope="col">95 %</th></tr></thead>
          <tbody>
            {listed.map(({ value, shell, latitude, latitude95 }) => {
              const point = flown.find((each) => each.value === value);
              return (
                <tr key={value} aria-current={value === now ? 'true' : undefined}>
                  <th scope="row">{significantText(value, 3)}</th><td>{cell(shell)}</td><td>{cell(latitude)}</td><td>{cell(latitude95)}</td>
                  <td>{point === undefined ? '' : cell(point.perMissile)}</td><td>{point === undefined ? '' : cell(point.perMissile95)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const cell = (value: number | undefined): string => (value === undefined ? 'none' : aboutText(value));

function Line({ colour, dash }: { readonly colour: string; readonly dash?: string }): ReactElement {
  return <svg width="24" height="8" aria-hidden="true"><path d="M0 4h24" stroke={colour} strokeWidth="2.500" strokeDasharray={dash} /></svg>;
}

function Dot({ isFull }: { readonly isFull: boolean }): ReactElement {
  return <svg width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="3.500" fill={isFull ? COLOURS.flown : 'none'} stroke={COLOURS.flown} strokeWidth="1.500" /></svg>;
}
