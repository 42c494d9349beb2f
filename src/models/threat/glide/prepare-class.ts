/**
 * What aiming needs to know about a class of gliders before any target is named, found by flying it northwards from 45° N: for
 * cut-offs from depletion down to the earliest after which it still glides, the pitch-over that gives the wanted apogee and
 * how far it then goes until it is as slow as its dive begins.
 */
import { Flyer, burnTime_s, poweredTime_s } from '../../../kernel/flight/flight.js';
import { destination } from '../../../kernel/earth/geodesy.js';
import { PI } from '../../../kernel/maths.js';
import { fitMonotoneCurve, type MonotoneCurve } from '../../../kernel/statistics/monotone-curve.js';
import type { GeodeticPlace } from '../place.js';
import { type Boost, flyBoost, kickForApogee_rad } from './boost.js';
import { GlideFlyer } from './glide-flight.js';
import type { GlideMissile } from './glide-missile.js';
import { surplus_m } from './surplus.js';

export interface PreparedGlide {
  readonly missile: GlideMissile;
  readonly flyer: Flyer;
  readonly glideFlyer: GlideFlyer;
  /** Share of all powered time against reference range, and pitch-over against that share. */
  readonly shareByReach: MonotoneCurve;
  readonly kickByShare: MonotoneCurve;
  readonly flights: number;
}

/** Why a class cannot be flown as a glider at all. */
export interface NoGlide {
  readonly reason: string;
  readonly status: 'no-lift-off' | 'cannot-glide';
  readonly flights: number;
}

const REFERENCE: GeodeticPlace = { lat_rad: PI / 4, lon_rad: 0, altitude_m: 0 };
const REFERENCE_RANGE_M = 15e6;
/** Cut-offs flown in each stage, as shares of its burn; right at its end rounding could light the next. */
const WITHIN_STAGE = [0.999, 0.92, 0.8, 0.65, 0.5, 0.35, 0.2];

export function prepareGlideClass(missile: GlideMissile, flyer: Flyer = new Flyer()): PreparedGlide | NoGlide {
  const glideFlyer = new GlideFlyer();
  const end = new Float64Array(2);
  destination(REFERENCE.lat_rad, REFERENCE.lon_rad, 0, REFERENCE_RANGE_M, end);
  const places: GeodeticPlace[] = [{ lat_rad: end[0], lon_rad: end[1], altitude_m: 0 }];
  const rows: { share: number; kick_rad: number; reach_m: number }[] = [];
  let flights = 0;
  for (const share of sharesDown(missile)) {
    const boost = (kick_rad: number): Boost => {
      flights++;
      return flyBoost(flyer, missile, { from: REFERENCE, azimuth_rad: 0, kick_rad, share });
    };
    if (rows.length === 0 && boost(0.01).flight.status === 'no-lift-off') {
      return { reason: 'its first stage does not lift its weight', status: 'no-lift-off', flights };
    }
    const last = rows[rows.length - 1];
    const kick_rad = kickForApogee_rad(boost, missile.apogee_m, last?.kick_rad);
    if (!(kick_rad > 0)) break;
    const { end_eci, burnTime_s: start_s } = boost(kick_rad);
    const glide = glideFlyer.fly(missile, { start_eci: end_eci, start_s, places }, { leastSpeed_mps: missile.diveSpeed_mps, stopsAtDive: true, withEphemeris: false });
    flights++;
    const hasGlided = glide.phases.some(({ name }) => name === 'pull-up') && glide.phases[glide.phases.length - 1].name === 'glide';
    const reach_m = REFERENCE_RANGE_M + surplus_m(missile, glide, places);
    if (!hasGlided || (last !== undefined && !(reach_m < last.reach_m - 1))) break;
    rows.push({ share, kick_rad, reach_m });
  }
  if (rows.length < 2) {
    return {
      reason: `no pitch-over takes it to an apogee of ${(missile.apogee_m / 1000).toFixed(0)} km and into a glide faster than its dive at ${(missile.diveSpeed_mps / 1000).toFixed(2)} km/s`,
      status: 'cannot-glide', flights,
    };
  }
  rows.reverse();
  return {
    missile, flyer, glideFlyer, flights,
    shareByReach: fitMonotoneCurve(rows.map((row) => row.reach_m), rows.map((row) => row.share)),
    kickByShare: fitMonotoneCurve(rows.map((row) => row.share), rows.map((row) => row.kick_rad)),
  };
}

/** Shares of all powered time, from depletion down. */
function sharesDown(missile: GlideMissile): number[] {
  const whole = poweredTime_s(missile);
  const shares: number[] = [];
  let end = whole;
  for (let stage = missile.stages.length - 1; stage >= 0; stage--) {
    const burn = burnTime_s(missile.stages[stage]);
    for (const within of WITHIN_STAGE) shares.push(shares.length === 0 ? 1 : (end - (1 - within) * burn) / whole);
    end -= burn;
  }
  return shares;
}
