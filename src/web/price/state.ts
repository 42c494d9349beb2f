/** The price of the shield as the page has it, worked out in the background at every edit; no attack is simulated for it. */
import { create } from 'zustand';
import { problemWords } from '../../scenario/text/problem.js';
import { createBackground } from '../engine/background.js';
import { compileScenario } from '../engine/client.js';
import { attendPart, keepPart, partOfAddress, type AddressPart } from '../state/address-part.js';
import { createAsking } from '../state/asking.js';
import type { Priced, PriceReply, PriceRequest } from './messages.js';
import { readSettings, START, writeSettings, type Settings } from './settings.js';

const ADDRESS: AddressPart = { view: 'price', part: 'price', write: () => writeSettings(usePrice.getState().settings), adopt: (text) => adopt(readSettings(text)) };
const STILL_MS = 120;

export interface PriceState {
  readonly settings: Settings;
  /** The last price; an older one stays while the next is worked out. */
  readonly priced: Priced | null;
  readonly isStale: boolean;
  /** Why there is none. */
  readonly none: string;
}

export const usePrice = create<PriceState>(() => ({ settings: readSettings(partOfAddress(ADDRESS.part)), priced: null, isStale: true, none: '' }));

export function choose(change: Partial<Settings>): void {
  adopt({ ...usePrice.getState().settings, ...change });
  keepPart(ADDRESS);
}

export const resetSettings = (): void => choose(START);

function adopt(settings: Settings): void {
  usePrice.setState({ settings });
  askSoon();
}

const fail = (none: string): void => usePrice.setState({ none, isStale: false });

const background = createBackground<PriceRequest, PriceReply>({
  start: () => new Worker(new URL('./price.worker.ts', import.meta.url), { type: 'module', name: 'price' }),
  hear: (reply) => {
    if (reply.id !== asking.id) return;
    if ('priced' in reply) usePrice.setState({ priced: reply.priced, none: '', isStale: false });
    else fail(reply.none);
  },
  fail,
});

const asking = createAsking({
  still_ms: STILL_MS, fail,
  ask: async ({ catalogue, edits }, id) => {
    if (catalogue === null) return;
    const { result } = await compileScenario(catalogue, edits);
    if (id !== asking.id) return;
    if (!result.ok) return fail(problemWords(result.problems));
    const { layers, sensors } = result.compiled.plan;
    background.ask({ id, plan: { layers, sensors }, settings: usePrice.getState().settings }, catalogue);
  },
});

function askSoon(): void {
  usePrice.setState({ isStale: true });
  asking.soon();
}

let watchers = 0;

/** While a price is shown somewhere: asks whenever the question of the page changes. */
export function attendPrice(): () => void {
  watchers++;
  const quit = asking.follow(askSoon);
  if (!asking.isAsked()) askSoon();
  return () => {
    quit();
    watchers--;
    if (watchers === 0) asking.cancel();
  };
}

/** The same for the chapter, which keeps its part of the address too. */
export function attendChapter(): () => void {
  const leave = attendPart(ADDRESS), quit = attendPrice();
  return () => { quit(); leave(); };
}
