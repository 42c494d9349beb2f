/**
 * Rings on the sphere laid flat, longitude against latitude in degrees, within one turn about a middle meridian: what crosses the
 * edge of the turn is cut there, and a ring around a pole is closed along that pole's line. Rings have their inside on the left and
 * keep it there, so outer ones run against the clock and holes with it.
 */
import { fromSi } from '../units.js';

export interface RingSpot {
  readonly lat_rad: number;
  readonly lon_rad: number;
}

export type FlatPoint = readonly [lon_deg: number, lat_deg: number];

const TURN_DEG = 360, POLE_DEG = 90;

export function flatRings(rings: readonly (readonly RingSpot[])[], middle_deg = 0): FlatPoint[][] {
  const west_deg = middle_deg - TURN_DEG / 2, east_deg = middle_deg + TURN_DEG / 2;
  return rings.flatMap((ring) => {
    const whole = unwrapped(ring, middle_deg);
    return [-TURN_DEG, 0, TURN_DEG].map((shift) => cutTo(whole.map(([lon, lat]): FlatPoint => [lon + shift, lat]), west_deg, east_deg)).filter((piece) => piece.length > 2 && flatArea_deg2(piece) !== 0);
  });
}

/** Area left of a closed ring in square degrees; negative for a hole. */
export function flatArea_deg2(ring: readonly FlatPoint[]): number {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    sum += x * nextY - nextX * y;
  });
  return 0.5 * sum;
}

/** Longitudes without jumps, starting within half a turn of the middle. */
function unwrapped(ring: readonly RingSpot[], middle_deg: number): FlatPoint[] {
  let before_deg = middle_deg;
  const points = ring.map(({ lat_rad, lon_rad }): FlatPoint => {
    before_deg = nearTo(fromSi(lon_rad, 'deg'), before_deg);
    return [before_deg, fromSi(lat_rad, 'deg')];
  });
  const [first] = points;
  if (first === undefined) return [];
  // After a whole turn the first point comes again, a turn away: the ring goes around a pole.
  const again_deg = nearTo(first[0], before_deg);
  if (Math.abs(again_deg - first[0]) < TURN_DEG / 2) return points;
  const pole_deg = first[1] >= 0 ? POLE_DEG : -POLE_DEG;
  return [...points, [again_deg, first[1]], [again_deg, pole_deg], [first[0], pole_deg]];
}

const nearTo = (lon_deg: number, wanted_deg: number): number => lon_deg - TURN_DEG * Math.round((lon_deg - wanted_deg) / TURN_DEG);

/** Sutherland and Hodgman, Communications of the ACM 17 (1974), for two edges. */
function cutTo(ring: readonly FlatPoint[], west_deg: number, east_deg: number): FlatPoint[] {
  const keep = (points: readonly FlatPoint[], limit: number, side: 1 | -1): FlatPoint[] =>
    points.flatMap((point, i): FlatPoint[] => {
      const before = points[(i + points.length - 1) % points.length], isIn = side * (point[0] - limit) >= 0, wasIn = side * (before[0] - limit) >= 0;
      const share = (limit - before[0]) / (point[0] - before[0]), crossing: FlatPoint = [limit, before[1] + share * (point[1] - before[1])];
      return [...(isIn !== wasIn ? [crossing] : []), ...(isIn ? [point] : [])];
    });
  return keep(keep(ring, west_deg, 1), east_deg, -1);
}
