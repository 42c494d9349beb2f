/**
 * One attack on a map: the Earth seen from above the middle between where missiles start and what they aim at, areas kept
 * (Lambert azimuthal), so that flights over the pole are whole. What got through is dashed and ends in a cross, what was
 * stopped is solid and ends in a disc: it can be read in grey.
 */
import { atan2, cos, PI, sin } from '../../kernel/maths.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { FATE_SHAPES } from '../pictures/fate-marks.js';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { placeLabels } from './place-labels.js';
import type { ShownObject } from '../pictures/shown-attack.js';
import { element, svgRoot, text } from '../pictures/svg-elements.js';

type Degrees = readonly [lat_deg: number, lon_deg: number];
type Point = readonly [x: number, y: number];

export interface MapPlace {
  readonly kind: 'origin' | 'target' | 'battery';
  readonly title: string;
  readonly at: Degrees;
}

export interface AttackPicture {
  readonly objects: readonly ShownObject[];
  readonly places: readonly MapPlace[];
  /** Outlines of countries. */
  readonly outlines: readonly (readonly Degrees[])[];
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
}

export interface MapColours {
  readonly attack: string;
  readonly defence: string;
  readonly through: string;
  readonly context: string;
  readonly land: string;
  readonly text: string;
  readonly background: string;
}

const MARGIN = 44, LABEL_CHARACTER = 6.6;
/** Beyond this angle from the middle nothing is drawn. */
const EDGE_RAD = 0.75 * PI;

