/** 3a: does every requirement have an element, and every function somebody; and 3a-viii: what a stated non-kinetic effect does. */
import type { Verdict } from '../compliance.js';
import type { JudgeRow } from '../evidence.js';
import { judgement, leakageDifference, metricOf, named, runEvidence, straddleWords, studyEvidence, verdictOf } from '../verdict.js';
import { documentEvidence } from './documents.js';

export const judgeArchitecture: JudgeRow = (evidence, question) => {
  const { share, orphans, functions, served_count, servable_count } = evidence.trace;
  const empty = functions.filter(({ elements }) => elements.length === 0).map(({ name }) => name), metric = metricOf('traceCoverage', share);
  // Discrimination is a choice of the tracker's model: a scenario without decoys may leave it out, and it is told.
  const lacking = empty.filter((name) => name !== 'discriminate'), whole = verdictOf(metric, question.threshold.value);
  const verdict: Verdict = lacking.length > 0 ? 'not met' : whole === 'met' && empty.length === 0 ? 'met' : 'partly';
  return judgement({
    verdict, metric, drivingAssumption: named('', 'which parts of a shield are taken to serve a requirement: the published map'),
    why: `${served_count} of ${servable_count} requirements that elements can serve have one${orphans.length > 0 ? `; orphans: ${orphans.map(({ id }) => id).join(', ')}` : ''}${empty.length > 0 ? `; nobody to ${empty.join(', ')}` : ''}; the plan itself is not testable by simulation`,
    parts: [
      { title: 'every function has an element', verdict: lacking.length > 0 ? 'not met' : empty.length > 0 ? 'partly' : 'met', why: empty.length === 0 ? functions.map(({ name }) => name).join(', ') : `nobody to ${empty.join(', ')}` },
      { title: 'requirements traced to elements', verdict: whole, why: `${served_count} of ${servable_count}` },
      { title: 'architecture, requirements and plan within 60 days', verdict: 'not testable', why: 'not testable by simulation: documents answer it' },
    ],
    evidence: [studyEvidence('scenario', 'elements of the scenario against requirements', 'comply', evidence), ...documentEvidence(question)],
    figures: functions.map(({ name, elements }) => ({ name: `elements that ${name}`, unit: 'count', value: elements.length })),
  });
};

export const NO_NON_KINETIC = 'no non-kinetic element in this scenario; public data are thin';

export const judgeNonKinetic: JudgeRow = (evidence, { threshold }) => {
  const base = evidence.runSets.get('base'), without = evidence.runSets.get('without/non-kinetic'), isThere = evidence.trace.elements.some(({ roles }) => roles.includes('non-kinetic'));
  if (!isThere || base === undefined || without === undefined) return judgement({ verdict: 'not met', why: NO_NON_KINETIC, metric: metricOf('nonKineticGain', 0), evidence: [studyEvidence('scenario', NO_NON_KINETIC, 'comply', evidence)] });
  const gain = leakageDifference(without, base);
  const metric = metricOf('nonKineticGain', gain), verdict = verdictOf(metric, threshold.value);
  return judgement({
    verdict, metric, why: `${straddleWords(verdict)}; the effect is what the scenario states, and public data are thin`, evidence: [base, without].map((set) => runEvidence(set, evidence)),
    drivingAssumption: named('before.nonKinetic', 'the share that the non-kinetic layer stops: an input, of all rows the one known least'),
  });
};
