/** From pairs of numbers to a verdict: one row per pair, and how the errors are distributed. */
import { percentile } from '../src/kernel/statistics/statistics.js';
import type { ValidationResult, ValidationRow } from './case.js';

export interface Comparison {
  readonly quantity: string;
  readonly unit: string;
  readonly expected: number;
  readonly got: number;
  /** Allowed error as a share of the expected value; or, instead, an absolute one in the row's unit. */
  readonly relative?: number;
  readonly absolute?: number;
}

/** Judges every pair; a value that is not a number fails, and so does a case without rows. */
export function judge(comparisons: readonly Comparison[]): ValidationResult {
  const rows = comparisons.map(judgeRow);
  const shares = rows.map((row) => share(row)).sort((a, b) => a - b);
  return {
    rows,
    q75: percentile(shares, 75),
    q99: percentile(shares, 99),
    max: percentile(shares, 100),
    pass: rows.length > 0 && rows.every((row) => row.pass),
  };
}

function judgeRow({ quantity, unit, expected, got, relative, absolute }: Comparison): ValidationRow {
  if ((relative === undefined) === (absolute === undefined)) {
    throw new RangeError(`validation: ${quantity} needs one tolerance, relative or absolute`);
  }
  const difference = Math.abs(got - expected);
  const error = relative === undefined ? difference : difference / Math.abs(expected);
  const tolerance = relative ?? absolute ?? 0;
  return { quantity, unit, expected, got, error, tolerance, pass: error <= tolerance };
}

/** Error as a share of what is allowed; exact rows (tolerance 0) are 0 or infinitely wrong. */
function share({ error, tolerance }: ValidationRow): number {
  if (Number.isNaN(error)) return Infinity;
  if (tolerance === 0) return error === 0 ? 0 : Infinity;
  return error / tolerance;
}
