/** The chapter's settings and what is known at them, for the question that the page asks; answered in the background. */
import { create } from 'zustand';
import type { NumberedScenario } from '../../scenario/catalogue.js';
import { overridesOf, stemOf } from '../engine/overrides.js';
import { attendPart, keepPart, partOfAddress, type AddressPart } from '../state/address-part.js';
import { useSession, type Session } from '../state/session.js';
import type { Watched, WatchReply, WatchRequest } from './messages.js';
import { readSettings, START, writeSettings, type Settings } from './settings.js';

const ADDRESS: AddressPart = { view: 'seen-warned', part: 'watch', write: () => writeSettings(useWatch.getState().settings), adopt: (text) => adopt(readSettings(text)) };
const STILL_MS = 200;
const NOTHING: Watched = { doing: 'scenario', done: 0 };

export interface WatchState {
  readonly settings: Settings;
  /** At the present settings and question. */
  readonly known: Watched;
}

export const useWatch = create<WatchState>(() => ({ settings: readSettings(partOfAddress(ADDRESS.part)), known: NOTHING }));

export function choose(change: Partial<Settings>): void {
  adopt({ ...useWatch.getState().settings, ...change });
  keepPart(ADDRESS);
}

export function toggleOut(name: string): void {
  const { without } = useWatch.getState().settings;
  choose({ without: without.includes(name) ? without.filter((other) => other !== name) : [...without, name] });
}

export const resetSettings = (): void => choose(START);

/** Lists stay while the answer is made anew: what the reader is about to press must not go away. */
function adopt(settings: Settings): void {
  useWatch.setState(({ known: { cast, incidents } }) => ({ settings, known: { ...NOTHING, ...(cast === undefined ? {} : { cast }), ...(incidents === undefined ? {} : { incidents }) } }));
  askSoon();
}

interface Question {
  readonly scenario: NumberedScenario;
  readonly overrides: readonly string[];
}

/** What the page asks; null while it is not known yet. */
function questionOf({ catalogue, edits, base }: Session): Question | null {
  if (catalogue === null) return null;
  const scenario = edits.scenario === undefined ? catalogue.scenarios[0] : catalogue.scenarios.find(({ name }) => stemOf(name) === edits.scenario);
  if (scenario === undefined) return null;
  if (base === null) return Object.keys(edits).every((key) => key === 'scenario') ? { scenario, overrides: [] } : null;
  return { scenario, overrides: overridesOf(edits, base) };
}

const keyOf = (question: Question | null): string => (question === null ? '' : [question.scenario.name, ...question.overrides].join(' '));

let worker: Worker | undefined;
let isBusy = false;
let lastId = 0;
let askedKey = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function askSoon(): void {
  lastId++;
  clearTimeout(timer);
  timer = setTimeout(ask, STILL_MS);
}

function ask(): void {
  const session = useSession.getState(), question = questionOf(session), { settings } = useWatch.getState();
  if (question === null) return;
  askedKey = keyOf(question);
  // A study cannot be interrupted from within: one that nobody waits for any more goes with its worker.
  if (isBusy) dismiss();
  const isNew = worker === undefined;
  worker ??= startWorker();
  isBusy = true;
  const { scenario: { name, text }, overrides } = question;
  worker.postMessage({ id: lastId, text, fileName: `scenarios/${name}`, overrides, settings, ...(isNew ? { catalogue: session.catalogue } : {}) } satisfies WatchRequest);
}

function dismiss(): void {
  worker?.terminate();
  worker = undefined;
  isBusy = false;
}

function startWorker(): Worker {
  const started = new Worker(new URL('./watch.worker.ts', import.meta.url), { type: 'module', name: 'seen-warned' });
  started.onmessage = ({ data: { id, ...news } }: MessageEvent<WatchReply>) => {
    if (started !== worker) return;
    if (news.done >= 1) isBusy = false;
    if (id === lastId) useWatch.setState(({ known }) => ({ known: { ...known, ...news } }));
  };
  started.onerror = (event) => {
    event.preventDefault();
    if (started !== worker) return;
    dismiss();
    useWatch.setState(({ known }) => ({ known: { ...known, done: 1, doing: '', none: event.message || 'The background worker could not be loaded.' } }));
  };
  return started;
}

/** While the chapter is shown: keeps its part of the address and asks whenever the question of the page changes. */
export function attend(): () => void {
  const leave = attendPart(ADDRESS), quit = useSession.subscribe((session, before) => {
    if (session.catalogue === before.catalogue && session.edits === before.edits && session.base === before.base) return;
    if (keyOf(questionOf(session)) !== askedKey) adopt(useWatch.getState().settings);
  });
  if (keyOf(questionOf(useSession.getState())) !== askedKey) adopt(useWatch.getState().settings);
  else if (useWatch.getState().known.done < 1) askSoon();
  return () => {
    clearTimeout(timer);
    quit();
    leave();
    // Nobody looks at what is still being worked out.
    if (isBusy) dismiss();
  };
}
