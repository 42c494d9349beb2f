/**
 * How many space-based interceptors it takes, by the arithmetic that AEI and others use: reach from fly-out, absentee ratio from
 * reach, number from the ratio. Interceptors are spread evenly, or stand in orbits of one inclination; all missiles leave one
 * place at once and all are met at one altitude, by interceptors that were fired at the first chance.
 * The size is that of the mean: how often a constellation with random nodes and phases really has enough is told beside it.
 * Source: AEI space-based interceptor calculator (Harrison 2025), whose defaults stand below by name.
 */
import { toSi } from '../../kernel/units.js';
import { sin } from '../../kernel/maths.js';
import { latitudeFraction, reachAngle_rad } from '../../models/constellation/coverage-fraction.js';
import { burnsUntil_s, flyout_m, type SecondStage, type SpaceInterceptor } from '../../models/interceptor/space-based.js';
import { answerFromRatio, type MoreWanted, type NumberAnswer, type Reach, type Wanted } from './method.js';

/** Radius of the Earth in AEI's calculator. */
export const AEI_EARTH_RADIUS_M = 6378.1e3;

export interface ReachInputs {
  readonly altitude_m: number;
  readonly acceleration_mps2: number;
  readonly speed_mps: number;
  /** From the order to fire to the meeting. */
  readonly flyout_s: number;
  readonly interceptAltitude_m: number;
}

/** What the formula can carry besides, and the published forms leave out. */
export interface MoreOfInterceptor {
  /** From the order to ignition. */
  readonly deadTime_s?: number;
  readonly secondStage?: SecondStage;
}

export interface ShellInputs extends ReachInputs, Wanted {
  /** Threats come from latitudes up to this, and the satellites are spread over that band only. */
  readonly maxLatitude_rad: number;
}

export interface LatitudeInputs extends ReachInputs, Wanted {
  readonly inclination_rad: number;
  readonly latitude_rad: number;
}

/** AEI's boost-phase interceptor; one missile, two shots. */
export const AEI_SHELL: ShellInputs = {
  altitude_m: 300e3,
  acceleration_mps2: toSi(15, 'g'),
  speed_mps: 6000,
  flyout_s: 120,
  interceptAltitude_m: 200e3,
  salvo: 1,
  shots: 2,
  maxLatitude_rad: toSi(90, 'deg'),
};

/** What keeps an interceptor from being useful at all. */
export type NoReach = 'still-burning' | 'too-high';

/** What flies: the closed forms know no floor, no reserve and no battery. */
export function interceptorOf({ speed_mps, acceleration_mps2, deadTime_s = 0, secondStage }: ReachInputs & MoreOfInterceptor): SpaceInterceptor {
  return { speed_mps, acceleration_mps2, deadTime_s, divert_mps: 0, floor_m: 0, battery_s: Infinity, ...(secondStage === undefined ? {} : { secondStage }) };
}

/** AEI's rule also refuses a fly-out that ends before burn-out, and so does this. */
export function reachOf(inputs: ReachInputs & MoreOfInterceptor): Reach | NoReach {
  const interceptor = interceptorOf(inputs);
  if (burnsUntil_s(interceptor) > inputs.flyout_s) return 'still-burning';
  const distance_m = flyout_m(interceptor, inputs.flyout_s);
  const height_m = Math.abs(inputs.altitude_m - inputs.interceptAltitude_m);
  if (distance_m <= height_m) return 'too-high';
  return { flyout_m: distance_m, reach_m: Math.sqrt((distance_m - height_m) * (distance_m + height_m)) };
}

/** Spread evenly: ratio = 4 (Re + h_i)² sin(lat_max)/r². */
export function sizeShell(inputs: ShellInputs & MoreOfInterceptor & MoreWanted, earthRadius_m = AEI_EARTH_RADIUS_M): NumberAnswer | NoReach {
  const reach = reachOf(inputs);
  if (typeof reach === 'string') return reach;
  const meeting = (earthRadius_m + inputs.interceptAltitude_m) / reach.reach_m;
  return answerFromRatio('shell', reach, 4 * meeting * meeting * sin(inputs.maxLatitude_rad), inputs);
}

/** In orbits of one inclination: ratio = 1/f(ψ, L, i), ψ the reach as an arc at the altitude of the meeting. */
export function sizeByLatitude(inputs: LatitudeInputs & MoreOfInterceptor & MoreWanted, earthRadius_m = AEI_EARTH_RADIUS_M): NumberAnswer | NoReach | 'out-of-band' {
  const reach = reachOf(inputs);
  if (typeof reach === 'string') return reach;
  const reach_rad = reachAngle_rad(reach.reach_m, earthRadius_m + inputs.interceptAltitude_m);
  const fraction = latitudeFraction({ ...inputs, reach_rad });
  return fraction > 0 ? answerFromRatio('latitude', reach, 1 / fraction, inputs) : 'out-of-band';
}
