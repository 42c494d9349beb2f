/**
 * Forces on a staged point mass, in an inertial frame that coincides with the Earth-fixed axes at launch: gravity with
 * J2, thrust that grows as pressure falls, drag in air that turns with the Earth. No lift, no wind, no attitude:
 * thrust is along the vertical of the launch point, along a short programmed pitch-over, or along the motion through
 * the air (gravity turn). Mass within a leg is a known line in time and needs no integration.
 * State: position m, velocity m/s. Source of the force model: any text, e.g. Vallado, 4th edition, section 8.6.
 */
import { atmosphere } from '../earth/atmosphere.js';
import { EARTH_RATE_RADPS } from '../constants.js';
import { dragCoefficient } from './drag.js';
import type { Dynamics } from './dormand-prince.js';
import type { FlightLeg } from './flight-legs.js';
import { altitude_m } from '../earth/geodesy.js';
import { gravity_eci_mps2 } from '../earth/gravity.js';
import { cos, sin } from '../maths.js';

/** Where thrust points. */
export const Steering = { None: 0, Vertical: 1, PitchOver: 2, AlongMotion: 3 } as const;
export type Steering = (typeof Steering)[keyof typeof Steering];

/** Above this no air is left in the standard. */
const AIR_TOP_M = 1_000_000;

export class FlightDynamics implements Dynamics {
  steering: Steering = Steering.None;
  /** Start of the leg, mass there and mass lost per second. */
  start_s = 0;
  mass_kg = 1;
  flow_kgps = 0;
  thrustVacuum_N = 0;
  /** Thrust lost per pascal of outside pressure. */
  nozzleArea_m2 = 0;
  /** Frontal area of a stack, or 0 once the payload flies alone with its ballistic coefficient. */
  referenceArea_m2 = 0;
  ballisticCoefficient_kgpm2 = 1;
  /** Pitch-over: from `pitchStart_s`, the angle from the vertical grows by `pitchRate_radps`. */
  pitchStart_s = 0;
  pitchRate_radps = 0;
  /** Launch vertical and horizontal launch direction. */
  readonly up_eci = new Float64Array(3);
  readonly ahead_eci = new Float64Array(3);
  private readonly gravity = new Float64Array(3);
  private readonly air = new Float64Array(3);

  /** Takes over the parameters of a leg. */
  take(leg: FlightLeg): void {
    this.steering = leg.steering;
    this.start_s = leg.start_s;
    this.mass_kg = leg.mass_kg;
    this.flow_kgps = leg.flow_kgps;
    this.thrustVacuum_N = leg.thrustVacuum_N;
    this.nozzleArea_m2 = leg.nozzleArea_m2;
    this.referenceArea_m2 = leg.referenceArea_m2;
    this.pitchStart_s = leg.pitchStart_s;
    this.pitchRate_radps = leg.pitchRate_radps;
  }

  /** Without thrust from here on, as a payload alone. */
  fallFreely(ballisticCoefficient_kgpm2: number): void {
    this.steering = Steering.None;
    this.referenceArea_m2 = 0;
    this.ballisticCoefficient_kgpm2 = ballisticCoefficient_kgpm2;
  }

  derivative(t: number, y: Float64Array, out: Float64Array): void {
    const px = y[0];
    const py = y[1];
    const pz = y[2];
    const vx = y[3];
    const vy = y[4];
    const vz = y[5];
    const { gravity, air } = this;
    gravity_eci_mps2(px, py, pz, gravity);
    out[0] = vx;
    out[1] = vy;
    out[2] = vz;
    const isPowered = this.steering !== Steering.None;
    const h = altitude_m(px, py, pz);
    if (h > AIR_TOP_M && !isPowered) {
      out[3] = gravity[0];
      out[4] = gravity[1];
      out[5] = gravity[2];
      return;
    }
    atmosphere(h, air);
    // Motion through the air, which turns with the Earth.
    const ax = vx + EARTH_RATE_RADPS * py;
    const ay = vy - EARTH_RATE_RADPS * px;
    const speed = Math.sqrt(ax * ax + ay * ay + vz * vz);
    const mass = this.mass_kg - this.flow_kgps * (t - this.start_s);
    const area = this.referenceArea_m2;
    const perBallisticCoefficient =
      area > 0 ? (dragCoefficient(speed / air[2]) * area) / mass : 1 / this.ballisticCoefficient_kgpm2;
    // Acceleration per unit of speed through the air; drag slows, thrust along the motion speeds up.
    let along = -0.5 * air[0] * speed * perBallisticCoefficient;
    let fx = 0;
    let fy = 0;
    let fz = 0;
    if (isPowered) {
      const thrust = (this.thrustVacuum_N - this.nozzleArea_m2 * air[1]) / mass;
      if (this.steering === Steering.AlongMotion) {
        along += thrust / speed;
      } else {
        const pitch = this.steering === Steering.PitchOver ? this.pitchRate_radps * (t - this.pitchStart_s) : 0;
        const rise = thrust * cos(pitch);
        const run = thrust * sin(pitch);
        fx = rise * this.up_eci[0] + run * this.ahead_eci[0];
        fy = rise * this.up_eci[1] + run * this.ahead_eci[1];
        fz = rise * this.up_eci[2] + run * this.ahead_eci[2];
      }
    }
    out[3] = gravity[0] + along * ax + fx;
    out[4] = gravity[1] + along * ay + fy;
    out[5] = gravity[2] + along * vz + fz;
  }
}
