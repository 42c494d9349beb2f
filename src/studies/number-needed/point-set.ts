/**
 * Where a satellite must be to reach one point of a path after a long fly-out: for glides and midcourse. The form of reach
 * follows from the time of flight, as for the engine (models/interceptor/reach).
 * Frame: Earth-fixed at the meeting; a satellite's node and argument are where it would be then.
 */
import { cos, sin, TAU } from '../../kernel/maths.js';
import { shellMotion } from '../../models/constellation/walker.js';
import { reachesWithin } from '../../models/interceptor/reach.js';
import type { SpaceInterceptor } from '../../models/interceptor/space-based.js';
import { collectSet, type MeetingSet, type Orbits } from './meeting-set.js';

/** Half a degree: ends of stretches are interpolated by the speed left over. */
const SLOTS = 720;
const BEYOND_SLOTS = 1.5;

/** `target_m`: the point, in axes that are Earth-fixed at the meeting; `flight_s`: longest time flown to it. */
export function pointSet(orbits: Orbits, interceptor: SpaceInterceptor, target_m: Float64Array, flight_s: number): MeetingSet {
  const motion = shellMotion({ ...orbits, planes_count: 1, perPlane_count: 1, phasing: 0 }), a = motion.radius_m, speed_mps = a * motion.latitudeRate_radps;
  const reaches = reachesWithin(interceptor, flight_s, a), farthest_m = reaches.reduce((most_m, reach) => Math.max(most_m, reach.farthest_m), 0), carrier = new Float64Array(6);
  // A slot or two beyond what is reached, so that the end of a stretch can be placed between slots.
  const looked_m = farthest_m + (BEYOND_SLOTS * TAU * a) / SLOTS, looked2 = looked_m * looked_m;
  const cosI = cos(orbits.inclination_rad), sinI = sin(orbits.inclination_rad);
  const cosU = Float64Array.from({ length: SLOTS }, (_, slot) => cos((TAU * slot) / SLOTS)), sinU = Float64Array.from({ length: SLOTS }, (_, slot) => sin((TAU * slot) / SLOTS));
  return collectSet(SLOTS, (node_rad, spare) => {
    if (farthest_m <= 0) return false;
    const nx = cos(node_rad), ny = sin(node_rad), mx = -ny * cosI, my = nx * cosI;
    const off_m = ny * sinI * target_m[0] - nx * sinI * target_m[1] + cosI * target_m[2];
    if (Math.abs(off_m) > farthest_m) return false;
    let isMet = false;
    for (let slot = 0; slot < SLOTS; slot++) {
      const c = cosU[slot], s = sinU[slot];
      carrier[0] = a * (c * nx + s * mx);
      carrier[1] = a * (c * ny + s * my);
      carrier[2] = a * s * sinI;
      const dx = carrier[0] - target_m[0], dy = carrier[1] - target_m[1], dz = carrier[2] - target_m[2];
      spare[slot] = -Infinity;
      if (dx * dx + dy * dy + dz * dz > looked2) continue;
      carrier[3] = speed_mps * (c * mx - s * nx);
      carrier[4] = speed_mps * (c * my - s * ny);
      carrier[5] = speed_mps * c * sinI;
      for (const reach of reaches) spare[slot] = Math.max(spare[slot], reach.speed_mps - reach.velocityNeeded_mps(carrier, target_m));
      if (spare[slot] >= 0) isMet = true;
    }
    return isMet;
  });
}
