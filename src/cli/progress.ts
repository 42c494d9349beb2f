/** One line on standard error that is rewritten as work gets done: a bar, the share, runs and the time left. Silent unless standard error is a terminal. */
import { countText } from '../figures/numbers.js';
import type { Output } from './output.js';

const REDRAW_MS = 100;
const BAR_CHARACTERS = 24;

export class Progress {
  #started_ms = 0;
  #drawn_ms = 0;
  #isShown = false;

  constructor(
    private readonly output: Output,
    private readonly what: string,
  ) {}

  update(done: number, total: number): void {
    if (this.output.stderr.isTTY !== true) return;
    const now_ms = performance.now();
    if (this.#started_ms === 0) this.#started_ms = now_ms;
    if (now_ms - this.#drawn_ms < REDRAW_MS && done < total) return;
    this.#drawn_ms = now_ms;
    this.#isShown = true;
    const line = progressLine({ what: this.what, done, total, elapsed_s: (now_ms - this.#started_ms) / 1000 });
    this.output.stderr.write(`\r\u001b[K${line.slice(0, (this.output.stderr.columns ?? 80) - 1)}`);
  }

  clear(): void {
    if (this.#isShown) this.output.stderr.write('\r\u001b[K');
    this.#isShown = false;
  }
}

/** `[######------] 25 %  500 of 2,000 runs  6 s left`; no time is guessed before a twentieth is done. */
export function progressLine({ what, done, total, elapsed_s }: { what: string; done: number; total: number; elapsed_s: number }): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const filled = Math.round(share * BAR_CHARACTERS);
  const bar = '#'.repeat(filled) + '-'.repeat(BAR_CHARACTERS - filled);
  const left = share >= 0.05 && elapsed_s > 0 ? `  ${timeText((elapsed_s / share) * (1 - share))} left` : '';
  return `[${bar}] ${String(Math.floor(share * 100)).padStart(3)} %  ${countText(done)} of ${countText(total)} ${what}${left}`;
}

function timeText(time_s: number): string {
  const whole_s = Math.ceil(time_s);
  if (whole_s < 60) return `${whole_s} s`;
  if (whole_s < 3600) return `${Math.floor(whole_s / 60)} min ${whole_s % 60} s`;
  return `${Math.floor(whole_s / 3600)} h ${Math.floor((whole_s % 3600) / 60)} min`;
}
