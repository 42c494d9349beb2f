/**
 * The truth that reach is judged by: an interceptor that waits out its dead time on its carrier's orbit, burns in one inertial
 * direction and falls on, its equations of motion integrated under point-mass gravity. Nothing of the rules enters into it.
 */
import { MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { createIntegrator, type Dynamics } from '../../kernel/flight/integrator.js';
import { propagateKepler } from '../../kernel/orbit/kepler.js';
import { length } from '../../kernel/vector.js';
import type { SpaceInterceptor } from './space-based.js';

/** Up, along the orbit, across it: of the carrier at commit, in the inertial frame. */
export type Direction = readonly [number, number, number];

/** Where carrier and interceptor are some time after commit; the frame is the carrier's at commit, from the Earth's middle. */
export interface Arrival {
  readonly carrier_eci: Float64Array;
  readonly interceptor_eci: Float64Array;
  readonly radius_m: number;
  /** Lowest of some places on the way. */
  readonly lowestRadius_m: number;
}

class Thrust implements Dynamics {
  constructor(private readonly direction: Direction, private readonly acceleration_mps2: number) {}

  derivative(_: number, y: Float64Array, out: Float64Array): void {
    const r2 = y[0] * y[0] + y[1] * y[1] + y[2] * y[2], pull = -MU_EARTH_M3PS2 / (r2 * Math.sqrt(r2));
    for (let i = 0; i < 3; i++) {
      out[i] = y[3 + i];
      out[3 + i] = pull * y[i] + this.acceleration_mps2 * this.direction[i];
    }
  }
}

/** Places on the way after burn-out whose height is looked at. */
const LOOKS = 16;

/** `direction` is a unit vector. */
export class PoweredFlight {
  private readonly start: Float64Array;
  private readonly legs: readonly (readonly [number, number])[];
  private readonly burnout_s: number;
  private readonly burnt: Arrival;

  constructor(interceptor: SpaceInterceptor, orbitRadius_m: number, private readonly direction: Direction) {
    const { speed_mps, acceleration_mps2, secondStage, deadTime_s } = interceptor;
    this.start = Float64Array.of(orbitRadius_m, 0, 0, 0, Math.sqrt(MU_EARTH_M3PS2 / orbitRadius_m), 0);
    const second = secondStage === undefined ? [] : [[secondStage.coast_s, 0], [secondStage.speed_mps / secondStage.acceleration_mps2, secondStage.acceleration_mps2]] as const;
    this.legs = [[deadTime_s, 0], [speed_mps / acceleration_mps2, acceleration_mps2], ...second];
    this.burnout_s = this.legs.reduce((sum, [duration_s]) => sum + duration_s, 0);
    this.burnt = this.burn(this.burnout_s);
  }

  at(flight_s: number): Arrival {
    if (flight_s < this.burnout_s) return this.burn(flight_s);
    const interceptor_eci = new Float64Array(6);
    let { lowestRadius_m, radius_m } = this.burnt;
    for (let look = 1; look <= LOOKS; look++) {
      propagateKepler(this.burnt.interceptor_eci, ((flight_s - this.burnout_s) * look) / LOOKS, interceptor_eci);
      radius_m = length(interceptor_eci);
      lowestRadius_m = Math.min(lowestRadius_m, radius_m);
    }
    return { carrier_eci: this.carrierAt(flight_s), interceptor_eci, radius_m, lowestRadius_m };
  }

  private burn(until_s: number): Arrival {
    const integrator = createIntegrator(6);
    let y = this.start, t = 0, lowestRadius_m = length(y);
    for (const [duration_s, acceleration_mps2] of this.legs) {
      const t1 = Math.min(until_s, t + duration_s);
      if (!(t1 > t)) continue;
      const end = integrator.integrate({ dynamics: new Thrust(this.direction, acceleration_mps2), t0: t, t1, y0: y, relativeTolerance: 1e-11, absoluteTolerance: 1e-4 });
      if (end.status !== 'end') throw new Error(`powered flight: ${end.reason}`);
      y = Float64Array.from(end.y);
      t = t1;
      lowestRadius_m = Math.min(lowestRadius_m, length(y));
    }
    return { carrier_eci: this.carrierAt(until_s), interceptor_eci: y, radius_m: length(y), lowestRadius_m };
  }

  private carrierAt(flight_s: number): Float64Array {
    const carrier_eci = new Float64Array(6);
    propagateKepler(this.start, flight_s, carrier_eci);
    return carrier_eci;
  }
}
