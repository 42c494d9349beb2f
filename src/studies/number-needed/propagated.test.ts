import { beforeAll, describe, expect, it } from 'vitest';
import { compileScenario } from '../../../test/load.js';
import { defendedCentre } from '../../engine/flights/trajectories.js';
import { numberAgainst, nearestFeasible } from './curves.js';
import { takeApart } from './difference.js';
import { type Flights, flyToMeet } from './flights-to-meet.js';
import { countLooks, shareWith, summarizeCounts } from './in-reach.js';
import { evenLayout, fewestFor } from './layouts.js';
import { answerFromRatio, sizedForShares } from './method.js';
import { afterLosses, onceRound_s, secondSalvos, type Shield } from './losses.js';
import { type PropagatedAnswer, type PropagatedInputs, setsOf, sizeByPropagation, trueSets } from './propagated.js';
import { shieldOf } from './shield.js';
import { sizeByLatitude } from './size-shell.js';

const DEGREE = Math.PI / 180;
const interceptor = { speed_mps: 5000, acceleration_mps2: 147.1, deadTime_s: 0, divert_mps: 0, floor_m: 100e3, battery_s: Infinity };
const { plan } = compileScenario();

function fly(phase: 'boost' | 'midcourse', flights_count: number): Flights {
  const [attack] = plan.attacks, flights = flyToMeet({
    threat: attack!.threat, request: { from: attack!.origin, to: attack!.targets[0]!, route: [], shape: attack!.shape, approach: attack!.approach, bodies: [] },
    originRadius_m: attack!.originRadius_m, expectedTarget: defendedCentre(plan.defended), flights_count, latency_s: 5, phase,
  });
  if ('reason' in flights) throw new Error(flights.detail);
  return flights;
}

let inputs: PropagatedInputs, answer: PropagatedAnswer;
const sized = (asked: PropagatedInputs): PropagatedAnswer => {
  const result = sizeByPropagation(asked);
  if ('reason' in result) throw new Error(result.reason);
  return result;
};

beforeAll(() => {
  inputs = { flights: fly('boost', 2), commit_s: 60, orbits: { altitude_m: 350e3, inclination_rad: 45 * DEGREE }, interceptor, layout: { kind: 'walker', phasing: 1 }, watch: { duration_s: 86400, step_s: 120 }, salvo: 1, shots: 2 };
  answer = sized(inputs);
});

describe('number needed by propagation', () => {
  it('counts the mean that the ratio promises, and enough 95 % of the time with the larger number', () => {
    expect(answer.inReach.mean * answer.absenteeRatio / answer.interceptors).toBeCloseTo(1, 1);
    expect(answer.atLeast.probability).toBeLessThan(0.95);
    const layout = evenLayout(answer.sizedFor95);
    expect(layout.planes_count * layout.perPlane_count).toBe(answer.sizedFor95);
    const counts = countLooks(trueSets(inputs), { kind: 'walker', shell: { ...inputs.orbits, ...layout, phasing: 1 } }, inputs.watch);
    expect(shareWith(counts, 2)).toBeGreaterThanOrEqual(0.95);
  });

  it('has the same mean at random, and needs more for 95 %', () => {
    const random = sized({ ...inputs, layout: { kind: 'random', count: 3000, seed: 4 }, watch: { duration_s: 86400, step_s: 600 } });
    expect(random.absenteeRatio).toBe(answer.absenteeRatio);
    expect(random.inReach.mean * random.absenteeRatio / 3000).toBeCloseTo(1, 1);
    expect(random.sizedFor95).toBeGreaterThan(answer.sizedFor95);
    expect(countLooks(trueSets(inputs), random.constellation, { duration_s: 6000, step_s: 600 })).toEqual(countLooks(trueSets(inputs), random.constellation, { duration_s: 6000, step_s: 600 }));
  });

  it('needs more when the order comes later, and fewer with a faster interceptor', () => {
    const delays = numberAgainst(inputs, 'delay', [30, 60, 90, 120]).map(({ perMissile }) => perMissile!), speeds = numberAgainst(inputs, 'speed', [4000, 5000, 6000]).map(({ absenteeRatio }) => absenteeRatio!);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(speeds).toEqual([...speeds].sort((a, b) => b - a));
  });

  it('forecasts most of what is true, and the whole when the class flies as foretold', () => {
    const { believed } = answer;
    expect(believed!.holds).toBeGreaterThan(0.85);
    expect(believed!.holds).toBeLessThan(1);
    // The class itself towards the place that the defence expects, seen without delay.
    const { question } = inputs.flights, foretold = flyToMeet({ ...question, request: { ...question.request, to: question.expectedTarget }, flights_count: 1, latency_s: 0 });
    if ('reason' in foretold) throw new Error(foretold.detail);
    const { truth, believed: shown } = setsOf({ ...inputs, flights: foretold });
    expect(shown[0]!.set.share / truth[0]!.set.share).toBeCloseTo(1, 2);
  });

  it('takes the difference apart from the closed form to itself', () => {
    const steps = takeApart(inputs, 200e3), [, band] = steps, { closes_s } = answer.window;
    const closed = sizeByLatitude({ altitude_m: 350e3, acceleration_mps2: 147.1, speed_mps: 5000, flyout_s: closes_s - 60, interceptAltitude_m: 200e3, salvo: 1, shots: 2, inclination_rad: 45 * DEGREE, latitude_rad: plan.attacks[0]!.origin.lat_rad });
    expect(typeof closed === 'string' ? closed : closed.absenteeRatio).toBe(band!.absenteeRatio);
    expect(steps.at(-1)!.absenteeRatio).toBeCloseTo(answer.absenteeRatio, 9);
    // Exact distances make the reach a little shorter than the closed form's arc.
    expect(steps[2]!.absenteeRatio).toBeGreaterThan(band!.absenteeRatio!);
  });

  it('says when it is too late, and the latest order that is not', () => {
    expect(sizeByPropagation({ ...inputs, commit_s: 300 })).toMatchObject({ reason: 'too-late' });
    const late = { ...inputs, commit_s: 172 };
    expect(sizeByPropagation(late)).toEqual({ reason: 'never-in-reach' });
    const delay = nearestFeasible(late, 'never-in-reach').find(({ quantity }) => quantity === 'delay')!.value;
    expect(sized({ ...inputs, commit_s: delay }).absenteeRatio).toBeGreaterThan(1);
  });

  it('needs few in midcourse, where interceptors fly long', () => {
    const flights = fly('midcourse', 1), long = sized({ ...inputs, flights, commit_s: 400, orbits: { altitude_m: 800e3, inclination_rad: 88 * DEGREE }, interceptor: { ...interceptor, battery_s: 400 } });
    expect(long.absenteeRatio).toBeLessThan(0.3 * answer.absenteeRatio);
    expect(long.believed).toBeNull();
    expect(long.inReach.mean * long.absenteeRatio / long.interceptors).toBeCloseTo(1, 0);
  });
});

