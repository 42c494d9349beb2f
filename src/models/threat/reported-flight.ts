/**
 * Does a reported apogee, range and time agree with powered flight? The impulsive ellipse through apogee and range has one
 * time; a rocket takes longer, because it has to gain its speed. By how much follows from how fast missiles gain speed:
 * between the published burn times of solid and liquid ICBMs, with room for single designs. The Earth's turning adds or
 * takes some more, since a report gives neither place nor direction: on a long flight so much that the band may start below
 * the ellipse. Less than that no powered flight can take.
 * The band is wide on purpose: what it contradicts is wrong, what it lets pass need not be right.
 */
import { EARTH_MEAN_RADIUS_M, EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { ellipseThrough, minimumEnergy } from '../../kernel/orbit/impulsive.js';
import { clamp, PI } from '../../kernel/maths.js';

export interface ReportedFlight {
  readonly apogee_m: number;
  /** Over the ground, from launch to impact. */
  readonly range_m: number;
  /** From launch to impact; without it only the ellipse and the band are told. */
  readonly time_s?: number;
}

export interface FlightCheck {
  /** Speed of the impulsive start, sphere at rest. */
  readonly impliedSpeed_mps: number;
  readonly ellipseTime_s: number;
  /** What a powered flight takes longer than the ellipse, at least and at most. */
  readonly least_s: number;
  readonly most_s: number;
  /** Reported time minus that of the ellipse; this and what follows are null for a report without a time. */
  readonly residual_s: number | null;
  readonly consistent: boolean | null;
  /** How far the residual lies outside the band, 0 within it. */
  readonly offBy_s: number | null;
}

/** Burn times of the two kinds of ICBM: IEEE Spectrum, March 2005, after APS 2003 (seen: primary). */
const SOLID_BURN_S = 170;
const LIQUID_BURN_S = 250;
/** The range behind these burn times, by whose speed they become accelerations. */
const ICBM_RANGE_M = 10_000_000;
/** Single designs against their kind, either way. Assumed; the slowest class of the public data stays just inside. */
const DESIGN_SPREAD = 1.4;
/**
 * The ellipse takes this share of the burn time to where thrust ends: half for even acceleration, less as it grows while
 * propellant burns off; 0.26 to 0.38 for the classes of the public data flown northwards. Assumed.
 */
const LEAST_SHARE = 0.25;
const MOST_SHARE = 0.4;
/** What the air takes on the way down, for blunt bodies. Assumed. */
const ENTRY_S = 20;

/** Throws for an apogee or range that no flight can have, as the ellipse does. */
export function checkReportedFlight({ apogee_m, range_m, time_s }: ReportedFlight): FlightCheck {
  const ellipse = ellipseThrough(apogee_m, range_m);
  const icbmSpeed_mps = minimumEnergy(ICBM_RANGE_M).speed_mps;
  const burn_s = (published_s: number): number => (published_s * ellipse.speed_mps) / icbmSpeed_mps;
  const turning = turningOf(apogee_m, range_m, ellipse.flightTime_s);
  const least_s = ((1 - MOST_SHARE) * burn_s(SOLID_BURN_S)) / DESIGN_SPREAD + turning.least_s;
  const most_s = (1 - LEAST_SHARE) * burn_s(LIQUID_BURN_S) * DESIGN_SPREAD + turning.most_s + ENTRY_S;
  const band = { impliedSpeed_mps: ellipse.speed_mps, ellipseTime_s: ellipse.flightTime_s, least_s, most_s };
  if (time_s === undefined) return { ...band, residual_s: null, consistent: null, offBy_s: null };
  const residual_s = time_s - ellipse.flightTime_s;
  const offBy_s = Math.max(least_s - residual_s, residual_s - most_s, 0);
  return { ...band, residual_s, consistent: offBy_s === 0, offBy_s };
}

/**
 * Difference of time when the ground moves under the flight: due west it has less of an ellipse to cover than the range
 * over the ground (none at least, in a direction in between), due east more, at the equator by the Earth's whole turning.
 */
function turningOf(apogee_m: number, range_m: number, time_s: number): { readonly least_s: number; readonly most_s: number } {
  const turn_m = EARTH_RATE_RADPS * EARTH_MEAN_RADIUS_M * time_s;
  const timeOver_s = (inertialRange_m: number): number =>
    ellipseThrough(apogee_m, clamp(inertialRange_m, 1, PI * EARTH_MEAN_RADIUS_M)).flightTime_s - time_s;
  const west_s = timeOver_s(range_m - turn_m);
  const east_s = timeOver_s(range_m + turn_m);
  return { least_s: Math.min(west_s, east_s, 0), most_s: Math.max(west_s, east_s, 0) };
}
