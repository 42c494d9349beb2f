import { describe, expect, it } from 'vitest';
import { ephemerisAt } from '../../../kernel/flight/ephemeris.js';
import { destination, distance_m, ecefToGeodetic } from '../../../kernel/earth/geodesy.js';
import type { GeodeticPlace } from '../place.js';
import type { BodyRequest, FlightRequest } from '../threat-class.js';
import { prepareBallistic } from './prepare-class.js';
import { place, THREE_STAGES } from '../../../../test/ballistic-missiles.js';

const FROM = place(40, 127);
const TO = place(47.6, -122.3);
const MISSILE = {
  ...THREE_STAGES,
  bus: { warheads_count: 3, interval_s: 15, deltaV_mps: 300 },
  decoys: { perMissile_count: 6, ballisticCoefficient_kgpm2: 400, separation_mps: 3 },
};
const prepared = prepareBallistic(MISSILE);

function away(km: number, azimuth_rad: number, from = TO): GeodeticPlace {
  const out = new Float64Array(2);
  destination(from.lat_rad, from.lon_rad, azimuth_rad, km * 1000, out);
  return { lat_rad: out[0], lon_rad: out[1], altitude_m: 0 };
}
const warhead = (to: GeodeticPlace): BodyRequest => ({ kind: 'warhead', to });
const decoys = (count: number, to = TO): BodyRequest[] => Array.from({ length: count }, () => ({ kind: 'decoy', to }));
const request = (bodies: readonly BodyRequest[]): FlightRequest => ({ from: FROM, to: TO, route: [], shape: 'standard', approach: 'short', bodies });

function solve(bodies: readonly BodyRequest[], missile = prepared) {
  const result = missile.solve(request(bodies));
  if (!result.converged) throw new Error(JSON.stringify(result));
  return result;
}

