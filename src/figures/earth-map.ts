/** The ground of flat maps of the Earth: axes in degrees and the outlines of countries, thin enough to lie over colours. */
import * as Plot from '@observablehq/plot';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { FRAME_WIDTH } from './number-frame.js';
import { significantText } from './numbers.js';

/** Points of a line across the map; a line that crosses the date line is cut there by whoever draws it. */
export interface MapLine {
  readonly points: readonly (readonly [lon_deg: number, lat_deg: number])[];
}

export const MAP_PANEL = { height: 372, marginLeft: 48, marginRight: 16, marginTop: 12, marginBottom: 40 };
const OUTLINE = '#7b848f';
const INK = '#111820';

/** Outlines over whatever `under` draws, and `over` on top of them. */
export function earthMap(document: FigureDocument, outlines: readonly MapLine[], under: readonly Plot.Markish[], over: readonly Plot.Markish[]): FigureElement {
  return Plot.plot({
    document: document as never, width: FRAME_WIDTH, ...MAP_PANEL, style: { fontSize: '12px' },
    x: { ...axis('longitude (degrees)'), domain: [-180, 180], ticks: [-180, -120, -60, 0, 60, 120, 180] },
    y: { ...axis('latitude (degrees)'), domain: [-90, 90], ticks: [-90, -60, -30, 0, 30, 60, 90] },
    marks: [...under, lines(outlines, OUTLINE, 0.6), Plot.frame({ stroke: OUTLINE }), ...over],
  }) as unknown as FigureElement;
}

/** Lines of one colour and width. */
export function lines(drawn: readonly MapLine[], stroke: string, strokeWidth: number): Plot.Markish {
  const points = drawn.flatMap(({ points: line }, index) => line.map(([lon_deg, lat_deg]) => ({ lon_deg, lat_deg, index })));
  return Plot.line(points, { x: 'lon_deg', y: 'lat_deg', z: 'index', stroke, strokeWidth });
}

/** Names beside dots, dark with a pale edge so that they are read on any colour. */
export function placeNames(places: readonly { readonly name: string; readonly lat_deg: number; readonly lon_deg: number }[]): Plot.Markish[] {
  return [
    Plot.dot(places, { x: 'lon_deg', y: 'lat_deg', r: 3, fill: '#ffffff', stroke: INK }),
    Plot.text(places, { x: 'lon_deg', y: 'lat_deg', text: 'name', dy: -10, fill: INK, stroke: '#ffffff', strokeWidth: 3 }),
  ];
}

/** Thins rings of [longitude, latitude] to what a map of this size can show; rings too small to see are left out. */
export function thinOutlines(rings: readonly (readonly (readonly [number, number])[])[], step_deg = 0.8): MapLine[] {
  return rings.flatMap((ring) => {
    const points: (readonly [number, number])[] = [];
    for (const [lon, lat] of ring) {
      const last = points.at(-1);
      if (last === undefined || Math.abs(last[0] - lon) + Math.abs(last[1] - lat) >= step_deg) points.push([round(lon), round(lat)]);
    }
    const [first] = points;
    return first === undefined || points.length < 4 ? [] : [{ points: [...points, first] }];
  });
}

const round = (angle_deg: number): number => Math.round(angle_deg * 10) / 10;
const axis = (label: string) => ({ label, labelAnchor: 'center' as const, labelArrow: 'none' as const, tickFormat: (value: number) => significantText(value, 6) });
