/** A mark for every object of an attack: a disc was stopped, a cross got through, a bar failed by itself. Shape says it; colour repeats it. */
import type { Fate } from '../../engine/record/record.js';

export const FATE_ORDER: readonly Fate[] = ['killed', 'failed', 'disrupted', 'leaked', 'harmless'];

export const FATE_WORDS: Readonly<Record<Fate, string>> = { killed: 'stopped', failed: 'failed by itself', disrupted: 'stopped without an interceptor', leaked: 'got through', harmless: 'a decoy' };

interface Shape {
  /** Path in a box of 24 by 24. */
  readonly path: string;
  readonly isFilled: boolean;
  /** Width of the stroke of what is not filled. */
  readonly stroke: number;
}

const BAR: Shape = { path: 'M5 12h14', isFilled: false, stroke: 4 };

export const FATE_SHAPES: Readonly<Record<Fate, Shape>> = {
  killed: { path: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z', isFilled: true, stroke: 0 },
  failed: BAR,
  disrupted: BAR,
  leaked: { path: 'M5.5 5.5l13 13M18.5 5.5l-13 13', isFilled: false, stroke: 4 },
  harmless: { path: 'M7 12a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z', isFilled: false, stroke: 2 },
};
