/**
 * Ground radar as a sector of a cone: a target is seen when it is in range, between the elevation limits and inside the
 * watched azimuths. Straight line of sight, no refraction; signature-dependent range comes with issue E.
 */
import { asin, atan2, cos, PI, sin, wrapAngle_rad } from '../../kernel/maths.js';
import { geodeticToEcef } from '../../kernel/geodesy.js';

export interface SectorRadar {
  readonly place: { readonly lat_rad: number; readonly lon_rad: number; readonly altitude_m: number };
  readonly range_m: number;
  readonly minElevation_rad: number;
  readonly maxElevation_rad: number;
  readonly sectorCentre_rad: number;
  readonly sectorWidth_rad: number;
}

/** A radar's place and local axes in the Earth-fixed frame, worked out once. */
export interface RadarSite {
  readonly position_ecef_m: Float64Array;
  /** East, north and up unit vectors, nine numbers. */
  readonly axes_ecef: Float64Array;
}

export function placeRadar(sensor: SectorRadar): RadarSite {
  const position_ecef_m = new Float64Array(3);
  geodeticToEcef(sensor.place.lat_rad, sensor.place.lon_rad, sensor.place.altitude_m, position_ecef_m);
  const sinLat = sin(sensor.place.lat_rad), cosLat = cos(sensor.place.lat_rad);
  const sinLon = sin(sensor.place.lon_rad), cosLon = cos(sensor.place.lon_rad);
  return {
    position_ecef_m,
    axes_ecef: Float64Array.of(-sinLon, cosLon, 0, -sinLat * cosLon, -sinLat * sinLon, cosLat, cosLat * cosLon, cosLat * sinLon, sinLat),
  };
}

/** True when the radar sees a target at an Earth-fixed position. */
export function isInRadarView(sensor: SectorRadar, site: RadarSite, x: number, y: number, z: number): boolean {
  const p = site.position_ecef_m, axes = site.axes_ecef;
  const dx = x - p[0], dy = y - p[1], dz = z - p[2];
  const range = Math.sqrt(dx * dx + dy * dy + dz * dz);
  if (range > sensor.range_m) return false;
  const east = axes[0] * dx + axes[1] * dy + axes[2] * dz;
  const north = axes[3] * dx + axes[4] * dy + axes[5] * dz;
  const up = axes[6] * dx + axes[7] * dy + axes[8] * dz;
  const elevation_rad = asin(up / range);
  if (elevation_rad < sensor.minElevation_rad || elevation_rad > sensor.maxElevation_rad) return false;
  if (sensor.sectorWidth_rad >= 2 * PI) return true;
  const offCentre_rad = wrapAngle_rad(atan2(east, north) - sensor.sectorCentre_rad);
  return Math.abs(offCentre_rad) <= sensor.sectorWidth_rad / 2;
}
