import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, EARTH_RATE_RADPS, J2, MU_EARTH_M3PS2 } from '../constants.js';
import { ephemerisAt } from '../flight/ephemeris.js';
import { ephemerisUntil, joinEphemerides } from '../flight/ephemeris-join.js';
import { FlightDynamics } from '../flight/flight-dynamics.js';
import { Flyer, type Launch, type Vehicle } from '../flight/flight.js';
import { ecefToGeodetic } from '../earth/geodesy.js';
import { createIntegrator, type Dynamics } from '../flight/integrator.js';

const flyer = new Flyer();
/** A tenth of what a coast is flown with: there the errors of a lofted flight of an hour add up to some parts in 1e-9. */
const TIGHT = [5e-3, 5e-3, 5e-3, 3e-6, 3e-6, 3e-6];
const unit = fc.double({ min: -1, max: 1, noNaN: true });
const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });

/** A position at an altitude over the sphere, and a velocity at an angle above its horizon. */
function stateAt(altitude_m: number, sine: number, lon_rad: number, heading_rad: number, speed_mps: number, climb_rad: number): Float64Array {
  const cosine = Math.sqrt(1 - sine * sine);
  const up = [cosine * Math.cos(lon_rad), cosine * Math.sin(lon_rad), sine];
  const east = [-Math.sin(lon_rad), Math.cos(lon_rad), 0];
  const north = [-sine * Math.cos(lon_rad), -sine * Math.sin(lon_rad), cosine];
  const flat = [0, 1, 2].map((c) => Math.sin(heading_rad) * east[c]! + Math.cos(heading_rad) * north[c]!);
  const r = EARTH_RADIUS_M + altitude_m;
  return Float64Array.from([
    ...up.map((u) => r * u), ...up.map((u, c) => speed_mps * (Math.sin(climb_rad) * u + Math.cos(climb_rad) * flat[c]!)),
  ]);
}

function energy(y: ArrayLike<number>): number {
  const r = Math.hypot(y[0]!, y[1]!, y[2]!);
  const sine2 = (y[2]! / r) ** 2;
  return 0.5 * (y[3]! ** 2 + y[4]! ** 2 + y[5]! ** 2) - (MU_EARTH_M3PS2 / r) * (1 - J2 * (EARTH_RADIUS_M / r) ** 2 * (1.5 * sine2 - 0.5));
}

function momentum(y: ArrayLike<number>): readonly [number, number, number] {
  return [y[1]! * y[5]! - y[2]! * y[4]!, y[2]! * y[3]! - y[0]! * y[5]!, y[0]! * y[4]! - y[1]! * y[3]!];
}

