/**
 * What a propagated Walker pattern has in view at every mask, from one table: for each point of an even net and each moment of a round,
 * how far (at the Earth's centre) the nearest satellite is. A mask is a cap, and a point is in view when that distance is within it.
 * The globe turns below the pattern, which moves no share of the whole.
 */
import { shellPositions } from '../../src/models/constellation/shell-positions.js';
import { type ShellMotion, shellMotion, type WalkerShell } from '../../src/models/constellation/walker.js';

export interface Pattern {
  readonly planes: number;
  readonly perPlane: number;
  readonly phasing: number;
  readonly altitude_m: number;
  readonly inclination_rad: number;
}

export interface Cover {
  meanShare(cap_rad: number): number;
  leastShare(cap_rad: number): number;
}

const POINTS = 3000;
/** Few points tell most patterns with holes from those without. */
const FEW_POINTS = 200;
const MOMENTS = 12;
const GOLDEN = (1 + Math.sqrt(5)) / 2;

export function coverOf(pattern: Pattern): Cover {
  const sky = createSky(pattern);
  const cosines = Float64Array.from({ length: POINTS * MOMENTS }, (_, i) => sky.nearestCosine(i % POINTS, POINTS, Math.floor(i / POINTS) / MOMENTS));
  const shareOf = (moment: number, least: number): number => {
    let seen = 0;
    for (let i = moment * POINTS; i < (moment + 1) * POINTS; i++) if ((cosines[i] ?? -1) >= least) seen++;
    return seen / POINTS;
  };
  const shares = (cap_rad: number): number[] => Array.from({ length: MOMENTS }, (_, moment) => shareOf(moment, Math.cos(cap_rad)));
  return {
    meanShare: (cap_rad) => shares(cap_rad).reduce((sum, share) => sum + share, 0) / MOMENTS,
    leastShare: (cap_rad) => Math.min(...shares(cap_rad)),
  };
}

/** Greatest distance from any place at any moment to the nearest satellite: the worst of the net, moved on until nothing is worse. */
export function widestHole_rad(pattern: Pattern): number {
  const sky = createSky(pattern);
  let widest = 1;
  for (let moment = 0; moment < MOMENTS; moment++) {
    let worst = 0, least = 1;
    for (let point = 0; point < POINTS; point++) {
      const cosine = sky.nearestCosine(point, POINTS, moment / MOMENTS);
      if (cosine < least) [worst, least] = [point, cosine];
    }
    const [up, turn] = placeOf(worst, POINTS);
    widest = Math.min(widest, deepest(sky, [Math.asin(up), turn, moment / MOMENTS], least));
  }
  return Math.acos(widest);
}

/** Fewest satellites of an even pattern whose holes are no wider than a cap. */
export function fewestThatCover(orbit: Pick<Pattern, 'altitude_m' | 'inclination_rad'>, cap_rad: number): number {
  let fewest = Infinity;
  for (let planes = 4; planes <= 12; planes++) {
    for (let perPlane = 6; planes * perPlane < fewest && perPlane <= 24; perPlane++) {
      for (let phasing = 0; phasing < planes && planes * perPlane < fewest; phasing++) {
        const pattern = { planes, perPlane, phasing, ...orbit };
        if (isSeenAtFew(pattern, Math.cos(cap_rad)) && widestHole_rad(pattern) <= cap_rad) fewest = planes * perPlane;
      }
    }
  }
  return fewest;
}

function isSeenAtFew(pattern: Pattern, least: number): boolean {
  const sky = createSky(pattern);
  for (let i = 0; i < FEW_POINTS * MOMENTS; i++) if (sky.nearestCosine(i % FEW_POINTS, FEW_POINTS, Math.floor(i / FEW_POINTS) / MOMENTS) < least) return false;
  return true;
}

/** Steps in latitude, turn about the pole and time that shrink when none of them helps. */
function deepest(sky: Sky, start: readonly [number, number, number], cosine: number): number {
  let best = cosine;
  const at = [...start];
  for (let step = 0.05; step > 1e-4;) {
    let moved = false;
    for (let axis = 0; axis < 3; axis++) for (const by of [step, -step]) {
      const tried = at.map((value, i) => (i === axis ? value + by : value));
      const [latitude = 0, turn = 0, moment = 0] = tried;
      const there = sky.nearestTo(Math.sin(latitude), turn, moment);
      if (there < best) {
        best = there;
        at.splice(0, 3, ...tried);
        moved = true;
      }
    }
    if (!moved) step /= 2;
  }
  return best;
}

interface Sky {
  /** Cosine of the distance from a place (height over the equator, turn about the pole) to the nearest satellite. */
  nearestTo(up: number, turn: number, moment: number): number;
  nearestCosine(point: number, points: number, moment: number): number;
}

function placeOf(point: number, points: number): [number, number] {
  return [1 - (2 * point + 1) / points, 2 * Math.PI * ((point * GOLDEN) % 1)];
}

/** Moments are shares of the time from one slot to the next, after which the pattern stands as before. */
function createSky(pattern: Pattern): Sky {
  const shell: WalkerShell = { altitude_m: pattern.altitude_m, inclination_rad: pattern.inclination_rad, planes_count: pattern.planes, perPlane_count: pattern.perPlane, phasing: pattern.phasing };
  const motion: ShellMotion = shellMotion(shell), count = pattern.planes * pattern.perPlane;
  const [x, y, z] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const span_s = (2 * Math.PI) / pattern.perPlane / motion.latitudeRate_radps;
  let placed = NaN;
  const nearestTo = (up: number, turn: number, moment: number): number => {
    if (moment !== placed) shellPositions(shell, motion, 0, 0, moment * span_s, 0, x, y, z);
    placed = moment;
    const across = Math.sqrt(Math.max(0, 1 - up * up)), px = across * Math.cos(turn), py = across * Math.sin(turn);
    let best = -Infinity;
    for (let i = 0; i < count; i++) best = Math.max(best, px * (x[i] ?? 0) + py * (y[i] ?? 0) + up * (z[i] ?? 0));
    return Math.min(1, best / motion.radius_m);
  };
  return { nearestTo, nearestCosine: (point, points, moment) => nearestTo(...placeOf(point, points), moment) };
}
