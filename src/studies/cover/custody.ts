/**
 * Who holds a missile from launch to impact, when it is known at each look which sensors see it. One sensor holds it for as long
 * as it sees it; when it loses it, the one of those that see it then takes over that will see it longest. Orbits are foretold,
 * so this can be done, and no other way needs fewer changes. A stretch that nobody sees is a gap; whoever sees it next takes it up
 * again without a hand-over.
 */

/** Sensors in view, look by look: `view[look * sensors_count + sensor]` is 1 where the sensor sees it. */
export interface FlightViews {
  readonly looks_count: number;
  readonly sensors_count: number;
  readonly step_s: number;
  readonly view: Uint8Array;
}

export interface Custody {
  /** Age at the first look that sees it; null where none does. */
  readonly firstSeen_s: number | null;
  /** The same for two sensors at once. */
  readonly firstStereo_s: number | null;
  /** Shares of the flight with one or more, two or more in view. */
  readonly seen: number;
  readonly stereo: number;
  /** Longest stretch that nobody sees after it was first seen, until impact; and how many such stretches there are. */
  readonly longestGap_s: number;
  readonly gaps: number;
  readonly handOvers: number;
  /** Reporting delay of those who hold it, on average over the time that it is held; null where nobody ever does. */
  readonly latency_s: number | null;
}

export function custodyOf({ looks_count, sensors_count, step_s, view }: FlightViews, reportDelay_s: readonly number[]): Custody {
  const until = seenUntil(looks_count, sensors_count, view);
  let first = -1, firstStereo = -1, seen = 0, stereo = 0, run = 0, longest = 0, gaps = 0, handOvers = 0, holder = -1, delay = 0;
  for (let look = 0; look < looks_count; look++) {
    const row = look * sensors_count;
    let count = 0;
    for (let s = 0; s < sensors_count; s++) count += view[row + s];
    if (count > 1) {
      stereo++;
      if (firstStereo < 0) firstStereo = look;
    }
    if (count === 0) {
      holder = -1;
      if (first < 0) continue;
      if (++run === 1) gaps++;
      if (run > longest) longest = run;
      continue;
    }
    seen++;
    run = 0;
    if (first < 0) first = look;
    if (holder < 0 || view[row + holder] === 0) {
      const next = longestFrom(until, row, sensors_count);
      if (holder >= 0) handOvers++;
      holder = next;
    }
    delay += reportDelay_s[holder];
  }
  return {
    firstSeen_s: first < 0 ? null : first * step_s, firstStereo_s: firstStereo < 0 ? null : firstStereo * step_s,
    seen: looks_count === 0 ? 0 : seen / looks_count, stereo: looks_count === 0 ? 0 : stereo / looks_count,
    longestGap_s: longest * step_s, gaps, handOvers, latency_s: seen === 0 ? null : delay / seen,
  };
}

/** For each look and sensor the look until which it sees without a break; 0 where it does not see. */
function seenUntil(looks_count: number, sensors_count: number, view: Uint8Array): Int32Array {
  const until = new Int32Array(looks_count * sensors_count);
  for (let look = looks_count - 1; look >= 0; look--) {
    for (let s = 0; s < sensors_count; s++) {
      const at = look * sensors_count + s;
      if (view[at] === 0) continue;
      const later = look + 1 < looks_count ? until[at + sensors_count] : 0;
      until[at] = later > 0 ? later : look + 1;
    }
  }
  return until;
}

function longestFrom(until: Int32Array, row: number, sensors_count: number): number {
  let best = 0;
  for (let s = 1; s < sensors_count; s++) if (until[row + s] > until[row + best]) best = s;
  return best;
}
