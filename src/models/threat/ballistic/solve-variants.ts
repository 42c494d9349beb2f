/**
 * Many missiles of one class at one target: each variant of `variants.ts` is aimed for itself, with the solution of a
 * similar one as its start.
 */
import type { Flight } from '../../../kernel/flight/flight.js';
import { exp, log } from '../../../kernel/maths.js';
import type { GeodeticPlace } from '../place.js';
import type { BallisticMissile } from './ballistic.js';
import { kickScaleOf, type PreparedMissile } from './prepare.js';
import { type AimFailure, type AimHit, type AimStart, solveToTarget, tabulate } from './solve-target.js';
import { disperse, type Dispersion, stretchBurns, TRUNCATION } from './variants.js';

/** One aimed missile and its flight, with its table. */
export interface Variant extends Dispersion {
  readonly missile: BallisticMissile;
  readonly miss_m: number;
  readonly flight: Flight;
}

export interface AimedVariants<Failure> {
  readonly variants: readonly Variant[];
  /** Missiles that could not be aimed; the set goes on without them. */
  readonly failures: readonly Failure[];
  readonly flights: number;
  readonly rightHandSides: number;
}

/** A way of aiming; what it lends from one solution it can use for a neighbour. */
export type Aim<Start, Failure> = (prepared: PreparedMissile, from: GeodeticPlace, start: Start | undefined) => AimHit<Start> | Failure;

/** Pitch-over of a missile over the class's, by its burn time over the class's. */
export type KickScale = (burnTimeFactor: number) => number;

/** Anywhere around an origin. */
export interface LaunchArea {
  readonly origin: GeodeticPlace;
  readonly radius_m: number;
}

/** Aims `count` variants at a target by the class's own pitch programme and tabulates their flights. */
export function solveVariants(
  prepared: PreparedMissile, kickScale: KickScale, area: LaunchArea, target: GeodeticPlace, count: number,
): AimedVariants<AimFailure> {
  return aimVariants(prepared, kickScale, area, count, (single, from, start: AimStart | undefined) => solveToTarget(single, from, target, start));
}

/** Aims `count` variants in any way; `first` lends to the first of them. */
export function aimVariants<Start, Failure extends { readonly converged: false; readonly flights: number }>(
  prepared: PreparedMissile, kickScale: KickScale, { origin, radius_m }: LaunchArea, count: number, aim: Aim<Start, Failure>, first?: Start,
): AimedVariants<Failure> {
  const { missile } = prepared;
  const variants: Variant[] = [];
  const failures: Failure[] = [];
  const solved: Solved<Start>[] = [];
  let flights = 0;
  let rightHandSides = 0;
  for (let index = 0; index < count; index++) {
    const dispersion = disperse(missile, origin, radius_m, index);
    const { burnTimeFactor } = dispersion;
    const single = stretchBurns(missile, burnTimeFactor);
    const start = nearest(solved, burnTimeFactor) ?? first;
    const result = aim({ ...prepared, missile: single, kickScale: kickScale(burnTimeFactor) }, dispersion.from, start);
    flights += result.flights;
    if (!result.converged) {
      failures.push(result);
      continue;
    }
    solved.push({ factor: burnTimeFactor, start: result.start });
    const flight = tabulate(prepared.flyer, single, result);
    rightHandSides += flight.rightHandSides * result.flights;
    variants.push({ ...dispersion, missile: single, miss_m: result.miss_m, flight });
  }
  return { variants, failures, flights, rightHandSides };
}

interface Solved<Start> {
  readonly factor: number;
  readonly start: Start;
}

/** The solved variant that burns most alike: thrust moves the range far more than the place of launch does. */
function nearest<Start>(solved: readonly Solved<Start>[], factor: number): Start | undefined {
  let best: Solved<Start> | undefined;
  for (const one of solved) {
    if (best === undefined || Math.abs(one.factor - factor) < Math.abs(best.factor - factor)) best = one;
  }
  return best?.start;
}

/**
 * How the good pitch-over changes with burn time: a weaker missile turns over faster. Found at both ends of the
 * dispersion, between them a parabola of its logarithm. It takes some eighty flights, for the class once.
 */
export function kickScaleByFactor(prepared: PreparedMissile): KickScale {
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
