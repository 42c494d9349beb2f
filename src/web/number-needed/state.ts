/** The chapter's settings and what is known at them; settles in the background when they have stood still for a moment. */
import { create } from 'zustand';
import { useSession } from '../state/session.js';
import { attendPart, keepPart, partOfAddress, type AddressPart } from '../state/address-part.js';
import { readInputs, START, writeInputs, type FieldName, type Inputs } from './inputs.js';
import type { CurveField, FlownPoint, PriceReply, PriceRequest, Settled, SettleReply, SettleRequest } from './messages.js';

const VIEW_ID = 'number-needed';
const ADDRESS: AddressPart = { view: VIEW_ID, part: 'needed', write: () => writeInputs(useNeeded.getState().inputs), adopt: (text) => adopt(readInputs(text)) };
const STILL_MS = 300;

export interface Known extends Omit<Settled, 'curve'> {
  readonly curves: Partial<Readonly<Record<CurveField, readonly FlownPoint[]>>>;
}

const NOTHING: Known = { done: 0, curves: {} };

export interface NeededState {
  readonly inputs: Inputs;
  /** At the present settings. */
  readonly known: Known;
  /** Published prices, and why two of them differ; null until they are there. */
  readonly prices: PriceReply | null;
}

export const useNeeded = create<NeededState>(() => ({ inputs: readInputs(partOfAddress(ADDRESS.part)), known: NOTHING, prices: null }));

export function setField(name: FieldName, value: number): void {
  adopt({ ...useNeeded.getState().inputs, [name]: value });
  keepAddress();
}

export function resetFields(): void {
  adopt(START);
  keepAddress();
}

function adopt(inputs: Inputs): void {
  useNeeded.setState({ inputs, known: NOTHING });
  settleSoon();
}

let worker: Worker | undefined;
let isCatalogueSent = false;
let lastId = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function settleSoon(): void {
  lastId++;
  clearTimeout(timer);
  timer = setTimeout(settle, STILL_MS);
}

function settle(): void {
  const { catalogue } = useSession.getState();
  // The public data are still on their way; `attend` asks again when they are here.
  if (catalogue === null) return;
  send({ kind: 'settle', id: lastId, inputs: useNeeded.getState().inputs });
  if (useNeeded.getState().prices === null) comparePrices(FIRST_PAIR.from, FIRST_PAIR.to);
}

/** AEI and CBO for ten missiles. */
const FIRST_PAIR = { from: 'aei-10', to: 'cbo-2026' };

/** Takes apart the difference of two published prices. */
export function comparePrices(from: string, to: string): void {
  send({ kind: 'prices', from, to });
}

function send(request: SettleRequest | PriceRequest): void {
  worker ??= startWorker();
  const { catalogue } = useSession.getState();
  worker.postMessage(isCatalogueSent ? request : { ...request, catalogue });
  isCatalogueSent = true;
}

function startWorker(): Worker {
  const started = new Worker(new URL('./settle.worker.ts', import.meta.url), { type: 'module', name: 'number-needed' });
  started.onmessage = ({ data }: MessageEvent<SettleReply | PriceReply>) => {
    if (data.kind === 'prices') {
      useNeeded.setState({ prices: data });
      return;
    }
    const { kind: _kind, id, curve, ...news } = data;
    if (id !== lastId) return;
    useNeeded.setState(({ known }) => ({ known: { ...known, ...news, curves: curve === undefined ? known.curves : { ...known.curves, [curve.field]: curve.points } } }));
  };
  started.onerror = (event) => {
    event.preventDefault();
    useNeeded.setState(({ known }) => ({ known: { ...known, done: 1, none: event.message || 'The background worker could not be loaded.' } }));
  };
  return started;
}

/** While the chapter is shown: keeps its part of the address, follows the back button, settles when the data are here. */
export function attend(): () => void {
  const leave = attendPart(ADDRESS), quit = useSession.subscribe((state, before) => { if (state.catalogue !== before.catalogue) settleSoon(); });
  if (useNeeded.getState().known.done < 1) settleSoon();
  return () => {
    clearTimeout(timer);
    quit();
    leave();
  };
}

const keepAddress = (): void => keepPart(ADDRESS);
