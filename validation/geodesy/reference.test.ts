/**
 * The typed lines against the definition of a geodesic: along one, what curves is the ellipsoid alone. Started with the
 * typed azimuth and followed for the typed length by steps through space, without any geodesic formula and without the
 * kernel's code, each line must end at its second place.
 */
import { describe, expect, it } from 'vitest';
import { readReference } from '../reference.js';

const A_M = 6378137, WGS84 = 1 / 298.257223563, GRS80 = 1 / 298.257222101;
const RAD = Math.PI / 180, STEP_M = 2_000;

const lines = readReference('geodesy'), places = readReference('geodesy', 'positions.csv');

function positionOf(lat_rad: number, lon_rad: number, flattening: number): number[] {
  const e2 = flattening * (2 - flattening), normal = A_M / Math.sqrt(1 - e2 * Math.sin(lat_rad) ** 2);
  return [normal * Math.cos(lat_rad) * Math.cos(lon_rad), normal * Math.cos(lat_rad) * Math.sin(lon_rad), normal * (1 - e2) * Math.sin(lat_rad)];
}

/** Acceleration along a geodesic: towards the surface's normal, as much as keeps the path on x²/a² + y²/a² + z²/b² = 1. */
function curving(state: readonly number[], b_m: number): number[] {
  const weight = [1 / A_M ** 2, 1 / A_M ** 2, 1 / b_m ** 2], r = state.slice(0, 3), v = state.slice(3);
  const normal = r.map((x, i) => x * weight[i]!);
  const along = -v.reduce((sum, x, i) => sum + x * x * weight[i]!, 0) / normal.reduce((sum, x) => sum + x * x, 0);
  return [...v, ...normal.map((x) => along * x)];
}

function endOf({ lat_rad, lon_rad, azimuth_rad, length_m, flattening }: { lat_rad: number; lon_rad: number; azimuth_rad: number; length_m: number; flattening: number }): number[] {
  const east = [-Math.sin(lon_rad), Math.cos(lon_rad), 0], north = [-Math.sin(lat_rad) * Math.cos(lon_rad), -Math.sin(lat_rad) * Math.sin(lon_rad), Math.cos(lat_rad)];
  const b_m = A_M * (1 - flattening), steps = Math.ceil(length_m / STEP_M), h = length_m / steps;
  let state = [...positionOf(lat_rad, lon_rad, flattening), ...east.map((x, i) => x * Math.sin(azimuth_rad) + north[i]! * Math.cos(azimuth_rad))];
  const moved = (by: readonly number[], share: number): number[] => state.map((x, i) => x + share * h * by[i]!);
  for (let step = 0; step < steps; step++) {
    const k1 = curving(state, b_m), k2 = curving(moved(k1, 0.5), b_m), k3 = curving(moved(k2, 0.5), b_m), k4 = curving(moved(k3, 1), b_m);
    state = state.map((x, i) => x + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
  }
  return state.slice(0, 3);
}

const distance = (a: readonly number[], b: readonly number[]): number => Math.sqrt(a.reduce((sum, x, i) => sum + (x - b[i]!) ** 2, 0));

describe('the typed lines', () => {
  it.each(lines.map((row) => [lines.text(row, 'name'), row] as const))('follow a geodesic: %s', (name, row) => {
    const angle_rad = (column: string): number => lines.number(row, column) * RAD, flattening = name.startsWith('Flinders') ? GRS80 : WGS84;
    const end = endOf({ lat_rad: angle_rad('lat1_deg'), lon_rad: angle_rad('lon1_deg'), azimuth_rad: angle_rad('azimuth_deg'), length_m: lines.number(row, 'distance_m'), flattening });
    // A millimetre: the last digit of the lengths, and of the azimuths over these lines.
    expect(distance(end, positionOf(angle_rad('lat2_deg'), angle_rad('lon2_deg'), flattening))).toBeLessThan(0.001);
  });
});

describe('the typed positions', () => {
  it.each(places.map((row) => [places.text(row, 'name'), row] as const))('lie at the height and angles said: %s', (_, row) => {
    const lat_rad = places.number(row, 'lat_deg') * RAD, lon_rad = places.number(row, 'lon_deg') * RAD, height_m = places.number(row, 'altitude_m');
    const up = [Math.cos(lat_rad) * Math.cos(lon_rad), Math.cos(lat_rad) * Math.sin(lon_rad), Math.sin(lat_rad)];
    const found = positionOf(lat_rad, lon_rad, WGS84).map((x, i) => x + height_m * up[i]!);
    const allowed_m = places.number(row, 'altitudeTolerance_m') + places.number(row, 'angleTolerance_deg') * RAD * 1.5 * (A_M + height_m);
    expect(distance(found, ['x_m', 'y_m', 'z_m'].map((column) => places.number(row, column)))).toBeLessThan(allowed_m);
  });
});
