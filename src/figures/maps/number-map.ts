/**
 * Map of how many satellites of a shell are near each launch place: cells of latitude and longitude in colour, with a scale.
 * Equirectangular; drawn by Observable Plot into the document that is passed in.
 */
import * as Plot from '@observablehq/plot';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { framedFigure, FRAME_WIDTH, type FrameWords } from '../pictures/number-frame.js';
import { significantText } from '../numbers.js';

export interface MapPicture extends FrameWords {
  /** Middles of cells. */
  readonly cells: readonly { readonly lat_deg: number; readonly lon_deg: number; readonly value: number }[];
  /** Size of a cell. */
  readonly cell_deg: number;
  /** Places named on the map. */
  readonly places: readonly { readonly name: string; readonly lat_deg: number; readonly lon_deg: number }[];
  /** What the colour tells, as in `satellites near, on average`. */
  readonly scale: string;
}

const PANEL = { height: 372, marginLeft: 48, marginRight: 16, marginTop: 12, marginBottom: 40 };
/** Dark to light, readable without colour vision, and nothing where nothing ever comes. */
const RAMP = ['#253b5b', '#2f6b9a', '#3f9c9c', '#86bf72', '#e8d24b'];
const NONE = '#9aa3ad';

export function absenteeMapFigure(picture: MapPicture, document: FigureDocument): FigureElement {
  const { cells, cell_deg, places } = picture, half = cell_deg / 2, most = Math.max(...cells.map(({ value }) => value), 1e-9);
  const drawn = Plot.plot({
    document: document as never, width: FRAME_WIDTH, ...PANEL, style: { fontSize: '12px' },
    x: { ...axis('longitude (degrees)'), domain: [-180, 180], ticks: [-180, -120, -60, 0, 60, 120, 180] },
    y: { ...axis('latitude (degrees)'), domain: [-90, 90], ticks: [-90, -60, -30, 0, 30, 60, 90] },
    marks: [
      Plot.rect(cells, {
        x1: ({ lon_deg }: Cell) => lon_deg - half, x2: ({ lon_deg }: Cell) => lon_deg + half, y1: ({ lat_deg }: Cell) => lat_deg - half, y2: ({ lat_deg }: Cell) => lat_deg + half,
        fill: ({ value }: Cell) => colourOf(value, most), inset: -0.25,
      }),
      Plot.dot(places, { x: 'lon_deg', y: 'lat_deg', r: 3.5, fill: '#ffffff', stroke: '#111820' }),
      Plot.text(places, { x: 'lon_deg', y: 'lat_deg', text: 'name', dy: -10, fill: '#ffffff', stroke: '#111820', strokeWidth: 3 }),
    ],
  }) as unknown as FigureElement;
  const legend = [{ colour: NONE, words: 'none' }, ...RAMP.map((colour, index) => ({ colour, words: `${index === 0 ? '0' : significantText((most * index) / RAMP.length, 3)} to ${significantText((most * (index + 1)) / RAMP.length, 3)}` }))];
  return framedFigure(document, { ...picture, subtitle: `${picture.subtitle}. Colour: ${picture.scale}` }, legend, drawn, PANEL.height);
}

type Cell = MapPicture['cells'][number];

function colourOf(value: number, most: number): string {
  if (!(value > 0)) return NONE;
  return RAMP[Math.min(RAMP.length - 1, Math.floor((value / most) * RAMP.length))] ?? NONE;
}

const axis = (label: string) => ({ label, labelAnchor: 'center' as const, labelArrow: 'none' as const, tickFormat: (value: number) => significantText(value, 6) });
