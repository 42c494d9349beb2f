/** The requirements of one verdict: what is asked, the metric beside a threshold that can be changed, and behind it why, evidence and sources. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { metricWithInterval, thresholdText } from '../../figures/words/compliance-words.js';
import type { Requirement, Verdict } from '../../policy/compliance/compliance.js';
import { editThreshold, openRow, takeFollowed, useOrder } from './state.js';

const TITLES: Readonly<Record<Verdict, string>> = { met: 'Met', partly: 'Met in part', 'not met': 'Not met', 'not testable': 'Not testable' };

export function Rows({ verdict, rows }: { readonly verdict: Verdict; readonly rows: readonly Requirement[] }): ReactElement | null {
  if (rows.length === 0) return null;
  const name = verdict.replace(' ', '-');
  return (
    <section className="block" aria-labelledby={`order-${name}`}>
      <h2 id={`order-${name}`} className="label order-verdict" data-verdict={verdict}>{TITLES[verdict]} <span className="order-count">{rows.length}</span></h2>
      {rows.map((row) => <Row key={row.id} row={row} />)}
    </section>
  );
}

function Row({ row }: { readonly row: Requirement }): ReactElement {
  const { id, title, verdict, metric, kind } = row, isDocuments = metric.name === 'documents', isOpen = useOrder(({ opened }) => opened.includes(id));
  return (
    <details className="order-row" data-row={id} data-verdict={verdict} open={isOpen} onToggle={(event) => openRow(id, event.currentTarget.open)}>
      <summary>
        <span className="order-id">{id}</span><span className="order-title">{title}</span>
        <span className="order-metric">{isDocuments ? 'documents' : kind !== 'declarative' && metric.value === null ? 'no model yet' : `${metricWithInterval(metric)}; ${thresholdText(row)}`}</span>
      </summary>
      <Inside row={row} />
    </details>
  );
}

function Inside({ row }: { readonly row: Requirement }): ReactElement {
  const { clause, paraphrase, kind, alsoKind, why, metric, threshold, parts, evidence, drivingAssumption, documents, noneFound, source } = row;
  return (
    <div className="order-inside">
      <p>{paraphrase} <span className="term">{clause}; {kind}{alsoKind === null ? '' : ` and ${alsoKind}`}; {source.source}, {source.where}{source.seen === 'primary' ? '' : ', not checked at the primary'}</span></p>
      <p>{why.startsWith(row.verdict) ? '' : <><strong>{row.verdict}</strong>: </>}{why}.</p>
      {parts.length > 0 && <ul className="order-list">{parts.map((part) => <li key={part.title}>{part.title}: <strong>{part.verdict}</strong>, {part.why}</li>)}</ul>}
      {metric.name !== 'documents' && <p className="term">Metric: {metric.says}.</p>}
      {metric.name !== 'documents' && <ThresholdField row={row} />}
      {metric.name !== 'documents' && <p className="term">Threshold: {threshold.where} ({threshold.standing}, {threshold.source}).</p>}
      {drivingAssumption !== null && <p className="term">Hangs on: {drivingAssumption.says}{drivingAssumption.how === 'measured' ? ' (measured)' : ''}.</p>}
      {documents.length > 0 && <ul className="order-list">{documents.map(({ says, date, source: who, url }) => <li key={says}>{date === undefined ? '' : `${date}: `}{says} {url === undefined ? <span className="term">{who}</span> : <a href={url} rel="noreferrer noopener" target="_blank">{who}</a>}</li>)}</ul>}
      {noneFound !== null && <p className="term">{noneFound.says} Looked for until {noneFound.asOf}.</p>}
      <Runs evidence={evidence} />
    </div>
  );
}

function Runs({ evidence }: Pick<Requirement, 'evidence'>): ReactElement | null {
  const again = evidence.filter(({ command }) => command !== '');
  if (again.length === 0) return null;
  return <details className="order-evidence"><summary>Evidence that can be run again ({again.length})</summary><ul className="order-list">{again.map(({ says, runId, runs, command }, index) => <li key={`${command} ${index}`}>{says}{runId === null ? '' : `, run ${runId}, ${runs ?? 0} attacks`} <code>{command}</code></li>)}</ul></details>;
}

/** Dollars are written in billions. */
const BILLION = 1e9;

function ThresholdField({ row: { id, threshold, metric } }: { readonly row: Requirement }): ReactElement {
  const scale = threshold.unit === 'usd' ? BILLION : 1, shown = String(threshold.value / scale), [typed, setTyped] = useState<string | null>(null);
  const unit = threshold.unit === 'usd' ? 'billion dollars' : threshold.unit === 'share' ? 'as a share' : threshold.unit, isWrong = typed !== null && !(typed.trim() !== '' && Number(typed) >= 0 && Number.isFinite(Number(typed)));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takeFollowed(id)) field.current?.focus();
  }, [id]);
  // Taken when it is finished: while it is typed the row stays where it is.
  const finish = (): void => {
    if (typed !== null && !isWrong && Number(typed) * scale !== threshold.value) editThreshold({ id, setting: '' }, Number(typed) * scale);
    setTyped(null);
  };
  return (
    <div className="order-threshold no-print">
      <label>Threshold, {metric.better === 'higher' ? 'at least' : 'at most'} <input ref={field} className="slot" inputMode="decimal" value={typed ?? shown} aria-invalid={isWrong} data-threshold={id} onChange={(event) => setTyped(event.target.value)} onBlur={finish} onKeyDown={(event) => { if (event.key === 'Enter') finish(); }} /> {unit}</label>
      {threshold.isEdited && <button type="button" className="link" onClick={() => { setTyped(null); editThreshold({ id, setting: '' }, undefined); }}>as on its card</button>}
      {isWrong && <span role="alert" className="term">a number from 0</span>}
    </div>
  );
}
