/** Runs of a scenario with the numbers of a claim: the share stopped, its range over the assumed cards, and what would have to be. */
import { countText } from '../../figures/numbers.js';
import { type FlownClaim, flownClaim } from '../../policy/claims/check/flown-claim.js';
import { moveShare } from '../../policy/claims/check/moved-share.js';
import type { FlownShare } from '../../policy/claims/check/share-range.js';
import type { Amount, ClaimSlots } from '../../policy/claims/check/slots.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario, CompileResult } from '../../scenario/compile/compiled.js';
import { lethalCount } from '../../scenario/plan/lethal.js';
import { problemWords } from '../../scenario/text/problem.js';
import { runIdOf } from '../../studies/provenance.js';
import { runStudy } from '../../studies/runs/monte-carlo.js';
import type { CommandInput } from '../frame/command.js';
import { reachProblems } from '../frame/reach-check.js';
import { type Bar, withWorkers } from '../frame/with-workers.js';

export interface NamedScenario {
  readonly name: string;
  readonly text: string;
  readonly compiled: CompiledScenario;
}

export interface FlightOptions {
  readonly runs: number;
  readonly seed: number;
  readonly draws: number;
  readonly workers: number;
}

export interface FlownAnswer {
  readonly share: FlownShare;
  readonly planHash: string;
  readonly changes: readonly string[];
}

/** A text says why the claim cannot be flown. */
export async function flyClaim(slots: ClaimSlots, claimed: Amount, scenario: NamedScenario, catalogue: Catalogue, options: FlightOptions, { output, signal }: Pick<CommandInput, 'output' | 'signal'>): Promise<FlownAnswer | string> {
  const flown: FlownClaim | string = flownClaim(slots, scenario.compiled.plan, catalogue);
  if (typeof flown === 'string') return flown;
  const compile = (overrides: readonly string[]): CompileResult => compileText(scenario.text, scenario.name, catalogue, [...flown.changes, ...overrides]);
  const result = compile([]);
  if (!result.ok) return `the scenario does not take these numbers: ${problemWords(result.problems)}`;
  const base = result.compiled, [unreachable] = reachProblems(base, scenario.name).filter(({ severity }) => severity === 'error');
  if (unreachable !== undefined) return `${unreachable.found}; ${unreachable.expected}`;
  const { runs, seed, draws, workers } = options, launched = lethalCount(base.plan.attacks);
  const stopped = (done: number): string => `Stopped after ${countText(done)} of ${countText(runs)} simulated attacks; nothing was written.`;
  return await withWorkers({ workers, output, signal, counted: 'attacks', stopped }, async (executor, bar) => {
    const summary = await runStudy(base, { runs, seed }, executor, (state) => bar.update(state.done, state.total), signal);
    const moved = draws === 0 ? { band: null, drivers: [] } : await moveShare({ base, compile, seed, runs: Math.min(runs, MOST_DRAW_RUNS), claimed, launched, draws }, executor, inBars(bar), signal);
    return {
      planHash: summary.planHash, changes: flown.changes,
      share: {
        runId: runIdOf({ planHash: summary.planHash, engineVersion: catalogue.engineVersion, seed: summary.seed, runs: summary.runs }), runs: summary.runs, launched, title: scenario.compiled.title, leakage: summary.leakage,
        ...moved, notes: flown.notes,
      },
    };
  });
}

/** A bar for the draws, then one for numbers that are moved alone. */
function inBars(bar: Bar): Parameters<typeof moveShare>[2] {
  let counted = '';
  const tell = (what: string) => ({ done, total }: { readonly done: number; readonly total: number }): void => {
    if (counted !== what) bar.begin(counted = what);
    bar.update(done, total);
  };
  return { onDraw: tell('draws over the assumed numbers'), onInput: tell('assumed numbers moved alone') };
}

/** A mean over draws needs no more. */
const MOST_DRAW_RUNS = 100;
