/**
 * Map of how much warning is left at each target when an attack on it is confirmed: dots in steps of colour, dark where little is left,
 * so that it can be read in grey, with the places that missiles come from. A ring stands where the attack is never confirmed.
 */
import * as Plot from '@observablehq/plot';
import { cos } from '../../kernel/maths.js';
import { toSi } from '../../kernel/units.js';
import { earthMap, MAP_PANEL, WHOLE_EARTH, type MapLine, type MapView } from './earth-map.js';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { framedFigure, FRAME_WIDTH, type FrameWords } from '../pictures/number-frame.js';
import { toPlace } from '../numbers.js';

export interface WarnedPlace {
  readonly name: string;
  readonly lat_deg: number;
  readonly lon_deg: number;
  /** Null where it is never confirmed. */
  readonly left_min: number | null;
}

export interface WarnMapPicture extends FrameWords {
  readonly targets: readonly WarnedPlace[];
  readonly origins: readonly { readonly name: string; readonly lat_deg: number; readonly lon_deg: number }[];
  readonly outlines: readonly MapLine[];
}

const STEPS: readonly { readonly below_min: number; readonly colour: string; readonly words: string }[] = [
  { below_min: 5, colour: '#22345c', words: 'under 5 min' },
  { below_min: 10, colour: '#2f5f8f', words: '5 to 10 min' },
  { below_min: 15, colour: '#3b8796', words: '10 to 15 min' },
  { below_min: 20, colour: '#6fb38d', words: '15 to 20 min' },
  { below_min: 30, colour: '#b9d58a', words: '20 to 30 min' },
  { below_min: Infinity, colour: '#f0e7a6', words: '30 min or more' },
];
const NEVER = '#d1495b';
const INK = '#111820';

export function warnMapFigure(picture: WarnMapPicture, document: FigureDocument): FigureElement {
  const told = picture.targets.filter(({ left_min }) => left_min !== null), never = picture.targets.filter(({ left_min }) => left_min === null);
  const view = viewOf(picture.targets), isInside = ({ lat_deg, lon_deg }: Spot): boolean => lon_deg > view.west_deg && lon_deg < view.east_deg && lat_deg > view.south_deg && lat_deg < view.north_deg;
  const drawn = earthMap(document, picture.outlines, [], [
    Plot.dot(told, { x: 'lon_deg', y: 'lat_deg', r: 5, fill: ({ left_min }: WarnedPlace) => colourOf(left_min ?? 0), stroke: INK, strokeWidth: 0.6 }),
    Plot.dot(never, { x: 'lon_deg', y: 'lat_deg', r: 5, fill: '#ffffff', stroke: NEVER, strokeWidth: 1.8 }),
    Plot.text(labelled(picture.targets, view), { x: 'lon_deg', y: 'lat_deg', text: ({ name, left_min }: WarnedPlace) => (left_min === null ? name : `${name} ${toPlace(left_min, 0)}`), dy: 15, fontSize: 11, fill: INK, stroke: '#ffffff', strokeWidth: 3 }),
    // Their names would lie over the targets: dots are enough, and the table has the names.
    Plot.dot(picture.origins.filter(isInside), { x: 'lon_deg', y: 'lat_deg', r: 3, fill: '#ffffff', stroke: INK }),
  ], view);
  const legend = [...STEPS.map(({ colour, words }) => ({ colour, words })), ...(never.length === 0 ? [] : [{ colour: NEVER, words: 'ring: never confirmed' }])];
  return framedFigure(document, picture, legend, drawn, MAP_PANEL.height);
}

interface Spot {
  readonly lat_deg: number;
  readonly lon_deg: number;
}

const PANEL_ASPECT = (FRAME_WIDTH - MAP_PANEL.marginLeft - MAP_PANEL.marginRight) / (MAP_PANEL.height - MAP_PANEL.marginTop - MAP_PANEL.marginBottom);
/** Share of the map that stays free around the targets, and the smallest map. */
const MARGIN = 1.3, LEAST_DEG = 12;

/** All targets with room about them, shapes true in the middle; the whole Earth where they are far apart. */
export function viewOf(targets: readonly Spot[]): MapView {
  const lon = targets.map(({ lon_deg }) => lon_deg), lat = targets.map(({ lat_deg }) => lat_deg);
  const middle_deg = [(Math.min(...lon) + Math.max(...lon)) / 2, (Math.min(...lat) + Math.max(...lat)) / 2] as const;
  const perLatitude = PANEL_ASPECT / cos(toSi(middle_deg[1], 'deg'));
  const wide_deg = Math.max(LEAST_DEG, MARGIN * (Math.max(...lon) - Math.min(...lon)), MARGIN * perLatitude * (Math.max(...lat) - Math.min(...lat))), high_deg = wide_deg / perLatitude;
  const view = { west_deg: middle_deg[0] - wide_deg / 2, east_deg: middle_deg[0] + wide_deg / 2, south_deg: middle_deg[1] - high_deg / 2, north_deg: middle_deg[1] + high_deg / 2 };
  return view.west_deg < -180 || view.east_deg > 180 || view.south_deg < -90 || view.north_deg > 90 ? WHOLE_EARTH : view;
}

/** Names of as many targets as do not write over each other, the least warned first. */
export function labelled(targets: readonly WarnedPlace[], { west_deg, east_deg, south_deg, north_deg }: MapView): WarnedPlace[] {
  const chosen: WarnedPlace[] = [], across_deg = 0.15 * (east_deg - west_deg), up_deg = 0.05 * (north_deg - south_deg);
  for (const target of [...targets].sort((a, b) => (a.left_min ?? -1) - (b.left_min ?? -1))) {
    if (chosen.every((other) => Math.abs(other.lon_deg - target.lon_deg) > across_deg || Math.abs(other.lat_deg - target.lat_deg) > up_deg)) chosen.push(target);
  }
  return chosen;
}

const colourOf = (left_min: number): string => STEPS.find(({ below_min }) => left_min < below_min)?.colour ?? '';
