/**
 * The flights from which a fly-out table is made: from one site, over launch azimuth and pitch-over from vertical to the
 * flattest that stays up, each reduced to its passages of given altitudes after burnout (before it there is no kill
 * vehicle to meet anything). Integrated in the inertial frame with the site's velocity, passages in the Earth-fixed one.
 */
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { type Ephemeris, ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { type Flight, Flyer } from '../../kernel/flight/flight.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { PI, TAU } from '../../kernel/maths.js';
import { mapScale } from './flyout-table.js';
import { type GroundInterceptor, type SitePlace, vehicleOf } from './stages.js';

/** One passage of an altitude: place on the map, time, and the launch. */
export interface Passage {
  readonly east_m: number;
  readonly north_m: number;
  readonly t_s: number;
  readonly kick_rad: number;
}

export interface FlyoutFlights {
  readonly azimuth_rad: readonly number[];
  /** By azimuth and altitude, in the order of growing distance: rising, flatter and flatter, then falling, steeper and steeper. */
  readonly passages: readonly (readonly (readonly Passage[])[])[];
  /** Passages of the vertical flight by altitude, powered or not; undefined above its apogee. */
  readonly vertical: readonly (Passage | undefined)[];
  readonly rightHandSides: number;
}

const AZIMUTHS = 16;
const KICKS = 30;
const STEEPEST_FLAT_RAD = PI / 2;
/** A fly-out time is wanted within 1 %, an impact within a metre: these flights can be flown more loosely. */
const TOLERANCE_FACTOR = 100;
const SAMPLING = { boost_s: 5, coast_s: 30, entry_s: 5 };
/** Of flights that last a minute or two, much of it in air. */
const FINE_SAMPLING = { boost_s: 1, coast_s: 2, entry_s: 1 };

export function flyFamilies(
  interceptor: GroundInterceptor, site: SitePlace, axes: Float64Array, altitudes_m: readonly number[],
): FlyoutFlights {
  const flyer = new Flyer();
  const vehicle = vehicleOf(interceptor);
  let rightHandSides = 0;
  const fly = (azimuth_rad: number, kick_rad: number, withEphemeris: boolean): Flight => {
    const { lat_rad, lon_rad, altitude_m: siteAltitude_m } = site;
    const flight = flyer.fly(
      vehicle,
      { lat_rad, lon_rad, altitude_m: siteAltitude_m, azimuth_rad, kick_rad, cutoff_s: Infinity },
      { withEphemeris, sampling: interceptor.phase === 'terminal' ? FINE_SAMPLING : SAMPLING, until_s: interceptor.battery_s, toleranceFactor: TOLERANCE_FACTOR },
    );
    rightHandSides += flight.rightHandSides;
    return flight;
  };
  const flattest_rad = findFlattest((kick_rad) => fly(PI / 2, kick_rad, false), interceptor.floor_m);
  // Denser towards the flat end, where apogees, and with them ranges, change fastest.
  const kicks = Array.from({ length: KICKS }, (_, i) => {
    const rest = 1 - i / (KICKS - 1);
    return flattest_rad * (1 - rest * Math.sqrt(rest));
  });
  const azimuth_rad = Array.from({ length: AZIMUTHS }, (_, i) => (i * TAU) / AZIMUTHS);
  const vertical = altitudes_m.map((): Passage | undefined => undefined);
  const passages = azimuth_rad.map((azimuth) => {
    const rising = altitudes_m.map((): Passage[] => []);
    const falling = altitudes_m.map((): Passage[] => []);
    kicks.forEach((kick_rad, index) => {
      const flight = fly(azimuth, kick_rad, true);
      if (flight.ephemeris === undefined || (flight.status !== 'aloft' && flight.status !== 'impact')) return;
      eachPassage(flight.ephemeris, axes, altitudes_m, kick_rad, (level, passage, isRising) => {
        if (index === 0 && isRising) vertical[level] ??= passage;
        if (passage.t_s >= flight.burnTime_s) (isRising ? rising : falling)[level].push(passage);
      });
    });
    return altitudes_m.map((_, level) => [...rising[level], ...falling[level].reverse()]);
  });
  return { azimuth_rad, passages, vertical, rightHandSides };
}

/** Largest pitch-over whose flight still rises above the floor after burnout. */
function findFlattest(fly: (kick_rad: number) => Flight, floor_m: number): number {
  let low = 0;
  let high = STEEPEST_FLAT_RAD;
  for (let i = 0; i < 14; i++) {
    const middle = 0.5 * (low + high);
    const flight = fly(middle);
    const isFlying = (flight.status === 'aloft' || flight.status === 'impact') && flight.burnout.flightPathAngle_rad > 0;
    if (isFlying && flight.apogee_m > floor_m) low = middle;
    else high = middle;
  }
  return low;
}

/** Reports every passage of an altitude, in order of time. */
function eachPassage(
  ephemeris: Ephemeris, axes: Float64Array, altitudes_m: readonly number[], kick_rad: number,
  report: (level: number, passage: Passage, isRising: boolean) => void,
): void {
  const state = new Float64Array(6);
  const floor_m = altitudes_m[0];
  const spacing_m = altitudes_m[1] - floor_m;
  const heightAt = (t_s: number): number => {
    ephemerisAt(ephemeris, t_s, state);
    return altitude_m(state[0], state[1], state[2]);
  };
  for (const part of ephemeris.parts) {
    let t0 = part.start_s;
    let h0 = heightAt(t0);
    for (let row = 1; row < part.count; row++) {
      const t1 = row === part.count - 1 ? part.end_s : part.start_s + row * part.step_s;
      const at = 6 * (part.first + row);
      const h1 = altitude_m(ephemeris.rows_ecef[at], ephemeris.rows_ecef[at + 1], ephemeris.rows_ecef[at + 2]);
      const isRising = h1 > h0;
      // Levels are evenly spaced: only those between the two altitudes are passed.
      const lowest = Math.max(0, Math.ceil((Math.min(h0, h1) - floor_m) / spacing_m));
      const highest = Math.min(altitudes_m.length - 1, Math.floor((Math.max(h0, h1) - floor_m) / spacing_m));
      for (let i = lowest; i <= highest; i++) {
        const level = isRising ? i : lowest + highest - i;
        const t_s = findTime(heightAt, altitudes_m[level], t0, t1, h0, h1);
        heightAt(t_s);
        report(level, onMap(axes, state, t_s, kick_rad), isRising);
      }
      t0 = t1;
      h0 = h1;
    }
  }
}

/** False position with halving of the stale end; a few rounds reach a metre on these gentle curves. */
function findTime(heightAt: (t_s: number) => number, goal_m: number, t0: number, t1: number, h0: number, h1: number): number {
  let a = t0;
  let b = t1;
  let fa = h0 - goal_m;
  let fb = h1 - goal_m;
  let t = b;
  for (let i = 0; i < 12; i++) {
    t = b - (fb * (b - a)) / (fb - fa);
    const f = heightAt(t) - goal_m;
    if (Math.abs(f) < 1) break;
    if (f * fb < 0) {
      a = b;
      fa = fb;
    } else {
      fa *= 0.5;
    }
    b = t;
    fb = f;
  }
  return t;
}

function onMap(axes: Float64Array, position_ecef_m: ArrayLike<number>, t_s: number, kick_rad: number): Passage {
  const x = position_ecef_m[0];
  const y = position_ecef_m[1];
  const z = position_ecef_m[2];
  const east = axes[0] * x + axes[1] * y + axes[2] * z;
  const north = axes[3] * x + axes[4] * y + axes[5] * z;
  const up = axes[6] * x + axes[7] * y + axes[8] * z;
  const scale = mapScale(Math.sqrt(x * x + y * y + z * z), up);
  return { east_m: east * scale, north_m: north * scale, t_s, kick_rad };
}

/** Farthest that the map reaches: the antipode's circle. */
export const MAP_EDGE_M = 2 * EARTH_MEAN_RADIUS_M;
