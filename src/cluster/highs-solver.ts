/**
 * HiGHS as the solver of integer models, in a thread of its own. It looks at its time limit only between steps and may run past it,
 * so the thread is ended by a timer of ours; the model then counts as stopped, and the next one gets a new thread.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { IntegerAnswer, IntegerSolver } from '../policy/locations/integer-model.js';
import type { HighsTask } from './highs-worker.js';

const WORKER_ENTRY = fileURLToPath(new URL('./highs-worker.js', import.meta.url));
/** Beyond its own limit, for loading and for steps that take long. */
const GRACE_S = 3;
const STOPPED: IntegerAnswer = { status: 'stopped', values: null, bound: null };

export interface OpenSolver {
  readonly solve: IntegerSolver;
  close(): Promise<void>;
}

/** Whether the optional package is there. */
export function isHighsInstalled(): boolean {
  try {
    import.meta.resolve('highs');
    return true;
  } catch {
    return false;
  }
}

/** `limit_s` for each model. Models are solved one at a time. */
export function openHighs(limit_s: number, signal: AbortSignal): OpenSolver {
  let worker: Worker | undefined;
  const close = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const solve: IntegerSolver = async (model) => {
    if (signal.aborted) return STOPPED;
    const thread = (worker ??= new Worker(WORKER_ENTRY)), task: HighsTask = { model, limit_s };
    return await new Promise<IntegerAnswer>((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        thread.off('message', done).off('error', fail).off('exit', end);
        act();
      };
      const done = (answer: IntegerAnswer): void => settle(() => resolve(answer));
      const fail = (error: unknown): void => settle(() => void close().then(() => reject(error instanceof Error ? error : new Error(String(error)))));
      const end = (code: number): void => fail(new Error(`HiGHS ended by itself with code ${code}`));
      const stop = (): void => settle(() => void close().then(() => resolve(STOPPED)));
      const timer = setTimeout(stop, 1000 * (limit_s + GRACE_S));
      signal.addEventListener('abort', stop);
      thread.on('message', done).on('error', fail).on('exit', end);
      thread.postMessage(task);
    });
  };
  return { solve, close };
}
