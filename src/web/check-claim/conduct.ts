/** A check from the reader's sentence to findings: numbers and prices beside the page, a share by runs of the scenario with the sentence's numbers. */
import { flownClaim } from '../../policy/claims/check/flown-claim.js';
import { claimedShare } from '../../policy/claims/check/check-claim.js';
import { moveShare } from '../../policy/claims/check/moved-share.js';
import type { FlownShare } from '../../policy/claims/check/share-range.js';
import type { Amount, ClaimSlots, SlotFinding } from '../../policy/claims/check/slots.js';
import type { Catalogue, NumberedScenario } from '../../scenario/catalogue.js';
import { stemOf } from '../../scenario/text/file-stem.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { lethalCount } from '../../scenario/plan/lethal.js';
import { problemWords } from '../../scenario/text/problem.js';
import { compileChange, hireBackground, nameRun, studyAttacks } from '../engine/client.js';
import type { CheckReply, CheckRequest } from './check.worker.js';
import { useCheck } from './state.js';

/** As `cupola claims --check` takes them. */
const RUNS = 200, DRAWS = 16, DRAW_RUNS = 100, SEED = 1;

let worker: Worker | undefined;
let lastId = 0;
let stop = new AbortController();

export function stopChecking(): void {
  stop.abort();
  useCheck.setState(({ stage }) => (stage === 'flying' || stage === 'assuming' || stage === 'working' ? { stage: 'open' } : {}));
}

export function fillSlots(slots: ClaimSlots): void {
  stop.abort();
  useCheck.setState({ slots, stage: 'open', checked: null, findings: [], flown: null, failure: '', part: 'sentence' });
}

export async function checkNow(catalogue: Catalogue): Promise<void> {
  stop.abort();
  stop = new AbortController();
  const { signal } = stop, { slots } = useCheck.getState();
  const tell = (change: Partial<ReturnType<typeof useCheck.getState>>): void => { if (!signal.aborted) useCheck.setState(change); };
  tell({ stage: 'working', checked: slots, findings: [], flown: null, failure: '', done: 0, total: 0 });
  try {
    const claimed = claimedShare(slots), scenario = scenarioOf(slots, catalogue), base = slots.scenario === undefined && claimed === undefined ? undefined : await compiled(scenario, []);
    const shield = base === undefined || typeof base === 'string' || slots.scenario === undefined ? {} : { shield: { title: base.title, plan: base.plan } };
    const find = async (flown: FlownShare | string | undefined): Promise<void> => tell({ findings: await ask(catalogue, slots, { ...shield, ...(flown === undefined ? {} : { flown }) }) });
    await find(claimed === undefined ? undefined : 'runs are under way');
    if (claimed !== undefined && base !== undefined && !signal.aborted) {
      const flown = typeof base === 'string' ? base : await fly(slots, claimed, { scenario, base }, catalogue, signal, tell, find);
      await find(flown);
      tell({ flown: typeof flown === 'string' ? null : flown });
    }
    tell({ stage: 'done' });
  } catch (error) {
    tell({ stage: 'failed', failure: error instanceof Error ? error.message : String(error) });
  }
}

/** What the sentence leaves open is that of this scenario. */
function scenarioOf({ scenario }: ClaimSlots, catalogue: Catalogue): NumberedScenario {
  const found = catalogue.scenarios.find(({ name }) => stemOf(name) === scenario) ?? catalogue.scenarios[0];
  if (found === undefined) throw new Error('The public data hold no scenario.');
  return found;
}

async function compiled(scenario: NumberedScenario, overrides: readonly string[]): Promise<CompiledScenario | string> {
  const result = await compileChange(scenario, overrides, 'urgent');
  return result.ok ? result.compiled : `the scenario does not take these numbers: ${problemWords(result.problems)}`;
}

interface Flight {
  readonly scenario: NumberedScenario;
  readonly base: CompiledScenario;
}

async function fly(slots: ClaimSlots, claimed: Amount, { scenario, base }: Flight, catalogue: Catalogue, signal: AbortSignal, tell: (change: Partial<ReturnType<typeof useCheck.getState>>) => void, find: (flown: FlownShare) => Promise<void>): Promise<FlownShare | string> {
  const flown = flownClaim(slots, base.plan, catalogue);
  if (typeof flown === 'string') return flown;
  const asked = await compiled(scenario, flown.changes);
  if (typeof asked === 'string') return asked;
  tell({ stage: 'flying', total: RUNS });
  const summary = await studyAttacks(asked, { seed: SEED, runs: RUNS, signal }, ({ done, total }) => tell({ done, total }));
  const launched = lethalCount(asked.plan.attacks), share: FlownShare = { runId: nameRun(asked.planHash, { seed: SEED, runs: RUNS }), runs: summary.runs, launched, title: base.title, leakage: summary.leakage, band: null, drivers: [], notes: flown.notes };
  await find(share);
  tell({ stage: 'assuming', done: 0, total: DRAWS, flown: share });
  const { executor, dismiss } = hireBackground(asked.plan);
  signal.addEventListener('abort', dismiss);
  try {
    const compile = (overrides: readonly string[]): ReturnType<typeof compileChange> => compileChange(scenario, [...flown.changes, ...overrides]), onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void => tell({ done, total });
    return { ...share, ...(await moveShare({ base: asked, compile, seed: SEED, runs: DRAW_RUNS, claimed, launched, draws: DRAWS }, executor, { onDraw: onProgress, onInput: onProgress }, signal)) };
  } finally {
    dismiss();
  }
}

function ask(catalogue: Catalogue, slots: ClaimSlots, context: CheckRequest['context']): Promise<readonly SlotFinding[]> {
  const isFirst = worker === undefined, id = ++lastId;
  worker ??= new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module', name: 'cupola-claims' });
  const asked = worker;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<CheckReply>): void => {
      if (data.id !== id) return;
      asked.removeEventListener('message', hear);
      if (data.failure === '') resolve(data.findings);
      else reject(new Error(data.failure));
    };
    asked.addEventListener('message', hear);
    asked.addEventListener('error', (event) => { event.preventDefault(); reject(new Error(event.message || 'the worker could not be loaded')); }, { once: true });
    asked.postMessage({ id, slots, context, ...(isFirst ? { catalogue } : {}) } satisfies CheckRequest);
  });
}
