/**
 * How flights are held by some of the sensors alone, launch by launch over a watch: shares of each flight with one and with two or more
 * in view, and gaps. The launches are spread evenly over the watch; each is one observation of where the satellites happen to be.
 */
import { createNetwork } from '../../engine/sensing/sensor-network.js';
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Interval } from '../runs/summary.js';
import { custodyOf } from './custody.js';
import { planCorridors } from './plan-corridors.js';
import { watcherOrder } from './plan-watchers.js';

export interface TrackedFlight {
  readonly missile: string;
  readonly from: string;
  readonly to: string;
  readonly flightTime_s: number;
  readonly launches: number;
  readonly seen: Interval;
  readonly stereo: Interval;
  readonly longestGap_s: { readonly mean: number; readonly most: number };
  readonly handOvers: number;
  readonly latency_s: number | null;
}

export interface TrackWatch {
  readonly duration_s: number;
  readonly launches: number;
  /** Between looks. */
  readonly step_s: number;
  /** Most corridors; the first ones of the raid. */
  readonly corridors: number;
}

/** Flights that nobody can see are answered without looking. */
export function trackedFlights(plan: Plan, { duration_s, launches, step_s, corridors: most }: TrackWatch, onFlight: (done: number, total: number) => void = () => undefined): TrackedFlight[] {
  const corridors = planCorridors(plan).slice(0, most), delays = watcherDelays_s(plan);
  return corridors.map(({ missile, from, to, flightTime_s, look }, index) => {
    const looks_count = Math.floor(flightTime_s / step_s) + 1, view = new Uint8Array(looks_count * delays.length);
    const held = Array.from({ length: launches }, (_, k) => {
      const launch_s = (k * duration_s) / launches;
      for (let step = 0; delays.length > 0 && step < looks_count; step++) look(launch_s, step * step_s, view.subarray(step * delays.length, (step + 1) * delays.length));
      return custodyOf({ looks_count, sensors_count: delays.length, step_s, view }, delays);
    });
    onFlight(index + 1, corridors.length);
    const latencies = held.flatMap(({ latency_s }) => latency_s ?? []), gaps = held.map(({ longestGap_s, firstSeen_s }) => (firstSeen_s === null ? flightTime_s : longestGap_s));
    return {
      missile, from, to, flightTime_s, launches, seen: intervalOf(held.map(({ seen }) => seen)), stereo: intervalOf(held.map(({ stereo }) => stereo)),
      longestGap_s: { mean: meanOf(gaps), most: Math.max(...gaps) }, handOvers: meanOf(held.map(({ handOvers }) => handOvers)), latency_s: latencies.length === 0 ? null : meanOf(latencies),
    };
  });
}

function intervalOf(shares: readonly number[]): Interval {
  const { mean, low, high } = boundedMeanInterval(shares, undefined);
  return { mean, low, high };
}

/** In the order in which corridors fill their rows. */
function watcherDelays_s(plan: Plan): number[] {
  const network = createNetwork(plan);
  return watcherOrder(network).flatMap((index) => Array.from({ length: network[index].count }, () => plan.sensors[index].reportDelay_s));
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
