/** What moves the answer most: three assumed numbers, each moved alone over its range, and where a conclusion turns. */
import type { ReactElement } from 'react';
import { countText, significantText } from '../../figures/numbers.js';
import type { Driver } from '../../studies/not-known/drivers.js';
import { setDraws } from '../state/conduct.js';
import { DEFAULT_DRAWS } from '../../studies/not-known/not-known.js';
import { useSession, type Answer } from '../state/session.js';
import { wakeUp } from './follow.js';
import { nameOf, unitTextOf } from '../../figures/words/number-names.js';
import { useUncertain, type Uncertain } from './uncertain.js';

export function Movers({ answer }: { readonly answer: Answer }): ReactElement {
  const draws = useSession((state) => state.draws);
  const uncertain = useUncertain();
  const isOurs = uncertain.runId === answer.runId && draws > 0;
  const drivers = isOurs ? uncertain.drivers?.drivers : undefined;
  return (
    <section className="block movers-block" aria-label="What moves it most" data-movers={draws === 0 ? 'off' : isOurs ? uncertain.stage : 'waiting'}>
      <table className="movers">
        <thead><tr><th scope="col" className="label">What moves it most</th><th scope="col">now</th><th scope="col">range</th><th scope="col">turns at</th></tr></thead>
        <tbody>
          {drivers?.map((driver) => <Mover key={driver.card} driver={driver} />)}
          {drivers?.length === 0 && <tr><td colSpan={4}>No assumed number moves the answer by itself.</td></tr>}
        </tbody>
      </table>
      {drivers === undefined && <Progress draws={draws} uncertain={isOurs ? uncertain : null} />}
      {drivers !== undefined && drivers.length > 0 && <p className="movers-note">{turnsText(drivers)}</p>}
    </section>
  );
}

function Mover({ driver }: { readonly driver: Driver }): ReactElement {
  const { path, label, now, low, high, turnsAt } = driver;
  const { plain, term } = nameOf(path, label), unit = unitTextOf(path);
  const share = (value: number): string => `${(100 * (value - low)) / (high - low)}%`;
  const withUnit = (value: number, figures = 3): string => `${significantText(value, figures)}${unit === '°' ? '' : ' '}${unit}`.trim();
  const ends = driver.meanAtLow === null || driver.meanAtHigh === null ? '' : ` On average ${driver.meanAtLow.toFixed(2)} get through at ${withUnit(low)}, ${driver.meanAtHigh.toFixed(2)} at ${withUnit(high)}.`;
  return (
    <tr title={`${label}.${ends}`}>
      <th scope="row"><span className="mover-name">{plain} <span className="term">{term}</span></span></th>
      <td>{withUnit(now)}</td>
      <td aria-label={`${withUnit(low)} to ${withUnit(high)}`}>
        <span className="mover-range">
          <span className="term">{significantText(low, 3)}</span>
          <span className="mover-track" aria-hidden="true"><span className="mover-now" style={{ left: share(now) }} />{turnsAt !== null && <span className="mover-turn" style={{ left: share(turnsAt) }} />}</span>
          <span className="term">{significantText(high, 3)}</span>
        </span>
      </td>
      <td>{turnsAt === null ? <span className="term">not in its range</span> : <strong>{withUnit(turnsAt)}</strong>}</td>
    </tr>
  );
}

/** Which conclusion turns; one line even where the three differ. */
function turnsText(drivers: readonly Driver[]): string {
  const turning = [...new Set(drivers.filter(({ turnsAt }) => turnsAt !== null).map(({ conclusion }) => conclusion))];
  return turning.length === 0 ? 'Within no range does it turn whether fewer than half, or fewer than one, get through.' : `Turns: whether ${turning.join(', or ')}.`;
}

function Progress({ draws, uncertain }: { readonly draws: number; readonly uncertain: Uncertain | null }): ReactElement {
  if (draws === 0) return <p className="movers-wait">Not worked out. <button type="button" className="link" onClick={() => setDraws(DEFAULT_DRAWS)}>Move the assumed numbers</button></p>;
  if (uncertain?.stage === 'asleep') return <p className="movers-wait">With so many warheads this takes hours. <button type="button" className="link" onClick={wakeUp}>Move the assumed numbers</button></p>;
  const { stage, done, total, failure } = uncertain ?? { stage: 'waiting', done: 0, total: 0, failure: '' };
  if (stage === 'failed') return <p className="movers-wait">This could not be worked out: {failure}</p>;
  const what = stage === 'moving' ? 'Moving each assumed number alone' : stage === 'turning' ? 'Looking for turning values' : stage === 'drawing' ? 'Drawing the assumed numbers together' : 'Follows the picture';
  return (
    <p className="movers-wait">
      {what}{total === 0 ? '' : `: ${countText(done)} of ${countText(total)}`}. This takes minutes and hinders nothing.{' '}
      <button type="button" className="link no-print" onClick={() => setDraws(0)}>Stop</button>
      {total > 0 && <progress className="movers-progress" value={done} max={total} aria-label={what} />}
    </p>
  );
}
