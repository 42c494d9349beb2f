/** All that a report may be made of. What is undefined was not worked out, and its sections are left out. */
import type { Compliance } from '../../policy/compliance/compliance.js';
import type { ScenarioCost } from '../../policy/cost/scenario-cost.js';
import type { LimitAnswer } from '../../policy/limits/check-limits.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Drivers } from '../../studies/not-known/drivers.js';
import type { NotKnown } from '../../studies/not-known/not-known.js';
import type { ChangeAnswer } from '../../studies/smallest-change/smallest-change.js';
import type { Summary } from '../../studies/runs/summary.js';
import type { TimelineEvent } from '../../studies/warn/plan-warn.js';
import type { FigureDocument } from '../pictures/figure-document.js';
import type { ShownAttack } from '../pictures/shown-attack.js';

export interface ReportIdentity {
  readonly runId: string;
  readonly version: string;
  readonly engineVersion: string;
  readonly dataHash: string;
  /** The command that made the report. */
  readonly command: string;
  /** Path of the scenario as it was given. */
  readonly file: string;
  /** Text of the scenario as it was read. */
  readonly text: string;
  /** Changes of the scenario, as `path=value`. */
  readonly overrides: readonly string[];
  /** Day as of which treaties and dates are told, as in 2026-11-29. */
  readonly asOf: string;
}

/** Of a stored answer the outcome of each attack may not have been kept. */
export type ReportSummary = Omit<Summary, 'leakedByRun' | 'work'> & { readonly leakedByRun?: Uint16Array };

export interface MovedAssumptions {
  /** Null when only single moves were made. */
  readonly band: Omit<NotKnown, 'perDraw'> | null;
  readonly drivers: Pick<Drivers, 'drivers' | 'effects'> & { readonly meanNow: number | null; readonly runs: number | null };
}

export interface WarningTold {
  readonly missile: string;
  readonly from: string;
  readonly to: string;
  readonly launches: number;
  readonly sentence: readonly [string, string];
  readonly timeline: readonly TimelineEvent[];
}

export interface ChangeTold {
  /** The attack and the object in it. */
  readonly run: number;
  readonly key: string;
  readonly answer: ChangeAnswer;
}

export interface ReportMaterial {
  readonly identity: ReportIdentity;
  readonly compiled: CompiledScenario;
  readonly catalogue: Catalogue;
  readonly summary: ReportSummary;
  /** As the page and `cupola run` say it. */
  readonly sentence: string;
  readonly document: FigureDocument;
  readonly attack?: ShownAttack;
  readonly warning?: WarningTold;
  readonly moved?: MovedAssumptions;
  readonly change?: ChangeTold;
  readonly compliance?: Compliance;
  readonly cost?: ScenarioCost;
  readonly limits?: LimitAnswer;
  /** Whether claims of others are told; they stand in the catalogue. */
  readonly isWithClaims?: boolean;
}
