/**
 * The cheapest change that turns a verdict, by trying. Levers are tried smallest step first and always that step of all levers next which
 * costs least, rules before money and what has no price last, so that the first that turns the verdict is the cheapest of all that were
 * put to it. One lever at a time: two together, and sizes between two steps, are not tried, and the answer says so.
 */
import type { Catalogue } from '../../../scenario/catalogue.js';
import type { CompiledScenario, CompileResult } from '../../../scenario/compile/compiled.js';
import { problemWords } from '../../../scenario/text/problem.js';
import type { Verdict } from '../compliance.js';
import { RULES } from './lever.js';
import type { Lever, LeverKind, LeverStep } from './lever.js';
import { createChangePricer, RULE_PRICE } from './price-of-change.js';
import type { ChangePrice } from './price-of-change.js';

/** What a row says of a changed shield. */
export interface Judged {
  readonly verdict: Verdict;
  /** Of the row's metric; null where it has none. */
  readonly value: number | null;
  readonly why: string;
  /** Sets of runs that it took. */
  readonly runSets: number;
}

export interface LeverSearchQuestion {
  readonly base: CompiledScenario;
  readonly catalogue: Catalogue;
  readonly levers: readonly Lever[];
  /** Verdict of the shield as it is. */
  readonly verdict: Verdict;
  /** The scenario with more changes. */
  readonly compile: (overrides: readonly string[]) => CompileResult;
  /** The row, at the luck at which the shield as it is was judged. */
  readonly judge: (compiled: CompiledScenario, overrides: readonly string[]) => Promise<Judged>;
  readonly preset?: string;
  readonly mostRunSets?: number;
  readonly onProgress?: (done: number, total: number, says: string) => void;
  readonly signal?: { readonly aborted: boolean };
}

export interface Attempt {
  readonly lever: string;
  readonly kind: LeverKind;
  readonly says: string;
  readonly overrides: readonly string[];
  readonly price: ChangePrice;
  readonly verdict: Verdict;
  readonly value: number | null;
  readonly why: string;
  readonly isBetter: boolean;
}

export interface LeverSearch {
  /** In the order in which they were tried. */
  readonly attempts: readonly Attempt[];
  readonly found: Attempt | null;
  /** Steps that this scenario cannot take, and why. */
  readonly refused: readonly { readonly says: string; readonly why: string }[];
  readonly runSets: number;
  readonly levers: number;
  /** `found`; every step was tried; no runs were left. */
  readonly ended: 'found' | 'exhausted' | 'budget' | 'stopped';
  readonly says: string;
}

export const DEFAULT_RUN_SETS = 60;
const RANK: readonly Verdict[] = ['not testable', 'not met', 'partly', 'met'];

/** The next step of one lever, priced. */
interface Open {
  readonly lever: Lever;
  readonly step: number;
  readonly change: LeverStep;
  readonly compiled: CompiledScenario;
  readonly price: ChangePrice;
}

export async function cheapestLever(question: LeverSearchQuestion): Promise<LeverSearch> {
  const { base, catalogue, levers, judge, verdict, preset, mostRunSets = DEFAULT_RUN_SETS, onProgress, signal } = question;
  const priceOf = createChangePricer(base.plan, catalogue, preset), attempts: Attempt[] = [], refused: { says: string; why: string }[] = [];
  const next = (lever: Lever, from: number): Open[] => {
    for (const [step, change] of lever.steps.entries()) {
      if (step < from) continue;
      const result = question.compile(change.overrides);
      if (result.ok) return [{ lever, step, change, compiled: result.compiled, price: RULES.includes(lever.kind) ? RULE_PRICE : priceOf(result.compiled.plan) }];
      refused.push({ says: change.says, why: problemWords(result.problems) });
    }
    return [];
  };
  let open = levers.flatMap((lever) => next(lever, 0)), runSets = 0;
  const finish = (ended: LeverSearch['ended'], found: Attempt | null): LeverSearch => ({ attempts, found, refused, runSets, levers: levers.length, ended, says: wordsOf(ended, found, attempts, verdict) });
  while (open.length > 0) {
    if (signal?.aborted === true) return finish('stopped', null);
    if (runSets >= mostRunSets) return finish('budget', null);
    const best = open.reduce((least, each) => (comesBefore(each, least) ? each : least)), { lever, step, compiled, price, change: { says, overrides } } = best;
    open = open.filter((each) => each !== best);
    onProgress?.(runSets, mostRunSets, says);
    const judged = await judge(compiled, overrides), isBetter = RANK.indexOf(judged.verdict) > RANK.indexOf(verdict);
    runSets += judged.runSets;
    const attempt: Attempt = { lever: lever.id, kind: lever.kind, says, overrides, price, verdict: judged.verdict, value: judged.value, why: judged.why, isBetter };
    attempts.push(attempt);
    if (isBetter) return finish('found', attempt);
    open.push(...next(lever, step + 1));
  }
  return finish('exhausted', null);
}

/** Rules, then by price, then what has none; smaller steps first among equals. */
function comesBefore(a: Open, b: Open): boolean {
  const order = ({ price }: Open): number => (price.kind === 'rule' ? -1 : price.kind === 'priced' ? price.cost_usd : Infinity);
  return order(a) < order(b) || (order(a) === order(b) && a.step < b.step);
}

function wordsOf(ended: LeverSearch['ended'], found: Attempt | null, attempts: readonly Attempt[], verdict: Verdict): string {
  const tried = `${attempts.length} ${attempts.length === 1 ? 'change' : 'changes'} of ${new Set(attempts.map(({ lever }) => lever)).size} levers tried, one at a time`;
  if (found !== null) return `${found.says}: ${verdict} becomes ${found.verdict} (${found.price.says}); the cheapest of ${tried}, those that cost less first; sizes between two steps were not tried`;
  if (attempts.length === 0) return 'no lever of the list acts on this row';
  const why = ended === 'exhausted' ? 'none of them changes the verdict' : ended === 'budget' ? 'none changed the verdict before the runs set aside for the search were used' : 'the search was stopped';
  return `none found within the bounds: ${tried}; ${why}; two levers together were not tried`;
}
