/**
 * What a sensor that stands still can see of each variant of a flight: from which age to which age a look is worth its time, and where
 * a look there is not certain to detect, how good it is. In the Earth-fixed frame this does not depend on the time of day.
 */
import { createSeenTarget } from '../../models/sensor/seen-target.js';
import type { Emission } from '../flights/emission.js';
import { STANDING } from './satellite-motion.js';
import type { Looks, NetworkSensor } from './sensor-network.js';
import { showFlight } from '../flights/show-flight.js';
import type { Variant } from '../flights/trajectories.js';

/** By variant, as ages; Infinity when it is never seen. */
export interface SensorViews {
  readonly from_s: Float64Array;
  readonly to_s: Float64Array;
  /** Levels (see sensor-network.ts) every `step_s` from `from_s`; null where every look of the stretch is certain. */
  readonly levels: readonly (Float32Array | null)[];
  readonly step_s: number;
}

const STEP_POWERED_S = 1;
const STEP_COAST_S = 10;
/** Between kept levels: an infrared signal jumps with the stages, a radar's moves slowly. */
const KEPT_INFRARED_S = 2, KEPT_RADAR_S = 10;
/** Bisection halves the step this often: to a hundredth of a second in coast. */
const HALVINGS = 10;
/** Looks with a smaller chance are not made. */
export const LEAST_CHANCE = 1e-3;
/** Above this a look counts as certain. */
export const CERTAIN = 1 - 1e-9;

export function chartViews(variants: readonly Variant[], emissions: readonly Emission[], sensor: NetworkSensor): SensorViews {
  const count = variants.length, isInfrared = sensor.evidence === 'infrared';
  const from_s = new Float64Array(count).fill(Infinity), to_s = new Float64Array(count).fill(Infinity);
  const levels: (Float32Array | null)[] = [], step_s = isInfrared ? KEPT_INFRARED_S : KEPT_RADAR_S;
  variants.forEach((variant, v) => {
    const levelAt = watch(variant, emissions[v], sensor), first = findStretch(variant, sensor, levelAt);
    from_s[v] = first.from_s;
    to_s[v] = first.to_s;
    levels.push(first.isCertain || first.from_s === Infinity ? null : sample(levelAt, first.from_s, first.to_s, step_s));
  });
  return { from_s, to_s, levels, step_s };
}

/** Chance that a look at an age within the stretch detects. */
export function chanceAt(sensor: Looks, views: SensorViews, variant: number, age_s: number, isCued: boolean): number {
  const levels = views.levels[variant];
  if (levels === null) return 1;
  const at = (age_s - views.from_s[variant]) / views.step_s, i = Math.min(Math.floor(at), levels.length - 1), next = Math.min(i + 1, levels.length - 1);
  const a = levels[i], b = levels[next], u = at - i;
  // Out of view on one side: the nearer of the two.
  const level = a === -Infinity || b === -Infinity ? (u < 0.5 ? a : b) : a + u * (b - a);
  return sensor.chance(level, isCued);
}

interface Stretch {
  readonly from_s: number;
  readonly to_s: number;
  readonly isCertain: boolean;
}

/** From the first age at which a look is worth it to the last; certain when nothing between is less. */
function findStretch(variant: Variant, sensor: NetworkSensor, levelAt: (age_s: number) => number): Stretch {
  const isInfrared = sensor.evidence === 'infrared', isWorth = (age_s: number): boolean => sensor.chance(levelAt(age_s), true) >= LEAST_CHANCE;
  let from_s = Infinity, to_s = Infinity, before = 0, wasWorth = false, isCertain = true;
  for (let age_s = 0; ; ) {
    const level = levelAt(age_s), isWorthNow = level > -Infinity && sensor.chance(level, true) >= LEAST_CHANCE;
    if (isWorthNow) {
      if (from_s === Infinity) from_s = age_s === 0 ? 0 : edge(isWorth, before, age_s, true);
      to_s = age_s;
    } else if (wasWorth) to_s = edge(isWorth, before, age_s, false);
    // A gap within the stretch makes it uncertain, and so does a weak look.
    if (from_s < Infinity && isWorthNow && (sensor.chance(level, false) < CERTAIN || (!wasWorth && from_s < before))) isCertain = false;
    wasWorth = isWorthNow;
    before = age_s;
    if (age_s >= variant.impact_s) break;
    age_s = Math.min(age_s + (isInfrared && age_s < variant.burnout_s ? STEP_POWERED_S : STEP_COAST_S), variant.impact_s);
  }
  return { from_s, to_s, isCertain };
}

function watch(variant: Variant, emission: Emission, sensor: NetworkSensor): (age_s: number) => number {
  const state = new Float64Array(6), target = createSeenTarget(), position = new Float64Array(3);
  sensor.positionAt(STANDING, 0, 0, position);
  return (age_s) => {
    showFlight(variant.ephemeris, emission, age_s, state, target);
    return sensor.level(position[0], position[1], position[2], target);
  };
}

function sample(levelAt: (age_s: number) => number, from_s: number, to_s: number, step_s: number): Float32Array {
  const count = Math.floor((to_s - from_s) / step_s) + 2;
  return Float32Array.from({ length: count }, (_, i) => levelAt(Math.min(from_s + i * step_s, to_s)));
}

/** Age at which view starts (`becomes` true) or ends, between two ages that differ. */
function edge(sees: (age_s: number) => boolean, before_s: number, after_s: number, becomes: boolean): number {
  let low = before_s, high = after_s;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = 0.5 * (low + high);
    if (sees(middle) === becomes) high = middle;
    else low = middle;
  }
  return becomes ? high : low;
}
