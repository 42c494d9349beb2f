/** Where batteries stand and whom they cover: a map with the sites in their order, the curve of what so many batteries cover, and the same as a table. */
import * as Plot from '@observablehq/plot';
import { earthMap, MAP_PANEL, type MapLine, type MapView } from './earth-map.js';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { framedFigure, FRAME_WIDTH, type FrameWords } from '../pictures/number-frame.js';
import { significantText } from '../numbers.js';
import { asGroup, element, svgRoot, text } from '../pictures/svg-elements.js';

export interface LocationPicture extends FrameWords {
  readonly places: readonly { readonly lon_deg: number; readonly lat_deg: number; readonly isProtected: boolean }[];
  /** In the order in which they are taken. */
  readonly sites: readonly { readonly rank: number; readonly title: string; readonly lon_deg: number; readonly lat_deg: number; readonly adds: string; readonly inAll: string; readonly covers: string }[];
  /** Those of them that the view has. */
  readonly shownSites: LocationPicture['sites'];
  /** Shares from 0 to 1; `best` is null where no solver was asked or it found none. */
  readonly curve: readonly { readonly batteries_count: number; readonly share: number; readonly bound: number; readonly best: number | null }[];
  readonly outlines: readonly MapLine[];
  readonly view: MapView;
  /** What a share is a share of, as in `people of the places`. */
  readonly of: string;
}

const COLOURS = { order: '#1f6f8b', best: '#b4531f', bound: '#6b7a8d' };
const INK = '#111820', PALE = '#8a939d';
const CURVE = { height: 260, marginLeft: 64, marginRight: 24, marginTop: 14, marginBottom: 44 };
const TABLE = { row: 17, head: 26, columns: [16, 48, 250, 330, 420] };

export function locationFigure(picture: LocationPicture, document: FigureDocument): FigureElement {
  const map = mapOf(picture, document), curve = curveOf(picture, document), table = tableOf(picture, document), isExact = picture.curve.some(({ best }) => best !== null);
  const panel = svgRoot(document, FRAME_WIDTH), curveTop = MAP_PANEL.height + 28, tableTop = curveTop + CURVE.height + 12;
  panel.append(asGroup(document, map, 0));
  let x = CURVE.marginLeft;
  for (const [colour, words] of [[COLOURS.order, 'in this order'], ...(isExact ? [[COLOURS.best, 'best set of each size']] : []), [COLOURS.bound, 'no set covers more']] as const) {
    panel.append(element(document, 'rect', { x, y: curveTop - 16, width: 12, height: 4, fill: colour ?? INK }), text(document, words ?? '', { x: x + 18, y: curveTop - 9, 'font-size': 12, 'text-anchor': 'start' }));
    x += 40 + 6.4 * (words ?? '').length;
  }
  panel.append(asGroup(document, curve, curveTop), asGroup(document, table.element, tableTop));
  return framedFigure(document, picture, [], panel, tableTop + table.height);
}

function mapOf({ places, shownSites, outlines, view }: LocationPicture, document: FigureDocument): FigureElement {
  const dot = (isProtected: boolean): Plot.Markish => Plot.dot(places.filter((place) => place.isProtected === isProtected), { x: 'lon_deg', y: 'lat_deg', r: 3, fill: isProtected ? INK : '#ffffff', stroke: isProtected ? INK : PALE, strokeWidth: 1.2 });
  return earthMap(document, outlines, [], [
    dot(false), dot(true),
    Plot.dot(shownSites, { x: 'lon_deg', y: 'lat_deg', r: 7, symbol: 'triangle', fill: COLOURS.order, fillOpacity: 0.35, stroke: COLOURS.order, strokeWidth: 1.6 }),
    Plot.text(shownSites, { x: 'lon_deg', y: 'lat_deg', text: 'rank', dy: -12, fill: INK, stroke: '#ffffff', strokeWidth: 3, fontWeight: 600 }),
  ], view);
}

function curveOf({ curve, of }: LocationPicture, document: FigureDocument): FigureElement {
  const top = Math.max(...curve.map(({ bound }) => bound)), best = curve.filter((point) => point.best !== null), shares = (y: 'share' | 'bound' | 'best') => ({ x: 'batteries_count' as const, y });
  return Plot.plot({
    document: document as never, width: FRAME_WIDTH, ...CURVE, style: { fontSize: '12px' },
    x: { label: 'batteries', labelAnchor: 'center', labelArrow: 'none', ticks: curve.map(({ batteries_count }) => batteries_count).filter((count) => curve.length <= 16 || count % 5 === 0), tickFormat: (value: number) => significantText(value, 6) },
    y: { label: `share of ${of} (%)`, labelAnchor: 'center', labelArrow: 'none', grid: true, domain: [0, top * 1.05], ticks: 6, tickFormat: (value: number) => significantText(100 * value, 3) },
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.5 }),
      Plot.line(curve, { ...shares('bound'), stroke: COLOURS.bound, strokeWidth: 1.5, strokeDasharray: '5 4' }),
      Plot.line(curve, { ...shares('share'), stroke: COLOURS.order, strokeWidth: 2.5 }),
      Plot.dot(curve, { ...shares('share'), fill: COLOURS.order, r: 3 }),
      Plot.dot(best, { ...shares('best'), stroke: COLOURS.best, fill: '#ffffff', r: 4.5, symbol: 'diamond', strokeWidth: 1.8 }),
    ],
  }) as unknown as FigureElement;
}

function tableOf({ sites }: LocationPicture, document: FigureDocument): { element: FigureElement; height: number } {
  const root = svgRoot(document, FRAME_WIDTH), row = (cells: readonly string[], y: number, weight: number): void => {
    cells.forEach((cell, i) => root.append(text(document, cell, { x: TABLE.columns[i] ?? 0, y, 'font-size': 12, 'font-weight': weight, 'text-anchor': 'start' })));
  };
  row(['', 'site', 'adds', 'in all', 'newly covered'], TABLE.row, 600);
  sites.forEach(({ rank, title, adds, inAll, covers }, i) => row([String(rank), title, adds, inAll, covers], TABLE.head + TABLE.row * (i + 0.7), 400));
  return { element: root, height: TABLE.head + TABLE.row * sites.length + 8 };
}
