/**
 * Forces on a glider and the steering that goes with them, in an inertial frame that coincides with the Earth-fixed axes at
 * launch: gravity with J2, air that turns with the Earth, drag against the motion through the air, lift across it.
 * Lift and drag are tied by a parabolic polar through the best lift over drag: with lift at a share f of the lift there, drag is
 * (1 + f²)/2 of the drag there. Steering is a smooth function of the state, so that an integrator can take long steps:
 * - glide: lift near that of the best lift over drag, more when it sinks faster than an equilibrium glide and less when slower,
 *   which damps the phugoid; banked towards the next place, within the greatest bank;
 * - dive: lift across the line of sight in any direction, in proportion to the turning of that line.
 * Point mass without wind, attitude or heating. State: position m, velocity m/s.
 * Sources: Vinh, Hypersonic and Planetary Entry Flight Mechanics (1980), equations of motion and equilibrium glide; damping by
 * altitude rate as in Harpold and Graves, Shuttle Entry Guidance (1979), reduced to its idea.
 */
import { airDensity_kgpm3 } from '../../../kernel/atmosphere.js';
import {
  EARTH_ECCENTRICITY_SQUARED, EARTH_MEAN_RADIUS_M, EARTH_RADIUS_M, EARTH_RATE_RADPS, MU_EARTH_M3PS2,
} from '../../../kernel/constants.js';
import type { Dynamics } from '../../../kernel/integrator.js';
import { altitude_m } from '../../../kernel/geodesy.js';
import { gravity_eci_mps2 } from '../../../kernel/gravity.js';
import { cos, exp, sin, tan } from '../../../kernel/maths.js';
import type { GlideMissile } from './glide-missile.js';

export type Glider = Pick<GlideMissile, 'liftToDrag' | 'glideCoefficient_kgpm2' | 'maxBank_rad' | 'glide' | 'maxLoad_mps2' | 'diveSpeed_mps'>;

/** The Earth as it is, or as closed forms have it: round, at rest, with air that thins out exponentially. */
export type EarthModel = 'turning-ellipsoid' | RestingSphere;

export interface RestingSphere {
  readonly scaleHeight_m: number;
  readonly densityAt50km_kgpm3: number;
}

/** What steers the lift. */
export const LiftSteering = { LevelWings: 0, ToPlace: 1, SteadyBank: 2, Dive: 3 } as const;
export type LiftSteering = (typeof LiftSteering)[keyof typeof LiftSteering];

/** Scale height of the air between 30 and 60 km, for the steering only. */
const SCALE_HEIGHT_M = 7000;
/** Most lift, as a share of that at the best lift over drag. Assumed. */
const MOST_LIFT = 1.5;
/** Damping ratio of the phugoid in an equilibrium glide. Assumed. */
const DAMPING = 0.7;
/** Time constant with which the heading turns towards the next place while the bank allows. Assumed. */
const HEADING_TIME_S = 40;
/** Gain of the dive on the turning of the line of sight: 3 to 5 in textbooks. */
const NAVIGATION_GAIN = 3;
/** Nearer than this the line of sight turns no faster in the steering, so that the last metres stay smooth. */
const NEAREST_M = 1000;
/** A skip glide damps its skips from this multiple of the dive speed down, wholly below the second. Assumed. */
const CALM_FROM = 1.7;
const CALM_WHOLLY = 1.3;

export class GlideDynamics implements Dynamics {
  steering: LiftSteering = LiftSteering.LevelWings;
  /** Place steered to, Earth-fixed. */
  readonly place_ecef_m = new Float64Array(3);
  /** Bank to the right, for `SteadyBank`. */
  steadyBank_rad = 0;
  /** Of the state that `observe` or `derivative` saw last. */
  altitude_m = 0;
  speed_mps = 0;
  climb_mps = 0;
  /** Rate of climb of an equilibrium glide at this speed. */
  glideClimb_mps = 0;
  /** Lift at the best lift over drag, per mass. */
  availableLift_mps2 = 0;
  /** Weight less the push outwards of the motion round the Earth. */
  netWeight_mps2 = 0;
  /** Horizontal distance to the place along the motion over the ground, negative once it is behind; and across it, to the right. */
  ahead_m = 0;
  aside_m = 0;

  private liftToDrag = 1;
  private perCoefficient = 0;
  private tanMaxBank = 0;
  private maxLoad_mps2 = Infinity;
  private isSkipping = false;
  private calmSpeed_mps = 0;
  private rate_radps = EARTH_RATE_RADPS;
  private sphere: RestingSphere | undefined;
  private readonly gravity = new Float64Array(3);
  /** Unit vectors up, and horizontal to the right of the motion over the ground; motion through the air; line to the place. */
  private readonly up = new Float64Array(3);
  private readonly right = new Float64Array(3);
  private readonly air = new Float64Array(3);
  private readonly line = new Float64Array(3);

