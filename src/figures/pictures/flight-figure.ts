/**
 * The picture of one flight: altitude over the way along the ground and over time, its phases in colour, what it hangs on
 * below. Drawn by Observable Plot into the document that is passed in: the page's own, or a light one in Node, with
 * the same bytes for the same flight.
 */
import * as Plot from '@observablehq/plot';
import { fromSi, toSi } from '../../kernel/units.js';
import type { FlightPhase, PhaseName } from '../../models/threat/index.js';
import type { FigureDocument, FigureElement } from './figure-document.js';
import type { FlightPoint } from './flight-course.js';
import { countText, significantText, toPlace } from '../numbers.js';
import { wrapText } from '../text-table.js';
import { asGroup, element, svgRoot, text } from './svg-elements.js';

export interface FlightPicture {
  readonly title: string;
  readonly subtitle: string;
  readonly course: readonly FlightPoint[];
  readonly phases: readonly FlightPhase[];
  /** Along the track for what turns or goes the long way round; otherwise straight from the launch point. */
  readonly ground: 'range' | 'track';
  /** Named at its highest point; left out for what stays at one height. */
  readonly apogee_m: number | undefined;
  /** Lines below: assumed numbers, source. */
  readonly notes: readonly string[];
}

const WIDTH = 760;
const PANEL = { height: 260, marginLeft: 56, marginRight: 24, marginTop: 30, marginBottom: 42 };
const SUBTITLE = { characters: 100, row: 20 };
const LEGEND = { above: 26, row: 20, swatch: 18, gap: 22, character: 6.2 };
const NOTE = { characters: 118, row: 15 };
/** Legible on white and on the page's dark ground; power warm, free flight grey, lift green. */
const COLOURS: Readonly<Record<PhaseName, string>> = {
  boost: '#c8501e', bus: '#a67c00', coast: '#6b7a8d', orbit: '#3d7fc4', 'de-orbit': '#b3274f', entry: '#8a5bb8', 'pull-up': '#c06a92', glide: '#14897a',
  dive: '#7a5230', cruise: '#2f7fb8',
};
/** Room above the highest point for its name. */
const HEADROOM = 1.14;
/** Points of a phase that are drawn, at most. */
const DRAWN = 200;

/** One `svg` element that stands by itself. */
export function flightFigure(picture: FlightPicture, document: FigureDocument): FigureElement {
  const root = svgRoot(document, WIDTH);
  const stretches = splitByPhase(picture);
  root.append(text(document, picture.title, { x: PANEL.marginLeft, y: 28, 'font-size': 17, 'font-weight': 600 }));
  let top = 28;
  for (const line of wrapText(picture.subtitle, SUBTITLE.characters).split('\n')) {
    top += SUBTITLE.row;
    root.append(text(document, line, { x: PANEL.marginLeft, y: top, 'fill-opacity': 0.75 }));
  }
  top += LEGEND.above;
  top += drawLegend(document, root, picture.phases, top) + 14;
  for (const axis of [groundAxis(picture), timeAxis(picture)]) {
    root.append(panel(document, stretches, axis, picture, top));
    top += PANEL.height + 12;
  }
  for (const line of [stretchText(picture), ...picture.notes].flatMap((note) => wrapText(note, NOTE.characters).split('\n'))) {
    top += NOTE.row;
    root.append(text(document, line, { x: PANEL.marginLeft, y: top, 'font-size': 11, 'fill-opacity': 0.75 }));
  }
  const height = top + 16;
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
  root.setAttribute('aria-label', `${picture.title}. ${picture.subtitle}. Altitude over ground distance and over time.`);
  return root;
}

interface Axis {
  readonly label: string;
  readonly of: (point: FlightPoint) => number;
}

interface Stretch {
  readonly phase: FlightPhase;
  readonly points: readonly FlightPoint[];
}

function groundAxis({ ground }: FlightPicture): Axis {
  if (ground === 'track') return { label: 'way over the ground (km)', of: ({ track_m }) => fromSi(track_m, 'km') };
  return { label: 'ground range from the launch point (km)', of: ({ range_m }) => fromSi(range_m, 'km') };
}

function timeAxis({ course }: FlightPicture): Axis {
  const end_s = course.at(-1)?.t_s ?? 0;
  const unit = end_s > toSi(5, 'h') ? 'h' : end_s > toSi(10, 'min') ? 'min' : 's';
  return { label: `time since launch (${unit})`, of: ({ t_s }) => fromSi(t_s, unit) };
}

