/**
 * Rows that nothing here can compute: documents alone answer them (3b, 4-lead, deterrence), or a model that does not exist yet (second
 * strike, supply chain). They say so, with the documents known and what was looked for and not found.
 */
import type { Evidence } from '../compliance.js';
import type { JudgeRow, RowQuestion } from '../evidence.js';
import { judgement, metricOf } from '../verdict.js';

export function documentEvidence({ requirement }: RowQuestion): Evidence[] {
  const none = requirement.noneFound;
  return [
    ...(requirement.documents ?? []).map(({ says, date, source, url }): Evidence => ({ kind: 'document', says, runId: null, planHash: null, seed: null, runs: null, command: '', source, ...(date === undefined ? {} : { date }), ...(url === undefined ? {} : { url }) })),
    ...(none === undefined ? [] : [{ kind: 'document', says: `None found: ${none.says}`, runId: null, planHash: null, seed: null, runs: null, command: '', date: none.asOf } as const]),
  ];
}

export const judgeDocuments: JudgeRow = (_, question) => {
  const known = question.requirement.documents?.length ?? 0;
  return judgement({
    verdict: 'not testable', why: `not testable by simulation: documents answer it${known === 0 ? '; none found' : `; ${known} known`}`,
    metric: metricOf('documents', known), evidence: documentEvidence(question),
  });
};

const LATER: Readonly<Record<string, readonly [why: string, assumption: string]>> = {
  secondStrike: ['not testable until an exchange model exists here: own retaliatory warheads that survive and arrive, with the shield and without', 'what both sides would fire, and at what'],
  productionRatio: ['not testable until a model of production and replacement exists here; cyber security is a matter of documents', 'production rates and single sources, which are hardly public'],
};

export const judgeLater: JudgeRow = (_, question) => {
  const [why, says] = LATER[question.requirement.metric] ?? ['not testable until its model exists here', ''];
  const none = { kind: 'document', says: 'No model of it in this version.', runId: null, planHash: null, seed: null, runs: null, command: '' } as const;
  return judgement({ verdict: 'not testable', why, metric: metricOf(question.requirement.metric, null), evidence: [...documentEvidence(question), none], drivingAssumption: { path: '', says, how: 'named' } });
};
