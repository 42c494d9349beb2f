/**
 * How single missiles of a class differ: where in the launch area they stand and how long they burn (longer at the same
 * total impulse is weaker thrust). The variants are points of a low-discrepancy sequence, so any number of them is
 * representative and twice as many give the same answer: the additive recurrence on the powers of the generalised golden
 * ratio (M. Roberts 2018, "The unreasonable effectiveness of quasirandom sequences"; Kronecker sequences, Niederreiter
 * 1992, chapter 3). Each is aimed for itself, with the solution of a similar one as its start.
 */
import type { Ephemeris } from '../../../kernel/ephemeris.js';
import type { Launch, Vehicle } from '../../../kernel/flight.js';
import { destination } from '../../../kernel/geodesy.js';
import { exp, log, TAU } from '../../../kernel/maths.js';
import { normalQuantile } from '../../../kernel/normal.js';
import type { Booster } from '../booster.js';
import type { GeodeticPlace } from '../place.js';
import { kickScaleOf, type PreparedMissile } from './prepare.js';
import { type AimFailure, type AimHit, solveToTarget } from './solve-target.js';

export interface Dispersion {
  readonly from: GeodeticPlace;
  /** Burn time over the class's; thrust is divided by it. */
  readonly burnTimeFactor: number;
}

export interface Variant extends Dispersion {
  readonly launch: Launch;
  /** From launch to the end of thrust, coasts included. */
  readonly burnTime_s: number;
  readonly apogee_m: number;
  readonly range_m: number;
  /** From launch to impact. */
  readonly flightTime_s: number;
  readonly miss_m: number;
  readonly ephemeris: Ephemeris;
}

export interface VariantSet {
  readonly variants: readonly Variant[];
  /** Dispersions that could not be aimed; the set goes on without them. */
  readonly failures: readonly AimFailure[];
  readonly flights: number;
  readonly rightHandSides: number;
}

/** Burn times further from the mean than this many standard deviations do not leave the factory. */
const TRUNCATION = 2.5;
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

/** Aims `count` variants at a target and tabulates their flights. */
export function solveVariants(
  prepared: PreparedMissile, origin: GeodeticPlace, radius_m: number, target: GeodeticPlace, count: number,
): VariantSet {
  const { missile } = prepared;
  const variants: Variant[] = [];
  const failures: AimFailure[] = [];
  const solved: { readonly factor: number; readonly hit: AimHit }[] = [];
  let flights = 0;
  let rightHandSides = 0;
  const kickScale = kickScaleByFactor(prepared);
  for (let index = 0; index < count; index++) {
    const dispersion = disperse(missile, origin, radius_m, index);
    const single = stretchBurns(missile, dispersion.burnTimeFactor);
    const start = nearest(solved, dispersion.burnTimeFactor)?.start;
    const result = solveToTarget({ ...prepared, missile: single, kickScale: kickScale(dispersion.burnTimeFactor) }, dispersion.from, target, start);
    flights += result.flights;
    if (!result.converged) {
      failures.push(result);
      continue;
    }
    solved.push({ factor: dispersion.burnTimeFactor, hit: result });
    const { launch, miss_m } = result;
    const flight = prepared.flyer.fly(single, launch, { withEphemeris: true });
    flights++;
    rightHandSides += flight.rightHandSides * (result.flights + 1);
    if (flight.ephemeris === undefined) continue;
    variants.push({
      ...dispersion, launch, miss_m, burnTime_s: flight.burnTime_s, apogee_m: flight.apogee_m, range_m: flight.range_m,
      flightTime_s: flight.impact.t_s, ephemeris: flight.ephemeris,
    });
  }
  return { variants, failures, flights, rightHandSides };
}

/** The solved variant that burns most alike: thrust moves the range far more than the place of launch does. */
function nearest(solved: readonly { readonly factor: number; readonly hit: AimHit }[], factor: number): AimHit | undefined {
  let best: (typeof solved)[number] | undefined;
  for (const one of solved) {
    if (best === undefined || Math.abs(one.factor - factor) < Math.abs(best.factor - factor)) best = one;
  }
  return best?.hit;
}

/**
 * How the good pitch-over changes with burn time: a weaker missile turns over faster. Found at both ends of the
 * dispersion, between them a parabola of its logarithm.
 */
function kickScaleByFactor(prepared: PreparedMissile): (burnTimeFactor: number) => number {
  const { missile } = prepared;
  const width = missile.burnTimeSpread * TRUNCATION;
  if (!(width > 0)) return () => 1;
  const short = log(kickScaleOf(prepared, stretchBurns(missile, 1 - width)));
  const long = log(kickScaleOf(prepared, stretchBurns(missile, 1 + width)));
  return (burnTimeFactor) => {
    const s = (burnTimeFactor - 1) / width;
    return exp(0.5 * s * (long - short + s * (long + short)));
  };
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
