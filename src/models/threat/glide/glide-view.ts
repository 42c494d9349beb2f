/**
 * What a glider's steering and forces read off a state: height, motion through the air, the lift that the air offers, and where the
 * next place lies. The Earth is the turning ellipsoid with J2 and the standard atmosphere, or for closed forms a sphere at rest.
 */
import { airDensity_kgpm3 } from '../../../kernel/earth/atmosphere.js';
import {
  EARTH_ECCENTRICITY_SQUARED, EARTH_MEAN_RADIUS_M, EARTH_RADIUS_M, EARTH_RATE_RADPS, MU_EARTH_M3PS2,
} from '../../../kernel/constants.js';
import { altitude_m } from '../../../kernel/earth/geodesy.js';
import { gravity_eci_mps2 } from '../../../kernel/earth/gravity.js';
import { cos, exp, sin } from '../../../kernel/maths.js';

/** The Earth as it is, or as closed forms have it: round, at rest, with air that thins out exponentially. */
export type EarthModel = 'turning-ellipsoid' | RestingSphere;

export interface RestingSphere {
  readonly scaleHeight_m: number;
  readonly densityAt50km_kgpm3: number;
}

/** Scale height of the air between 30 and 60 km, for the steering only. */
const SCALE_HEIGHT_M = 7000;

/** Fields are those of the state that `observe` saw last. Allocates nothing per state. */
export class GlideView {
  /** Place steered to, Earth-fixed. */
  readonly place_ecef_m = new Float64Array(3);
  /** Lift over drag at best, and the inverse of mass over drag area there. */
  liftToDrag = 1;
  perCoefficient = 1;
  altitude_m = 0;
  /** Through the air, and its upward part. */
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
  readonly gravity = new Float64Array(3);
  /** Motion through the air; unit vector across it, horizontal, to the right; line to the place. */
  readonly air = new Float64Array(3);
  readonly right = new Float64Array(3);
  readonly line = new Float64Array(3);
  private readonly up = new Float64Array(3);
  private rate_radps = EARTH_RATE_RADPS;
  private sphere: RestingSphere | undefined;

  setEarth(earth: EarthModel): void {
    this.sphere = earth === 'turning-ellipsoid' ? undefined : earth;
    this.rate_radps = this.sphere === undefined ? EARTH_RATE_RADPS : 0;
  }

  /** Height above the ellipsoid, or above the sphere. */
  altitudeOf_m(y: ArrayLike<number>): number {
    if (this.sphere === undefined) return altitude_m(y[0], y[1], y[2]);
    return Math.sqrt(y[0] * y[0] + y[1] * y[1] + y[2] * y[2]) - EARTH_MEAN_RADIUS_M;
  }

  /** Fills the fields for an inertial state. */
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

  scaleHeight_m(): number {
    return this.sphere === undefined ? SCALE_HEIGHT_M : this.sphere.scaleHeight_m;
  }

  private density_kgpm3(height_m: number): number {
    const { sphere } = this;
    if (sphere === undefined) return airDensity_kgpm3(height_m);
    return sphere.densityAt50km_kgpm3 * exp((50e3 - height_m) / sphere.scaleHeight_m);
  }
}
