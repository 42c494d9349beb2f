import { describe, expect, it } from 'vitest';
import { destination, geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { isInOverHorizonView } from './over-horizon-radar.js';
import { placeOnGround } from './radar.js';

const DEGREE = Math.PI / 180;
const place = { lat_rad: 43 * DEGREE, lon_rad: -120 * DEGREE, altitude_m: 0 };
const radar = { nearest_m: 1_000_000, farthest_m: 3_000_000, maxAltitude_m: 30_000, sectorCentre_rad: 330 * DEGREE, sectorWidth_rad: 60 * DEGREE };
const full = { ...place, range_m: 1, minElevation_rad: 0, maxElevation_rad: 1, sectorCentre_rad: 0, sectorWidth_rad: 1, place };
const site = placeOnGround(full);

function sees(azimuth_deg: number, range_m: number, altitude_m: number, sensor = radar): boolean {
  const to = new Float64Array(2), at = new Float64Array(3);
  destination(place.lat_rad, place.lon_rad, azimuth_deg * DEGREE, range_m, to);
  geodeticToEcef(to[0], to[1], altitude_m, at);
  return isInOverHorizonView(sensor, site.position_ecef_m, site.axes_ecef, at[0], at[1], at[2], altitude_m);
}

describe('over-the-horizon radar', () => {
  it('sees what flies low inside ring and sector, far beyond the horizon', () => {
    expect(sees(330, 2_000_000, 100)).toBe(true);
    expect(sees(305, 2_900_000, 20_000)).toBe(true);
    expect(sees(355, 1_100_000, 20_000)).toBe(true);
  });

  it('sees nothing nearer, farther, beside or higher', () => {
    expect(sees(330, 900_000, 100)).toBe(false);
    expect(sees(330, 3_100_000, 100)).toBe(false);
    expect(sees(290, 2_000_000, 100)).toBe(false);
    expect(sees(10, 2_000_000, 100)).toBe(false);
    expect(sees(330, 2_000_000, 31_000)).toBe(false);
  });

  it('looks all around when its sector is a circle', () => {
    for (const azimuth of [0, 90, 180, 270]) expect(sees(azimuth, 2_000_000, 1000, { ...radar, sectorWidth_rad: 2 * Math.PI })).toBe(true);
  });
});