describe('vacuum coast', () => {
  it('conserves energy with its J2 part and the axial angular momentum to 2e-9', () => {
    const end = new Float64Array(6);
    fc.assert(
      fc.property(unit, turn, turn, fc.double({ min: 4000, max: 6500, noNaN: true }), fc.double({ min: 0.4, max: 1.2, noNaN: true }), (sine, lon, heading, speed, climb) => {
        const start = stateAt(1_050_000, sine, lon, heading, speed, climb);
        // Up and down again, above the air all the time.
        const rise_s = (speed * Math.sin(climb)) / 8;
        const { status } = flyer.fall(start, 100, 8000, { until_s: 100 + 2 * rise_s, toleranceFactor: 0.1 });
        flyer.lastState(end);
        expect(status).toBe('aloft');
        expect(Math.hypot(end[0]!, end[1]!, end[2]!)).toBeGreaterThan(EARTH_RADIUS_M + 1_000_000);
        expect(Math.abs(energy(end) / energy(start) - 1)).toBeLessThan(2e-9);
        // Near the poles this component is next to nothing, so it is compared with the whole.
        const whole = Math.hypot(...momentum(start));
        expect(Math.abs(momentum(end)[2] - momentum(start)[2]) / whole).toBeLessThan(2e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('conserves all three components of angular momentum to 2e-9 in a central field', () => {
    const central: Dynamics = {
      derivative: (_t, y, out) => {
        const r2 = y[0]! * y[0]! + y[1]! * y[1]! + y[2]! * y[2]!;
        const pull = -MU_EARTH_M3PS2 / (r2 * Math.sqrt(r2));
        for (let c = 0; c < 3; c++) {
          out[c] = y[c + 3]!;
          out[c + 3] = pull * y[c]!;
        }
      },
    };
    const absoluteTolerance = TIGHT;
    fc.assert(
      fc.property(unit, turn, turn, fc.double({ min: 3000, max: 7000, noNaN: true }), fc.double({ min: 0.3, max: 1.4, noNaN: true }), (sine, lon, heading, speed, climb) => {
        const y0 = stateAt(200_000, sine, lon, heading, speed, climb);
        const end = createIntegrator(6).integrate({ dynamics: central, t0: 0, t1: (2 * speed * Math.sin(climb)) / 9.2, y0, firstStep: 1, relativeTolerance: 0, absoluteTolerance });
        const before = momentum(y0);
        const after = momentum(end.y);
        const whole = Math.hypot(...before);
        for (const c of [0, 1, 2] as const) expect(Math.abs(after[c] - before[c]) / whole).toBeLessThan(2e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('comes back to its start within a metre when time runs backwards', () => {
    const dynamics = new FlightDynamics();
    const absoluteTolerance = TIGHT;
    fc.assert(
      fc.property(unit, turn, turn, fc.double({ min: 4000, max: 6000, noNaN: true }), fc.double({ min: 0.4, max: 1.2, noNaN: true }), (sine, lon, heading, speed, climb) => {
        const start = stateAt(1_050_000, sine, lon, heading, speed, climb);
        const leg = { dynamics, firstStep: 1, relativeTolerance: 0, absoluteTolerance };
        const rise_s = (speed * Math.sin(climb)) / 8;
        const there = createIntegrator(6).integrate({ ...leg, t0: 0, t1: 2 * rise_s, y0: start });
        const back = createIntegrator(6).integrate({ ...leg, t0: 2 * rise_s, t1: 0, y0: there.y });
        expect(back.status).toBe('end');
        expect(Math.hypot(back.y[0]! - start[0]!, back.y[1]! - start[1]!, back.y[2]! - start[2]!)).toBeLessThan(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe('entry', () => {
  it('never lands a lower ballistic coefficient earlier, from one state at 120 km steeper than 15 degrees', () => {
    fc.assert(
      fc.property(
        fc.tuple(unit, turn, turn), fc.double({ min: 800, max: 7500, noNaN: true }), fc.double({ min: 0.27, max: 1.5, noNaN: true }),
        fc.double({ min: 50, max: 15_000, noNaN: true }), fc.double({ min: 1.001, max: 3, noNaN: true }),
        ([sine, lon, heading], speed, dive, light, factor) => {
          const start = stateAt(120_000, sine, lon, heading, speed, -dive);
          const slow = flyer.fall(start, 0, light);
          const fast = flyer.fall(start, 0, light * factor);
          expect(slow.status).toBe('impact');
          expect(slow.impact.t_s).toBeGreaterThanOrEqual(fast.impact.t_s);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('free fall from a state', () => {
  const stage = (thrust_kN: number, propellant_kg: number, dry_kg: number, area_m2: number, coast_s: number) => ({
    thrustVacuum_N: thrust_kN * 1000, ispVacuum_s: 285, ispSeaLevel_s: 250, propellant_kg, dry_kg, referenceArea_m2: area_m2, coastAfter_s: coast_s,
  });
  const missile: Vehicle = {
    stages: [stage(792, 20780, 2300, 2.2, 2), stage(270, 6240, 795, 1.4, 2), stage(153, 3310, 400, 1, 0)],
    payload_kg: 1000, ballisticCoefficient_kgpm2: 6000, verticalRise_s: 5,
  };
  const launch: Launch = { lat_rad: 0.7, lon_rad: 2.3, altitude_m: 0, azimuth_rad: 0.3, kick_rad: 0.6, cutoff_s: Infinity };
  const whole = flyer.fly(missile, launch, { withEphemeris: true });

  it('goes on from burn-out as the flight did', () => {
    const fall = flyer.fall(whole.burnout.state_eci, whole.burnTime_s, missile.ballisticCoefficient_kgpm2);
    expect(fall.status).toBe('impact');
    expect(Math.abs(fall.impact.t_s - whole.impact.t_s)).toBeLessThan(1e-3);
    expect(fall.impact.lat_rad).toBeCloseTo(whole.impact.lat_rad, 6);
    expect(fall.impact.lon_rad).toBeCloseTo(whole.impact.lon_rad, 6);
    expect(fall.apogee_m).toBeCloseTo(whole.apogee_m, 0);
    // A step ends within a hundredth of its length of the level.
    expect(fall.entry_s).toBeCloseTo(whole.entry_s!, 0);
    expect(whole.entry_s).toBeGreaterThan(whole.apogeeTime_s);
  });

  it('says when it fell through 120 km, and nothing where it never rose so high', () => {
    const state = new Float64Array(6);
    const ground = new Float64Array(3);
    ephemerisAt(whole.ephemeris!, whole.entry_s!, state);
    ecefToGeodetic(state[0]!, state[1]!, state[2]!, ground);
    expect(Math.abs(ground[2]! - 120_000)).toBeLessThan(1000);
    const low = flyer.fly({ ...missile, stages: missile.stages.slice(0, 1) }, { ...launch, cutoff_s: 40 });
    expect(low).toMatchObject({ status: 'impact', entry_s: undefined });
    expect(low.apogee_m).toBeLessThan(120_000);
  });

  it('joins its table to that of the boost without a jump', () => {
    const start = whole.burnout.state_eci;
    const fall = flyer.fall(start, whole.burnTime_s, missile.ballisticCoefficient_kgpm2, { withEphemeris: true });
    const boost = ephemerisUntil(whole.ephemeris!, whole.burnTime_s);
    expect(boost.end_s).toBe(whole.burnTime_s);
    const joined = joinEphemerides(boost, fall.ephemeris!);
    expect(joined.end_s).toBe(fall.impact.t_s);
    const a = new Float64Array(6);
    const b = new Float64Array(6);
    for (let age_s = 0; age_s < joined.end_s; age_s += 11.1) {
      ephemerisAt(joined, age_s, a);
      ephemerisAt(whole.ephemeris!, age_s, b);
      expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!)).toBeLessThan(20);
    }
    expect(EARTH_RATE_RADPS).toBeGreaterThan(0);
  });
});

describe('memory', () => {
  // Numbers that a function hands over are short-lived in any engine; what counts is what stays.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;

  function kept_B(): number {
    collect();
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    return heapUsed + external + arrayBuffers;
  }

  it('does not grow with the number of steps: less than 1 MB over 100,000 of them', () => {
    const integrator = createIntegrator(6);
    const dynamics = new FlightDynamics();
    const y0 = stateAt(1_100_000, 0.3, 1, 1, 7300, 0);
    const orbit = { dynamics, t0: 0, t1: 1e7, y0, firstStep: 10, relativeTolerance: 0, absoluteTolerance: 1e-6, maxSteps: 100_000 };
    integrator.integrate({ ...orbit, maxSteps: 1000 });
    const before = kept_B();
    const { steps } = integrator.integrate(orbit);
    expect(steps).toBeGreaterThan(90_000);
    expect(kept_B() - before).toBeLessThan(1e6);
  });

  it('does not grow with the number of flights either', () => {
    for (let i = 0; i < 20; i++) flyer.fall(stateAt(1_050_000, 0.3, 1, 1, 5500, 0.7), 0, 8000);
    const before = kept_B();
    let rightHandSides = 0;
    while (rightHandSides < 300_000) rightHandSides += flyer.fall(stateAt(1_050_000, 0.3, 1, 1, 5500, 0.7), 0, 8000).rightHandSides;
    expect(kept_B() - before).toBeLessThan(1e6);
  });
});
