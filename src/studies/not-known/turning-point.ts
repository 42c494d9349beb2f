/**
 * The value of one input at which a conclusion turns, all else as it stands and at the same luck: bisection between the
 * scenario's own value and an end of the range at which the conclusion is the other one. A conclusion that turns twice
 * between the two counts as not turning.
 */
import { overridesOf, valueAt } from './assumption-draws.js';
import type { AssumedInput } from './assumption-draws.js';
import type { StopSignal } from '../executor.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { PlanOutcome, PlanRunner } from '../paired/plan-outcomes.js';

/** Something a reader takes away, true as long as mean leakage stays below a threshold. */
export interface Conclusion {
  readonly text: string;
  readonly leakage: number;
}

export interface Turn {
  readonly conclusion: string;
  /** True when the conclusion holds for the scenario as it stands. */
  readonly holdsNow: boolean;
  /** Value of the input at which it turns; null when it does not turn within the range. */
  readonly turnsAt: number | null;
  /** How far off the value may be by simulation error (95 %), by the slope between the scenario and the end of the range. */
  readonly turnsAtError: number | null;
}

/** Halvings of the way to the end of a range: to a half of a hundredth of it. */
const HALVINGS = 8;

interface Search {
  readonly input: AssumedInput;
  readonly conclusion: Conclusion;
  readonly holdsNow: boolean;
  /** Shares of the range: at `same` the conclusion is as now, at `other` it is not. */
  same: number;
  other: number;
  readonly slope: number;
  readonly halfWidth: number;
}

export interface Ends {
  readonly input: AssumedInput;
  readonly low: PlanOutcome;
  readonly high: PlanOutcome;
}

/** Turns of each conclusion for each input, in that order. All searches halve at once, so that every worker is busy. */
export async function findTurns(conclusions: readonly Conclusion[], ends: readonly Ends[], now: PlanOutcome, context: { readonly plan: Plan; readonly runner: PlanRunner; readonly launched: number }, onRound?: (done: number, total: number) => void, signal?: StopSignal): Promise<Turn[][]> {
  const { plan, runner, launched } = context;
  const grid = ends.map((end) => conclusions.map((conclusion) => beginSearch(end, conclusion, now, launched)));
  const searches = grid.flat().filter((search) => search !== null);
  for (let round = 0; round < HALVINGS && searches.some(isOpen); round++) {
    const open = searches.filter(isOpen);
    const outcomes = await runner.run(open.map(({ input, same, other }) => overridesOf([{ input, share: 0.5 * (same + other) }], plan)), undefined, signal);
    open.forEach((search, i) => {
      const middle = 0.5 * (search.same + search.other);
      // A value that cannot be run lies beyond the turn: it is not one at which the conclusion still holds.
      if (outcomes[i].refusal === null && outcomes[i].leakage < search.conclusion.leakage === search.holdsNow) search.same = middle;
      else search.other = middle;
    });
    onRound?.(round + 1, HALVINGS);
  }
  return grid.map((row) => row.map((search, i) => asTurn(search, conclusions[i], now)));
}

function beginSearch({ input, low, high }: Ends, conclusion: Conclusion, now: PlanOutcome, launched: number): Search | null {
  const holdsNow = now.leakage < conclusion.leakage, { numbers } = input;
  const shareNow = shareOf(input);
  const turning = [{ share: 0, outcome: low }, { share: 1, outcome: high }]
    .filter(({ outcome }) => outcome.refusal === null && outcome.leakage < conclusion.leakage !== holdsNow)
    .sort((a, b) => Math.abs(a.share - shareNow) - Math.abs(b.share - shareNow));
  if (turning.length === 0) return null;
  const [{ share, outcome }] = turning;
  const slope = (outcome.leakage - now.leakage) / (valueAt(numbers[0], share) - input.now);
  return { input, conclusion, holdsNow, same: shareNow, other: share, slope, halfWidth: halfWidthOf(outcome, launched) };
}

/** Where the scenario's own value lies; of whole numbers the middle of its part of the range. */
function shareOf({ numbers, now, low, high }: AssumedInput): number {
  return numbers[0].isWhole === true ? (now - low + 0.5) / (high - low + 1) : (now - low) / (high - low);
}

/** Whole numbers are found once no other lies between. */
const isOpen = ({ input: { numbers }, same, other }: Search): boolean =>
  numbers[0].isWhole !== true || Math.abs(valueAt(numbers[0], same) - valueAt(numbers[0], other)) > 1;

function asTurn(search: Search | null, conclusion: Conclusion, now: PlanOutcome): Turn {
  const holdsNow = now.leakage < conclusion.leakage;
  if (search === null) return { conclusion: conclusion.text, holdsNow, turnsAt: null, turnsAtError: null };
  const [number] = search.input.numbers;
  const turnsAt = valueAt(number, number.isWhole === true ? search.other : 0.5 * (search.same + search.other));
  return { conclusion: conclusion.text, holdsNow, turnsAt, turnsAtError: search.slope === 0 ? null : Math.abs(search.halfWidth / search.slope) };
}

/** Half the 95 % interval of mean leakage, by the normal distribution. */
function halfWidthOf({ leaked, gotThrough }: PlanOutcome, launched: number): number {
  let squares = 0;
  for (const count of leaked) squares += (count - gotThrough) * (count - gotThrough);
  return leaked.length < 2 ? Infinity : (1.96 * Math.sqrt(squares / (leaked.length - 1) / leaked.length)) / launched;
}
