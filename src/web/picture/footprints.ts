/** The layer of defended footprints: off, or what each ground battery defends against the attack's missiles; kept in the address. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Plan } from '../../scenario/plan/plan.js';
import { attendPart, keepPart, partOfAddress, type AddressPart } from '../state/address-part.js';
import { useSession } from '../state/session.js';
import type { FootprintReply, FootprintRequest, FootprintRow } from './footprint-messages.js';

const ADDRESS: AddressPart = { view: 'answer', part: 'defended', write: () => (useFootprints.getState().isOn ? 'ground' : ''), adopt: (text) => useFootprints.setState({ isOn: text === 'ground' }) };

export interface FootprintLayer {
  readonly isOn: boolean;
  readonly rows: readonly FootprintRow[];
  readonly done: number;
  readonly total: number;
  readonly left: number;
  readonly problem: string;
}

const NOTHING = { rows: [], done: 0, total: 0, left: 0, problem: '' };

export const useFootprints = create<FootprintLayer>(() => ({ isOn: partOfAddress(ADDRESS.part) === 'ground', ...NOTHING }));

export function switchFootprints(isOn: boolean): void {
  useFootprints.setState({ isOn });
  keepPart(ADDRESS);
}

const NONE: readonly FootprintRow[] = [];

/** What is drawn: all of them together, for the globe takes its time to lay a new layer; the same list until something changes. */
export const useShownFootprints = (): readonly FootprintRow[] => useFootprints(({ isOn, rows, done, total }) => (isOn && done === total ? rows : NONE));

let worker: Worker | undefined;
let lastId = 0;
/** Of which plan the rows are. */
let asked: Plan | undefined;

/** Keeps the layer up to date while the picture is shown; what is known of a plan is not worked out again. */
export function useFootprintLayer(): void {
  const isOn = useFootprints((state) => state.isOn), plan = useSession((state) => state.answer?.compiled.plan);
  useEffect(() => attendPart(ADDRESS), []);
  useEffect(() => {
    if (!isOn || plan === undefined || plan === asked) return;
    asked = plan;
    useFootprints.setState(NOTHING);
    start().postMessage({ id: ++lastId, plan } satisfies FootprintRequest);
  }, [isOn, plan]);
}

function start(): Worker {
  if (worker !== undefined) return worker;
  worker = new Worker(new URL('./footprint.worker.ts', import.meta.url), { type: 'module', name: 'footprints' });
  worker.onmessage = ({ data: { id, row, done, total, left, problem } }: MessageEvent<FootprintReply>) => {
    if (id !== lastId) return;
    useFootprints.setState(({ rows }) => ({ done, total, left, problem: problem ?? '', rows: row === undefined ? rows : [...rows, row] }));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    useFootprints.setState({ problem: event.message || 'The background worker could not be loaded.' });
  };
  return worker;
}
