/** What treaties and agreements say about the scenario, with their state on the day of the report and both readings; nothing is judged. */
import type { LimitCheck } from '../../policy/limits/limit-check.js';
import { readable } from '../words/catalogue-names.js';
import { seenWords } from '../words/mark-words.js';
import { countText, significantText } from '../numbers.js';
import { dataTable } from './data-table.js';
import { html, link, type Html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

export function limitsSection({ limits }: ReportMaterial): ReportSection | null {
  if (limits === undefined || limits.checks.length === 0) return null;
  const { checks, asOf } = limits, of = (finding: LimitCheck['finding']): string => countText(checks.filter((check) => check.finding === finding).length);
  const applicable = checks.filter(({ finding }) => finding !== 'not applicable'), instruments = [...new Set(checks.map(({ instrument }) => instrument))];
  return {
    id: 'limits', title: 'Limits: treaties and agreements',
    body: html`<p>${`As of ${asOf}, ${countText(checks.length)} checks: ${of('over')} over a number, ${of('flag')} flagged, ${of('within')} within, ${of('not known')} not known, ${of('not applicable')} not applicable. Cupola counts and attributes; it does not say what is lawful. Findings compare numbers with a text, also where that text is not in force.`}</p>
${dataTable({
      caption: 'What each article counts in this scenario, in its raid and in the forces of the public data', isSmall: true, isWide: true,
      columns: [{ head: 'instrument and article' }, { head: 'of' }, { head: 'finding' }, { head: 'counted', align: 'right' }, { head: 'limit', align: 'right' }, { head: 'what is counted, and why' }],
      rows: applicable.map(({ title, article, subject, finding, value, limit, unit, reasons }) => [`${title}, article ${article}`, readable(subject), finding, value === null ? '' : significantText(value, 6), limit === null ? '' : countText(limit), `${unit === '' ? '' : `${unit}. `}${reasons.join(' ')}`]),
    })}
<h4 id="limits-state">State of each, and how it is read</h4>
<dl class="instruments">${instruments.map((name) => instrumentOf(checks.filter(({ instrument }) => instrument === name)))}</dl>`,
  };
}

function instrumentOf(checks: readonly LimitCheck[]): Html {
  const [first] = checks;
  if (first === undefined) return html``;
  const readings = new Map(checks.flatMap(({ disagreement }) => disagreement).map((reading) => [reading.reading, reading]));
  return html`<div><dt>${link(first.source.url ?? '', first.title)}</dt><dd><p>${first.status.text}</p>${readings.size === 0 ? null : html`<ul>${[...readings.values()].map(({ reading, heldBy, source, seen, url = '' }) => html`<li>${reading} ${`Held by ${heldBy} (`}${link(url, source)}${seenWords(seen) === '' ? '' : `; ${seenWords(seen)}`}).</li>`)}</ul>`}</dd></div>
`;
}
