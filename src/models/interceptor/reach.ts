/**
 * What a space interceptor reaches, by time of flight: up to 200 s the straight rule (interceptor and carrier fall together),
 * up to 600 s relative motion to first order, beyond that Lambert's problem. A burn counts as one push in its middle, which
 * holds the distance flown; the errors of all three against powered flight stand in docs/models/reach.md.
 * Frame: inertial. A carrier is given by where it would be at the meeting. Two-body orbits; a path's floor is asked for
 * separately (`lowestRadius_m`). Not for hot loops beyond 600 s: one answer costs some microseconds there.
 */
import { propagateKepler } from '../../kernel/orbit/kepler.js';
import { solveLambert } from '../../kernel/orbit/lambert.js';
import { asin, cos, PI, sin } from '../../kernel/maths.js';
import { farthestPerPush_s, meanMotion_radps, pushNeeded_mps, relativeMotion } from '../../kernel/orbit/relative-motion.js';
import { findRoot } from '../../kernel/roots.js';
import { flyout_m, type SpaceInterceptor, speedGained_mps } from './space-based.js';

/** Longest flights for which the straight rule and relative motion are taken. */
export const STRAIGHT_UNTIL_S = 200;
export const RELATIVE_MOTION_UNTIL_S = 600;

export type ReachForm = 'straight' | 'relative-motion' | 'lambert';

/** The choice of form, made here for all that ask for reach: each holds up to its time of flight, from where the one before ends. */
export const REACH_FORMS: readonly { readonly form: ReachForm; readonly until_s: number }[] = [
  { form: 'straight', until_s: STRAIGHT_UNTIL_S }, { form: 'relative-motion', until_s: RELATIVE_MOTION_UNTIL_S }, { form: 'lambert', until_s: Infinity },
];

export function reachForm(flight_s: number): ReachForm {
  return REACH_FORMS.find(({ until_s }) => flight_s <= until_s)?.form ?? 'lambert';
}

/** Of one type of interceptor, one time of flight and one circular orbit. Beyond its battery's life nothing is reached. */
export interface Reach {
  readonly form: ReachForm;
  /** By the straight rule, whatever the form. */
  readonly flyout_m: number;
  /** Speed it has gained by the meeting. */
  readonly speed_mps: number;
  /** Nothing farther than this from the carrier can be met. */
  readonly farthest_m: number;
  /**
   * Speed with which the target is just met; Infinity if it cannot be. `carrier_eci`: x y z vx vy vz of the carrier as it would
   * be at the meeting; `target_eci`: x y z; both start at the given places of their arrays.
   */
  velocityNeeded_mps(carrier_eci: ArrayLike<number>, target_eci: ArrayLike<number>, carrierAt?: number, targetAt?: number): number;
  canMeet(carrier_eci: ArrayLike<number>, target_eci: ArrayLike<number>, carrierAt?: number, targetAt?: number): boolean;
  /** How far from the carrier's place at the meeting it comes in a direction of any length: up, along the orbit, across it. */
  reach_m(up: number, along: number, across: number): number;
  /**
   * Lowest distance from the middle of the Earth on the way to the target, whatever the form; NaN if there is no way. Writes
   * x y z of the place to `place_eci`.
   */
  lowestRadius_m(carrier_eci: ArrayLike<number>, target_eci: ArrayLike<number>, carrierAt?: number, targetAt?: number, place_eci?: Float64Array): number;
}

