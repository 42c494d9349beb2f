/** The warning logic in the false alarms of the public record: what it would have declared, and what a notice or a flag changes. */
import type { ReactElement } from 'react';
import { countText, toPlace } from '../../figures/numbers.js';
import { rateText } from '../../figures/words/watch-words.js';
import type { Incidents } from './messages.js';

export function IncidentsPlayed({ incidents: { rows, rates } }: { readonly incidents: Incidents }): ReactElement {
  const cases = rows.flatMap((row) => row.cases), asExpected = cases.filter(({ isAsExpected }) => isAsExpected).length;
  return (
    <section className="block" aria-labelledby="watched-incidents">
      <h2 id="watched-incidents" className="label">The warning logic in {countText(rows.length)} false alarms of the public record</h2>
      <p className="term">{countText(asExpected)} of {countText(cases.length)} cases come to the level that the public record expects. Levels: none, watch, probable, confirmed; confirmed takes evidence of two kinds. Cases with a notice or flag stand beside the same without it.</p>
      <div className="wide-table" tabIndex={0} role="region" aria-label="Incidents">
        <table className="numbers watched-incidents" data-testid="watched-incidents">
          <thead><tr><th scope="col">Incident</th><th scope="col">Case</th><th scope="col">Highest declared</th><th scope="col">At the end</th><th scope="col">As expected</th></tr></thead>
          <tbody>
            {rows.flatMap(({ name, title, start, cases: played }) => played.map((one, index) => (
              <tr key={`${name} ${one.title}`} data-incident={name}>
                {index === 0 && <th scope="rowgroup" rowSpan={played.length}>{title} <span className="term">{start.slice(0, 10)}</span></th>}
                <td>{one.title}</td><td><Level level={one.highest} /></td><td>{one.final}</td><td>{one.isAsExpected ? 'yes' : `no: ${one.expected}`}</td>
              </tr>
            )))}
          </tbody>
        </table>
      </div>
      <h3>What a notice or a flag changes</h3>
      <dl className="ranges watched-rates">
        <div><dt>Longest delay by one notice or flag of an attack that both kinds see</dt><dd>{rates.longestDelay_s === null ? 'not tried' : `${toPlace(rates.longestDelay_s, 0)} s`}; its level is never lowered</dd></div>
        <div><dt>Attack seen by one sensor that a wrong flag keeps from any level</dt><dd>{rateText(rates.suppressed)}; without the flag {rateText(rates.suppressedWithoutFlag)}</dd></div>
        <div><dt>False alarms: confirmed without an attack</dt><dd>{rateText(rates.falseAlarm)}</dd></div>
        <div><dt>Missed: an attack that both kinds see, never confirmed</dt><dd>{rateText(rates.missed)}</dd></div>
      </dl>
      <p className="term">{countText(rates.variants)} variants made by chance to try the logic, with 95 % intervals; how often such things happen they do not say.</p>
    </section>
  );
}

/** Steps filled say how high, beside the word. */
function Level({ level }: { readonly level: string }): ReactElement {
  const height = ['none', 'watch', 'probable', 'confirmed'].indexOf(level);
  return (
    <span className="watched-level">
      <svg width="24" height="10" aria-hidden="true">{[1, 2, 3].map((step) => <rect key={step} x={(step - 1) * 8 + 0.5} y="1" width="6" height="8" fill={step <= height ? 'var(--attack)' : 'none'} stroke="var(--context)" />)}</svg>{level}
    </span>
  );
}
