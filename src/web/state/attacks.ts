/** Which of the simulated attacks is shown: the typical one (studies/typical-run.ts), or the defender's best or worst. */
import type { Summary } from '../../studies/runs/summary.js';
import { typicalRun } from '../../studies/typical-run.js';

export type AttackChoice = 'typical' | 'best' | 'worst' | 'next';

type Outcome = Pick<Summary, 'leakedByRun' | 'gotThrough'>;

export { typicalRun };

export function bestRun(summary: Outcome): number {
  return firstWhere(summary.leakedByRun, (leaked, best) => leaked < best);
}

export function worstRun(summary: Outcome): number {
  return firstWhere(summary.leakedByRun, (leaked, worst) => leaked > worst);
}

/** The next attack after `run` in which something got through, around the end to the start; −1 if there is none. */
export function nextLeakyRun(summary: Outcome, run: number): number {
  const runs = summary.leakedByRun.length;
  for (let step = 1; step <= runs; step++) {
    const candidate = (run + step) % runs;
    if ((summary.leakedByRun[candidate] ?? 0) > 0) return candidate;
  }
  return -1;
}

/** What to call an attack: its outcome beside the others', in words. */
export function describeRun(summary: Outcome, run: number): string {
  const leaked = summary.leakedByRun[run];
  if (leaked === undefined) return 'one of many';
  const best = summary.leakedByRun[bestRun(summary)], worst = summary.leakedByRun[worstRun(summary)];
  if (best === worst) return 'all end alike';
  if (leaked === best && leaked !== summary.gotThrough.p50) return 'the best for the defender';
  if (leaked === worst && leaked !== summary.gotThrough.p50) return 'the worst for the defender';
  return leaked === summary.gotThrough.p50 ? 'a typical one' : leaked < summary.gotThrough.p50 ? 'better than typical' : 'worse than typical';
}

function firstWhere(leakedByRun: Uint16Array, isBetter: (leaked: number, best: number) => boolean): number {
  let found = 0;
  for (let run = 1; run < leakedByRun.length; run++) if (isBetter(leakedByRun[run] ?? 0, leakedByRun[found] ?? 0)) found = run;
  return found;
}
