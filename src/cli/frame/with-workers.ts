/** Long work of a command: workers, a bar that shows how far it is, and a clean end whether it finishes, fails or is stopped. */
import { createInline } from '../../cluster/inline.js';
import { createThreads, defaultWorkers, type ClosableExecutor } from '../../cluster/threads.js';
import type { FlagSpec } from './command.js';
import { Stopped } from './failures.js';
import type { Flags } from './flags.js';
import type { Output } from './output.js';
import { Progress } from './progress.js';

export const WORKERS_FLAG: FlagSpec = { name: 'workers', value: 'N', doc: `worker threads (default ${defaultWorkers()}, the cores here); 0 runs without threads; the answer does not depend on it` };

export const readWorkers = (flags: Flags): number => flags.integer('workers', { min: 0, max: 256 }) ?? defaultWorkers();

export interface LongWork {
  /** Worker threads; 0 does everything in this one. */
  readonly workers: number;
  readonly output: Output;
  readonly signal: AbortSignal;
  /** What the bar counts, as in `attacks`. */
  readonly counted: string;
  /** What to say after Ctrl-C; `done` is how far the bar was. */
  stopped(done: number): string;
}

export interface Bar {
  update(done: number, total: number): void;
  /** A new bar for another kind of work. */
  begin(counted: string): void;
  clear(): void;
}

export async function withWorkers<T>({ workers, output, signal, counted, stopped }: LongWork, work: (executor: ClosableExecutor, bar: Bar) => Promise<T>): Promise<T> {
  const executor = workers === 0 ? createInline() : await createThreads({ workers });
  let progress = new Progress(output, counted), reached = 0;
  const bar: Bar = {
    update(done, total) {
      reached = done;
      progress.update(done, total);
    },
    begin(next) {
      progress.clear();
      progress = new Progress(output, next);
    },
    clear: () => progress.clear(),
  };
  try {
    return await work(executor, bar);
  } catch (error) {
    progress.clear();
    if (signal.aborted) throw new Stopped(stopped(reached));
    throw error;
  } finally {
    progress.clear();
    await executor.close();
  }
}