export function attackMap({ objects, places, outlines, label }: AttackPicture, width: number, colours: MapColours, document: FigureDocument): FigureElement {
  const middle = middleOf(places), project = (at: Degrees): Point | null => azimuthal(at, middle);
  const tracks = objects.map(({ track }) => track.map(project)), spots = places.map(({ at }) => project(at));
  const seen = [...tracks.flat(), ...spots].filter((point) => point !== null);
  const { place, height } = frameOf(seen, width);
  const laid = (point: Point | null | undefined): Point | null => (point === null || point === undefined ? null : place(point));
  const root = svgRoot(document, width);
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('aria-label', label);
  root.append(element(document, 'rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: 'none', stroke: colours.land }));
  const coast = outlines.flatMap((line) => piecesOf(line.map((at) => laid(project(at))), width, height)).map(pathOf).join('');
  root.append(element(document, 'path', { d: coast, fill: 'none', stroke: colours.land, 'stroke-width': 1 }));
  objects.forEach(({ fate }, i) => {
    const points = (tracks[i] ?? []).map(laid).filter((point) => point !== null);
    if (points.length < 2) return;
    const isThrough = fate === 'leaked';
    root.append(element(document, 'path', { d: pathOf(points), fill: 'none', stroke: isThrough ? colours.through : colours.attack, 'stroke-width': isThrough ? 2 : 1.5, ...(isThrough ? { 'stroke-dasharray': '7 4' } : {}) }));
  });
  objects.forEach((object, i) => {
    const end = laid(tracks[i]?.at(-1));
    if (end !== null) root.append(markAt(end, object, colours, document));
  });
  places.forEach(({ kind }, i) => {
    const at = laid(spots[i]);
    if (at !== null) root.append(siteAt(at, kind, colours, document));
  });
  root.append(...namesOf(places, spots.map(laid), width, colours, document));
  return root;
}

/** The mean direction of places where missiles start and of those that they aim at, each kind counting alike. */
function middleOf(places: readonly MapPlace[]): Degrees {
  const sum: [number, number, number] = [0, 0, 0];
  for (const kind of ['origin', 'target'] as const) {
    const some = places.filter((place) => place.kind === kind);
    for (const { at: [lat_deg, lon_deg] } of some) {
      const lat = toSi(lat_deg, 'deg'), lon = toSi(lon_deg, 'deg');
      sum[0] += (cos(lat) * cos(lon)) / some.length;
      sum[1] += (cos(lat) * sin(lon)) / some.length;
      sum[2] += sin(lat) / some.length;
    }
  }
  const [x, y, z] = sum, across = Math.sqrt(x * x + y * y);
  return across < 1e-9 && Math.abs(z) < 1e-9 ? [0, 0] : [fromSi(atan2(z, across), 'deg'), fromSi(atan2(y, x), 'deg')];
}

/** Lambert's azimuthal equal-area projection about a middle, in Earth radii; null far behind the edge. */
function azimuthal([lat_deg, lon_deg]: Degrees, [midLat_deg, midLon_deg]: Degrees): Point | null {
  const lat = toSi(lat_deg, 'deg'), midLat = toSi(midLat_deg, 'deg'), away = toSi(lon_deg - midLon_deg, 'deg');
  const towards = sin(midLat) * sin(lat) + cos(midLat) * cos(lat) * cos(away);
  if (towards < cos(EDGE_RAD)) return null;
  const k = Math.sqrt(2 / (1 + towards));
  return [k * cos(lat) * sin(away), k * (cos(midLat) * sin(lat) - sin(midLat) * cos(lat) * cos(away))];
}

/** Fits what must be seen into the width; neither flatter nor taller than what is easily looked at. */
function frameOf(seen: readonly Point[], width: number): { place(point: Point): Point; height: number } {
  const xs = seen.map(([x]) => x), ys = seen.map(([, y]) => y);
  const west = Math.min(...xs), east = Math.max(...xs), south = Math.min(...ys), north = Math.max(...ys);
  const wide = Math.max(east - west, 0.1), tall = Math.max(north - south, 0.1);
  const height = Math.round(Math.min(Math.max((width * tall) / wide, 0.5 * width), 0.9 * width));
  const scale = Math.min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / tall);
  return { height, place: ([x, y]) => [round(width / 2 + scale * (x - (west + east) / 2)), round(height / 2 - scale * (y - (south + north) / 2))] };
}

/** Pieces of a line inside the frame. */
function piecesOf(line: readonly (Point | null)[], width: number, height: number): Point[][] {
  const pieces: Point[][] = [[]];
  for (const point of line) {
    if (point !== null && point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height) pieces.at(-1)?.push(point);
    else if (pieces.at(-1)?.length !== 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

const pathOf = (points: readonly Point[]): string => points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');

function markAt([x, y]: Point, { fate }: ShownObject, colours: MapColours, document: FigureDocument): FigureElement {
  const shape = FATE_SHAPES[fate], colour = fate === 'killed' ? colours.defence : fate === 'leaked' ? colours.through : colours.context;
  return element(document, 'path', { d: shape.path, transform: `translate(${round(x - 6)},${round(y - 6)}) scale(0.5)`, ...(shape.isFilled ? { fill: colour, stroke: colours.background, 'stroke-width': 2 } : { fill: 'none', stroke: colour, 'stroke-width': shape.stroke, 'stroke-linecap': 'round' }) });
}

/** Open square: where missiles start. Dot: what they aim at. Triangle: where interceptors stand. */
function siteAt([x, y]: Point, kind: MapPlace['kind'], colours: MapColours, document: FigureDocument): FigureElement {
  if (kind === 'origin') return element(document, 'rect', { x: round(x - 5), y: round(y - 5), width: 10, height: 10, fill: colours.background, stroke: colours.attack, 'stroke-width': 2 });
  if (kind === 'target') return element(document, 'circle', { cx: x, cy: y, r: 3, fill: colours.background, stroke: colours.text, 'stroke-width': 1.2 });
  return element(document, 'path', { d: `M${x} ${round(y - 6)}l6 11h-12z`, fill: colours.defence, stroke: colours.background });
}

/** Names where they have room and stay inside the frame; of many places those of the first. */
function namesOf(places: readonly MapPlace[], spots: readonly (Point | null)[], width: number, colours: MapColours, document: FigureDocument): FigureElement[] {
  const order = [...places.keys()].sort((a, b) => RANK[places[a]?.kind ?? 'target'] - RANK[places[b]?.kind ?? 'target'] || a - b);
  const corners = placeLabels(order.map((i) => {
    const at = spots[i] ?? null;
    return at === null ? null : { x: at[0], y: at[1], width: LABEL_CHARACTER * (places[i]?.title.length ?? 0) };
  }), spots.filter((spot) => spot !== null));
  return order.flatMap((i, k) => {
    const corner = corners[k], title = places[i]?.title ?? '';
    if (corner === null || corner === undefined) return [];
    const left = Math.min(Math.max(corner.left, 4), width - 4 - LABEL_CHARACTER * title.length);
    return [text(document, title, { x: round(left), y: round(corner.top + 12), fill: colours.text, stroke: colours.background, 'stroke-width': 3, 'paint-order': 'stroke' })];
  });
}

const RANK: Readonly<Record<MapPlace['kind'], number>> = { origin: 0, battery: 1, target: 2 };
const round = (pixels: number): number => Math.round(10 * pixels) / 10;
