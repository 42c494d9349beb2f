/**
 * From sightings of one launch to what is known and allowed, and when. Ages since launch; Infinity for what never comes.
 * A report is a sighting after the sensor's delay. Confirmed: reported by infrared and by radar, two kinds of evidence. A layer's
 * rule is met when its evidence has been reported; permission comes after its authority's delay.
 */
import { isEvidence } from '../../models/command/release.js';
import type { ReleasePlan } from '../../scenario/plan/plan.js';

export interface Sighting {
  readonly evidence: 'infrared' | 'radar';
  readonly seen_s: number;
  readonly reported_s: number;
}

export interface Milestones {
  firstSeen_s: number;
  firstReport_s: number;
  /** Reported by two different infrared satellites. */
  twoInfrared_s: number;
  confirmed_s: number;
  spaceRule_s: number;
  groundRule_s: number;
  spacePermission_s: number;
  groundPermission_s: number;
}

export const MILESTONES: readonly (keyof Milestones)[] = ['firstSeen_s', 'firstReport_s', 'twoInfrared_s', 'confirmed_s', 'spaceRule_s', 'groundRule_s', 'spacePermission_s', 'groundPermission_s'];

/** At most one sighting of each satellite or site: the first. What comes after the impact is no warning. */
export function milestonesOf(sightings: readonly Sighting[], impact_s: number, release: { readonly space: ReleasePlan; readonly ground: ReleasePlan }): Milestones {
  const useful = sightings.filter(({ reported_s }) => reported_s < impact_s).sort((a, b) => a.reported_s - b.reported_s);
  const found: Milestones = {
    firstSeen_s: useful.reduce((first, { seen_s }) => Math.min(first, seen_s), Infinity), firstReport_s: useful[0]?.reported_s ?? Infinity,
    twoInfrared_s: Infinity, confirmed_s: Infinity, spaceRule_s: Infinity, groundRule_s: Infinity, spacePermission_s: Infinity, groundPermission_s: Infinity,
  };
  let infrared = 0, radar = 0;
  for (const { evidence, reported_s } of useful) {
    if (evidence === 'infrared') infrared++;
    else radar++;
    if (infrared > 1) found.twoInfrared_s = Math.min(found.twoInfrared_s, reported_s);
    if (infrared > 0 && radar > 0) found.confirmed_s = Math.min(found.confirmed_s, reported_s);
    if (isEvidence(release.space.evidence, infrared, radar)) found.spaceRule_s = Math.min(found.spaceRule_s, reported_s);
    if (isEvidence(release.ground.evidence, infrared, radar)) found.groundRule_s = Math.min(found.groundRule_s, reported_s);
  }
  found.spacePermission_s = found.spaceRule_s + release.space.delay_s;
  found.groundPermission_s = found.groundRule_s + release.ground.delay_s;
  return found;
}
