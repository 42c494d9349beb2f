import { describe, expect, it } from 'vitest';
import { absenteeMap } from './absentee-map.js';
import { propagateAvailability } from './propagate-availability.js';

const DEGREE = Math.PI / 180;
const shell = { altitude_m: 500e3, inclination_rad: 50 * DEGREE, planes_count: 20, perPlane_count: 25, phasing: 1 };

describe('the map of absentees', () => {
  it('counts at each cell what is counted at its place alone', () => {
    const watch = { duration_s: 7200, step_s: 60 }, reach_rad = 8 * DEGREE, lat_rad = [-40 * DEGREE, 0, 40 * DEGREE, 80 * DEGREE];
    const cells = absenteeMap({ shell, reach_rad, lat_rad, lon_rad: [0, 2], watch, wanted: 2 });
    expect(cells).toHaveLength(8);
    for (const cell of cells.filter(({ lon_rad }) => lon_rad === 0)) {
      const { mean, min, max } = propagateAvailability({ shell, latitude_rad: cell.lat_rad, reach_rad, ...watch });
      expect(cell).toMatchObject({ mean, min, max });
    }
    expect(cells.at(-1)).toMatchObject({ mean: 0, min: 0, max: 0, enough: 0 });
  });

  it('tells how often enough are there, and how far it is', () => {
    let last = 0;
    const [all] = absenteeMap({ shell, reach_rad: Math.PI, lat_rad: [0.3], lon_rad: [1], watch: { duration_s: 600, step_s: 60 }, wanted: 500 }, (done) => (last = done));
    expect(all).toMatchObject({ mean: 500, enough: 1 });
    expect(last).toBe(10);
  });
});
