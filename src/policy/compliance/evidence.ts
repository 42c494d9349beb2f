/** What is known of a shield before anyone judges: results only. Rows read it and run nothing. */
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { RequirementFile } from '../../scenario/cards/directive-file.js';
import type { TrackedFlight } from '../../studies/cover/tracked-flights.js';
import type { Loss } from '../../studies/number-needed/losses.js';
import type { Cell } from '../../studies/threat-cells/cell.js';
import type { Availability } from '../../studies/orbit/availability.js';
import type { Interval } from '../../studies/runs/summary.js';
import type { RunSetAnswer } from '../../studies/runs/run-sets.js';
import type { Judgement, Threshold, ThreatSetYear, TraceCoverage } from './compliance.js';

/** A set of runs with the changes of the scenario that make it; null where `cupola run` cannot be told them. */
export interface RunEvidence extends RunSetAnswer {
  readonly says: string;
  readonly overrides: readonly string[] | null;
  readonly runId: string;
}

export interface ShellUpkeep {
  readonly name: string;
  readonly satellites_count: number;
  readonly perLaunch_count: number;
  readonly launchesPerYear: number;
  readonly replacementsPerYear: number;
  readonly life_y: number;
  /** Null where no satellite can live there. */
  readonly availability: Availability | null;
}

export interface InReachEvidence {
  readonly satellites_count: number;
  readonly wanted: number;
  readonly losses: readonly Loss[];
}

/** What the batteries of the under layer cover against every missile of the raid. */
export interface UnderLayerEvidence {
  readonly people_count: number;
  readonly covered_count: number;
  readonly against: string;
  readonly area_km2: number;
  readonly inside: readonly string[];
  readonly batteries: number;
}

export interface LocationEvidence {
  readonly batteries: number;
  /** Share of the people of the listed places, with the first n batteries where the planner puts them. */
  readonly curve: readonly { readonly batteries: number; readonly share: number }[];
  readonly order: readonly string[];
  readonly missile: string;
  readonly regret: readonly { readonly weights: string; readonly share: number; readonly best: number }[];
}

export interface PriceEvidence {
  readonly total_usd: { readonly low: number; readonly mean: number; readonly high: number };
  readonly priceYear: number;
  readonly incomplete: readonly string[];
  readonly perYear: readonly { readonly year: number; readonly spend_usd: number; readonly announced_usd: number | null }[];
  readonly preset: string;
}

export interface RevisitEvidence {
  readonly region: string;
  readonly seen: number;
  readonly revisit_s: number | null;
  readonly longestGap_s: number | null;
}

export interface EvidenceSet {
  readonly compiled: CompiledScenario;
  /** File as the user gave it, and the changes with which it was compiled, for commands. */
  readonly scenario: { readonly file: string; readonly overrides: readonly string[] };
  readonly seed: number;
  readonly runs: number;
  readonly threatSets: readonly ThreatSetYear[];
  readonly trace: TraceCoverage;
  readonly runSets: ReadonlyMap<string, RunEvidence>;
  /** Why a set could not be run. */
  readonly refused: ReadonlyMap<string, string>;
  /** Before any threshold: verdicts of cells follow from the setting of 3a-i. */
  readonly cells: readonly Cell[];
  readonly upkeep: readonly ShellUpkeep[];
  readonly inReach: InReachEvidence | null;
  /** Raid of the scenario by tracking satellites alone, by all sensors, and gliders by tracking satellites alone. */
  readonly tracked: readonly TrackedFlight[];
  readonly trackedByAll: readonly TrackedFlight[];
  readonly gliders: readonly TrackedFlight[];
  readonly revisit: readonly RevisitEvidence[];
  /** Share of the flight held by all sensors but those of each partner, against all. */
  readonly partners: readonly { readonly nation: string; readonly heldWith: Interval; readonly heldWithout: Interval }[];
  readonly underLayer: UnderLayerEvidence | null;
  readonly locations: LocationEvidence | null;
  readonly price: PriceEvidence | string;
}

/** One requirement as it is put to a row. */
export interface RowQuestion {
  readonly requirement: RequirementFile;
  readonly threshold: Threshold;
  readonly settings: Readonly<Record<string, Threshold>>;
  readonly threatSet: ThreatSetYear | null;
}

/** What a family of rows exports for each of its ids; pure. */
export type JudgeRow = (evidence: EvidenceSet, question: RowQuestion) => Judgement;
