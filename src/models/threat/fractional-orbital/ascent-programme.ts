/** What is chosen for the way up, when the upper stages' steering acts, and the speed at which it ends. */
import { MU_EARTH_M3PS2 } from '../../../kernel/constants.js';
import { burnTime_s } from '../../../kernel/flight/flight-legs.js';
import type { FractionalOrbitalMissile } from './fractional-orbital-missile.js';

/** Everything that is chosen on the way up. */
export interface AscentProgramme {
  /** Direction and angle of the pitch-over. */
  readonly azimuth_rad: number;
  readonly kick_rad: number;
  /** Tangent of the thrust's angle above the horizontal when the second stage ignites and when the last is empty. */
  readonly startTangent: number;
  readonly endTangent: number;
}

export interface AscentOptions {
  /** Keep the table of the flight from here on. */
  readonly isRecording?: boolean;
  /** End when the second stage would ignite. */
  readonly isFirstStageOnly?: boolean;
}

/** Speed less that of a circular orbit through the same point. */
export function overCircular_mps(y: ArrayLike<number>): number {
  const r = Math.sqrt(y[0] * y[0] + y[1] * y[1] + y[2] * y[2]);
  return Math.sqrt(y[3] * y[3] + y[4] * y[4] + y[5] * y[5]) - Math.sqrt(MU_EARTH_M3PS2 / r);
}

/** From the second stage's ignition to the last one's depletion, by age. */
export function guidedSpan(missile: FractionalOrbitalMissile): { readonly start_s: number; readonly end_s: number } {
  let start_s = Infinity;
  let age_s = 0;
  missile.stages.forEach((stage, index) => {
    if (index === 1) start_s = age_s;
    age_s += burnTime_s(stage) + (index < missile.stages.length - 1 ? stage.coastAfter_s : 0);
  });
  return { start_s, end_s: age_s };
}
