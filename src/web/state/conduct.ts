/**
 * Conducts the page: fetch the catalogue, compile the question, run the study, show a typical attack. A new question
 * stops the study under way; what is on screen stays until something better replaces it.
 */
import type { NumberedScenario } from '../../scenario/catalogue.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { lethalCount } from '../../scenario/plan/lethal.js';

import { compileScenario, fetchCatalogue, nameRun, replayAttack, studyAttacks } from '../engine/client.js';
import { rest } from '../engine/rest.js';
import { bestRun, nextLeakyRun, typicalRun, worstRun, type AttackChoice } from './attacks.js';
import { DEFAULT_STATE, readFragment, writeFragment, type Edits } from './fragment.js';
import { cue, play, prefersStillness, usePlayback } from './playback.js';
import { useSession, VIEWS_WITHOUT_STUDY } from './session.js';

let stop = new AbortController();
let isListening = false;
/** While the address changes the state, the state must not change the address. */
let isAdopting = false;

/** Starts from the address bar and follows it: the back button undoes an edit. */
export async function startSession(): Promise<void> {
  adoptFragment();
  if (!isListening) {
    isListening = true;
    window.addEventListener('popstate', () => { adoptFragment(); void answerQuestion(); });
    useSession.subscribe((state, before) => {
      if (!isAdopting && (state.run !== before.run || state.story !== before.story || state.view !== before.view || state.draws !== before.draws)) recordState('replace');
    });
    useSession.subscribe(restOrWake);
    usePlayback.subscribe((state, before) => { if (state.isHeld && !state.isPlaying && (!before.isHeld || before.isPlaying)) recordState('replace'); });
  }
  try {
    useSession.setState({ phase: 'loading', failure: '', catalogue: await fetchCatalogue() });
  } catch (error) {
    fail(error);
    return;
  }
  restOrWake();
  await answerQuestion();
}

/** Whether the view shown wants the study; a drawer over it may. */
const isStudyWanted = (): boolean => {
  const { view, drawer } = useSession.getState();
  return drawer !== '' || !VIEWS_WITHOUT_STUDY.has(view);
};

let isUnanswered = false;

/** Where the study is not wanted it rests; a question that was put off meanwhile is answered when it is. */
function restOrWake(): void {
  const isWanted = isStudyWanted();
  rest(!isWanted);
  if (isWanted && isUnanswered) void answerQuestion();
}

/** Changes the question; the old one is one step back in the browser's history. */
export function editQuestion(change: Edits): void {
  ask({ ...useSession.getState().edits, ...change });
}

/** Another attack: a raid of the catalogue against the shield as the reader has it, or a numbered scenario with its own shield. */
export function chooseAttack(choice: Pick<Edits, 'scenario' | 'raid'>): void {
  const { satellites, ground } = useSession.getState().edits;
  ask(choice.raid === undefined ? choice : { ...choice, ...(satellites === undefined ? {} : { satellites }), ...(ground === undefined ? {} : { ground }) });
}

/** How often the assumed numbers are drawn; 0 stops it. */
export function setDraws(draws: number): void {
  useSession.setState({ draws });
}

export function resetQuestion(): void {
  ask({});
}

function ask(edits: Edits): void {
  linkedTime_s = null;
  // The address of the old question must stay as it is: the new one gets an entry of its own.
  isAdopting = true;
  const { scenario, raid } = useSession.getState().edits, isOther = edits.scenario !== scenario || edits.raid !== raid;
  useSession.setState({ edits, run: null, story: '', ...(isOther ? { base: null } : {}) });
  isAdopting = false;
  recordState('push');
  void answerQuestion();
}

/** Compiles and runs the question as it stands. */
export async function answerQuestion(): Promise<void> {
  stop.abort();
  stop = new AbortController();
  const { signal } = stop;
  const { catalogue, edits, runs } = useSession.getState();
  if (catalogue === null) return;
  isUnanswered = !isStudyWanted();
  if (isUnanswered) return;
  useSession.setState({ phase: 'compiling', failure: '', progress: { done: 0, total: runs } });
  try {
    const { scenario, result, overrides, base } = await compileScenario(catalogue, edits);
    if (signal.aborted) return;
    useSession.setState({ base });
    if (!result.ok) {
      const { answer } = useSession.getState();
      const isHalfWay = answer !== null && !answer.isSettled;
      useSession.setState({ problems: result.problems, phase: answer === null ? 'failed' : isHalfWay ? 'settling' : 'ready', failure: '' });
      // The edit stopped the study whose answer stays on screen: it is finished.
      if (isHalfWay) await settle(answer, signal);
      return;
    }
    useSession.setState({ problems: [], phase: 'settling' });
    await settle({ scenario, compiled: result.compiled, overrides }, signal);
  } catch (error) {
    if (!signal.aborted) fail(error);
  }
}

