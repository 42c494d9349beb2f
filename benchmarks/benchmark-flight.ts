/**
 * The fixed flight of benchmark G4 (three stages, J2, co-rotating exponential atmosphere, to impact) on our integrator.
 * Simpler than the product's flight so that any integrator can fly it; `g4-ballistic-flight.py` flies the same.
 */
import { EARTH_FLATTENING, EARTH_RADIUS_M, EARTH_RATE_RADPS, J2, MU_EARTH_M3PS2 } from '../src/kernel/constants.js';
import { createIntegrator, type Dynamics, type IntegrationEvent } from '../src/kernel/flight/integrator.js';
import { asin, atan2, cos, exp, PI, sin } from '../src/kernel/maths.js';

interface BenchmarkStage {
  readonly thrust_N: number;
  readonly burn_s: number;
  readonly propellant_kg: number;
  readonly dry_kg: number;
}

const STAGES: readonly BenchmarkStage[] = [
  { thrust_N: 792e3, burn_s: 61, propellant_kg: 20_780, dry_kg: 2_300 },
  { thrust_N: 270e3, burn_s: 66, propellant_kg: 6_240, dry_kg: 795 },
  { thrust_N: 153e3, burn_s: 61, propellant_kg: 3_310, dry_kg: 400 },
];
const PAYLOAD_KG = 1000;
const DRAG_AREA_M2 = 0.5;
const BALLISTIC_COEFFICIENT_KGPM2 = 6000;
const AIR_TOP_M = 200_000;
const VERTICAL_S = 10;
const UNTIL_S = 10_000;

export interface BenchmarkImpact {
  /** Geocentric latitude and Earth-fixed longitude. */
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly t_s: number;
  readonly rightHandSides: number;
}

const J2_FACTOR_M2 = 1.5 * J2 * EARTH_RADIUS_M * EARTH_RADIUS_M;

/** Gravity and height share the distance from the Earth's centre, so both are written out here. */
class BenchmarkDynamics implements Dynamics {
  isPowered = false;
  start_s = 0;
  mass_kg = 0;
  thrust_N = 0;
  flow_kgps = 0;
  finalPitch_rad = 0;
  upX = 0;
  upY = 0;
  upZ = 0;
  aheadX = 0;
  aheadY = 0;
  aheadZ = 0;

  derivative(t: number, y: Float64Array, out: Float64Array): void {
    const x = y[0]!, py = y[1]!, z = y[2]!, vx = y[3]!, vy = y[4]!, vz = y[5]!;
    const r2 = x * x + py * py + z * z;
    const r = Math.sqrt(r2);
    const perR2 = 1 / r2;
    const sine2 = z * z * perR2;
    const central = -MU_EARTH_M3PS2 * perR2 * r * perR2;
    const oblate = J2_FACTOR_M2 * perR2;
    const equatorial = central * (1 + oblate * (1 - 5 * sine2));
    let fx = equatorial * x, fy = equatorial * py, fz = central * (1 + oblate * (3 - 5 * sine2)) * z;
    const perMass = this.isPowered ? 1 / (this.mass_kg - (t - this.start_s) * this.flow_kgps) : 0;
    const h = r - EARTH_RADIUS_M * (1 - EARTH_FLATTENING * sine2);
    if (h < AIR_TOP_M) {
      const ax = vx + EARTH_RATE_RADPS * py, ay = vy - EARTH_RATE_RADPS * x;
      const speed = Math.sqrt(ax * ax + ay * ay + vz * vz);
      const drag = -0.6125 * exp(h * (-1 / 7200)) * speed * (this.isPowered ? DRAG_AREA_M2 * perMass : 1 / BALLISTIC_COEFFICIENT_KGPM2);
      fx += drag * ax;
      fy += drag * ay;
      fz += drag * vz;
    }
    if (this.isPowered) {
      const pitch = t < VERTICAL_S ? 0 : this.finalPitch_rad * (1 - exp((VERTICAL_S - t) * (1 / 45)));
      const push = this.thrust_N * perMass;
      // Never beyond the horizontal, so the sine tells the cosine.
      const lean = sin(pitch);
      const rise = push * Math.sqrt(1 - lean * lean), run = push * lean;
      fx += rise * this.upX + run * this.aheadX;
      fy += rise * this.upY + run * this.aheadY;
      fz += rise * this.upZ + run * this.aheadZ;
    }
    out[0] = vx;
    out[1] = vy;
    out[2] = vz;
    out[3] = fx;
    out[4] = fy;
    out[5] = fz;
  }
}

