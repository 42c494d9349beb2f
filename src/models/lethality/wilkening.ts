/**
 * Wilkening's model of a defence: every warhead is killed with K = P_track·[1 − (1 − k)ⁿ], where P_track is a failure that all
 * shots at one target share and k the single-shot kill probability; no leaker among W has the chance K^W. Decoys that cannot
 * be told apart take shots like warheads: W* = W + D. Targets are independent of each other, so this is an upper bound
 * where a cause strikes several. Numbers of shots may be fractions, as in the source; `wholeShots` rounds them up.
 * Source: D. A. Wilkening, A Simple Model for Calculating Ballistic Missile Defense Effectiveness, Science & Global
 * Security 8:2 (2000), after the Stanford report of 1998; seen in smu160's account of it.
 */
import { log, pow } from '../../kernel/maths.js';
import { ceilWithin } from './expected-shots.js';

export interface Engagement {
  /** k: chance that one shot kills, given a good track. */
  readonly singleShotKill_prob: number;
  /** P_track: chance, per target, of what all shots at it share. */
  readonly track_prob: number;
}

export interface Raid {
  readonly warheads_count: number;
  /** Objects that the defence cannot tell from warheads. */
  readonly decoys_count: number;
}

export interface Stages {
  /** At every apparent target. */
  readonly first: number;
  /** At each target that the look after the first stage calls alive; 0 for a barrage. */
  readonly second: number;
}

export interface EngagementPlan {
  readonly stages: Stages;
  /** Most shots at one target. */
  readonly perTarget: number;
  /** Spent on average over the raid; for a barrage always. */
  readonly interceptors: number;
  /** Needed if every target is called alive after the first look. */
  readonly atMost: number;
  readonly kill_prob: number;
  readonly probabilityNoLeaker: number;
  readonly expectedLeakers: number;
}

/** K = P_track·[1 − (1 − k)ⁿ]. */
export function targetKill_prob({ singleShotKill_prob, track_prob }: Engagement, shots: number): number {
  return track_prob * (1 - pow(1 - singleShotKill_prob, shots));
}

/** K^W. */
export function noLeaker_prob(kill_prob: number, warheads_count: number): number {
  return pow(kill_prob, warheads_count);
}

/** Least P_track with which enough shots can reach a confidence: P(0)^(1/W); 0.978 for 80 % and ten warheads. */
export function trackNeeded_prob(confidence_prob: number, warheads_count: number): number {
  return pow(confidence_prob, 1 / warheads_count);
}

/**
 * Shots per target for a confidence of no leaker, not rounded: n = ln(1 − P(0)^(1/W)/P_track)/ln(1 − k). Undefined when the
 * track alone fails too often for any number of shots.
 */
export function shotsForConfidence(engagement: Engagement, warheads_count: number, confidence_prob: number): number | undefined {
  const needed = trackNeeded_prob(confidence_prob, warheads_count) / engagement.track_prob;
  if (needed <= 0) return 0;
  if (needed >= 1 || engagement.singleShotKill_prob <= 0) return undefined;
  return engagement.singleShotKill_prob >= 1 ? 1 : log(1 - needed) / log(1 - engagement.singleShotKill_prob);
}

/** Whole shots that are at least as many. */
export function wholeShots(shots: number): number {
  return ceilWithin(shots);
}

/**
 * What a plan of shots costs and gives. The look tells killed from alive without error; decoys and targets whose track is wrong
 * stay alive like missed ones and draw the second stage, so P_track is charged in interceptors too.
 */
export function planEngagement(engagement: Engagement, raid: Raid, stages: Stages): EngagementPlan {
  const apparent = raid.warheads_count + raid.decoys_count;
  const perTarget = stages.first + stages.second;
  const aliveAfterLook = 1 - targetKill_prob(engagement, stages.first);
  const kill_prob = targetKill_prob(engagement, perTarget);
  return {
    stages,
    perTarget,
    interceptors: apparent * (stages.first + aliveAfterLook * stages.second),
    atMost: apparent * perTarget,
    kill_prob,
    probabilityNoLeaker: noLeaker_prob(kill_prob, raid.warheads_count),
    expectedLeakers: raid.warheads_count * (1 - kill_prob),
  };
}

/** Splits a number of shots per target into two stages so that fewest are spent on average; `step` 1 keeps whole shots whole. */
export function splitShots(engagement: Engagement, shots: number, step: number): Stages {
  let best: Stages = { first: shots, second: 0 };
  let least = shots;
  for (let first = step; first < shots; first += step) {
    const spent = first + (1 - targetKill_prob(engagement, first)) * (shots - first);
    if (spent < least - 1e-12) {
      least = spent;
      best = { first, second: shots - first };
    }
  }
  return best;
}
