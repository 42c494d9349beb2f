/** What is told of one cell of the matrix: a tier of adversary and a class of attack of one threat set, against one shield. */
import type { ForceYear, ThreatClass, Tier } from '../../scenario/cards/threat-set-file.js';
import type { RaidOfCell } from '../../scenario/threat-set.js';
import type { Crossing } from '../sweep/saturate.js';
import type { Interval } from '../runs/summary.js';
import type { LayerAbility } from './able.js';

/**
 * `absent`: the threat set holds nothing of it, so there is nothing to judge. `no-element`: no layer of the shield can engage the class
 * at all, which is found from altitudes and flown by nobody. `flown`: the rest.
 */
export type CellState = 'absent' | 'no-element' | 'flown';

export interface Cell {
  /** Name of the set in `data/threat-sets`, and its year. */
  readonly threatSet: string;
  readonly year: ForceYear;
  readonly tier: Tier;
  readonly class: ThreatClass;
  readonly state: CellState;
  /** Why it is absent, or why no element is able; empty for cells that were flown. */
  readonly reason: string;
  /** What the counts are and are not. */
  readonly note: string;
  readonly raid: CellRaid | null;
  /** Null where the cell is absent. */
  readonly elementAble: boolean | null;
  readonly abilities: readonly LayerAbility[];
  /** Null where nothing was flown. */
  readonly opportunities: Opportunities | null;
  /** Of the raid that is flown, as shares of its lethal objects; exactly 0 where no element is able, null where the cell is absent. */
  readonly intercepted: Interval | null;
  readonly leakage: Interval | null;
  /** Chance that nothing gets through. */
  readonly noLeaker: Interval | null;
  /** Raid sizes, in missiles, at which 5, 20 and 50 % get through. */
  readonly crossings: { readonly at5: Crossing; readonly at20: Crossing; readonly at50: Crossing } | null;
  /** The smallest and the largest raid of the sweep, in missiles. */
  readonly sweep: { readonly smallest: number; readonly largest: number; readonly isWholeSet: boolean } | null;
  readonly points: readonly CellPoint[];
  readonly runs: number;
  readonly seed: number;
  readonly planHash: string | null;
  readonly recordHash: string | null;
  readonly runId: string | null;
  /** Runs the raid of the cell again; null where nothing was flown. */
  readonly command: string | null;
}

/** Missiles, all of them. */
export interface CellRaid {
  readonly flown_count: number;
  /** Upper end of a raid: what the first sources count, and the lowest and highest of all sources. */
  readonly exist_count: number;
  readonly existLow_count: number;
  readonly existHigh_count: number;
  /** Warheads of the raid that is flown. */
  readonly lethal_count: number;
  readonly entries: readonly RaidOfCell[];
  readonly counts: readonly { readonly title: string; readonly force: string; readonly counted: string; readonly count: number; readonly share: number; readonly source: string; readonly standing: string }[];
}

/** Per lethal object of the raid, means over runs. */
export interface Opportunities {
  /** Entries of the shield that could have met it; that had evidence in time; that had permission in time. */
  readonly inReach: number;
  readonly withTrack: number;
  readonly released: number;
  readonly shots: number;
  readonly layers: readonly { readonly name: string; readonly inReach: number; readonly withTrack: number; readonly released: number; readonly shots: number; readonly intercepted: number }[];
}

/** One size of raid. */
export interface CellPoint {
  readonly missiles_count: number;
  readonly runs: number;
  readonly leakage: Interval;
  readonly intercepted: Interval;
  readonly noLeaker: Interval;
  readonly planHash: string;
  readonly recordHash: string;
  readonly runId: string;
  readonly command: string;
}
