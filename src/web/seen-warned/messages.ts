/** What the chapter and its worker say to each other; everything is plain data. */
import type { Loss } from '../../studies/cover/losses.js';
import type { CoverPlanAnswer } from '../../studies/cover/plan-cover.js';
import type { WarnAnswer } from '../../studies/warn/plan-warn.js';
import type { VariantRates } from '../../studies/warning-logic/rates.js';
import type { Settings } from './settings.js';

export interface WatchRequest {
  readonly id: number;
  readonly text: string;
  readonly fileName: string;
  /** The reader's question, without the chapter's own settings. */
  readonly overrides: readonly string[];
  readonly settings: Settings;
  /** With the first request only; the worker keeps it. */
  readonly catalogue?: unknown;
}

/** One flight of the raid that can be followed. */
export interface FlightChoice {
  readonly missile: string;
  readonly from: string;
  readonly to: string;
}

/** Satellites or sites that go by one name of the catalogue. */
export interface SystemChoice {
  readonly name: string;
  readonly nation: string;
  readonly kind: string;
  readonly watchers_count: number;
  /** Names of its sensors, where they are several. */
  readonly members: readonly string[];
}

export interface Cast {
  readonly flights: readonly FlightChoice[];
  readonly flight: FlightChoice;
  readonly systems: readonly SystemChoice[];
  readonly rules: { readonly space: string; readonly ground: string };
}

/** Counts of the cells of an equal-area grid of `cells` wanted cells, as shares of the looks. */
export interface CellShares {
  readonly cells: number;
  readonly seen: Float32Array;
  readonly stereo: Float32Array;
}

export type Coverage = Pick<CoverPlanAnswer, 'regions' | 'stereo' | 'custody' | 'sensors' | 'looks' | 'watch' | 'tracks'> & { readonly words: string; readonly shares: CellShares };

export interface IncidentRow {
  readonly name: string;
  readonly title: string;
  readonly start: string;
  readonly cases: readonly { readonly title: string; readonly expected: string; readonly highest: string; readonly final: string; readonly isAsExpected: boolean }[];
}

export interface Incidents {
  readonly rows: readonly IncidentRow[];
  readonly rates: VariantRates;
}

/** Each reply adds to what is known at the settings of request `id`. */
export interface Watched {
  readonly cast?: Cast;
  /** The flight chosen: time line and what is lost without whom. */
  readonly warn?: WarnAnswer;
  /** The same missile from the same place at every defended city. */
  readonly cities?: WarnAnswer;
  readonly coverage?: Coverage;
  readonly losses?: readonly Loss[];
  readonly incidents?: Incidents;
  /** Why there is no answer. */
  readonly none?: string;
  readonly doing: string;
  /** Share of the work done. */
  readonly done: number;
}

export interface WatchReply extends Watched {
  readonly id: number;
}
