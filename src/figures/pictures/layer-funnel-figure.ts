/** What becomes of missiles at each layer, and in which part of their flight they are stopped, as bars; each has a table beside it. */
import * as Plot from '@observablehq/plot';
import type { KillPhase } from '../../engine/record/kill-phase.js';
import { KILL_PHASES } from '../../engine/record/kill-phase.js';
import type { LayerSummary } from '../../studies/runs/summary.js';
import type { FigureDocument, FigureElement } from './figure-document.js';
import { FUNNEL_WORDS, PHASE_WORDS } from '../words/funnel-words.js';
import { toPlace } from '../numbers.js';

export interface FunnelColours {
  readonly step: string;
  readonly stopped: string;
  readonly passedOn: string;
  readonly elsewhere: string;
  readonly line: string;
}

const ROW = 18, HEAD = 22;

/** One panel a layer, one bar a step, all on one scale up to what was launched. */
export function layerFunnelFigure(layers: readonly Pick<LayerSummary, 'name' | 'funnel'>[], launched: number, width: number, colours: FunnelColours, document: FigureDocument): FigureElement {
  const rows = layers.flatMap(({ name, funnel }) => FUNNEL_WORDS.map(([step, words]) => ({ name, step, words, count: Math.max(0, funnel[step]) })));
  const colourOf = ({ step }: (typeof rows)[number]): string => (step === 'killed' ? colours.stopped : step === 'passedOn' ? colours.passedOn : step === 'elsewhere' ? colours.elsewhere : colours.step);
  const plot = Plot.plot({
    document: document as never, width, height: 28 + layers.length * (HEAD + ROW * FUNNEL_WORDS.length), marginLeft: 132, marginRight: 44, marginTop: HEAD, marginBottom: 6, style: { fontSize: '12px', background: 'none' },
    x: { domain: [0, Math.max(launched, 1e-9)], axis: null },
    y: { domain: FUNNEL_WORDS.map(([, words]) => words), label: null, tickSize: 0, padding: 0.2 },
    fy: { domain: layers.map(({ name }) => name), label: null, axis: null, padding: 0.12 },
    marks: [
      Plot.ruleX([0], { stroke: colours.line }),
      Plot.barX(rows, { fy: 'name', y: 'words', x: 'count', fill: colourOf }),
      Plot.text(rows, { fy: 'name', y: 'words', x: 'count', text: ({ count }: { count: number }) => countOf(count), textAnchor: 'start', dx: 4 }),
      Plot.text(layers.map(({ name }) => ({ name })), { fy: 'name', frameAnchor: 'top-left', dx: -128, dy: -14, text: 'name', textAnchor: 'start', fontWeight: 600 }),
    ],
  }) as unknown as FigureElement;
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', `Missiles at each layer. ${layers.map(({ name, funnel }) => `${name}: ${FUNNEL_WORDS.map(([step, words]) => `${countOf(funnel[step])} ${words}`).join(', ')}`).join('. ')}.`);
  return plot;
}

/** One bar a part of the flight in which anything was stopped. */
export function killPhaseFigure(kills: Readonly<Record<KillPhase, number>>, launched: number, width: number, { stopped, line }: Pick<FunnelColours, 'stopped' | 'line'>, document: FigureDocument): FigureElement {
  const rows = KILL_PHASES.filter((phase) => kills[phase] > 0).map((phase) => ({ words: PHASE_WORDS[phase], count: kills[phase] }));
  const plot = Plot.plot({
    document: document as never, width, height: 12 + 22 * Math.max(1, rows.length), marginLeft: 196, marginRight: 44, marginTop: 4, marginBottom: 4, style: { fontSize: '12px', background: 'none' },
    x: { domain: [0, Math.max(launched, 1e-9)], axis: null },
    y: { domain: rows.map(({ words }) => words), label: null, tickSize: 0, padding: 0.2 },
    marks: [Plot.ruleX([0], { stroke: line }), Plot.barX(rows, { y: 'words', x: 'count', fill: stopped }), Plot.text(rows, { y: 'words', x: 'count', text: ({ count }: { count: number }) => countOf(count), textAnchor: 'start', dx: 4 })],
  }) as unknown as FigureElement;
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', `Missiles stopped: ${rows.map(({ words, count }) => `${countOf(count)} ${words}`).join(', ')}.`);
  return plot;
}

/** Means of counts: two places while they are small. */
export function countOf(count: number): string {
  const shown = Math.max(0, count);
  return shown > 0 && shown < 0.005 ? '< 0.01' : toPlace(shown, shown >= 99.95 ? 0 : shown >= 9.995 ? -1 : -2);
}
