/** Coverage and warning of whole plans: against asking each sensor about each cell, and what one sensor more or fewer may change. */
import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../src/engine/sensing/sensor-network.js';
import { createSunTable } from '../../src/engine/sensing/sun-table.js';
import { EARTH_FLATTENING, EARTH_RADIUS_M } from '../../src/kernel/constants.js';
import { altitude_m } from '../../src/kernel/earth/geodesy.js';
import type { Plan } from '../../src/scenario/plan/plan.js';
import type { InfraredSensorPlan } from '../../src/scenario/plan/sensor-plan.js';
import { coverPlan } from '../../src/studies/cover/plan-cover.js';
import { soughtTarget, targetAt } from '../../src/studies/cover/sought-target.js';
import { degradedModes, everyGroup, type SensorGroup } from '../../src/studies/sensor-groups.js';
import { MILESTONES } from '../../src/studies/warn/milestones.js';
import { answerWarnJob, createWarnCache, gatherFlights, warnJobs } from '../../src/studies/warn/warn-job.js';
import type { WarnedFlight } from '../../src/studies/warn/warn.js';
import { compileScenario } from '../load.js';

/** The default scenario with a shell of sensors in low orbit beside its own. */
function planWithShell(): Plan {
  const { plan } = compileScenario(), like = plan.sensors.find((sensor): sensor is InfraredSensorPlan => sensor.model === 'infrared')!;
  const shell: InfraredSensorPlan = {
    ...like, key: 'sensors/low', name: 'low', system: 'low', nation: 'canada', look: 'staring', revisit_s: 5, minElevation_rad: -0.1, maxOffNadir_rad: 1.3, sunExclusion_rad: 0.3,
    noiseEquivalentIrradiance_Wpm2: 0.02e-12, orbit: { kind: 'walker', shell: { altitude_m: 1_000e3, inclination_rad: 1.4, planes_count: 3, perPlane_count: 4, phasing: 1 } },
  };
  return { ...plan, sensors: [...plan.sensors.filter(({ name }) => name !== 'sbirs-geo-2' && name !== 'sbirs-geo-5'), shell] };
}

const plan = planWithShell();
const cache = createWarnCache();
function warned(groups: readonly SensorGroup[], sensors = plan.sensors): WarnedFlight[] {
  const jobs = warnJobs({ ...plan, sensors }, { launches: 6, duration_s: 86_400, seed: 1, groups });
  return gatherFlights(jobs.map((job) => answerWarnJob(job, cache))).flown;
}

describe('coverage of a plan', () => {
  it('is what each sensor says of each cell, but for cells on the rims of views', () => {
    for (const phase of ['boost', 'coast'] as const) {
      const target = soughtTarget(plan.attacks[0]!, phase), watch = { duration_s: 3_600, step_s: 900, cells: 3_000, launches: 0 };
      const { cells, tally } = coverPlan({ plan, target, watch, land: [], groups: [] }, () => undefined);
      const network = createNetwork(plan), position = new Float64Array(3), sun = new Float64Array(3), table = createSunTable(), shown = targetAt(target), around_m = EARTH_RADIUS_M + target.altitude_m;
      const placement = { epoch_s: plan.epoch.from_s, node_rad: 0, phase_rad: 0, shift_s: 0 };
      let differ = 0, asked = 0;
      for (let c = 0; c < cells.cells_count; c++) {
        shown.x_m = cells.x[c]! * around_m;
        shown.y_m = cells.y[c]! * around_m;
        shown.z_m = cells.z[c]! * around_m * (1 - EARTH_FLATTENING);
        expect(Math.abs(altitude_m(shown.x_m, shown.y_m, shown.z_m) - target.altitude_m)).toBeLessThan(target.altitude_m / 290);
        const seen = [0, 1, 2, 3].filter((look) => network.some((sensor) => Array.from({ length: sensor.count }, (_, satellite) => satellite).some((satellite) => {
          sensor.positionAt(placement, satellite, 900 * look, position);
          table.at(plan.epoch.from_s + 900 * look, sun);
          return sensor.chance(sensor.level(position[0]!, position[1]!, position[2]!, shown), false) >= 0.5 && sensor.isBlinded?.(position[0]!, position[1]!, position[2]!, shown, sun) !== true;
        }))).length;
        asked += seen;
        differ += Math.abs(tally.seen[c]! - seen);
      }
      expect(asked).toBeGreaterThan(0.1 * 4 * cells.cells_count);
      // Rims are a few hundred cells long at each look, and one in fifty of their cells may fall on the other side.
      expect(differ).toBeLessThan(0.004 * 4 * cells.cells_count);
    }
  });
});

describe('warning of a plan', () => {
  const groups = [...everyGroup(plan.sensors), ...degradedModes(plan.sensors)];
  const flights = warned(groups);

  it('comes no later with a sensor than without it, in any launch', () => {
    expect(flights).toHaveLength(3);
    for (const { launches, without } of flights) {
      without.forEach((left, g) => left.forEach((milestones, launch) => {
        // A shell is asked only until two of its satellites have seen: with some out, others are asked, who may have seen before.
        if (groups[g]!.parts.some(({ satellites }) => satellites !== undefined)) return;
        for (const name of MILESTONES) expect(milestones[name]).toBeGreaterThanOrEqual(launches[launch]![name]);
      }));
    }
  });

  it('is the same whether everybody looks to the end or only for as long as it matters', () => {
    expect(warned([]).map(({ launches }) => launches)).toEqual(flights.map(({ launches }) => launches));
  });

  it('is without a group as if the plan had never had it', () => {
    for (const name of ['low', 'sbirs-geo', 'canada', 'sbirs-geo-6']) {
      const left = warned([], plan.sensors.filter((sensor) => sensor.name !== name && sensor.system !== name && sensor.nation !== name));
      const g = groups.findIndex((group) => group.name === name);
      left.forEach(({ launches }, f) => expect(launches).toEqual(flights[f]!.without[g]));
    }
  });

  it('is later without the radars, and never confirmed', () => {
    const g = groups.findIndex(({ name }) => name === 'all radars on the ground out');
    for (const { without } of flights) for (const { confirmed_s, firstSeen_s } of without[g]!) {
      expect(confirmed_s).toBe(Infinity);
      expect(firstSeen_s).toBeLessThan(120);
    }
  });
});
