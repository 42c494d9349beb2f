/**
 * The Sun's direction in the Earth-fixed frame at any moment, from a few exact ones: against the stars it moves a degree a day, so its
 * place every six hours and straight lines between are good to a thousandth of a degree.
 */
import { gmst_rad } from '../../kernel/epoch.js';
import { rotateZ } from '../../kernel/earth/frames.js';
import { sunDirection_ecef } from '../../models/sensor/sun.js';

const STEP_S = 6 * 3600;

export interface SunTable {
  /** Unit vector, to a part in a million, towards the Sun at a moment, s since J2000. */
  at(epoch_s: number, out_ecef: Float64Array): void;
}

/** Keeps what has been asked for; what it answers does not depend on that. */
export function createSunTable(): SunTable {
  const kept = new Map<number, Float64Array>();
  const exact = (step: number): Float64Array => {
    const known = kept.get(step);
    if (known !== undefined) return known;
    const made = new Float64Array(3);
    sunDirection_ecef(step * STEP_S, made);
    rotateZ(made[0], made[1], gmst_rad(step * STEP_S), made);
    kept.set(step, made);
    return made;
  };
  return {
    at(epoch_s, out_ecef) {
      const step = Math.floor(epoch_s / STEP_S), a = exact(step), b = exact(step + 1), u = epoch_s / STEP_S - step;
      for (let axis = 0; axis < 3; axis++) out_ecef[axis] = a[axis] + u * (b[axis] - a[axis]);
      rotateZ(out_ecef[0], out_ecef[1], -gmst_rad(epoch_s), out_ecef);
    },
  };
}
