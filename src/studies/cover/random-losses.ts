/**
 * Coverage after satellites are lost at random: many draws of which ones, all counted at the same looks. The draw is the unit: the
 * interval of the mean is over draws, the percentiles are of single draws.
 */
import { Luck, STREAM } from '../../kernel/random.js';
import { meanInterval, percentile } from '../../kernel/statistics/statistics.js';
import { addRuns } from './rings.js';
import type { Look } from './looks.js';
import type { Region } from './tally.js';

export interface RandomLosses {
  readonly lost_count: number;
  readonly of_count: number;
  readonly draws: number;
  readonly looks: number;
  readonly regions: readonly { readonly region: string; readonly seen: Spread; readonly stereo: Spread }[];
}

/** Over draws: 95 % interval of the mean, and the 5th and 95th percentile of single draws. */
export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly p5: number;
  readonly p95: number;
}

export interface LossDraws {
  add(look: Look): void;
  result(): RandomLosses;
}

export interface DrawInputs {
  readonly satellites: readonly number[];
  readonly lost_count: number;
  readonly draws: number;
  readonly seed: number;
  readonly regions: readonly Region[];
  readonly cells_count: number;
}

export function createLossDraws({ satellites, lost_count, draws, seed, regions, cells_count }: DrawInputs): LossDraws {
  const luck = new Luck(seed), lost = Array.from({ length: draws }, (_, draw) => chooseLost(luck, draw, satellites, lost_count));
  const seen = lost.map(() => new Float64Array(regions.length)), stereo = lost.map(() => new Float64Array(regions.length));
  const changes = new Int32Array(cells_count + 1), member = memberships(regions, cells_count);
  const insides = regions.map(({ cells }) => cells.reduce((sum, isIn) => sum + isIn, 0));
  let looks = 0;
  return {
    add({ runs, start, inView }) {
      looks++;
      lost.forEach((watchers, draw) => {
        changes.fill(0);
        for (const w of watchers) addRuns(runs, start[w], start[w + 1], changes);
        let out = 0;
        for (let c = 0; c < cells_count; c++) {
          out += changes[c];
          const left = inView[c] - out;
          if (left === 0) continue;
          for (let r = 0, bits = member[c]; bits > 0; r++, bits >>= 1) {
            if ((bits & 1) === 0) continue;
            seen[draw][r]++;
            if (left > 1) stereo[draw][r]++;
          }
        }
      });
    },
    result: () => ({
      lost_count, of_count: satellites.length, draws, looks,
      regions: regions.map(({ name }, r) => {
        const share = (sums: readonly Float64Array[]): Spread => spreadOf(sums.map((sum) => sum[r] / (Math.max(1, insides[r]) * looks)));
        return { region: name, seen: share(seen), stereo: share(stereo) };
      }),
    }),
  };
}

/** The satellites with the smallest draws: with one more lost, the others are the same. */
function chooseLost(luck: Luck, draw: number, satellites: readonly number[], lost_count: number): number[] {
  const ranked = satellites.map((watcher, index) => ({ watcher, rank: luck.uniform(STREAM.satelliteLoss, draw, index, 0, 0) }));
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, lost_count).map(({ watcher }) => watcher);
}

/** A bit for each region that holds the cell. */
function memberships(regions: readonly Region[], cells_count: number): Uint8Array {
  const member = new Uint8Array(cells_count);
  regions.forEach(({ cells }, r) => cells.forEach((isIn, c) => (member[c] |= isIn << r)));
  return member;
}

/** Student's interval: coverage hardly scatters from draw to draw, and no draw is a rare disaster of another kind. */
function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const { mean, low, high } = meanInterval(values.length, values.reduce((sum, value) => sum + value, 0), values.reduce((sum, value) => sum + value * value, 0));
  return { mean, low: Math.max(0, low), high: Math.min(1, high), p5: percentile(sorted, 5), p95: percentile(sorted, 95) };
}
