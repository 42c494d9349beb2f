/**
 * What a constellation needs each year to stay as it is: satellites built, launches, and what comes down. Mean rates once it stands,
 * satellites replaced one for one and evenly over their life, every old one brought down; APS 2003 and CBO count so. Years are Julian.
 */
import { fromSi } from '../../kernel/units.js';

export interface Constellation {
  /** That must work at any time. */
  readonly satellites_count: number;
  /** In orbit beyond those, as a share. */
  readonly spareShare: number;
  readonly mass_kg: number;
  readonly life_s: number;
}

export interface Launcher {
  readonly capacity_kg: number;
  /** Most satellites that fit, whatever they weigh. */
  readonly capacity_count: number;
}

export interface Upkeep {
  readonly spares_count: number;
  readonly inOrbit_count: number;
  readonly perLaunch_count: number;
  /** To put all of them up. */
  readonly firstLaunches_count: number;
  /** Mean rates. */
  readonly replacementsPerYear: number;
  readonly launchesPerYear: number;
}

/** Satellites of one launch; 0 when not even one can be lifted. */
export function satellitesPerLaunch(mass_kg: number, { capacity_kg, capacity_count }: Launcher): number {
  return Math.min(Math.floor(capacity_kg / mass_kg), capacity_count);
}

/** Undefined when one satellite is too heavy for the launcher. A life of 0 gives infinite rates. */
export function upkeepOf({ satellites_count, spareShare, mass_kg, life_s }: Constellation, launcher: Launcher): Upkeep | undefined {
  const perLaunch_count = satellitesPerLaunch(mass_kg, launcher);
  if (perLaunch_count < 1) return undefined;
  const spares_count = Math.ceil(spareShare * satellites_count - 1e-9), inOrbit_count = satellites_count + spares_count;
  const replacementsPerYear = inOrbit_count / fromSi(life_s, 'y');
  return {
    spares_count, inOrbit_count, perLaunch_count,
    firstLaunches_count: Math.ceil(inOrbit_count / perLaunch_count),
    replacementsPerYear,
    launchesPerYear: replacementsPerYear / perLaunch_count,
  };
}
