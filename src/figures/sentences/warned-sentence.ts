/**
 * The chapter *Seen and warned* in one sentence: when a launch is first seen, until when a decision is of use, and what is left
 * between permission and then. The middle over launches, and the 5th to the 95th percentile.
 */
import { fromSi } from '../../kernel/units.js';
import { timesOf, type FlightWarning, type Times } from '../../studies/warn/warn.js';
import { significantText, toPlace } from '../numbers.js';
import { durationText } from '../words/watch-words.js';

/** Beyond this times are told in minutes. */
const SECONDS_UNTIL_S = 600;

/** Of what happens in the first minutes, in seconds: they are compared with each other. */
export const ageText = (time_s: number): string => (time_s < SECONDS_UNTIL_S ? `${toPlace(time_s, 0)} s` : durationText(time_s));

/** Time between permission and the last useful decision of the layer that is the first to need one; null where no layer reaches the flight. */
export function timeToSpare({ flight }: FlightWarning): { readonly layer: 'space' | 'ground'; readonly last_s: number; readonly spare_s: Times } | null {
  const { lastSpace_s, lastGround_s, launches } = flight;
  if (lastSpace_s !== null) return { layer: 'space', last_s: lastSpace_s, spare_s: timesOf(launches.map(({ spacePermission_s }) => lastSpace_s - spacePermission_s)) };
  if (lastGround_s !== null) return { layer: 'ground', last_s: lastGround_s, spare_s: timesOf(launches.map(({ groundPermission_s }) => lastGround_s - groundPermission_s)) };
  return null;
}

export function warnedSentence(lead: FlightWarning): readonly [string, string] {
  const { milestones: { firstSeen_s, spacePermission_s, groundPermission_s, confirmed_s }, flight, left_s } = lead, spare = timeToSpare(lead);
  const seen = firstSeen_s.median_s === null ? 'Not seen in time' : `First seen ${ageText(firstSeen_s.median_s)} after launch`;
  const head = spare === null ? `${seen}; ${ageText(flight.impact_s - (firstSeen_s.median_s ?? flight.impact_s))} before impact` : `${seen}; last useful decision at ${ageText(spare.last_s)}; ${spareText(spare.spare_s)}`;
  const permission_s = spare === null ? null : (spare.layer === 'space' ? spacePermission_s : groundPermission_s).median_s;
  const allowed = spare === null ? 'No layer reaches this flight. ' : permission_s === null ? `The ${spare.layer} layer is never allowed to fire in time. ` : `The ${spare.layer} layer may fire at ${ageText(permission_s)}. `;
  const confirmed = confirmed_s.median_s === null || left_s.median_s === null ? 'Not confirmed by a second kind of sensor.' : `Confirmed by a second kind of sensor at ${ageText(confirmed_s.median_s)}, ${durationText(left_s.median_s)} before impact.`;
  return [head, `${allowed}${confirmed}`];
}

/** `20 s to spare (-10 to 40)`; what never comes is never, and what always comes alike has no range. */
export function spareText({ median_s, p5_s, p95_s }: Times): string {
  if (median_s === null) return 'the rule is not met in time';
  const isLong = Math.max(Math.abs(median_s), Math.abs(p95_s ?? 0)) >= SECONDS_UNTIL_S, unit = isLong ? 'min' : 's';
  const number = (time_s: number | null): string => (time_s === null ? 'never' : isLong ? significantText(fromSi(time_s, 'min'), 2) : toPlace(time_s, 0));
  const range = number(p5_s) === number(p95_s) ? '' : ` (${number(p5_s)} to ${number(p95_s)})`;
  return median_s < 0 ? `permission comes ${number(-median_s)} ${unit} too late${range === '' ? '' : `, to spare${range}`}` : `${number(median_s)} ${unit} to spare${range}`;
}
