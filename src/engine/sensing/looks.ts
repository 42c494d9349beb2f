/**
 * When a sensor that stands still first detects an object in a run: it looks again and again, from the moment a look is worth it, and
 * each look has its own luck, keyed by sensor, object and number of the look. A scanner passes first at a random moment of its
 * revisit time, a starer needs that time of view. A cued look comes at a clock of its own, so that an earlier cue only adds looks.
 */
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import type { LinkedMissile } from '../link.js';
import { STANDING } from './satellite-motion.js';
import type { NetworkSensor } from './sensor-network.js';
import type { Sky, WatchedFlight } from './sky.js';
import { CERTAIN, chanceAt, LEAST_CHANCE } from './views.js';
import type { SensorViews } from './views.js';

/** Looks are never closer than this: a revisit time of zero means at once, not without end. */
export const CLOSEST_LOOKS_S = 0.25;

/** Age at which the search detects it; Infinity when it never does. */
export function searchedAt_s(sensor: NetworkSensor, views: SensorViews, sky: Sky, luck: Luck, run: number, flown: WatchedFlight, variant: number): number {
  const from_s = views.from_s[variant], to_s = views.to_s[variant];
  if (from_s === Infinity) return Infinity;
  const { missile, variant: flight } = flown, { plan } = sensor, key = sensor.keys[0], isInfrared = sensor.evidence === 'infrared';
  const wait = plan.model === 'infrared' && plan.look === 'staring' ? 1 : luck.uniform(STREAM.sighting, run, key, isInfrared ? missile.missileKey : missile.key, 0);
  const step_s = Math.max(plan.revisit_s, CLOSEST_LOOKS_S);
  let age_s = from_s + wait * plan.revisit_s;
  for (let look = 0; age_s <= to_s; look++, age_s += step_s) {
    const chance = chanceAt(sensor, views, variant, age_s, false);
    if (chance < LEAST_CHANCE) continue;
    // A plume is one for all on board; what has left the missile is seen by itself.
    const targetKey = isInfrared && age_s < flight.burnout_s ? missile.missileKey : missile.key;
    if (chance < CERTAIN && luck.uniform(STREAM.detection, run, key, targetKey, look) >= chance) continue;
    if (!sky.blinds(sensor, STANDING, 0, flown, age_s)) return age_s;
  }
  return Infinity;
}

/** Age at which a radar detects it that has been told at age `cued_s` where to look; Infinity when it never does. */
export function cuedAt_s(sensor: NetworkSensor, views: SensorViews, luck: Luck, run: number, missile: LinkedMissile, variant: number, cued_s: number): number {
  const { plan } = sensor;
  if (plan.model !== 'radar' || views.from_s[variant] === Infinity) return Infinity;
  const key = sensor.keys[0], step_s = Math.max(plan.cueRevisit_s, CLOSEST_LOOKS_S), first_s = luck.uniform(STREAM.cue, run, key, missile.key, 0) * step_s;
  const from_s = Math.max(cued_s, views.from_s[variant]), to_s = views.to_s[variant];
  for (let look = Math.max(0, Math.ceil((from_s - first_s) / step_s)); ; look++) {
    const age_s = first_s + look * step_s;
    if (age_s > to_s) return Infinity;
    const chance = chanceAt(sensor, views, variant, age_s, true);
    if (chance < LEAST_CHANCE) continue;
    if (chance >= CERTAIN || luck.uniform(STREAM.cue, run, key, missile.key, look + 1) < chance) return age_s;
  }
}
