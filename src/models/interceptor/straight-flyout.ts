/**
 * Fly-out of an interceptor that is steered by its fins all the way: along the straight line from its launcher to the meeting
 * point, as fast as thrust, drag and gravity along that line let it. One table for one altitude of the launcher, over
 * elevation and distance, whatever the azimuth and the place on Earth: these flights last a minute or two.
 * Lift holds it on the line and costs nothing here (induced drag is some 3 m/s²); a real one climbs first where that pays, so
 * long flights through dense air are slower here than they need be. Forces: US Standard Atmosphere 1976, the drag curve of
 * `kernel/flight/drag.ts` on the burning stage, the constant ballistic coefficient of the body after burn-out.
 */
import { atmosphere } from '../../kernel/earth/atmosphere.js';
import { EARTH_MEAN_RADIUS_M, G0_MPS2, SEA_LEVEL_PRESSURE_PA } from '../../kernel/constants.js';
import { dragCoefficient } from '../../kernel/flight/drag.js';
import { burnTime_s, flow_kgps, launchMass_kg } from '../../kernel/flight/flight-legs.js';
import { type GroundInterceptor, vehicleOf } from './stages.js';

export interface StraightTable {
  readonly path: 'straight';
  readonly elevation_count: number;
  readonly distance_count: number;
  readonly distanceStep_m: number;
  readonly floor_m: number;
  readonly ceiling_m: number;
  /** By elevation and distance: time since ignition; Infinity beyond what it reaches. Elevations are even in the root of their sine. */
  readonly time_s: Float32Array;
  /** By elevation: where it has become too slow, or its battery ends. */
  readonly farthest_m: Float32Array;
  /** By elevation: speed when the last stage has burnt out. */
  readonly burnout_mps: Float32Array;
  /** Steps of the integration. */
  readonly rightHandSides: number;
}

const ELEVATIONS = 25;
const DISTANCES = 160;
const STEP_S = 0.1;
/** Slower than this it cannot turn with its target any more: about Mach 1.5. Assumed. */
const TOO_SLOW_MPS = 450;
/** What is farther below the launcher's horizontal than this has ground in between. */
const LOWEST_SINE = -0.02;

export function chartStraight(interceptor: GroundInterceptor, siteAltitude_m: number): StraightTable {
  const runs = Array.from({ length: ELEVATIONS }, (_, i) => flyStraight(interceptor, siteAltitude_m, sineOf(i)));
  const distanceStep_m = Math.max(1, ...runs.map(({ distance_m }) => (distance_m[distance_m.length - 1] ?? 0) / (DISTANCES - 1)));
  const time_s = new Float32Array(ELEVATIONS * DISTANCES).fill(Infinity);
  runs.forEach((run, i) => {
    let row = 1;
    for (let j = 0; j < DISTANCES; j++) {
      const goal_m = j * distanceStep_m;
      while (row < run.distance_m.length - 1 && run.distance_m[row] < goal_m) row++;
      const before_m = run.distance_m[row - 1], share = (goal_m - before_m) / (run.distance_m[row] - before_m);
      // Straight on beyond the end, so that the last cell interpolates; `farthest_m` says where it ends.
      time_s[i * DISTANCES + j] = run.time_s[row - 1] + share * (run.time_s[row] - run.time_s[row - 1]);
    }
  });
  return {
    path: 'straight', elevation_count: ELEVATIONS, distance_count: DISTANCES, distanceStep_m, floor_m: interceptor.floor_m, ceiling_m: interceptor.ceiling_m, time_s,
    farthest_m: Float32Array.from(runs, ({ distance_m }) => distance_m[distance_m.length - 1] ?? 0),
    burnout_mps: Float32Array.from(runs, ({ burnout_mps }) => burnout_mps),
    rightHandSides: runs.reduce((sum, { time_s: rows }) => sum + rows.length, 0),
  };
}

