/** A glider lifted by a rocket: the numbers of its class. The shape is the plan's, so a plan's threat can be passed as it is. */
import type { Booster } from '../booster.js';

export interface Brightness {
  readonly class: 'dim' | 'bright';
  readonly fromSpeed_mps: number;
  readonly belowAltitude_m: number;
}

export interface GlideMissile extends Booster {
  readonly liftToDrag: number;
  /** Mass over drag area while gliding at that lift-to-drag. */
  readonly glideCoefficient_kgpm2: number;
  readonly maxBank_rad: number;
  /** Apogee that the boost aims for. */
  readonly apogee_m: number;
  readonly glide: 'equilibrium' | 'skip';
  /** Greatest load in the pull-up and in turns. */
  readonly maxLoad_mps2: number;
  /** Below this speed it dives at its target. */
  readonly diveSpeed_mps: number;
  readonly brightness: readonly Brightness[];
}
