/**
 * What became of each cell over a watch: how many looks had it in view, by one and by two or more, how long it went unseen,
 * how often it came into view. Fed look by look, so that memory grows with cells and never with looks.
 * A gap is a run of looks without view; it is known to one step. Runs that the start or the end of the watch cuts count as they are.
 */

export interface CoverTally {
  looks_count: number;
  /** Looks with one or more in view, and with two or more. */
  readonly seen: Int32Array;
  readonly stereo: Int32Array;
  /** Gaps, the looks of the longest one, and of the one that is running. */
  readonly gaps: Int32Array;
  readonly longest: Int32Array;
  readonly running: Int32Array;
  /** Times that the cell came into view after a look without, and the looks of the first and the last of them. */
  readonly entries: Int32Array;
  readonly firstEntry: Int32Array;
  readonly lastEntry: Int32Array;
}

export function createTally(cells_count: number): CoverTally {
  const column = (): Int32Array => new Int32Array(cells_count);
  return { looks_count: 0, seen: column(), stereo: column(), gaps: column(), longest: column(), running: column(), entries: column(), firstEntry: column(), lastEntry: column() };
}

/** One look at all cells: how many have each in view. */
export function tallyLook(tally: CoverTally, inView: Uint16Array): void {
  const { seen, stereo, gaps, longest, running, entries, firstEntry, lastEntry, looks_count: look } = tally;
  for (let c = 0; c < inView.length; c++) {
    const count = inView[c];
    if (count === 0) {
      const run = running[c] + 1;
      running[c] = run;
      if (run === 1) gaps[c]++;
      if (run > longest[c]) longest[c] = run;
      continue;
    }
    seen[c]++;
    if (count > 1) stereo[c]++;
    if (running[c] > 0) {
      running[c] = 0;
      if (entries[c]++ === 0) firstEntry[c] = look;
      lastEntry[c] = look;
    }
  }
  tally.looks_count = look + 1;
}

/** A part of the sphere: 1 for its cells. */
export interface Region {
  readonly name: string;
  readonly cells: Uint8Array;
}

export interface RegionCover {
  readonly region: string;
  /** Share of the sphere. */
  readonly area: number;
  /** Share of time and area with one or more in view, and with two or more. */
  readonly seen: number;
  readonly stereo: number;
  /** Shares of its area that are in view at every look, and at none. */
  readonly always: number;
  readonly never: number;
  /** Longest gap of any cell, that of its cells on average, and all gaps on average; of cells seen at least once, null where no cell was. */
  readonly gap: { readonly longest_s: number; readonly meanLongest_s: number; readonly mean_s: number } | null;
  /** From coming into view to coming into view again, on average over cells that did so twice; null where none did. */
  readonly revisit_s: number | null;
}

export function coverOf(tally: CoverTally, { name, cells }: Region, step_s: number): RegionCover {
  const looks = tally.looks_count;
  let inside = 0, seen = 0, stereo = 0, always = 0, never = 0, longest = 0, sumLongest = 0, gaps = 0, unseen = 0, revisits = 0, revisited = 0;
  for (let c = 0; c < cells.length; c++) {
    if (cells[c] === 0) continue;
    inside++;
    seen += tally.seen[c];
    stereo += tally.stereo[c];
    if (tally.seen[c] === looks) always++;
    if (tally.seen[c] === 0) {
      never++;
      continue;
    }
    if (tally.longest[c] > longest) longest = tally.longest[c];
    sumLongest += tally.longest[c];
    gaps += tally.gaps[c];
    unseen += looks - tally.seen[c];
    if (tally.entries[c] > 1) {
      revisits += (tally.lastEntry[c] - tally.firstEntry[c]) / (tally.entries[c] - 1);
      revisited++;
    }
  }
  const share = (sum: number): number => (inside === 0 ? 0 : sum / inside);
  return {
    region: name, area: inside / cells.length, seen: share(seen) / looks, stereo: share(stereo) / looks, always: share(always), never: share(never),
    gap: inside === never ? null : { longest_s: longest * step_s, meanLongest_s: (sumLongest / (inside - never)) * step_s, mean_s: gaps === 0 ? 0 : (unseen / gaps) * step_s },
    revisit_s: revisited === 0 ? null : (revisits / revisited) * step_s,
  };
}
