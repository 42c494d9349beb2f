/** How the shield of the page stands to the order and the later statute: rows by verdict, the matrix in words, what nothing serves, dates. */
import { useEffect, type ReactElement } from 'react';
import { COMPLIANCE_CAVEAT, complianceSentence, dateWords, VERDICT_ORDER } from '../../figures/words/compliance-words.js';
import type { Compliance } from '../../policy/compliance/compliance.js';
import type { Judged } from './messages.js';
import { Matrix } from './matrix.js';
import { PAGE_RUNS } from './page-runs.js';
import { Rows } from './rows.js';
import { attend, resetThresholds, useOrder } from './state.js';
import '../number-needed/chapter.css';
import './order.css';

export default function Chapter(): ReactElement {
  const known = useOrder((state) => state.known), edited = useOrder((state) => state.edits.length);
  useEffect(attend, []);
  const { compliance } = known;
  return (
    <div className="order" data-done={known.done >= 1}>
      <h1 className="visually-hidden">The order</h1>
      <Headline known={known} />
      {compliance !== undefined && (
        <>
          <p className="term order-caveat">{COMPLIANCE_CAVEAT}</p>
          {edited > 0 && <button type="button" className="chip no-print" onClick={resetThresholds}>All thresholds as on their cards</button>}
          {VERDICT_ORDER.map((verdict) => <Rows key={verdict} verdict={verdict} rows={compliance.requirements.filter((row) => row.verdict === verdict)} />)}
          {compliance.threatSets.map((threatSet) => <Matrix key={threatSet} matrix={compliance.matrix} threatSet={threatSet} />)}
          <Trace compliance={compliance} />
          <Dates compliance={compliance} />
        </>
      )}
    </div>
  );
}

function Headline({ known: { compliance, none, doing, done } }: { readonly known: Judged }): ReactElement {
  return (
    <section className="headline" data-testid="order-headline">
      <p className="headline-sentence" aria-live="polite">{none !== undefined ? 'No answer' : compliance === undefined ? 'Holding the shield against the order' : complianceSentence(compliance)}</p>
      <p className="headline-rest" aria-live="polite">{none ?? ''}</p>
      <p className="settling">{done < 1 ? `Working out: ${doing}. This takes a minute or two.` : none !== undefined ? '' : `Executive Order 14186 and 10 USC 5501, at most ${PAGE_RUNS} attacks on each set here; cupola comply makes more and adds other sizes of raid.`}</p>
      <progress className="needed-progress no-print" max={1} value={done} aria-label="Answer being worked out" data-done={done >= 1} />
    </section>
  );
}

function Trace({ compliance: { traceCoverage: { served_count, servable_count, orphans, idle } } }: { readonly compliance: Compliance }): ReactElement {
  return (
    <section className="block" aria-labelledby="order-trace" data-testid="order-trace">
      <h2 id="order-trace" className="label">Traced to elements</h2>
      <p>{served_count} of {servable_count} requirements that elements can serve are served by some element of this scenario. {idle.length === 0 ? 'Every element serves one.' : `These serve none: ${idle.join(', ')}.`}</p>
      {orphans.length > 0 && <ul className="order-list">{orphans.map(({ id, needs }) => <li key={id}><strong>{id}</strong> needs {needs}</li>)}</ul>}
    </section>
  );
}

function Dates({ compliance: { dates } }: { readonly compliance: Compliance }): ReactElement {
  return (
    <section className="block" aria-labelledby="order-dates">
      <h2 id="order-dates" className="label">Dates</h2>
      <div className="wide-table" tabIndex={0} role="region" aria-label="Dates of the order and the statute">
        <table className="numbers order-dates" data-testid="order-dates">
          <thead><tr><th scope="col">Date</th><th scope="col">From today</th><th scope="col">What</th></tr></thead>
          <tbody>{dates.map((date) => {
            const [day, when, what] = dateWords(date);
            return <tr key={`${date.directive} ${date.id}`}><th scope="row">{day}</th><td>{when}</td><td>{what}</td></tr>;
          })}</tbody>
        </table>
      </div>
    </section>
  );
}
