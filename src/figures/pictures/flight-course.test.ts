import { describe, expect, it } from 'vitest';
import { destination, geodeticToEcef } from '../../kernel/earth/geodesy.js';
import type { Ephemeris } from '../../kernel/flight/ephemeris.js';
import { PI } from '../../kernel/maths.js';
import { flightCourse, pointAt } from './flight-course.js';

const FROM = { lat_rad: 0, lon_rad: 0, altitude_m: 0 };
const SPEED_MPS = 200;

/** Due east along the equator at 1 km, rows every 10 s, back again from 100 s on. */
function thereAndBack(): Ephemeris {
  const radius_m = 6_378_137 + 1000;
  const row = (t_s: number, sense: number): number[] => {
    const lon = ((t_s <= 100 ? t_s : 200 - t_s) * SPEED_MPS) / radius_m;
    const place = [0, 0, 0];
    geodeticToEcef(0, lon, 1000, place);
    return [...place, -Math.sin(lon) * SPEED_MPS * sense, Math.cos(lon) * SPEED_MPS * sense, 0];
  };
  const times = Array.from({ length: 11 }, (_, index) => 10 * index);
  return {
    parts: [{ start_s: 0, end_s: 100, step_s: 10, first: 0, count: 11 }, { start_s: 100, end_s: 200, step_s: 10, first: 11, count: 11 }],
    end_s: 200,
    rows_ecef: Float64Array.from([...times.flatMap((t_s) => row(t_s, 1)), ...times.flatMap((t_s) => row(100 + t_s, -1))]),
  };
}

describe('the course of a flight', () => {
  const phases = [{ name: 'cruise', from_s: 0, to_s: 55.5 }, { name: 'dive', from_s: 55.5, to_s: 200 }] as const;
  const course = flightCourse({ from: FROM, ephemeris: thereAndBack(), phases });

  it('has every row once, and the ends of phases', () => {
    expect(course.map(({ t_s }) => t_s)).toEqual([0, 10, 20, 30, 40, 50, 55.5, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200]);
    expect(pointAt(course, 55.5).phase).toBe('dive');
    expect(pointAt(course, 50).phase).toBe('cruise');
    expect(course.at(-1)?.phase).toBe('dive');
  });

  it('counts the way there and back, while the range returns to nothing', () => {
    const ground = SPEED_MPS / (1 + 1000 / 6_378_137);
    expect(pointAt(course, 100).track_m).toBeCloseTo(100 * ground, 0);
    expect(pointAt(course, 100).range_m).toBeCloseTo(100 * ground, 0);
    expect(course.at(-1)?.track_m).toBeCloseTo(200 * ground, 0);
    expect(course.at(-1)?.range_m).toBeCloseTo(0, 0);
  });

  it('tells height, speed and angle of the motion', () => {
    for (const point of course.slice(1, -1)) {
      expect(point.altitude_m).toBeCloseTo(1000, 0);
      expect(point.speed_mps).toBeCloseTo(SPEED_MPS, 2);
      expect(Math.abs(point.flightPathAngle_rad)).toBeLessThan(1e-4);
    }
    const east = [0, 0];
    destination(0, 0, PI / 2, pointAt(course, 50).range_m, east);
    expect(pointAt(course, 50).lon_rad).toBeCloseTo(east[1] ?? NaN, 9);
  });
});
