import { beforeAll, describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, EARTH_RATE_RADPS, J2, MU_EARTH_M3PS2 } from '../../../kernel/constants.js';
import { ephemerisAt } from '../../../kernel/flight/ephemeris.js';
import { eciFromEcef } from '../../../kernel/earth/frames.js';
import { altitude_m, distance_m, ecefToGeodetic } from '../../../kernel/earth/geodesy.js';
import { DEG_RAD } from '../../../kernel/units.js';
import { cross } from '../../../kernel/vector.js';
import type { FlightRequest, PreparedThreat, SolvedFlight, SolveResult } from '../threat-class.js';
import type { FractionalOrbitalMissile } from './fractional-orbital-missile.js';
import { prepareFractionalOrbital } from './prepare-fractional-orbital.js';

const place = (lat_deg: number, lon_deg: number) => ({ lat_rad: lat_deg * DEG_RAD, lon_rad: lon_deg * DEG_RAD, altitude_m: 0 });
const stage = (thrust_kN: number, ispVacuum_s: number, ispSeaLevel_s: number, propellant_kg: number, dry_kg: number, referenceArea_m2: number, coastAfter_s: number) => ({
  thrustVacuum_N: thrust_kN * 1000, ispVacuum_s, ispSeaLevel_s, propellant_kg, dry_kg, referenceArea_m2, coastAfter_s,
});
const MISSILE: FractionalOrbitalMissile = {
  stages: [stage(2900, 300, 265, 130_000, 9000, 7.1, 2), stage(950, 315, 200, 42_000, 3500, 7.1, 2), stage(140, 318, 200, 9000, 1200, 5, 0)],
  payload_kg: 3000, ballisticCoefficient_kgpm2: 8000, verticalRise_s: 10, burnTimeSpread: 0.01,
  orbitAltitude_m: 160e3, deorbit_mps: 200, deorbitBurn_s: 60,
};
const CHINA = place(40, 105);
const WASHINGTON = place(38.9, -77.04);
const request = (change: Partial<FlightRequest> = {}): FlightRequest => ({
  from: CHINA, to: WASHINGTON, route: [], shape: 'standard', approach: 'long', bodies: [], ...change,
});
const flown = (result: SolveResult): SolvedFlight => {
  if (!result.converged) throw new Error(JSON.stringify(result));
  return result.flight;
};
const inertialAt = (flight: SolvedFlight, age_s: number): Float64Array => {
  const state = new Float64Array(6);
  ephemerisAt(flight.ephemeris, age_s, state);
  eciFromEcef(state, EARTH_RATE_RADPS * age_s, state);
  return state;
};
const radius_m = (y: Float64Array): number => Math.sqrt(y[0] ** 2 + y[1] ** 2 + y[2] ** 2);
const speed_mps = (y: Float64Array): number => Math.sqrt(y[3] ** 2 + y[4] ** 2 + y[5] ** 2);
const climbAngle_deg = (y: Float64Array): number => Math.asin((y[0] * y[3] + y[1] * y[4] + y[2] * y[5]) / radius_m(y) / speed_mps(y)) / DEG_RAD;
const energy_J = (y: Float64Array): number => {
  const r = radius_m(y);
  const oblate = (J2 * EARTH_RADIUS_M ** 2) / r ** 2;
  return speed_mps(y) ** 2 / 2 - (MU_EARTH_M3PS2 / r) * (1 - (oblate * (3 * (y[2] / r) ** 2 - 1)) / 2);
};
const phase = (flight: SolvedFlight, name: string) => {
  const found = flight.phases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const latitudeAt_deg = (flight: SolvedFlight, age_s: number): number => {
  const state = new Float64Array(6);
  const geodetic = new Float64Array(3);
  ephemerisAt(flight.ephemeris, age_s, state);
  ecefToGeodetic(state[0], state[1], state[2], geodetic);
  return geodetic[0] / DEG_RAD;
};

let prepared: PreparedThreat;
let long: SolvedFlight;
let short: SolvedFlight;
beforeAll(() => {
  prepared = prepareFractionalOrbital(MISSILE);
  long = flown(prepared.solve(request()));
  short = flown(prepared.solve(request({ approach: 'short' })));
});

describe('into orbit', () => {
  it('arrives level, at the orbit’s altitude and at the speed √(μ/r) of a circle there', () => {
    for (const flight of [long, short]) {
      const state = inertialAt(flight, flight.burnTime_s);
      expect(Math.abs(altitude_m(state[0], state[1], state[2]) - 160e3)).toBeLessThan(20);
      expect(Math.abs(speed_mps(state) - Math.sqrt(MU_EARTH_M3PS2 / radius_m(state)))).toBeLessThan(0.01);
      expect(Math.abs(climbAngle_deg(state))).toBeLessThan(0.001);
      expect(speed_mps(state)).toBeGreaterThan(7800);
    }
  });

  it('stays there: a circle about the centre is up to 21 km higher over the flattened poles', () => {
    const { from_s, to_s } = phase(long, 'orbit');
    for (let age_s = from_s; age_s <= to_s; age_s += 10) {
      const state = inertialAt(long, age_s);
      expect(altitude_m(state[0], state[1], state[2])).toBeGreaterThan(145e3);
      expect(altitude_m(state[0], state[1], state[2])).toBeLessThan(190e3);
    }
    expect(long.apogee_m).toBeGreaterThan(160e3);
  });

  it('keeps its energy, J2 in it, to 2e-9 where there is no air', () => {
    const flight = flown(prepareFractionalOrbital({ ...MISSILE, ballisticCoefficient_kgpm2: 1e12, deorbit_mps: 400 }).solve(request()));
    const { from_s, to_s } = phase(flight, 'orbit');
    const start = energy_J(inertialAt(flight, from_s));
    expect(Math.abs(energy_J(inertialAt(flight, to_s)) / start - 1)).toBeLessThan(2e-9);
    // Rows between come from the interpolant within long steps, good to a centimetre.
    for (let age_s = from_s; age_s < to_s; age_s += 20) {
      expect(Math.abs(energy_J(inertialAt(flight, age_s)) / start - 1)).toBeLessThan(5e-9);
    }
  });

  it('loses to the thin air what ρv²/2β takes, 1 m/s or so in an hour', () => {
    const { from_s, to_s } = phase(long, 'orbit');
    const lost = energy_J(inertialAt(long, from_s)) - energy_J(inertialAt(long, to_s));
    const perSecond_mps = lost / 7800 / (to_s - from_s);
    expect(perSecond_mps).toBeGreaterThan(1e-6);
    expect(perSecond_mps).toBeLessThan(2e-5);
  });
});

describe('out of orbit', () => {
  it('turns through the share of a period that it stays in orbit', () => {
    const { from_s, to_s } = phase(long, 'orbit');
    const [start, end] = [inertialAt(long, from_s), inertialAt(long, to_s)];
    const rate_radps = Math.sqrt(MU_EARTH_M3PS2 / radius_m(start) ** 3);
    const normal = new Float64Array(3);
    cross(start, end, normal);
    const angle_rad = Math.atan2(Math.sqrt(normal[0] ** 2 + normal[1] ** 2 + normal[2] ** 2), start[0] * end[0] + start[1] * end[1] + start[2] * end[2]);
    const wanted_rad = rate_radps * (to_s - from_s);
    // J2 moves a low orbit by about a thousandth of its rate.
    expect(Math.abs((wanted_rad > Math.PI ? 2 * Math.PI - angle_rad : angle_rad) / wanted_rad - 1)).toBeLessThan(3e-3);
  });

  it('takes the burn’s velocity away, against the motion', () => {
    const { from_s, to_s } = phase(long, 'de-orbit');
    expect(to_s - from_s).toBeCloseTo(60, 6);
    // Falling inwards during the burn gives a little back.
    expect(speed_mps(inertialAt(long, from_s)) - speed_mps(inertialAt(long, to_s))).toBeGreaterThan(195);
    expect(speed_mps(inertialAt(long, from_s)) - speed_mps(inertialAt(long, to_s))).toBeLessThan(201);
  });

  it.each([120, 200, 350])('enters at the angle of vis-viva after a burn of %d m/s', (deorbit_mps) => {
    const flight = flown(prepareFractionalOrbital({ ...MISSILE, deorbit_mps, deorbitBurn_s: 5 }).solve(request()));
    const start = inertialAt(flight, phase(flight, 'de-orbit').from_s);
    let age_s = phase(flight, 'entry').from_s;
    const high = (at_s: number): boolean => {
      const state = inertialAt(flight, at_s);
      return altitude_m(state[0], state[1], state[2]) > 120e3;
    };
    while (high(age_s)) age_s += 0.5;
    const entry = inertialAt(flight, age_s);
    const v = speed_mps(start) - deorbit_mps;
    const momentum = radius_m(start) * v * Math.cos(climbAngle_deg(start) * DEG_RAD);
    const entrySpeed = Math.sqrt(v * v + 2 * MU_EARTH_M3PS2 * (1 / radius_m(entry) - 1 / radius_m(start)));
    const angle_deg = Math.acos(momentum / (radius_m(entry) * entrySpeed)) / DEG_RAD;
    expect(Math.abs(speed_mps(entry) / entrySpeed - 1)).toBeLessThan(1e-3);
    // J2 and the little air above are not in the closed form.
    expect(Math.abs(-climbAngle_deg(entry) - angle_deg)).toBeLessThan(0.1);
  });
});

describe('on the target', () => {
  it('lands within a kilometre, on the ground of the turning Earth', () => {
    for (const flight of [long, short]) {
      const state = new Float64Array(6);
      const ground = new Float64Array(3);
      ephemerisAt(flight.ephemeris, flight.flightTime_s, state);
      ecefToGeodetic(state[0], state[1], state[2], ground);
      expect(Math.abs(ground[2])).toBeLessThan(1);
      expect(distance_m(ground[0], ground[1], WASHINGTON.lat_rad, WASHINGTON.lon_rad)).toBeLessThan(1000);
      expect(flight.miss_m).toBeLessThan(1000);
    }
  });

  it('comes from the south the long way and over the pole the short way, within one revolution', () => {
    const entry_s = phase(long, 'entry').from_s;
    expect(latitudeAt_deg(long, entry_s)).toBeLessThan(10);
    expect(latitudeAt_deg(short, phase(short, 'entry').from_s)).toBeGreaterThan(60);
    expect(latitudeAt_deg(long, phase(long, 'orbit').from_s + 1200)).toBeLessThan(-40);
    expect(long.flightTime_s).toBeGreaterThan(short.flightTime_s + 2000);
    expect(long.flightTime_s).toBeLessThan(5280);
  });

  it('has its phases in order and without gaps', () => {
    expect(long.phases.map(({ name }) => name)).toEqual(['boost', 'orbit', 'de-orbit', 'entry']);
    long.phases.forEach(({ from_s }, i) => expect(from_s).toBe(i === 0 ? 0 : long.phases[i - 1].to_s));
    expect(long.phases[3].to_s).toBe(long.flightTime_s);
    expect(long.ephemeris.end_s).toBe(long.flightTime_s);
  });

  it('has rows close enough for a cubic: leaving out every other one moves it less than 80 m, so the table is good to 20 m', () => {
    const { parts, rows_ecef: rows } = long.ephemeris;
    let worst_m = 0;
    for (const { first, count, step_s } of parts) {
      for (let i = first + 1; i < first + count - 2; i++) {
        const [a, b, c] = [6 * (i - 1), 6 * i, 6 * (i + 1)];
        let miss2 = 0;
        for (let k = 0; k < 3; k++) {
          const middle = (rows[a + k] + rows[c + k]) / 2 + (step_s / 4) * (rows[a + k + 3] - rows[c + k + 3]);
          miss2 += (middle - rows[b + k]) ** 2;
        }
        worst_m = Math.max(worst_m, Math.sqrt(miss2));
      }
    }
    expect(worst_m).toBeLessThan(80);
  });

  it('gives the same flight again, to the bit', () => {
    expect(flown(prepareFractionalOrbital(MISSILE).solve(request()))).toEqual(long);
  });
});

describe('refusals', () => {
  it('say by how much a heavy missile falls short of orbit', () => {
    const result = prepareFractionalOrbital({ ...MISSILE, payload_kg: 9000 }).solve(request());
    expect(result).toMatchObject({ reason: 'cannot-fly', status: 'cannot-reach-orbit' });
    expect(result.converged === false && result.reason === 'cannot-fly' ? result.detail : '').toMatch(/^the tanks are empty \d+ m\/s short of a circular orbit at 160 km/);
    const heavier = prepareFractionalOrbital({ ...MISSILE, payload_kg: 12_000 }).solve(request());
    const short_mps = (one: SolveResult): number => (one.converged === false && one.reason === 'cannot-fly' ? Number(/empty (\d+)/.exec(one.detail)?.[1]) : NaN);
    expect(short_mps(heavier)).toBeGreaterThan(short_mps(result));
  });

  it('name a missile that cannot lift itself, and one that stays up', () => {
    const [first, ...upper] = MISSILE.stages;
    const weak = { ...MISSILE, stages: [{ ...first, thrustVacuum_N: 1e6 }, ...upper] };
    expect(prepareFractionalOrbital(weak).solve(request())).toMatchObject({ status: 'no-lift-off' });
    const gentle = prepareFractionalOrbital({ ...MISSILE, orbitAltitude_m: 300e3, deorbit_mps: 5 }).solve(request());
    expect(gentle).toMatchObject({ status: 'aloft' });
  });

  it('send a target that is too near the long way round', () => {
    const near = place(28.6, 77.2);
    const result = prepared.solve(request({ to: near, approach: 'short' }));
    expect(result).toMatchObject({ status: 'route-not-flyable' });
    expect(result.converged === false && result.reason === 'cannot-fly' ? result.detail : '').toMatch(/the long way round may reach it$/);
    expect(flown(prepared.solve(request({ to: near }))).miss_m).toBeLessThan(1000);
  });
});

describe('single missiles of the class', () => {
  it('all arrive, in few flights each', () => {
    const set = prepared.solveVariants(request(), 200_000, 32);
    expect(set.failures).toHaveLength(0);
    for (const one of set.variants) expect(one.miss_m).toBeLessThan(1000);
    expect(set.flights / 32).toBeLessThan(40);
    expect(set.rightHandSides / set.flights).toBeLessThan(1000);
    const times = set.variants.map((one) => one.burnTime_s);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(5);
  });

  it('do so with a wide spread of burn times too', () => {
    const set = prepareFractionalOrbital({ ...MISSILE, burnTimeSpread: 0.03 }).solveVariants(request(), 200_000, 24);
    expect(set.failures).toHaveLength(0);
  });
});
