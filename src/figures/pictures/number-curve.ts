/**
 * Pictures of numbers needed as curves: how many are in reach over time, and how many are needed against one assumption.
 * Drawn by Observable Plot into the document that is passed in, with the same bytes for the same answer.
 */
import * as Plot from '@observablehq/plot';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { framedFigure, FRAME_WIDTH, type FrameWords } from './number-frame.js';
import { significantText } from '../numbers.js';

/** Legible on white and on the page's dark ground. */
const COLOURS = { mean: '#2f7fb8', sure: '#c8501e', wanted: '#6b7a8d' };
const PANEL = { height: 300, marginLeft: 64, marginRight: 28, marginTop: 16, marginBottom: 44 };

export interface TimePicture extends FrameWords {
  readonly points: readonly { readonly t_h: number; readonly count: number }[];
  /** Interceptors wanted at once. */
  readonly wanted: number;
  readonly mean: number;
}

/** Number in reach against hours. */
export function inReachFigure(picture: TimePicture, document: FigureDocument): FigureElement {
  const top = Math.max(picture.wanted, ...picture.points.map(({ count }) => count));
  const drawn = plotIn(document, {
    x: { ...axis('time of launch (h)'), ticks: 8 },
    y: { ...axis('interceptors in reach'), grid: true, domain: [0, top * 1.08 + 0.2], nice: false },
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.5 }),
      Plot.line(picture.points, { x: 't_h', y: 'count', stroke: COLOURS.mean, strokeWidth: 1, curve: 'step-after' }),
      Plot.ruleY([picture.mean], { stroke: COLOURS.sure, strokeWidth: 1.5 }),
      Plot.ruleY([picture.wanted], { stroke: COLOURS.wanted, strokeWidth: 1.5, strokeDasharray: '6 4' }),
    ],
  });
  const legend = [{ colour: COLOURS.mean, words: 'in reach' }, { colour: COLOURS.sure, words: `mean ${significantText(picture.mean, 3)}` }, { colour: COLOURS.wanted, words: `wanted ${significantText(picture.wanted)}` }];
  return framedFigure(document, picture, legend, drawn, PANEL.height);
}

export interface NumberCurvePicture extends FrameWords {
  /** With its unit, as in `speed of the interceptor (km/s)`. */
  readonly against: string;
  /** In that unit; undefined numbers where nothing is in reach. */
  readonly points: readonly { readonly value: number; readonly perMissile?: number; readonly perMissile95?: number; readonly perMissile95AtRandom?: number }[];
  /** What the first two numbers are counted on; a third, at random, is drawn beside patterns. */
  readonly layout: 'pattern' | 'random';
}

/** Satellites per missile against one assumption, on a logarithmic scale: equal steps are equal factors. */
export function numberCurveFigure(picture: NumberCurvePicture, document: FigureDocument): FigureElement {
  const known = picture.points, isPattern = picture.layout === 'pattern';
  const drawn = plotIn(document, {
    x: { ...axis(picture.against), ticks: 8 },
    y: { ...axis('interceptors in orbit per missile'), type: 'log', grid: true, ticks: 6 },
    marks: [
      ...(isPattern ? [Plot.line(known.filter((point) => Number.isFinite(point.perMissile95AtRandom)), { x: 'value', y: 'perMissile95AtRandom', stroke: COLOURS.wanted, strokeWidth: 1.5, strokeDasharray: '5 4' })] : []),
      ...([['perMissile', COLOURS.mean], ['perMissile95', COLOURS.sure]] as const).flatMap(([y, colour]) => [
        Plot.line(known.filter((point) => Number.isFinite(point[y])), { x: 'value', y, stroke: colour, strokeWidth: 2.5 }),
        Plot.dot(known.filter((point) => Number.isFinite(point[y])), { x: 'value', y, fill: colour, r: 3.5 }),
      ]),
    ],
  });
  const on = isPattern ? 'a Walker pattern' : 'satellites at random';
  const legend = [
    { colour: COLOURS.mean, words: `enough on average, ${on}` }, { colour: COLOURS.sure, words: `enough 95 % of the time, ${on}` },
    ...(isPattern ? [{ colour: COLOURS.wanted, words: '95 %, satellites at random' }] : []),
  ];
  return framedFigure(document, picture, legend, drawn, PANEL.height);
}

const axis = (label: string) => ({ label, labelAnchor: 'center' as const, labelArrow: 'none' as const, tickFormat: (value: number) => significantText(value, 6) });

function plotIn(document: FigureDocument, options: Plot.PlotOptions): FigureElement {
  return Plot.plot({ document: document as never, width: FRAME_WIDTH, ...PANEL, style: { fontSize: '12px' }, ...options }) as unknown as FigureElement;
}
