/**
 * Maps of the Earth for the page, in the colours of its theme: shares of time that cells are in view, or dots of warning left.
 * Shades differ in how much they cover, so that they keep their order in grey. A nested picture cuts off what lies outside.
 */
import type { MapLine, MapView } from './earth-map.js';
import type { CoverRow } from './cover-map.js';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { element, svgRoot, text } from '../pictures/svg-elements.js';

export interface MapColours {
  readonly sea: string;
  readonly land: string;
  readonly border: string;
  readonly shade: string;
  readonly mark: string;
  readonly never: string;
  readonly text: string;
  readonly halo: string;
}

export interface NamedDot {
  readonly name: string;
  readonly lat_deg: number;
  readonly lon_deg: number;
}

interface Ground {
  readonly width: number;
  readonly view: MapView;
  readonly outlines: readonly MapLine[];
  readonly colours: MapColours;
  /** For those who do not see it. */
  readonly words: string;
}

/** Upper limit of each step, not included, and how much of the ground it covers. */
export const SHARE_STEPS: readonly { readonly below: number; readonly opacity: number; readonly words: string }[] = [
  { below: 1e-12, opacity: 0, words: 'never' },
  { below: 0.5, opacity: 0.16, words: 'under 50 %' },
  { below: 0.95, opacity: 0.34, words: '50 to 95 %' },
  { below: 1, opacity: 0.54, words: 'over 95 %' },
  { below: Infinity, opacity: 0.78, words: 'always' },
];

export const LEFT_STEPS: readonly { readonly below_min: number; readonly opacity: number; readonly words: string }[] = [
  { below_min: 10, opacity: 1, words: 'under 10 min' },
  { below_min: 20, opacity: 0.6, words: '10 to 20 min' },
  { below_min: Infinity, opacity: 0.25, words: '20 min or more' },
];

export function shareMap(ground: Ground, rows: readonly CoverRow[], tracks: readonly MapLine[], places: readonly NamedDot[], document: FigureDocument): FigureElement {
  const { root, inside, x, y } = groundOf(ground, document), { colours } = ground;
  for (const [step, { opacity }] of SHARE_STEPS.entries()) {
    const d = rows.map((row) => runsOf(row, step, x, y)).join('');
    if (opacity > 0 && d !== '') inside.append(element(document, 'path', { d, fill: colours.shade, 'fill-opacity': opacity, 'shape-rendering': 'crispEdges' }));
  }
  inside.append(lineOf(ground.outlines, x, y, { fill: 'none', stroke: colours.border, 'stroke-width': 0.8 }, document));
  inside.append(lineOf(tracks, x, y, { fill: 'none', stroke: colours.mark, 'stroke-width': 2 }, document));
  for (const place of places) inside.append(...namedDot(place, x, y, ground, document));
  return root;
}

export interface WarnedDot extends NamedDot {
  /** Null where an attack is never confirmed. */
  readonly left_min: number | null;
}

/** `named`: those whose names have room. */
export function leftMap(ground: Ground, dots: readonly WarnedDot[], named: readonly WarnedDot[], document: FigureDocument): FigureElement {
  const { root, inside, x, y } = groundOf(ground, document), { colours } = ground;
  inside.append(lineOf(ground.outlines, x, y, { fill: 'none', stroke: colours.border, 'stroke-width': 0.8 }, document));
  for (const { lon_deg, lat_deg, left_min } of dots) {
    const at = { cx: x(lon_deg), cy: y(lat_deg), r: 5.5 };
    inside.append(left_min === null
      ? element(document, 'circle', { ...at, fill: 'none', stroke: colours.never, 'stroke-width': 2 })
      : element(document, 'circle', { ...at, fill: colours.mark, 'fill-opacity': LEFT_STEPS.find(({ below_min }) => left_min < below_min)?.opacity ?? 1, stroke: colours.mark, 'stroke-width': 1.2 }));
  }
  for (const { name, lon_deg, lat_deg, left_min } of named) inside.append(...label(left_min === null ? name : `${name} ${Math.round(left_min)}`, x(lon_deg), y(lat_deg) + 19, ground, document));
  return root;
}

interface Drawn {
  readonly root: FigureElement;
  readonly inside: FigureElement;
  x(lon_deg: number): number;
  y(lat_deg: number): number;
}

/** As high as the view asks for at this width, stretched as its middle latitude is. */
function groundOf({ width, view, outlines, colours, words }: Ground, document: FigureDocument): Drawn {
  const { west_deg, east_deg, south_deg, north_deg } = view, isWhole = east_deg - west_deg >= 360, height = Math.round(isWhole ? width / 2 : width / 2.2);
  const x = (lon_deg: number): number => tenth((width * (lon_deg - west_deg)) / (east_deg - west_deg)), y = (lat_deg: number): number => tenth((height * (north_deg - lat_deg)) / (north_deg - south_deg));
  const root = svgRoot(document, width);
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('aria-label', words);
  const inside = element(document, 'svg', { x: 0, y: 0, width, height, overflow: 'hidden' });
  inside.append(element(document, 'rect', { x: 0, y: 0, width, height, fill: colours.sea }), lineOf(outlines, x, y, { fill: colours.land, 'fill-rule': 'evenodd' }, document));
  root.append(inside);
  return { root, inside, x, y };
}

function lineOf(lines: readonly MapLine[], x: Drawn['x'], y: Drawn['y'], attributes: Readonly<Record<string, string | number>>, document: FigureDocument): FigureElement {
  const d = lines.map(({ points }) => points.map(([lon_deg, lat_deg], i) => `${i === 0 ? 'M' : 'L'}${x(lon_deg)} ${y(lat_deg)}`).join('')).join('');
  return element(document, 'path', { d, 'stroke-linejoin': 'round', ...attributes });
}

/** Neighbouring cells of one step as one box. */
function runsOf({ south_deg, north_deg, shares }: CoverRow, step: number, x: Drawn['x'], y: Drawn['y']): string {
  const width_deg = 360 / shares.length, top = y(north_deg), bottom = y(south_deg);
  let d = '', from = -1;
  for (let j = 0; j <= shares.length; j++) {
    const isIn = j < shares.length && stepOf(shares[j] ?? 0) === step;
    if (isIn && from < 0) from = j;
    if (isIn || from < 0) continue;
    d += `M${x(-180 + from * width_deg)} ${top}H${x(-180 + j * width_deg)}V${bottom}H${x(-180 + from * width_deg)}z`;
    from = -1;
  }
  return d;
}

export const stepOf = (share: number): number => SHARE_STEPS.findIndex(({ below }) => share < below);

function namedDot({ name, lon_deg, lat_deg }: NamedDot, x: Drawn['x'], y: Drawn['y'], ground: Ground, document: FigureDocument): FigureElement[] {
  return [element(document, 'circle', { cx: x(lon_deg), cy: y(lat_deg), r: 3.5, fill: ground.colours.mark, stroke: ground.colours.halo, 'stroke-width': 1 }), ...label(name, x(lon_deg), y(lat_deg) - 9, ground, document)];
}

/** Names run inwards at the edges. */
function label(name: string, x: number, y: number, { width, colours }: Ground, document: FigureDocument): FigureElement[] {
  const anchor = x < 0.12 * width ? 'start' : x > 0.88 * width ? 'end' : 'middle';
  return [text(document, name, { x, y, 'text-anchor': anchor, fill: colours.text, stroke: colours.halo, 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' })];
}

const tenth = (pixels: number): number => Math.round(10 * pixels) / 10;