  setGlider(glider: Glider, earth: EarthModel = 'turning-ellipsoid'): void {
    this.liftToDrag = glider.liftToDrag;
    this.perCoefficient = 1 / glider.glideCoefficient_kgpm2;
    this.tanMaxBank = tan(glider.maxBank_rad);
    this.maxLoad_mps2 = glider.maxLoad_mps2;
    this.isSkipping = glider.glide === 'skip';
    this.calmSpeed_mps = glider.diveSpeed_mps;
    this.sphere = earth === 'turning-ellipsoid' ? undefined : earth;
    this.rate_radps = this.sphere === undefined ? EARTH_RATE_RADPS : 0;
  }

  /** Height above the ellipsoid, or above the sphere. */
  altitudeOf_m(y: ArrayLike<number>): number {
    if (this.sphere === undefined) return altitude_m(y[0], y[1], y[2]);
    return Math.sqrt(y[0] * y[0] + y[1] * y[1] + y[2] * y[2]) - EARTH_MEAN_RADIUS_M;
  }

  /** Fills the observed fields for a state. */
  observe(t: number, y: ArrayLike<number>): void {
    const px = y[0];
    const py = y[1];
    const pz = y[2];
    const { gravity, up, right, air, line, sphere } = this;
    const r2 = px * px + py * py + pz * pz;
    const r = Math.sqrt(r2);
    // The ellipsoid's normal, to second order in its flattening.
    const uz = sphere === undefined ? pz * (1 + (EARTH_ECCENTRICITY_SQUARED * EARTH_RADIUS_M) / r) : pz;
    const perUp = 1 / Math.sqrt(px * px + py * py + uz * uz);
    up[0] = px * perUp;
    up[1] = py * perUp;
    up[2] = uz * perUp;
    if (sphere === undefined) {
      gravity_eci_mps2(px, py, pz, gravity);
    } else {
      const pull = -MU_EARTH_M3PS2 / (r2 * r);
      gravity[0] = pull * px;
      gravity[1] = pull * py;
      gravity[2] = pull * pz;
    }
    air[0] = y[3] + this.rate_radps * py;
    air[1] = y[4] - this.rate_radps * px;
    air[2] = y[5];
    this.altitude_m = this.altitudeOf_m(y);
    this.speed_mps = Math.sqrt(air[0] * air[0] + air[1] * air[1] + air[2] * air[2]);
    this.climb_mps = up[0] * air[0] + up[1] * air[1] + up[2] * air[2];
    const weight = -(gravity[0] * up[0] + gravity[1] * up[1] + gravity[2] * up[2]);
    const around2 = y[3] * y[3] + y[4] * y[4] + y[5] * y[5] - this.climb_mps * this.climb_mps;
    this.netWeight_mps2 = weight - around2 / r;
    this.glideClimb_mps = (-2 * this.scaleHeight_m() * weight) / (this.liftToDrag * this.speed_mps);
    this.availableLift_mps2 =
      0.5 * this.density_kgpm3(this.altitude_m) * this.speed_mps * this.speed_mps * this.perCoefficient * this.liftToDrag;
    // To the right of the motion: motion × up.
    right[0] = air[1] * up[2] - air[2] * up[1];
    right[1] = air[2] * up[0] - air[0] * up[2];
    right[2] = air[0] * up[1] - air[1] * up[0];
    const across = Math.sqrt(right[0] * right[0] + right[1] * right[1] + right[2] * right[2]);
    const perAcross = across > 0 ? 1 / across : 0;
    right[0] *= perAcross;
    right[1] *= perAcross;
    right[2] *= perAcross;
    if (this.steering === LiftSteering.SteadyBank) return;
    const { place_ecef_m } = this;
    const angle = this.rate_radps * t;
    const c = cos(angle);
    const s = sin(angle);
    line[0] = c * place_ecef_m[0] - s * place_ecef_m[1] - px;
    line[1] = s * place_ecef_m[0] + c * place_ecef_m[1] - py;
    line[2] = place_ecef_m[2] - pz;
    this.aside_m = line[0] * right[0] + line[1] * right[1] + line[2] * right[2];
    // Horizontal and along the motion: up × right.
    this.ahead_m =
      line[0] * (up[1] * right[2] - up[2] * right[1]) +
      line[1] * (up[2] * right[0] - up[0] * right[2]) +
      line[2] * (up[0] * right[1] - up[1] * right[0]);
  }

  derivative(t: number, y: Float64Array, out: Float64Array): void {
    this.observe(t, y);
    const { gravity, air } = this;
    out[0] = y[3];
    out[1] = y[4];
    out[2] = y[5];
    out[3] = gravity[0];
    out[4] = gravity[1];
    out[5] = gravity[2];
    // A millionth of a metre per second squared: no air to speak of.
    if (this.availableLift_mps2 < 1e-6) return;
    const share = this.steering === LiftSteering.Dive ? this.addDiveLift(out) : this.addGlideLift(out);
    const drag = (this.availableLift_mps2 / this.liftToDrag) * 0.5 * (1 + share * share);
    const perSpeed = drag / this.speed_mps;
    out[3] -= perSpeed * air[0];
    out[4] -= perSpeed * air[1];
    out[5] -= perSpeed * air[2];
  }

