/** Shots that fly longer than the straight rule holds, at missiles that burn for four minutes and are fired at once. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../test/load.js';
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { PI } from '../../kernel/maths.js';
import { satellitePosition, shellMotion } from '../../models/constellation/walker.js';
import { reachAt } from '../../models/interceptor/reach.js';
import { flightTime_s } from '../../models/interceptor/space-based.js';
import { chart } from '../geometry.js';
import { replayRun } from '../record/replay.js';
import { createRunner } from '../run.js';

const LIQUID = ['variants=4', 'raid[0].missile=liquid-icbm-2-stage', 'interceptors[0].count=300', 'release.space.evidence=one-infrared', 'release.space.delay_s=0'];
/** Rows are two seconds apart, so shots of a little over 200 s can have been found by the straight rule at 200 s. */
const LONG_S = 203;
const geometry = chart(compileScenario(undefined, LIQUID).plan);
const space = geometry.linked.elements.findIndex(({ plan }) => plan.kind === 'space'), { plan } = geometry.linked.elements[space]!;

describe('shots that fly longer than 200 s', () => {
  it('arrive by Lambert’s problem, and are given more time than by the straight rule', () => {
    if (plan.kind !== 'space') throw new Error('no shell');
    const { shell, interceptor } = plan, runner = createRunner(geometry), motion = { ...shellMotion(shell), nodeRate_radps: 0 }, at = new Float64Array(3), ahead = new Float64Array(3);
    let long = 0, slower = 0, most = 0;
    for (let run = 0; run < 150; run++) {
      runner.run(3, run);
      const { orders, truth, node_rad, phase_rad } = runner.world;
      for (let i = 0; i < orders.count; i++) {
        const flight_s = orders.intercept_s[i]! - orders.commit_s[i]!;
        if (orders.element[i] !== space || flight_s <= LONG_S) continue;
        long++;
        const launch_s = truth.launch_s[orders.target[i]!]!, { nodeRate_radps, latitudeRate_radps } = shellMotion(shell);
        const node = node_rad[space]! + (nodeRate_radps - EARTH_RATE_RADPS) * launch_s, u = phase_rad[space]! + latitudeRate_radps * orders.intercept_s[i]!;
        satellitePosition(shell, motion, node, u, orders.satellite[i]!, 0, at);
        satellitePosition(shell, motion, node, u + PI / 2, orders.satellite[i]!, 0, ahead);
        const carrier = [...at, ...ahead.map((x) => x * latitudeRate_radps)], target = [orders.x_m[i]!, orders.y_m[i]!, orders.z_m[i]!];
        most = Math.max(most, reachAt(interceptor, flight_s, motion.radius_m, 'lambert').velocityNeeded_mps(carrier, target) / interceptor.speed_mps);
        if (flightTime_s(interceptor, Math.hypot(...at.map((x, k) => x - target[k]!))) < flight_s - 0.5) slower++;
      }
    }
    expect(long).toBeGreaterThan(10);
    // Relative motion is off by 0.2 % here at most, and rows are two seconds apart.
    expect(most).toBeLessThan(1.003);
    expect(slower).toBeGreaterThan(0.8 * long);
  });

  it('are drawn from the carrier at the order to the meeting', () => {
    let long = 0;
    for (let run = 0; run < 60 && long < 3; run++) {
      for (const { kind, commit_s, intercept_s, path: { t_s, position_ecef_m }, target } of replayRun(geometry, 3, run).shots) {
        if (kind !== 'space' || intercept_s - commit_s <= LONG_S) continue;
        long++;
        expect([t_s[0], t_s.at(-1)]).toEqual([commit_s, intercept_s]);
        expect(target).not.toBe('');
        // Nothing jumps: no stretch is flown faster than carrier and interceptor together go.
        for (let k = 1; k < t_s.length; k++) {
          const gone_m = Math.hypot(...[0, 1, 2].map((axis) => position_ecef_m[3 * k + axis]! - position_ecef_m[3 * k - 3 + axis]!));
          expect(gone_m / (t_s[k]! - t_s[k - 1]!)).toBeLessThan(14_000);
        }
      }
    }
    expect(long).toBeGreaterThan(0);
  });
});
