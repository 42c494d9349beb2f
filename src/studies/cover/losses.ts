/**
 * What coverage loses when some watchers are out: counted at the very looks at which the whole is counted, from the runs of cells of
 * those that are out. A cell loses its view where all that see it are among them, and its second where fewer than two are left.
 */
import { addRuns } from './rings.js';
import type { Look } from './looks.js';
import type { Region } from './tally.js';

export interface LossGroup {
  readonly name: string;
  readonly kind: 'sensor' | 'nation' | 'degraded';
  readonly watchers: readonly number[];
}

export interface Loss {
  readonly name: string;
  readonly kind: LossGroup['kind'];
  readonly watchers_count: number;
  /** By region: shares of time and area that are lost. */
  readonly regions: readonly { readonly region: string; readonly seen: number; readonly stereo: number }[];
}

export interface LossCounter {
  add(look: Look): void;
  losses(regions: readonly Region[]): Loss[];
}

export function createLossCounter(groups: readonly LossGroup[], cells_count: number): LossCounter {
  const seen = groups.map(() => new Int32Array(cells_count)), stereo = groups.map(() => new Int32Array(cells_count));
  const changes = new Int32Array(cells_count + 1);
  let looks = 0;
  return {
    add(look) {
      looks++;
      groups.forEach(({ watchers }, g) => {
        if (watchers.length === 1) loseOne(look, watchers[0], seen[g], stereo[g]);
        else loseMany(look, watchers, changes, seen[g], stereo[g]);
      });
    },
    losses: (regions) => groups.map(({ name, kind, watchers }, g) => ({
      name, kind, watchers_count: watchers.length,
      regions: regions.map((region) => {
        let inside = 0, lostSeen = 0, lostStereo = 0;
        for (let c = 0; c < cells_count; c++) {
          if (region.cells[c] === 0) continue;
          inside++;
          lostSeen += seen[g][c];
          lostStereo += stereo[g][c];
        }
        const whole = Math.max(1, inside) * Math.max(1, looks);
        return { region: region.name, seen: lostSeen / whole, stereo: lostStereo / whole };
      }),
    })),
  };
}

function loseOne({ runs, start, inView }: Look, w: number, seen: Int32Array, stereo: Int32Array): void {
  for (let i = start[w]; i < start[w + 1]; i += 2) {
    for (let c = runs[i]; c < runs[i + 1]; c++) {
      if (inView[c] === 1) seen[c]++;
      else if (inView[c] === 2) stereo[c]++;
    }
  }
}

function loseMany({ runs, start, inView }: Look, watchers: readonly number[], changes: Int32Array, seen: Int32Array, stereo: Int32Array): void {
  changes.fill(0);
  for (const w of watchers) addRuns(runs, start[w], start[w + 1], changes);
  let out = 0;
  for (let c = 0; c < inView.length; c++) {
    out += changes[c];
    if (out === 0) continue;
    const left = inView[c] - out;
    if (left > 1) continue;
    if (left === 0) seen[c]++;
    if (inView[c] > 1) stereo[c]++;
  }
}
