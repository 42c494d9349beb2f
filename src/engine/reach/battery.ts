/**
 * How busy each battery is in a run: when it last launched, which places on its launchers are empty, which shots its radar
 * supports. A busy battery puts a shot off; it refuses it only when the shot would come too late by then. Terminal batteries
 * also hold their fire until they would launch: a round is not spoken for while a layer before may still stop the missile.
 * A launch counts from its commit, support by radar until the meeting. Nothing is allocated in a run.
 */
import type { LauncherPlan, LayerPlan } from '../../scenario/plan/plan.js';
import { departure_s, earliestIntercept_s } from './ground-windows.js';
import type { GroundWindow } from './ground-windows.js';

export interface Batteries {
  /** By element. */
  readonly lastLaunch_s: Float64Array;
  /** By element, by place on a launcher: when it last launched, in the order of launches from `place` on. */
  readonly launched_s: readonly Float64Array[];
  readonly place: Int32Array;
  /** By element, by shot that the radar can support: until when it does. */
  readonly supports_s: readonly Float64Array[];
}

const launcherOf = (layer: LayerPlan): LauncherPlan => (layer.kind === 'ground' ? layer.launcher : undefined) ?? {};

export function createBatteries(layers: readonly LayerPlan[]): Batteries {
  return {
    lastLaunch_s: new Float64Array(layers.length),
    launched_s: layers.map((layer) => new Float64Array(launcherOf(layer).ready_count ?? 0)),
    place: new Int32Array(layers.length),
    supports_s: layers.map((layer) => new Float64Array(launcherOf(layer).guided_count ?? 0)),
  };
}

export function resetBatteries({ lastLaunch_s, launched_s, place, supports_s }: Batteries): void {
  lastLaunch_s.fill(-Infinity);
  place.fill(0);
  for (const each of launched_s) each.fill(-Infinity);
  for (const each of supports_s) each.fill(-Infinity);
}

/** When the battery could launch again as far as its launchers go; Infinity when nothing stands ready any more. */
export function launcherFree_s({ lastLaunch_s, launched_s, place }: Batteries, e: number, { launchInterval_s, reload_s }: LauncherPlan): number {
  const places = launched_s[e], next_s = places.length === 0 ? -Infinity : places[place[e]];
  const loaded_s = next_s === -Infinity ? -Infinity : next_s + (reload_s ?? Infinity);
  return Math.max(lastLaunch_s[e] + (launchInterval_s ?? 0), loaded_s);
}

/** When its radar could support one more shot. */
export function radarFree_s({ supports_s }: Batteries, e: number): number {
  const shots = supports_s[e];
  let free_s = shots.length === 0 ? -Infinity : Infinity;
  for (let i = 0; i < shots.length; i++) if (shots[i] < free_s) free_s = shots[i];
  return free_s;
}

/** How many launches this battery could begin at this moment, its rounds aside. */
export function readyNow_count(batteries: Batteries, layer: LayerPlan, e: number, now_s: number): number {
  const { launchInterval_s = 0, reload_s = Infinity } = launcherOf(layer), { lastLaunch_s, launched_s, supports_s } = batteries;
  let places = 0, supported = 0;
  for (const at_s of launched_s[e]) if (at_s === -Infinity || at_s + reload_s <= now_s + ROUNDING_S) places++;
  for (const until_s of supports_s[e]) if (until_s <= now_s + ROUNDING_S) supported++;
  const spaced = launchInterval_s <= 0 ? Infinity : lastLaunch_s[e] + launchInterval_s <= now_s + ROUNDING_S ? 1 : 0;
  return Math.min(spaced, launched_s[e].length === 0 ? Infinity : places, supports_s[e].length === 0 ? Infinity : supported);
}

/** Writes a launch into the books. */
export function noteLaunch({ lastLaunch_s, launched_s, place, supports_s }: Batteries, e: number, commit_s: number, intercept_s: number): void {
  lastLaunch_s[e] = commit_s;
  const places = launched_s[e], shots = supports_s[e];
  if (places.length > 0) {
    places[place[e]] = commit_s;
    place[e] = (place[e] + 1) % places.length;
  }
  for (let i = 0, free = 0; i < shots.length; i++) {
    if (shots[i] < shots[free]) free = i;
    if (i === shots.length - 1) shots[free] = intercept_s;
  }
}

/** What keeps a battery that has a round and a window from launching now. */
export const WAIT = { none: 0, holdsFire: 1, launcher: 2, radar: 3 } as const;

export interface BatteryWait {
  /** A value of WAIT. */
  reason: number;
  /** How long from now; the shot is lost where `isLost`. */
  wait_s: number;
  isLost: boolean;
}

/** Below this a wait is none: moments are sums of times from different starts. */
const ROUNDING_S = 1e-6;

/** Fills `out` with why and how long this battery would wait with a shot that could be committed at age `age_s`, which is `now_s` in the run. */
export function findWait(batteries: Batteries, layer: LayerPlan, e: number, window: GroundWindow, age_s: number, now_s: number, out: BatteryWait): void {
  out.reason = WAIT.none;
  out.wait_s = 0;
  out.isLost = false;
  if (layer.kind !== 'ground') return;
  if (layer.launcher !== undefined) {
    const launcher_s = launcherFree_s(batteries, e, layer.launcher) - now_s, radar_s = radarFree_s(batteries, e) - now_s;
    const wait_s = Math.max(launcher_s, radar_s);
    if (wait_s > ROUNDING_S) {
      out.reason = launcher_s >= radar_s ? WAIT.launcher : WAIT.radar;
      out.wait_s = wait_s;
      out.isLost = earliestIntercept_s(window, age_s + wait_s) === Infinity;
    }
  }
  if (layer.interceptor.phase !== 'terminal') return;
  const hold_s = departure_s(window, age_s) - age_s;
  // To be late by a rounding would lose a shot whose moment is the last one: wake a little before.
  if (hold_s < Infinity && hold_s - HEAD_START_S > Math.max(out.wait_s, ROUNDING_S)) {
    out.reason = WAIT.holdsFire;
    out.wait_s = hold_s - HEAD_START_S;
    out.isLost = false;
  }
}

const HEAD_START_S = 1e-3;
