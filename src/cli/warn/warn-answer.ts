/** What `cupola warn` prints: the time line of a launch, warning by origin and by target, and what is lost without whom. */
import type { Provenance } from '../../figures/sentences/citation.js';
import { countText, toPlace } from '../../figures/numbers.js';
import { textTable, type TextColumn } from '../../figures/text-table.js';
import { durationText, shareText } from '../../figures/words/watch-words.js';
import { fromSi } from '../../kernel/units.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Delay, WarningLoss } from '../../studies/warn/losses.js';
import type { TimelineEvent, WarnAnswer } from '../../studies/warn/plan-warn.js';

const left = (head: string): TextColumn => ({ head, align: 'left' });
const right = (head: string): TextColumn => ({ head, align: 'right' });
/** Rows of targets that are shown; the others are in JSON and CSV. */
const SHOWN = 12;

export const timeText = (time_s: number | null): string => (time_s === null ? 'never' : durationText(Math.max(0, time_s)));
const leftText = (time_s: number | null): string => (time_s === null ? 'none' : durationText(time_s));

export function warnHead(answer: WarnAnswer): string {
  return answer.flights.length > FEW_FLIGHTS ? sweepHead(answer) : leadHead(answer);
}

/** More flights than these are told by what they have in common. */
const FEW_FLIGHTS = 12;

function leadHead({ lead: { flight, milestones, left_s } }: WarnAnswer): string {
  const { firstSeen_s, confirmed_s } = milestones;
  const seen = firstSeen_s.median_s === null ? 'never seen in time' : `first seen ${timeText(firstSeen_s.median_s)} after launch`;
  const confirmed = confirmed_s.median_s === null ? 'not confirmed by a second kind of sensor' : `confirmed by a second kind of sensor after ${timeText(confirmed_s.median_s)}, when ${leftText(left_s.median_s)} are left`;
  return `${flight.missile} from ${flight.from.name} to ${flight.to.name}: ${seen}, ${confirmed}`;
}

function sweepHead({ flights, origins, targets }: WarnAnswer): string {
  const confirmed = targets.reduce((sum, target) => sum + target.confirmed, 0), places = new Set(origins.map(({ origin }) => origin.name)).size;
  const worst = targets.find(({ least }) => least !== null), least = worst?.least ?? null;
  const words = least === null || worst === undefined ? '' : `; least warning is left at ${worst.target.name}, ${leftText(least.left_s)} (${least.missile} from ${least.origin})`;
  return `${countText(flights.length)} flights from ${countText(places)} places to ${countText(targets.length)} targets: ${countText(confirmed)} are confirmed by a second kind of sensor${words}`;
}

export function warnText(answer: WarnAnswer, { release }: Plan): string[] {
  return [
    timelineText(answer),
    originsText(answer),
    targetsText(answer),
    lossesText(answer.losses),
    [
      `${countText(answer.flights.length)} flights, ${countText(answer.launches)} launches of each${answer.outOfRange === 0 ? '' : `; ${countText(answer.outOfRange)} more are out of range and left out`}. Times are the middle over launches.`,
      `Confirmed: reported by infrared and by radar. Rules: space ${release.space.evidence}, ground ${release.ground.evidence}. Warning left: from confirmation to impact.`,
    ].join('\n'),
  ];
}

function timelineText({ timeline, lead: { flight } }: WarnAnswer): string {
  return textTable(
    [left(`${flight.missile}, ${flight.from.name} to ${flight.to.name}`), right('after launch'), right('5th to 95th'), right('before impact'), right('of launches')],
    timeline.map(({ words, t_s, p5_s, p95_s, left_s, share }) => [words, timeText(t_s), p5_s === p95_s ? '' : `${timeText(p5_s)} to ${timeText(p95_s)}`, t_s === null ? '' : leftText(left_s), share === 1 ? 'all' : shareText(share)]),
  );
}

