/**
 * The page's state in the fragment of its address, so that a link shows another reader the same answer, the same attack
 * and the same moment. Unknown keys are kept out, wrong values fall back to the default; nothing is sent to a server.
 */
import { DEFAULT_DRAWS } from '../../studies/not-known/not-known.js';

export interface Edits {
  /** A numbered scenario without its ending, as in `02-one-icbm-ground-only`; the first when left out. */
  readonly scenario?: string;
  /** A raid of the catalogue in place of the scenario's own. */
  readonly raid?: string;
  readonly count?: number;
  readonly missile?: string;
  readonly origin?: string;
  readonly satellites?: number;
  readonly ground?: number;
}

export interface PageState {
  readonly view: string;
  readonly edits: Edits;
  readonly seed: number;
  readonly runs: number;
  /** Number of the run shown, or null for the typical one. */
  readonly run: number | null;
  readonly time_s: number | null;
  readonly story: string;
  /** Draws over the assumed numbers; none when the reader does not want them. */
  readonly draws: number;
}

export const DEFAULT_RUNS = 2000;
export const DEFAULT_SEED = 1;
const MOST_RUNS = 100_000, MOST_DRAWS = 1024;

export const DEFAULT_STATE: PageState = { view: 'answer', edits: {}, seed: DEFAULT_SEED, runs: DEFAULT_RUNS, run: null, time_s: null, story: '', draws: DEFAULT_DRAWS };

export function readFragment(fragment: string): PageState {
  const values = new URLSearchParams(fragment.replace(/^#/, ''));
  const edits: { -readonly [K in keyof Edits]: Edits[K] } = {};
  const count = whole(values.get('count'), 0, 100_000), satellites = whole(values.get('satellites'), 0, 10_000_000), ground = whole(values.get('ground'), 0, 1_000_000);
  if (count !== null) edits.count = count;
  if (satellites !== null) edits.satellites = satellites;
  if (ground !== null) edits.ground = ground;
  const scenario = name(values.get('scenario')), raid = name(values.get('raid')), missile = name(values.get('missile')), origin = name(values.get('from'));
  if (scenario !== '') edits.scenario = scenario;
  if (raid !== '') edits.raid = raid;
  if (missile !== '') edits.missile = missile;
  if (origin !== '') edits.origin = origin;
  const time = Number.parseFloat(values.get('t') ?? '');
  return {
    view: name(values.get('view')) || DEFAULT_STATE.view,
    edits,
    seed: whole(values.get('seed'), 0, 0xffffffff) ?? DEFAULT_SEED,
    runs: whole(values.get('runs'), 1, MOST_RUNS) ?? DEFAULT_RUNS,
    run: whole(values.get('run'), 0, MOST_RUNS),
    time_s: Number.isFinite(time) && time >= 0 ? time : null,
    story: values.get('story')?.slice(0, 80) ?? '',
    draws: whole(values.get('draws'), 0, MOST_DRAWS) ?? DEFAULT_DRAWS,
  };
}

export function writeFragment(state: PageState): string {
  const values = new URLSearchParams();
  if (state.view !== DEFAULT_STATE.view) values.set('view', state.view);
  const { scenario, raid, count, missile, origin, satellites, ground } = state.edits;
  if (scenario !== undefined) values.set('scenario', scenario);
  if (raid !== undefined) values.set('raid', raid);
  if (count !== undefined) values.set('count', String(count));
  if (missile !== undefined) values.set('missile', missile);
  if (origin !== undefined) values.set('from', origin);
  if (satellites !== undefined) values.set('satellites', String(satellites));
  if (ground !== undefined) values.set('ground', String(ground));
  if (state.seed !== DEFAULT_SEED) values.set('seed', String(state.seed));
  if (state.runs !== DEFAULT_RUNS) values.set('runs', String(state.runs));
  if (state.run !== null) values.set('run', String(state.run));
  if (state.time_s !== null) values.set('t', state.time_s.toFixed(1));
  if (state.story !== '') values.set('story', state.story);
  if (state.draws !== DEFAULT_DRAWS) values.set('draws', String(state.draws));
  const text = values.toString();
  return text === '' ? '' : `#${text}`;
}

function whole(text: string | null, low: number, high: number): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= low && value <= high ? value : null;
}

function name(text: string | null): string {
  return text !== null && /^[a-z0-9][a-z0-9-]{0,80}$/.test(text) ? text : '';
}
