/**
 * What it means to hold a shield against an order and a statute: types that page, command line and report share. A verdict speaks of this
 * scenario in this model, against a threshold that anyone may change; it is not a finding of law, and nobody's conduct is judged.
 */
import type { DirectiveDate, RequirementFile } from '../../scenario/cards/directive-file.js';
import type { MetricName, MetricUnit, RequirementId, RequirementKind, Role } from '../../scenario/cards/directive-terms.js';
import type { Cell } from '../../studies/threat-cells/cell.js';
import type { NumberSource } from '../../scenario/compile/compiled.js';

export const VERDICTS = ['met', 'partly', 'not met', 'not testable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const THREAT_SETS = ['2025', '2035'] as const;
export type ThreatSetYear = (typeof THREAT_SETS)[number];

/** `low` and `high`: 95 % interval of the mean over runs or launches; null where nothing is drawn. `value` is null where there is none. */
export interface MetricValue {
  readonly name: MetricName;
  readonly says: string;
  readonly unit: MetricUnit;
  readonly better: 'higher' | 'lower';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A threshold or a setting with its card; `isEdited` where the user gave another value. */
export interface Threshold extends NumberSource {
  readonly unit: MetricUnit;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly isEdited: boolean;
}

/** What a verdict rests on: a set of runs that anyone can run again, a study of geometry, a price, a document. */
export interface Evidence {
  readonly kind: 'runs' | 'geometry' | 'price' | 'document' | 'scenario';
  readonly says: string;
  readonly runId: string | null;
  readonly planHash: string | null;
  readonly seed: number | null;
  readonly runs: number | null;
  /** Command that gives it again; '' for a document. */
  readonly command: string;
  readonly date?: string;
  readonly source?: string;
  readonly url?: string;
}

/** The assumed number that a verdict hangs on most, so far as is known. */
export interface DrivingAssumption {
  /** Path by which `--set` or `--threshold` changes it; '' where it is a choice of the model. */
  readonly path: string;
  readonly says: string;
  /** measured: moved furthest over its range, at the same luck; named: the model of the row names it. */
  readonly how: 'measured' | 'named';
}

/** A number told beside the metric, as the absentee ratio. */
export interface SupportingFigure {
  readonly name: string;
  readonly unit: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
}

/** A part of a requirement that has a verdict of its own, as the stability part of 3a-vi. */
export interface RequirementPart {
  readonly title: string;
  readonly verdict: Verdict;
  readonly why: string;
}

/** One judgement of one requirement, for one threat set or for none. */
export interface Judgement {
  readonly verdict: Verdict;
  /** One sentence. */
  readonly why: string;
  readonly metric: MetricValue;
  readonly evidence: readonly Evidence[];
  readonly drivingAssumption: DrivingAssumption | null;
  readonly figures: readonly SupportingFigure[];
  readonly parts: readonly RequirementPart[];
}

export interface Requirement extends Judgement, Pick<RequirementFile, 'id' | 'clause' | 'title' | 'paraphrase' | 'kind'> {
  readonly id: RequirementId;
  readonly directive: string;
  readonly kind: RequirementKind;
  readonly alsoKind: RequirementKind | null;
  readonly threshold: Threshold;
  readonly settings: Readonly<Record<string, Threshold & { readonly says: string }>>;
  readonly seed: number;
  readonly runs: number;
  /** The same for each threat set; empty where the threat set does not enter. The verdict above is the worse of them. */
  readonly byThreatSet: readonly (Judgement & { readonly threatSet: ThreatSetYear })[];
  readonly servedBy: readonly string[];
  readonly turnsWithout: readonly Role[];
  readonly dates: readonly string[];
  readonly documents: NonNullable<RequirementFile['documents']>;
  readonly noneFound: NonNullable<RequirementFile['noneFound']> | null;
  readonly source: RequirementFile['source'];
  /** What would change the verdict; null where nobody searched. */
  readonly lever: Lever | null;
}

export interface Lever {
  /** What was tried, in order. */
  readonly tried: readonly string[];
  /** The cheapest change found that turns the verdict; null where none of those tried does. */
  readonly found: { readonly says: string; readonly overrides: readonly string[]; readonly verdict: Verdict; readonly cost_usd: number | null; readonly priceYear: number | null } | null;
  readonly says: string;
}

/** One cell of origin and class, judged by the share that setting `perCell` of 3a-i asks for. */
export interface MatrixCell extends Cell {
  readonly verdict: Verdict;
  readonly why: string;
}

export interface TraceCoverage {
  /** Requirements that elements of a scenario can serve, those that some element here does, and the share. */
  readonly servable_count: number;
  readonly served_count: number;
  readonly share: number;
  /** Requirements that something could serve and nothing here does. */
  readonly orphans: readonly { readonly id: RequirementId; readonly needs: string }[];
  /** Requirements that no element can serve: documents, or models that do not exist. */
  readonly notByElements: readonly RequirementId[];
  /** Elements of the scenario that serve no requirement. */
  readonly idle: readonly string[];
  readonly elements: readonly { readonly name: string; readonly roles: readonly Role[]; readonly serves: readonly RequirementId[] }[];
  readonly functions: readonly { readonly name: string; readonly elements: readonly string[] }[];
}

export interface JudgedDate extends DirectiveDate {
  readonly directive: string;
  readonly state: 'passed' | 'ahead';
  /** As in `day 365 after` or `in 33 days`; counted to its last day where only a month or a year is known. */
  readonly days: number;
}

export interface Compliance {
  readonly directives: readonly { readonly name: string; readonly title: string; readonly citation: string; readonly source: RequirementFile['source'] }[];
  readonly requirements: readonly Requirement[];
  readonly matrix: readonly MatrixCell[];
  readonly traceCoverage: TraceCoverage;
  readonly dates: readonly JudgedDate[];
  readonly threatSets: readonly ThreatSetYear[];
  /** The published map: by part of a shield, the rows that do worse or are not met without it. */
  readonly map: readonly { readonly role: Role; readonly says: string; readonly rows: readonly RequirementId[] }[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly asOf: string;
  readonly seed: number;
  readonly runs: number;
}
