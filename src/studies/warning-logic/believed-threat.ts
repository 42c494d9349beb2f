/**
 * Whether the defence believes that what it sees may come down on what it defends. It knows the state as it was a latency ago and
 * suspects every ballistic class: its template tells how much such a missile could still
 * gain, in a direction that is known with an error, and it may stop at any moment until its template burns out. If any of these
 * ends comes down on the territory it is a threat. A plume that burns longer than a class burns rules that class out.
 */
import { gridAscent, launchAxesAt } from '../../engine/flights/trajectories.js';
import { isInside } from '../../engine/flights/shortfall.js';
import type { UnrolledRing } from '../../engine/flights/shortfall.js';
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { distance_m, geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { impactPoint } from '../../kernel/orbit/kepler.js';
import { atan2 } from '../../kernel/maths.js';
import { prepareThreat } from '../../models/threat/index.js';
import { forecast } from '../../models/tracker/delay.js';
import type { AscentGrid, LaunchAxes } from '../../models/tracker/delay.js';
import { listKind } from '../../scenario/catalogue.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileThreat } from '../../scenario/compile/compile-threat.js';
import { createLedger } from '../../scenario/compile/ledger.js';
import type { BallisticThreatPlan, Place, Plan } from '../../scenario/plan/plan.js';

export interface Suspicion {
  readonly template: AscentGrid;
  readonly axes: LaunchAxes;
  /** A plume seen at a greater age is not of this class. */
  readonly ruledOut_s: number;
}

/** What is seen: the state `observed_s` after launch, in the frame of `AscentGrid`, and whether it still burnt then. */
export interface Observation {
  readonly state: Float64Array;
  readonly observed_s: number;
  readonly isBurning: boolean;
  /** Error of the estimated direction of flight. */
  readonly azimuthError_rad: number;
}

/** Burn times differ from their class by so many standard deviations at most. */
const SPREADS = 3;
/** Slower than this nothing flies a thousand kilometres: ends of thrust before it are not looked at. */
const SLOW_MPS = 3000;
const MOST_ROWS = 2048;

/** Every ballistic class of the data: the rule knows no friends and no countries, a plume may be any of them. */
export function suspectedClasses(catalogue: Catalogue): BallisticThreatPlan[] {
  return listKind(catalogue, 'threats').map((name) => compileThreat(name, undefined, 'suspected', catalogue, createLedger())).filter((threat): threat is BallisticThreatPlan => threat.model === 'staged-ballistic');
}

/** Classes made ready to be flown from anywhere; they share their preparation. */
export function prepareSuspicions(classes: readonly BallisticThreatPlan[], defended: Plan['defended']): (place: Place) => Suspicion[] {
  const prepared = classes.map((threat) => ({ threat, flyer: prepareThreat(threat) }));
  return (place) => {
    const site = new Float64Array(3);
    geodeticToEcef(place.lat_rad, place.lon_rad, place.altitude_m, site);
    const away_m = (to: Place): number => distance_m(place.lat_rad, place.lon_rad, to.lat_rad, to.lon_rad);
    const farthestFirst = [...defended.places].sort((one, other) => away_m(other) - away_m(one));
    return prepared.flatMap(({ threat, flyer }): Suspicion[] => {
      // The farthest place that it reaches needs the longest burn: shorter ones are ends of this template too.
      let within_m = Infinity;
      for (const to of farthestFirst) {
        if (away_m(to) > within_m) continue;
        const result = flyer.solve({ from: place, to, route: [], shape: 'standard', approach: 'short', bodies: [] });
        if (!result.converged) {
          if (result.reason === 'out-of-range') within_m = Math.min(within_m, result.maxRange_m);
          continue;
        }
        const template = gridAscent(result.flight.ephemeris, result.flight.burnTime_s);
        return [{ template, axes: launchAxesAt(place, site), ruledOut_s: template.burnout_s * (1 + SPREADS * threat.burnTimeSpread) }];
      }
      return [];
    });
  };
}

/** A judge with its own scratch memory. */
export function createThreatBelief(territory: readonly UnrolledRing[]): (suspicions: readonly Suspicion[], seen: Observation) => boolean {
  const positions = new Float64Array(3 * MOST_ROWS), scratch = new Float64Array(8), state = new Float64Array(6), place = new Float64Array(2);
  const comesDown = (age_s: number): boolean => impactPoint(state, EARTH_RATE_RADPS * age_s, place) < Infinity && isInside(territory, place[0], place[1]);
  return (suspicions, seen) => suspicions.some(({ template, axes, ruledOut_s }) => {
    if (seen.isBurning && seen.observed_s > ruledOut_s) return false;
    state.set(seen.state.subarray(0, 6));
    if (comesDown(seen.observed_s)) return true;
    if (!seen.isBurning) return false;
    const h = template.step_s, first = Math.ceil(seen.observed_s / h);
    forecast(template, axes, seen.state, seen.observed_s, seen.azimuthError_rad, first, scratch, positions);
    // The last row lies behind the template's burn-out: a full burn is one of the ends.
    for (let row = first; row < template.rows; row++) {
      state.set(positions.subarray(3 * row, 3 * row + 3));
      if (velocityAt(template, axes, seen.state, row, scratch, state) > SLOW_MPS && comesDown(row * h)) return true;
    }
    return false;
  });
}

/** Writes the velocity that belongs to a row of the forecast, by the turn that `forecast` has left in `scratch`, and returns its length. */
function velocityAt({ state: rows }: AscentGrid, { axes }: LaunchAxes, observed: Float64Array, row: number, scratch: Float64Array, out: Float64Array): number {
  const i = 6 * row + 3, c = scratch[6], s = scratch[7], kx = axes[6], ky = axes[7], kz = axes[8];
  const gx = rows[i] - scratch[3], gy = rows[i + 1] - scratch[4], gz = rows[i + 2] - scratch[5], along = (kx * gx + ky * gy + kz * gz) * (1 - c);
  out[3] = observed[3] + c * gx + s * (ky * gz - kz * gy) + kx * along;
  out[4] = observed[4] + c * gy + s * (kz * gx - kx * gz) + ky * along;
  out[5] = observed[5] + c * gz + s * (kx * gy - ky * gx) + kz * along;
  return Math.sqrt(out[3] * out[3] + out[4] * out[4] + out[5] * out[5]);
}

/** Direction of flight over the ground in the launch site's axes, clockwise from north. */
export function headingOf_rad({ axes: a, siteVelocity: v }: LaunchAxes, state: Float64Array): number {
  const x = state[3] - v[0], y = state[4] - v[1], z = state[5] - v[2];
  return atan2(a[0] * x + a[1] * y + a[2] * z, a[3] * x + a[4] * y + a[5] * z);
}
