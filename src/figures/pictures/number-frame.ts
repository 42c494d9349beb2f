/** What pictures of numbers needed share: a title, a panel drawn by Plot, and below it what the picture hangs on. */
import type { FigureDocument, FigureElement } from './figure-document.js';
import { wrapText } from '../text-table.js';
import { asGroup, element, svgRoot, text } from './svg-elements.js';

export interface FrameWords {
  readonly title: string;
  readonly subtitle: string;
  /** Lines below: what is assumed, source. */
  readonly notes: readonly string[];
}

export const FRAME_WIDTH = 760;
const LEFT = 16;
const SUBTITLE = { characters: 108, row: 19 };
const NOTE = { characters: 122, row: 15 };

/** A coloured stroke and its words, above the panel. */
export interface LegendEntry {
  readonly colour: string;
  readonly words: string;
}

/** One `svg` element that stands by itself; `panel` is what Plot drew, `panelHeight` high. */
export function framedFigure(document: FigureDocument, { title, subtitle, notes }: FrameWords, legend: readonly LegendEntry[], panel: FigureElement, panelHeight: number): FigureElement {
  const root = svgRoot(document, FRAME_WIDTH);
  let top = 28;
  root.append(text(document, title, { x: LEFT, y: top, 'font-size': 17, 'font-weight': 600 }));
  for (const line of wrapText(subtitle, SUBTITLE.characters).split('\n')) {
    top += SUBTITLE.row;
    root.append(text(document, line, { x: LEFT, y: top, 'fill-opacity': 0.75 }));
  }
  top += 22;
  let x = LEFT;
  for (const { colour, words } of legend) {
    root.append(element(document, 'rect', { x, y: top - 7, width: 12, height: 4, fill: colour }), text(document, words, { x: x + 18, y: top }));
    x += 40 + 6.4 * words.length;
  }
  top += 8;
  root.append(asGroup(document, panel, top));
  top += panelHeight + 4;
  for (const line of notes.flatMap((note) => wrapText(note, NOTE.characters).split('\n'))) {
    top += NOTE.row;
    root.append(text(document, line, { x: LEFT, y: top, 'font-size': 11, 'fill-opacity': 0.75 }));
  }
  root.setAttribute('height', String(top + 16));
  root.setAttribute('viewBox', `0 0 ${FRAME_WIDTH} ${top + 16}`);
  root.setAttribute('aria-label', `${title}. ${subtitle}.`);
  return root;
}
