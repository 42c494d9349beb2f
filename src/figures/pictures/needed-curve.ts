/**
 * Interceptors in orbit for each missile against one setting of the chapter *Number needed*: two closed forms as lines,
 * satellites that move as dots, the present setting marked. Logarithmic, so that equal steps are equal factors.
 */
import * as Plot from '@observablehq/plot';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { countText, significantText } from '../numbers.js';

export interface NeededCurveRow {
  readonly value: number;
  readonly shell: number | undefined;
  readonly latitude: number | undefined;
  readonly latitude95: number | undefined;
}

export interface NeededCurvePicture {
  /** With its unit. */
  readonly against: string;
  readonly rows: readonly NeededCurveRow[];
  readonly flown: readonly { readonly value: number; readonly perMissile: number | undefined; readonly perMissile95: number | undefined }[];
  readonly now: number;
  readonly width: number;
}

/** By role on the page; a style sheet gives them their colours. */
export interface NeededColours {
  readonly even: string;
  readonly inclined: string;
  readonly flown: string;
}

const HEIGHT = 236;
/** A constellation that nobody would draw. */
const MOST = 30_000;
/** Least factor that the axis spans. */
const LEAST_SPAN = 4;

export function neededCurve(picture: NeededCurvePicture, colours: NeededColours, document: FigureDocument): FigureElement {
  const { rows, flown, now, width } = picture;
  const drawable = (value: number | undefined): boolean => value !== undefined && value <= MOST;
  const along = (key: 'shell' | 'latitude' | 'latitude95') => rows.filter((row) => drawable(row[key]));
  const dots = (key: 'perMissile' | 'perMissile95') => flown.filter((point) => drawable(point[key]));
  const values = [...(['shell', 'latitude', 'latitude95'] as const).flatMap((key) => along(key).map((row) => row[key] ?? 1)), ...(['perMissile', 'perMissile95'] as const).flatMap((key) => dots(key).map((point) => point[key] ?? 1))];
  const low = Math.min(MOST, ...values) / 1.15, high = Math.max(low * LEAST_SPAN, ...values) * 1.15;
  const present = rows.filter(({ value }) => value === now);
  const across = rows.map(({ value }) => value);
  const plot = Plot.plot({
    document: document as never, width, height: HEIGHT, marginLeft: 56, marginRight: 12, marginTop: 12, marginBottom: 40, style: { fontSize: '12px', background: 'none' },
    x: { label: picture.against, labelAnchor: 'center', labelArrow: 'none', domain: [Math.min(...across), Math.max(...across)], ticks: width < 480 ? 5 : 8, tickFormat: (value: number) => significantText(value) },
    y: { type: 'log', domain: [low, high], label: null, ticks: ticksBetween(low, high), tickFormat: (value: number) => countText(value), grid: true },
    marks: [
      Plot.ruleX([now], { strokeOpacity: 0.45, strokeDasharray: '2 3' }),
      Plot.line(along('shell'), { x: 'value', y: 'shell', stroke: colours.even, strokeWidth: 2 }),
      Plot.line(along('latitude'), { x: 'value', y: 'latitude', stroke: colours.inclined, strokeWidth: 2.5 }),
      Plot.line(along('latitude95'), { x: 'value', y: 'latitude95', stroke: colours.inclined, strokeWidth: 1.5, strokeDasharray: '6 4' }),
      Plot.dot(dots('perMissile'), { x: 'value', y: 'perMissile', fill: colours.flown, r: 3.5 }),
      Plot.dot(dots('perMissile95'), { x: 'value', y: 'perMissile95', stroke: colours.flown, strokeWidth: 1.5, r: 3.5 }),
      Plot.dot(present.filter((row) => drawable(row.shell)), { x: 'value', y: 'shell', fill: colours.even, r: 5 }),
      Plot.dot(present.filter((row) => drawable(row.latitude)), { x: 'value', y: 'latitude', fill: colours.inclined, r: 6 }),
    ],
  }) as unknown as FigureElement;
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', `Interceptors in orbit for each missile against ${picture.against}; the table beside it holds the same numbers.`);
  return plot;
}

/** 1, 2 and 5 of each decade; fewer where there are many decades. */
function ticksBetween(low: number, high: number): number[] {
  const steps = high / low > 200 ? [1] : [1, 2, 5], ticks: number[] = [];
  for (let decade = 1; decade <= high; decade *= 10) for (const step of steps) if (step * decade >= low && step * decade <= high) ticks.push(step * decade);
  return ticks;
}
