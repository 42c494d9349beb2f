/** What assumed numbers do to the answer, each moved alone: a bar from the mean at the low end of its range to that at the high end; the mean as things stand as a line, where it is known. */
import type { Effect } from '../../studies/not-known/drivers.js';
import type { FigureDocument, FigureElement } from '../pictures/figure-document.js';
import { nameOf } from '../words/number-names.js';
import { significantText } from '../numbers.js';
import { element, svgRoot, text } from '../pictures/svg-elements.js';
import { BARS } from './drawn.js';

const ROW = 26, HEAD = 8, FOOT = 40, LABEL_CHARACTER = 6.4;

export function effectsFigure(effects: readonly Effect[], now: number | null, nouns: string, width: number, document: FigureDocument): FigureElement {
  const isNarrow = width < 500, left = isNarrow ? 12 : 210, right = width - 28, row = isNarrow ? 40 : ROW;
  const means = effects.flatMap(({ meanAtLow, meanAtHigh }) => [meanAtLow, meanAtHigh].filter((mean) => mean !== null)), most = Math.max(now ?? 0, ...means, 1e-9);
  const x = (mean: number): number => round(left + ((right - left) * mean) / most), bottom = HEAD + row * effects.length;
  const root = svgRoot(document, width);
  root.setAttribute('height', String(bottom + FOOT));
  root.setAttribute('viewBox', `0 0 ${width} ${bottom + FOOT}`);
  root.setAttribute('aria-label', `Bars from the mean at the low end of each number's range to that at its high end. ${effects.map(({ path, label, meanAtLow, meanAtHigh }) => `${nameOf(path, label).plain}: ${said(meanAtLow)} at low, ${said(meanAtHigh)} at high`).join('; ')}.`);
  for (let tick = 0; tick <= most; tick += stepOf(most)) {
    root.append(element(document, 'path', { d: `M${x(tick)} ${HEAD}V${bottom}`, stroke: BARS.pale }), text(document, significantText(tick, 3), { x: x(tick), y: bottom + 16, 'text-anchor': 'middle', fill: BARS.context }));
  }
  root.append(text(document, `${nouns} that get through on average`, { x: right, y: bottom + 33, 'text-anchor': 'end', fill: BARS.context }));
  effects.forEach(({ path, label, meanAtLow, meanAtHigh }, i) => {
    const top = HEAD + row * i, y = top + (isNarrow ? 22 : 6), low = x(meanAtLow ?? now ?? meanAtHigh ?? 0), high = x(meanAtHigh ?? now ?? meanAtLow ?? 0), name = fitted(nameOf(path, label), isNarrow ? right - left : left - 16);
    root.append(
      text(document, name, isNarrow ? { x: left, y: top + 16, 'text-anchor': 'start', stroke: BARS.background, 'stroke-width': 3, 'paint-order': 'stroke' } : { x: left - 10, y: top + 18, 'text-anchor': 'end' }),
      element(document, 'rect', { x: Math.min(low, high), y, width: Math.max(1.5, Math.abs(high - low)), height: 14, fill: BARS.context }),
      // The end at the high value is marked, so that the bar has a direction.
      ...(meanAtHigh === null ? [] : [element(document, 'path', { d: `M${high} ${y - 2}v18`, stroke: BARS.text, 'stroke-width': 3 })]),
    );
  });
  if (now !== null) root.append(element(document, 'path', { d: `M${x(now)} ${HEAD}V${bottom}`, stroke: BARS.through, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }));
  return root;
}

const said = (mean: number | null): string => (mean === null ? 'cannot be flown' : significantText(mean, 2));

function fitted({ plain, term }: { plain: string; term: string }, width: number): string {
  const most = Math.floor(width / LABEL_CHARACTER), whole = term === '' ? plain : `${plain} (${term})`;
  return whole.length <= most ? whole : plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
}

/** About five steps of 1, 2 or 5 times a power of ten. */
function stepOf(most: number): number {
  const raw = most / 5, [, exponent = '0'] = raw.toExponential(0).split('e'), unit = Number(`1e${exponent}`);
  return [1, 2, 5, 10].map((times) => times * unit).find((step) => step >= raw) ?? 10 * unit;
}

const round = (pixels: number): number => Math.round(10 * pixels) / 10;
