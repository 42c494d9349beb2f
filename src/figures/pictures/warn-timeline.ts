/**
 * The time line of a launch as a picture: a row for each thing that happens, in order, at its place in time, with the span of 19 in 20
 * launches. The axis is stretched towards the launch (square root of time), because what decides happens in the first minutes.
 */
import { toSi } from '../../kernel/units.js';
import type { TimelineEvent } from '../../studies/warn/plan-warn.js';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { significantText } from '../numbers.js';
import { element, svgRoot, text } from './svg-elements.js';

export interface TimelineColours {
  readonly known: string;
  /** What cannot be moved: launch, burn-out, last useful decisions, impact. */
  readonly fixed: string;
  readonly line: string;
  readonly context: string;
}

const ROW = 26, HEAD = 8, FOOT = 40, DOT = 4.5;
const TICKS_MIN = [0, 0.5, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180];
const FIXED: readonly TimelineEvent['event'][] = ['launch', 'burnout', 'lastSpaceDecision', 'lastGroundDecision', 'impact'];

export function warnTimeline(timeline: readonly TimelineEvent[], width: number, colours: TimelineColours, document: FigureDocument): FigureElement {
  const isNarrow = width < 560, left = isNarrow ? 16 : 312, right = width - 24, end_s = Math.max(1, ...timeline.map(({ t_s, p95_s }) => Math.max(t_s ?? 0, p95_s ?? 0)));
  const x = (time_s: number): number => left + (right - left) * Math.sqrt(Math.max(0, time_s) / end_s);
  const shown = timeline.filter(({ t_s }) => t_s !== null), bottom = HEAD + ROW * shown.length;
  const root = svgRoot(document, width);
  root.setAttribute('height', String(bottom + FOOT));
  root.setAttribute('viewBox', `0 0 ${width} ${bottom + FOOT}`);
  root.setAttribute('aria-label', `Time line of a launch: ${shown.map(({ words }) => words).join(', ')}. The table beside it has the times.`);
  let lastTick = -Infinity;
  for (const tick of TICKS_MIN) {
    const at = x(toSi(tick, 'min'));
    if (toSi(tick, 'min') > end_s || at - lastTick < 34) continue;
    lastTick = at;
    root.append(
      element(document, 'path', { d: `M${round(at)} ${HEAD}V${bottom}`, stroke: colours.line, 'stroke-width': 1 }),
      text(document, significantText(tick), { x: round(at), y: bottom + 16, 'text-anchor': 'middle', fill: colours.context }),
    );
  }
  root.append(text(document, 'minutes after launch, drawn wider near the launch', { x: right, y: bottom + 34, 'text-anchor': 'end', fill: colours.context }));
  shown.forEach((event, row) => root.append(...rowOf(event, HEAD + ROW * (row + 0.5), { x, left, right, isNarrow }, colours, document)));
  return root;
}

interface Axis {
  readonly x: (time_s: number) => number;
  readonly left: number;
  readonly right: number;
  readonly isNarrow: boolean;
}

/** A disc for what is learnt or decided, a diamond for what is given; words before the axis, or beside the mark where it is narrow. */
function rowOf({ event, words, t_s, p5_s, p95_s }: TimelineEvent, y: number, { x, left, right, isNarrow }: Axis, colours: TimelineColours, document: FigureDocument): FigureElement[] {
  const at = round(x(t_s ?? 0)), isFixed = FIXED.includes(event), from = round(x(p5_s ?? t_s ?? 0)), to = round(p95_s === null ? right : x(p95_s));
  const isRight = at > (left + right) / 2, colour = isFixed ? colours.fixed : colours.known;
  const label = isNarrow ? { x: isRight ? Math.min(at, from) - 10 : Math.max(at, to) + 10, 'text-anchor': isRight ? 'end' : 'start' } : { x: left - 16, 'text-anchor': 'end' };
  return [
    ...(isFixed || to - from < 1 ? [] : [element(document, 'path', { d: `M${from} ${y}H${to}`, stroke: colour, 'stroke-width': 3, 'stroke-opacity': 0.5, 'stroke-linecap': 'round' })]),
    isFixed
      ? element(document, 'path', { d: `M${at} ${y - 6}l6 6l-6 6l-6 -6z`, fill: colour })
      : element(document, 'circle', { cx: at, cy: y, r: DOT, fill: colour }),
    text(document, isNarrow ? shortened(words) : words, { ...label, y: y + 4 }),
  ];
}

/** What follows a colon, and the layer's full name, has no room on a phone. */
const shortened = (words: string): string => (words.split(':')[0] ?? words).replace('two infrared satellites have reported', 'two infrared reports').replace(', space layer', ' (space)').replace(', ground layer', ' (ground)');
const round = (pixels: number): number => Math.round(10 * pixels) / 10;
