import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RATE_RADPS } from '../../../kernel/constants.js';
import { type Ephemeris, ephemerisAt } from '../../../kernel/flight/ephemeris.js';
import { eciFromEcef } from '../../../kernel/earth/frames.js';
import { altitude_m, azimuth_rad, destination, distance_m, ecefToGeodetic } from '../../../kernel/earth/geodesy.js';
import { gravity_eci_mps2 } from '../../../kernel/earth/gravity.js';
import { DEG_RAD } from '../../../kernel/units.js';
import type { SolvedFlight } from '../threat-class.js';
import { prepareGlide } from './prepare-glide.js';
import { beside, INTERCONTINENTAL, place, REGIONAL, request } from './test-gliders.js';

const FROM = place(40, 95);
const TO = place(47.6, -122.3);
const far = prepareGlide(INTERCONTINENTAL);
const near = prepareGlide(REGIONAL);

function flown(result: ReturnType<typeof far.solve>): SolvedFlight {
  if (!result.converged) throw new Error(JSON.stringify(result));
  return result.flight;
}

interface Sample {
  readonly age_s: number;
  readonly altitude_m: number;
  readonly speed_mps: number;
}

function along(ephemeris: Ephemeris, from_s: number, to_s: number, step_s: number): Sample[] {
  const state = new Float64Array(6);
  const samples: Sample[] = [];
  for (let age_s = from_s; age_s <= to_s; age_s += step_s) {
    ephemerisAt(ephemeris, age_s, state);
    samples.push({ age_s, altitude_m: altitude_m(state[0], state[1], state[2]), speed_mps: Math.hypot(state[3], state[4], state[5]) });
  }
  return samples;
}

