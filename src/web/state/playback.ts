/**
 * The clock of the picture. It runs only while playing, in simulated seconds per second of the reader's; `auto` follows
 * the action: slow while something is launched, fired or hit, fast in between. Nothing starts by itself under reduced motion.
 */
import { create } from 'zustand';
import type { Replay } from '../../engine/record/record.js';

export type Speed = 'auto' | 1 | 10 | 60 | 600;
/** Attacks of hours have a speed for hours. */
const LONG_S = 7200;
export const speedsFor = (end_s: number): readonly Speed[] => (end_s > LONG_S ? ['auto', 10, 60, 600] : ['auto', 1, 10, 60]);
const SLOW = 10, FAST = 60;
/** Reader's seconds that `auto` takes at most for what is busy and for what is not; a longer attack plays faster. */
const MOST_BUSY_S = 60, MOST_QUIET_S = 40;
/** Boost, and the first minutes of what has no boost. */
const MOST_LAUNCH_S = 400;
/** The picture runs on a little after the last end, so that its mark can settle. */
const AFTER_S = 20;

interface Span { readonly from_s: number; readonly to_s: number }

export interface Playback {
  readonly time_s: number;
  readonly end_s: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly busy: readonly Span[];
  /** Speeds of `auto` while something happens and in between. */
  readonly slow: number;
  readonly fast: number;
  /** The reader stopped at this moment on purpose, so it belongs into the address. */
  readonly isHeld: boolean;
}

export const usePlayback = create<Playback>(() => ({ time_s: 0, end_s: 0, isPlaying: false, speed: 'auto', busy: [], slow: SLOW, fast: FAST, isHeld: false }));

/** Readers who ask for less motion, and phones, where the picture is a still one until it is asked to move. */
export const prefersStillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce), (max-width: 1023px)').matches;

/** Puts a new attack on the clock. A reader who wants stillness gets the finished picture. */
export function cue(replay: Replay, time_s: number | null): void {
  const still = prefersStillness();
  stopTicking();
  const end_s = replay.end_s + AFTER_S;
  const busy = busySpans(replay), busy_s = busy.reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0), { speed } = usePlayback.getState();
  usePlayback.setState({
    end_s, busy, slow: Math.max(SLOW, busy_s / MOST_BUSY_S), fast: Math.max(FAST, (end_s - busy_s) / MOST_QUIET_S),
    speed: speedsFor(end_s).includes(speed) ? speed : 'auto', time_s: time_s ?? (still ? end_s : 0), isPlaying: false, isHeld: time_s !== null,
  });
}

export function play(): void {
  const { time_s, end_s, isPlaying } = usePlayback.getState();
  if (isPlaying || end_s <= 0) return;
  usePlayback.setState({ isPlaying: true, isHeld: false, time_s: time_s >= end_s ? 0 : time_s });
  last = undefined;
  frame = requestAnimationFrame(tick);
}

export function pause(): void {
  stopTicking();
  usePlayback.setState((state) => ({ isPlaying: false, isHeld: state.isHeld || state.isPlaying }));
}

export function togglePlay(): void {
  if (usePlayback.getState().isPlaying) pause();
  else play();
}

export function seek(time_s: number): void {
  const { end_s } = usePlayback.getState();
  usePlayback.setState({ time_s: Math.min(Math.max(0, time_s), end_s), isHeld: true });
}

export function setSpeed(speed: Speed): void {
  usePlayback.setState({ speed });
}

/** Simulated seconds per second at this moment. */
export function rateAt(state: Playback): number {
  if (state.speed !== 'auto') return state.speed;
  return state.busy.some((span) => state.time_s >= span.from_s && state.time_s < span.to_s) ? state.slow : state.fast;
}

let frame = 0;
let last: number | undefined;

function tick(now_ms: number): void {
  const state = usePlayback.getState();
  // A hidden or stalled page must not leap ahead.
  const elapsed_s = last === undefined ? 0 : Math.min((now_ms - last) / 1000, 0.25);
  last = now_ms;
  const time_s = Math.min(state.time_s + elapsed_s * rateAt(state), state.end_s);
  const isPlaying = time_s < state.end_s;
  usePlayback.setState({ time_s, isPlaying });
  if (isPlaying) frame = requestAnimationFrame(tick);
}

function stopTicking(): void {
  cancelAnimationFrame(frame);
}

/** Spans in which something is launched, hit or gets through, in order and without overlaps. */
function busySpans({ missiles, shots }: Replay): Span[] {
  const spans = [
    { from_s: 0, to_s: 1 },
    ...missiles.map(({ launch_s, burnout_s }) => ({ from_s: Math.max(0, launch_s - 5), to_s: Math.min(burnout_s, launch_s + MOST_LAUNCH_S) + 15 })),
    ...shots.map(({ intercept_s }) => ({ from_s: intercept_s - 12, to_s: intercept_s + 8 })),
    ...missiles.filter(({ fate }) => fate === 'leaked').map(({ end_s }) => ({ from_s: end_s - 20, to_s: end_s + 8 })),
  ].sort((a, b) => a.from_s - b.from_s);
  const merged: { from_s: number; to_s: number }[] = [];
  for (const { from_s, to_s } of spans) {
    const last = merged.at(-1);
    if (last !== undefined && from_s <= last.to_s) last.to_s = Math.max(last.to_s, to_s);
    else merged.push({ from_s, to_s });
  }
  return merged;
}