/** Time since ignition to a point at a distance in a direction above the launcher's horizontal; Infinity out of reach. */
export function straightTime_s(table: StraightTable, sineOfElevation: number, distance_m: number): number {
  if (!(sineOfElevation >= LOWEST_SINE)) return Infinity;
  const at = Math.sqrt(Math.min(1, Math.max(0, sineOfElevation))) * (ELEVATIONS - 1);
  const i = Math.min(Math.floor(at), ELEVATIONS - 2), u = at - i;
  if (!(distance_m <= (1 - u) * table.farthest_m[i] + u * table.farthest_m[i + 1])) return Infinity;
  const along = distance_m / table.distanceStep_m, j = Math.min(Math.floor(along), DISTANCES - 2), v = along - j;
  const a = i * DISTANCES + j, b = a + DISTANCES, { time_s } = table;
  return (1 - u) * ((1 - v) * time_s[a] + v * time_s[a + 1]) + u * ((1 - v) * time_s[b] + v * time_s[b + 1]);
}

const sineOf = (i: number): number => (i / (ELEVATIONS - 1)) * (i / (ELEVATIONS - 1));

interface StraightRun {
  readonly time_s: number[];
  readonly distance_m: number[];
  readonly burnout_mps: number;
}

/** Speed and distance along a line of given elevation, by the midpoint rule; rows from the end of the vertical rise on. */
function flyStraight(interceptor: GroundInterceptor, siteAltitude_m: number, sine: number): StraightRun {
  const vehicle = vehicleOf(interceptor), air = new Float64Array(3);
  const time_s: number[] = [], distance_m: number[] = [];
  let t = 0, d = 0, v = 0, burnout_mps = 0, stage = 0, ignition_s = 0, mass_kg = launchMass_kg(vehicle);

  const acceleration = (mass: number, speed: number, distance: number, isBurning: boolean, slope: number): number => {
    const r = EARTH_MEAN_RADIUS_M + siteAltitude_m, height_m = Math.sqrt(r * r + distance * distance + 2 * r * distance * slope) - EARTH_MEAN_RADIUS_M;
    atmosphere(height_m, air);
    const pressure = 0.5 * air[0] * speed * speed, rest = vehicle.stages[Math.min(stage, vehicle.stages.length - 1)];
    const isAlone = stage >= vehicle.stages.length;
    const drag = isAlone ? pressure / vehicle.ballisticCoefficient_kgpm2 : (pressure * dragCoefficient(speed / air[2]) * rest.referenceArea_m2) / mass;
    const thrust_N = isBurning ? rest.thrustVacuum_N * (1 - (1 - rest.ispSeaLevel_s / rest.ispVacuum_s) * (air[1] / SEA_LEVEL_PRESSURE_PA)) : 0;
    const ratio = EARTH_MEAN_RADIUS_M / (EARTH_MEAN_RADIUS_M + height_m);
    // The horizontal turns away under a long straight line, so it climbs more steeply at its end.
    const steepness = (r * slope + distance) / (EARTH_MEAN_RADIUS_M + height_m);
    return thrust_N / mass - drag - G0_MPS2 * ratio * ratio * steepness;
  };

  while (t < interceptor.battery_s) {
    const burning = stage < vehicle.stages.length ? vehicle.stages[stage] : undefined;
    const isBurning = burning !== undefined && t >= ignition_s - 1e-9;
    const end_s = burning === undefined ? Infinity : isBurning ? ignition_s + burnTime_s(burning) : ignition_s;
    const isRising = t < vehicle.verticalRise_s - 1e-9;
    const h = Math.min(STEP_S, end_s - t, isRising ? vehicle.verticalRise_s - t : Infinity);
    const flow = isBurning ? flow_kgps(burning) : 0, slope = isRising ? 1 : sine;
    const half = v + 0.5 * h * acceleration(mass_kg, v, d, isBurning, slope);
    const middle_kg = mass_kg - 0.5 * h * flow, before = v;
    v += h * acceleration(middle_kg, half, d + 0.5 * h * before, isBurning, slope);
    mass_kg -= h * flow;
    t += h;
    // What the vertical rise gains in height is left out: it turns onto the line where it stands.
    if (!isRising) d += h * half;
    if (isBurning && t >= end_s - 1e-9) {
      mass_kg -= burning.dry_kg;
      ignition_s = end_s + burning.coastAfter_s;
      stage++;
      if (stage === vehicle.stages.length) burnout_mps = v;
    }
    // Too heavy for its thrust.
    if (v < 0) break;
    if (isRising) continue;
    if (time_s.length === 0) {
      time_s.push(t - h);
      distance_m.push(0);
    }
    if (stage === vehicle.stages.length && v < TOO_SLOW_MPS) break;
    time_s.push(t);
    distance_m.push(d);
  }
  return { time_s, distance_m, burnout_mps };
}
