import { describe, expect, it } from 'vitest';
import { ephemerisAt } from '../../../kernel/flight/ephemeris.js';
import { destination, distance_m, ecefToGeodetic } from '../../../kernel/earth/geodesy.js';
import { minimumEnergy } from '../../../kernel/orbit/impulsive.js';
import type { FlightRequest, SolvedFlight, TrajectoryShape } from '../threat-class.js';
import { prepareBallistic } from './prepare-class.js';
import { place, THREE_STAGES, TWO_STAGES } from '../../../../test/ballistic-missiles.js';

const KOREA = place(40, 127);
const solid = prepareBallistic(THREE_STAGES);
const liquid = prepareBallistic(TWO_STAGES);

function request(range_km: number, shape: TrajectoryShape, azimuth_rad = 0.5): FlightRequest {
  const to = new Float64Array(2);
  destination(KOREA.lat_rad, KOREA.lon_rad, azimuth_rad, range_km * 1000, to);
  return { from: KOREA, to: { lat_rad: to[0], lon_rad: to[1], altitude_m: 0 }, route: [], shape, approach: 'short', bodies: [] };
}

function solved(range_km: number, shape: TrajectoryShape, missile = solid): SolvedFlight {
  const result = missile.solve(request(range_km, shape));
  if (!result.converged) throw new Error(JSON.stringify(result));
  return result.flight;
}

