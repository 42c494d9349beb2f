/**
 * Coverage of the Earth by a set of sensors over a watch: who has each cell in view, look after look. Everything is counted as looks
 * go by; what is dear (pairs of lines of sight, random losses) is taken at some looks only, and says at how many.
 */
import type { EqualAreaCells } from '../../kernel/earth/equal-area-cells.js';
import { createLooker, type Look } from './looks.js';
import { createLossCounter, type Loss, type LossGroup } from './losses.js';
import { createLossDraws, type RandomLosses } from './random-losses.js';
import { createStereoSample, type StereoGeometry, type StereoSample } from './stereo-sample.js';
import { coverOf, createTally, tallyLook, type CoverTally, type Region, type RegionCover } from './tally.js';
import type { Watchers } from './watchers.js';

export interface CoverInputs {
  readonly cells: EqualAreaCells;
  readonly watchers: Watchers;
  readonly altitude_m: number;
  readonly duration_s: number;
  readonly step_s: number;
  /** At most eight. */
  readonly regions: readonly Region[];
  readonly groups: readonly LossGroup[];
  readonly lose?: { readonly lost_count: number; readonly satellites: readonly number[]; readonly draws: number; readonly seed: number };
}

export interface CoverAnswer {
  readonly looks: number;
  readonly regions: readonly RegionCover[];
  /** Share of the Earth that one watcher of each sensor sees, on average. */
  readonly each: readonly number[];
  readonly stereo: { readonly looks: number; readonly regions: readonly StereoGeometry[] };
  readonly losses: readonly Loss[];
  readonly random: RandomLosses | null;
  readonly tally: CoverTally;
  readonly sample: StereoSample;
}

/** Looks at which random losses are counted, at most. */
const DRAW_LOOKS = 48;
/** Lines of sight of a look that are joined in pairs, times looks: about a second of work. */
const STEREO_WORK = 2e7;
const STEREO_LOOKS = 48;

export function looksOf(duration_s: number, step_s: number): number {
  return Math.max(1, Math.floor(duration_s / step_s));
}

export function cover(inputs: CoverInputs, onLook: (done: number, total: number) => void = () => undefined): CoverAnswer {
  const { cells, watchers, altitude_m, regions, groups, step_s, lose } = inputs, looks = looksOf(inputs.duration_s, step_s);
  const looker = createLooker(cells, watchers, altitude_m), tally = createTally(cells.cells_count), losses = createLossCounter(groups, cells.cells_count);
  const sample = createStereoSample(cells, watchers.sensors, looker.sensorOf, altitude_m, regions);
  const draws = lose === undefined ? undefined : createLossDraws({ ...lose, regions, cells_count: cells.cells_count });
  const seenBy = new Float64Array(watchers.sensors.length);
  let stereoEvery = 1, stereoLooks = 0;
  const drawEvery = Math.max(1, Math.ceil(looks / DRAW_LOOKS));
  for (let look = 0; look < looks; look++) {
    looker.at(look * step_s);
    tallyLook(tally, looker.look.inView);
    countSeen(looker.look, looker.sensorOf, seenBy);
    if (look === 0) stereoEvery = everyFor(looker.look, looks);
    if (look % stereoEvery === 0) {
      sample.add(looker.look);
      stereoLooks++;
    }
    if (groups.length > 0) losses.add(looker.look);
    if (look % drawEvery === 0) draws?.add(looker.look);
    onLook(look + 1, looks);
  }
  return {
    looks, tally, sample,
    regions: regions.map((region) => coverOf(tally, region, step_s)),
    each: watchers.sensors.map(({ watchers_count }, s) => seenBy[s] / (Math.max(1, watchers_count) * looks * cells.cells_count)),
    stereo: { looks: stereoLooks, regions: sample.geometry() },
    losses: losses.losses(regions),
    random: draws?.result() ?? null,
  };
}

function countSeen({ runs, start }: Look, sensorOf: Int32Array, seenBy: Float64Array): void {
  for (let w = 0; w < sensorOf.length; w++) for (let i = start[w]; i < start[w + 1]; i += 2) seenBy[sensorOf[w]] += runs[i + 1] - runs[i];
}

/** So few looks that all pairs of lines of sight stay within the work that is meant for them. */
function everyFor({ inView }: Look, looks: number): number {
  let pairs = 0;
  for (const count of inView) pairs += (count * (count + 1)) / 2;
  const affordable = Math.max(1, Math.min(STEREO_LOOKS, Math.floor(STEREO_WORK / Math.max(1, pairs))));
  return Math.max(1, Math.ceil(looks / affordable));
}
