/** Spending by fiscal year with its range, and the money announced for a year beside it; a table stands beside the picture. */
import * as Plot from '@observablehq/plot';
import type { FiscalYearSpend } from '../../policy/cost/fiscal-years.js';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { significantText } from '../numbers.js';
import { moneyCell } from './price-words.js';

export interface PriceColours {
  /** Before service, and in its years. */
  readonly building: string;
  readonly service: string;
  readonly range: string;
  readonly announced: string;
  readonly line: string;
}

const HEIGHT = 260, LABEL_WIDTH = 44;

/** One bar a year for the mean, a line from the 5th to the 95th percentile, a tick for what is announced. Billions of dollars. */
export function priceYearsFigure(years: readonly FiscalYearSpend[], width: number, colours: PriceColours, document: FigureDocument): FigureElement {
  const rows = years.map(({ fiscalYear, serviceYear, spend_usd, low_usd, high_usd, announced_usd }) => ({ year: fiscalYear, isBuilding: serviceYear === null, spend: spend_usd / 1e9, low: low_usd / 1e9, high: high_usd / 1e9, announced: announced_usd === null ? null : announced_usd / 1e9 }));
  const told = rows.filter(({ announced }) => announced !== null), every = Math.max(1, Math.ceil((rows.length * LABEL_WIDTH) / Math.max(1, width - 60)));
  const first = rows[0]?.year ?? 0;
  const plot = Plot.plot({
    document: document as never, width, height: HEIGHT, marginLeft: 52, marginRight: 8, marginTop: 22, marginBottom: 28, style: { fontSize: '12px', background: 'none' },
    x: { type: 'band', domain: rows.map(({ year }) => year), label: null, padding: 0.25, tickSize: 0, ticks: rows.map(({ year }) => year).filter((year) => (year - first) % every === 0), tickFormat: (year: number) => String(year) },
    y: { domain: [0, Math.max(1e-9, ...rows.map(({ high, announced }) => Math.max(high, announced ?? 0))) * 1.04], label: 'billion dollars a year', labelArrow: 'none', labelAnchor: 'top', grid: true, ticks: 5, tickSize: 0, tickFormat: (value: number) => significantText(value, 3) },
    marks: [
      Plot.barY(rows, { x: 'year', y: 'spend', fill: ({ isBuilding }: (typeof rows)[number]) => (isBuilding ? colours.building : colours.service) }),
      Plot.ruleX(rows, { x: 'year', y1: 'low', y2: 'high', stroke: colours.range, strokeWidth: 1.5 }),
      Plot.tickY(told, { x: 'year', y: 'announced', stroke: colours.announced, strokeWidth: 4 }),
      Plot.ruleY([0], { stroke: colours.line }),
    ],
  }) as unknown as FigureElement;
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', `Spending by fiscal year, mean and range. ${years.map(({ fiscalYear, spend_usd, announced_usd }) => `${fiscalYear}: ${moneyCell(spend_usd)}${announced_usd === null ? '' : `, ${moneyCell(announced_usd)} announced`}`).join('; ')}.`);
  return plot;
}
