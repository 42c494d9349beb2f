/**
 * What is assumed, and how it may be moved: the assumed cards of a plan, each with its range, and the overrides that put
 * them elsewhere in it. A card moves as one wherever the scenario uses it. Between the ends of a range every value counts
 * alike; whole numbers stay whole, and a shell keeps whole planes: the nearest number that fits is taken.
 * The result is overrides and not plans, so that every check of a scenario applies to a draw too.
 */
import { Luck } from '../../kernel/random.js';
import { unitOfKey } from '../../kernel/units.js';
import type { UsedNumber } from '../../scenario/compile/compiled.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { stratifiedShares } from './hypercube.js';

/** A number of a plan that is assumed within a range. */
type RangedNumber = UsedNumber & { readonly low: number; readonly high: number };

/** One assumed card. Its numbers differ only where a scenario states several values for one card. */
export interface AssumedInput {
  /** Name of the card, or the path where there is none. */
  readonly card: string;
  readonly label: string;
  /** Suffix of the card's unit, '' where there is none; `now`, `low` and `high` are in it. */
  readonly unit: string;
  readonly path: string;
  readonly now: number;
  readonly low: number;
  readonly high: number;
  readonly numbers: readonly RangedNumber[];
}

export function assumedInputs(numbers: readonly UsedNumber[]): AssumedInput[] {
  const byCard = new Map<string, RangedNumber[]>();
  for (const number of numbers) {
    if (number.standing !== 'assumed' || !hasRange(number)) continue;
    const card = number.card ?? number.path, known = byCard.get(card);
    if (known === undefined) byCard.set(card, [number]);
    else known.push(number);
  }
  return [...byCard].map(([card, members]) => {
    const [{ path, label, value, low, high }] = members;
    return { card, label: label ?? path, unit: unitOfKey(path.slice(path.lastIndexOf('.') + 1)), path, now: value, low, high, numbers: members };
  });
}

const hasRange = (number: UsedNumber): number is RangedNumber => number.low !== null && number.high !== null && number.low < number.high;

/** The value at a share of the range, 0 … 1; of whole numbers each is met over an equal part of the range. */
export function valueAt(number: RangedNumber, share: number): number {
  if (number.isWhole === true) return Math.min(number.low + Math.floor(share * (number.high - number.low + 1)), number.high);
  return share >= 1 ? number.high : number.low + share * (number.high - number.low);
}

/** Overrides of each draw of a Latin hypercube over all inputs; the same for the same seed, inputs and number of draws. */
export function drawAssumptions(inputs: readonly AssumedInput[], plan: Plan, seed: number, draws: number): string[][] {
  const luck = new Luck(seed), shares = inputs.map(({ card }) => stratifiedShares(luck, card, draws));
  return Array.from({ length: draws }, (_, draw) => overridesOf(inputs.map((input, i) => ({ input, share: shares[i][draw] })), plan));
}

export interface Move {
  readonly input: AssumedInput;
  /** Where in its range, 0 … 1. */
  readonly share: number;
}

/** Overrides, as `path=value`, that move inputs within their ranges. */
export function overridesOf(moves: readonly Move[], plan: Plan): string[] {
  const values = new Map<string, number>();
  const ranges = new Map<string, RangedNumber>();
  for (const { input, share } of moves) {
    for (const number of input.numbers) {
      for (const path of [number.path, ...(number.alsoAt ?? [])]) {
        values.set(path, valueAt(number, share));
        ranges.set(path, number);
      }
    }
  }
  fitShells(values, ranges, plan);
  // JavaScript writes the shortest decimal that reads back as the same number.
  return [...values].map(([path, value]) => `${path}=${value}`);
}

/** Moves counts of a Walker shell to the nearest that go together: the planes divide the count, the phasing is below the planes. */
function fitShells(values: Map<string, number>, ranges: ReadonlyMap<string, RangedNumber>, plan: Plan): void {
  for (const layer of plan.layers) {
    if (layer.kind !== 'space') continue;
    const { planes_count, perPlane_count } = layer.shell;
    const count = values.get(`${layer.key}.count`) ?? planes_count * perPlane_count;
    const planes = values.get(`${layer.key}.planes`) ?? planes_count;
    if (count % planes !== 0) {
      const isCountMoved = values.has(`${layer.key}.count`), path = `${layer.key}.${isCountMoved ? 'count' : 'planes'}`;
      const fits = isCountMoved ? (value: number): boolean => value % planes === 0 : (value: number): boolean => count % value === 0;
      const fitting = nearestWhole(values.get(path) ?? 0, ranges.get(path), fits);
      if (fitting === undefined) values.delete(path);
      else values.set(path, fitting);
    }
    const phasing = values.get(`${layer.key}.phasing`), most = (values.get(`${layer.key}.planes`) ?? planes_count) - 1;
    if (phasing !== undefined && phasing > most) values.set(`${layer.key}.phasing`, most);
  }
}

/** The whole number of a range nearest to `wanted` that fits, the lower of two; undefined when none does. */
function nearestWhole(wanted: number, range: RangedNumber | undefined, fits: (value: number) => boolean): number | undefined {
  if (range === undefined) return undefined;
  for (let away = 0; away <= range.high - range.low; away++) {
    for (const value of [wanted - away, wanted + away]) if (value >= range.low && value <= range.high && fits(value)) return value;
  }
  return undefined;
}
