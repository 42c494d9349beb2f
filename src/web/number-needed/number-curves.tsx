/** Interceptors for each missile against speed and against the time of the order, each with its table. */
import { useCallback, useMemo, type ReactElement } from 'react';
import type { FigureDocument } from '../../figures/figure-document.js';
import { neededCurve } from '../../figures/needed-curve.js';
import { aboutText } from '../../figures/needed-sentence.js';
import { significantText } from '../../figures/numbers.js';
import { Figure } from './figure.js';
import { curveAlong, rowAt } from './closed.js';
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

export function NumberCurves({ inputs, known }: { readonly inputs: Inputs; readonly known: Known }): ReactElement {
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
      {CURVES.map((curve) => <Curve key={curve.field} {...curve} inputs={inputs} flown={known.curves[curve.field] ?? NO_POINTS} />)}
      <p className="term">{FLOWN_WORDS}</p>
    </section>
  );
}

function Curve({ field, title, against, values, inputs, flown }: (typeof CURVES)[number] & { readonly inputs: Inputs; readonly flown: readonly FlownPoint[] }): ReactElement {
  const rows = useMemo(() => curveAlong(inputs, field), [inputs, field]);
  const now = inputs[field];
  const draw = useCallback((width: number, document: FigureDocument) => neededCurve({ against, rows, flown, now, width }, COLOURS, document), [against, rows, flown, now]);
  const listed = useMemo(() => [...new Set([...values, now])].sort((a, b) => a - b).map((value) => rowAt(inputs, field, value)), [inputs, field, values, now]);
  return (
    <div className="needed-curve">
      <div>
        <h3>{title}</h3>
        <Figure draw={draw} name={field} />
      </div>
      <table className="numbers needed-numbers" aria-label={`${title}: interceptors in orbit for each missile`}>
        <thead><tr><th scope="col">{FIELDS[field].unit === 's' ? 'Order (s)' : 'Speed (km/s)'}</th><th scope="col">Evenly</th><th scope="col">Inclined</th><th scope="col">95 %</th></tr></thead>
        <tbody>
          {listed.map(({ value, shell, latitude, latitude95 }) => (
            <tr key={value} aria-current={value === now ? 'true' : undefined}>
              <th scope="row">{significantText(value)}</th><td>{cell(shell)}</td><td>{cell(latitude)}</td><td>{cell(latitude95)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
