/**
 * Map of how much of the time each cell of the Earth is in view: cells of equal area in a few steps of colour, pale to dark, so
 * that it can be read in grey; nothing where nothing ever looks. Neighbours of one colour are drawn as one, so that forty thousand
 * cells stay a small file. Two maps below each other, for one and for two or more in view.
 */
import * as Plot from '@observablehq/plot';
import { earthMap, lines, MAP_PANEL, placeNames, type MapLine } from './earth-map.js';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { framedFigure, FRAME_WIDTH, type FrameWords } from '../pictures/number-frame.js';
import { element, text } from '../pictures/svg-elements.js';

/** Shares of one row of cells from south to north, from west to east, and the latitudes of its edges. */
export interface CoverRow {
  readonly south_deg: number;
  readonly north_deg: number;
  readonly shares: readonly number[];
}

export interface CoverMapPicture extends FrameWords {
  /** A map each, one below the other. */
  readonly panels: readonly { readonly words: string; readonly rows: readonly CoverRow[] }[];
  readonly outlines: readonly MapLine[];
  /** Ground tracks of the flights that are followed. */
  readonly tracks: readonly MapLine[];
  readonly places: readonly { readonly name: string; readonly lat_deg: number; readonly lon_deg: number }[];
}

/** Upper limit of each step, not included; the last one is for what is in view at every look. */
const STEPS: readonly { readonly below: number; readonly colour: string; readonly words: string }[] = [
  { below: 1e-12, colour: '#ffffff', words: 'blank: never' },
  { below: 0.25, colour: '#f0e7a6', words: 'under 25 %' },
  { below: 0.5, colour: '#b9d58a', words: '25 to 50 %' },
  { below: 0.75, colour: '#6fb38d', words: '50 to 75 %' },
  { below: 0.95, colour: '#3b8796', words: '75 to 95 %' },
  { below: 1, colour: '#2f5f8f', words: 'over 95 %' },
  { below: Infinity, colour: '#22345c', words: 'always' },
];
const TRACK = '#d1495b';
const HEAD = 22;

interface Block {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly colour: string;
}

export function coverMapFigure(picture: CoverMapPicture, document: FigureDocument): FigureElement {
  const whole = element(document, 'g', {});
  picture.panels.forEach(({ words, rows }, index) => {
    const top = index * (MAP_PANEL.height + HEAD);
    const blocks = rows.flatMap(blocksOf);
    const drawn = earthMap(document, picture.outlines, [
      Plot.rect(blocks, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: ({ colour }: Block) => colour, stroke: ({ colour }: Block) => colour, strokeWidth: 0.4 }),
    ], [lines(picture.tracks, TRACK, 1.4), ...placeNames(picture.places)]);
    const group = element(document, 'g', { transform: `translate(0,${top})` });
    group.append(text(document, words, { x: MAP_PANEL.marginLeft, y: 14, 'font-weight': 600, 'text-anchor': 'start' }));
    const map = element(document, 'g', { transform: `translate(0,${HEAD - 6})` });
    map.append(...Array.from(drawn.childNodes).filter((node) => node.nodeName.toLowerCase() !== 'style'));
    group.append(map);
    whole.append(group);
  });
  const holder = element(document, 'svg', { width: FRAME_WIDTH });
  holder.append(whole);
  const legend = STEPS.map(({ colour, words }) => ({ colour, words }));
  return framedFigure(document, picture, legend, holder, picture.panels.length * (MAP_PANEL.height + HEAD));
}

/** Runs of cells of one colour as one block; what is never in view is left blank. */
function blocksOf({ south_deg, north_deg, shares }: CoverRow): Block[] {
  const blocks: Block[] = [], width_deg = 360 / shares.length;
  let from = 0;
  for (let j = 1; j <= shares.length; j++) {
    const colour = colourOf(shares[from] ?? 0);
    if (j < shares.length && colourOf(shares[j] ?? 0) === colour) continue;
    if (colour !== STEPS[0]?.colour) blocks.push({ x1: -180 + from * width_deg, x2: -180 + j * width_deg, y1: south_deg, y2: north_deg, colour });
    from = j;
  }
  return blocks;
}

const colourOf = (share: number): string => STEPS.find(({ below }) => share < below)?.colour ?? '';
