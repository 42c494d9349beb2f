/**
 * When satellites that move detect an object in a run. The flight is cut into stretches of a minute in which it looks alike; for each,
 * the satellites that could see it are found plane by plane, and only they look, each at its own clock. Nobody is asked for looks later
 * than the reports that every rule of evidence is content with; who else sees it is asked of `seenBy`.
 */
import { EARTH_FLATTENING, EARTH_RADIUS_M, EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { acos, clamp, cos, PI, sin } from '../../kernel/maths.js';
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import { shellMotion } from '../../models/constellation/walker.js';
import { createSeenTarget } from '../../models/sensor/seen-target.js';
import type { SeenTarget } from '../../models/sensor/seen-target.js';
import type { Emission } from '../flights/emission.js';
import { CLOSEST_LOOKS_S } from './looks.js';
import { satellitesNear } from '../reach/plane-search.js';
import type { Placement } from './satellite-motion.js';
import type { NetworkSensor } from './sensor-network.js';
import { showFlight } from '../flights/show-flight.js';
import type { Sky, WatchedFlight } from './sky.js';
import type { InfraredSensorPlan } from '../../scenario/plan/sensor-plan.js';
import { CERTAIN, LEAST_CHANCE } from './views.js';

const STRETCH_S = 60;
/** Faster than anything that flies, satellites and the Earth's turning included: how far a line of sight can wander in a stretch. */
const FASTEST_RADPS = 2.5e-3, FASTEST_MPS = 8e3;
const EARTH_POLAR_RADIUS_M = EARTH_RADIUS_M * (1 - EARTH_FLATTENING);

export interface MovingLooks {
  /** Calls `detect` with each satellite that detects the object, and the age at which it does; no looks from the age on that `enough` has come to. */
  watch(sky: Sky, luck: Luck, run: number, placement: Placement, flight: WatchedFlight, enough: Enough, detect: (satellite: number, age_s: number) => void): void;
}

/** The ages of the two earliest reports so far. Nobody is asked for looks later than the second: they are reported later. */
export interface Enough {
  first_s: number;
  second_s: number;
}

/** For one system by itself: two satellites of it, or one radar. */
export const enoughOf = ({ evidence }: NetworkSensor): Enough => ({ first_s: evidence === 'infrared' ? Infinity : 0, second_s: Infinity });

export function noteReport(enough: Enough, age_s: number): void {
  if (age_s < enough.first_s) {
    enough.second_s = enough.first_s;
    enough.first_s = age_s;
  } else if (age_s < enough.second_s) enough.second_s = age_s;
}

export function createMovingLooks(sensor: NetworkSensor): MovingLooks {
  const { plan } = sensor, candidates = new Int32Array(sensor.count), hasDetected = new Uint8Array(sensor.count);
  const state = new Float64Array(6), position = new Float64Array(3), target = createSeenTarget();
  const near = createNearFinder(sensor, candidates);
  const step_s = Math.max(plan.revisit_s, CLOSEST_LOOKS_S), isStaring = plan.model === 'infrared' && plan.look === 'staring';

  const show = ({ variant, emission }: WatchedFlight, age_s: number): void => showFlight(variant.ephemeris, emission, age_s, state, target);
  const chanceOf = (placement: Placement, satellite: number, flight: WatchedFlight, age_s: number): number => {
    show(flight, age_s);
    sensor.positionAt(placement, satellite, flight.launch_s + age_s, position);
    return sensor.chance(sensor.level(position[0], position[1], position[2], target), false);
  };
  /** First detection by one satellite at its looks of a stretch; Infinity when there is none. */
  const look = (sky: Sky, luck: Luck, run: number, placement: Placement, satellite: number, flight: WatchedFlight, from_s: number, to_s: number): number => {
    const key = sensor.keys[satellite], { missile, variant } = flight;
    const first_s = luck.uniform(STREAM.sighting, run, key, missile.missileKey, 0) * step_s;
    for (let n = Math.max(0, Math.ceil((from_s - first_s) / step_s)); ; n++) {
      const age_s = first_s + n * step_s;
      if (age_s >= to_s) return Infinity;
      let chance = chanceOf(placement, satellite, flight, age_s);
      if (isStaring && chance > 0) chance = age_s >= step_s ? Math.min(chance, chanceOf(placement, satellite, flight, age_s - step_s)) : 0;
      if (chance < LEAST_CHANCE) continue;
      if (chance < CERTAIN && luck.uniform(STREAM.detection, run, key, age_s < variant.burnout_s ? missile.missileKey : missile.key, n) >= chance) continue;
      if (!sky.blinds(sensor, placement, satellite, flight, age_s)) return age_s;
    }
  };

  /** True where all of a stretch lies below what any look gets to: clouds hide it, or for a cold body the ground or haze behind it. */
  const isHidden = ({ cloudBreak_m, grazingAltitude_m }: InfraredSensorPlan, flight: WatchedFlight, from_s: number, to_s: number): boolean => {
    let highest_m = -Infinity, fastest_mps = 0;
    for (const age_s of [from_s, 0.5 * (from_s + to_s), to_s]) {
      show(flight, age_s);
      highest_m = Math.max(highest_m, target.altitude_m);
      fastest_mps = Math.max(fastest_mps, Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]));
    }
    // What is not in the air may climb fast between these three; with wings it climbs by less than it flies, taken twice.
    show(flight, 0.5 * (from_s + to_s));
    const hides_m = target.isCold ? Math.max(cloudBreak_m, grazingAltitude_m) : cloudBreak_m;
    return target.fliesInAir && highest_m + 0.5 * fastest_mps * (to_s - from_s) < 0.99 * hides_m;
  };

  return {
    watch(sky, luck, run, placement, flight, enough, detect) {
      const { variant, emission, launch_s } = flight;
      hasDetected.fill(0);
      for (let from_s = 0; from_s < variant.impact_s && from_s < enough.second_s; ) {
        const to_s = endOfStretch(emission, from_s, variant.impact_s), middle_s = 0.5 * (from_s + to_s);
        if (plan.model === 'infrared' && isHidden(plan, flight, from_s, to_s)) {
          from_s = to_s;
          continue;
        }
        show(flight, middle_s);
        const count = near(placement, launch_s + middle_s, target, 0.5 * (to_s - from_s));
        for (let i = 0; i < count; i++) {
          const satellite = candidates[i];
          if (hasDetected[satellite] === 1) continue;
          const age_s = look(sky, luck, run, placement, satellite, flight, from_s, to_s);
          if (age_s === Infinity) continue;
          hasDetected[satellite] = 1;
          noteReport(enough, age_s + plan.reportDelay_s);
          detect(satellite, age_s);
        }
        from_s = to_s;
      }
    },
  };
}

