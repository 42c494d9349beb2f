/**
 * From one priced layer to another, assumption by assumption. Only what both price is compared: a part that one of them does not
 * give is taken out of both and named, for an unknown is not nothing; the amounts taken out do not overlap, so that with what is
 * compared they add up to each side's whole. Prices of different years are brought to those of the second.
 */
import { log } from '../../kernel/maths.js';
import { type PriceIndex, priceFactor } from './price-index.js';
import { PART_KEYS } from './elements.js';
import { type LayerCost, type NoCost, type Part, spaceLayerCost } from './layer-cost.js';
import { type CostPreset, costingOf, SIZING_KEYS, type Values, valuesOf } from './preset.js';
import { MOST_INPUTS, shapleyOnLogarithm, type ShapleyAnswer, type ShapleyShare } from './shapley.js';

export interface WaterfallEnd {
  readonly name: string;
  readonly preset: CostPreset;
}

/** Which of the two does not give something. */
export type Lacks = 'from' | 'to' | 'both';

export interface LeftOut {
  readonly part: Part;
  readonly lacks: Lacks;
  /** Of each side, in its own dollars, without what the parts above it hold; null where it is unknown. */
  readonly from_usd: number | null;
  readonly to_usd: number | null;
}

export interface Waterfall extends Pick<ShapleyAnswer, 'invalid' | 'orders'> {
  readonly from: string;
  readonly to: string;
  /** As each side has them, all parts that it prices. */
  readonly from_usd: number;
  readonly to_usd: number;
  readonly priceYears: readonly [number, number];
  readonly leftOut: readonly LeftOut[];
  /** What is compared: the parts that both price, each in its own dollars. */
  readonly fromCommon_usd: number;
  readonly toCommon_usd: number;
  /** Factors that multiply to toCommon over fromCommon. */
  readonly shares: readonly ShapleyShare[];
  /** Inputs that at least one side does not give and that therefore are not told apart. */
  readonly unknown: readonly string[];
  /** Of each unknown input, who does not give it. */
  readonly unknownOf: Readonly<Record<string, Lacks>>;
}

const MASS = 'satellite mass', MISSILES = 'missiles at once', PER_MISSILE = 'satellites per missile', SATELLITES = 'satellites', LIFE = 'life and renewal', UNIT = 'unit cost and learning', LAUNCH = 'launch price';
const MASS_PARTS = ['divert_kmps', 'specificImpulse_s', 'killVehicleDry_kg', 'bodyDry_kg', 'carrierDry_kg'];
/** Keys that are changed together because they mean one thing. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  [LIFE]: ['life_y'],
  'years counted': ['years_y'],
  [UNIT]: ['firstUnit_usd', 'unitLearning'],
  [LAUNCH]: ['launch_usdPerKg', 'launchCapacity_kg', 'firstLaunch_usd', 'launchLearning'],
  development: ['development_usd'],
  operations: ['operationsPerYear_usd'],
};

interface Side {
  readonly preset: Pick<CostPreset, 'replacement' | 'learning'>;
  readonly values: Values;
}

/** A text where the two cannot be compared at all. */
export function waterfall(from: WaterfallEnd, to: WaterfallEnd, index: PriceIndex): Waterfall | NoCost {
  const [first, second] = [costOf(sideOf(from)), costOf(sideOf(to))];
  if (typeof first === 'string') return `${from.name}: ${first}`;
  if (typeof second === 'string') return `${to.name}: ${second}`;
  const prices = priceFactor(index, from.preset.priceYear, to.preset.priceYear);
  if (typeof prices === 'string') return prices;
  const [priceTo, priceFrom] = prices, ratio = priceTo === undefined || priceFrom === undefined ? 1 : priceTo.value / priceFrom.value;
  const missing = TAKEN_OUT.filter((part) => first.notCosted.includes(part) || second.notCosted.includes(part));
  const fromAmounts = amountsOf(sideOf(from), first, missing), toAmounts = amountsOf(sideOf(to), second, missing);
  const leftOut = missing.map((part, i): LeftOut => ({ part, lacks: lacksOf(first.notCosted.includes(part), second.notCosted.includes(part)), from_usd: fromAmounts[i] ?? null, to_usd: toAmounts[i] ?? null }));
  const a = inPrices(without(sideOf(from), missing), ratio), b = without(sideOf(to), missing);
  const apart = tellApart(a, b), { inputs, unknownOf } = apart, unknown = Object.keys(unknownOf);
  if (inputs.length > MOST_INPUTS) return `${from.name} and ${to.name} differ in ${inputs.length} assumptions, and at most ${MOST_INPUTS} can be taken apart: ${inputs.join(', ')}`;
  const evaluate = (isChanged: readonly boolean[]): number | string => {
    const cost = costOf(mix(apart, inputs.filter((_, i) => isChanged[i])));
    return typeof cost === 'string' ? cost : cost.total_usd;
  };
  const start = evaluate(inputs.map(() => false)), end = evaluate(inputs.map(() => true));
  if (typeof start === 'string' || typeof end === 'string' || start <= 0 || end <= 0) return `${from.name} and ${to.name} price no part in common`;
  const { shares, invalid, orders } = shapleyOnLogarithm(inputs, evaluate);
  const priced = ratio === 1 || shares.length === 0 ? [] : [{ input: `prices of ${from.preset.priceYear} and ${to.preset.priceYear}`, logarithm: log(ratio), factor: ratio }];
  return {
    from: from.name, to: to.name, from_usd: first.total_usd, to_usd: second.total_usd, priceYears: [from.preset.priceYear, to.preset.priceYear],
    leftOut, fromCommon_usd: start / ratio, toCommon_usd: end,
    shares: [...priced, ...shares].sort((x, y) => Math.abs(y.logarithm) - Math.abs(x.logarithm)), invalid, orders, unknown, unknownOf,
  };
}

