/**
 * How many shots one battery, all its launchers loaded and its radar free, can make at one missile: the first as soon as it may
 * fire, each next one when its launchers and its radar allow, or after a look at what the one before did.
 */
import { type Batteries, createBatteries, launcherFree_s, noteLaunch, radarFree_s, resetBatteries } from '../../engine/reach/battery.js';
import { departure_s, earliestIntercept_s, type GroundWindow } from '../../engine/reach/ground-windows.js';
import type { GroundLayerPlan } from '../../scenario/plan/plan.js';

export interface ShotRules {
  readonly doctrine: 'barrage' | 'shoot-look-shoot';
  /** From a meeting to knowing what it did; of effect when one looks. */
  readonly assessment_s: number;
  /** Shots that are asked for; nobody counts further. */
  readonly wanted: number;
}

/** One battery's books, kept between questions. */
export interface ShotCounter {
  readonly layer: GroundLayerPlan;
  readonly batteries: Batteries;
}

export const createShotCounter = (layer: GroundLayerPlan): ShotCounter => ({ layer, batteries: createBatteries([layer]) });

/** `from_s`: age from which it may fire. */
export function countShots({ layer, batteries }: ShotCounter, window: GroundWindow, from_s: number, { doctrine, assessment_s, wanted }: ShotRules): number {
  resetBatteries(batteries);
  let free_s = from_s;
  for (let shot = 0; shot < Math.min(wanted, layer.magazine_count); shot++) {
    const ready_s = Math.max(free_s, launcherFree_s(batteries, 0, layer.launcher ?? {}), radarFree_s(batteries, 0));
    const commit_s = layer.interceptor.phase === 'terminal' ? departure_s(window, ready_s) : ready_s;
    const meet_s = earliestIntercept_s(window, commit_s);
    if (!(meet_s < Infinity)) return shot;
    noteLaunch(batteries, 0, commit_s, meet_s);
    free_s = doctrine === 'shoot-look-shoot' ? meet_s + assessment_s : commit_s;
  }
  return Math.min(wanted, layer.magazine_count);
}
