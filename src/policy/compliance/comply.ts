/**
 * Holds what is known of a shield against directives: one judge a requirement, each reading results and running nothing. A requirement
 * that nothing in the scenario serves is not met before anyone computes, whatever its threshold.
 */
import type { DirectiveFile, RequirementFile } from '../../scenario/cards/directive-file.js';
import type { MetricName, RequirementId, Role } from '../../scenario/cards/directive-terms.js';
import { METRICS, ROLES } from '../../scenario/cards/directive-terms.js';
import { type Compliance, type Judgement, type Lever, type MatrixCell, type Requirement, type Threshold, type ThreatSetYear, type Verdict, VERDICTS } from './compliance.js';
import { judgeDates } from './dates.js';
import type { EvidenceSet, JudgeRow, RowQuestion } from './evidence.js';
import { judgeCooperation, judgeProvision, judgeRegion } from './rows/allies.js';
import { judgeArchitecture, judgeNonKinetic } from './rows/architecture.js';
import { judgeAvailability } from './rows/availability.js';
import { judgeBoost, judgeEarly } from './rows/boost.js';
import { judgeAnyAttack, judgeChange, judgeClass, judgeMatrix, verdictOfCell } from './rows/cells.js';
import { judgeDocuments, judgeLater } from './rows/documents.js';
import { judgeMoney } from './rows/money.js';
import { judgeCustody, judgeGliders } from './rows/tracking.js';
import { judgeLocations, judgeUnderLayer } from './rows/under-layer.js';
import { type ThresholdEdit, thresholdOf } from './thresholds.js';
import { mapOfRows } from './trace.js';
import { judgement, metricOf, studyEvidence, worstOf } from './verdict.js';

/** A metric has one judge, whichever directive asks for it. */
const JUDGES: Readonly<Record<MetricName, JudgeRow>> = {
  availability: judgeAvailability, worstCell: judgeAnyAttack, cellsMet: judgeMatrix, classStopped: judgeClass, changeTo2035: judgeChange, traceCoverage: judgeArchitecture, glideStereo: judgeGliders, heldInFlight: judgeCustody,
  boostStopped: judgeBoost, stoppedEarly: judgeEarly, peopleCovered: judgeUnderLayer, peoplePlaced: judgeLocations, productionRatio: judgeLater, secondStrike: judgeLater, nonKineticGain: judgeNonKinetic,
  partnerGain: judgeCooperation, regionalStopped: judgeRegion, diversionLoss: judgeProvision, lifeCycleCost: judgeMoney, documents: judgeDocuments,
};

/** Metrics that are judged anew for each threat set; the others stand on the scenario's own raid, on geometry or on documents. */
const BY_THREAT_SET: ReadonlySet<MetricName> = new Set<MetricName>(['worstCell', 'cellsMet', 'classStopped']);

export interface ComplyQuestion {
  readonly directives: Readonly<Record<string, DirectiveFile>>;
  readonly edits: readonly ThresholdEdit[];
  /** The day on which dates are looked at. */
  readonly asOf: string;
  readonly levers?: ReadonlyMap<RequirementId, Lever>;
}

export function comply(evidence: EvidenceSet, { directives, edits, asOf, levers }: ComplyQuestion): Compliance {
  const all = Object.entries(directives).flatMap(([directive, file]) => file.requirements.map((requirement) => ({ directive, file, requirement })));
  const requirements = all.map(({ directive, file, requirement }) => judgeRequirement(evidence, directive, file, requirement, edits, levers?.get(requirement.id) ?? null));
  const perCell = requirements.find(({ id }) => id === '3a-i')?.settings['perCell']?.value ?? 1;
  return {
    directives: Object.entries(directives).map(([name, { title, citation, source }]) => ({ name, title, citation, source })),
    requirements,
    matrix: evidence.cells.map((cell): MatrixCell => ({ ...cell, ...verdictOfCell(cell, perCell) })),
    traceCoverage: evidence.trace, dates: judgeDates(directives, asOf), threatSets: evidence.threatSets, map: mapOfRows(all.map(({ requirement }) => requirement)),
    counts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, requirements.filter((row) => row.verdict === verdict).length])) as Record<Verdict, number>,
    asOf, seed: evidence.seed, runs: evidence.runs,
  };
}

