/** A missile that enters a low orbit and leaves it before it has gone round: the numbers of its class, shaped as in the plan. */
import type { Booster } from '../booster.js';

export interface FractionalOrbitalMissile extends Booster {
  readonly orbitAltitude_m: number;
  /** Change of velocity of the burn that takes it out of orbit, against the motion, and how long it burns. */
  readonly deorbit_mps: number;
  readonly deorbitBurn_s: number;
}
