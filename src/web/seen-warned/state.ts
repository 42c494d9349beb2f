/** The chapter's settings and what is known at them, for the question that the page asks; answered in the background. */
import { create } from 'zustand';
import { compileScenario } from '../engine/client.js';
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

type Question = Pick<Awaited<ReturnType<typeof compileScenario>>, 'scenario' | 'overrides'>;

/** What the page asks; the study of the first screen rests meanwhile, so it may not have been compiled yet. Null where there is none. */
async function questionOf({ catalogue, edits }: Session): Promise<Question | null> {
  const [first] = catalogue?.scenarios ?? [];
  if (catalogue === null || first === undefined) return null;
  return Object.keys(edits).length === 0 ? { scenario: first, overrides: [] } : compileScenario(catalogue, edits);
}

const keyOf = ({ catalogue, edits }: Session): string => (catalogue === null ? '' : JSON.stringify(edits));

let worker: Worker | undefined;
let isBusy = false;
let lastId = 0;
let askedKey = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function askSoon(): void {
  lastId++;
  clearTimeout(timer);
  timer = setTimeout(() => { void ask().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error))); }, STILL_MS);
}

async function ask(): Promise<void> {
  const session = useSession.getState(), { settings } = useWatch.getState(), id = lastId;
  askedKey = keyOf(session);
  // A study cannot be interrupted from within: one that nobody waits for any more goes with its worker.
  if (isBusy) dismiss();
  const question = await questionOf(session);
  if (question === null || id !== lastId) return;
  const isNew = worker === undefined;
  worker ??= startWorker();
  isBusy = true;
  const { scenario: { name, text }, overrides } = question;
  worker.postMessage({ id, text, fileName: `scenarios/${name}`, overrides, settings, ...(isNew ? { catalogue: session.catalogue } : {}) } satisfies WatchRequest);
}

function fail(none: string): void {
  useWatch.setState(({ known }) => ({ known: { ...known, done: 1, doing: '', none } }));
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
    fail(event.message || 'The background worker could not be loaded.');
  };
  return started;
}

/** While the chapter is shown: keeps its part of the address and asks whenever the question of the page changes. */
export function attend(): () => void {
  const leave = attendPart(ADDRESS), quit = useSession.subscribe((session, before) => {
    if (session.catalogue === before.catalogue && session.edits === before.edits) return;
    if (keyOf(session) !== askedKey) adopt(useWatch.getState().settings);
  });
  if (keyOf(useSession.getState()) !== askedKey) adopt(useWatch.getState().settings);
  else if (useWatch.getState().known.done < 1) askSoon();
  return () => {
    clearTimeout(timer);
    quit();
    leave();
    // Nobody looks at what is still being worked out.
    if (isBusy) dismiss();
  };
}
