/** Rows about interceptors in orbit: 3a-iii (boost-phase intercept) and 3a-vi (before launch and in boost). */
import type { DrivingAssumption, SupportingFigure } from '../compliance.js';
import type { EvidenceSet, JudgeRow } from '../evidence.js';
import { judgement, measured, metricOf, named, runEvidence, straddleWords, studyEvidence, verdictOf } from '../verdict.js';

/** Keys of the sets that move one assumption of the space layer to an end of its range. */
export const MOVED = ['delay', 'kill'] as const;

const WORDS: Readonly<Record<(typeof MOVED)[number], readonly [path: string, says: string]>> = {
  delay: ['release.space.delay_s', 'time from evidence to permission to fire for interceptors in orbit'],
  kill: ['interceptors[].singleShotKill', 'chance that one shot from orbit works'],
};

/** Which of the assumptions that were moved changes the share stopped in boost most. */
function driverOf({ runSets }: EvidenceSet): DrivingAssumption {
  const spans = MOVED.map((key) => {
    const low = runSets.get(`${key}/low`)?.boost.mean, high = runSets.get(`${key}/high`)?.boost.mean;
    return { key, span: low === undefined || high === undefined ? -1 : Math.abs(high - low), low, high };
  });
  const most = spans.reduce((a, b) => (b.span > a.span ? b : a)), [path, says] = WORDS[most.key];
  if (most.span < 0 || most.low === undefined || most.high === undefined) return named(...WORDS.delay);
  return measured(path, `${says}: over its range the share stopped in boost goes from ${Math.min(most.low, most.high).toFixed(2)} to ${Math.max(most.low, most.high).toFixed(2)}`);
}

function boostFigures(evidence: EvidenceSet): SupportingFigure[] {
  const { inReach, runSets, cells } = evidence, figures: SupportingFigure[] = [];
  if (inReach !== null) {
    const [whole] = inReach.losses;
    if (whole !== undefined) {
      const mean = whole.inReach.mean;
      figures.push(
        { name: 'interceptors within reach of a launch, on average', unit: 'count', value: mean, low: whole.inReach.p5, high: whole.inReach.max, note: '5th percentile and most over a day' },
        { name: 'absentee ratio', unit: 'ratio', value: mean > 0 ? inReach.satellites_count / mean : null, note: 'in orbit for each one in reach' },
        { name: 'targets at once with the shots asked for', unit: 'count', value: inReach.wanted > 0 ? (mean * TARGETS_OF(evidence)) / inReach.wanted : null },
      );
    }
    for (const loss of inReach.losses.slice(1)) figures.push({ name: `in reach after losing ${loss.lost_count} satellites (${LOST_WORDS[loss.kind] ?? loss.kind})`, unit: 'count', value: loss.inReach.mean });
  }
  for (const end of ['low', 'high'] as const) {
    const moved = runSets.get(`delay/${end}`);
    if (moved !== undefined) figures.push({ name: `share stopped in boost, ${moved.says}`, unit: 'share', value: moved.boost.mean, low: moved.boost.low, high: moved.boost.high });
  }
  // Shares by layer are means; their intervals were not kept.
  const orbit = new Set(evidence.compiled.plan.layers.filter(({ kind }) => kind === 'space').map(({ name }) => name));
  for (const { threatSet, tier, class: kind, opportunities } of cells) {
    if (kind !== 'icbm-slbm' || opportunities === null) continue;
    figures.push({ name: `stopped from orbit, ballistic raid of a ${tier} state (${threatSet})`, unit: 'share', value: opportunities.layers.reduce((sum, { name, intercepted }) => sum + (orbit.has(name) ? intercepted : 0), 0) });
  }
  return figures;
}

const TARGETS_OF = ({ compiled }: EvidenceSet): number => compiled.plan.attacks[0]?.count ?? 0;
const LOST_WORDS: Readonly<Record<string, string>> = { random: 'at random', plane: 'one plane', 'in-reach': 'all in reach at one launch' };

export const judgeBoost: JudgeRow = (evidence, { threshold }) => {
  const base = evidence.runSets.get('base');
  if (base === undefined) return judgement({ verdict: 'not testable', why: `the scenario could not be run: ${evidence.refused.get('base') ?? 'no reason known'}`, metric: metricOf('boostStopped', null) });
  const metric = metricOf('boostStopped', base.boost), verdict = verdictOf(metric, threshold.value);
  const orbit = evidence.inReach === null ? [] : [studyEvidence('geometry', 'interceptors within reach, and after losses', 'losses', evidence)];
  return judgement({ verdict, why: `the scenario's own raid; ${straddleWords(verdict)}`, metric, evidence: [runEvidence(base, evidence), ...orbit], drivingAssumption: driverOf(evidence), figures: boostFigures(evidence) });
};

export const STABILITY_LATER = 'not testable until a model of first-strike stability exists here';

export const judgeEarly: JudgeRow = (evidence, { threshold }) => {
  const base = evidence.runSets.get('base');
  const parts = [{ title: 'effect on stability', verdict: 'not testable' as const, why: STABILITY_LATER }];
  if (base === undefined) return judgement({ verdict: 'not testable', why: 'the scenario could not be run', metric: metricOf('stoppedEarly', null), parts });
  const stated = evidence.compiled.plan.before?.launchPrevented_prob ?? 0;
  // Prevented launches are counted as the scenario states them; boost is flown.
  const early = { mean: base.boost.mean + stated, low: base.boost.low + stated, high: base.boost.high + stated };
  const metric = metricOf('stoppedEarly', early), verdict = verdictOf(metric, threshold.value);
  const swept = SWEPT.flatMap((share) => {
    const set = evidence.runSets.get(`prevented/${share}`);
    return set === undefined ? [] : [{ name: `leakage if ${share} of launches were prevented (an input)`, unit: 'share', value: set.summary.leakage.mean, low: set.summary.leakage.low, high: set.summary.leakage.high }];
  });
  return judgement({
    verdict, metric, parts: [{ title: 'before launch', verdict: 'not testable', why: `an input, ${stated}: no model here works out what is removed before launch` }, { title: 'in boost', verdict, why: straddleWords(verdict) }, ...parts],
    why: `share prevented before launch (an input, ${stated}) and stopped in boost; ${straddleWords(verdict)}; stability: ${STABILITY_LATER}`,
    evidence: [base, ...SWEPT.flatMap((share) => evidence.runSets.get(`prevented/${share}`) ?? [])].map((set) => runEvidence(set, evidence)),
    drivingAssumption: named('before.launchPrevented', 'the share removed before launch, which the scenario states'),
    figures: [{ name: 'leakage as the scenario stands', unit: 'share', value: base.summary.leakage.mean, low: base.summary.leakage.low, high: base.summary.leakage.high }, ...swept],
  });
};

/** Shares of launches prevented at which leakage is told: beside the argument about escalation, never as something worked out. */
export const SWEPT = [0.1, 0.3, 0.5] as const;
