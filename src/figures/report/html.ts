/**
 * HTML as strings, safe by construction: what is put into a template is text and is escaped, unless it is HTML made here.
 * Titles, names and paths come from files that anybody may have written.
 */
import type { FigureElement } from '../pictures/figure-document.js';

/** Markup made by this file; a bare string never counts as markup. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = string | number | Html | null | undefined | false | readonly Part[];

/** Template tag: parts are escaped, nothing is made of null, undefined and false, lists are put one after the other. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, i) => text + (i < parts.length ? markupOf(parts[i]) : '')).join(''));
}

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.markup;
  return typeof part === 'object' ? part.map(markupOf).join('') : escaped(String(part));
}

/** For text and for attributes in double quotes. Characters that no document may hold are left out. */
export function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A link to a page of the web; any other address, as of a script, stays text. */
export function link(address: string, words: string): Html {
  return /^https?:\/\/[^\s]+$/i.test(address) ? html`<a href="${address}" rel="noreferrer noopener">${words}</a>` : html`${words}`;
}

/** A path of a scenario, which may be broken after its dots. */
export function breakable(path: string): Html {
  return html`<code>${path.split('.').map((part, i) => html`${i === 0 ? '' : html`.${new Html('<wbr>')}`}${part}`)}</code>`;
}

/**
 * A drawn picture with its name as first child, where readers of any kind find it; the report's style sheet
 * takes the place of its own, and its parts, which are no pictures themselves, have no names.
 */
export function picture(drawn: FigureElement, title: string): Html {
  const markup = drawn.outerHTML.replace(/<style[^>]*>[^<]*<\/style>/g, ''), [open = ''] = /^<svg(?:[^>"]|"[^"]*")*>/.exec(markup) ?? [];
  return new Html(`${open}<title>${escaped(title)}</title>${markup.slice(open.length).replace(/ aria-label="[^"]*"/g, '')}`);
}
