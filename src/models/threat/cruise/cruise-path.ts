/**
 * The way of a cruise missile over the ground: geodesics of the WGS-84 ellipsoid from place to place, each with a height
 * above it that changes in a straight line with the distance gone, and a last piece on which it dives to the ground.
 * Turns at the places between are instantaneous: at 240 m/s and 30° of bank the true circle has a radius of 10 km, so a
 * right-angled corner lies 4 km too far out and takes 18 s too long. The ground is the ellipsoid, without terrain.
 */
import { EARTH_MEAN_RADIUS_M } from '../../../kernel/constants.js';
import { azimuth_rad, destination, distance_m } from '../../../kernel/earth/geodesy.js';
import type { GeodeticPlace } from '../place.js';
import type { CruiseMissile } from './cruise-missile.js';

/** One geodesic with a height at each end. */
export interface CruiseLeg {
  readonly isDive: boolean;
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly endLat_rad: number;
  readonly endLon_rad: number;
  readonly azimuth_rad: number;
  /** Along the ellipsoid, below the missile. */
  readonly ground_m: number;
  readonly startAltitude_m: number;
  readonly endAltitude_m: number;
  /** What is flown: longer than the ground by the height and by the climb. */
  readonly path_m: number;
}

export interface CruisePath {
  readonly legs: readonly CruiseLeg[];
  readonly ground_m: number;
}

/** Legs through all places; without length (places twice, a target under the launch place) they are left out. */
export function cruisePath(missile: CruiseMissile, from: GeodeticPlace, route: readonly GeodeticPlace[], to: GeodeticPlace): CruisePath {
  const places = [from, ...route, to];
  const heights = [missile.altitude_m, ...route.map((place) => heightAt_m(missile, place)), missile.altitude_m];
  // The last place's height is the one at which the dive begins, so it is reached there and not above the target.
  const legs: CruiseLeg[] = [];
  for (let i = 1; i < places.length; i++) {
    const whole = leg(places[i - 1], places[i], heights[i - 1], heights[i]);
    if (i < places.length - 1) {
      if (whole.path_m > 0) legs.push(whole);
    } else {
      legs.push(...withDive(whole, missile));
    }
  }
  return { legs, ground_m: legs.reduce((sum, { ground_m }) => sum + ground_m, 0) };
}

/** Height over a place of the route: its own where it states one. */
export function heightAt_m(missile: CruiseMissile, place: GeodeticPlace): number {
  return place.altitude_m === 0 ? missile.altitude_m : place.altitude_m;
}

/** A dive longer than the last leg starts where that leg does. */
function withDive(last: CruiseLeg, missile: CruiseMissile): CruiseLeg[] {
  const level_m = last.ground_m - missile.dive_m;
  const target = { lat_rad: last.endLat_rad, lon_rad: last.endLon_rad, altitude_m: 0 };
  const start = { lat_rad: last.lat_rad, lon_rad: last.lon_rad, altitude_m: 0 };
  if (!(level_m > 0)) return [{ ...leg(start, target, last.startAltitude_m, 0), isDive: true }];
  const place = new Float64Array(2);
  destination(last.lat_rad, last.lon_rad, last.azimuth_rad, level_m, place);
  const turn = { lat_rad: place[0], lon_rad: place[1], altitude_m: 0 };
  return [leg(start, turn, last.startAltitude_m, last.endAltitude_m), { ...leg(turn, target, last.endAltitude_m, 0), isDive: true }];
}

function leg(from: GeodeticPlace, to: GeodeticPlace, startAltitude_m: number, endAltitude_m: number): CruiseLeg {
  const ground_m = distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad);
  const level_m = ground_m * (1 + (startAltitude_m + endAltitude_m) / 2 / EARTH_MEAN_RADIUS_M);
  const climb_m = endAltitude_m - startAltitude_m;
  return {
    isDive: false, lat_rad: from.lat_rad, lon_rad: from.lon_rad, endLat_rad: to.lat_rad, endLon_rad: to.lon_rad,
    azimuth_rad: azimuth_rad(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad),
    ground_m, startAltitude_m, endAltitude_m, path_m: Math.sqrt(level_m * level_m + climb_m * climb_m),
  };
}
