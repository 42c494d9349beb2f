/**
 * What G3 counts: satellites of a shell near each of 2,000 places, epoch after epoch, end to end with their positions. Run by
 * itself it counts a day of 20,000 satellites and prints the most memory that the whole process ever held:
 *
 *   node dist/benchmarks/reach-day.js
 */
import { EARTH_RATE_RADPS } from '../src/kernel/constants.js';
import { createNearCounter } from '../src/kernel/orbit/near-counts.js';
import { shellPositions } from '../src/models/constellation/shell-positions.js';
import { shellMotion, type WalkerShell } from '../src/models/constellation/walker.js';
import { isMain } from '../tools/source-files.js';

export const PLACES = 2_000, DAY_EPOCHS = 1_440, STEP_S = 60, REACH_M = 1e6, EARTH_M = 6_378_137;
const ORBITS = { altitude_m: 350_000, inclination_rad: 0.8726646259971648, phasing: 1 };
export const SHELLS = {
  1_000: { ...ORBITS, planes_count: 20, perPlane_count: 50 },
  7_800: { ...ORBITS, planes_count: 100, perPlane_count: 78 },
  20_000: { ...ORBITS, planes_count: 200, perPlane_count: 100 },
};

/** Places even over the globe: a golden spiral. */
export const places = new Float64Array(3 * PLACES);
for (let i = 0; i < PLACES; i++) {
  const z = 1 - (2 * i + 1) / PLACES, across = Math.sqrt(1 - z * z), angle = i * Math.PI * (3 - Math.sqrt(5));
  places.set([EARTH_M * across * Math.cos(angle), EARTH_M * across * Math.sin(angle), EARTH_M * z], 3 * i);
}

export interface ReachDay {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly counts: Int32Array;
  /** Positions and counts of one epoch. */
  look(epoch: number): void;
}

export function startDay(shell: WalkerShell): ReachDay {
  const motion = shellMotion(shell), satellites = shell.planes_count * shell.perPlane_count, counts = new Int32Array(PLACES);
  const x = new Float64Array(satellites), y = new Float64Array(satellites), z = new Float64Array(satellites);
  const counter = createNearCounter(motion.radius_m, REACH_M, places, satellites);
  return {
    x, y, z, counts,
    look(epoch) {
      shellPositions(shell, motion, 0, 0, epoch * STEP_S, EARTH_RATE_RADPS * epoch * STEP_S, x, y, z);
      counter.count(x, y, z, counts);
    },
  };
}

/** Sum of all counts. */
export function countEpochs(shell: WalkerShell, epochs: number): number {
  const day = startDay(shell);
  let total = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    day.look(epoch);
    for (let p = 0; p < PLACES; p++) total += day.counts[p] ?? 0;
  }
  return total;
}

if (isMain(import.meta.url)) {
  countEpochs(SHELLS[20_000], DAY_EPOCHS);
  console.log(process.resourceUsage().maxRSS / 1024);
}