/** How much steeper or flatter the upper panel is than the flight. */
function stretchText(picture: FlightPicture): string {
  const across_km = Math.max(1e-3, ...picture.course.map(groundAxis(picture).of));
  const up_km = Math.max(1e-3, ...picture.course.map(altitude_km)) * HEADROOM;
  const stretch = (PANEL.height - PANEL.marginTop - PANEL.marginBottom) / up_km / ((WIDTH - PANEL.marginLeft - PANEL.marginRight) / across_km);
  const [large, small, times] = stretch < 1 ? ['distances', 'heights', 1 / stretch] : ['heights', 'distances', stretch];
  return `Upper panel: ${large} are drawn ${significantText(times, 2)} times as large as ${small}.`;
}

const altitude_km = (point: FlightPoint): number => fromSi(point.altitude_m, 'km');

/** Points of each phase, both ends included, thinned to what a picture can show. */
function splitByPhase({ course, phases }: FlightPicture): Stretch[] {
  return phases.map((phase) => {
    const points = course.filter(({ t_s }) => t_s >= phase.from_s && t_s <= phase.to_s);
    const every = Math.max(1, Math.ceil(points.length / DRAWN));
    return { phase, points: points.filter((_, index) => index % every === 0 || index === points.length - 1) };
  });
}

function panel(document: FigureDocument, stretches: readonly Stretch[], axis: Axis, picture: FlightPicture, top: number): FigureElement {
  const ends = stretches.slice(1).flatMap(({ points }) => points.slice(0, 1));
  const highest = picture.apogee_m === undefined ? [] : [highestOf(picture.course)];
  const top_km = Math.max(...stretches.flatMap(({ points }) => points.map(altitude_km)));
  const drawn = Plot.plot({
    document: document as never,
    width: WIDTH,
    ...PANEL,
    style: { fontSize: '12px' },
    x: { label: axis.label, labelAnchor: 'center', labelArrow: 'none', tickFormat: tickText, ticks: 8 },
    y: { label: 'altitude (km)', labelArrow: 'none', tickFormat: tickText, ticks: 5, grid: true, domain: [0, top_km * HEADROOM], nice: false },
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.5 }),
      ...stretches.map(({ phase, points }) => Plot.line(points, { x: axis.of, y: altitude_km, stroke: COLOURS[phase.name], strokeWidth: 2.5 })),
      Plot.dot(ends, { x: axis.of, y: altitude_km, r: 3.5, fill: (point: FlightPoint) => COLOURS[point.phase] }),
      Plot.text(highest, { x: axis.of, y: altitude_km, text: () => `apogee ${distanceText(picture.apogee_m ?? 0)}`, dy: -11 }),
    ],
  }) as unknown as FigureElement;
  return asGroup(document, drawn, top);
}

/** Phases in order of flight with their times, in rows from `top` down; returns the height taken below the first row. */
function drawLegend(document: FigureDocument, root: FigureElement, phases: readonly FlightPhase[], top: number): number {
  let x = PANEL.marginLeft, y = 0;
  for (const { name, from_s, to_s } of phases) {
    const words = `${name} ${timeText(from_s)}–${timeText(to_s)} s`;
    const width = LEGEND.swatch + words.length * LEGEND.character + LEGEND.gap;
    if (x + width - LEGEND.gap > WIDTH - PANEL.marginRight && x > PANEL.marginLeft) {
      x = PANEL.marginLeft;
      y += LEGEND.row;
    }
    root.append(
      element(document, 'rect', { x, y: top + y - 7, width: 12, height: 4, fill: COLOURS[name] }),
      text(document, words, { x: x + LEGEND.swatch, y: top + y }),
    );
    x += width;
  }
  return y;
}

function highestOf(course: readonly FlightPoint[]): FlightPoint {
  return course.reduce((best, point) => (point.altitude_m > best.altitude_m ? point : best));
}

const tickText = (value: number): string => significantText(value, 6);
const timeText = (t_s: number): string => countText(Math.round(t_s));

function distanceText(length_m: number): string {
  const length_km = fromSi(length_m, 'km');
  return `${length_km < 10 ? toPlace(length_km, -1) : countText(Math.round(length_km))} km`;
}
