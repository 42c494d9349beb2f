/** One line on standard error that is rewritten as work gets done: a bar, the share, runs and the time left. Silent unless standard error is a terminal. */
import { countText } from '../../figures/numbers.js';
import type { Output } from './output.js';

const REDRAW_MS = 100;
const BAR_CHARACTERS = 24;
const DEFAULT_COLUMNS = 80;

export class Progress {
  /** When the first piece was done: what came before it, working out the geometry, says nothing about the rest. */
  #first: { readonly done: number; readonly at_ms: number } | undefined;
  #drawn_ms = 0;
  #isShown = false;

  constructor(
    private readonly output: Output,
    private readonly what: string,
  ) {}

  update(done: number, total: number): void {
    if (this.output.stderr.isTTY !== true) return;
    const now_ms = performance.now();
    if (done > 0) this.#first ??= { done, at_ms: now_ms };
    if (now_ms - this.#drawn_ms < REDRAW_MS && done < total) return;
    this.#drawn_ms = now_ms;
    this.#isShown = true;
    const line = progressLine({ what: this.what, done, total, left_s: this.#left_s(done, total, now_ms) });
    // Some terminals say that they have no width.
    const width = (this.output.stderr.columns ?? 0) > 0 ? (this.output.stderr.columns ?? 0) : DEFAULT_COLUMNS;
    this.output.stderr.write(`\r\u001b[K${line.slice(0, width - 1)}`);
  }

  clear(): void {
    if (this.#isShown) this.output.stderr.write('\r\u001b[K');
    this.#isShown = false;
  }

  #left_s(done: number, total: number, now_ms: number): number | undefined {
    const since = done - (this.#first?.done ?? 0);
    if (this.#first === undefined || since <= 0) return undefined;
    return ((now_ms - this.#first.at_ms) / 1000 / since) * (total - done);
  }
}

/** `[######------] 25 %  500 of 2,000 attacks  6 s left`. */
export function progressLine({ what, done, total, left_s }: { what: string; done: number; total: number; left_s: number | undefined }): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const filled = Math.round(share * BAR_CHARACTERS);
  const bar = '#'.repeat(filled) + '-'.repeat(BAR_CHARACTERS - filled);
  const rest = done === 0 ? '  working out the flights' : left_s === undefined ? '' : `  ${timeText(left_s)} left`;
  return `[${bar}] ${String(Math.floor(share * 100)).padStart(3)} %  ${countText(done)} of ${countText(total)} ${what}${rest}`;
}

function timeText(time_s: number): string {
  const whole_s = Math.ceil(time_s);
  if (whole_s < 60) return `${whole_s} s`;
  if (whole_s < 3600) return `${Math.floor(whole_s / 60)} min ${whole_s % 60} s`;
  return `${Math.floor(whole_s / 3600)} h ${Math.floor((whole_s % 3600) / 60)} min`;
}
