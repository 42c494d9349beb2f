/**
 * What the page knows: the question asked, the answer so far, the attack shown. Components read it with `useSession`
 * and change it through the functions of `conduct.ts`; nothing here talks to workers.
 */
import { create } from 'zustand';
import type { Replay } from '../../engine/record/record.js';
import type { Catalogue, NumberedScenario } from '../../scenario/catalogue.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Problem } from '../../scenario/text/problem.js';
import type { Summary } from '../../studies/runs/summary.js';
import { DEFAULT_DRAWS } from '../../studies/not-known/not-known.js';
import { DEFAULT_RUNS, DEFAULT_SEED, type Edits } from './fragment.js';

export type Phase = 'loading' | 'compiling' | 'settling' | 'ready' | 'failed';
export type Drawer = '' | 'compare' | 'share' | 'check-claim';
export type PictureKind = 'globe' | 'map' | 'table';

/** An answer and the question it belongs to; kept on screen until the next one begins to settle. */
export interface Answer {
  readonly compiled: CompiledScenario;
  readonly summary: Summary;
  readonly launched: number;
  readonly runId: string;
  /** False while runs are still being added. */
  readonly isSettled: boolean;
  /** The scenario asked, and the commands on it that give the same answer outside the page. */
  readonly scenario: NumberedScenario;
  readonly overrides: readonly string[];
}

/** Views that answer by themselves: while one is shown, the study of the first screen neither starts nor goes on. */
export const VIEWS_WITHOUT_STUDY: ReadonlySet<string> = new Set(['number-needed', 'order', 'seen-warned', 'price']);

export interface Session {
  readonly phase: Phase;
  readonly view: string;
  readonly catalogue: Catalogue | null;
  readonly edits: Edits;
  readonly seed: number;
  readonly runs: number;
  readonly progress: { readonly done: number; readonly total: number };
  /** The scenario with the raid chosen, as it is without further edits. */
  readonly base: Plan | null;
  readonly answer: Answer | null;
  /** What is wrong with the present edits; the answer shown is then an older one. */
  readonly problems: readonly Problem[];
  readonly failure: string;
  readonly run: number | null;
  readonly replay: Replay | null;
  /** Key of the missile whose story is open, or empty. */
  readonly story: string;
  readonly isListOpen: boolean;
  /** What lies open over the page's right side. */
  readonly drawer: Drawer;
  /** Draws over the assumed numbers; 0 when the reader does not want them. */
  readonly draws: number;
  readonly picture: PictureKind;
  /** Why there is no globe, or empty. */
  readonly noGlobe: string;
}

export const useSession = create<Session>(() => ({
  phase: 'loading', view: 'answer', catalogue: null, edits: {}, seed: DEFAULT_SEED, runs: DEFAULT_RUNS,
  progress: { done: 0, total: DEFAULT_RUNS }, base: null, answer: null, problems: [], failure: '', run: null, replay: null,
  story: '', isListOpen: false, drawer: '', draws: DEFAULT_DRAWS, picture: 'globe', noGlobe: '',
}));

export function openStory(key: string): void {
  useSession.setState({ story: key, isListOpen: false, drawer: '' });
}

export function closePanels(): void {
  useSession.setState({ story: '', isListOpen: false, drawer: '' });
}

export function toggleDrawer(drawer: Drawer): void {
  useSession.setState((state) => ({ drawer: state.drawer === drawer ? '' : drawer }));
}

export function toggleList(): void {
  useSession.setState((state) => ({ isListOpen: !state.isListOpen, story: '', drawer: '' }));
}

export function showPicture(picture: PictureKind): void {
  useSession.setState({ picture });
}

export function showView(view: string): void {
  useSession.setState({ view });
}

/** The globe cannot be drawn here; the flat map takes its place and says why. */
export function giveUpGlobe(reason: string): void {
  useSession.setState((state) => ({ noGlobe: reason, picture: state.picture === 'globe' ? 'map' : state.picture }));
}
