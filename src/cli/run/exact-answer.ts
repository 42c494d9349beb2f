/** `cupola run --exact`: the luck of shots summed instead of drawn, or the reason why this scenario does not allow it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { countText, estimateText } from '../../figures/numbers.js';
import { createExactStudy, entanglingKeys } from '../../studies/exact/exact.js';
import type { ExactSummary, Refusal } from '../../studies/exact/exact.js';
import { bodiesOf } from '../../scenario/plan/lethal.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Summary } from '../../studies/runs/summary.js';
import { BadInput, flagProblem, Stopped } from '../frame/failures.js';
import type { Output } from '../frame/output.js';
import { Progress } from '../frame/progress.js';

/** Runs between two looks at Ctrl-C. */
const TURN = 20;

export async function sumLuck(compiled: CompiledScenario, { runs, seed }: { runs: number; seed: number }, output: Output, signal: AbortSignal): Promise<ExactSummary> {
  if (compiled.plan.attacks.some((attack) => bodiesOf(attack, 0).length > 1)) {
    throw new BadInput([flagProblem('--exact', `${compiled.title}, whose missiles set several objects free`, 'missiles with one warhead each and no decoys', 'a hit in boost stops all on board together, so they are not independent; without --exact the scenario is simulated')]);
  }
  const entangling = entanglingKeys(compiled.plan);
  if (entangling.length > 0) throw new BadInput([flagProblem('--exact', `${compiled.title}, with ${entangling.join(', ')}`, 'a plain barrage or shoot-look-shoot, and links and batteries without a limit of their rate', 'under these rules the shots at one missile hang on more than its own hits; without --exact the scenario is simulated')]);
  const study = createExactStudy(compiled.plan, seed), progress = new Progress(output, 'attacks summed exactly');
  try {
    for (let run = 0; run < runs; run++) {
      if (run % TURN === 0) {
        progress.update(run, runs);
        await nextTurn();
        if (signal.aborted) throw new Stopped(`Stopped after ${countText(run)} of ${countText(runs)} attacks; nothing was written.`);
      }
      const refusal = study.add(run);
      if (refusal !== null) throw new BadInput([flagProblem('--exact', compiled.title, 'a scenario in which what is fired at a missile does not hang on the luck of shots at others', refusalText(refusal))]);
    }
    return study.summary();
  } finally {
    progress.clear();
  }
}

function refusalText({ run, t_s, missile, layer, stock }: Refusal): string {
  const what = stock === 'satellite' ? 'a satellite within reach has no interceptor left' : 'a battery within reach has no round left';
  return `in run ${run}, ${t_s.toFixed(1)} s after its start, ${layer} decides about ${missile}; ${what}, and would have one had an earlier shot at another missile hit. ` +
    `More ${stock === 'satellite' ? 'interceptors per satellite' : 'rounds'}, fewer missiles or command.doctrine=barrage may part them; without --exact the scenario is simulated`;
}

/** The summary with exact figures in place of drawn ones. */
export function withExact(summary: Summary, exact: ExactSummary): Summary {
  const { leakage, intercepted, noLeaker, gotThrough } = exact;
  return { ...summary, leakage, intercepted, noLeaker, gotThrough };
}

/** What the JSON document gets besides: the whole distribution, and the drawn figures that were replaced. */
export function exactDocument({ combinations, distribution }: ExactSummary, drawn: Summary): Record<string, unknown> {
  const { leakage, intercepted, noLeaker, gotThrough } = drawn;
  return { exact: { combinations, distribution, simulationError: 'geometry only', sampled: { leakage, intercepted, noLeaker, gotThrough } } };
}

export function exactText({ combinations, runs }: ExactSummary, drawn: Summary): string {
  const sampled = estimateText(drawn.leakage, 100);
  return `Exact: the luck of shots is summed over${combinations > 1 ? `, with ${countText(combinations)} combinations of shared failures` : ''}; the intervals are what is left from the geometry of ${countText(runs)} attacks. Drawing it gives ${sampled.mean} % ± ${sampled.halfWidth} % leakage.`;
}
