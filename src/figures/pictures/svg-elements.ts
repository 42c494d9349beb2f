/** Elements of a picture that stand beside what Plot draws: titles, legends, captions. */
import type { FigureDocument, FigureElement } from './figure-document.js';

const SVG = 'http://www.w3.org/2000/svg';

/** The picture itself, in the type of the page it stands on. */
export function svgRoot(document: FigureDocument, width: number): FigureElement {
  return element(document, 'svg', { xmlns: SVG, width, 'font-family': 'system-ui, sans-serif', 'font-size': 12, fill: 'currentColor', role: 'img' });
}

export function element(document: FigureDocument, name: string, attributes: Readonly<Record<string, string | number>>): FigureElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

export function text(document: FigureDocument, words: string, attributes: Readonly<Record<string, string | number>>): FigureElement {
  const made = element(document, 'text', attributes);
  made.textContent = words;
  return made;
}

/** Plot gives an `svg` whose own style sheet would set the height of a nested one; its contents do as a group. */
export function asGroup(document: FigureDocument, drawn: FigureElement, top: number): FigureElement {
  const group = element(document, 'g', { transform: `translate(0,${top})`, 'text-anchor': 'middle', 'font-size': 12 });
  group.append(...Array.from(drawn.childNodes).filter((node) => node.nodeName.toLowerCase() !== 'style'));
  return group;
}
