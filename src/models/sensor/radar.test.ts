import { describe, expect, it } from 'vitest';
import { geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { PI } from '../../kernel/maths.js';
import { createAirTrackerLook } from './air-tracker.js';
import { detection_prob } from './detection-statistics.js';
import { detectionCurve, placeOnGround, radarLevel_dB } from './radar.js';
import { createSeenTarget } from './seen-target.js';

const DEG = PI / 180;
const RADAR = {
  place: { lat_rad: 0, lon_rad: 0, altitude_m: 0 }, faces: [{ azimuth_rad: 60 * DEG, width_rad: 120 * DEG }], minElevation_rad: 3 * DEG, maxElevation_rad: 85 * DEG,
  range_m: 4e6, referenceRcs_m2: 1, referenceSnr: 30, swerling: 1, falseAlarm_prob: 1e-6,
} as const;
const site = placeOnGround(RADAR.place);

/** A target at a place in the sky of the radar. */
function at(azimuth_deg: number, elevation_deg: number, range_m: number, rcs_m2 = 1) {
  const east = range_m * Math.cos(elevation_deg * DEG) * Math.sin(azimuth_deg * DEG), north = range_m * Math.cos(elevation_deg * DEG) * Math.cos(azimuth_deg * DEG), up = range_m * Math.sin(elevation_deg * DEG);
  const [x, y, z] = site.position_ecef_m, a = site.axes_ecef;
  const x_m = x! + a[0]! * east + a[3]! * north + a[6]! * up, y_m = y! + a[1]! * east + a[4]! * north + a[7]! * up, z_m = z! + a[2]! * east + a[5]! * north + a[8]! * up;
  return { ...createSeenTarget(), x_m, y_m, z_m, rcs_m2, altitude_m: Math.hypot(x_m, y_m, z_m) - 6378137 };
}
const level = (...place: Parameters<typeof at>): number => radarLevel_dB(RADAR, site, at(...place));

describe('a radar', () => {
  it('has the signal of its reference, more for what is nearer or larger', () => {
    const reference_dB = 10 * Math.log10(30);
    expect(level(60, 20, 4e6)).toBeCloseTo(reference_dB, 9);
    expect(level(60, 20, 2e6)).toBeCloseTo(reference_dB + 40 * Math.log10(2), 9);
    expect(level(60, 20, 4e6, 0.1)).toBeCloseTo(reference_dB - 10, 9);
    expect(level(60, 20, 4e6, 0)).toBe(-Infinity);
  });

  it('looks only where its faces do', () => {
    for (const azimuth of [1, 60, 119]) expect(level(azimuth, 20, 3e6)).toBeGreaterThan(0);
    for (const azimuth of [-1, 121, 200]) expect(level(azimuth, 20, 3e6)).toBe(-Infinity);
    expect(level(60, 86, 3e6)).toBe(-Infinity);
    expect(level(60, 1, 3e6)).toBe(-Infinity);
    const two = { ...RADAR, faces: [...RADAR.faces, { azimuth_rad: 180 * DEG, width_rad: 120 * DEG }] };
    expect(radarLevel_dB(two, site, at(200, 20, 3e6))).toBeGreaterThan(0);
  });

  it('sees low things a little below where straight lines end', () => {
    const low = { ...RADAR, minElevation_rad: 0 };
    // At 1 km the bent horizon is some 130 km away, the straight one 113 km.
    const onHorizon = (distance_m: number) => {
      const angle = distance_m / 6378137, r = 6378137 + 1000;
      return { ...createSeenTarget(), x_m: r * Math.cos(angle), y_m: r * Math.sin(angle), z_m: 0, rcs_m2: 1, altitude_m: 1000 };
    };
    const face = { ...low, faces: [{ azimuth_rad: 90 * DEG, width_rad: 90 * DEG }] };
    expect(radarLevel_dB(face, site, onHorizon(105e3))).toBeGreaterThan(0);
    expect(radarLevel_dB(face, site, onHorizon(125e3))).toBeGreaterThan(0);
    expect(radarLevel_dB(face, site, onHorizon(135e3))).toBe(-Infinity);
  });

  it('detects with the chance that theory gives at its level', () => {
    for (const swerling of [0, 1, 2, 3, 4] as const) {
      const curve = detectionCurve({ swerling, falseAlarm_prob: 1e-6 });
      for (const level_dB of [-5, 3.1, 8.4, 13.14, 21.14, 30]) expect(curve(level_dB)).toBeCloseTo(detection_prob(swerling, Math.pow(10, level_dB / 10), 1e-6), 2);
      expect(curve(-Infinity)).toBe(0);
    }
  });
});

describe('a satellite that follows things in the air', () => {
  it('sees them in its cone, and nothing else', () => {
    const look = createAirTrackerLook({ minElevation_rad: 20 * DEG, maxOffNadir_rad: 60 * DEG, maxAltitude_m: 60e3 }), position = new Float64Array(3);
    const plane = (lon_deg: number, altitude_m: number, fliesInAir: boolean) => {
      geodeticToEcef(0, lon_deg * DEG, altitude_m, position);
      return { ...createSeenTarget(), x_m: position[0]!, y_m: position[1]!, z_m: position[2]!, altitude_m, fliesInAir };
    };
    const sees = (...place: Parameters<typeof plane>): boolean => look(6378137 + 500e3, 0, 0, plane(...place)) === 0;
    expect(sees(3, 10e3, true)).toBe(true);
    expect(sees(3, 10e3, false)).toBe(false);
    expect(sees(3, 70e3, true)).toBe(false);
    expect(sees(15, 10e3, true)).toBe(false);
  });
});
