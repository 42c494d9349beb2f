/**
 * What air does to a low satellite: how long it stays up without an engine, and what staying up costs with one.
 * Circular orbits that sink slowly, da/dt = −ρ √(μ a) (Cd A/m); density between the rows of a table falls exponentially,
 * and goes on so below and above it. The table here is that of mean activity; solar-activity.ts moves it for a quiet or an active Sun.
 * Sources: density table as posted at space.stackexchange.com/questions/48256 (mean activity); the law of sinking in
 * King-Hele, Satellite Orbits in an Atmosphere (1987), chapter 4.
 */
import { EARTH_RADIUS_M, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { exp, log } from '../../kernel/maths.js';
import { toSi } from '../../kernel/units.js';
import { circularSpeed_mps } from './orbit-period.js';

/** Cd of tumbling satellites that the literature takes. */
export const DEFAULT_DRAG_COEFFICIENT = 2.2;

/** Altitude at which a satellite has a few hours left and counts as down. */
export const DECAYED_ALTITUDE_M = 180e3;

export interface DensityRow {
  readonly altitude_m: number;
  readonly density_kgpm3: number;
}

/** Mean activity of the Sun. */
export const MEAN_ACTIVITY_DENSITY: readonly DensityRow[] = [
  { altitude_m: 200e3, density_kgpm3: 2.91e-10 },
  { altitude_m: 300e3, density_kgpm3: 2.58e-11 },
  { altitude_m: 400e3, density_kgpm3: 3.89e-12 },
  { altitude_m: 500e3, density_kgpm3: 7.3e-13 },
  { altitude_m: 600e3, density_kgpm3: 1.56e-13 },
];

export interface DraggedSatellite {
  readonly altitude_m: number;
  /** Mass over frontal area. */
  readonly massPerArea_kgpm2: number;
  readonly dragCoefficient?: number;
  /** Air; without it that of mean activity. */
  readonly air?: readonly DensityRow[];
}

/** Density at an altitude, log-linear between the rows of a table in rising order. */
export function tableDensity_kgpm3(altitude_m: number, table: readonly DensityRow[] = MEAN_ACTIVITY_DENSITY): number {
  let row = 0;
  while (row < table.length - 2 && altitude_m > table[row + 1].altitude_m) row++;
  const lower = table[row];
  const upper = table[row + 1];
  const share = (altitude_m - lower.altitude_m) / (upper.altitude_m - lower.altitude_m);
  return lower.density_kgpm3 * exp(share * log(upper.density_kgpm3 / lower.density_kgpm3));
}

/** Steps of the sum over altitude; density changes by a factor of 1.01 over one at most. */
const STEPS = 4000;

/** Time to sink to 180 km without propulsion; 0 at or below it. */
export function passiveLifetime_s({ altitude_m, massPerArea_kgpm2, dragCoefficient = DEFAULT_DRAG_COEFFICIENT, air = MEAN_ACTIVITY_DENSITY }: DraggedSatellite): number {
  if (altitude_m <= DECAYED_ALTITUDE_M) return 0;
  const step_m = (altitude_m - DECAYED_ALTITUDE_M) / STEPS;
  let lifetime_s = 0;
  for (let step = 0; step < STEPS; step++) {
    const here_m = DECAYED_ALTITUDE_M + (step + 0.5) * step_m;
    const sinkRate_mps = (tableDensity_kgpm3(here_m, air) * Math.sqrt(MU_EARTH_M3PS2 * (EARTH_RADIUS_M + here_m)) * dragCoefficient) / massPerArea_kgpm2;
    lifetime_s += step_m / sinkRate_mps;
  }
  return lifetime_s;
}

/** Velocity that an engine must add per Julian year to hold the altitude: the drag, ½ ρ v² Cd A/m, over that time. */
export function dragMakeUpPerYear_mps({ altitude_m, massPerArea_kgpm2, dragCoefficient = DEFAULT_DRAG_COEFFICIENT, air = MEAN_ACTIVITY_DENSITY }: DraggedSatellite): number {
  const speed_mps = circularSpeed_mps(altitude_m);
  return ((0.5 * tableDensity_kgpm3(altitude_m, air) * speed_mps * speed_mps * dragCoefficient) / massPerArea_kgpm2) * toSi(1, 'y');
}
