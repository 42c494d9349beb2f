/** Tables of a report: a caption, heads with their scope, numbers to the right; wide ones scroll by themselves and by keyboard. */
import { html, type Html } from './html.js';

export interface DataColumn {
  readonly head: string | Html;
  /** Words to the left (the default), numbers to the right. */
  readonly align?: 'left' | 'right';
}

export interface DataTable {
  /** What stands in it, as a sentence without a full stop. */
  readonly caption: string;
  readonly columns: readonly DataColumn[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly (string | Html)[])[];
  /** For tables of many columns. */
  readonly isWide?: boolean;
  readonly isSmall?: boolean;
}

/** Tables of no more rows are kept on one sheet of paper. */
const SHORT = 14;

export function dataTable({ caption, columns, rows, isWide = false, isSmall = false }: DataTable): Html {
  const side = (index: number): string => (columns[index]?.align === 'right' ? 'number' : '');
  const looks = [...(isSmall ? ['small'] : []), ...(rows.length <= SHORT ? ['short'] : [])].join(' ');
  const table = html`<table class="${looks}">
<caption>${caption}</caption>
<thead><tr>${columns.map(({ head }, i) => html`<th scope="col" class="${side(i)}">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([name = '', ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell, i) => html`<td class="${side(i + 1)}">${cell}</td>`)}</tr>
`)}</tbody>
</table>`;
  return isWide ? html`<div class="wide" tabindex="0" role="region" aria-label="${caption}">${table}</div>` : table;
}

/** A picture and the table of its numbers beside it. */
export function withTable(figure: Html, table: Html, note = ''): Html {
  return html`<div class="pair"><figure>${figure}</figure><div>${table}</div></div>${note === '' ? null : html`<p class="note">${note}</p>`}`;
}

/** What things are called and what they are, as a list of pairs. */
export function pairs(items: readonly (readonly [string, string | Html])[]): Html {
  return html`<dl class="pairs">${items.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
