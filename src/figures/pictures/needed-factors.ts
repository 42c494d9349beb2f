/** From one number to another, factor by factor: a waterfall on a logarithmic scale, each row where the last one ended. */
import * as Plot from '@observablehq/plot';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { countText, significantText } from '../numbers.js';

export interface NeededFactor {
  readonly title: string;
  readonly factor: number;
}

export interface NeededFactorsPicture {
  readonly from: { readonly name: string; readonly value: number };
  readonly to: { readonly name: string; readonly value: number };
  readonly steps: readonly NeededFactor[];
  readonly width: number;
  /** How an end is written; a whole number when left out. */
  readonly valueText?: (value: number) => string;
}

interface Bar {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly words: string;
  readonly colour: string;
}

const ROW = 24;

export function neededFactors({ from, to, steps, width, valueText = wholeText }: NeededFactorsPicture, colours: { readonly end: string; readonly more: string; readonly fewer: string }, document: FigureDocument): FigureElement {
  const bars: Bar[] = [];
  const ends = [from.value, to.value];
  let value = from.value;
  const middle = steps.map(({ title, factor }): Bar => {
    const before = value;
    value *= factor;
    ends.push(value);
    return { name: title, low: Math.min(before, value), high: Math.max(before, value), words: `× ${significantText(factor, 3)}`, colour: factor > 1 ? colours.more : colours.fewer };
  });
  const low = Math.min(...ends) / 1.2, high = Math.max(...ends) * 1.2;
  const whole = ({ name, value: at }: { readonly name: string; readonly value: number }): Bar => ({ name, low, high: at, words: valueText(at), colour: colours.end });
  bars.push(whole(from), ...middle, whole(to));
  const plot = Plot.plot({
    document: document as never, width, height: 34 + ROW * bars.length, marginLeft: width >= 480 ? 200 : 176, marginRight: width >= 480 ? 96 : 64, marginTop: 4, marginBottom: 30, style: { fontSize: '12px', background: 'none' },
    x: { type: 'log', domain: [low, high], label: null, grid: true, ticks: ticksBetween(low, high, width >= 480 ? [1, 2, 3, 5, 7] : [1, 3]), tickFormat: valueText },
    y: { domain: bars.map(({ name }) => name), label: null, tickSize: 0, padding: 0.3 },
    marks: [
      Plot.barX(bars, { y: 'name', x1: 'low', x2: 'high', fill: 'colour' }),
      Plot.tickX(bars, { y: 'name', x: 'high', stroke: 'colour', strokeWidth: 2 }),
      Plot.text(bars, { y: 'name', frameAnchor: 'right', textAnchor: 'start', dx: 10, text: 'words' }),
    ],
  }) as unknown as FigureElement;
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', `${bars.map(({ name, words }) => `${name} ${words}`).join('; ')}.`);
  return plot;
}

const wholeText = (value: number): string => countText(Math.ceil(value));

function ticksBetween(low: number, high: number, steps: readonly number[]): number[] {
  const ticks: number[] = [];
  // Amounts may be below one and far above: decades from that of the lowest.
  for (let decade = Number(`1${low.toExponential(0).slice(1)}`); decade <= high; decade *= 10) {
    for (const step of high / low > 50 ? [1] : steps) if (step * decade >= low && step * decade <= high) ticks.push(step * decade);
  }
  return ticks;
}
