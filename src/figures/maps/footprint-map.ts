/** Map of defended footprints: what each battery defends, in its own colour and dash, with the batteries and the cities; cut to where they lie. */
import * as Plot from '@observablehq/plot';
import { earthMap, lines, MAP_PANEL, type MapLine, type MapView } from './earth-map.js';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { framedFigure, type FrameWords } from '../pictures/number-frame.js';

export interface FootprintMapPicture extends FrameWords {
  /** Rings of one footprint, in degrees, inside on the left; longitudes may run beyond 180 so that no ring is torn. */
  readonly footprints: readonly { readonly words: string; readonly rings: readonly MapLine[] }[];
  readonly batteries: readonly { readonly name: string; readonly lon_deg: number; readonly lat_deg: number }[];
  readonly cities: readonly { readonly lon_deg: number; readonly lat_deg: number; readonly isInside: boolean }[];
  readonly outlines: readonly MapLine[];
  readonly view: MapView;
}

/** Told apart in grey by their dashes too; after the last they start again. */
export const FOOTPRINT_STYLES = [
  { colour: '#1f6f8b', dash: '' }, { colour: '#b4531f', dash: '6 3' }, { colour: '#5b4b9a', dash: '2 3' }, { colour: '#3d7a34', dash: '9 3 2 3' }, { colour: '#a12b5d', dash: '4 2' },
] as const;
const INK = '#111820', PALE = '#8a939d';

export function footprintMapFigure(picture: FootprintMapPicture, document: FigureDocument): FigureElement {
  const styles = picture.footprints.map((_, i) => FOOTPRINT_STYLES[i % FOOTPRINT_STYLES.length] ?? FOOTPRINT_STYLES[0]);
  const under = picture.footprints.flatMap(({ rings }, i): Plot.Markish[] => {
    const points = rings.flatMap(({ points: ring }, index) => [...ring, ...ring.slice(0, 1)].map(([lon_deg, lat_deg]) => ({ lon_deg, lat_deg, index })));
    return [Plot.line(points, { x: 'lon_deg', y: 'lat_deg', z: 'index', fill: styles[i]?.colour, fillOpacity: 0.14, stroke: styles[i]?.colour, strokeWidth: 1.6, strokeDasharray: styles[i]?.dash ?? '' })];
  });
  const near = ({ lon_deg, lat_deg }: { lon_deg: number; lat_deg: number }): boolean => lon_deg >= picture.view.west_deg && lon_deg <= picture.view.east_deg && lat_deg >= picture.view.south_deg && lat_deg <= picture.view.north_deg;
  const cities = picture.cities.filter(near), batteries = picture.batteries.filter(near);
  const drawn = earthMap(document, picture.outlines, under, [
    Plot.dot(cities, { x: 'lon_deg', y: 'lat_deg', r: 2.4, fill: ({ isInside }: { isInside: boolean }) => (isInside ? INK : '#ffffff'), stroke: ({ isInside }: { isInside: boolean }) => (isInside ? INK : PALE) }),
    Plot.dot(batteries, { x: 'lon_deg', y: 'lat_deg', r: 5, symbol: 'triangle', fill: '#ffffff', stroke: INK, strokeWidth: 1.4 }),
    Plot.text(batteries, { x: 'lon_deg', y: 'lat_deg', text: 'name', dy: -12, fill: INK, stroke: '#ffffff', strokeWidth: 3 }),
    lines([], INK, 1),
  ], picture.view);
  return framedFigure(document, picture, picture.footprints.map(({ words }, i) => ({ colour: styles[i]?.colour ?? INK, words })), drawn, MAP_PANEL.height);
}
