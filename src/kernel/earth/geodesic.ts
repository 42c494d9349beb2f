/**
 * Shortest lines on the WGS-84 ellipsoid: distance, azimuth, and where a line ends.
 * Vincenty (Survey Review 23, 1975), equations 3 to 14, good to a tenth of a millimetre. His inverse iteration fails
 * for points near each other's antipodes; there the starting azimuth is found by bracketing instead, as Karney
 * (Journal of Geodesy 87, 2013, section 4) showed always has one root, with Vincenty's series for the longitude.
 */
import { EARTH_FLATTENING, EARTH_RADIUS_M } from '../constants.js';
import { atan2, cos, PI, sin, TAU, wrapAngle_rad } from '../maths.js';
import { findRoot } from '../roots.js';

const F = EARTH_FLATTENING;
const A = EARTH_RADIUS_M;
const B = A * (1 - F);
/** Second eccentricity squared. */
const SECOND_E2 = (A * A - B * B) / (B * B);

/** Geodesic distance between two places at sea level. */
export function distance_m(lat1_rad: number, lon1_rad: number, lat2_rad: number, lon2_rad: number): number {
  return inverse(lat1_rad, lon1_rad, lat2_rad, lon2_rad).distance_m;
}

/** Azimuth at the first place of the shortest line to the second, clockwise from north in [0, 2π); same place: 0. */
export function azimuth_rad(lat1_rad: number, lon1_rad: number, lat2_rad: number, lon2_rad: number): number {
  const azimuth = inverse(lat1_rad, lon1_rad, lat2_rad, lon2_rad).azimuth_rad;
  return azimuth < 0 ? azimuth + TAU : azimuth;
}

/** Latitude, longitude of the end of a geodesic of given length and starting azimuth; writes them to `out`. */
export function destination(
  lat_rad: number, lon_rad: number, startAzimuth_rad: number, length_m: number, out: Float64Array | number[],
): void {
  const sinAzimuth = sin(startAzimuth_rad);
  const cosAzimuth = cos(startAzimuth_rad);
  const reduced = atan2((1 - F) * sin(lat_rad), cos(lat_rad));
  const sinU = sin(reduced);
  const cosU = cos(reduced);
  const sigma1 = atan2(sinU, cosU * cosAzimuth);
  const sinAlpha = cosU * sinAzimuth;
  const cos2Alpha = 1 - sinAlpha * sinAlpha;
  const u2 = cos2Alpha * SECOND_E2;
  const perSigma_m = B * arcScale(u2);
  let sigma = length_m / perSigma_m;
  for (let pass = 0; pass < 50; pass++) {
    const before = sigma;
    sigma = length_m / perSigma_m + arcCorrection(u2, sin(sigma), cos(sigma), cos(2 * sigma1 + sigma));
    if (Math.abs(sigma - before) < 1e-15 * (1 + sigma)) break;
  }
  const sinSigma = sin(sigma);
  const cosSigma = cos(sigma);
  const x = sinU * sinSigma - cosU * cosSigma * cosAzimuth;
  const longitude = atan2(sinSigma * sinAzimuth, cosU * cosSigma - sinU * sinSigma * cosAzimuth);
  const onEllipsoid = longitude - longitudeDeficit(sinAlpha, cos2Alpha, sigma, sinSigma, cosSigma, cos(2 * sigma1 + sigma));
  out[0] = atan2(sinU * cosSigma + cosU * sinSigma * cosAzimuth, (1 - F) * Math.sqrt(sinAlpha * sinAlpha + x * x));
  out[1] = wrapAngle_rad(lon_rad + onEllipsoid);
}

interface Geodesic {
  readonly distance_m: number;
  /** In (−π, π]. */
  readonly azimuth_rad: number;
}

function inverse(lat1_rad: number, lon1_rad: number, lat2_rad: number, lon2_rad: number): Geodesic {
  const difference = wrapAngle_rad(lon2_rad - lon1_rad);
  const u1 = atan2((1 - F) * sin(lat1_rad), cos(lat1_rad));
  const u2 = atan2((1 - F) * sin(lat2_rad), cos(lat2_rad));
  return vincentyInverse(u1, u2, difference) ?? antipodal(u1, u2, difference);
}

/** Vincenty's iteration on the auxiliary sphere; undefined where it does not settle (near-antipodal points). */
function vincentyInverse(u1: number, u2: number, difference: number): Geodesic | undefined {
  const sinU1 = sin(u1);
  const cosU1 = cos(u1);
  const sinU2 = sin(u2);
  const cosU2 = cos(u2);
  let lambda = difference;
  for (let pass = 0; pass < 40; pass++) {
    const sinLambda = sin(lambda);
    const cosLambda = cos(lambda);
    const across = cosU2 * sinLambda;
    const along = cosU1 * sinU2 - sinU1 * cosU2 * cosLambda;
    const sinSigma = Math.sqrt(across * across + along * along);
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
    if (sinSigma < 1e-15) return cosSigma > 0 ? { distance_m: 0, azimuth_rad: 0 } : undefined;
    const sigma = atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * sinLambda) / sinSigma;
    const cos2Alpha = 1 - sinAlpha * sinAlpha;
    // Along the equator the middle of the line is undefined and drops out.
    const cos2SigmaM = cos2Alpha > 1e-15 ? cosSigma - (2 * sinU1 * sinU2) / cos2Alpha : 0;
    const next = difference + longitudeDeficit(sinAlpha, cos2Alpha, sigma, sinSigma, cosSigma, cos2SigmaM);
    if (Math.abs(next) > PI) return undefined;
    const settled = Math.abs(next - lambda) < 1e-14;
    lambda = next;
    if (settled) {
      const k2 = cos2Alpha * SECOND_E2;
      const length = B * arcScale(k2) * (sigma - arcCorrection(k2, sinSigma, cosSigma, cos2SigmaM));
      return { distance_m: length, azimuth_rad: atan2(across, along) };
    }
  }
  return undefined;
}

