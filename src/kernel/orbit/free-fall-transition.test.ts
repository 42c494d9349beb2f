import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EARTH_RADIUS_M } from '../constants.js';
import { carriedError_m, FREE_FALL_SIZE, freeFallTransition } from './free-fall-transition.js';
import { propagateKepler } from './kepler.js';

const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** States of things that fly as missiles do: from burn-out to entry, up and down, in all directions. */
const flight = fc.tuple(real(1e5, 1.5e6), real(-1.5, 1.5), real(-3.1, 3.1), real(3000, 7500), real(-1.4, 1.4), real(0, 6.28), real(-300, 1800)).map(([height, lat, lon, speed, climb, azimuth, dt_s]) => {
  const r = EARTH_RADIUS_M + height, up = [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
  const east = [-Math.sin(lon), Math.cos(lon), 0], north = [-Math.sin(lat) * Math.cos(lon), -Math.sin(lat) * Math.sin(lon), Math.cos(lat)];
  const velocity = [0, 1, 2].map((i) => speed * (Math.sin(climb) * up[i]! + Math.cos(climb) * (Math.sin(azimuth) * east[i]! + Math.cos(azimuth) * north[i]!)));
  return { state: [...up.map((value) => value * r), ...velocity], dt_s };
});

it('agrees with differences of flown states', () => {
  fc.assert(
    fc.property(flight, ({ state, dt_s }) => {
      const transition = new Float64Array(FREE_FALL_SIZE), ahead = new Float64Array(6), behind = new Float64Array(6), carried = new Float64Array(3);
      freeFallTransition(state, 0, dt_s, transition);
      for (let c = 0; c < 6; c++) {
        const step = c < 3 ? 10 : 0.01, error = [0, 0, 0, 0, 0, 0];
        error[c] = 2 * step;
        propagateKepler(state.map((value, i) => value + (i === c ? step : 0)), dt_s, ahead);
        propagateKepler(state.map((value, i) => value - (i === c ? step : 0)), dt_s, behind);
        carriedError_m(transition, error, 0, carried);
        // Differences lose digits: positions of 1e7 m to 1e-8 m, over twenty metres or a hundredth of a metre a second times the time.
        for (let i = 0; i < 3; i++) expect(Math.abs(ahead[i]! - behind[i]! - carried[i]!)).toBeLessThan(2e-5 * Math.max(20, step * Math.abs(dt_s)));
      }
    }),
    { numRuns: 200 },
  );
});

it('reaches the state that free fall reaches', () => {
  const state = [6.6e6, 1e5, -2e5, 2500, 6000, 1500], transition = new Float64Array(FREE_FALL_SIZE), reached = new Float64Array(6);
  freeFallTransition([0, 0, ...state], 2, 900, transition);
  propagateKepler(state, 900, reached);
  for (let i = 0; i < 6; i++) expect(transition[18 + i]).toBeCloseTo(reached[i]!, 4);
});
