/**
 * The one sentence-maker: page, command line, reports and citations all print what it says. The headline is coarser
 * than the simulation error allows, never finer, and never claims 0 % or 100 %: what did not happen in N simulated
 * attacks is bounded by the Clopper-Pearson interval that comes with the summary. Pure text, no locale.
 */
import { countText, placeOf, toPlace } from '../numbers.js';

/** What the sentences need of a study's summary. */
export interface HeadlineInput {
  /** What the scenario takes as stopped without an interceptor. */
  readonly before?: BeforeShares;
  readonly runs: number;
  readonly leakage: { readonly mean: number; readonly low: number; readonly high: number };
  readonly noLeaker: { readonly mean: number; readonly low: number; readonly high: number };
  readonly gotThrough: { readonly mean: number; readonly p5: number; readonly p50: number; readonly p95: number };
}

/** Chances that the scenario states; no results. */
export interface BeforeShares {
  readonly launchPrevented_prob: number;
  readonly nonKinetic_prob: number;
}

/** Smallest and largest mean leakage over the assumed numbers; null where none could be run. */
export interface OverAssumptions {
  readonly low: number | null;
  readonly high: number | null;
}

/** The answer in one or two sentences; `launched` is the number of missiles, or of warheads, of one attack. */
export function headline(summary: HeadlineInput, launched: number, overAssumptions?: OverAssumptions, noun: 'missile' | 'warhead' = 'missile', worstEpoch?: HeadlineInput): string {
  if (summary.runs < 1 || launched < 1) return 'No attack was simulated.';
  const chance = byChance(summary, launched).replaceAll('missile', noun), { low = null, high = null } = overAssumptions ?? {};
  const told = worstEpoch === undefined ? chance : `${chance} Launched at the worst moment for the shield, ${worstText(worstEpoch, launched)}.`;
  const answer = low === null || high === null ? told : `${told.replace(/\.$/, '')}; over the assumed numbers ${rangeText(low * launched, high * launched, launched)}.`;
  return summary.before === undefined ? answer : `${answer} ${beforeSentence(summary.before)}`;
}

/** The mark of every answer in which something is taken as stopped without an interceptor. */
export function beforeSentence({ launchPrevented_prob, nonKinetic_prob }: BeforeShares): string {
  const shares = [
    ...(launchPrevented_prob > 0 ? [`${percentText(launchPrevented_prob)} of launches prevented`] : []),
    ...(nonKinetic_prob > 0 ? [`${percentText(nonKinetic_prob)} of missiles stopped in flight without an interceptor`] : []),
  ];
  return `Taken as given, not worked out: ${shares.join(', and ')}.`;
}

const percentText = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;

/** A mean over assumptions, coarse as befits what nobody knows: neither none nor all unless it was. */
export function averageText(mean: number, launched: number): string {
  if (mean >= launched) return countText(launched);
  if (mean < 0.01) return mean <= 0 ? '0' : 'under 0.01';
  const text = mean < 0.1 ? toPlace(mean, -2) : mean < 9.95 ? toPlace(mean, -1).replace(/\.0$/, '') : toPlace(mean, 0);
  return Number(text.replaceAll(',', '')) >= launched ? `almost ${countText(launched)}` : text;
}

/** An attacker who knows where every satellite is: the mean, or how often where that says more. */
function worstText(worst: HeadlineInput, launched: number): string {
  return launched === 1 ? `it gets through in ${averageText(100 * worst.gotThrough.mean, 100)} of 100 attacks` : `on average ${averageText(worst.gotThrough.mean, launched)} get through`;
}

function rangeText(low: number, high: number, launched: number): string {
  if (launched > 1) return `the average runs from ${averageText(low, launched)} to ${averageText(high, launched)}`;
  return `in ${averageText(100 * low, 100)} to ${averageText(100 * high, 100)} of 100 attacks`;
}

