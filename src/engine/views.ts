/**
 * When a sensor first sees each variant of a flight, and until when. Sensors of this version stand still in the Earth-fixed
 * frame, so this does not depend on the time of day.
 */
import { ephemerisAt } from '../kernel/ephemeris.js';
import { altitude_m } from '../kernel/geodesy.js';
import type { SensorView } from '../models/sensor/index.js';
import type { Trajectories, Variant } from './trajectories.js';

/** First stretch of view of each variant, as ages; Infinity when it is never seen. */
export interface SensorViews {
  readonly from_s: Float64Array;
  readonly to_s: Float64Array;
}

const STEP_POWERED_S = 1;
const STEP_COAST_S = 10;
/** Bisection halves the step this often: to a hundredth of a second in coast. */
const HALVINGS = 10;

export function chartViews(trajectories: Trajectories, view: SensorView): SensorViews {
  const count = trajectories.variants.length;
  const from_s = new Float64Array(count).fill(Infinity), to_s = new Float64Array(count).fill(Infinity);
  trajectories.variants.forEach((variant, v) => {
    const sees = watch(variant, view);
    const last_s = view.evidence === 'infrared' ? variant.burnout_s : variant.impact_s;
    const step_s = view.evidence === 'infrared' ? STEP_POWERED_S : STEP_COAST_S;
    let before = 0, isSeen = false;
    for (let age_s = 0; age_s <= last_s; age_s += step_s) {
      const seesNow = sees(age_s);
      if (seesNow && !isSeen) {
        from_s[v] = age_s === 0 ? 0 : edge(sees, before, age_s, true);
        to_s[v] = last_s;
        isSeen = true;
      } else if (!seesNow && isSeen) {
        to_s[v] = edge(sees, before, age_s, false);
        break;
      }
      before = age_s;
    }
  });
  return { from_s, to_s };
}

function watch(variant: Variant, view: SensorView): (age_s: number) => boolean {
  const state = new Float64Array(6);
  return (age_s) => {
    ephemerisAt(variant.ephemeris, age_s, state);
    return view.sees(state[0], state[1], state[2], altitude_m(state[0], state[1], state[2]), variant.burnout_s > 0 && age_s <= variant.burnout_s);
  };
}

/** Age at which view starts (`becomes` true) or ends, between two ages that differ. */
function edge(sees: (age_s: number) => boolean, before_s: number, after_s: number, becomes: boolean): number {
  let low = before_s, high = after_s;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = 0.5 * (low + high);
    if (sees(middle) === becomes) high = middle;
    else low = middle;
  }
  return becomes ? high : low;
}