/** The form by time of flight; a study of errors may ask for another one. */
export function reachAt(interceptor: SpaceInterceptor, flight_s: number, orbitRadius_m: number, form = reachForm(flight_s)): Reach {
  const isAlive = flight_s <= interceptor.battery_s;
  const flown_m = isAlive ? flyout_m(interceptor, flight_s) : 0, speed_mps = isAlive ? speedGained_mps(interceptor, flight_s) : 0;
  const lever_s = speed_mps > 0 ? flown_m / speed_mps : 0;
  const motion = relativeMotion(orbitRadius_m, lever_s);
  const start = new Float64Array(6), arc = new Float64Array(6), carrier = new Float64Array(6), target = new Float64Array(3), lowest = new Float64Array(3);

  /** Two-body arc from where the carrier is at the push; speeds at both ends go to `arc`, the carrier's state then to `start`. */
  const solveArc = (carrier_eci: ArrayLike<number>, target_eci: ArrayLike<number>, c: number, p: number): boolean => {
    for (let i = 0; i < 6; i++) start[i] = carrier_eci[c + i];
    propagateKepler(start, -lever_s, start);
    return solveLambert(start, target_eci, lever_s, 'short', arc, 0, p);
  };
  const byLambert_mps = (carrier_eci: ArrayLike<number>, target_eci: ArrayLike<number>, c: number, p: number): number => {
    if (!solveArc(carrier_eci, target_eci, c, p)) return Infinity;
    const x = arc[0] - start[3], y = arc[1] - start[4], z = arc[2] - start[5];
    return Math.sqrt(x * x + y * y + z * z);
  };
  const byRelativeMotion_mps = (carrier_eci: ArrayLike<number>, target_eci: ArrayLike<number>, c: number, p: number): number => {
    const x = carrier_eci[c], y = carrier_eci[c + 1], z = carrier_eci[c + 2];
    const vx = carrier_eci[c + 3], vy = carrier_eci[c + 4], vz = carrier_eci[c + 5];
    const dx = target_eci[p] - x, dy = target_eci[p + 1] - y, dz = target_eci[p + 2] - z;
    const r2 = x * x + y * y + z * z, up_m = (dx * x + dy * y + dz * z) / Math.sqrt(r2);
    // Along the orbit: the velocity without what of it points up, so that a slightly oval orbit does no harm.
    const rise = (vx * x + vy * y + vz * z) / r2, wx = vx - rise * x, wy = vy - rise * y, wz = vz - rise * z;
    const along_m = (dx * wx + dy * wy + dz * wz) / Math.sqrt(wx * wx + wy * wy + wz * wz);
    const rest2 = dx * dx + dy * dy + dz * dz - up_m * up_m - along_m * along_m;
    return pushNeeded_mps(motion, up_m, along_m, Math.sqrt(Math.max(0, rest2)));
  };
  const away_m = (carrier_eci: ArrayLike<number>, target_eci: ArrayLike<number>, c: number, p: number): number => {
    const dx = target_eci[p] - carrier_eci[c], dy = target_eci[p + 1] - carrier_eci[c + 1], dz = target_eci[p + 2] - carrier_eci[c + 2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  };
  /** The same place in a frame of its own: the carrier on the x axis, moving along y. */
  const neededTo_mps = (up_m: number, along_m: number, across_m: number): number => {
    carrier[0] = orbitRadius_m;
    carrier[4] = meanMotion_radps(orbitRadius_m) * orbitRadius_m;
    target[0] = orbitRadius_m + up_m;
    target[1] = along_m;
    target[2] = across_m;
    return byLambert_mps(carrier, target, 0, 0);
  };

  // Beyond first order it takes a search, so only when asked.
  let most_m: number | undefined;
  const reach: Reach = {
    form, flyout_m: flown_m, speed_mps,
    get farthest_m() {
      return (most_m ??= farthest_m(reach, flown_m, speed_mps * farthestPerPush_s(motion)));
    },
    velocityNeeded_mps(carrier_eci, target_eci, c = 0, p = 0) {
      if (!(lever_s > 0)) return Infinity;
      if (form === 'straight') return away_m(carrier_eci, target_eci, c, p) / lever_s;
      return form === 'relative-motion' ? byRelativeMotion_mps(carrier_eci, target_eci, c, p) : byLambert_mps(carrier_eci, target_eci, c, p);
    },
    canMeet(carrier_eci, target_eci, c = 0, p = 0) {
      if (form === 'straight') return lever_s > 0 && away_m(carrier_eci, target_eci, c, p) <= flown_m;
      return reach.velocityNeeded_mps(carrier_eci, target_eci, c, p) <= speed_mps;
    },
    reach_m(up, along, across) {
      const size = Math.sqrt(up * up + along * along + across * across);
      if (!(lever_s > 0) || !(size > 0)) return 0;
      if (form === 'straight') return flown_m;
      const linear_m = (size * speed_mps) / pushNeeded_mps(motion, up, along, across);
      if (form === 'relative-motion') return linear_m;
      const per = 1 / size, late = (distance_m: number): number => neededTo_mps(up * per * distance_m, along * per * distance_m, across * per * distance_m) - speed_mps;
      let beyond_m = linear_m;
      while (late(beyond_m) < 0) beyond_m *= 1.25;
      return findRoot(late, 1, beyond_m, 1);
    },
    lowestRadius_m(carrier_eci, target_eci, c = 0, p = 0, place_eci = lowest) {
      if (!(lever_s > 0) || !solveArc(carrier_eci, target_eci, c, p)) return NaN;
      return lowestOfArc_m(start, arc, target_eci, p, place_eci);
    },
  };
  return reach;
}

/**
 * Reach of all forms that flights of up to `flight_s` may be asked of, each for its longest flight of these. What one of them
 * meets can be met: an interceptor may leave late, so a flight just longer than a form holds for never reaches less.
 */
export function reachesWithin(interceptor: SpaceInterceptor, flight_s: number, orbitRadius_m: number): Reach[] {
  const last = REACH_FORMS.findIndex(({ until_s }) => flight_s <= until_s);
  return REACH_FORMS.slice(0, last + 1).map(({ form, until_s }) => reachAt(interceptor, Math.min(until_s, flight_s), orbitRadius_m, form));
}

/** Beyond first order the farthest place is searched for in the plane of the orbit, where it must lie; with a little to spare. */
function farthest_m({ form, reach_m }: Reach, straight_m: number, linear_m: number): number {
  if (form === 'straight' || straight_m === 0) return straight_m;
  if (form === 'relative-motion') return linear_m;
  let most_m = 0;
  for (let k = 0; k < 72; k++) most_m = Math.max(most_m, reach_m(sin((PI * k) / 36), cos((PI * k) / 36), 0));
  return 1.01 * most_m;
}

/** Perigee of the arc if it passes it, else its lower end. */
function lowestOfArc_m(start: Float64Array, velocities: Float64Array, end: ArrayLike<number>, at: number, place_eci: Float64Array): number {
  const x = start[0], y = start[1], z = start[2], vx = velocities[0], vy = velocities[1], vz = velocities[2];
  const r1 = Math.sqrt(x * x + y * y + z * z), r2 = Math.sqrt(end[at] * end[at] + end[at + 1] * end[at + 1] + end[at + 2] * end[at + 2]);
  const falls = x * vx + y * vy + z * vz, rises = end[at] * velocities[3] + end[at + 1] * velocities[4] + end[at + 2] * velocities[5];
  if (falls >= 0 || rises <= 0) {
    for (let i = 0; i < 3; i++) place_eci[i] = r1 < r2 ? start[i] : end[at + i];
    return Math.min(r1, r2);
  }
  const hx = y * vz - z * vy, hy = z * vx - x * vz, hz = x * vy - y * vx;
  const mu = meanMotion_radps(1) * meanMotion_radps(1), parameter = (hx * hx + hy * hy + hz * hz) / mu;
  const v2 = vx * vx + vy * vy + vz * vz, perA = 2 / r1 - v2 / mu;
  const eccentricity = Math.sqrt(Math.max(0, 1 - parameter * perA)), perigee_m = parameter / (1 + eccentricity);
  // The eccentricity vector points to the perigee. An arc that falls and rises is no circle, so it has one.
  const share = perigee_m / (eccentricity * mu), alongPlace = share * (v2 - mu / r1), alongVelocity = -share * falls;
  for (let i = 0; i < 3; i++) place_eci[i] = alongPlace * start[i] + alongVelocity * velocities[i];
  return perigee_m;
}

/** One direction once; for many use `reachAt`. */
export function reach_m(interceptor: SpaceInterceptor, flight_s: number, orbitRadius_m: number, up: number, along: number, across: number): number {
  return reachAt(interceptor, flight_s, orbitRadius_m).reach_m(up, along, across);
}

/** Which carriers of one altitude can meet a target at another, over all directions of their motion. */
export interface Footprint {
  /** Central angle of the cap of the same area. */
  readonly angle_rad: number;
  readonly least_rad: number;
  readonly most_rad: number;
  /** What of the distance flown is left along the ground at the mean of the two radii: √(flyout² − Δh²) of the closed forms. */
  readonly reach_m: number;
}

/** Directions between straight ahead and straight behind; left and right are alike. */
const DIRECTIONS = 18;

export function footprint(interceptor: SpaceInterceptor, flight_s: number, orbitRadius_m: number, targetRadius_m: number, form = reachForm(flight_s)): Footprint {
  const reach = reachAt(interceptor, flight_s, orbitRadius_m, form);
  const carrier = Float64Array.of(orbitRadius_m, 0, 0, 0, meanMotion_radps(orbitRadius_m) * orbitRadius_m, 0), target = new Float64Array(3);
  let sum = 0, least_rad = PI, most_rad = 0;
  const directions = form === 'straight' ? 1 : DIRECTIONS;
  for (let k = 0; k < directions; k++) {
    const heading = (PI * (k + 0.5)) / directions, along = cos(heading), across = sin(heading);
    const spare = (angle_rad: number): number => {
      target[0] = targetRadius_m * cos(angle_rad);
      target[1] = targetRadius_m * sin(angle_rad) * along;
      target[2] = targetRadius_m * sin(angle_rad) * across;
      return Math.max(-1e9, reach.speed_mps - reach.velocityNeeded_mps(carrier, target));
    };
    const angle_rad = edge(spare);
    sum += sin(0.5 * angle_rad) * sin(0.5 * angle_rad);
    least_rad = Math.min(least_rad, angle_rad);
    most_rad = Math.max(most_rad, angle_rad);
  }
  const half = Math.sqrt(sum / directions);
  return { angle_rad: 2 * asin(Math.min(1, half)), least_rad, most_rad, reach_m: 2 * Math.sqrt(orbitRadius_m * targetRadius_m) * half };
}

/** The angle at which nothing is to spare any more, going out from right above or below; 0 if nothing was. */
function edge(spare: (angle_rad: number) => number): number {
  let inside = 0;
  if (!(spare(0) >= 0)) return 0;
  for (let outside = 0.05; outside < PI; outside += 0.05) {
    if (spare(outside) < 0) return findRoot(spare, inside, outside, 1e-9);
    inside = outside;
  }
  return PI;
}