describe('the number for missiles that differ', () => {
  it('is the Poisson number when they do not, more when they do, and none when some are never in reach', () => {
    const poisson = answerFromRatio('propagated', { flyout_m: 1, reach_m: 1 }, 200, { salvo: 1, shots: 2 }).sizedFor95;
    expect(sizedForShares([1 / 200, 1 / 200], 2)).toBe(poisson);
    expect(sizedForShares([1 / 300, 1 / 150], 2)).toBeGreaterThan(poisson);
    expect(sizedForShares([0, 1 / 100], 2)).toBe(Infinity);
  });
});

describe('patterns', () => {
  it('are as even as the number allows, and hold it', () => {
    for (const count of [1, 7, 100, 483, 997, 7800]) {
      const { planes_count, perPlane_count } = evenLayout(count);
      expect(planes_count * perPlane_count).toBeGreaterThanOrEqual(count);
      expect(planes_count * perPlane_count).toBeLessThan(1.02 * count + 2);
    }
    expect(evenLayout(1000, 30)).toEqual({ planes_count: 30, perPlane_count: 34 });
    expect(fewestFor((count) => count >= 137, 100, 200)).toBeGreaterThanOrEqual(137);
    expect(fewestFor((count) => count >= 137, 100, 200)).toBeLessThan(141);
    expect(fewestFor(() => false, 100, 200)).toBeUndefined();
  });

  it('are summed up by order', () => {
    expect(summarizeCounts(Int32Array.of(3, 1, 2, 2))).toEqual({ mean: 2, min: 1, p5: 1, median: 2, max: 3 });
  });
});

describe('a shield that loses satellites', () => {
  let shield: Shield, satellites_count: number;
  beforeAll(() => {
    const asked = shieldOf(plan, 0, { duration_s: 86400, step_s: 600 }, 1);
    if (typeof asked === 'string') throw new Error(asked);
    ({ shield, satellites_count } = asked);
  });

  it('loses in proportion at random, a plane for good, and those in reach only for a while', () => {
    const [whole, random, plane, inReach] = afterLosses(shield, satellites_count / 4, { perMonth: 2, perLaunch: 100 });
    expect(random!.inReach.mean / whole!.inReach.mean).toBeCloseTo(0.75, 1);
    expect(random!.refill).toEqual({ launches: 20, months: 10 });
    expect(plane!.lost_count).toBe(78);
    expect(plane!.inReach.mean / whole!.inReach.mean).toBeCloseTo(0.99, 2);
    expect(inReach!.inReach.min).toBe(0);
    expect(inReach!.lost_count).toBeLessThan(30);
    expect(whole!.refill).toBeUndefined();
  });

  it('has nothing at once after all in reach are drawn, and all again an orbit later', () => {
    const [now, soon, round] = secondSalvos(shield, [0, 60, onceRound_s(shield.shells[0]!.shell)]), [whole] = afterLosses(shield, 0);
    expect(now!.afterAll.max).toBe(0);
    expect(soon!.afterAll.mean).toBeGreaterThan(0);
    expect(soon!.afterAll.mean).toBeLessThan(whole!.inReach.mean);
    expect(round!.afterAll.mean / whole!.inReach.mean).toBeCloseTo(1, 1);
  });
});
