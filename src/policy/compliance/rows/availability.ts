/**
 * S2a and its twin of the statute: a shield deployed and maintained. Deployed: the public architecture has a space, an upper and an under
 * layer, so a shield without one of them meets it in part. Maintained: shells in orbit age and are launched anew; batteries on the ground
 * are taken to stand at their number, since nothing public says how often they do not.
 */
import type { Role } from '../../../scenario/cards/directive-terms.js';
import type { SupportingFigure, Verdict } from '../compliance.js';
import type { EvidenceSet, JudgeRow } from '../evidence.js';
import { judgement, metricOf, named, straddleWords, studyEvidence, verdictOf } from '../verdict.js';

const LAYERS: readonly (readonly [Role, string])[] = [['space-interceptors', 'space layer'], ['midcourse-interceptors', 'upper layer'], ['terminal-interceptors', 'under layer']];

export const judgeAvailability: JudgeRow = (evidence, { threshold }) => {
  const roles = evidence.trace.elements.flatMap(({ roles: own }) => own), missing = LAYERS.filter(([role]) => !roles.includes(role)).map(([, words]) => words);
  const shares = evidence.upkeep.map(({ name, availability }) => ({ name, share: availability?.share ?? { mean: 0, low: 0, high: 0 } }));
  const least = shares.reduce<(typeof shares)[number] | undefined>((a, b) => (a === undefined || b.share.mean < a.share.mean ? b : a), undefined);
  const metric = metricOf('availability', least?.share ?? 1), kept = verdictOf(metric, threshold.value);
  const verdict: Verdict = missing.length > 0 && kept === 'met' ? 'partly' : kept;
  const ground = 'batteries are taken to stand at their number: nothing public says how often they do not';
  return judgement({
    verdict, metric, drivingAssumption: least === undefined ? named('', ground) : named('S2a.launchesPerYear', 'launches a year that carry interceptors to orbit, and the life of a satellite (data/defaults/orbit-life)'),
    why: `${least === undefined ? ground : `${least.name}: ${straddleWords(kept)}`}${missing.length > 0 ? `; no ${missing.join(', no ')}` : ''}`,
    evidence: [studyEvidence('scenario', 'losses and launches over the years, drawn', 'comply', evidence)], figures: figuresOf(evidence),
    parts: [
      { title: 'deployed: space, upper and under layer', verdict: missing.length === 0 ? 'met' : missing.length === LAYERS.length ? 'not met' : 'partly', why: missing.length === 0 ? 'all three have an element' : `missing: ${missing.join(', ')}` },
      { title: 'maintained: at its design number', verdict: kept, why: least === undefined ? ground : straddleWords(kept) },
    ],
  });
};

function figuresOf({ upkeep }: EvidenceSet): SupportingFigure[] {
  return upkeep.flatMap(({ name, satellites_count, launchesPerYear, replacementsPerYear, perLaunch_count, life_y, availability }) => [
    { name: `${name}: satellites that must work`, unit: 'count', value: satellites_count },
    { name: `${name}: in service over the design number, on average`, unit: 'share', value: availability?.inService ?? 0 },
    { name: `${name}: replacements a year`, unit: 'count', value: replacementsPerYear, note: `life ${life_y} years` },
    { name: `${name}: launches a year that this takes`, unit: 'count', value: launchesPerYear, note: `${perLaunch_count} on each` },
  ]);
}
