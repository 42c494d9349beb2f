/** The three methods side by side, each with the size for the mean and the size for 95 % of the time. */
import type { ReactElement } from 'react';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { fromSi } from '../../kernel/units.js';
import type { NumberAnswer } from '../../studies/number-needed/method.js';
import type { ClosedAnswers } from './closed.js';
import type { Inputs } from './inputs.js';
import type { Known } from './state.js';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly answer: NumberAnswer | undefined;
  readonly waiting: string;
}

export function MethodsTable({ inputs, closed, known }: { readonly inputs: Inputs; readonly closed: ClosedAnswers; readonly known: Known }): ReactElement {
  const wanted = inputs.salvo * inputs.shots;
  const rows: readonly Row[] = [
    { id: 'shell', title: 'Spread evenly', note: 'closed form, as AEI', answer: closed.shell, waiting: 'out of reach' },
    { id: 'latitude', title: 'One inclination', note: 'closed form', answer: closed.latitude, waiting: 'out of reach' },
    { id: 'propagated', title: 'Flown', note: 'satellites move, the missile flies', answer: known.flown, waiting: known.none === undefined ? 'settling' : 'not flown' },
  ];
  return (
    <section className="block" aria-labelledby="needed-methods">
      <h2 id="needed-methods" className="label">Three ways to count, {countText(wanted)} interceptors wanted in reach at once</h2>
      <div className="wide-table" tabIndex={0} role="region" aria-label="Three ways to count">
        <table className="numbers needed-numbers">
          <thead>
            <tr>
              <th scope="col">Method</th><th scope="col">For the mean</th><th scope="col">For 95 %</th><th scope="col">For each missile</th><th scope="col">The mean is enough</th><th scope="col">At the worst moment</th><th scope="col">In orbit for each in reach</th><th scope="col">Reach</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, note, answer, waiting }) => (
              <tr key={id} data-method={id}>
                <th scope="row">{title} <span className="term">{note}</span></th>
                {answer === undefined ? <td colSpan={7} className="needed-waiting">{waiting}</td> : (
                  <>
                    <td><strong data-cell="mean">{countText(answer.interceptors)}</strong></td>
                    <td><strong data-cell="sure">{countText(answer.sizedFor95)}</strong></td>
                    <td>{countText(Math.round(answer.perMissile))} to {countText(Math.round(answer.sizedFor95 / inputs.salvo))}</td>
                    <td>{toPlace(100 * answer.atLeast.probability, 0)} % of the time</td>
                    <td data-cell="worst">{answer === known.flown ? `${countText(known.flown.inReach.min)} of ${countText(wanted)}` : ''}</td>
                    <td>{significantText(answer.absenteeRatio, 4)}</td>
                    <td>{toPlace(fromSi(answer.reach_m, 'km'), 0)} km</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
