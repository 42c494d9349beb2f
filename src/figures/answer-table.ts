/** An answer as a table for spreadsheets: its figures with unit and meaning, and what got through in every simulated attack. */
import { LEAK_CAUSES } from '../engine/record/record.js';
import type { Summary } from '../studies/runs/summary.js';

/** Heads and rows, as a writer of CSV takes them. */
export interface PlainTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface AnswerIdentity {
  readonly runId: string;
  readonly version: string;
  readonly engineVersion: string;
  readonly dataHash: string;
}

export interface BandRow {
  readonly low: number | null;
  readonly high: number | null;
  readonly draws: number;
}

type Cell = string | number | null;

/** One figure a row: what it is, mean, low and high, its unit, and what low and high mean. */
export function answerTable(summary: Summary, { runId, version, engineVersion, dataHash }: AnswerIdentity, overAssumptions?: BandRow): PlainTable {
  const { leakage, intercepted, noLeaker, gotThrough, funnel, leakCauses, killsByPhase, protection, layers, warning } = summary;
  const simulation = '95 % interval of simulation error';
  const rows: Cell[][] = [
    ['leakage', leakage.mean, leakage.low, leakage.high, 'share of missiles launched', simulation],
    ['intercepted', intercepted.mean, intercepted.low, intercepted.high, 'share of missiles launched', simulation],
    ['noLeaker', noLeaker.mean, noLeaker.low, noLeaker.high, 'share of attacks', simulation],
    ['gotThrough', gotThrough.mean, gotThrough.p5, gotThrough.p95, 'missiles of one attack', 'chance: 5th and 95th percentile of attacks'],
    ...(overAssumptions === undefined ? [] : [['overAssumptions', null, overAssumptions.low, overAssumptions.high, 'share of missiles launched', `not known: smallest and largest mean over ${overAssumptions.draws} draws; no probability`]]),
    ...Object.entries(funnel).map(([step, mean]): Cell[] => [`funnel.${step}`, mean, null, null, 'missiles of one attack', 'mean']),
    ...LEAK_CAUSES.map((cause): Cell[] => [`leakCauses.${cause}`, leakCauses[cause], null, null, 'missiles of one attack', 'mean']),
    ...layers.flatMap(({ name, engaged, intercepted: stopped, shots }, i): Cell[][] => [[`layers[${i}].engaged`, engaged], [`layers[${i}].intercepted`, stopped], [`layers[${i}].shots`, shots]].map(([key, mean]) => [key ?? null, mean ?? null, null, null, key === `layers[${i}].shots` ? 'shots of one attack' : 'missiles of one attack', `mean, ${name}`])),
    ...(summary.before === undefined ? [] : [['before.launchPrevented', summary.before.launchPrevented_prob, null, null, 'share of missiles planned', 'taken as given, not worked out'], ['before.nonKinetic', summary.before.nonKinetic_prob, null, null, 'share of missiles launched', 'taken as given, not worked out']]),
    ...layers.flatMap(({ name, funnel: steps }, i) => Object.entries(steps).map(([step, mean]): Cell[] => [`layers[${i}].funnel.${step}`, mean, null, null, 'missiles of one attack', `mean, ${name}`])),
    ...Object.entries(killsByPhase).map(([phase, mean]): Cell[] => [`killsByPhase.${phase}`, mean, null, null, 'missiles of one attack', 'mean']),
    ['protection.share', protection.share.mean, protection.share.low, protection.share.high, protection.weighedBy === 'population' ? 'share of people aimed at' : 'share of missiles launched', simulation],
    ['protection.untouched', protection.untouched.mean, protection.untouched.low, protection.untouched.high, protection.weighedBy === 'population' ? 'share of people aimed at' : 'share of missiles launched', simulation],
    ['warning.firstDetection_s', warning.firstDetection_s, null, null, 's', 'median from the first launch'],
    ['warning.confirmed_s', warning.confirmed_s, null, null, 's', 'median from the first launch'],
    ...[['runs', summary.runs], ['seed', summary.seed], ['runId', runId], ['planHash', summary.planHash], ['recordHash', summary.recordHash], ['version', version], ['engineVersion', engineVersion], ['dataHash', dataHash]].map(([key, value]): Cell[] => [key ?? null, value ?? null, null, null, '', '']),
  ];
  return { heads: ['figure', 'value', 'low', 'high', 'unit', 'meaning'], rows };
}

/** Missiles that got through, by attack; attacks are counted from 0 as in `cupola replay --run`. */
export function attacksTable(summary: Summary): PlainTable {
  return { heads: ['run', 'gotThrough_count'], rows: Array.from(summary.leakedByRun, (leaked, run) => [run, leaked]) };
}
