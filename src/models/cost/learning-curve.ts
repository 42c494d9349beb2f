/**
 * Learning curves: each doubling of the number built brings the cost of a unit to a fixed share of what it was.
 * Unit N costs T1·N^b with b = log2(rate) (Wright, Journal of the Aeronautical Sciences 3, 1936, in its unit form).
 * Money is in whatever unit T1 is in; rates are for one line without breaks.
 */
import { log, pow } from '../../kernel/maths.js';

/** b = log2(rate): −0.234 for 85 %. */
export function learningExponent(rate: number): number {
  if (!(rate > 0 && rate <= 1)) throw new RangeError(`learning curve: the rate must lie above 0 and up to 1, was ${rate}`);
  return log(rate) / log(2);
}

/** Cost of unit N as a share of the first. */
export function unitCostShare(unit: number, rate: number): number {
  return pow(unit, learningExponent(rate));
}

/** Mean cost of the first N as a share of the first, summed one by one. */
export function averageCostShare(units: number, rate: number): number {
  const b = learningExponent(rate);
  let sum = 0;
  // Smallest first keeps the digits of a long sum.
  for (let unit = units; unit >= 1; unit--) sum += pow(unit, b);
  return sum / units;
}

/** The same by the closed form of AEI's calculator, (N^(1+b) + 1)/(N (1+b)): 0.2 % above the sum at 85 % and thousands of units. */
export function averageCostShareClosed(units: number, rate: number): number {
  const b = learningExponent(rate);
  return (pow(units, 1 + b) + 1) / (units * (1 + b));
}

/** Units that are added one by one; beyond them the sum is a smooth function. */
const SUMMED = 256;

/**
 * Cost of the first `units`, over that of the first one; a fraction of a unit costs that fraction of the next. Beyond 256 units the sum is
 * carried on by Euler and Maclaurin's formula, equal to the sum unit by unit within 1e-11.
 */
export function costOfFirst(units: number, rate: number): number {
  const b = learningExponent(rate), whole = Math.floor(Math.min(units, SUMMED));
  let sum = 0;
  for (let unit = whole; unit >= 1; unit--) sum += pow(unit, b);
  if (units <= SUMMED) return sum + (units - whole) * pow(whole + 1, b);
  const integral = b === -1 ? log(units / SUMMED) : (pow(units, 1 + b) - pow(SUMMED, 1 + b)) / (1 + b);
  return sum + integral + (pow(units, b) - pow(SUMMED, b)) / 2 + (b * (pow(units, b - 1) - pow(SUMMED, b - 1))) / 12;
}

/** The same by the closed form of AEI's calculator. */
export function costOfFirstClosed(units: number, rate: number): number {
  return units > 0 ? units * averageCostShareClosed(units, rate) : 0;
}
