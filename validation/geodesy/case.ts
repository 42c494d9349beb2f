/** Places, distances and directions on the ellipsoid against worked examples. Reasons and sources: case.md. */
import { EARTH_MEAN_RADIUS_M } from '../../src/kernel/constants.js';
import { azimuth_rad, distance_m, ecefToGeodetic, geodeticToEcef } from '../../src/kernel/earth/geodesy.js';
import { acos, asin, atan2, clamp, cos, sin, wrapAngle_rad } from '../../src/kernel/maths.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'geodesy';

interface Geodesy {
  distance_m: typeof distance_m;
  azimuth_rad: typeof azimuth_rad;
  ecefToGeodetic: typeof ecefToGeodetic;
}

const OURS: Geodesy = { distance_m, azimuth_rad, ecefToGeodetic };

function compare(geodesy: Geodesy): ValidationResult {
  return judge([...compareLines(geodesy), ...comparePositions(geodesy)]);
}

function compareLines(geodesy: Geodesy): Comparison[] {
  const lines = readReference(ID);
  return lines.map((row): Comparison[] => {
    const name = lines.text(row, 'name');
    const angle_rad = (column: string): number => toSi(lines.number(row, column), 'deg');
    const ends = [angle_rad('lat1_deg'), angle_rad('lon1_deg'), angle_rad('lat2_deg'), angle_rad('lon2_deg')] as const;
    return [
      {
        quantity: `${name}: distance`, unit: 'm',
        expected: lines.number(row, 'distance_m'), got: geodesy.distance_m(...ends), absolute: lines.number(row, 'distanceTolerance_m'),
      },
      {
        quantity: `${name}: azimuth`, unit: 'deg',
        ...nearest(lines.number(row, 'azimuth_deg'), fromSi(geodesy.azimuth_rad(...ends), 'deg')), absolute: lines.number(row, 'azimuthTolerance_deg'),
      },
    ];
  }).flat();
}

function comparePositions(geodesy: Geodesy): Comparison[] {
  const places = readReference(ID, 'positions.csv');
  const found = new Float64Array(3);
  return places.map((row): Comparison[] => {
    const name = places.text(row, 'name');
    const number = (column: string): number => places.number(row, column);
    geodesy.ecefToGeodetic(number('x_m'), number('y_m'), number('z_m'), found);
    const [lat_rad = NaN, lon_rad = NaN, height_m = NaN] = found;
    const absolute = number('angleTolerance_deg');
    return [
      { quantity: `${name}: latitude`, unit: 'deg', expected: number('lat_deg'), got: fromSi(lat_rad, 'deg'), absolute },
      { quantity: `${name}: longitude`, unit: 'deg', expected: number('lon_deg'), got: fromSi(lon_rad, 'deg'), absolute },
      { quantity: `${name}: altitude`, unit: 'm', expected: number('altitude_m'), got: height_m, absolute: number('altitudeTolerance_m') },
    ];
  }).flat();
}

/** The found angle on the turn that lies nearest to the expected one: 359.9999° is near 0°. */
function nearest(expected: number, got: number): { expected: number; got: number } {
  return { expected, got: expected + fromSi(wrapAngle_rad(toSi(got - expected, 'deg')), 'deg') };
}

function onSphere_m(lat1_rad: number, lon1_rad: number, lat2_rad: number, lon2_rad: number): number {
  const cosine = sin(lat1_rad) * sin(lat2_rad) + cos(lat1_rad) * cos(lat2_rad) * cos(lon2_rad - lon1_rad);
  return EARTH_MEAN_RADIUS_M * acos(clamp(cosine, -1, 1));
}

/** Latitude from the Earth's centre, passed off as the geodetic one. */
function toGeocentric(x: number, y: number, z: number, out: Float64Array | number[]): void {
  ecefToGeodetic(x, y, z, out);
  out[0] = asin(z / Math.sqrt(x * x + y * y + z * z));
}

/** Azimuth of the chord's tangent on the sphere: what comes of leaving the flattening out. */
function sphericalAzimuth_rad(lat1_rad: number, lon1_rad: number, lat2_rad: number, lon2_rad: number): number {
  const east = sin(lon2_rad - lon1_rad) * cos(lat2_rad);
  return atan2(east, cos(lat1_rad) * sin(lat2_rad) - sin(lat1_rad) * cos(lat2_rad) * cos(lon2_rad - lon1_rad));
}

/** Straight through the Earth instead of along it. */
function chord_m(lat1_rad: number, lon1_rad: number, lat2_rad: number, lon2_rad: number): number {
  const a = [0, 0, 0];
  const b = [0, 0, 0];
  geodeticToEcef(lat1_rad, lon1_rad, 0, a);
  geodeticToEcef(lat2_rad, lon2_rad, 0, b);
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0));
}

export const geodesy: ValidationCase = {
  id: ID,
  title: 'Places and distances on the Earth',
  source: 'Worked examples of Geoscience Australia, Karney 2013, Vincenty 1975 and Vallado 2013',
  mark: 'reproduced',
  tolerance: 'distances 1 mm; angles and altitudes to the digits that each source prints',
  run: () => compare(OURS),
  mistakes: [
    { name: 'a sphere for the ellipsoid', run: () => compare({ ...OURS, distance_m: onSphere_m, azimuth_rad: sphericalAzimuth_rad }) },
    { name: 'the chord for the line along the ground', run: () => compare({ ...OURS, distance_m: chord_m }) },
    { name: 'geocentric for geodetic latitude', run: () => compare({ ...OURS, ecefToGeodetic: toGeocentric }) },
    { name: 'degrees for radians', run: () => compare({ ...OURS, distance_m: (...ends) => distance_m(...(ends.map((end) => fromSi(end, 'deg')) as typeof ends)) }) },
  ],
};