function originsText({ origins }: WarnAnswer): string {
  return textTable(
    [left('from'), left('missile'), right('targets'), right('flight'), right('burn-out'), right('first seen'), right('two infrared'), right('confirmed'), right('warning left'), right('5th')],
    origins.map(({ origin, missile, flights, flightTime_s, burnout_s, milestones, left_s }) => [
      origin.name, missile, countText(flights), spanText(flightTime_s), burnout_s.most === 0 ? '' : timeText(burnout_s.most),
      timeText(milestones.firstSeen_s.median_s), timeText(milestones.twoInfrared_s.median_s), timeText(milestones.confirmed_s.median_s), leftText(left_s.median_s), leftText(left_s.p5_s),
    ]),
  );
}

function spanText({ least, most }: { least: number; most: number }): string {
  const low = durationText(least), high = durationText(most);
  return low === high ? low : `${low.replace(/ .*/, '')} to ${high}`;
}

function targetsText({ targets }: WarnAnswer): string {
  const shown = targets.slice(0, SHOWN);
  const table = textTable(
    [left('target, least warned first'), right('confirmed'), right('least left'), left('from'), left('missile'), right('flight'), right('left since first report')],
    shown.map(({ target, flights, confirmed, least, leftSinceFirst_s }) => [
      target.name, `${countText(confirmed)} of ${countText(flights)}`, leftText(least?.left_s ?? null), least?.origin ?? '', least?.missile ?? '', least === null ? '' : durationText(least.flightTime_s), leftText(leftSinceFirst_s.median_s),
    ]),
  );
  return targets.length > shown.length ? `${table}\nand ${countText(targets.length - shown.length)} more, with --csv or --json` : table;
}

function lossesText(losses: readonly WarningLoss[]): string {
  if (losses.length === 0) return '';
  return textTable(
    [left('without'), left(''), right('first seen later, mean'), right('at most'), right('no longer seen'), right('confirmed later, mean'), right('at most'), right('no longer confirmed')],
    losses.map(({ name, kind, firstSeen, confirmed }) => [name, kind === 'degraded' ? 'mode' : kind, ...delayCells(firstSeen), ...delayCells(confirmed)]),
  );
}

const delayCells = ({ mean_s, most_s, lost }: Delay): string[] => [mean_s === 0 ? '' : `${toPlace(mean_s, -1)} s`, most_s === 0 ? '' : `${toPlace(most_s, 0)} s`, lost === 0 ? '' : shareText(lost)];

/** Times in seconds after launch, null for never; what is left in seconds before impact. */
export function warnDocument(answer: WarnAnswer, provenance: Provenance): Record<string, unknown> {
  const { timeline, origins, targets, losses, lead } = answer;
  return {
    from: lead.flight.from.name, to: lead.flight.to.name, missile: lead.flight.missile, launches: answer.launches, flights: answer.flights.length, outOfRange: answer.outOfRange,
    timeline: timeline.map(({ event, t_s, p5_s, p95_s, left_s, share }: TimelineEvent) => ({ t_s, event, p5_s, p95_s, left_s, share })),
    byOrigin: origins.map(({ origin, missile, flights, flightTime_s, burnout_s, milestones, left_s, leftSinceFirst_s }) => ({
      origin: origin.name, missile, targets: flights, flightTime_s, burnout_s, ...milestones, warningLeft_s: left_s, sinceFirstReport_s: leftSinceFirst_s,
    })),
    map: targets.map(({ target, flights, confirmed, least, left_s, leftSinceFirst_s }) => ({
      target: target.name, lat_deg: degrees(target.lat_rad), lon_deg: degrees(target.lon_rad), flights, confirmed,
      least: least === null ? null : { origin: least.origin, missile: least.missile, warningLeft_s: least.left_s, flightTime_s: least.flightTime_s }, warningLeft_s: left_s, sinceFirstReport_s: leftSinceFirst_s,
    })),
    ...(losses.length === 0 ? {} : { losses }),
    provenance,
  };
}

const degrees = (angle_rad: number): number => Number(fromSi(angle_rad, 'deg').toPrecision(10));