  /** Adds lift of a glide to an acceleration; returns its share of the available lift. */
  private addGlideLift(out: Float64Array): number {
    const { right, air, speed_mps } = this;
    const available = this.availableLift_mps2;
    // Near circular speed next to nothing is left to carry; the steering stays finite.
    const net = Math.max(this.netWeight_mps2, 1);
    const tanBank = this.tanBank(net);
    const cosBank = 1 / Math.sqrt(1 + tanBank * tanBank);
    const sinBank = tanBank * cosBank;
    const frequency = Math.sqrt((0.5 * (available + net)) / this.scaleHeight_m());
    const wanted = (this.calm() * 2 * DAMPING * frequency * (this.glideClimb_mps / cosBank - this.climb_mps)) / (available * cosBank);
    const change = wanted > 0 ? softly(wanted, MOST_LIFT - 1) : softly(wanted, 1);
    const lift = Math.min((1 + change) * available, this.maxLoad_mps2);
    // Across the motion in the vertical plane: right × motion.
    const vertical = (lift * cosBank) / speed_mps;
    const lateral = lift * sinBank;
    out[3] += vertical * (right[1] * air[2] - right[2] * air[1]) + lateral * right[0];
    out[4] += vertical * (right[2] * air[0] - right[0] * air[2]) + lateral * right[1];
    out[5] += vertical * (right[0] * air[1] - right[1] * air[0]) + lateral * right[2];
    return lift / available;
  }

  /** Adds lift of a dive; returns its share of the available lift. */
  private addDiveLift(out: Float64Array): number {
    const { gravity, air, line, speed_mps } = this;
    const available = this.availableLift_mps2;
    const distance = Math.sqrt(line[0] * line[0] + line[1] * line[1] + line[2] * line[2]);
    const speed2 = speed_mps * speed_mps;
    const gain = (NAVIGATION_GAIN * speed2) / (Math.max(distance, NEAREST_M) * Math.max(distance, 1));
    const lineAlong = (line[0] * air[0] + line[1] * air[1] + line[2] * air[2]) / speed2;
    const pullAlong = (gravity[0] * air[0] + gravity[1] * air[1] + gravity[2] * air[2]) / speed2;
    // Across the motion: towards the line of sight, and against the weight.
    const ax = gain * (line[0] - lineAlong * air[0]) - (gravity[0] - pullAlong * air[0]);
    const ay = gain * (line[1] - lineAlong * air[1]) - (gravity[1] - pullAlong * air[1]);
    const az = gain * (line[2] - lineAlong * air[2]) - (gravity[2] - pullAlong * air[2]);
    const wanted = Math.sqrt(ax * ax + ay * ay + az * az);
    const lift = Math.min(wanted, MOST_LIFT * available, this.maxLoad_mps2);
    const factor = wanted > 0 ? lift / wanted : 0;
    out[3] += factor * ax;
    out[4] += factor * ay;
    out[5] += factor * az;
    return lift / available;
  }

  private tanBank(net: number): number {
    if (this.steering === LiftSteering.LevelWings) return 0;
    if (this.steering === LiftSteering.SteadyBank) return tan(this.steadyBank_rad);
    const { ahead_m, aside_m, tanMaxBank } = this;
    const distance = Math.sqrt(ahead_m * ahead_m + aside_m * aside_m);
    if (!(distance > 1 && tanMaxBank > 0)) return 0;
    // Sine of the heading error; beyond a right angle the whole turn.
    const error = ahead_m > 0 ? aside_m / distance : aside_m < 0 ? -1 : 1;
    return softly((this.speed_mps * error) / (HEADING_TIME_S * net), tanMaxBank);
  }

  /** Share of the damping: whole in an equilibrium glide, and at the end of a skip glide. */
  private calm(): number {
    if (!this.isSkipping) return 1;
    const share = (CALM_FROM - this.speed_mps / this.calmSpeed_mps) / (CALM_FROM - CALM_WHOLLY);
    return Math.max(0, Math.min(1, share));
  }

  private scaleHeight_m(): number {
    return this.sphere === undefined ? SCALE_HEIGHT_M : this.sphere.scaleHeight_m;
  }

  private density_kgpm3(height_m: number): number {
    const { sphere } = this;
    if (sphere === undefined) return airDensity_kgpm3(height_m);
    return sphere.densityAt50km_kgpm3 * exp((50e3 - height_m) / sphere.scaleHeight_m);
  }
}

/** `value` near 0, `limit` far from it, without a corner between. */
function softly(value: number, limit: number): number {
  const share = value / limit;
  return value / Math.sqrt(1 + share * share);
}