function phase(flight: SolvedFlight, name: string) {
  const found = flight.phases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

/** Times that the altitude turns from rising to falling. */
function tops(samples: readonly Sample[]): number {
  let count = 0;
  for (let i = 1; i < samples.length - 1; i++) {
    if (samples[i].altitude_m > samples[i - 1].altitude_m && samples[i].altitude_m > samples[i + 1].altitude_m) count++;
  }
  return count;
}

describe('a glider’s flight', () => {
  const flight = flown(far.solve(request(FROM, TO)));

  it('has all phases in order and without gaps, from launch to impact', () => {
    expect(flight.phases.map(({ name }) => name)).toEqual(['boost', 'coast', 'pull-up', 'glide', 'dive']);
    expect(flight.phases[0].from_s).toBe(0);
    flight.phases.slice(1).forEach((one, i) => expect(one.from_s).toBe(flight.phases[i].to_s));
    expect(flight.phases[4].to_s).toBe(flight.flightTime_s);
    expect(flight.phases[0].to_s).toBe(flight.burnTime_s);
    expect(flight.ephemeris.end_s).toBe(flight.flightTime_s);
    flight.ephemeris.parts.slice(1).forEach((part, i) => expect(part.start_s).toBe(flight.ephemeris.parts[i].end_s));
  });

  it('ends on the ground at its target, near the apogee and the dive speed of its class', () => {
    const state = new Float64Array(6);
    const ground = new Float64Array(3);
    ephemerisAt(flight.ephemeris, flight.flightTime_s, state);
    ecefToGeodetic(state[0], state[1], state[2], ground);
    expect(Math.abs(ground[2])).toBeLessThan(1);
    expect(distance_m(ground[0], ground[1], TO.lat_rad, TO.lon_rad)).toBeLessThan(100);
    expect(flight.miss_m).toBeLessThan(100);
    expect(Math.abs(flight.apogee_m / 100e3 - 1)).toBeLessThan(0.05);
    const [dive] = along(flight.ephemeris, phase(flight, 'dive').from_s, flight.flightTime_s, 1000);
    expect(Math.abs(dive.speed_mps - 1800)).toBeLessThan(60);
  });

  it('slows down all the way once it glides, between 60 and 25 km', () => {
    const { from_s, to_s } = phase(flight, 'glide');
    const samples = along(flight.ephemeris, from_s, to_s, 20);
    samples.slice(1).forEach((sample, i) => expect(sample.speed_mps).toBeLessThan(samples[i].speed_mps));
    for (const { altitude_m: height } of samples) {
      expect(height).toBeLessThan(60e3);
      expect(height).toBeGreaterThan(25e3);
    }
  });

  it('rises once after its pull-up and then sinks; a skip glide goes on skipping', () => {
    const skipping = flown(prepareGlide({ ...INTERCONTINENTAL, glide: 'skip' }).solve(request(FROM, TO)));
    const glide = phase(flight, 'glide');
    const skip = phase(skipping, 'glide');
    expect(tops(along(flight.ephemeris, glide.from_s, glide.to_s, 5))).toBe(1);
    expect(tops(along(skipping.ephemeris, skip.from_s, skip.to_s, 5))).toBeGreaterThan(4);
  });

  it('pulls up no harder than its greatest load', () => {
    // From 200 km it comes down steeply.
    const missile = { ...INTERCONTINENTAL, apogee_m: 200e3 };
    const peak = (maxLoad_mps2: number): number => {
      const solved = flown(prepareGlide({ ...missile, maxLoad_mps2 }).solve(request(FROM, beside(FROM, TO, 0.5, 0))));
      const { from_s, to_s } = phase(solved, 'pull-up');
      const at = (age_s: number): Float64Array => {
        const state = new Float64Array(6);
        ephemerisAt(solved.ephemeris, age_s, state);
        eciFromEcef(state, EARTH_RATE_RADPS * age_s, state);
        return state;
      };
      const gravity = new Float64Array(3);
      let most = 0;
      for (let age_s = from_s + 1; age_s < to_s - 1; age_s += 1) {
        const before = at(age_s - 0.5);
        const after = at(age_s + 0.5);
        const [x, y, z, vx, vy, vz] = at(age_s);
        gravity_eci_mps2(x, y, z, gravity);
        const a = [0, 1, 2].map((i) => after[i + 3] - before[i + 3] - gravity[i]);
        const v = Math.hypot(vx, vy, vz);
        const alongMotion = (a[0] * vx + a[1] * vy + a[2] * vz) / v;
        most = Math.max(most, Math.sqrt(Math.max(0, a[0] ** 2 + a[1] ** 2 + a[2] ** 2 - alongMotion ** 2)));
      }
      return most;
    };
    const free = peak(1000);
    expect(free).toBeGreaterThan(60);
    // The air turns with the Earth, so that across the inertial motion is not quite across the motion through the air.
    expect(peak(40)).toBeLessThan(44);
  });

  it('is the same to the last bit when flown again', () => {
    const again = flown(prepareGlide(INTERCONTINENTAL).solve(request(FROM, TO)));
    expect(again).toEqual(flight);
    expect(flown(far.solve(request(FROM, TO)))).toEqual(flight);
  });
});

describe('aiming a glider', () => {
  it('reaches any place between its nearest and farthest, from anywhere in any direction, in few flights', () => {
    for (const [prepared, nearest, farthest] of [[far, 3.3e6, 11.5e6], [near, 0.52e6, 2.1e6]] as const) {
      fc.assert(
        fc.property(
          fc.double({ min: -60, max: 60, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }),
          fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: nearest, max: farthest, noNaN: true }),
          (lat, lon, azimuth, range) => {
            const from = place(lat, lon);
            const to = new Float64Array(2);
            destination(from.lat_rad, from.lon_rad, azimuth * DEG_RAD, range, to);
            const result = prepared.solve(request(from, { lat_rad: to[0], lon_rad: to[1], altitude_m: 0 }));
            expect(result.converged).toBe(true);
            expect(result.flights).toBeLessThan(40);
            if (result.converged) expect(result.flight.miss_m).toBeLessThan(1000);
          },
        ),
        { numRuns: 25 },
      );
    }
  });

  it('flies with any vertical rise, and with numbers away from those of its class', () => {
    for (const verticalRise_s of [3, 5, 6.5, 8]) {
      for (const [apogee_m, maxLoad_mps2, glideCoefficient_kgpm2] of [[50e3, 50, 12_000], [60e3, 150, 5000], [80e3, 100, 8000]]) {
        const result = prepareGlide({ ...REGIONAL, verticalRise_s, apogee_m, maxLoad_mps2, glideCoefficient_kgpm2 }).solve(request(place(45, -140), TO));
        expect(result.converged).toBe(true);
        if (result.converged) expect(result.flight.miss_m).toBeLessThan(1000);
      }
    }
  });

  it('says how far it can go when the target is farther, and gets nearly there', () => {
    const to = place(35, -75);
    const limit = near.solve(request(FROM, to));
    expect(limit).toMatchObject({ converged: false, reason: 'out-of-range' });
    if (limit.converged || limit.reason !== 'out-of-range') return;
    expect(limit.range_m).toBeCloseTo(distance_m(FROM.lat_rad, FROM.lon_rad, to.lat_rad, to.lon_rad), 3);
    const end = (share: number) => {
      const at = new Float64Array(2);
      destination(FROM.lat_rad, FROM.lon_rad, azimuth_rad(FROM.lat_rad, FROM.lon_rad, to.lat_rad, to.lon_rad), share * limit.maxRange_m, at);
      return { lat_rad: at[0], lon_rad: at[1], altitude_m: 0 };
    };
    expect(near.solve(request(FROM, end(0.98))).converged).toBe(true);
    expect(near.solve(request(FROM, end(1.03)))).toMatchObject({ converged: false, reason: 'out-of-range' });
  });

  it('refuses a target nearer than its shortest glide, and says what that is', () => {
    const result = far.solve(request(FROM, beside(FROM, TO, 0.03, 0)));
    expect(result).toMatchObject({ converged: false, reason: 'cannot-fly', status: 'cannot-glide' });
    if (result.converged || result.reason !== 'cannot-fly') return;
    expect(result.detail).toMatch(/289 km away, nearer than the shortest glide of about 7\d\d km/);
  });

  it('refuses what no glider does, and what cannot fly', () => {
    expect(far.solve({ ...request(FROM, TO), shape: 'lofted' })).toMatchObject({ status: 'cannot-glide', detail: expect.stringMatching(/lofted/) });
    expect(far.solve({ ...request(FROM, TO), approach: 'long' })).toMatchObject({ status: 'cannot-glide', detail: expect.stringMatching(/route/) });
    expect(far.solve({ ...request(FROM, TO), bodies: [{ kind: 'decoy', to: TO }] })).toMatchObject({ status: 'cannot-glide' });
    expect(prepareGlide({ ...REGIONAL, payload_kg: 90_000 }).solve(request(FROM, TO))).toMatchObject({ status: 'no-lift-off' });
    expect(prepareGlide({ ...REGIONAL, diveSpeed_mps: 6000 }).solve(request(FROM, TO))).toMatchObject({ status: 'cannot-glide', detail: expect.stringMatching(/60 km.*6\.00 km\/s/) });
  });
});

