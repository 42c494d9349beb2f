/** Rows about tracking satellites: 3a-ii (gliders seen by two at a time) and 3a-v (custody from launch to impact, and how often a place is looked at). */
import type { TrackedFlight } from '../../../studies/cover/tracked-flights.js';
import type { RequirementPart, SupportingFigure, Verdict } from '../compliance.js';
import type { EvidenceSet, JudgeRow } from '../evidence.js';
import { judgement, metricOf, named, straddleWords, studyEvidence, verdictOf, worstOf } from '../verdict.js';

const flightName = ({ missile, from, to }: TrackedFlight): string => `${missile}, ${from} to ${to}`;
const least = (flights: readonly TrackedFlight[], of: (flight: TrackedFlight) => number): TrackedFlight | undefined => flights.reduce<TrackedFlight | undefined>((a, b) => (a === undefined || of(b) < of(a) ? b : a), undefined);

const DRIVER = named('sensors', 'orbits, numbers and sensitivity of the tracking satellites (their public numbers are few; see cupola show sensors)');

/** Longest gap on average over launches, on the worst corridor: a second test beside the share. */
function gapPart(flights: readonly TrackedFlight[], limit_s: number): RequirementPart {
  const gap_s = Math.max(...flights.map(({ longestGap_s }) => longestGap_s.mean));
  const verdict: Verdict = gap_s <= limit_s ? 'met' : 'not met';
  return { title: `longest gap at most ${limit_s} s`, verdict, why: `${Math.round(gap_s)} s on average over launches, on the worst corridor` };
}

/** With the share met and gaps too long, some of it is met. */
function joined(share: Verdict, gap: Verdict): Verdict {
  return share === 'met' && gap === 'not met' ? 'partly' : worstOf([share]);
}

function custodyFigures(flights: readonly TrackedFlight[]): SupportingFigure[] {
  return flights.flatMap((flight) => [
    { name: `in view of one or more, ${flightName(flight)}`, unit: 'share', value: flight.seen.mean, low: flight.seen.low, high: flight.seen.high },
    { name: `in view of two or more, ${flightName(flight)}`, unit: 'share', value: flight.stereo.mean, low: flight.stereo.low, high: flight.stereo.high },
    { name: `longest gap, ${flightName(flight)}`, unit: 's', value: flight.longestGap_s.mean, high: flight.longestGap_s.most, low: 0, note: 'mean and most over launches' },
  ]);
}

export const judgeGliders: JudgeRow = (evidence, { threshold, settings }) => {
  const worst = least(evidence.gliders, ({ stereo }) => stereo.mean);
  if (worst === undefined) return judgement({ verdict: 'not testable', why: 'no glider of the public raids could be flown', metric: metricOf('glideStereo', null) });
  const metric = metricOf('glideStereo', worst.stereo), share = verdictOf(metric, threshold.value), gap = gapPart(evidence.gliders, settings['gap']?.value ?? Infinity);
  return judgement({
    verdict: joined(share, gap.verdict), why: `worst corridor: ${flightName(worst)}; ${straddleWords(share)}; gaps: ${gap.why}`, metric, parts: [gap],
    evidence: [studyEvidence('geometry', `gliders of data/raids/hgv-20, ${worst.launches} launches over a day`, 'cover', evidence)], drivingAssumption: DRIVER, figures: custodyFigures(evidence.gliders),
  });
};

export const judgeCustody: JudgeRow = (evidence, { threshold, settings }) => {
  const worst = least(evidence.tracked, ({ seen }) => seen.mean);
  if (worst === undefined) return judgement({ verdict: 'not testable', why: 'no flight of the raid could be followed', metric: metricOf('heldInFlight', null) });
  const metric = metricOf('heldInFlight', worst.seen), share = verdictOf(metric, threshold.value), gap = gapPart(evidence.tracked, settings['gap']?.value ?? Infinity);
  const all = least(evidence.trackedByAll, ({ seen }) => seen.mean);
  return judgement({
    verdict: joined(share, gap.verdict), why: `worst corridor: ${flightName(worst)}; ${straddleWords(share)}; gaps: ${gap.why}`, metric, parts: [gap, ...revisitParts(evidence)],
    evidence: [studyEvidence('geometry', `flights of the scenario's raid, ${worst.launches} launches over a day`, 'cover', evidence)], drivingAssumption: DRIVER,
    figures: [
      ...custodyFigures(evidence.tracked),
      { name: 'hand-overs of one flight', unit: 'count', value: worst.handOvers }, { name: 'reporting delay of who holds it', unit: 's', value: worst.latency_s },
      ...(all === undefined ? [] : [{ name: 'held by all sensors of the scenario, worst corridor', unit: 'share', value: all.seen.mean, low: all.seen.low, high: all.seen.high }]),
      ...evidence.revisit.map(({ region, revisit_s }) => ({ name: `time from look to look, ${region}`, unit: 's', value: revisit_s, note: 'the second reading of custody' })),
    ],
  });
};

/** The older meaning of custody: how often a place on the ground is looked at. No threshold is set on it. */
function revisitParts({ revisit }: EvidenceSet): RequirementPart[] {
  return revisit.map(({ region, seen, longestGap_s }) => ({
    title: `second reading, ${region}: how often a place is looked at`, verdict: 'not testable',
    why: `in view ${(100 * seen).toFixed(1)} % of the time${longestGap_s === null ? '' : `, longest gap ${Math.round(longestGap_s)} s`}; no threshold is set on this reading`,
  }));
}
