/** Published numbers of interceptors for one missile and ours, each in a row of its own on one logarithmic scale. */
import * as Plot from '@observablehq/plot';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { countText } from '../numbers.js';

export interface NeededStripRow {
  readonly name: string;
  readonly perMissile: number;
  /** Size for 95 % of the time, where it is known. */
  readonly perMissile95?: number;
  readonly isOurs: boolean;
}

const ROW = 26;

export function neededStrip(rows: readonly NeededStripRow[], { width, published, ours }: { readonly width: number; readonly published: string; readonly ours: string }, document: FigureDocument): FigureElement {
  const all = rows.flatMap(({ perMissile, perMissile95 }) => (perMissile95 === undefined ? [perMissile] : [perMissile, perMissile95]));
  const low = Math.min(...all) / 1.3, high = Math.max(...all) * 1.3, isWide = width >= 480;
  const sure = rows.filter(({ perMissile95 }) => perMissile95 !== undefined);
  const colour = ({ isOurs }: NeededStripRow): string => (isOurs ? ours : published);
  const plot = Plot.plot({
    document: document as never, width, height: 34 + ROW * rows.length, marginLeft: isWide ? 184 : 140, marginRight: isWide ? 116 : 104, marginTop: 4, marginBottom: 30, style: { fontSize: '12px', background: 'none' },
    x: { type: 'log', domain: [low, high], label: null, ticks: (isWide ? [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000] : [100, 1000, 10_000]).filter((tick) => tick >= low && tick <= high), tickFormat: (value: number) => countText(value), grid: true },
    y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0 },
    marks: [
      Plot.ruleY(sure, { y: 'name', x1: 'perMissile', x2: 'perMissile95', stroke: colour, strokeWidth: 2, strokeOpacity: 0.6 }),
      Plot.dot(sure, { y: 'name', x: 'perMissile95', stroke: colour, strokeWidth: 2, r: 4 }),
      Plot.dot(rows.filter(({ isOurs }) => isOurs), { y: 'name', x: 'perMissile', fill: ours, r: 5 }),
      Plot.dot(rows.filter(({ isOurs }) => !isOurs), { y: 'name', x: 'perMissile', fill: published, symbol: 'diamond', r: 5 }),
      Plot.text(rows, { y: 'name', frameAnchor: 'right', textAnchor: 'start', dx: 10, text: valueText }),
    ],
  }) as unknown as FigureElement;
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', `Interceptors in orbit for each missile: ${rows.map((row) => `${row.name} ${valueText(row)}`).join('; ')}.`);
  return plot;
}

function valueText({ perMissile, perMissile95 }: NeededStripRow): string {
  const mean = countText(Math.round(perMissile));
  return perMissile95 === undefined ? mean : `${mean} to ${countText(Math.round(perMissile95))}`;
}
