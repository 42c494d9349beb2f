/** The coverage layer of the picture: off, by how many each place is in view at the moment shown, or for how much of a day. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Replay } from '../../engine/record/record.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { usePlayback } from '../state/playback.js';
import { useSession } from '../state/session.js';
import type { CoverageKind, CoverageShades } from './coverage-cells.js';
import type { CoverageReply, CoverageRequest } from './coverage-messages.js';

export interface CoverageLayer {
  readonly chosen: CoverageKind | 'off';
  /** What is drawn; null while it is off, or not known yet. */
  readonly shades: CoverageShades | null;
  readonly words: string;
}

export const useCoverage = create<CoverageLayer>(() => ({ chosen: 'off', shades: null, words: '' }));

export function chooseCoverage(chosen: CoverageLayer['chosen']): void {
  useCoverage.setState({ chosen, shades: null, words: '' });
}

/** While it moves the layer follows in steps: shades change slowly, and drawing them takes time. */
const PAUSE_MS = 400;

let worker: Worker | undefined;
let sent: Replay | null = null;
let lastId = 0;

/** Keeps the layer up to date while the picture is shown. */
export function useCoverageLayer(): void {
  const chosen = useCoverage((state) => state.chosen), replay = useSession((state) => state.replay), plan = useSession((state) => state.answer?.compiled.plan);
  useEffect(() => {
    if (chosen === 'off' || replay === null || plan === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined, isWaiting = false, isStale = false;
    const ask = (): void => {
      if (isWaiting) {
        isStale = true;
        return;
      }
      isWaiting = true;
      isStale = false;
      const id = ++lastId;
      start(replay, plan, (reply) => {
        if (reply.id !== lastId) return;
        useCoverage.setState({ shades: reply.shades, words: reply.words });
        timer = setTimeout(() => {
          isWaiting = false;
          if (isStale) ask();
        }, PAUSE_MS);
      }).postMessage(chosen === 'day' ? { kind: 'day', id } : { kind: 'now', id, t_s: usePlayback.getState().time_s });
    };
    ask();
    const moves = chosen === 'now' && replay.movingSensors.length > 0;
    const leave = moves ? usePlayback.subscribe((state, before) => { if (state.time_s !== before.time_s) ask(); }) : undefined;
    return () => {
      lastId++;
      clearTimeout(timer);
      leave?.();
    };
  }, [chosen, replay, plan]);
}

interface Line {
  postMessage(request: CoverageRequest): void;
}

function start(replay: Replay, plan: Plan, onReply: (reply: CoverageReply) => void): Line {
  worker ??= new Worker(new URL('./coverage.worker.ts', import.meta.url), { type: 'module', name: 'coverage' });
  worker.onmessage = ({ data }: MessageEvent<CoverageReply>) => onReply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    useCoverage.setState({ shades: null, words: event.message || 'The background worker could not be loaded.' });
  };
  if (sent !== replay) worker.postMessage({ kind: 'attack', plan, movingSensors: replay.movingSensors } satisfies CoverageRequest);
  sent = replay;
  return worker;
}
