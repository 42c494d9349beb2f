/** The glider that the program flies, under the assumptions of the closed form and without them. Reasons: case.md. */
import { EARTH_MEAN_RADIUS_M, EARTH_RADIUS_M, EARTH_RATE_RADPS } from '../../src/kernel/constants.js';
import { ecefFromEci } from '../../src/kernel/frames.js';
import { distance_m, ecefToGeodetic } from '../../src/kernel/geodesy.js';
import { createIntegrator } from '../../src/kernel/integrator.js';
import { acos, PI } from '../../src/kernel/maths.js';
import { findRoot } from '../../src/kernel/roots.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import { type EarthModel, GlideDynamics, LiftSteering, type RestingSphere } from '../../src/models/threat/glide/glide-dynamics.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'glide-flown';
const RELATIVE = 0.01;
const DIVE_KMPS = 1.8;
/** Mass over drag area; sets the height and nothing else under the closed form's assumptions. Assumed. */
const COEFFICIENT_KGPM2 = 5000;
/** Air so thin-layered that a glide stays within two kilometres of one height; as dense as the real air at 50 km. */
const ONE_HEIGHT: RestingSphere = { scaleHeight_m: 500, densityAt50km_kgpm3: 1e-3 };
const LOWEST_M = 20e3;
const HIGHEST_M = 90e3;
const LONGEST_S = 10_000;

interface Glided {
  readonly range_m: number;
  readonly time_s: number;
}

type Model = (speed_mps: number, toSpeed_mps: number, liftToDrag: number) => Glided;

/** Starts over the equator, northwards, where the lift at the best lift over drag carries the weight. */
const flown = (earth: EarthModel, bank_rad = 0): Model => (speed_mps, toSpeed_mps, liftToDrag) => {
  const dynamics = new GlideDynamics();
  dynamics.setGlider({ liftToDrag, glideCoefficient_kgpm2: COEFFICIENT_KGPM2, maxBank_rad: PI / 3, glide: 'equilibrium', maxLoad_mps2: Infinity, diveSpeed_mps: toSpeed_mps }, earth);
  dynamics.steering = LiftSteering.SteadyBank;
  dynamics.steadyBank_rad = bank_rad;
  const rate_radps = earth === 'turning-ellipsoid' ? EARTH_RATE_RADPS : 0;
  const radius_m = earth === 'turning-ellipsoid' ? EARTH_RADIUS_M : EARTH_MEAN_RADIUS_M;
  const start = new Float64Array(6);
  const standAt = (altitude_m: number): void => {
    start.set([radius_m + altitude_m, 0, 0, dynamics.glideClimb_mps, rate_radps * (radius_m + altitude_m), speed_mps]);
    dynamics.observe(0, start);
  };
  const surplus_mps2 = (altitude_m: number): number => {
    standAt(altitude_m);
    return dynamics.availableLift_mps2 - dynamics.netWeight_mps2;
  };
  standAt(findRoot(surplus_mps2, LOWEST_M, HIGHEST_M, 1));
  standAt(dynamics.altitude_m);
  const slow = {
    direction: -1, isTerminal: true,
    value: (t: number, y: Float64Array): number => {
      dynamics.observe(t, y);
      return dynamics.speed_mps - toSpeed_mps;
    },
  } as const;
  const { t, y, event } = createIntegrator(6).integrate({ dynamics, t0: 0, t1: LONGEST_S, y0: start, relativeTolerance: 1e-9, absoluteTolerance: 1e-3, events: [slow] });
  if (event < 0) return { range_m: NaN, time_s: NaN };
  return { range_m: earth === 'turning-ellipsoid' ? overEllipsoid_m(start, y, t) : overSphere_m(start, y), time_s: t };
};

function overSphere_m(start: Float64Array, end: Float64Array): number {
  const [ax = 0, ay = 0, az = 0] = start;
  const [bx = 0, by = 0, bz = 0] = end;
  const sizes = Math.sqrt((ax * ax + ay * ay + az * az) * (bx * bx + by * by + bz * bz));
  return EARTH_MEAN_RADIUS_M * acos((ax * bx + ay * by + az * bz) / sizes);
}

function overEllipsoid_m(start: Float64Array, end: Float64Array, t: number): number {
  const [startLat_rad, startLon_rad] = placeBelow(start, 0);
  const [endLat_rad, endLon_rad] = placeBelow(end, t);
  return distance_m(startLat_rad, startLon_rad, endLat_rad, endLon_rad);
}

function placeBelow(state: Float64Array, t: number): readonly [number, number] {
  const fixed = new Float64Array(6);
  ecefFromEci(state, EARTH_RATE_RADPS * t, fixed);
  const [x = 0, y = 0, z = 0] = fixed;
  ecefToGeodetic(x, y, z, fixed);
  const [lat_rad = 0, lon_rad = 0] = fixed;
  return [lat_rad, lon_rad];
}

function compare(model: Model, whole?: Model): ValidationResult {
  const reference = readReference(ID);
  const judged: Comparison[] = [];
  const told: ToldRow[] = [];
  for (let row = 0; row < reference.rows.length; row++) {
    const speed_kmps = reference.number(row, 'speed_kmps');
    const liftToDrag = reference.number(row, 'liftToDrag');
    const range_km = reference.number(row, 'range_km');
    const time_s = reference.number(row, 'time_s');
    const from = `from ${speed_kmps} km/s, L/D ${liftToDrag}`;
    const glide = (of: Model): Glided => of(toSi(speed_kmps, 'kmps'), toSi(DIVE_KMPS, 'kmps'), liftToDrag);
    const got = glide(model);
    judged.push(
      { quantity: `range ${from}`, unit: 'km', expected: range_km, got: fromSi(got.range_m, 'km'), relative: RELATIVE },
      { quantity: `time ${from}`, unit: 's', expected: time_s, got: got.time_s, relative: RELATIVE },
    );
    if (whole === undefined) continue;
    const real = glide(whole);
    const why = 'the closed form has one height and a resting sphere; the glider comes down through real air over the turning Earth';
    told.push(
      { quantity: `range ${from}, whole model`, unit: 'km', published: range_km, got: fromSi(real.range_m, 'km'), why },
      { quantity: `time ${from}, whole model`, unit: 's', published: time_s, got: real.time_s, why },
    );
  }
  return { ...judge(judged), told };
}

export const glideFlown: ValidationCase = {
  id: ID,
  title: 'The flown glider against the closed form of equilibrium glide',
  source: 'Eggers, Allen and Neice, NACA Report 1382, 1958, worked out separately',
  mark: 'reproduced',
  tolerance: '1 % of range and time',
  run: () => compare(flown(ONE_HEIGHT), flown('turning-ellipsoid')),
  mistakes: [
    { name: 'lift over drag 5 % off', run: () => compare((speed_mps, toSpeed_mps, liftToDrag) => flown(ONE_HEIGHT)(speed_mps, toSpeed_mps, 1.05 * liftToDrag)) },
    { name: 'wings banked by 15 degrees', run: () => compare(flown(ONE_HEIGHT, PI / 12)) },
    { name: 'a glide that ends at 2 km/s', run: () => compare((speed_mps, toSpeed_mps, liftToDrag) => flown(ONE_HEIGHT)(speed_mps, toSpeed_mps + 200, liftToDrag)) },
    { name: 'air that thins as slowly as the real one', run: () => compare(flown({ ...ONE_HEIGHT, scaleHeight_m: 7000 })) },
  ],
};
