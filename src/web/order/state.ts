/** The chapter's thresholds and the judgement at them, for the question that the page asks; gathered in the background once, judged anew at once. */
import { create } from 'zustand';
import type { ThresholdEdit } from '../../policy/compliance/thresholds.js';
import { createBackground } from '../engine/background.js';
import { attendPart, keepPart, partOfAddress, type AddressPart } from '../state/address-part.js';
import { createAsking, questionOf } from '../state/asking.js';
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
  if (!background.isBusy) judgeAnew();
}

const today = (): string => new Date().toISOString().slice(0, 10);
const judgeAnew = (): void => background.tell({ kind: 'judge', id: asking.id, edits: useOrder.getState().edits, asOf: today() });
const fail = (none: string): void => useOrder.setState({ known: { doing: '', done: 1, none } });

const background = createBackground<OrderRequest, OrderReply>({
  start: () => new Worker(new URL('./order.worker.ts', import.meta.url), { type: 'module', name: 'order' }),
  hear: ({ id, ...news }) => {
    if (id !== asking.id) return;
    if (news.done >= 1 && background.isBusy) {
      background.rest();
      // Thresholds that were changed while it ran.
      judgeAnew();
    }
    useOrder.setState({ known: news });
  },
  fail,
});

const asking = createAsking({
  still_ms: STILL_MS, fail,
  ask: async (session, id) => {
    if (background.isBusy) background.dismiss();
    const question = await questionOf(session);
    if (question === null || id !== asking.id) return;
    const { catalogue, scenario: { name, text }, overrides } = question;
    background.ask({ kind: 'gather', id, text, fileName: `scenarios/${name}`, overrides, edits: useOrder.getState().edits, asOf: today() }, catalogue);
  },
});

function askSoon(): void {
  useOrder.setState({ known: NOTHING });
  asking.soon();
}

/** While the chapter is shown: keeps its part of the address and asks whenever the question of the page changes. */
export function attend(): () => void {
  const leave = attendPart(ADDRESS), quit = asking.follow(askSoon);
  if (!asking.isAsked() || useOrder.getState().known.done < 1) askSoon();
  return () => {
    asking.cancel();
    quit();
    leave();
    if (background.isBusy) background.dismiss();
  };
}
