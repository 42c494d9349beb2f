/**
 * Works out what is not known once an answer stands and its attack is on screen, in workers of its own: neither the next
 * question nor the picture waits for them. A new question dismisses them at once. Hidden pages start nothing.
 */
import { findDrivers } from '../../studies/not-known/drivers.js';
import { DEFAULT_DRAW_RUNS, notKnown } from '../../studies/not-known/not-known.js';
import { compileChange, hireBackground, isLarge } from '../engine/client.js';
import { useSession, type Answer } from '../state/session.js';
import { NOTHING_YET, useUncertain, type Uncertain } from './uncertain.js';

/** Finished ones kept for the back button. */
const MOST_KEPT = 8;
const TOLD_EVERY_MS = 250;

const kept = new Map<string, Uncertain>();
let stop: (() => void) | undefined;
let isFollowing = false;

export function followAnswers(): void {
  if (isFollowing) return;
  isFollowing = true;
  useSession.subscribe(consider);
  document.addEventListener('visibilitychange', consider);
}

/** Starts, goes on or stops, whichever the present state of the page asks for. */
function consider(): void {
  const { phase, answer, replay, draws } = useSession.getState();
  const key = answer !== null && answer.isSettled ? keyOf(answer, draws) : '';
  if (phase !== 'ready' || draws === 0 || key !== wanted) {
    stop?.();
    stop = undefined;
    wanted = '';
  }
  if (phase !== 'ready' || answer === null || key === '' || replay === null || draws === 0 || key === wanted || document.hidden) return;
  const before = kept.get(key);
  if (before === undefined && !woken.has(key) && isLarge(answer.compiled.plan)) {
    if (useUncertain.getState().runId !== answer.runId) useUncertain.setState({ ...NOTHING_YET, runId: answer.runId, stage: 'asleep' });
    return;
  }
  wanted = key;
  if (before !== undefined) useUncertain.setState(before);
  else void workOut(answer, draws, key);
}

/** Starts what was left asleep. */
export function wakeUp(): void {
  const { answer, draws } = useSession.getState();
  if (answer === null) return;
  woken.add(keyOf(answer, draws));
  consider();
}

const woken = new Set<string>();
let wanted = '';
const keyOf = ({ runId }: Answer, draws: number): string => `${runId}/${draws}`;

async function workOut(answer: Answer, draws: number, key: string): Promise<void> {
  const { scenario, compiled, summary, runId, overrides } = answer;
  const halt = new AbortController(), { signal } = halt, crew = hireBackground(compiled.plan);
  stop = () => { halt.abort(); crew.dismiss(); };
  const tell = (change: Partial<Uncertain>): void => { if (!signal.aborted) useUncertain.setState(change); };
  const question = { base: compiled, compile: (changes: readonly string[]) => compileChange(scenario, [...overrides, ...changes]), seed: summary.seed, runs: Math.min(summary.runs, DEFAULT_DRAW_RUNS) };
  let told_ms = 0;
  tell({ ...NOTHING_YET, runId, stage: 'drawing', total: draws });
  try {
    const band = await notKnown(question, { draws }, crew.executor, ({ done, total, interim }) => {
      if (performance.now() - told_ms < TOLD_EVERY_MS) return;
      told_ms = performance.now();
      tell({ done, total, band: interim() });
    }, signal);
    tell({ stage: 'moving', band, done: 0, total: 0 });
    const drivers = await findDrivers(question, {}, crew.executor, ({ phase, done, total }) => tell({ stage: phase === 'moving each input' ? 'moving' : 'turning', done, total }), signal);
    tell({ stage: 'done', drivers });
    if (!signal.aborted) keep(key, useUncertain.getState());
  } catch (error) {
    tell({ stage: 'failed', failure: error instanceof Error ? error.message : String(error) });
  } finally {
    crew.dismiss();
  }
}

function keep(key: string, found: Uncertain): void {
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) return;
    kept.delete(oldest);
  }
}