interface Asked {
  readonly scenario: NumberedScenario;
  readonly compiled: CompiledScenario;
  readonly overrides: readonly string[];
}

async function settle(asked: Asked, signal: AbortSignal): Promise<void> {
  const { compiled } = asked;
  const { seed, runs } = useSession.getState();
  const launched = lethalCount(compiled.plan.attacks);
  const runId = nameRun(compiled.planHash, { seed, runs });
  const summary = await studyAttacks(compiled, { seed, runs, signal }, (progress, interim) => {
    if (signal.aborted) return;
    // The attack on screen belongs to the old question; it goes when the new one has something to show.
    useSession.setState(interim === undefined ? { progress } : { progress, replay: null, answer: { ...asked, summary: interim, launched, runId, isSettled: false } });
  });
  if (signal.aborted) return;
  useSession.setState({ replay: null, answer: { ...asked, summary, launched, runId, isSettled: true }, progress: { done: runs, total: runs }, phase: 'ready' });
  const { run } = useSession.getState();
  await showRun(run !== null && run < runs ? run : typicalRun(summary));
}

/** Shows one of the buttons' attacks. */
export async function showAttack(choice: AttackChoice): Promise<void> {
  const { answer, run } = useSession.getState();
  if (answer === null || !answer.isSettled) return;
  const { summary } = answer;
  const wanted = choice === 'typical' ? typicalRun(summary) : choice === 'best' ? bestRun(summary) : choice === 'worst' ? worstRun(summary) : nextLeakyRun(summary, run ?? 0);
  if (wanted < 0) return;
  linkedTime_s = null;
  useSession.setState({ story: '' });
  await showRun(wanted);
}

async function showRun(run: number): Promise<void> {
  const { answer, seed } = useSession.getState();
  if (answer === null) return;
  const { signal } = stop;
  try {
    const replay = await replayAttack(answer.compiled, { seed, run });
    if (signal.aborted) return;
    cue(replay, linkedTime_s);
    useSession.setState((state) => ({ run, replay, story: replay.missiles.some((missile) => missile.key === state.story) ? state.story : '' }));
    // A linked moment is shown as it was sent; otherwise the attack plays, except for readers who want stillness.
    if (linkedTime_s === null && !prefersStillness()) play();
    linkedTime_s = null;
  } catch (error) {
    if (!signal.aborted) fail(error);
  }
}

let linkedTime_s: number | null = null;

function adoptFragment(): void {
  const state = readFragment(window.location.hash);
  linkedTime_s = state.time_s;
  isAdopting = true;
  useSession.setState({ view: state.view, edits: state.edits, seed: state.seed, runs: state.runs, run: state.run, story: state.story, draws: state.draws });
  isAdopting = false;
}

/** Address that shows the answer, without the attack and the moment that are on screen just now. */
export function addressOfAnswer(): string {
  const { edits, seed, runs, draws } = useSession.getState();
  return `${window.location.href.replace(/#.*$/, '')}${writeFragment({ ...DEFAULT_STATE, edits, seed, runs, draws })}`;
}

/** Puts the moment the reader stopped at into the address. */
export function rememberMoment(): void {
  recordState('replace');
}

/** Writes the state into the address; time only while the picture stands still. */
function recordState(how: 'push' | 'replace'): void {
  const { view, edits, seed, runs, run, story, answer, draws } = useSession.getState();
  const { time_s, isHeld } = usePlayback.getState();
  const isTypical = answer !== null && answer.isSettled && run === typicalRun(answer.summary);
  const shown = isTypical ? null : run;
  const fragment = writeFragment({ view, edits, seed, runs, run: shown, time_s: isHeld && how === 'replace' ? time_s : null, story, draws });
  const address = `${window.location.pathname}${window.location.search}${fragment}`;
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}

function fail(error: unknown): void {
  useSession.setState({ phase: 'failed', failure: error instanceof Error ? error.message : String(error) });
}