/** One row, with everything that is told of it. */
export function judgeRequirement(evidence: EvidenceSet, directive: string, file: DirectiveFile, requirement: RequirementFile, edits: readonly ThresholdEdit[], lever: Lever | null): Requirement {
  const threshold = thresholdOf(requirement, file.source, edits);
  const settings = Object.fromEntries(Object.entries(requirement.settings ?? {}).map(([name, { says }]): [string, Threshold & { says: string }] => [name, { ...thresholdOf(requirement, file.source, edits, name), says }]));
  const servedBy = evidence.trace.elements.filter(({ serves }) => serves.includes(requirement.id)).map(({ name }) => name);
  const ask = (threatSet: ThreatSetYear | null): Judgement => judgeOne(evidence, { requirement, threshold, settings, threatSet }, servedBy);
  const byThreatSet = BY_THREAT_SET.has(requirement.metric) && evidence.threatSets.length > 0 ? evidence.threatSets.map((threatSet) => ({ ...ask(threatSet), threatSet })) : [];
  return {
    ...(byThreatSet.length === 0 ? ask(null) : worstJudgement(byThreatSet)), byThreatSet, directive, threshold, settings, lever, servedBy,
    id: requirement.id, clause: requirement.clause, title: requirement.title, paraphrase: requirement.paraphrase, kind: requirement.kind, alsoKind: requirement.alsoKind ?? null,
    seed: evidence.seed, runs: evidence.runs, turnsWithout: requirement.turnsWithout, dates: requirement.dates ?? [], documents: requirement.documents ?? [], noneFound: requirement.noneFound ?? null, source: requirement.source,
  };
}

/** A requirement that nothing serves, or that hangs on interceptors or sensors where there are none at all, is not met before anyone computes. */
function judgeOne(evidence: EvidenceSet, question: RowQuestion, servedBy: readonly string[]): Judgement {
  const { requirement } = question, lacks = lackOf(evidence, requirement, servedBy);
  if (lacks === '') {
    const judged = JUDGES[requirement.metric](evidence, question);
    // What could not be judged rests on the scenario as it was looked at.
    return judged.evidence.length > 0 ? judged : { ...judged, evidence: [studyEvidence('scenario', judged.why, 'comply', evidence)] };
  }
  return judgement({
    verdict: 'not met', why: lacks, metric: metricOf(requirement.metric, METRICS[requirement.metric].better === 'higher' ? 0 : null), evidence: [studyEvidence('scenario', lacks, 'comply', evidence)],
    drivingAssumption: { path: '', says: 'which parts of a shield are taken to serve a requirement: the published map', how: 'named' },
  });
}

/** What 3a asks is about all elements together, and what is missing is its answer; a non-kinetic layer that is not there is told in words of its own. */
const OWN_WORDS: ReadonlySet<MetricName> = new Set<MetricName>(['traceCoverage', 'nonKineticGain']);
const ESSENTIAL: readonly Role[] = ['interceptors', 'sensors'];

function lackOf({ trace }: EvidenceSet, { metric, servedBy: roles, turnsWithout }: RequirementFile, servedBy: readonly string[]): string {
  if (OWN_WORDS.has(metric) || roles.length === 0) return '';
  if (servedBy.length === 0) return `no element of the scenario serves it: it takes ${roles.map((role) => ROLES[role]).join(', or ')}`;
  const missing = ESSENTIAL.filter((role) => turnsWithout.includes(role) && !trace.elements.some((element) => element.roles.includes(role)));
  return missing.length === 0 ? '' : `the scenario has no ${missing.join(' and no ')}`;
}

/** The verdict of the threat set in which the shield does worse; that of the later one where both come to the same. */
function worstJudgement(judged: readonly (Judgement & { readonly threatSet: ThreatSetYear })[]): Judgement {
  const worst = worstOf(judged.map(({ verdict }) => verdict)), found = judged.findLast(({ verdict }) => verdict === worst) ?? judged.at(-1);
  if (found === undefined) throw new RangeError('comply: no threat set to judge');
  const { threatSet, ...rest } = found;
  return { ...rest, why: judged.length > 1 ? `threat set ${threatSet}: ${rest.why}` : rest.why, evidence: judged.flatMap(({ evidence }) => evidence) };
}
