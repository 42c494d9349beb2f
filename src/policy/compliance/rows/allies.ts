/** Rows of section 4: what partners are worth (4a), how their places fare (4b), what the homeland loses when interceptors go to allies (4c). */
import type { Interval } from '../../../studies/runs/summary.js';
import type { EvidenceSet, JudgeRow } from '../evidence.js';
import { judgement, leakageDifference, metricOf, named, runEvidence, straddleWords, studyEvidence, verdictOf } from '../verdict.js';

/** Difference of leakage between a set and the scenario as it stands, paired at the same luck over the runs that both have. */
function moreLeakage({ runSets }: EvidenceSet, key: string): Interval | null {
  const base = runSets.get('base'), other = runSets.get(key);
  return base === undefined || other === undefined ? null : leakageDifference(other, base);
}

export const judgeCooperation: JudgeRow = (evidence, { threshold }) => {
  const { partners } = evidence;
  if (partners.length === 0) return judgement({ verdict: 'not testable', why: 'no partner whose elements could be left out', metric: metricOf('partnerGain', null) });
  const gains = partners.flatMap(({ nation, heldWith, heldWithout }) => {
    const held = { what: `share of flights held that ${nation} adds`, gain: geometric(heldWith.mean - heldWithout.mean), isDrawn: false };
    const leaked = moreLeakage(evidence, `without/${nation}`);
    return leaked === null ? [held] : [held, { what: `leakage that the elements of ${nation} prevent`, gain: leaked, isDrawn: true }];
  });
  const most = gains.reduce((a, b) => (b.gain.mean > a.gain.mean ? b : a)), metric = metricOf('partnerGain', most.isDrawn ? most.gain : most.gain.mean), verdict = verdictOf(metric, threshold.value);
  return judgement({
    verdict, metric, why: `largest: ${most.what}; ${straddleWords(verdict, metric)}`,
    evidence: [studyEvidence('geometry', 'flights held with and without each partner', 'cover', evidence), ...partners.flatMap(({ nation }) => evidence.runSets.get(`without/${nation}`) ?? []).map((set) => runEvidence(set, evidence))],
    drivingAssumption: named('partners', 'what each partner shares, and how much later its reports come'),
    figures: gains.map(({ what, gain, isDrawn }) => ({ name: what, unit: 'share', value: gain.mean, ...(isDrawn ? { low: gain.low, high: gain.high } : {}) })),
  });
};

/** The same launches with and without: a difference of geometry, with no error of simulation. */
const geometric = (mean: number): Interval => ({ mean, low: mean, high: mean });

export const judgeRegion: JudgeRow = (evidence, { threshold }) => {
  const region = evidence.runSets.get('region');
  if (region === undefined) return judgement({ verdict: 'not testable', why: `the attack on places of partners could not be run${evidence.refused.has('region') ? `: ${evidence.refused.get('region') ?? ''}` : ''}`, metric: metricOf('regionalStopped', null) });
  const metric = metricOf('regionalStopped', region.summary.intercepted), verdict = verdictOf(metric, threshold.value);
  return judgement({
    verdict, metric, why: `${region.says}; ${straddleWords(verdict)}`, evidence: [runEvidence(region, evidence)], drivingAssumption: named('partners', 'whether shooters fire for places of partners: the mode of sharing'),
    figures: region.summary.layers.map(({ name, shots }) => ({ name: `shots of ${name} for partners`, unit: 'count', value: shots, note: 'taken from the same magazines as the homeland' })),
    parts: [{ title: 'forward-deployed troops', verdict: 'not testable', why: 'no scenario here holds forces in the field' }],
  });
};

export const judgeProvision: JudgeRow = (evidence, { threshold, settings }) => {
  const loss = moreLeakage(evidence, 'diverted'), set = evidence.runSets.get('diverted'), share = settings['diverted']?.value ?? 0;
  if (loss === null || set === undefined) return judgement({ verdict: 'not testable', why: 'magazines of this scenario cannot be split', metric: metricOf('diversionLoss', null) });
  const metric = metricOf('diversionLoss', loss), verdict = verdictOf(metric, threshold.value);
  return judgement({
    verdict, metric, why: `${share} of the ground interceptors go to allies; homeland leakage, paired at the same luck: ${straddleWords(verdict)}`, evidence: [runEvidence(set, evidence)],
    drivingAssumption: named('interceptors[].count', 'size of the magazines: a shield with more interceptors than it fires can give some away'),
    figures: [{ name: 'homeland leakage with them away', unit: 'share', value: set.summary.leakage.mean, low: set.summary.leakage.low, high: set.summary.leakage.high }],
    parts: [{ title: 'faster provision', verdict: 'not testable', why: 'production rates are not public enough to stand on; see 3a-vii' }],
  });
};
