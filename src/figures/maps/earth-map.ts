/** The ground of flat maps of the Earth: axes in degrees and the outlines of countries, thin enough to lie over colours. */
import * as Plot from '@observablehq/plot';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { FRAME_WIDTH } from '../pictures/number-frame.js';
import { significantText } from '../numbers.js';

/** Points of a line across the map; a line that crosses the date line is cut there by whoever draws it. */
export interface MapLine {
  readonly points: readonly (readonly [lon_deg: number, lat_deg: number])[];
}

export const MAP_PANEL = { height: 372, marginLeft: 48, marginRight: 16, marginTop: 12, marginBottom: 40 };
const OUTLINE = '#7b848f';
const INK = '#111820';

/** What of the Earth the map shows. */
export interface MapView {
  readonly west_deg: number;
  readonly east_deg: number;
  readonly south_deg: number;
  readonly north_deg: number;
}

export const WHOLE_EARTH: MapView = { west_deg: -180, east_deg: 180, south_deg: -90, north_deg: 90 };

/** Outlines over whatever `under` draws, and `over` on top of them. */
export function earthMap(document: FigureDocument, outlines: readonly MapLine[], under: readonly Plot.Markish[], over: readonly Plot.Markish[], view = WHOLE_EARTH): FigureElement {
  const ticks = view === WHOLE_EARTH ? { x: [-180, -120, -60, 0, 60, 120, 180], y: [-90, -60, -30, 0, 30, 60, 90] } : { x: 7, y: 6 };
  return Plot.plot({
    document: document as never, width: FRAME_WIDTH, ...MAP_PANEL, style: { fontSize: '12px' },
    x: { ...axis('longitude (degrees)'), domain: [view.west_deg, view.east_deg], ticks: ticks.x },
    y: { ...axis('latitude (degrees)'), domain: [view.south_deg, view.north_deg], ticks: ticks.y },
    marks: [...under, lines(outlines.flatMap((line) => cutToView(line, view)), OUTLINE, 0.6), Plot.frame({ stroke: OUTLINE }), ...over],
  }) as unknown as FigureElement;
}

/** Pieces of a line inside the view; where it leaves, it ends at its last point inside. Marks cannot be clipped without styles. */
function cutToView({ points }: MapLine, { west_deg, east_deg, south_deg, north_deg }: MapView): MapLine[] {
  const pieces: (readonly [number, number])[][] = [[]];
  for (const point of points) {
    if (point[0] >= west_deg && point[0] <= east_deg && point[1] >= south_deg && point[1] <= north_deg) pieces.at(-1)?.push(point);
    else if (pieces.at(-1)?.length !== 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1).map((piece) => ({ points: piece }));
}

/** Lines of one colour and width. */
export function lines(drawn: readonly MapLine[], stroke: string, strokeWidth: number): Plot.Markish {
  const points = drawn.flatMap(({ points: line }, index) => line.map(([lon_deg, lat_deg]) => ({ lon_deg, lat_deg, index })));
  return Plot.line(points, { x: 'lon_deg', y: 'lat_deg', z: 'index', stroke, strokeWidth });
}

interface NamedSpot {
  readonly name: string;
  readonly lat_deg: number;
  readonly lon_deg: number;
}

/** Names above dots, dark with a pale edge so that they are read on any colour; at the edges of the map they run inwards. */
export function placeNames(places: readonly NamedSpot[]): Plot.Markish[] {
  const { west_deg, east_deg } = WHOLE_EARTH, edge_deg = 0.14 * (east_deg - west_deg);
  const anchored = (textAnchor: 'start' | 'middle' | 'end', drawn: readonly NamedSpot[]): Plot.Markish => Plot.text(drawn, { x: 'lon_deg', y: 'lat_deg', text: 'name', dy: -10, textAnchor, fill: INK, stroke: '#ffffff', strokeWidth: 3 });
  const isWest = ({ lon_deg }: NamedSpot): boolean => lon_deg < west_deg + edge_deg, isEast = ({ lon_deg }: NamedSpot): boolean => lon_deg > east_deg - edge_deg;
  return [
    Plot.dot(places, { x: 'lon_deg', y: 'lat_deg', r: 3, fill: '#ffffff', stroke: INK }),
    anchored('start', places.filter(isWest)), anchored('end', places.filter(isEast)), anchored('middle', places.filter((place) => !isWest(place) && !isEast(place))),
  ];
}

/** Thins rings of [longitude, latitude] to what a map of this size can show, cut where they cross the date line; the smallest are left out. */
export function thinOutlines(rings: readonly (readonly (readonly [number, number])[])[], step_deg = 1.2): MapLine[] {
  return rings.flatMap((ring) => {
    const [first] = ring, lines: (readonly [number, number])[][] = [[]];
    let before: readonly [number, number] | undefined, points_count = 0;
    for (const point of first === undefined ? [] : [...ring, first]) {
      const isEnd = point === first && before !== undefined;
      if (before !== undefined && Math.abs(point[0] - before[0]) > 180) lines.push([]);
      const last = lines.at(-1)?.at(-1);
      before = point;
      if (last !== undefined && !isEnd && Math.abs(last[0] - point[0]) + Math.abs(last[1] - point[1]) < step_deg) continue;
      lines.at(-1)?.push([round(point[0]), round(point[1])]);
      points_count++;
    }
    return points_count < 5 ? [] : lines.filter((line) => line.length > 1).map((points) => ({ points }));
  });
}

const round = (angle_deg: number): number => Math.round(angle_deg * 10) / 10;
const axis = (label: string) => ({ label, labelAnchor: 'center' as const, labelArrow: 'none' as const, tickFormat: (value: number) => significantText(value, 6) });
