/** `cupola design --svg`: price against the size of the raid as a file that stands by itself. */
import { parseHTML } from 'linkedom';
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { designFrontFigure, type FrontPicture } from '../../figures/pictures/design-front.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';

/** On white, in dark text: a file does not know the page it will stand on. */
export function designSvg(picture: FrontPicture, provenance: Provenance): string {
  const { document } = parseHTML('<html></html>');
  const figure = designFrontFigure({ ...picture, notes: [...picture.notes, citationLine(provenance)] }, document as unknown as FigureDocument);
  figure.setAttribute('style', 'background: #ffffff; color: #111820');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${figure.outerHTML}\n`;
}
