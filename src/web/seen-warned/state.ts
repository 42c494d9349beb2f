/** The chapter's settings and what is known at them, for the question that the page asks; answered in the background. */
import { create } from 'zustand';
import { createBackground } from '../engine/background.js';
import { attendPart, keepPart, partOfAddress, type AddressPart } from '../state/address-part.js';
import { createAsking, questionOf } from '../state/asking.js';
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
  asking.soon();
}

const fail = (none: string): void => useWatch.setState(({ known }) => ({ known: { ...known, done: 1, doing: '', none } }));

const background = createBackground<WatchRequest, WatchReply>({
  start: () => new Worker(new URL('./watch.worker.ts', import.meta.url), { type: 'module', name: 'seen-warned' }),
  hear: ({ id, ...news }) => {
    if (news.done >= 1) background.rest();
    if (id === asking.id) useWatch.setState(({ known }) => ({ known: { ...known, ...news } }));
  },
  fail,
});

const asking = createAsking({
  still_ms: STILL_MS, fail,
  ask: async (session, id) => {
    const { settings } = useWatch.getState();
    if (background.isBusy) background.dismiss();
    const question = await questionOf(session);
    if (question === null || id !== asking.id) return;
    const { catalogue, scenario: { name, text }, overrides } = question;
    background.ask({ id, text, fileName: `scenarios/${name}`, overrides, settings }, catalogue);
  },
});

const askAnew = (): void => adopt(useWatch.getState().settings);

/** While the chapter is shown: keeps its part of the address and asks whenever the question of the page changes. */
export function attend(): () => void {
  const leave = attendPart(ADDRESS), quit = asking.follow(askAnew);
  if (!asking.isAsked()) askAnew();
  else if (useWatch.getState().known.done < 1) asking.soon();
  return () => {
    asking.cancel();
    quit();
    leave();
    // Nobody looks at what is still being worked out.
    if (background.isBusy) background.dismiss();
  };
}
