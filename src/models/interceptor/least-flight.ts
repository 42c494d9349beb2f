/**
 * Shortest flight with which a space interceptor meets a place: by the straight rule if that takes no longer than the rule
 * holds, else by the forms of reach for longer flights (`reach.ts` owns the choice), each between its limits. Where one form
 * hands over to the next and the next reaches the place at once, the flight takes the time of the hand-over; so what is met
 * after some time of flight is met after a longer one too.
 * A form is asked at steps of its time. In between, the ratio of its distance to the straight one is taken as linear in time.
 * Assumption: within a form the speed needed falls with time. It does up to twenty minutes, in whatever direction.
 */
import { type Reach, REACH_FORMS, reachAt, type ReachForm, STRAIGHT_UNTIL_S } from './reach.js';
import { flightTime_s, flyout_m, type SpaceInterceptor } from './space-based.js';

export interface LeastFlight {
  /**
   * Shortest flight to a target; Infinity if it is longer than `longest_s` or the battery's life. `carrier_eci` (x y z vx vy vz)
   * and `target_eci` (x y z from `targetAt` on) are at the meeting, `distance_m` between them.
   */
  flight_s(distance_m: number, carrier_eci: ArrayLike<number>, target_eci: ArrayLike<number>, targetAt: number, longest_s: number): number;
  /** How many times the straight distance of its own time a flight of up to `longest_s` comes at most, in the best direction. */
  stretch(longest_s: number): number;
}

/** Between two times at which a form is asked, s. What is taken as linear in between is worth less than 0.01 s. */
const STEP_S = 10;
/** Of taking the ratio at the time found; each leaves less than a tenth of what was wrong. */
const ROUNDS = 3;

interface Step {
  readonly time_s: number;
  readonly straight_m: number;
  readonly reach: Reach;
}

/** A form beyond the straight one, from where the one before ends to where it or the battery does. */
interface Leg {
  readonly form: ReachForm;
  readonly from_s: number;
  readonly to_s: number;
  /** As many as were asked for: most searches never ask. */
  readonly steps: Step[];
}

export function createLeastFlight(interceptor: SpaceInterceptor, orbitRadius_m: number, step_s = STEP_S): LeastFlight {
  const legs = legsOf(interceptor.battery_s);
  const stepAt = ({ form, from_s, to_s, steps }: Leg, k: number): Step => {
    while (steps.length <= k) {
      const time_s = Math.min(from_s + steps.length * step_s, to_s);
      steps.push({ time_s, straight_m: flyout_m(interceptor, time_s), reach: reachAt(interceptor, time_s, orbitRadius_m, form) });
    }
    return steps[k];
  };
  /** The step at which a leg ends, or the first one that is no shorter than a flight. */
  const lastOf = ({ from_s, to_s }: Leg, longest_s: number): number => Math.ceil((Math.min(to_s, longest_s) - from_s) / step_s);

  return {
    flight_s(distance_m, carrier_eci, target_eci, targetAt, longest_s) {
      const straight_s = flightTime_s(interceptor, distance_m), most_s = Math.min(longest_s, interceptor.battery_s);
      if (straight_s <= STRAIGHT_UNTIL_S) return straight_s <= most_s ? straight_s : Infinity;
      for (const leg of legs) {
        if (leg.from_s >= most_s) break;
        const last = lastOf(leg, most_s);
        // Distance by this form over the distance wanted.
        const enough = (at: number): number => stepAt(leg, at).reach.speed_mps / stepAt(leg, at).reach.velocityNeeded_mps(carrier_eci, target_eci, 0, targetAt);
        let k = Math.max(0, Math.min(last, Math.ceil((straight_s - leg.from_s) / step_s)));
        let here = enough(k), before = NaN;
        while (!(here >= 1) && ++k <= last) {
          before = here;
          here = enough(k);
        }
        if (k > last) continue;
        while (k > 0 && !(before < 1)) {
          before = enough(k - 1);
          if (before < 1) break;
          here = before;
          k--;
        }
        const flight_s = k === 0 ? leg.from_s : between_s(interceptor, distance_m, stepAt(leg, k - 1), before, stepAt(leg, k), here);
        return flight_s <= most_s ? flight_s : Infinity;
      }
      return Infinity;
    },
    stretch(longest_s) {
      let most = 1;
      for (const leg of legs) {
        if (leg.from_s >= longest_s) break;
        for (let k = 0, last = lastOf(leg, longest_s); k <= last; k++) {
          const { straight_m, reach } = stepAt(leg, k);
          if (straight_m > 0) most = Math.max(most, reach.farthest_m / straight_m);
        }
      }
      return most;
    },
  };
}

function legsOf(battery_s: number): Leg[] {
  const legs: Leg[] = [];
  let from_s = 0;
  for (const { form, until_s } of REACH_FORMS) {
    if (form !== 'straight' && battery_s > from_s) legs.push({ form, from_s, to_s: Math.min(until_s, battery_s), steps: [] });
    from_s = until_s;
  }
  return legs;
}

/** Between a step that does not suffice and the next, which does: where the straight distance, stretched as it is then, does. */
function between_s(interceptor: SpaceInterceptor, distance_m: number, from: Step, tooLittle: number, to: Step, enough: number): number {
  const last = (enough * distance_m) / to.straight_m, span_s = to.time_s - from.time_s;
  const perSecond = tooLittle > 0 ? (last - (tooLittle * distance_m) / from.straight_m) / span_s : 0;
  let time_s = from.time_s + (span_s * (1 - tooLittle)) / (enough - tooLittle);
  for (let round = 0; round < ROUNDS; round++) {
    const stretch = last - perSecond * (to.time_s - time_s);
    time_s = Math.max(from.time_s, Math.min(to.time_s, flightTime_s(interceptor, distance_m / stretch)));
  }
  return time_s;
}
