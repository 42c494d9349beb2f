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
  return sumOfPowers(units, learningExponent(rate)) / units;
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
  return costCurve(rate)(units);
}

/** The same for many numbers of units at one rate: the sum that all of them begin with is added up once. */
export function costCurve(rate: number): (units: number) => number {
  const b = learningExponent(rate);
  // Without learning every term is one.
  if (b === 0) return (units) => units;
  let summed: number | undefined;
  return (units) => {
    if (units <= SUMMED) {
      const whole = Math.floor(units);
      return sumOfPowers(whole, b) + (units - whole) * pow(whole + 1, b);
    }
    summed ??= sumOfPowers(SUMMED, b);
    const integral = b === -1 ? log(units / SUMMED) : (pow(units, 1 + b) - pow(SUMMED, 1 + b)) / (1 + b);
    return summed + integral + (pow(units, b) - pow(SUMMED, b)) / 2 + (b * (pow(units, b - 1) - pow(SUMMED, b - 1))) / 12;
  };
}

/** Smallest first keeps the digits of a long sum. */
function sumOfPowers(units: number, b: number): number {
  let sum = 0;
  for (let unit = units; unit >= 1; unit--) sum += pow(unit, b);
  return sum;
}

/** The same by the closed form of AEI's calculator. */
export function costOfFirstClosed(units: number, rate: number): number {
  return units > 0 ? units * averageCostShareClosed(units, rate) : 0;
}
