/** The number needed against one assumption: speed of the interceptor, delay of the order, altitude or inclination of the orbits. */
import { PI } from '../../kernel/maths.js';
import { type FlightSets, type NoNumber, type PropagatedInputs, sizeByPropagation, trueSets } from './propagated.js';

export type CurveQuantity = 'speed' | 'delay' | 'altitude' | 'inclination';

export interface CurvePoint {
  /** In the SI unit of the quantity. */
  readonly value: number;
  /** Undefined where nothing is ever in reach. */
  readonly absenteeRatio?: number;
  readonly perMissile?: number;
  readonly perMissile95?: number;
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
  const sets: FlightSets = { truth: trueSets(inputs), believed: [] };
  const answer = sizeByPropagation(inputs, sets);
  if ('reason' in answer) return { value };
  return { value, absenteeRatio: answer.absenteeRatio, perMissile: answer.perMissile, perMissile95: answer.sizedFor95 / inputs.salvo };
}

/** What would have to change for anything to be in reach: the nearest value of one quantity that does, if one does. */
export interface NearestFeasible {
  readonly quantity: CurveQuantity;
  readonly value: number;
}

const HALVINGS = 7;
/** One in twenty thousand: below it no constellation that anyone has proposed has one in reach. */
const LEAST_SHARE = 5e-5;

/** Tries an earlier order, orbits that go further up, then lower ones; each by itself. */
export function nearestFeasible(inputs: PropagatedInputs, reason: NoNumber['reason']): NearestFeasible[] {
  const limits: readonly (readonly [CurveQuantity, number, number])[] = [
    ['delay', inputs.commit_s, 0],
    ['speed', inputs.interceptor.speed_mps, 3 * inputs.interceptor.speed_mps],
    ['inclination', inputs.orbits.inclination_rad, PI / 2],
    ['altitude', inputs.orbits.altitude_m, LOWEST_M],
  ];
  return limits.flatMap(([quantity, now, limit]) => {
    if (reason === 'too-late' && quantity !== 'delay') return [];
    const value = nearestOf(inputs, quantity, now, limit);
    return value === undefined ? [] : [{ quantity, value }];
  });
}

const LOWEST_M = 150e3;

function nearestOf(inputs: PropagatedInputs, quantity: CurveQuantity, now: number, limit: number): number | undefined {
  const works = (value: number): boolean => trueSets(changed(inputs, quantity, value)).some(({ set }) => set.share > LEAST_SHARE);
  if (now === limit || !works(limit)) return undefined;
  let bad = now, good = limit;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = 0.5 * (bad + good);
    if (works(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
