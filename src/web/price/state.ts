/** The price of the shield as the page has it, worked out in the background at every edit; no attack is simulated for it. */
import { create } from 'zustand';
import { compileScenario } from '../engine/client.js';
import { attendPart, keepPart, partOfAddress, type AddressPart } from '../state/address-part.js';
import { useSession, type Session } from '../state/session.js';
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

const keyOf = ({ catalogue, edits }: Session): string => (catalogue === null ? '' : JSON.stringify(edits));

let worker: Worker | undefined;
let lastId = 0;
let askedKey = '';
let watchers = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function askSoon(): void {
  lastId++;
  usePrice.setState({ isStale: true });
  clearTimeout(timer);
  timer = setTimeout(() => { void ask().catch((error: unknown) => usePrice.setState({ none: error instanceof Error ? error.message : String(error), isStale: false })); }, STILL_MS);
}

async function ask(): Promise<void> {
  const session = useSession.getState(), { catalogue } = session, id = lastId;
  askedKey = keyOf(session);
  if (catalogue === null) return;
  const { result } = await compileScenario(catalogue, session.edits);
  if (id !== lastId) return;
  if (!result.ok) {
    usePrice.setState({ none: result.problems.map(({ path, found, expected }) => `${path}: found ${found}, expected ${expected}`).join('; '), isStale: false });
    return;
  }
  const isNew = worker === undefined, { layers, sensors } = result.compiled.plan;
  worker ??= startWorker();
  worker.postMessage({ id, plan: { layers, sensors }, settings: usePrice.getState().settings, ...(isNew ? { catalogue } : {}) } satisfies PriceRequest);
}

function startWorker(): Worker {
  const started = new Worker(new URL('./price.worker.ts', import.meta.url), { type: 'module', name: 'price' });
  started.onmessage = ({ data }: MessageEvent<PriceReply>) => {
    if (data.id !== lastId) return;
    usePrice.setState('priced' in data ? { priced: data.priced, none: '', isStale: false } : { none: data.none, isStale: false });
  };
  started.onerror = (event) => {
    event.preventDefault();
    worker = undefined;
    usePrice.setState({ none: event.message || 'The background worker could not be loaded.', isStale: false });
  };
  return started;
}

/** While a price is shown somewhere: asks whenever the question of the page changes. */
export function attendPrice(): () => void {
  watchers++;
  const quit = useSession.subscribe((session, before) => {
    if ((session.catalogue !== before.catalogue || session.edits !== before.edits) && keyOf(session) !== askedKey) askSoon();
  });
  if (useSession.getState().catalogue !== null && keyOf(useSession.getState()) !== askedKey) askSoon();
  return () => {
    quit();
    watchers--;
    if (watchers === 0) clearTimeout(timer);
  };
}

/** The same for the chapter, which keeps its part of the address too. */
export function attendChapter(): () => void {
  const leave = attendPart(ADDRESS), quit = attendPrice();
  return () => { quit(); leave(); };
}
