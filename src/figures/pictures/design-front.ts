/** The picture of a designed constellation's price against the size of the raid, with the number of satellites at each point. */
import * as Plot from '@observablehq/plot';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { framedFigure, FRAME_WIDTH, type FrameWords } from './number-frame.js';
import { countText, significantText } from '../numbers.js';

export interface FrontPicture extends FrameWords {
  readonly points: readonly { readonly salvo: number; readonly price_usd: number; readonly satellites_count: number }[];
  /** The size asked about. */
  readonly salvo: number;
  readonly priceYear: number;
}

const COLOURS = { front: '#2f7fb8', asked: '#c8501e' };
const PANEL = { height: 320, marginLeft: 64, marginRight: 60, marginTop: 24, marginBottom: 44 };
const BILLION_USD = 1e9;

export function designFrontFigure(picture: FrontPicture, document: FigureDocument): FigureElement {
  const billions = ({ price_usd }: FrontPicture['points'][number]): number => price_usd / BILLION_USD;
  const top = Math.max(...picture.points.map(billions));
  const drawn = Plot.plot({
    document: document as never,
    width: FRAME_WIDTH,
    ...PANEL,
    style: { fontSize: '12px' },
    x: { label: 'missiles launched together', labelAnchor: 'center', labelArrow: 'none', tickFormat: (value: number) => significantText(value, 4), ticks: 8, domain: [0, Math.max(...picture.points.map(({ salvo }) => salvo)) * 1.04] },
    y: { label: `price (billion dollars of ${picture.priceYear})`, labelArrow: 'none', tickFormat: (value: number) => significantText(value, 4), grid: true, domain: [0, top * 1.1] },
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.5 }),
      Plot.line(picture.points, { x: 'salvo', y: billions, stroke: COLOURS.front, strokeWidth: 2 }),
      Plot.dot(picture.points, { x: 'salvo', y: billions, r: 4, fill: ({ salvo }: { salvo: number }) => (salvo === picture.salvo ? COLOURS.asked : COLOURS.front) }),
      Plot.text(picture.points, { x: 'salvo', y: billions, text: ({ satellites_count }: { satellites_count: number }) => countText(satellites_count), dy: -12 }),
    ],
  }) as unknown as FigureElement;
  return framedFigure(document, picture, [{ colour: COLOURS.front, words: 'cheapest found, with its satellites' }, { colour: COLOURS.asked, words: 'as asked' }], drawn, PANEL.height);
}
