/**
 * What every search over flights needs: how far a flight went, cut-off as a share of all powered time, and the largest
 * value of a function with one maximum.
 */
import { EARTH_MEAN_RADIUS_M } from '../../../kernel/constants.js';
import { ageAtPowered_s, burnTime_s, type Flight, poweredTime_s, type Vehicle } from '../../../kernel/flight/flight.js';
import { clamp, PI } from '../../../kernel/maths.js';

export const HALF_EARTH_M = PI * EARTH_MEAN_RADIUS_M;
/** A cut-off may come once this share of the last stage has burnt; nearer targets are reached by lofting. */
const EARLIEST_OF_LAST_STAGE = 0.2;
const GOLDEN = 0.6180339887498949;

/** Ground covered; endless for a flight that does not come down, nothing for one that never got away. */
export function reach_m(flight: Flight): number {
  return flight.status === 'impact' ? flight.groundTrack_m : flight.status === 'aloft' ? 4 * HALF_EARTH_M : 0;
}

/** Cut-off after a share of all powered time; a whole share burns to depletion. */
export function cutoffAtShare_s(missile: Vehicle, share: number): number {
  return share >= 1 ? Infinity : ageAtPowered_s(missile, share * poweredTime_s(missile));
}

/** The inverse: share of all powered time that has passed at a cut-off. */
export function shareAtCutoff(missile: Vehicle, cutoff_s: number): number {
  let left = cutoff_s;
  let powered = 0;
  for (const stage of missile.stages) {
    powered += clamp(left, 0, burnTime_s(stage));
    left -= burnTime_s(stage) + stage.coastAfter_s;
  }
  return powered / poweredTime_s(missile);
}

/** Earliest cut-off that aiming uses, as a share of all powered time. */
export function earliestShare(missile: Vehicle): number {
  const last = missile.stages[missile.stages.length - 1];
  return 1 - ((1 - EARLIEST_OF_LAST_STAGE) * burnTime_s(last)) / poweredTime_s(missile);
}

/** Largest value of a function with one maximum: the best of some samples, then golden section around it. */
export function farthest(f: (x: number) => number, samples: readonly number[], rounds: number): { at: number; value: number } {
  const values = samples.map(f);
  let peak = 0;
  values.forEach((value, i) => {
    if (value > values[peak]) peak = i;
  });
  let low = samples[Math.max(0, peak - 1)];
  let high = samples[Math.min(samples.length - 1, peak + 1)];
  let at = samples[peak];
  let value = values[peak];
  let c = high - GOLDEN * (high - low);
  let d = low + GOLDEN * (high - low);
  let fc = f(c);
  let fd = f(d);
  for (let i = 0; i < rounds; i++) {
    if (fc > value) [at, value] = [c, fc];
    if (fd > value) [at, value] = [d, fd];
    if (fc > fd) {
      high = d;
      [d, fd] = [c, fc];
      c = high - GOLDEN * (high - low);
      fc = f(c);
    } else {
      low = c;
      [c, fc] = [d, fd];
      d = low + GOLDEN * (high - low);
      fd = f(d);
    }
  }
  return { at, value };
}