const GROUND: IntegrationEvent = {
  direction: -1, isTerminal: true, value: (_t, y) => height_m(y[0]!, y[1]!, y[2]!),
};

/** A flyer with its own scratch memory; `tightness` divides the tolerances of 1e-9 relative, 1e-3 absolute. */
export function createBenchmarkFlyer(tightness = 1): (index: number) => BenchmarkImpact {
  const integrator = createIntegrator(6);
  const dynamics = new BenchmarkDynamics();
  const tolerance = { relativeTolerance: 1e-9 / tightness, absoluteTolerance: 1e-3 / tightness };
  return (index) => {
    let y: Float64Array = stand(dynamics, index);
    let t = 0;
    let firstStep = 1;
    let rightHandSides = 0;
    let mass_kg = STAGES.reduce((sum, stage) => sum + stage.propellant_kg + stage.dry_kg, PAYLOAD_KG);
    const advance = (t1: number, events: readonly IntegrationEvent[]): void => {
      const end = integrator.integrate({ dynamics, t0: t, t1, y0: y, firstStep, ...tolerance, events });
      y = end.y;
      t = end.t;
      firstStep = end.nextStep;
      rightHandSides += end.rightHandSides;
    };
    for (const stage of STAGES) {
      dynamics.isPowered = true;
      dynamics.thrust_N = stage.thrust_N;
      dynamics.flow_kgps = stage.propellant_kg / stage.burn_s;
      dynamics.start_s = t;
      dynamics.mass_kg = mass_kg;
      const end_s = t + stage.burn_s;
      if (t < VERTICAL_S) advance(VERTICAL_S, []);
      advance(end_s, []);
      mass_kg -= stage.propellant_kg + stage.dry_kg;
    }
    dynamics.isPowered = false;
    advance(UNTIL_S, [GROUND]);
    const [x = 0, py = 0, z = 0] = y;
    const lon = atan2(py, x) - EARTH_RATE_RADPS * t;
    return { lat_rad: asin(z / Math.sqrt(x * x + py * py + z * z)), lon_rad: lon - 2 * PI * Math.floor((lon + PI) / (2 * PI)), t_s: t, rightHandSides };
  };
}

function stand(dynamics: BenchmarkDynamics, index: number): Float64Array {
  const lat = 0.7 + 0.001 * (index % 100), lon = 0.5, azimuth = ((index % 360) * PI) / 180;
  dynamics.finalPitch_rad = 1.15 + 0.0005 * (index % 200);
  const up = [cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)] as const;
  const east = [-sin(lon), cos(lon), 0] as const;
  const north = [-sin(lat) * cos(lon), -sin(lat) * sin(lon), cos(lat)] as const;
  [dynamics.upX, dynamics.upY, dynamics.upZ] = up;
  dynamics.aheadX = sin(azimuth) * east[0] + cos(azimuth) * north[0];
  dynamics.aheadY = sin(azimuth) * east[1] + cos(azimuth) * north[1];
  dynamics.aheadZ = sin(azimuth) * east[2] + cos(azimuth) * north[2];
  const r = EARTH_RADIUS_M * (1 - EARTH_FLATTENING * up[2] * up[2]);
  return Float64Array.of(r * up[0], r * up[1], r * up[2], -EARTH_RATE_RADPS * r * up[1], EARTH_RATE_RADPS * r * up[0], 0);
}

function height_m(x: number, y: number, z: number): number {
  const r2 = x * x + y * y + z * z;
  return Math.sqrt(r2) - EARTH_RADIUS_M * (1 - (EARTH_FLATTENING * z * z) / r2);
}

/** Distance over the ground between two impacts. */
export function impactDistance_m(a: BenchmarkImpact, b: Pick<BenchmarkImpact, 'lat_rad' | 'lon_rad'>): number {
  const north = a.lat_rad - b.lat_rad;
  const east = (a.lon_rad - b.lon_rad - 2 * PI * Math.round((a.lon_rad - b.lon_rad) / (2 * PI))) * cos(a.lat_rad);
  return EARTH_RADIUS_M * Math.sqrt(north * north + east * east);
}
