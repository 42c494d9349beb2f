/** The number needed against one assumption: speed of the interceptor, delay of the order, altitude or inclination of the orbits. */
import { PI } from '../../kernel/maths.js';
import type { Constellation } from './in-reach.js';
import { burnsUntil_s } from '../../models/interceptor/space-based.js';
import { type FlightSets, type NoNumber, type NoSure, type PropagatedInputs, sizeByPropagation, trueSets, windowOf } from './propagated.js';

export type CurveQuantity = 'speed' | 'delay' | 'altitude' | 'inclination';

export interface CurvePoint {
  /** In the SI unit of the quantity. */
  readonly value: number;
  /** Undefined where nothing is ever in reach. */
  readonly absenteeRatio?: number;
  readonly perMissile?: number;
  /** In the layout asked for, as `perMissile`; Infinity where none does or none was searched. */
  readonly perMissile95?: number;
  readonly perMissile95AtRandom?: number;
  readonly forMean?: Constellation;
  readonly for95?: Constellation | NoSure;
}

export function changed(inputs: PropagatedInputs, quantity: CurveQuantity, value: number): PropagatedInputs {
  switch (quantity) {
    case 'speed':
      return { ...inputs, interceptor: { ...inputs.interceptor, speed_mps: value } };
    case 'delay':
      return { ...inputs, commit_s: value };
    case 'altitude':
      return { ...inputs, orbits: { ...inputs.orbits, altitude_m: value } };
    case 'inclination':
      return { ...inputs, orbits: { ...inputs.orbits, inclination_rad: value } };
  }
}

/** Points in the order of `values`; `onPoint` hears how many are done. */
export function numberAgainst(inputs: PropagatedInputs, quantity: CurveQuantity, values: readonly number[], onPoint: (done: number) => void = () => undefined): CurvePoint[] {
  return values.map((value, index) => {
    const point = pointOf(changed(inputs, quantity, value), value);
    onPoint(index + 1);
    return point;
  });
}

function pointOf(inputs: PropagatedInputs, value: number): CurvePoint {
  const sets: FlightSets = { truth: trueSets(inputs), believed: [], usable: [] };
  const answer = sizeByPropagation(inputs, sets);
  if ('reason' in answer) return { value };
  const { absenteeRatio, perMissile, sizedFor95, sizedFor95AtRandom, forMean, for95 } = answer;
  return { value, absenteeRatio, perMissile, perMissile95: sizedFor95 / inputs.salvo, perMissile95AtRandom: sizedFor95AtRandom / inputs.salvo, forMean, for95 };
}

/** `flyout` is the longest flight allowed. */
export type FeasibleQuantity = CurveQuantity | 'flyout';

/** What would have to change for anything to be in reach: the nearest value of one quantity that does, if one does. */
export interface NearestFeasible {
  readonly quantity: FeasibleQuantity;
  readonly value: number;
}

const HALVINGS = 7;
/** One in twenty thousand: below it no constellation that anyone has proposed has one in reach. */
const LEAST_SHARE = 5e-5;
const LOWEST_M = 150e3;

/** Tries a longer fly-out where that is what ends the flight, an earlier order, a faster interceptor, a steeper orbit, one nearer to the altitude of the meeting; each by itself. */
export function nearestFeasible(inputs: PropagatedInputs, reason: NoNumber['reason']): NearestFeasible[] {
  const { closes_s, altitude_m } = windowOf(inputs), { interceptor, orbits, commit_s } = inputs;
  const limits: readonly (readonly [FeasibleQuantity, number, number])[] = [
    ['flyout', interceptor.battery_s, Math.max(interceptor.battery_s, closes_s - commit_s)],
    ['delay', commit_s, 0],
    ['speed', interceptor.speed_mps, 3 * interceptor.speed_mps],
    ['inclination', orbits.inclination_rad, PI / 2],
    ['altitude', orbits.altitude_m, Math.max(LOWEST_M, altitude_m)],
  ];
  return limits.flatMap(([quantity, now, limit]) => {
    if (reason === 'too-late' && quantity !== 'delay') return [];
    const value = nearestOf(inputs, quantity, now, limit);
    return value === undefined ? [] : [{ quantity, value }];
  });
}

function nearestOf(inputs: PropagatedInputs, quantity: FeasibleQuantity, now: number, limit: number): number | undefined {
  const having = (value: number): PropagatedInputs => (quantity === 'flyout' ? { ...inputs, interceptor: { ...inputs.interceptor, battery_s: value } } : changed(inputs, quantity, value));
  const works = (value: number): boolean => {
    const asked = having(value);
    return burnsUntil_s(asked.interceptor) <= asked.interceptor.battery_s && trueSets(asked).some(({ set }) => set.share > LEAST_SHARE);
  };
  if (now === limit || !works(limit)) return undefined;
  let bad = now, good = limit;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = 0.5 * (bad + good);
    if (works(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
