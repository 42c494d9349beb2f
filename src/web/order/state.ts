/** The chapter's thresholds and the judgement at them, for the question that the page asks; gathered in the background once, judged anew at once. */
import { create } from 'zustand';
import type { ThresholdEdit } from '../../policy/compliance/thresholds.js';
import { compileScenario } from '../engine/client.js';
import { attendPart, keepPart, partOfAddress, type AddressPart } from '../state/address-part.js';
import { useSession, type Session } from '../state/session.js';
import type { Judged, OrderReply, OrderRequest } from './messages.js';
import { readEditsOf, withEdit, writeEdits } from './settings.js';

const ADDRESS: AddressPart = { view: 'order', part: 'thresholds', write: () => writeEdits(useOrder.getState().edits), adopt: (text) => adopt(readEditsOf(text)) };
const STILL_MS = 200;
const NOTHING: Judged = { doing: 'the scenario', done: 0 };

interface OrderState {
  readonly edits: readonly ThresholdEdit[];
  readonly known: Judged;
  /** Rows that are open, whichever verdict they stand under. */
  readonly opened: readonly string[];
  /** Whose threshold was changed last: when its row moves to another verdict, the reader goes with it. */
  readonly followed: string | null;
}

export const useOrder = create<OrderState>(() => ({ edits: readEditsOf(partOfAddress(ADDRESS.part)), known: NOTHING, opened: [], followed: null }));

export function editThreshold(edit: Omit<ThresholdEdit, 'value'>, value: number | undefined): void {
  useOrder.setState({ followed: edit.id });
  adopt(withEdit(useOrder.getState().edits, edit, value));
  keepPart(ADDRESS);
}

export function openRow(id: string, isOpen: boolean): void {
  const { opened } = useOrder.getState();
  if (opened.includes(id) !== isOpen) useOrder.setState({ opened: isOpen ? [...opened, id] : opened.filter((other) => other !== id) });
}

/** Once: true for the row whose threshold was changed last. */
export function takeFollowed(id: string): boolean {
  const isIt = useOrder.getState().followed === id;
  if (isIt) useOrder.setState({ followed: null });
  return isIt;
}

export const resetThresholds = (): void => {
  adopt([]);
  keepPart(ADDRESS);
};

/** Another threshold needs no run: the evidence stays in the worker. */
function adopt(edits: readonly ThresholdEdit[]): void {
  useOrder.setState({ edits });
  if (worker !== undefined && !isBusy) worker.postMessage({ kind: 'judge', id: lastId, edits, asOf: today() } satisfies OrderRequest);
}

const today = (): string => new Date().toISOString().slice(0, 10);
const keyOf = ({ catalogue, edits }: Session): string => (catalogue === null ? '' : JSON.stringify(edits));

let worker: Worker | undefined;
let isBusy = false;
let lastId = 0;
let askedKey = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function askSoon(): void {
  lastId++;
  useOrder.setState({ known: NOTHING });
  clearTimeout(timer);
  timer = setTimeout(() => { void ask().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error))); }, STILL_MS);
}

async function ask(): Promise<void> {
  const session = useSession.getState(), id = lastId, { catalogue, edits } = session;
  askedKey = keyOf(session);
  // Runs cannot be interrupted from within: those that nobody waits for any more go with their worker.
  if (isBusy) dismiss();
  const [first] = catalogue?.scenarios ?? [];
  if (catalogue === null || first === undefined) return;
  const { scenario, overrides } = Object.keys(edits).length === 0 ? { scenario: first, overrides: [] } : await compileScenario(catalogue, edits);
  if (id !== lastId) return;
  const isNew = worker === undefined;
  worker ??= startWorker();
  isBusy = true;
  worker.postMessage({ kind: 'gather', id, text: scenario.text, fileName: `scenarios/${scenario.name}`, overrides, edits: useOrder.getState().edits, asOf: today(), ...(isNew ? { catalogue } : {}) } satisfies OrderRequest);
}

function fail(none: string): void {
  useOrder.setState({ known: { doing: '', done: 1, none } });
}

function dismiss(): void {
  worker?.terminate();
  worker = undefined;
  isBusy = false;
}

function startWorker(): Worker {
  const started = new Worker(new URL('./order.worker.ts', import.meta.url), { type: 'module', name: 'order' });
  started.onmessage = ({ data: { id, ...news } }: MessageEvent<OrderReply>) => {
    if (started !== worker || id !== lastId) return;
    if (news.done >= 1 && isBusy) {
      isBusy = false;
      // Thresholds that were changed while it ran.
      started.postMessage({ kind: 'judge', id, edits: useOrder.getState().edits, asOf: today() } satisfies OrderRequest);
    }
    useOrder.setState({ known: news });
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
    if (keyOf(session) !== askedKey) askSoon();
  });
  if (keyOf(useSession.getState()) !== askedKey || useOrder.getState().known.done < 1) askSoon();
  return () => {
    clearTimeout(timer);
    quit();
    leave();
    if (isBusy) dismiss();
  };
}
