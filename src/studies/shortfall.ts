/**
 * Which countries the payloads of missiles stopped in boost fall on. A boost kill ends the thrust and harms nothing on board: what
 * fell short of the defended territory fell on somebody.
 */
import { boundedMeanInterval } from '../kernel/statistics/bounded-mean.js';
import { FALL_SIZE } from '../engine/flights/falls.js';
import { isInside, unrollRings } from '../engine/flights/shortfall.js';
import type { Territory } from '../scenario/plan/plan.js';

export interface CountryShortfall {
  /** Name as on the map; `sea` for what falls on no country. */
  readonly country: string;
  /** Lethal objects that fall on it in one attack. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export const SEA = 'sea';

export interface ShortfallTally {
  /** Takes in runs: their falls one after the other, and how many numbers of each run. */
  add(falls: Float64Array, perRun: Int32Array): void;
  /** Most first; none when nothing was stopped in boost. */
  rows(confidence?: number): CountryShortfall[];
}

/** `most` lethal objects are launched in an attack. */
export function createShortfallTally(countries: readonly Territory[], most: number): ShortfallTally {
  const outlines = countries.map((territory) => unrollRings(territory)), known = new Map<string, number>();
  const runsBy = new Map<number, Float64Array>(), inRun = new Map<number, number>();
  let runs = 0;
  // A flight's ascent has some hundred rows, so the same places come again and again.
  const countryAt = (lat_rad: number, lon_rad: number): number => {
    const key = `${lat_rad} ${lon_rad}`, before = known.get(key);
    if (before !== undefined) return before;
    const found = outlines.findIndex((rings) => isInside(rings, lat_rad, lon_rad));
    known.set(key, found);
    return found;
  };
  return {
    add(falls, perRun) {
      let at = 0;
      for (const numbers of perRun) {
        inRun.clear();
        for (const end = at + numbers; at < end; at += FALL_SIZE) {
          const country = countryAt(falls[at], falls[at + 1]);
          inRun.set(country, (inRun.get(country) ?? 0) + falls[at + 2]);
        }
        for (const [country, objects] of inRun) {
          // Runs before the first fall on a country had none.
          const counts = runsBy.get(country) ?? new Float64Array(most + 1);
          counts[objects]++;
          runsBy.set(country, counts);
        }
        runs++;
      }
    },
    rows(confidence = 0.95) {
      const rows = [...runsBy].map(([country, counts]): CountryShortfall => {
        const all = Float64Array.from(counts), some = counts.reduce((sum, count) => sum + count, 0);
        all[0] = runs - some;
        const { mean, low, high } = boundedMeanInterval(all.map((_, objects) => objects / most), all, confidence);
        return { country: countries[country]?.name ?? SEA, mean: most * mean, low: most * low, high: most * high };
      });
      return rows.sort((a, b) => b.mean - a.mean || (a.country < b.country ? -1 : 1));
    },
  };
}