/**
 * Points near each other's antipodes. Turned so that the first is southern and farther from the equator and the second
 * lies east of it, the longitude reached at the second's latitude grows from 0 to π with the starting azimuth.
 */
function antipodal(u1: number, u2: number, difference: number): Geodesic {
  const swapped = Math.abs(u1) < Math.abs(u2);
  const far = swapped ? u2 : u1;
  const near = swapped ? u1 : u2;
  const south = far <= 0 ? 1 : -1;
  // On the equator itself every azimuth but one runs along it; a nanometre to the south keeps the bracket open.
  const start = Math.min(south * far, -1e-16);
  const end = south * near;
  const wanted = Math.abs(difference);
  const miss = (azimuth: number): number => meridianArc(start, end, azimuth).longitude - wanted;
  const found = miss(PI) <= 0 ? PI : findRoot(miss, 0, PI, 1e-15, 200);
  const line = meridianArc(start, end, found);
  // Undo the turning: mirrored in the equator, azimuth α becomes π − α; walked backwards, the end's azimuth counts.
  let azimuth = swapped ? PI - line.endAzimuth : found;
  if (south < 0) azimuth = PI - azimuth;
  return { distance_m: line.length_m, azimuth_rad: difference < 0 ? -azimuth : azimuth };
}

interface Arc {
  readonly longitude: number;
  readonly length_m: number;
  readonly endAzimuth: number;
}

/** The geodesic from reduced latitude u1 (southern) at an azimuth, up to where it reaches u2 on its way north. */
function meridianArc(u1: number, u2: number, azimuth: number): Arc {
  const sinU1 = sin(u1);
  const cosU1 = cos(u1);
  const sinU2 = sin(u2);
  const cosU2 = cos(u2);
  const sinAlpha1 = sin(azimuth);
  const cosAlpha1 = cos(azimuth);
  const sinAlpha = sinAlpha1 * cosU1;
  const cos2Alpha = 1 - sinAlpha * sinAlpha;
  // Clairaut at the second latitude, written so that it does not cancel when the latitudes are opposite.
  const north1 = cosAlpha1 * cosU1;
  const north2 = Math.sqrt(Math.max(0, north1 * north1 + (cosU2 - cosU1) * (cosU2 + cosU1)));
  const sigma1 = atan2(sinU1, north1);
  const sigma2 = atan2(sinU2, north2);
  const omega1 = atan2(sinAlpha * sinU1, north1);
  const omega2 = atan2(sinAlpha * sinU2, north2);
  const sigma = sigma2 - sigma1;
  const sinSigma = sin(sigma);
  const cosSigma = cos(sigma);
  const cos2SigmaM = cos(sigma1 + sigma2);
  const k2 = cos2Alpha * SECOND_E2;
  return {
    longitude: omega2 - omega1 - longitudeDeficit(sinAlpha, cos2Alpha, sigma, sinSigma, cosSigma, cos2SigmaM),
    length_m: B * arcScale(k2) * (sigma - arcCorrection(k2, sinSigma, cosSigma, cos2SigmaM)),
    endAzimuth: atan2(sinAlpha, north2),
  };
}

/** Vincenty's A, equation 3. */
function arcScale(u2: number): number {
  return 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
}

/** Vincenty's Δσ, equations 4 and 6. */
function arcCorrection(u2: number, sinSigma: number, cosSigma: number, cos2SigmaM: number): number {
  const b = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
  const c2 = cos2SigmaM * cos2SigmaM;
  return b * sinSigma * (cos2SigmaM + (b / 4) * (cosSigma * (-1 + 2 * c2)
    - (b / 6) * cos2SigmaM * (-3 + 4 * sinSigma * sinSigma) * (-3 + 4 * c2)));
}

/** Longitude on the auxiliary sphere less longitude on the ellipsoid; Vincenty's equations 10 and 11. */
function longitudeDeficit(
  sinAlpha: number, cos2Alpha: number, sigma: number, sinSigma: number, cosSigma: number, cos2SigmaM: number,
): number {
  const c = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
  return (1 - c) * F * sinAlpha
    * (sigma + c * sinSigma * (cos2SigmaM + c * cosSigma * (-1 + 2 * cos2SigmaM * cos2SigmaM)));
}
