/** Columns that every run of a study leaves, one row a run, in one buffer. Means and percentiles are taken from them. */
import { createTable } from '../../kernel/table.js';
import type { Table } from '../../kernel/table.js';
import { KILL_PHASES } from '../../engine/record/kill-phase.js';
import { FUNNEL_STEPS } from '../../engine/record/layer-funnel.js';
import { LEAK_CAUSES } from '../../engine/record/record.js';

const FIXED = {
  launched: 'i32', failed: 'i32', detected: 'i32', tracked: 'i32', assigned: 'i32', killed: 'i32', leaked: 'i32', prevented: 'i32', disrupted: 'i32',
  firstDetection_s: 'f64', confirmed_s: 'f64', protected: 'f64', untouched: 'f64',
} as const;

/** The eight words of a run's SHA-256 digest. */
export const DIGEST_COLUMNS = ['digest0', 'digest1', 'digest2', 'digest3', 'digest4', 'digest5', 'digest6', 'digest7'] as const;
export const LAYER_COUNTS = ['engaged', 'intercepted', 'shots', ...FUNNEL_STEPS] as const;

export type OutcomeTable = Table<typeof FIXED> & Table<Record<string, 'i32'>>;

export const layerColumn = (element: number, what: (typeof LAYER_COUNTS)[number]): string => `layer${element}_${what}`;
export const phaseColumn = (phase: string): string => `phase_${phase}`;
export const causeColumn = (cause: string): string => `cause_${cause}`;

/** A table for `runs` rows and this many shells and batteries; pass `buffer` to read one that arrived from a worker. */
export function createOutcomeTable(elements: number, runs: number, buffer?: ArrayBuffer): OutcomeTable {
  const columns: Record<string, 'i32' | 'f64'> = { ...FIXED };
  for (let e = 0; e < elements; e++) for (const what of LAYER_COUNTS) columns[layerColumn(e, what)] = 'i32';
  for (const phase of KILL_PHASES) columns[phaseColumn(phase)] = 'i32';
  for (const cause of LEAK_CAUSES) columns[causeColumn(cause)] = 'i32';
  for (const word of DIGEST_COLUMNS) columns[word] = 'i32';
  return createTable(columns, runs, buffer) as unknown as OutcomeTable;
}
