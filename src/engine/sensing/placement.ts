/** What a run draws for a sensor that moves: node and phase of a shell, and how far an elliptical system is in its round. */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { TAU } from '../../kernel/maths.js';
import { STREAM } from '../../kernel/random.js';
import type { Luck } from '../../kernel/random.js';
import type { NetworkSensor } from './sensor-network.js';

/** A `Placement` that is written anew for each run. */
export interface DrawnPlacement {
  epoch_s: number;
  node_rad: number;
  phase_rad: number;
  shift_s: number;
}

const SIDEREAL_DAY_S = TAU / EARTH_RATE_RADPS;

export function drawPlacement({ placementKey: key }: NetworkSensor, luck: Luck, run: number, epoch_s: number, placement: DrawnPlacement): void {
  placement.epoch_s = epoch_s;
  placement.node_rad = luck.uniform(STREAM.shell, run, key, 0, 0) * TAU;
  placement.phase_rad = luck.uniform(STREAM.shell, run, key, 0, 1) * TAU;
  // Two rounds of an orbit of half a day, one of a whole day.
  placement.shift_s = luck.uniform(STREAM.shell, run, key, 0, 2) * SIDEREAL_DAY_S;
}
