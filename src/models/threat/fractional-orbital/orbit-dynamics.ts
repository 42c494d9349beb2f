/**
 * Forces on a missile on its way into orbit and out of it: those of `kernel/flight/flight-dynamics.ts`, and thrust whose direction
 * is counted from the local horizontal in the plane of position and inertial velocity. Two such steerings: up to orbit the
 * tangent of the angle above the horizontal is a straight line in time, the law that is optimal over a flat Earth without
 * air (Lawden, Optimal Trajectories for Space Navigation, 1963); out of orbit thrust is against the motion. Upper stages
 * ignite in thin air: the pressure of what is left of it on their nozzles is not counted.
 */
import type { Dynamics } from '../../../kernel/flight/dormand-prince.js';
import { FlightDynamics } from '../../../kernel/flight/flight-dynamics.js';

export const OrbitSteering = { None: 0, LinearTangent: 1, AgainstMotion: 2 } as const;
export type OrbitSteering = (typeof OrbitSteering)[keyof typeof OrbitSteering];

export class OrbitDynamics implements Dynamics {
  steering: OrbitSteering = OrbitSteering.None;
  /** Thrust over mass at `base.start_s`; the mass is that of `base`. */
  thrust_N = 0;
  /** Constant deceleration when thrust is against the motion. */
  brake_mps2 = 0;
  /** Tangent of the angle above the horizontal at `tangentStart_s`, and its change per second. */
  tangentStart_s = 0;
  tangent = 0;
  tangentRate_perS = 0;
  /** Gravity, drag, and thrust of legs that the common programme steers. */
  readonly base = new FlightDynamics();

  derivative(t: number, y: Float64Array, out: Float64Array): void {
    const { base } = this;
    base.derivative(t, y, out);
    if (this.steering === OrbitSteering.None) return;
    const vx = y[3];
    const vy = y[4];
    const vz = y[5];
    const v2 = vx * vx + vy * vy + vz * vz;
    if (this.steering === OrbitSteering.AgainstMotion) {
      const brake = this.brake_mps2 / Math.sqrt(v2);
      out[3] -= brake * vx;
      out[4] -= brake * vy;
      out[5] -= brake * vz;
      return;
    }
    const px = y[0];
    const py = y[1];
    const pz = y[2];
    const r2 = px * px + py * py + pz * pz;
    const climbPerR = (px * vx + py * vy + pz * vz) / r2;
    // Horizontal part of the velocity: its length squared is v² less the climb's.
    const level_mps = Math.sqrt(Math.max(1e-6, v2 - climbPerR * climbPerR * r2));
    const slope = this.tangent + this.tangentRate_perS * (t - this.tangentStart_s);
    const cosine = 1 / Math.sqrt(1 + slope * slope);
    const acceleration = this.thrust_N / (base.mass_kg - base.flow_kgps * (t - base.start_s));
    const ahead = (acceleration * cosine) / level_mps;
    const up = (acceleration * cosine * slope) / Math.sqrt(r2) - ahead * climbPerR;
    out[3] += up * px + ahead * vx;
    out[4] += up * py + ahead * vy;
    out[5] += up * pz + ahead * vz;
  }
}
