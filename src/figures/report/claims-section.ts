/** Who says what: claims about cost, numbers, performance and strategy with their status, both sides, and the run that tests each. */
import { NONE_FOUND, readClaims, type ClaimAnswer, type Voice } from '../../policy/claims/claims.js';
import { STATUS_MEANING } from '../claims/claim-words.js';
import { seenWords } from '../words/mark-words.js';
import { countText } from '../numbers.js';
import { dataTable } from './data-table.js';
import { html, link, type Html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

/** Claims of one press article and of dates are told by `cupola claims`. */
const TOPICS: readonly ClaimAnswer['topic'][] = ['number of interceptors', 'performance', 'cost', 'strategy'];

export function claimsSection({ catalogue, isWithClaims }: ReportMaterial): ReportSection | null {
  const all = isWithClaims === true ? readClaims(catalogue) : [], shown = TOPICS.flatMap((topic) => all.filter((claim) => claim.topic === topic));
  if (shown.length === 0) return null;
  const statuses = [...new Set(shown.map(({ status }) => status))];
  return {
    id: 'claims', title: 'Who says what, and which run tests it',
    body: html`<p>${`${countText(shown.length)} of ${countText(all.length)} claims of the public data, each with its author; `}<code>npx cupola claims</code> tells all in full. Status is what the record shows; no claim is judged here.</p>
${dataTable({
      caption: 'Claims by what they are about, with both sides', isSmall: true, isWide: true,
      columns: [{ head: 'about' }, { head: 'said by' }, { head: 'status' }, { head: 'for' }, { head: 'against' }, { head: 'run that tests it' }],
      rows: shown.map(({ title, topic, attribution: { who, when }, source, status, supporters, critics, test }) => [
        html`${title} <span class="term">${topic}</span>`, html`${`${who}, ${when} (`}${link(source.url, source.source)}${seenWords(source.seen) === '' ? '' : `; ${seenWords(source.seen)}`})`, status, voices(supporters), voices(critics), test.run === null ? 'none' : html`<code>${test.run}</code>`,
      ]),
    })}
<p class="note">${statuses.map((status) => `${status}: ${STATUS_MEANING[status]}`).join('; ')}.</p>`,
  };
}

function voices(side: readonly Voice[]): Html {
  return html`${side.map(({ who, when, url }, i) => html`${i === 0 ? '' : '; '}${who === NONE_FOUND ? `none found up to ${when}` : link(url, `${who}, ${when}`)}`)}`;
}
