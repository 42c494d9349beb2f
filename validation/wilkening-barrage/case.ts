/** Wilkening's barrage. Reasons and sources: case.md. */
import { type Engagement, planEngagement, shotsForConfidence, trackNeeded_prob } from '../../src/models/lethality/wilkening.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'wilkening-barrage';
const ENGAGEMENT: Engagement = { singleShotKill_prob: 0.7, track_prob: 0.99 };
const WARHEADS = 20;
const CONFIDENCE = 0.8;

function compare(engagement: Engagement, shotsFor: typeof shotsForConfidence = shotsForConfidence, decoys = 20): ValidationResult {
  const reference = readReference(ID);
  const shots = shotsFor(engagement, WARHEADS, CONFIDENCE) ?? NaN;
  const spent = (decoys_count: number): number => planEngagement(engagement, { warheads_count: WARHEADS, decoys_count }, { first: shots, second: 0 }).interceptors;
  const got: Readonly<Record<string, number>> = {
    shotsPerTarget: shots,
    interceptors: spent(0),
    interceptorsRounded: Math.round(spent(0)),
    leastTrackForTen: trackNeeded_prob(CONFIDENCE, 10),
    interceptorsWithTwentyDecoys: spent(decoys),
  };
  return judge(reference.map((row) => {
    const quantity = reference.text(row, 'quantity');
    return { quantity, unit: reference.text(row, 'unit'), expected: reference.number(row, 'expected'), got: got[quantity] ?? NaN, relative: reference.number(row, 'relative') };
  }));
}

export const wilkeningBarrage: ValidationCase = {
  id: ID,
  title: 'Interceptors for a confidence of no leaker, Wilkening 1998',
  source: 'Wilkening, A Simple Model for Calculating Ballistic Missile Defense Effectiveness, Science & Global Security 8:2, 2000 (seen: secondary)',
  mark: 'reproduced',
  tolerance: '0.005 %; the rounded number exact',
  run: () => compare(ENGAGEMENT),
  mistakes: [
    { name: 'the shared track factor dropped', run: () => compare({ ...ENGAGEMENT, track_prob: 1 }) },
    { name: 'the confidence of all taken for that of each', run: () => compare(ENGAGEMENT, (engagement, _, confidence) => shotsForConfidence(engagement, 1, confidence)) },
    { name: 'miss for kill', run: () => compare({ ...ENGAGEMENT, singleShotKill_prob: 1 - ENGAGEMENT.singleShotKill_prob }) },
    { name: 'decoys not shot at', run: () => compare(ENGAGEMENT, shotsForConfidence, 0) },
  ],
};
