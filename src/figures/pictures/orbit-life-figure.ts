/**
 * The picture of life in orbit: altitude against how long a satellite stays up without an engine, and against what holding the
 * altitude costs, for a quiet, a mean and an active Sun. Drawn by Observable Plot into the document that is passed in.
 */
import * as Plot from '@observablehq/plot';
import { fromSi } from '../../kernel/units.js';
import type { SolarActivity } from '../../models/constellation/solar-activity.js';
import type { LifePoint } from '../../studies/orbit/orbit-life.js';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { significantText } from '../numbers.js';
import { wrapText } from '../text-table.js';
import { element, svgRoot, text } from './svg-elements.js';

export interface OrbitLifePicture {
  readonly title: string;
  readonly subtitle: string;
  readonly curve: readonly LifePoint[];
  /** Marked in both panels; left out when outside the curve. */
  readonly altitude_m: number;
  /** Marked in the panel of lifetimes. */
  readonly wanted_s: number;
  readonly notes: readonly string[];
}

const WIDTH = 760;
const PANEL = { width: WIDTH / 2, height: 380, marginLeft: 56, marginRight: 18, marginTop: 30, marginBottom: 44 };
const TOP = { title: 28, subtitle: 20, legend: 24 };
const NOTE = { characters: 118, row: 15 };
/** Legible on white and on dark; quiet cool, active warm. */
const COLOURS: Readonly<Record<SolarActivity, string>> = { low: '#3d7fc4', mean: '#6b7a8d', high: '#c8501e' };
const WORDS: Readonly<Record<SolarActivity, string>> = { low: 'quiet Sun', mean: 'mean activity', high: 'active Sun' };

export function orbitLifeFigure(picture: OrbitLifePicture, document: FigureDocument): FigureElement {
  const root = svgRoot(document, WIDTH);
  let top = TOP.title;
  root.append(text(document, picture.title, { x: PANEL.marginLeft, y: top, 'font-size': 17, 'font-weight': 600 }));
  for (const line of wrapText(picture.subtitle, NOTE.characters).split('\n')) {
    top += TOP.subtitle;
    root.append(text(document, line, { x: PANEL.marginLeft, y: top, 'fill-opacity': 0.75 }));
  }
  top += TOP.legend;
  drawLegend(document, root, top);
  top += 8;
  const life = (point: LifePoint): number => fromSi(point.passive_s, 'y');
  const shown = picture.curve.filter((point) => point.passive_s > 0);
  root.append(panel(document, picture, shown, life, 'life without an engine (years)', fromSi(picture.wanted_s, 'y'), 0, top));
  root.append(panel(document, picture, shown, ({ makeUpPerYear_mps }) => makeUpPerYear_mps, 'make-up of drag (m/s a year)', undefined, PANEL.width, top));
  top += PANEL.height + 6;
  for (const line of picture.notes.flatMap((note) => wrapText(note, NOTE.characters).split('\n'))) {
    top += NOTE.row;
    root.append(text(document, line, { x: PANEL.marginLeft, y: top, 'font-size': 11, 'fill-opacity': 0.75 }));
  }
  const height = top + 16;
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
  root.setAttribute('aria-label', `${picture.title}. ${picture.subtitle}. Altitude against life without an engine and against make-up of drag, logarithmic.`);
  return root;
}

function panel(
  document: FigureDocument, picture: OrbitLifePicture, curve: readonly LifePoint[], across: (point: LifePoint) => number, label: string, marked: number | undefined, left: number, top: number,
): FigureElement {
  const altitude_km = (point: LifePoint): number => fromSi(point.altitude_m, 'km');
  const altitudes = picture.curve.map(({ altitude_m }) => altitude_m);
  const isInside = picture.altitude_m >= Math.min(...altitudes) && picture.altitude_m <= Math.max(...altitudes);
  const drawn = Plot.plot({
    document: document as never,
    ...PANEL,
    style: { fontSize: '12px' },
    x: { type: 'log', label, labelAnchor: 'center', labelArrow: 'none', ticks: 5, tickFormat: (value: number) => significantText(value, 2), grid: true },
    y: { label: 'altitude (km)', labelArrow: 'none', grid: true },
    marks: [
      ...(isInside ? [Plot.ruleY([fromSi(picture.altitude_m, 'km')], { strokeOpacity: 0.6, strokeDasharray: '4 3' })] : []),
      ...(marked === undefined ? [] : [Plot.ruleX([marked], { strokeOpacity: 0.6, strokeDasharray: '4 3' })]),
      Plot.line(curve, { x: across, y: altitude_km, z: 'activity', stroke: (point: LifePoint) => COLOURS[point.activity], strokeWidth: 2.5 }),
    ],
  }) as unknown as FigureElement;
  // The contents alone: Plot's own style sheet would reach out of a nested picture.
  const group = element(document, 'g', { transform: `translate(${left},${top})`, 'text-anchor': 'middle', 'font-size': 12 });
  group.append(...Array.from(drawn.childNodes).filter((node) => node.nodeName.toLowerCase() !== 'style'));
  return group;
}

function drawLegend(document: FigureDocument, root: FigureElement, top: number): void {
  let x = PANEL.marginLeft;
  for (const activity of ['low', 'mean', 'high'] as const) {
    root.append(
      element(document, 'rect', { x, y: top - 7, width: 12, height: 4, fill: COLOURS[activity] }),
      text(document, WORDS[activity], { x: x + 18, y: top }),
    );
    x += 130;
  }
  root.append(text(document, 'dashed: as asked', { x, y: top }));
}
