/**
 * Places on and above the WGS-84 ellipsoid: geodetic coordinates, Earth-fixed axes and a site's local east-north-up.
 * Latitude is geodetic, longitude east in [−π, π), altitude above the ellipsoid, azimuth clockwise from north,
 * elevation up from the ellipsoid's tangent plane. The way back from Earth-fixed axes is Bowring's (Survey Review 28,
 * 1985), repeated until it stands still. Distances along the ground live in `geodesic.ts`.
 */
import { EARTH_ECCENTRICITY_SQUARED, EARTH_FLATTENING, EARTH_RADIUS_M } from '../constants.js';
import { atan2, cos, PI, sin, TAU } from '../maths.js';

export { azimuth_rad, destination, distance_m } from './geodesic.js';

const A = EARTH_RADIUS_M;
const E2 = EARTH_ECCENTRICITY_SQUARED;
const B = A * (1 - EARTH_FLATTENING);
/** e'²·b, the second eccentricity squared times the polar radius. */
const SECOND_E2_B = (E2 / (1 - E2)) * B;

export function geodeticToEcef(lat_rad: number, lon_rad: number, altitude_m: number, out: Float64Array | number[]): void {
  const sinLat = sin(lat_rad);
  const cosLat = cos(lat_rad);
  const normal = A / Math.sqrt(1 - E2 * sinLat * sinLat);
  const across = (normal + altitude_m) * cosLat;
  out[0] = across * cos(lon_rad);
  out[1] = across * sin(lon_rad);
  out[2] = (normal * (1 - E2) + altitude_m) * sinLat;
}

/**
 * Earth-fixed position to latitude, longitude, altitude, within 1e-12 rad and 1e-7 m from 5 km below the ellipsoid to
 * 40,000 km above; not meant for points near the centre of the Earth. On the axis the longitude is defined as 0.
 */
export function ecefToGeodetic(x: number, y: number, z: number, out: Float64Array | number[]): void {
  const across = Math.sqrt(x * x + y * y);
  const lat_rad = geodeticLatitude_rad(across, z);
  const lon_rad = across > 0 ? atan2(y, x) : 0;
  const sinLat = sin(lat_rad);
  out[0] = lat_rad;
  out[1] = lon_rad >= PI ? lon_rad - TAU : lon_rad;
  out[2] = across * cos(lat_rad) + z * sinLat - A * Math.sqrt(1 - E2 * sinLat * sinLat);
}

/** Geodetic latitude of a point by its distance from the axis and its height over the equator; three passes of Bowring. */
export function geodeticLatitude_rad(across: number, z: number): number {
  let sine = firstSine(across, z);
  let cosine = firstCosine(across, z);
  let up = 0;
  let outward = 0;
  for (let pass = 0; pass < 3; pass++) {
    up = z + SECOND_E2_B * sine * sine * sine;
    outward = across - E2 * A * cosine * cosine * cosine;
    // Parametric latitude of the new estimate, for the next pass.
    const rise = (1 - EARTH_FLATTENING) * up;
    const size = Math.sqrt(rise * rise + outward * outward);
    sine = rise / size;
    cosine = outward / size;
  }
  return atan2(up, outward);
}

/** Altitude above the ellipsoid of an Earth-fixed (or inertial) position; square roots only, for the inner loops. */
export function altitude_m(x: number, y: number, z: number): number {
  const across = Math.sqrt(x * x + y * y);
  const sine = firstSine(across, z);
  const cosine = firstCosine(across, z);
  return heightAlong(
    across,
    z,
    z + SECOND_E2_B * sine * sine * sine,
    across - E2 * A * cosine * cosine * cosine,
  );
}