function endOfStretch({ from_s }: Emission, age_s: number, last_s: number): number {
  let end_s = Math.min(age_s + STRETCH_S, last_s);
  for (const change_s of from_s) if (change_s > age_s && change_s < end_s) end_s = change_s;
  return end_s;
}

type NearFinder = (placement: Placement, t_s: number, target: SeenTarget, within_s: number) => number;

/** Finds the satellites that could see a target within so many seconds of a time; writes them to `candidates` and returns how many. */
export function createNearFinder(sensor: NetworkSensor, candidates: Int32Array): NearFinder {
  const { plan } = sensor;
  if (sensor.isFixed) {
    candidates[0] = 0;
    return () => 1;
  }
  if (!('orbit' in plan) || plan.orbit.kind !== 'walker') return createNearAmongFew(sensor, candidates);
  const { shell } = plan.orbit, motion = shellMotion(shell);
  const satelliteDip_rad = acos(EARTH_POLAR_RADIUS_M / motion.radius_m);
  return (placement, t_s, target, within_s) => {
    const sight_m = sensor.reach_m(target), reach_m = sight_m + FASTEST_MPS * within_s;
    if (sight_m === 0) return 0;
    const { x_m: x, y_m: y, z_m: z } = target, r = Math.sqrt(x * x + y * y + z * z);
    const margin_rad = FASTEST_RADPS * within_s + 0.01;
    // It may climb within that time, and so come over the limb.
    const toLimb_rad = satelliteDip_rad + acos(clamp(EARTH_POLAR_RADIUS_M / (r + FASTEST_MPS * within_s), -1, 1));
    const inReach_rad = reach_m === Infinity ? PI : acos(clamp((motion.radius_m * motion.radius_m + r * r - reach_m * reach_m) / (2 * motion.radius_m * r), -1, 1));
    if (Math.abs(motion.radius_m - r) > reach_m) return 0;
    const turned_rad = EARTH_RATE_RADPS * t_s, c = cos(turned_rad), s = sin(turned_rad);
    return satellitesNear(shell, motion, placement.node_rad, placement.phase_rad, t_s, (c * x - s * y) / r, (s * x + c * y) / r, z / r, Math.min(PI, Math.min(toLimb_rad, inReach_rad) + margin_rad), candidates);
  };
}

/** Satellites on orbits of their own: each is asked whether the Earth can be out of its way within that time. */
function createNearAmongFew(sensor: NetworkSensor, candidates: Int32Array): NearFinder {
  const position = new Float64Array(3);
  return (placement, t_s, target, within_s) => {
    const { x_m: x, y_m: y, z_m: z } = target, r = Math.sqrt(x * x + y * y + z * z), targetDip_rad = acos(clamp(EARTH_POLAR_RADIUS_M / (r + FASTEST_MPS * within_s), -1, 1));
    const reach_m = sensor.reach_m(target), allowed_m = reach_m + 2 * FASTEST_MPS * within_s;
    if (reach_m === 0) return 0;
    let count = 0;
    for (let satellite = 0; satellite < sensor.count; satellite++) {
      sensor.positionAt(placement, satellite, t_s, position);
      const radius_m = Math.sqrt(position[0] * position[0] + position[1] * position[1] + position[2] * position[2]);
      if (radius_m < EARTH_POLAR_RADIUS_M) continue;
      const dx = position[0] - x, dy = position[1] - y, dz = position[2] - z;
      if (dx * dx + dy * dy + dz * dz > allowed_m * allowed_m) continue;
      const apart_rad = acos(clamp((position[0] * x + position[1] * y + position[2] * z) / (radius_m * r), -1, 1));
      // An ellipse climbs by itself, too.
      const dip_rad = acos(clamp(EARTH_POLAR_RADIUS_M / (radius_m + FASTEST_MPS * within_s), -1, 1));
      if (apart_rad <= targetDip_rad + dip_rad + FASTEST_RADPS * within_s + 0.01) candidates[count++] = satellite;
    }
    return count;
  };
}
