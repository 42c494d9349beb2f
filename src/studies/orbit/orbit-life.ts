/**
 * Life of a constellation in a low orbit: drag by altitude and activity of the Sun, propellant that makes up for it, how long a
 * satellite stays up without, and what that means for replacements, launches and re-entries each year.
 * Circular orbits; drag at a constant altitude, so that the make-up is the drag itself.
 */
import { type DraggedSatellite, dragMakeUpPerYear_mps, type DensityRow, passiveLifetime_s, tableDensity_kgpm3 } from '../../models/constellation/drag-lifetime.js';
import { ACTIVITIES, type ActivityFactors, airAtActivity, type SolarActivity } from '../../models/constellation/solar-activity.js';
import { type Launcher, satellitesPerLaunch, type Upkeep, upkeepOf } from '../../models/constellation/upkeep.js';
import { type Holding, launchRatio, makeUp_mps, MOST_RATIO } from './satellite-mass.js';

export interface OrbitLifeInputs {
  readonly altitude_m: number;
  readonly massToArea_kgpm2: number;
  readonly dragCoefficient: number;
  /** Wanted. */
  readonly life_s: number;
  readonly isPropelled: boolean;
  readonly specificImpulse_s: number;
  readonly satellites_count: number;
  readonly spareShare: number;
  readonly mass_kg: number;
  /** Whether `mass_kg` is that at launch, propellant for the make-up included (when left out), or what is carried besides it. */
  readonly massIs?: 'at-launch' | 'carried';
  readonly launcher: Launcher;
  readonly factors: ActivityFactors;
}

export interface OrbitLife {
  readonly activity: SolarActivity;
  readonly density_kgpm3: number;
  /** Down to 180 km without an engine. */
  readonly passive_s: number;
  /** Velocity that holds the altitude for a Julian year. */
  readonly makeUpPerYear_mps: number;
  /** Over the life; 0 without an engine. */
  readonly makeUp_mps: number;
  readonly propellant_kg: number;
  /** At launch, propellant included. */
  readonly launch_kg: number;
  /** The one wanted, or without an engine the shorter one that drag leaves. */
  readonly life_s: number;
  readonly upkeep: Upkeep;
  readonly reentriesPerYear: number;
  /** What comes down: satellites without the propellant they used. */
  readonly reentryMassPerYear_kg: number;
}

export type NoLife =
  /** Sinks at once: nothing lasts at or below 180 km without an engine. */
  | { readonly reason: 'comes-down'; readonly passive_s: number }
  /** Holding the altitude takes more propellant than leaves room for a satellite. */
  | { readonly reason: 'all-propellant'; readonly launch_kg: number; readonly propellant_kg: number }
  | { readonly reason: 'too-heavy'; readonly launch_kg: number; readonly propellant_kg: number };

/** What the satellite weighs at launch, and of that the propellant against drag. */
function massesOf(inputs: OrbitLifeInputs, activity: SolarActivity): { readonly ratio: number; readonly launch_kg: number; readonly propellant_kg: number } {
  const ratio = inputs.isPropelled ? launchRatio(inputs.altitude_m, holdingOf(inputs, activity)) : 1;
  const launch_kg = inputs.massIs === 'carried' ? inputs.mass_kg * ratio : inputs.mass_kg;
  return { ratio, launch_kg, propellant_kg: launch_kg * (1 - 1 / ratio) };
}

/** Altitudes at which cards tell how the air thins and swells with the Sun, as in `quietAt200`. */
const ACTIVITY_CARDS = { low: [['quietAt200', 200e3], ['quietAt400', 400e3], ['quietAt600', 600e3]], high: [['activeAt200', 200e3], ['activeAt400', 400e3], ['activeAt600', 600e3]] } as const;
export type ActivityCard = (typeof ACTIVITY_CARDS)['low' | 'high'][number][0];

export function activityFactors(card: (key: ActivityCard) => number): ActivityFactors {
  const rows = (side: 'low' | 'high'): ActivityFactors['low'] => ACTIVITY_CARDS[side].map(([key, altitude_m]) => ({ altitude_m, factor: card(key) }));
  return { low: rows('low'), high: rows('high') };
}

export const holdingOf = (inputs: Pick<OrbitLifeInputs, 'massToArea_kgpm2' | 'dragCoefficient' | 'specificImpulse_s' | 'life_s' | 'factors'>, activity: SolarActivity): Holding => ({ ...inputs, air: airAtActivity(activity, inputs.factors) });

