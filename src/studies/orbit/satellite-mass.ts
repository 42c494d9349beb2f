/**
 * Mass of a satellite with interceptors at launch, as `orbit` and `design` both reckon it: what it carries for its work, times
 * the mass ratio of the make-up that holds its altitude for its life. What it carries is AEI's build-up (Harrison 2025: one
 * body of known dead weight) or one of stages whose structure is a share of the stage (models/interceptor/staged-mass).
 * The tanks of the make-up propellant are not weighed, so that a satellite that would be nearly all propellant is refused.
 */
import { toSi } from '../../kernel/units.js';
import { type DensityRow, dragMakeUpPerYear_mps } from '../../models/constellation/drag-lifetime.js';
import { AEI_INTERCEPTOR_MASS, AEI_ROCKET_G_MPS2, massRatio, spaceInterceptorMass_kg } from '../../models/interceptor/rocket-equation.js';
import { type Build, designFor, stagedMass, type TooFast } from '../../models/interceptor/staged-mass.js';
import { type SpaceInterceptor, totalSpeed_mps } from '../../models/interceptor/space-based.js';

/** What holds a satellite up. */
export interface Holding {
  readonly massToArea_kgpm2: number;
  readonly dragCoefficient: number;
  readonly specificImpulse_s: number;
  readonly life_s: number;
  /** Air; without it that of mean activity. */
  readonly air?: readonly DensityRow[];
}

/** Velocity that holds an altitude over the life. */
export function makeUp_mps(altitude_m: number, { massToArea_kgpm2, dragCoefficient, life_s, air }: Holding): number {
  return (dragMakeUpPerYear_mps({ altitude_m, massPerArea_kgpm2: massToArea_kgpm2, dragCoefficient, ...(air === undefined ? {} : { air }) }) * life_s) / toSi(1, 'y');
}

/** Mass at launch over what is carried. */
export function launchRatio(altitude_m: number, holding: Holding): number {
  return massRatio(makeUp_mps(altitude_m, holding), holding.specificImpulse_s);
}

/** At most nine tenths of the mass at launch may be propellant against drag: its tanks and engine alone would weigh what is left. */
export const MOST_RATIO = 10;

/** Whether a satellite can live so long at an altitude and be launched. */
export function canLive(carried_kg: number, ratio: number, launch_kg: number): boolean {
  return ratio <= MOST_RATIO && carried_kg * ratio <= launch_kg;
}

const LOWEST_M = 150e3, HIGHEST_M = 2000e3, CLOSE_M = 500;

/** Lowest altitude at which it can; undefined where none up to 2,000 km does. */
export function lowestAltitude_m(carried_kg: number, launch_kg: number, holding: Holding): number | undefined {
  const lives = (altitude_m: number): boolean => canLive(carried_kg, launchRatio(altitude_m, holding), launch_kg);
  if (!lives(HIGHEST_M)) return undefined;
  let low_m = LOWEST_M, high_m = HIGHEST_M;
  if (lives(low_m)) return low_m;
  while (high_m - low_m > CLOSE_M) {
    const middle_m = 0.5 * (low_m + high_m);
    if (lives(middle_m)) high_m = middle_m;
    else low_m = middle_m;
  }
  return high_m;
}

/** AEI's dead weights; a second stage counts as more speed of the one body. */
export const AEI_BUILD = 'aei';

/** Interceptors side by side on one carrier, without propellant against drag. */
export function carriedMass_kg(interceptor: SpaceInterceptor, perSatellite_count: number, build: Omit<Build, 'perSatellite_count'> | typeof AEI_BUILD): number | TooFast {
  if (build === AEI_BUILD) {
    const { carrierDry_kg } = AEI_INTERCEPTOR_MASS;
    const with_kg = spaceInterceptorMass_kg({ ...AEI_INTERCEPTOR_MASS, speed_mps: totalSpeed_mps(interceptor), divert_mps: interceptor.divert_mps }, AEI_ROCKET_G_MPS2);
    return carrierDry_kg + perSatellite_count * (with_kg - carrierDry_kg);
  }
  const built = stagedMass(designFor(interceptor, { ...build, perSatellite_count }));
  return 'reason' in built ? built : built.satellite_kg;
}