describe('shapes of a flight', () => {
  it.each([[solid, 4000], [solid, 7000], [solid, 9500], [liquid, 3000], [liquid, 8000]] as const)('lofted is higher and longer, depressed lower and shorter, to the same place', (missile, range_km) => {
    const [lofted, plain, depressed] = (['lofted', 'minimum-energy', 'depressed'] as const).map((shape) => solved(range_km, shape, missile)) as [SolvedFlight, SolvedFlight, SolvedFlight];
    expect(lofted.apogee_m / plain.apogee_m).toBeCloseTo(1.6, 1);
    expect(depressed.apogee_m / plain.apogee_m).toBeCloseTo(0.6, 1);
    expect(lofted.flightTime_s).toBeGreaterThan(plain.flightTime_s * 1.08);
    expect(depressed.flightTime_s).toBeLessThan(plain.flightTime_s * 0.95);
    const { to } = request(range_km, 'lofted');
    const state = new Float64Array(6);
    const ground = new Float64Array(3);
    for (const { ephemeris, flightTime_s, miss_m } of [lofted, plain, depressed]) {
      expect(miss_m).toBeLessThan(1000);
      ephemerisAt(ephemeris, flightTime_s, state);
      ecefToGeodetic(state[0], state[1], state[2], ground);
      expect(distance_m(ground[0], ground[1], to.lat_rad, to.lon_rad)).toBeLessThan(1000);
    }
    // Thrust ends above the dense air.
    ephemerisAt(depressed.ephemeris, depressed.burnTime_s, state);
    ecefToGeodetic(state[0], state[1], state[2], ground);
    expect(ground[2]).toBeGreaterThan(70_000);
  });

  it.each([[solid, 4000], [solid, 7000], [solid, 9500], [liquid, 2500], [liquid, 5000], [liquid, 8000]] as const)('burns no longer by the path of least energy than by any other, near the textbook\'s apogee', (missile, range_km) => {
    for (const azimuth_rad of [-1, 0.5, 1.5]) {
      const [least, ...others] = (['minimum-energy', 'standard', 'lofted', 'depressed'] as const).map((shape) => missile.solve(request(range_km, shape, azimuth_rad)));
      if (least?.converged !== true) throw new Error(JSON.stringify(least));
      for (const other of others) if (other.converged) expect(least.flight.burnTime_s).toBeLessThan(other.flight.burnTime_s + 0.01);
      // The textbook's flight starts at the ground of a sphere at rest. Ours gains its speed over hundreds of kilometres at
      // an angle already low, and the ground turns under it: eastwards it has farther to go, westwards less.
      const share = least.flight.apogee_m / minimumEnergy(range_km * 1000).apogee_m;
      expect(share).toBeGreaterThan(0.6);
      expect(share).toBeLessThan(1.1);
    }
  });

  it('burns least near the launch too, where thrust ends as early as it may', () => {
    const least = solved(1500, 'minimum-energy', liquid);
    expect(least.burnTime_s).toBeLessThanOrEqual(solved(1500, 'standard', liquid).burnTime_s + 1e-6);
    const set = liquid.solveVariants(request(1500, 'minimum-energy'), 50_000, 6);
    expect(set.variants).toHaveLength(6);
    expect(set.flights / 6).toBeLessThan(45);
  });

  it('takes few flights: sixty at most even where the farthest reach has to be found', () => {
    const counts = [4000, 7000, 9500].flatMap((range_km) => (['lofted', 'depressed'] as const).map((shape) => solid.solve(request(range_km, shape)).flights));
    expect(Math.max(...counts)).toBeLessThanOrEqual(60);
  });

  it('costs range to loft: says how far the missile reaches on that path', () => {
    const result = solid.solve(request(12_300, 'lofted'));
    expect(result).toMatchObject({ converged: false, reason: 'out-of-range' });
    if (result.converged || result.reason !== 'out-of-range') return;
    expect(result.maxRange_m).toBeLessThan(result.range_m);
    expect(result.maxRange_m).toBeGreaterThan(9_000_000);
    expect(solid.solve(request(12_300, 'minimum-energy')).converged).toBe(true);
    expect(solid.solve(request(12_300, 'standard')).converged).toBe(true);
  });

  it('says why a target is too near for a depressed path, and by how much', () => {
    const result = solid.solve(request(1500, 'depressed'));
    expect(result).toMatchObject({ converged: false, reason: 'cannot-fly', status: 'route-not-flyable' });
    if (!result.converged && result.reason === 'cannot-fly') expect(result.detail).toMatch(/too near.* \d+ km too far/);
  });

  it('disperses lofted and depressed missiles as it does others, in few flights each', () => {
    for (const shape of ['minimum-energy', 'lofted', 'depressed'] as const) {
      const set = solid.solveVariants(request(8000, shape), 100_000, 24);
      expect(set.variants).toHaveLength(24);
      expect(set.flights / 24).toBeLessThan(7);
      const [first] = set.variants;
      for (const { apogee_m, miss_m, ephemeris, flightTime_s } of set.variants) {
        expect(miss_m).toBeLessThan(1000);
        expect(ephemeris.end_s).toBe(flightTime_s);
        // One programme for the class: the same apogee from anywhere in the launch area.
        expect(apogee_m / first!.apogee_m).toBeCloseTo(1, 1);
      }
    }
  });

  it('solves a raid of 300 missiles in some three flights each, every one within 1,000 right-hand sides', () => {
    const raid = prepareBallistic(THREE_STAGES);
    let flights = 0;
    let rightHandSides = 0;
    for (const azimuth_rad of [0.2, 0.35, 0.5, 0.65, 0.8]) {
      const set = raid.solveVariants(request(9000, 'standard', azimuth_rad), 100_000, 60);
      expect(set.variants).toHaveLength(60);
      flights += set.flights;
      rightHandSides += set.rightHandSides;
    }
    expect(flights / 300).toBeLessThan(4);
    expect(rightHandSides / flights).toBeLessThan(1000);
  });

  it('has phases in order, without gaps, with the entry below 120 km', () => {
    for (const shape of ['standard', 'minimum-energy', 'lofted', 'depressed'] as const) {
      const flight = solved(7000, shape);
      expect(flight.phases.map(({ name }) => name)).toEqual(['boost', 'coast', 'entry']);
      flight.phases.forEach(({ from_s }, i) => expect(from_s).toBe(i === 0 ? 0 : flight.phases[i - 1]!.to_s));
      const entry = flight.phases[2]!;
      expect(entry.to_s).toBe(flight.flightTime_s);
      const state = new Float64Array(6);
      const ground = new Float64Array(3);
      ephemerisAt(flight.ephemeris, entry.from_s, state);
      ecefToGeodetic(state[0], state[1], state[2], ground);
      expect(Math.abs(ground[2] - 120_000)).toBeLessThan(2000);
    }
  });
});
