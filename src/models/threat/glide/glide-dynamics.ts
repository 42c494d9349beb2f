/**
 * Forces on a glider and the steering that goes with them, in an inertial frame that coincides with the Earth-fixed axes at
 * launch: gravity with J2, air that turns with the Earth, drag against the motion through the air, lift across it.
 * Lift and drag are tied by a parabolic polar through the best lift over drag: with lift at a share f of the lift there, drag is
 * (1 + f²)/2 of the drag there. Steering is a smooth function of the state, so that an integrator can take long steps:
 * - glide: lift near that of the best lift over drag, more when it sinks faster than an equilibrium glide and less when slower,
 *   which damps the phugoid; banked towards the next place, within the greatest bank;
 * - dive: lift across the line of sight in any direction, in proportion to the turning of that line.
 * Point mass without wind, attitude or heating. State: position m, velocity m/s.
 * Sources: Vinh, Busemann and Culp, Hypersonic and Planetary Entry Flight Mechanics (1980), equations of motion and equilibrium
 * glide; damping by altitude rate as in Harpold and Graves, Shuttle Entry Guidance (1979), reduced to its idea.
 */
import type { Dynamics } from '../../../kernel/flight/integrator.js';
import { tan } from '../../../kernel/maths.js';
import type { GlideMissile } from './glide-missile.js';
import { type EarthModel, GlideView } from './glide-view.js';

export type Glider = Pick<GlideMissile, 'liftToDrag' | 'glideCoefficient_kgpm2' | 'maxBank_rad' | 'glide' | 'maxLoad_mps2' | 'diveSpeed_mps'>;

/** What steers the lift. */
export const LiftSteering = { LevelWings: 0, ToPlace: 1, SteadyBank: 2, Dive: 3 } as const;
export type LiftSteering = (typeof LiftSteering)[keyof typeof LiftSteering];

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

export class GlideDynamics extends GlideView implements Dynamics {
  steering: LiftSteering = LiftSteering.LevelWings;
  /** Bank to the right, for `SteadyBank`. */
  steadyBank_rad = 0;
  private tanMaxBank = 0;
  private maxLoad_mps2 = Infinity;
  private isSkipping = false;
  private calmSpeed_mps = 0;

  setGlider(glider: Glider, earth: EarthModel = 'turning-ellipsoid'): void {
    this.setEarth(earth);
    this.liftToDrag = glider.liftToDrag;
    this.perCoefficient = 1 / glider.glideCoefficient_kgpm2;
    this.tanMaxBank = tan(glider.maxBank_rad);
    this.maxLoad_mps2 = glider.maxLoad_mps2;
    this.isSkipping = glider.glide === 'skip';
    this.calmSpeed_mps = glider.diveSpeed_mps;
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
}

/** `value` near 0, `limit` far from it, without a corner between. */
function softly(value: number, limit: number): number {
  const share = value / limit;
  return value / Math.sqrt(1 + share * share);
}
