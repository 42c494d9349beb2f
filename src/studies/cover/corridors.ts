/**
 * Custody of flights from launch to impact: who sees each of them, look by look, for launches at many moments of the watch, as
 * satellites and flights are then. A corridor is one class of missile from one place to another.
 */
import { median } from '../../kernel/statistics/statistics.js';
import { custodyOf, type Custody } from './custody.js';

export interface Corridor {
  readonly attack: string;
  readonly missile: string;
  readonly from: string;
  readonly to: string;
  readonly flightTime_s: number;
  /** Launched at a moment of the watch: fills one row of watchers, 1 where the watcher sees the missile at that age. */
  look(launch_s: number, age_s: number, row: Uint8Array): void;
}

export interface CorridorCustody extends Pick<Corridor, 'attack' | 'missile' | 'from' | 'to' | 'flightTime_s'> {
  readonly launches: number;
  /** Launches that nobody ever sees. */
  readonly unseen: number;
  /** Shares of the flight, on average over launches and for the worst of them. */
  readonly seen: { readonly mean: number; readonly least: number };
  readonly stereo: { readonly mean: number; readonly least: number };
  /** Of launches that are seen: middle and latest; null where none is. */
  readonly firstSeen_s: { readonly median: number; readonly latest: number } | null;
  readonly firstStereo_s: { readonly median: number; readonly latest: number } | null;
  readonly longestGap_s: { readonly mean: number; readonly most: number };
  readonly gaps: number;
  readonly handOvers: { readonly mean: number; readonly most: number };
  readonly latency_s: number | null;
}

export function custodyAlong(corridor: Corridor, reportDelay_s: readonly number[], launches_s: readonly number[], step_s: number): CorridorCustody {
  const { attack, missile, from, to, flightTime_s } = corridor, looks_count = Math.floor(flightTime_s / step_s) + 1, sensors_count = reportDelay_s.length;
  const view = new Uint8Array(looks_count * sensors_count);
  const held = launches_s.map((launch_s) => {
    for (let look = 0; look < looks_count; look++) corridor.look(launch_s, look * step_s, view.subarray(look * sensors_count, (look + 1) * sensors_count));
    return custodyOf({ looks_count, sensors_count, step_s, view }, reportDelay_s);
  });
  const values = (of: (custody: Custody) => number | null): number[] => held.flatMap((custody) => of(custody) ?? []);
  const first = values(({ firstSeen_s }) => firstSeen_s), firstStereo = values(({ firstStereo_s }) => firstStereo_s), latency = values(({ latency_s }) => latency_s);
  const seen = values((custody) => custody.seen), stereo = values((custody) => custody.stereo), gap = values(({ longestGap_s }) => longestGap_s), handOvers = values((custody) => custody.handOvers);
  return {
    attack, missile, from, to, flightTime_s, launches: held.length, unseen: held.length - first.length,
    seen: { mean: meanOf(seen), least: Math.min(...seen) }, stereo: { mean: meanOf(stereo), least: Math.min(...stereo) },
    firstSeen_s: middleAndLast(first), firstStereo_s: middleAndLast(firstStereo),
    longestGap_s: { mean: meanOf(gap), most: Math.max(...gap) }, gaps: meanOf(values(({ gaps }) => gaps)),
    handOvers: { mean: meanOf(handOvers), most: Math.max(...handOvers) }, latency_s: latency.length === 0 ? null : meanOf(latency),
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function middleAndLast(values: readonly number[]): { median: number; latest: number } | null {
  return values.length === 0 ? null : { median: median(values), latest: Math.max(...values) };
}
