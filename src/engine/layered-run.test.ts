/** A run with layers of every height: nobody fires faster, lower, higher or farther than his battery can, and terminal layers wait. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../test/load.js';
import { altitude_m, distance_m, ecefToGeodetic } from '../kernel/earth/geodesy.js';
import { ephemerisAt } from '../kernel/flight/ephemeris.js';
import { compileText } from '../scenario/compile/compile.js';
import type { GroundLayerPlan, Plan } from '../scenario/plan/plan.js';
import { chart } from './geometry.js';
import { createRunner } from './run.js';
import { FATE } from './world.js';

function planOf(interceptors: readonly object[], count = 12): Plan {
  const result = compileText(JSON.stringify({
    version: 1, variants: 2, raid: [{ missile: 'solid-icbm-3-stage', from: 'north-korea-interior', to: 'seattle', count, within_s: 20 }],
    sensors: [{ use: 'sbirs-geo' }, { use: 'uewr-clear' }, { use: 'uewr-beale' }], interceptors, command: { doctrine: 'barrage', shotsPerTarget: 2, reserve: 0 },
  }), 'test', catalogue());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled.plan;
}
const THAAD = { battery: 'thaad', at: 'seattle', singleShotKill: 0.5 }, PAC = { battery: 'pac-3-mse', at: 'seattle', singleShotKill: 0.5 }, GBI = { battery: 'gbi', at: 'fort-greely', count: 6, singleShotKill: 0.5 };

function shotsOf(plan: Plan, runs = 3) {
  const geometry = chart(plan), runner = createRunner(geometry), state = new Float64Array(6), place = new Float64Array(3);
  return Array.from({ length: runs }, (_, run) => {
    runner.run(7, run);
    const { orders, truth } = runner.world;
    const shots = Array.from({ length: orders.count }, (__, i) => {
      const m = orders.target[i]!, { ephemeris } = geometry.trajectories[truth.attack[m]!]![truth.aim[m]!]!.variants[truth.variant[m]!]!;
      ephemerisAt(ephemeris, orders.intercept_s[i]! - truth.launch_s[m]!, state);
      ecefToGeodetic(state[0]!, state[1]!, state[2]!, place);
      return { element: orders.element[i]!, commit_s: orders.commit_s[i]!, intercept_s: orders.intercept_s[i]!, impact_s: truth.impact_s[m]!, lat_rad: place[0]!, lon_rad: place[1]!, height_m: altitude_m(state[0]!, state[1]!, state[2]!) };
    });
    return { shots, leaked: truth.fate.slice(0, truth.count).filter((fate) => fate === FATE.leaked).length };
  });
}

describe('a run with terminal layers', () => {
  const plan = planOf([GBI, { ...THAAD, launchInterval_s: 6, guided: 4 }, { ...PAC, ready: 3, reload_s: 30 }]);

  it('keeps every battery to its altitudes, its range and its rate of fire', () => {
    for (const { shots } of shotsOf(plan)) {
      expect(shots.length).toBeGreaterThan(10);
      plan.layers.forEach((layer, e) => {
        const { interceptor, launcher = {}, reach = {}, site } = layer as GroundLayerPlan, own = shots.filter(({ element }) => element === e).sort((a, b) => a.commit_s - b.commit_s);
        own.forEach(({ commit_s, intercept_s, height_m, lat_rad, lon_rad }, i) => {
          expect(height_m).toBeGreaterThan(interceptor.floor_m - 3000);
          expect(height_m).toBeLessThan(interceptor.ceiling_m + 3000);
          if (reach.maxRange_m !== undefined) expect(distance_m(site.lat_rad, site.lon_rad, lat_rad, lon_rad)).toBeLessThan(reach.maxRange_m + 3000);
          expect(intercept_s).toBeGreaterThan(commit_s);
          if (i > 0 && launcher.launchInterval_s !== undefined) expect(commit_s - own[i - 1]!.commit_s).toBeGreaterThanOrEqual(launcher.launchInterval_s - 1e-5);
          if (launcher.ready_count !== undefined && i >= launcher.ready_count) expect(commit_s - own[i - launcher.ready_count]!.commit_s).toBeGreaterThanOrEqual((launcher.reload_s ?? Infinity) - 1e-5);
          if (launcher.guided_count !== undefined) expect(own.slice(0, i).filter((earlier) => earlier.intercept_s > commit_s + 1e-5).length).toBeLessThan(launcher.guided_count);
        });
      });
    }
  });

  it('has terminal interceptors leave in the last minutes only, after the layer before has done what it could', () => {
    for (const { shots } of shotsOf(plan)) {
      for (const { element, commit_s, impact_s } of shots) if (element > 0) expect(impact_s - commit_s).toBeLessThan(240);
      const midcourse = shots.filter(({ element }) => element === 0);
      expect(midcourse).toHaveLength(6);
    }
  });

  it('lets no more through with more launchers, radars or rounds', () => {
    const leakers = (interceptors: readonly object[]): number => shotsOf(planOf(interceptors, 20), 6).reduce((sum, { leaked }) => sum + leaked, 0);
    const few = leakers([{ ...THAAD, launchInterval_s: 20 }]), fast = leakers([{ ...THAAD, launchInterval_s: 2 }]), small = leakers([{ ...THAAD, count: 10 }]), both = leakers([THAAD, PAC]);
    expect(fast).toBeLessThan(few);
    expect(fast).toBeLessThan(small);
    expect(both).toBeLessThan(fast);
  });
});