/** Why no satellite can live as asked, or undefined when one can. */
export function whyNoLife(inputs: OrbitLifeInputs, activity: SolarActivity): NoLife | undefined {
  const { ratio, launch_kg, propellant_kg } = massesOf(inputs, activity);
  if (!inputs.isPropelled) {
    const passive_s = passiveLifetime_s(satelliteOf(inputs, activity));
    if (!(passive_s > 0)) return { reason: 'comes-down', passive_s };
  }
  if (ratio > MOST_RATIO) return { reason: 'all-propellant', launch_kg, propellant_kg };
  return satellitesPerLaunch(launch_kg, inputs.launcher) < 1 ? { reason: 'too-heavy', launch_kg, propellant_kg } : undefined;
}

/** Undefined when no satellite can live as asked. */
export function orbitLife(inputs: OrbitLifeInputs, activity: SolarActivity): OrbitLife | undefined {
  if (whyNoLife(inputs, activity) !== undefined) return undefined;
  const satellite = satelliteOf(inputs, activity), { isPropelled } = inputs, { launch_kg, propellant_kg } = massesOf(inputs, activity);
  const passive_s = passiveLifetime_s(satellite), makeUpPerYear_mps = dragMakeUpPerYear_mps(satellite);
  const life_s = isPropelled ? inputs.life_s : Math.min(inputs.life_s, passive_s);
  const upkeep = upkeepOf({ ...inputs, mass_kg: launch_kg, life_s }, inputs.launcher);
  if (upkeep === undefined) return undefined;
  return {
    activity, density_kgpm3: tableDensity_kgpm3(inputs.altitude_m, satellite.air), passive_s, makeUpPerYear_mps, propellant_kg, launch_kg, life_s, upkeep,
    makeUp_mps: isPropelled ? makeUp_mps(inputs.altitude_m, holdingOf(inputs, activity)) : 0,
    reentriesPerYear: upkeep.replacementsPerYear,
    reentryMassPerYear_kg: upkeep.replacementsPerYear * (launch_kg - propellant_kg),
  };
}

export interface LifePoint {
  readonly altitude_m: number;
  readonly activity: SolarActivity;
  readonly passive_s: number;
  readonly makeUpPerYear_mps: number;
}

/** Between the first and the last row of the density table, at all three activities. */
export const CURVE = { from_m: 200e3, to_m: 600e3, step_m: 10e3 } as const;

export function lifeCurve(inputs: Pick<OrbitLifeInputs, 'massToArea_kgpm2' | 'dragCoefficient' | 'factors'>): LifePoint[] {
  return ACTIVITIES.flatMap((activity) => {
    const points: LifePoint[] = [];
    for (let altitude_m: number = CURVE.from_m; altitude_m <= CURVE.to_m; altitude_m += CURVE.step_m) {
      const satellite = satelliteOf({ ...inputs, altitude_m }, activity);
      points.push({ altitude_m, activity, passive_s: passiveLifetime_s(satellite), makeUpPerYear_mps: dragMakeUpPerYear_mps(satellite) });
    }
    return points;
  });
}

/** Lowest altitude from which a satellite stays up so long without an engine; undefined when that is above `highest_m`. */
export function altitudeForLife_m(inputs: Pick<OrbitLifeInputs, 'massToArea_kgpm2' | 'dragCoefficient' | 'factors' | 'life_s'>, activity: SolarActivity, highest_m: number): number | undefined {
  const lasts = (altitude_m: number): boolean => passiveLifetime_s(satelliteOf({ ...inputs, altitude_m }, activity)) >= inputs.life_s;
  if (!lasts(highest_m)) return undefined;
  let low_m = 150e3, high_m = highest_m;
  while (high_m - low_m > 100) {
    const middle_m = (low_m + high_m) / 2;
    if (lasts(middle_m)) high_m = middle_m;
    else low_m = middle_m;
  }
  return high_m;
}

function satelliteOf(inputs: Pick<OrbitLifeInputs, 'altitude_m' | 'massToArea_kgpm2' | 'dragCoefficient' | 'factors'>, activity: SolarActivity): DraggedSatellite & { readonly air: readonly DensityRow[] } {
  return { altitude_m: inputs.altitude_m, massPerArea_kgpm2: inputs.massToArea_kgpm2, dragCoefficient: inputs.dragCoefficient, air: airAtActivity(activity, inputs.factors) };
}