describe('a bus with several warheads', () => {
  const SOUTH = away(150, 3);
  const EAST = away(90, 1.7);
  const { flight, flights } = solve([warhead(SOUTH), warhead(EAST), ...decoys(6)]);
  const [first, second, ...swarm] = flight.bodies;

  it('brings each to its own aim point in a few flights', () => {
    const state = new Float64Array(6);
    const ground = new Float64Array(3);
    for (const [body, aim] of [[first!, SOUTH], [second!, EAST]] as const) {
      expect(body.miss_m).toBeLessThan(100);
      ephemerisAt(body.ephemeris, body.flightTime_s, state);
      ecefToGeodetic(state[0], state[1], state[2], ground);
      expect(Math.abs(ground[2])).toBeLessThan(1);
      expect(distance_m(ground[0], ground[1], aim.lat_rad, aim.lon_rad)).toBeLessThan(100);
    }
    // Six at most to aim the missile; for each warhead one of the bus and three of its own, one for each decoy.
    expect(flights).toBeLessThanOrEqual(6 + 2 * 4 + 6);
  });

  it('sets them free one interval after another within its velocity, and says so in the phases', () => {
    expect(first!.released_s).toBeCloseTo(flight.burnTime_s + 15, 9);
    expect(second!.released_s).toBeCloseTo(flight.burnTime_s + 30, 9);
    expect(first!.deltaV_mps + second!.deltaV_mps).toBeLessThan(300);
    expect(first!.deltaV_mps).toBeGreaterThan(20);
    expect(flight.phases.map(({ name }) => name)).toEqual(['boost', 'bus', 'coast', 'entry']);
    expect(flight.phases[1]!.to_s).toBeCloseTo(second!.released_s, 9);
  });

  it('carries a body until its release: one table from launch to impact, without jumps in place', () => {
    const own = new Float64Array(6);
    const missile = new Float64Array(6);
    for (let age_s = 0; age_s <= first!.released_s; age_s += 7.3) {
      ephemerisAt(first!.ephemeris, age_s, own);
      ephemerisAt(flight.ephemeris, age_s, missile);
      // The same flight up to there, on other rows of its table: within what interpolation may be off.
      expect(Math.hypot(own[0] - missile[0], own[1] - missile[1], own[2] - missile[2])).toBeLessThan(1);
    }
    for (const body of flight.bodies) {
      const { parts } = body.ephemeris;
      for (let p = 1; p < parts.length; p++) {
        expect(parts[p]!.start_s).toBe(parts[p - 1]!.end_s);
        const before = (parts[p]!.first - 1) * 6;
        const jump = [0, 1, 2].map((c) => body.ephemeris.rows_ecef[before + c]! - body.ephemeris.rows_ecef[before + 6 + c]!);
        expect(Math.hypot(...jump)).toBeLessThan(1e-3);
      }
      expect(body.ephemeris.end_s).toBe(body.flightTime_s);
    }
  });

  it('has decoys that fly beside their warhead in space and fall behind it in the air', () => {
    const at = new Float64Array(6);
    const lead = new Float64Array(6);
    const entry_s = flight.phases[3]!.from_s;
    for (const decoy of swarm) {
      expect(decoy).toMatchObject({ kind: 'decoy', deltaV_mps: 3, released_s: flight.burnTime_s });
      ephemerisAt(decoy.ephemeris, entry_s - 60, at);
      ephemerisAt(flight.ephemeris, entry_s - 60, lead);
      const apart_m = Math.hypot(at[0] - lead[0], at[1] - lead[1], at[2] - lead[2]);
      expect(apart_m).toBeGreaterThan(500);
      expect(apart_m).toBeLessThan(30_000);
      expect(decoy.flightTime_s).toBeGreaterThan(flight.flightTime_s + 30);
    }
    expect(new Set(swarm.map(({ flightTime_s }) => flightTime_s)).size).toBe(6);
  });

  it('keeps to the footprint: says which aim point lies how far outside', () => {
    const result = prepared.solve(request([warhead(EAST), warhead(away(900, 1.7))]));
    expect(result).toMatchObject({ converged: false, reason: 'out-of-range' });
    if (result.converged || result.reason !== 'out-of-range') return;
    expect(result.detail).toMatch(/warhead 3 of 3 lies \d+ km outside the footprint/);
    expect(result.range_m).toBeCloseTo(810_000, -5);
    // The number is honest: a little nearer than what it says can be reached.
    const { maxRange_m } = result;
    expect(prepared.solve(request([warhead(EAST), warhead(away((0.97 * maxRange_m) / 1000, 1.7, EAST))])).converged).toBe(true);
    expect(prepared.solve(request([warhead(EAST), warhead(away((1.03 * maxRange_m) / 1000, 1.7, EAST))])).converged).toBe(false);
  });

  it('says when the bus is back in the air before it has finished', () => {
    const slow = prepareBallistic({ ...MISSILE, bus: { ...MISSILE.bus, interval_s: 2000 } });
    const result = slow.solve(request([warhead(EAST)]));
    expect(result).toMatchObject({ converged: false, reason: 'out-of-range', maxRange_m: 0 });
    if (!result.converged && result.reason === 'out-of-range') expect(result.detail).toMatch(/meets the air before/);
  });

  it('lets decoys go with the warhead that shares their aim point', () => {
    const { flight: other } = solve([warhead(SOUTH), ...decoys(2, SOUTH), ...decoys(1)]);
    expect(other.bodies.map(({ released_s }) => Math.round(released_s - other.burnTime_s))).toEqual([15, 15, 15, 0]);
  });

  it('sends two warheads to one place with no push between them', () => {
    const { flight: twice } = solve([warhead(TO)]);
    expect(twice.bodies[0]).toMatchObject({ deltaV_mps: 0 });
    expect(twice.bodies[0]!.flightTime_s).toBeCloseTo(twice.flightTime_s, 3);
  });

  it('releases from every variant and counts the flights', () => {
    const set = prepared.solveVariants(request([warhead(SOUTH), ...decoys(2)]), 50_000, 12);
    expect(set.variants).toHaveLength(12);
    for (const { bodies, burnTime_s } of set.variants) {
      expect(bodies).toHaveLength(3);
      expect(bodies[0]!.miss_m).toBeLessThan(100);
      expect(bodies[0]!.released_s).toBeCloseTo(burnTime_s + 15, 9);
    }
    const tooFar = prepared.solveVariants(request([warhead(away(900, 1.7))]), 50_000, 4);
    expect(tooFar.variants).toHaveLength(0);
    expect(tooFar.failures).toHaveLength(4);
  });
});