/** East, north, up components of an Earth-fixed difference, seen at a geodetic place. */
export function enuFromEcef(
  lat_rad: number, lon_rad: number, dx: number, dy: number, dz: number, out: Float64Array | number[],
): void {
  const sinLat = sin(lat_rad);
  const cosLat = cos(lat_rad);
  const sinLon = sin(lon_rad);
  const cosLon = cos(lon_rad);
  const outward = cosLon * dx + sinLon * dy;
  out[0] = cosLon * dy - sinLon * dx;
  out[1] = cosLat * dz - sinLat * outward;
  out[2] = cosLat * outward + sinLat * dz;
}

/** Earth-fixed components of an east, north, up vector; inverse of `enuFromEcef`. */
export function ecefFromEnu(
  lat_rad: number, lon_rad: number, east: number, north: number, up: number, out: Float64Array | number[],
): void {
  const sinLat = sin(lat_rad);
  const cosLat = cos(lat_rad);
  const sinLon = sin(lon_rad);
  const cosLon = cos(lon_rad);
  const outward = cosLat * up - sinLat * north;
  out[0] = cosLon * outward - sinLon * east;
  out[1] = sinLon * outward + cosLon * east;
  out[2] = sinLat * up + cosLat * north;
}

/**
 * Elevation of an Earth-fixed target above the horizon of a site, straight line, no refraction. The horizon is the
 * ellipsoid's tangent plane, so a target below it can still be visible from a height. At the site itself: +π/2.
 */
export function elevation_rad(
  lat_rad: number, lon_rad: number, siteAltitude_m: number, x: number, y: number, z: number,
): number {
  const sinLat = sin(lat_rad);
  const cosLat = cos(lat_rad);
  const sinLon = sin(lon_rad);
  const cosLon = cos(lon_rad);
  const normal = A / Math.sqrt(1 - E2 * sinLat * sinLat);
  // The site's own position in its meridian plane; east of it is the same for every altitude.
  const outward = cosLon * x + sinLon * y - (normal + siteAltitude_m) * cosLat;
  const along = z - (normal * (1 - E2) + siteAltitude_m) * sinLat;
  const east = cosLon * y - sinLon * x;
  const north = cosLat * along - sinLat * outward;
  const up = cosLat * outward + sinLat * along;
  const level = Math.sqrt(east * east + north * north);
  return level === 0 && up === 0 ? PI / 2 : atan2(up, level);
}

/** Azimuth of an Earth-fixed target from a site, clockwise from north in [0, 2π); straight above: 0. */
export function azimuthOf_rad(
  lat_rad: number, lon_rad: number, siteAltitude_m: number, x: number, y: number, z: number,
): number {
  const sinLat = sin(lat_rad);
  const cosLat = cos(lat_rad);
  const sinLon = sin(lon_rad);
  const cosLon = cos(lon_rad);
  const normal = A / Math.sqrt(1 - E2 * sinLat * sinLat);
  const outward = cosLon * x + sinLon * y - (normal + siteAltitude_m) * cosLat;
  const along = z - (normal * (1 - E2) + siteAltitude_m) * sinLat;
  const azimuth = atan2(cosLon * y - sinLon * x, cosLat * along - sinLat * outward);
  return azimuth < 0 ? azimuth + TAU : azimuth;
}

/** Height of (across, z) over the ellipsoid along a normal direction (up, out), exact to second order in its error. */
function heightAlong(across: number, z: number, up: number, out: number): number {
  const size = Math.sqrt(up * up + out * out);
  const sinLat = up / size;
  const cosLat = out / size;
  return across * cosLat + z * sinLat - A * Math.sqrt(1 - E2 * sinLat * sinLat);
}

/** Sine of Bowring's first parametric latitude: tan β = (b z)/(a p) · (1 + e'² b / r). */
function firstSine(across: number, z: number): number {
  const t = parametricRise(across, z);
  return t / Math.sqrt(t * t + across * across);
}

function firstCosine(across: number, z: number): number {
  const t = parametricRise(across, z);
  return across / Math.sqrt(t * t + across * across);
}

function parametricRise(across: number, z: number): number {
  const r = Math.sqrt(across * across + z * z);
  return (B / A) * z * (1 + SECOND_E2_B / r);
}