function byChance(summary: HeadlineInput, launched: number): string {
  const mean = summary.gotThrough.mean;
  if (mean <= 0) return noneGetsThrough(summary, launched);
  if (mean >= launched) return allGetThrough(summary, launched);
  if (launched === 1) return `The missile gets through in about ${shareOfAttacks(mean)}.`;
  // Where most attacks stop everything, a mean such as 0.02 missiles says less than how often something gets through.
  if (summary.gotThrough.p95 === 0) return `At least one of ${countText(launched)} missiles gets through in about ${shareOfAttacks(1 - summary.noLeaker.mean)}; in the others nothing does.`;
  const about = meanText(summary, launched);
  return `About ${about} of ${countText(launched)} missiles get${about === '1' ? 's' : ''} through. ${chanceText(summary.gotThrough, launched)}`;
}

/** How often nothing gets through, with its bound when it never or always happened. */
export function noLeakerSentence(summary: HeadlineInput): string {
  const { mean, low, high } = summary.noLeaker;
  if (mean <= 0) return `Nothing gets through in none of ${countText(summary.runs)} simulated attacks; at most ${oneIn(high)} (95 %).`;
  if (mean >= 1) return `Something gets through in none of ${countText(summary.runs)} simulated attacks; at most ${oneIn(1 - low)} (95 %).`;
  return `Nothing gets through in about ${shareOfAttacks(mean)}.`;
}

/** A probability as `1 in 543`. */
export function oneIn(probability: number): string {
  if (!(probability > 0)) return '1 in infinity';
  return `1 in ${countText(Math.max(1, Math.round(1 / probability)))}`;
}

/** A share of attacks in whole numbers: `1 of 5 attacks`, `3 of 100 attacks`, `1 of 420 attacks`, `all but 1 of 420 attacks`. */
export function shareOfAttacks(share: number): string {
  const rare = share < 0.5 ? share : 1 - share;
  if (rare < 0.01) {
    const every = 1 / rare;
    const text = countText(Number(every.toPrecision(2)));
    return share < 0.5 ? `1 of ${text} attacks` : `all but 1 of ${text} attacks`;
  }
  const tenths = Math.round(share * 10);
  if (tenths >= 1 && tenths <= 9 && Math.abs(share - tenths / 10) < 0.025) {
    const divisor = tenths === 5 ? 5 : tenths % 2 === 0 ? 2 : 1;
    return `${tenths / divisor} of ${10 / divisor} attacks`;
  }
  return `${Math.round(share * 100)} of 100 attacks`;
}

function noneGetsThrough(summary: HeadlineInput, launched: number): string {
  const subject = launched === 1 ? 'The missile gets' : 'A missile gets';
  return `${subject} through in none of ${countText(summary.runs)} simulated attacks; at most ${oneIn(1 - summary.noLeaker.low)} (95 %).`;
}

function allGetThrough(summary: HeadlineInput, launched: number): string {
  const attacks = summary.runs === 1 ? 'the one simulated attack' : `every one of ${countText(summary.runs)} simulated attacks`;
  return launched === 1 ? `The missile gets through in ${attacks}.` : `All ${countText(launched)} missiles get through in ${attacks}.`;
}

/** Rounding for a headline may change neither those that get through nor those that do not by more than this share. */
const COARSEST = 1 / 6;

/** The mean to the coarsest place that is still fair to it, and no finer than the simulation error. */
function meanText(summary: HeadlineInput, launched: number): string {
  const mean = summary.gotThrough.mean;
  const finest = Math.min(0, placeOf(((summary.leakage.high - summary.leakage.low) / 2) * launched));
  // Small raids earn a tenth: "about 1 of 2" would say nothing.
  for (let place = launched < 5 ? -1 : 0; place > finest; place--) {
    const text = toPlace(mean, place);
    const value = Number(text.replaceAll(',', ''));
    const isFair = Math.abs(value - mean) <= COARSEST * Math.min(mean, launched - mean);
    if (value > 0 && value < launched && isFair) return text.replace(/\.0$/, '');
  }
  return toPlace(mean, finest);
}

function chanceText(gotThrough: HeadlineInput['gotThrough'], launched: number): string {
  const { p5, p95 } = gotThrough;
  if (p5 !== p95) return `By chance ${countText(p5)} to ${countText(p95)} in 9 of 10 attacks.`;
  const what = p5 === 0 ? 'none' : p5 === launched ? `all ${countText(launched)}` : `exactly ${countText(p5)}`;
  return `By chance ${what} in at least 9 of 10 attacks.`;
}
