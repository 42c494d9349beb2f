/**
 * Draws how far each form of reach is off against time of flight; the figure of docs/models/reach.md.
 *
 *   node dist/validation/reach-rule/draw-errors.js docs/models/figures/reach-errors.svg
 */
import { writeFileSync } from 'node:fs';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { FigureDocument, FigureElement } from '../../src/figures/pictures/figure-document.js';
import { FRAME_WIDTH, framedFigure } from '../../src/figures/pictures/number-frame.js';
import { significantText } from '../../src/figures/numbers.js';
import { type ReachForm, RELATIVE_MOTION_UNTIL_S, STRAIGHT_UNTIL_S } from '../../src/models/interceptor/reach.js';
import { isMain } from '../../tools/source-files.js';
import { errorsOf, flyAllRound, needBy } from './errors.js';

const PANEL = { height: 340, marginLeft: 64, marginRight: 28, marginTop: 16, marginBottom: 44 };
const TIMES_S = [30, 60, 90, 120, 160, 200, 240, 300, 360, 420, 480, 540, 600, 660, 720, 780, 840, 900];
const FORMS: readonly { readonly form: ReachForm; readonly words: string; readonly colour: string }[] = [
  { form: 'straight', words: 'straight rule', colour: '#c8501e' },
  { form: 'relative-motion', words: 'relative motion', colour: '#2f7fb8' },
  { form: 'lambert', words: 'Lambert', colour: '#14897a' },
];
/** Asked for in percent: by the rule at 120 s and 240 s, by relative motion at 600 s. */
const ASKED = [{ flight_s: 120, most: 1 }, { flight_s: 240, most: 3 }, { flight_s: 600, most: 3 }];
const LEAST = 1e-3;

interface ErrorPoint {
  readonly flight_s: number;
  readonly median: number;
  readonly largest: number;
}

export function drawErrors(): string {
  const arrivalsAt = flyAllRound();
  const curves = FORMS.map(({ form, colour }) => ({ colour, points: TIMES_S.map((flight_s): ErrorPoint => {
    const { median, largest } = errorsOf(arrivalsAt(flight_s), needBy(form));
    return { flight_s, median: Math.max(LEAST, 100 * median), largest: Math.max(LEAST, 100 * largest) };
  }) }));
  const { document } = parseHTML('<html></html>');
  const axis = (label: string) => ({ label, labelAnchor: 'center' as const, labelArrow: 'none' as const, tickFormat: (value: number) => significantText(value, 3) });
  const drawn = Plot.plot({
    document: document as never, width: FRAME_WIDTH, ...PANEL, style: { fontSize: '12px' },
    x: { ...axis('time of flight (s)'), domain: [0, 900], ticks: 9 },
    y: { ...axis('error of reach (percent of the distance)'), type: 'log', domain: [LEAST, 30], grid: true, ticks: 5 },
    marks: [
      Plot.ruleX([STRAIGHT_UNTIL_S, RELATIVE_MOTION_UNTIL_S], { strokeOpacity: 0.4, strokeDasharray: '6 4' }),
      ...curves.flatMap(({ colour, points }) => [
        Plot.line(points, { x: 'flight_s', y: 'largest', stroke: colour, strokeWidth: 2.5 }),
        Plot.line(points, { x: 'flight_s', y: 'median', stroke: colour, strokeWidth: 1.2, strokeDasharray: '2 3' }),
      ]),
      Plot.dot(ASKED, { x: 'flight_s', y: 'most', symbol: 'times', stroke: 'currentColor', strokeWidth: 2, r: 5 }),
    ],
  }) as unknown as FigureElement;
  const figure = framedFigure(document as unknown as FigureDocument, {
    title: 'How far reach is off, by time of flight',
    subtitle: 'Against powered flight in all directions: carriers at 300 to 1,500 km, targets at 100 to 1,500 km, 4 to 8 km/s, 10 and 15 g, one stage and two',
    notes: ['Solid: the largest error of all geometries; dotted: the median. Broken lines: where one form hands over to the next. Crosses: the most that is allowed there.'],
  }, FORMS.map(({ words, colour }) => ({ colour, words })), drawn, PANEL.height);
  figure.setAttribute('style', 'background: #ffffff; color: #111820');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${figure.outerHTML}\n`;
}

if (isMain(import.meta.url)) {
  const file = process.argv[2];
  if (file === undefined) console.log('Which file? For example: node dist/validation/reach-rule/draw-errors.js docs/models/figures/reach-errors.svg');
  else writeFileSync(file, drawErrors());
  process.exitCode = file === undefined ? 2 : 0;
}