const sideOf = ({ preset }: WaterfallEnd): Side => ({ preset, values: valuesOf(preset.numbers) });

function costOf({ preset, values }: Side): LayerCost | NoCost {
  const costing = costingOf(preset, values);
  return typeof costing === 'string' ? costing : spaceLayerCost(costing);
}

/** Renewal first: what is bought later is then no part of the units and launches below it. */
const TAKEN_OUT: readonly Part[] = ['renewal', 'development', 'units', 'launches', 'operations'];

const lacksOf = (byFrom: boolean, byTo: boolean): Lacks => (byFrom && byTo ? 'both' : byFrom ? 'from' : 'to');

/** What each part takes away when the parts go one after the other; null for a part that this side does not give. */
function amountsOf(side: Side, whole: LayerCost, parts: readonly Part[]): (number | null)[] {
  let before_usd = whole.total_usd;
  return parts.map((part, i) => {
    const left = costOf(without(side, parts.slice(0, i + 1))), after_usd = typeof left === 'string' ? before_usd : left.total_usd, taken_usd = before_usd - after_usd;
    before_usd = after_usd;
    return whole.notCosted.includes(part) ? null : taken_usd;
  });
}

function without({ preset, values }: Side, parts: readonly Part[]): Side {
  const gone = new Set(parts.flatMap((part) => PART_KEYS[part]));
  return { preset: parts.includes('renewal') ? { ...preset, replacement: 'none' } : preset, values: Object.fromEntries(Object.entries(values).filter(([key]) => !gone.has(key))) };
}

function inPrices({ preset, values }: Side, ratio: number): Side {
  return { preset, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, /_usd(PerKg)?$/.test(key) && value !== undefined ? value * ratio : value])) };
}

interface Apart {
  readonly inputs: readonly string[];
  /** Keys of each input. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly unknownOf: Readonly<Record<string, Lacks>>;
  readonly sides: readonly [Side, Side];
  /** The input with which the form of the learning curve is changed. */
  readonly form: string;
}

/** Which inputs differ, and the two sides in the keys by which they are told apart. */
function tellApart(a: Side, b: Side): Apart {
  const unknownOf: Record<string, Lacks> = {}, keys: Record<string, readonly string[]> = {};
  const hasReach = [a, b].every(({ values }) => values['satellites_count'] === undefined && SIZING_KEYS.every((key) => values[key] !== undefined));
  const hasParts = [a, b].every(({ values }) => values['mass_kg'] === undefined);
  let sides: [Side, Side] = [a, b];
  if (hasReach) for (const key of SIZING_KEYS) keys[key] = [key];
  else {
    const missiles = [a, b].map(({ values }) => values['missiles_count'] ?? values['salvo']);
    sides = [countsOf(a, missiles[0]), countsOf(b, missiles[1])];
    if (missiles.includes(undefined)) {
      unknownOf[MISSILES] = lacksOf(missiles[0] === undefined, missiles[1] === undefined);
      keys[SATELLITES] = ['satellites_count'];
      sides = [onlyCount(sides[0]), onlyCount(sides[1])];
    } else Object.assign(keys, { [MISSILES]: ['missiles_count'], [PER_MISSILE]: ['perMissile'] });
  }
  if (hasReach && hasParts) for (const key of MASS_PARTS) keys[key] = [key];
  else {
    sides = [massOf(sides[0]), massOf(sides[1])];
    keys[MASS] = ['mass_kg'];
  }
  Object.assign(keys, GROUPS);
  const [one, two] = sides, form = one.values['firstUnit_usd'] === undefined ? LAUNCH : UNIT;
  const differs = (name: string): boolean => (keys[name] ?? []).some((key) => one.values[key] !== two.values[key]) || (name === LIFE && one.preset.replacement !== two.preset.replacement) || (name === form && one.preset.learning !== two.preset.learning);
  return { inputs: Object.keys(keys).filter(differs), keys, unknownOf, sides, form };
}

/** Satellites as missiles times satellites for each. */
function countsOf(side: Side, missiles: number | undefined): Side {
  const costing = costingOf(side.preset, side.values), satellites_count = typeof costing === 'string' ? undefined : costing.satellites_count;
  const values: Record<string, number | undefined> = { ...massOf(side).values };
  for (const key of SIZING_KEYS) delete values[key];
  if (missiles === undefined || satellites_count === undefined) return { ...side, values: { ...values, satellites_count } };
  delete values['satellites_count'];
  return { ...side, values: { ...values, missiles_count: missiles, perMissile: satellites_count / missiles } };
}

function onlyCount({ preset, values: { missiles_count, perMissile, ...values } }: Side): Side {
  return { preset, values: { ...values, satellites_count: values['satellites_count'] ?? (missiles_count ?? 0) * (perMissile ?? 0) } };
}

function massOf(side: Side): Side {
  const costing = costingOf(side.preset, side.values);
  return { ...side, values: { ...side.values, mass_kg: typeof costing === 'string' ? undefined : costing.mass_kg } };
}

function mix({ sides: [a, b], keys, form }: Apart, changed: readonly string[]): Side {
  const values: Record<string, number | undefined> = { ...a.values };
  for (const name of changed) for (const key of keys[name] ?? []) values[key] = b.values[key];
  const preset = { replacement: (changed.includes(LIFE) ? b : a).preset.replacement, learning: (changed.includes(form) ? b : a).preset.learning };
  return { preset, values };
}