describe('a route', () => {
  const nearestApproach_m = (flight: SolvedFlight, { lat_rad, lon_rad }: ReturnType<typeof place>): number => {
    const state = new Float64Array(6);
    const ground = new Float64Array(3);
    let least = Infinity;
    for (let age_s = flight.burnTime_s; age_s < flight.flightTime_s; age_s += 1) {
      ephemerisAt(flight.ephemeris, age_s, state);
      ecefToGeodetic(state[0], state[1], state[2], ground);
      least = Math.min(least, distance_m(ground[0], ground[1], lat_rad, lon_rad));
    }
    return least;
  };

  it('passes its waypoints and arrives', () => {
    const straight = flown(far.solve(request(FROM, TO)));
    for (const [share, right_m] of [[0.3, 300e3], [0.5, -600e3], [0.8, 600e3]]) {
      const waypoint = beside(FROM, TO, share, right_m);
      const flight = flown(far.solve(request(FROM, TO, [waypoint])));
      expect(flight.miss_m).toBeLessThan(1000);
      expect(nearestApproach_m(flight, waypoint)).toBeLessThan(25_000);
      // The way round costs energy, so that the boost burns longer.
      expect(flight.burnTime_s).toBeGreaterThan(straight.burnTime_s);
    }
  });

  it('passes two on either side in turn when they leave room', () => {
    const route = [beside(FROM, TO, 0.3, 100e3), beside(FROM, TO, 0.8, -200e3)];
    const flight = flown(far.solve(request(FROM, TO, route)));
    for (const waypoint of route) expect(nearestApproach_m(flight, waypoint)).toBeLessThan(25_000);
  });

  it('may have a waypoint below the boost, below the coast, and just before the target', () => {
    for (const share of [0.01, 0.1, 0.98, 0.995]) {
      const waypoint = beside(FROM, TO, share, 5000);
      const flight = flown(far.solve(request(FROM, TO, [waypoint])));
      expect(flight.miss_m).toBeLessThan(1000);
    }
  });

  it('that turns too sharply is refused with the waypoint and the bank it would take', () => {
    const result = far.solve(request(FROM, TO, [beside(FROM, TO, 0.35, 300e3), beside(FROM, TO, 0.65, -200e3)]));
    expect(result).toMatchObject({ converged: false, reason: 'cannot-fly', status: 'route-not-flyable' });
    if (result.converged || result.reason !== 'cannot-fly') return;
    expect(result.detail).toMatch(/waypoint 2 is passed 2\d\d km aside, with 25 km near enough: the turn after waypoint 1 at 6\.\d km\/s needs a bank of about 7\d°, the glider has 60°/);
  });
});

describe('variants of a glider', () => {
  const set = far.solveVariants(request(FROM, TO), 100_000, 24);

  it('all arrive, in few flights each, from different places with different boosts', () => {
    expect(set.failures).toHaveLength(0);
    expect(set.variants).toHaveLength(24);
    for (const variant of set.variants) {
      expect(variant.miss_m).toBeLessThan(1000);
      expect(Math.abs(variant.apogee_m / 100e3 - 1)).toBeLessThan(0.06);
    }
    expect(new Set(set.variants.map(({ burnTime_s }) => burnTime_s)).size).toBe(24);
    expect(set.flights / 24).toBeLessThan(8);
    expect(set.rightHandSides / set.flights).toBeLessThan(1500);
  });

  it('contain the smaller set', () => {
    far.solveVariants(request(FROM, TO), 100_000, 4).variants.forEach((variant, i) => expect(variant).toEqual(set.variants[i]));
  });

  it('count what cannot be flown', () => {
    const none = far.solveVariants({ ...request(FROM, TO), shape: 'lofted' }, 100_000, 3);
    expect(none.variants).toHaveLength(0);
    expect(none.failures).toHaveLength(3);
  });
});
