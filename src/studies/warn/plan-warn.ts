/** `warn` of a plan: flights of all its attacks to all their targets, put together from the answers of warn jobs. */
import type { SensorGroup } from '../sensor-groups.js';
import { warningLosses, type WarningLoss } from './losses.js';
import { byOrigin, byTarget, warnOf, type FlightWarning, type OriginWarning, type TargetWarning, type Times, type WarnedFlight } from './warn.js';

export interface TimelineEvent {
  readonly event: 'launch' | 'firstSeen' | 'firstReport' | 'twoInfrared' | 'confirmed' | 'spaceRule' | 'spacePermission' | 'groundRule' | 'groundPermission' | 'lastSpaceDecision' | 'burnout' | 'lastGroundDecision' | 'impact';
  readonly words: string;
  /** Middle, 5th and 95th percentile over launches; null for never. */
  readonly t_s: number | null;
  readonly p5_s: number | null;
  readonly p95_s: number | null;
  readonly left_s: number | null;
  readonly share: number;
}

export interface WarnAnswer {
  readonly launches: number;
  readonly flights: readonly WarnedFlight[];
  readonly outOfRange: number;
  /** The flight whose time line is told: the first. */
  readonly lead: FlightWarning;
  readonly timeline: readonly TimelineEvent[];
  readonly origins: readonly OriginWarning[];
  /** Never confirmed first, then least warned. */
  readonly targets: readonly TargetWarning[];
  readonly losses: readonly WarningLoss[];
}

export function warnAnswer(flights: readonly WarnedFlight[], outOfRange: number, launches: number, groups: readonly SensorGroup[]): WarnAnswer {
  const warnings = flights.map(warnOf), [lead] = warnings;
  const leastLeft = ({ least }: TargetWarning): number => least?.left_s ?? -1;
  return {
    launches, flights, outOfRange, lead, timeline: timelineOf(lead),
    origins: byOrigin(warnings), targets: byTarget(warnings).sort((a, b) => leastLeft(a) - leastLeft(b) || (a.target.name < b.target.name ? -1 : 1)),
    losses: warningLosses(flights, groups),
  };
}

/** In order of time, and what never comes at the end. */
function timelineOf({ flight, milestones }: FlightWarning): TimelineEvent[] {
  const { impact_s, burnout_s, lastSpace_s, lastGround_s } = flight;
  const always = (event: TimelineEvent['event'], words: string, t_s: number): TimelineEvent => ({ event, words, t_s, p5_s: t_s, p95_s: t_s, left_s: impact_s - t_s, share: 1 });
  const met = (event: TimelineEvent['event'], words: string, { median_s, p5_s, p95_s, share }: Times): TimelineEvent => ({ event, words, t_s: median_s, p5_s, p95_s, left_s: median_s === null ? null : impact_s - median_s, share });
  const events = [
    always('launch', 'launch', 0), met('firstSeen', 'first seen', milestones.firstSeen_s), met('firstReport', 'first report', milestones.firstReport_s),
    met('twoInfrared', 'two infrared satellites have reported', milestones.twoInfrared_s), met('confirmed', 'confirmed: infrared and radar have reported', milestones.confirmed_s),
    ...(lastSpace_s === null ? [] : [
      met('spaceRule', "space layer's rule is met", milestones.spaceRule_s), met('spacePermission', 'space layer may fire', milestones.spacePermission_s), always('lastSpaceDecision', 'last useful decision, space layer', lastSpace_s),
    ]),
    ...(burnout_s > 0 ? [always('burnout', 'burn-out', burnout_s)] : []),
    ...(lastGround_s === null ? [] : [
      met('groundRule', "ground layer's rule is met", milestones.groundRule_s), met('groundPermission', 'ground layer may fire', milestones.groundPermission_s), always('lastGroundDecision', 'last useful decision, ground layer', lastGround_s),
    ]),
    always('impact', 'impact', impact_s),
  ];
  return events.map((event, index) => ({ event, index })).sort((a, b) => (a.event.t_s ?? Infinity) - (b.event.t_s ?? Infinity) || a.index - b.index).map(({ event }) => event);
}
