/** How busy a battery is: launchers, places on them, radar; and that a terminal one holds its fire. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroundLayerPlan, LauncherPlan } from '../../scenario/plan/plan.js';
import { compileScenario } from '../../../test/load.js';
import { createBatteries, findWait, launcherFree_s, noteLaunch, radarFree_s, resetBatteries, WAIT } from './battery.js';
import type { GroundWindow } from './ground-windows.js';

const gbi = compileScenario('02-one-icbm-ground-only.yaml').plan.layers[0] as GroundLayerPlan;
const layerWith = (launcher: LauncherPlan | undefined, phase?: 'terminal'): GroundLayerPlan => ({
  ...gbi, ...(launcher === undefined ? {} : { launcher }), interceptor: { ...gbi.interceptor, ...(phase === undefined ? {} : { phase }) },
});
/** Can be met every second from age 100 to 120, each time when committed 50 s before. */
const WINDOW: GroundWindow = { from_s: 100, step_s: 1, commitBy_s: Float64Array.from({ length: 21 }, (_, row) => 50 + row), lastCommit_s: 70 };

function waitOf(layer: GroundLayerPlan, launches: readonly (readonly [number, number])[], age_s: number) {
  const batteries = createBatteries([layer]), out = { reason: 0, wait_s: 0, isLost: false };
  resetBatteries(batteries);
  for (const [commit_s, intercept_s] of launches) noteLaunch(batteries, 0, commit_s, intercept_s);
  findWait(batteries, layer, 0, WINDOW, age_s, age_s, out);
  return out;
}

describe('a battery', () => {
  it('without limits never waits', () => {
    expect(waitOf(layerWith(undefined), [[59, 100], [60, 101]], 60)).toMatchObject({ reason: WAIT.none });
  });

  it('waits between launches, and refuses when it would be too late by then', () => {
    expect(waitOf(layerWith({ launchInterval_s: 5 }), [[58, 110]], 60)).toMatchObject({ reason: WAIT.launcher, wait_s: 3, isLost: false });
    expect(waitOf(layerWith({ launchInterval_s: 20 }), [[58, 110]], 60)).toMatchObject({ reason: WAIT.launcher, wait_s: 18, isLost: true });
  });

  it('fires what stands ready, then waits for a place to be loaded, or has none', () => {
    const two = { ready_count: 2, reload_s: 8 };
    expect(waitOf(layerWith(two), [[55, 105]], 60)).toMatchObject({ reason: WAIT.none });
    expect(waitOf(layerWith(two), [[55, 105], [58, 108]], 60)).toMatchObject({ reason: WAIT.launcher, wait_s: 3, isLost: false });
    expect(waitOf(layerWith({ ready_count: 2 }), [[55, 105], [58, 108]], 60)).toMatchObject({ reason: WAIT.launcher, wait_s: Infinity, isLost: true });
  });

  it('waits until its radar has a shot less to support', () => {
    expect(waitOf(layerWith({ guided_count: 2 }), [[20, 62], [21, 66]], 60)).toMatchObject({ reason: WAIT.radar, wait_s: 2, isLost: false });
    expect(waitOf(layerWith({ guided_count: 3 }), [[20, 62], [21, 66]], 60)).toMatchObject({ reason: WAIT.none });
  });

  it('of a terminal layer holds its fire until it would launch', () => {
    expect(waitOf(layerWith(undefined, 'terminal'), [], 10)).toMatchObject({ reason: WAIT.holdsFire, isLost: false });
    expect(waitOf(layerWith(undefined, 'terminal'), [], 10).wait_s).toBeCloseTo(40, 2);
    expect(waitOf(layerWith(undefined, 'terminal'), [], 60).reason).toBe(WAIT.none);
    expect(waitOf(layerWith(undefined), [], 10).reason).toBe(WAIT.none);
  });

  it('never launches faster than its limits allow, however it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 5, max: 60, noNaN: true })), { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (asked, ready_count, guided_count) => {
        const limits = { launchInterval_s: 2, ready_count, reload_s: 15, guided_count }, layer = layerWith(limits), batteries = createBatteries([layer]);
        resetBatteries(batteries);
        const launches: { at_s: number; until_s: number }[] = [];
        let now_s = 0;
        for (const [pause_s, flight_s] of asked) {
          now_s = Math.max(now_s + pause_s, launcherFree_s(batteries, 0, limits), radarFree_s(batteries, 0));
          noteLaunch(batteries, 0, now_s, now_s + flight_s);
          launches.push({ at_s: now_s, until_s: now_s + flight_s });
        }
        launches.forEach(({ at_s }, i) => {
          if (i > 0) expect(at_s - launches[i - 1]!.at_s).toBeGreaterThanOrEqual(2 - 1e-9);
          if (i >= ready_count) expect(at_s - launches[i - ready_count]!.at_s).toBeGreaterThanOrEqual(15 - 1e-9);
          expect(launches.slice(0, i).filter(({ until_s }) => until_s > at_s + 1e-9).length).toBeLessThan(guided_count);
        });
      }),
    );
  });
});
