/**
 * Regions as GeoJSON (RFC 7946): longitude and latitude in degrees, outer rings against the clock, holes with it, every ring closed,
 * and what crosses the date line cut there (section 3.1.9). Rings come as they are traced, inside on the left.
 */
import { flatArea_deg2, type FlatPoint, flatRings, type RingSpot } from '../kernel/earth/flat-rings.js';

export interface GeoRegion {
  readonly rings: readonly (readonly RingSpot[])[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export function geoJson(regions: readonly GeoRegion[], about: Readonly<Record<string, unknown>>): string {
  const features = regions.map(({ rings, properties }) => ({ type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: polygonsOf(rings) }, properties }));
  // Members of its own beside `type` and `features` are foreign members, which section 6.1 allows.
  return `${JSON.stringify({ type: 'FeatureCollection', features, ...about }, null, 1)}\n`;
}

/** Polygons of outer rings with their holes; a hole belongs to the smallest ring around it. */
export function polygonsOf(rings: readonly (readonly RingSpot[])[]): FlatPoint[][][] {
  const pieces = flatRings(rings).map((ring) => ({ ring, area_deg2: flatArea_deg2(ring) }));
  const outer = pieces.filter(({ area_deg2 }) => area_deg2 > 0).map((piece) => ({ ...piece, holes: [] as FlatPoint[][] })).sort((a, b) => a.area_deg2 - b.area_deg2);
  for (const hole of pieces.filter(({ area_deg2 }) => area_deg2 < 0)) outer.find(({ ring }) => contains(ring, hole.ring[0] ?? [NaN, NaN]))?.holes.push(hole.ring);
  return outer.map(({ ring, holes }) => [ring, ...holes].map(closed));
}

function contains(ring: readonly FlatPoint[], [x, y]: FlatPoint): boolean {
  let isInside = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
  });
  return isInside;
}

/** Five decimals are a metre. */
const closed = (ring: readonly FlatPoint[]): FlatPoint[] => [...ring, ...ring.slice(0, 1)].map(([lon, lat]): FlatPoint => [round(lon), round(lat)]);
const round = (angle_deg: number): number => Math.round(angle_deg * 1e5) / 1e5;
