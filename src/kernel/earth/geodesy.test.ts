import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PI } from '../maths.js';
import { altitude_m, azimuthOf_rad, ecefFromEnu, ecefToGeodetic, elevation_rad, enuFromEcef, geodeticToEcef } from './geodesy.js';
import { DEG_RAD } from '../units.js';

const latitude = fc.double({ min: -PI / 2, max: PI / 2, noNaN: true });
const longitude = fc.double({ min: -PI, max: PI, noNaN: true, maxExcluded: true });
const altitude = fc.double({ min: -5000, max: 4e7, noNaN: true });

describe('geodesy', () => {
  it('comes back from Earth-fixed axes within 1e-9 rad and 1e-6 m, from 5 km down to 40,000 km up', () => {
    const ecef = new Float64Array(3);
    const back = new Float64Array(3);
    fc.assert(fc.property(latitude, longitude, altitude, (lat, lon, height) => {
      geodeticToEcef(lat, lon, height, ecef);
      ecefToGeodetic(ecef[0], ecef[1], ecef[2], back);
      expect(Math.abs(back[0] - lat)).toBeLessThan(1e-9);
      expect(Math.abs(back[2] - height)).toBeLessThan(1e-6);
      // Near the pole a longitude means little: what must agree is the place.
      expect(Math.abs(Math.sin((back[1] - lon) / 2)) * Math.sqrt(ecef[0] ** 2 + ecef[1] ** 2)).toBeLessThan(1e-6);
    }), { numRuns: 500 });
  });

  it('knows altitudes below 3,000 km to a millimetre without trigonometry', () => {
    const ecef = new Float64Array(3);
    fc.assert(fc.property(latitude, longitude, fc.double({ min: -5000, max: 3e6, noNaN: true }), (lat, lon, height) => {
      geodeticToEcef(lat, lon, height, ecef);
      expect(Math.abs(altitude_m(ecef[0], ecef[1], ecef[2]) - height)).toBeLessThan(1e-3);
    }), { numRuns: 500 });
  });

  it('handles the poles and the date line', () => {
    const out = new Float64Array(3);
    ecefToGeodetic(0, 0, -6356752.314245179 - 1000, out);
    expect(out[0]).toBeCloseTo(-PI / 2, 15);
    expect(out[1]).toBe(0);
    expect(out[2]).toBeCloseTo(1000, 6);
    ecefToGeodetic(-7e6, 0, 0, out);
    expect(out[1]).toBe(-PI);
    expect(altitude_m(0, 0, 6356752.314245179)).toBeCloseTo(0, 6);
  });

  it('turns to east-north-up and back, keeping lengths', () => {
    const enu = new Float64Array(3);
    const back = new Float64Array(3);
    const side = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(fc.property(latitude, longitude, side, side, side, (lat, lon, x, y, z) => {
      enuFromEcef(lat, lon, x, y, z, enu);
      ecefFromEnu(lat, lon, enu[0], enu[1], enu[2], back);
      expect(Math.max(Math.abs(back[0] - x), Math.abs(back[1] - y), Math.abs(back[2] - z))).toBeLessThan(1e-8);
      expect(enu[0] ** 2 + enu[1] ** 2 + enu[2] ** 2).toBeCloseTo(x * x + y * y + z * z, -3);
    }));
  });

  it('sees elevation and azimuth as they were laid out', () => {
    const site = new Float64Array(3);
    const away = new Float64Array(3);
    const elevation = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    const bearing = fc.double({ min: 0.001, max: 6.28, noNaN: true });
    fc.assert(fc.property(latitude, longitude, elevation, bearing, fc.double({ min: 1e3, max: 1e7, noNaN: true }), (lat, lon, el, az, range) => {
      geodeticToEcef(lat, lon, 250, site);
      ecefFromEnu(lat, lon, range * Math.cos(el) * Math.sin(az), range * Math.cos(el) * Math.cos(az), range * Math.sin(el), away);
      const [x, y, z] = [site[0] + away[0], site[1] + away[1], site[2] + away[2]];
      expect(Math.abs(elevation_rad(lat, lon, 250, x, y, z) - el)).toBeLessThan(1e-9);
      expect(Math.abs(azimuthOf_rad(lat, lon, 250, x, y, z) - az)).toBeLessThan(1e-7);
    }));
  });

  it('calls a target at the site overhead, and never NaN', () => {
    const site = new Float64Array(3);
    geodeticToEcef(0, 0, 0, site);
    expect(elevation_rad(0, 0, 0, site[0], site[1], site[2])).toBe(PI / 2);
    expect(azimuthOf_rad(45 * DEG_RAD, 0, 0, 0, 0, 0)).not.toBeNaN();
  });
});
