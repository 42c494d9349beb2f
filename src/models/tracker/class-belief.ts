/**
 * What the defence takes an object for. A kind of sensor that has had it under watch for some time calls it a warhead or a decoy:
 * after no time half of each kind are called warheads, which says nothing; with time warheads are called warheads ever more often, and
 * decoys ever less, towards what that kind of sensor can tell at best. Each object has one luck for each kind of sensor, so a right
 * call stays right, and a wrong one may only be put right. Belief follows from the calls by Bayes' rule; kinds err independently.
 * Shares of right calls: Wilkening, Science and Global Security 8 (2000), whose apparent targets are W P_ww + D P_dw.
 */
import { exp } from '../../kernel/maths.js';

/** How well one kind of sensor tells warheads from decoys. */
export interface Discriminator {
  /** Share of warheads that it calls warheads in the end, and of decoys. */
  readonly warheadAsWarhead_prob: number;
  readonly decoyAsWarhead_prob: number;
  /** Time under watch after which 63 % of that has been reached. */
  readonly time_s: number;
}

/** Share of warheads called warheads after some time under watch. */
export function warheadCalled_prob({ warheadAsWarhead_prob, time_s }: Discriminator, watched_s: number): number {
  return 0.5 + (warheadAsWarhead_prob - 0.5) * learnt(time_s, watched_s);
}

/** Share of decoys called warheads. */
export function decoyCalled_prob({ decoyAsWarhead_prob, time_s }: Discriminator, watched_s: number): number {
  return 0.5 + (decoyAsWarhead_prob - 0.5) * learnt(time_s, watched_s);
}

function learnt(time_s: number, watched_s: number): number {
  return watched_s <= 0 ? 0 : time_s <= 0 ? 1 : 1 - exp(-watched_s / time_s);
}

/** Whether it is called a warhead; `luck` is the object's own, uniform, one for each kind of sensor. */
export function isCalledWarhead(discriminator: Discriminator, isWarhead: boolean, watched_s: number, luck: number): boolean {
  return luck < (isWarhead ? warheadCalled_prob(discriminator, watched_s) : decoyCalled_prob(discriminator, watched_s));
}

/** How a call changes the odds that it is a warhead. */
export function oddsOfCall(discriminator: Discriminator, watched_s: number, isCalled: boolean): number {
  const warhead = warheadCalled_prob(discriminator, watched_s), decoy = decoyCalled_prob(discriminator, watched_s);
  return isCalled ? warhead / decoy : (1 - warhead) / (1 - decoy);
}

/** Belief from what was expected beforehand and the product of the odds of all calls. */
export function believed_prob(prior_prob: number, odds: number): number {
  // A call that only a warhead can get, or only a decoy, leaves no doubt.
  if (odds === Infinity) return prior_prob > 0 ? 1 : 0;
  const forIt = prior_prob * odds, against = 1 - prior_prob;
  return forIt / (forIt + against);
}
