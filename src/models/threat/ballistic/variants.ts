/**
 * How single missiles of a class differ: where in the launch area they stand and how long they burn (longer at the same
 * total impulse is weaker thrust). The variants are points of a low-discrepancy sequence, so any number of them is
 * representative and twice as many give the same answer: the additive recurrence on the powers of the generalised golden
 * ratio (M. Roberts 2018, "The unreasonable effectiveness of quasirandom sequences"; Kronecker sequences, Niederreiter
 * 1992, chapter 3).
 */
import type { Vehicle } from '../../../kernel/flight/flight.js';
import { destination } from '../../../kernel/earth/geodesy.js';
import { TAU } from '../../../kernel/maths.js';
import { normalQuantile } from '../../../kernel/statistics/normal.js';
import type { Booster } from '../booster.js';
import type { GeodeticPlace } from '../place.js';

export interface Dispersion {
  readonly from: GeodeticPlace;
  /** Burn time over the class's; thrust is divided by it. */
  readonly burnTimeFactor: number;
}

/** Burn times further from the mean than this many standard deviations do not leave the factory. */
export const TRUNCATION = 2.5;
/** Root of x⁴ = x + 1; its inverse powers are the steps of a three-dimensional recurrence. */
const GOLDEN_3 = 1.2207440846057596;
const STEPS = [1 / GOLDEN_3, 1 / (GOLDEN_3 * GOLDEN_3), 1 / (GOLDEN_3 * GOLDEN_3 * GOLDEN_3)] as const;

/**
 * The `index`-th variant. The sequence does not depend on how many are drawn: a larger set contains the smaller.
 */
export function disperse(missile: Pick<Booster, 'burnTimeSpread'>, origin: GeodeticPlace, radius_m: number, index: number): Dispersion {
  const along = point(index, 0);
  const turn = point(index, 1);
  const burn = point(index, 2);
  const place = new Float64Array(2);
  // Equal areas of the launch area are equally likely.
  destination(origin.lat_rad, origin.lon_rad, turn * TAU, radius_m * Math.sqrt(along), place);
  return {
    from: { lat_rad: place[0], lon_rad: place[1], altitude_m: origin.altitude_m },
    burnTimeFactor: 1 + missile.burnTimeSpread * truncatedNormal(burn),
  };
}

/** The same missile with its burns stretched at constant total impulse. */
export function stretchBurns<V extends Vehicle>(missile: V, factor: number): V {
  return { ...missile, stages: missile.stages.map((stage) => ({ ...stage, thrustVacuum_N: stage.thrustVacuum_N / factor })) };
}

function point(index: number, dimension: 0 | 1 | 2): number {
  const x = 0.5 + (index + 1) * STEPS[dimension];
  return x - Math.floor(x);
}

/** Standard normal cut off (not clamped) at ±TRUNCATION: the quantile of the middle part of the distribution. */
function truncatedNormal(u: number): number {
  const tail = 0.006209665325776132; // Φ(−2.5)
  return Math.max(-TRUNCATION, Math.min(TRUNCATION, normalQuantile(tail + u * (1 - 2 * tail))));
}
