import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M, EARTH_RATE_RADPS, G0_MPS2, J2, MU_EARTH_M3PS2 } from '../constants.js';
import { dragCoefficient } from './drag.js';
import { ephemerisAt } from './ephemeris.js';
import { FlightDynamics, Steering } from './flight-dynamics.js';
import { ageAtPowered_s, burnTime_s, Flyer, type Launch, poweredTime_s, type Stage, type Vehicle } from './flight.js';
import { altitude_m, distance_m, ecefToGeodetic } from '../earth/geodesy.js';
import { createIntegrator } from './integrator.js';

const DEG = Math.PI / 180;
const stage = (thrust_kN: number, propellant_kg: number, dry_kg: number, area_m2: number, coast_s: number): Stage => ({
  thrustVacuum_N: thrust_kN * 1000, ispVacuum_s: 285, ispSeaLevel_s: 250, propellant_kg, dry_kg, referenceArea_m2: area_m2, coastAfter_s: coast_s,
});
/** The development missile, with burns of 73, 65 and 60 s at this specific impulse. */
const MISSILE: Vehicle = {
  stages: [stage(792, 20780, 2300, 2.2, 2), stage(270, 6240, 795, 1.4, 2), stage(153, 3310, 400, 1, 0)],
  payload_kg: 1000, ballisticCoefficient_kgpm2: 6000, verticalRise_s: 5,
};
const LAUNCH: Launch = { lat_rad: 41 * DEG, lon_rad: 130 * DEG, altitude_m: 300, azimuth_rad: 20 * DEG, kick_rad: 35 * DEG, cutoff_s: Infinity };
const flyer = new Flyer();

describe('flight of a staged point mass', () => {
  it('gains the rocket equation’s speed where there is neither air nor gravity', () => {
    // A million kilometres out the Earth pulls with 4e-4 m/s²; subtract that pull.
    const dynamics = new FlightDynamics();
    Object.assign(dynamics, { steering: Steering.Vertical, mass_kg: 5000, flow_kgps: 50, thrustVacuum_N: 50 * G0_MPS2 * 285, nozzleArea_m2: 0.3 });
    dynamics.up_eci.set([1, 0, 0]);
    const end = createIntegrator(6).integrate({
      dynamics, t0: 0, t1: 60, y0: [1e9, 0, 0, 0, 0, 0], relativeTolerance: 1e-12, absoluteTolerance: 1e-9,
    });
    const gained_mps = end.y[3] + (MU_EARTH_M3PS2 / 1e18) * 60;
    expect(Math.abs(gained_mps - 285 * G0_MPS2 * Math.log(5000 / 2000))).toBeLessThan(1e-3);
  });

  it('keeps energy (with its J2 part) and the polar angular momentum in free fall above the air', () => {
    const dynamics = new FlightDynamics();
    const energy = (y: ArrayLike<number>) => {
      const r = Math.hypot(y[0], y[1], y[2]);
      const sine2 = (y[2] / r) ** 2;
      return 0.5 * (y[3] ** 2 + y[4] ** 2 + y[5] ** 2) - (MU_EARTH_M3PS2 / r) * (1 - J2 * (EARTH_RADIUS_M / r) ** 2 * (1.5 * sine2 - 0.5));
    };
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 6, noNaN: true }), (sine, turn) => {
        const r = 7_500_000;
        const cosine = Math.sqrt(1 - sine * sine);
        const start = [r * cosine, 0, r * sine, 1000 * Math.cos(turn), 7000, 3000 * Math.sin(turn)];
        const { y } = createIntegrator(6).integrate({ dynamics, t0: 0, t1: 600, y0: start, relativeTolerance: 1e-12, absoluteTolerance: 1e-7 });
        if (altitude_m(y[0], y[1], y[2]) < 1_000_000) return;
        expect(Math.abs(energy(y) / energy(start) - 1)).toBeLessThan(1e-10);
        // Near the poles this component is next to nothing, so it is compared with the whole.
        expect(Math.abs(y[0] * y[4] - y[1] * y[3] - start[0] * start[4] + start[1] * start[3]) / (r * 7000)).toBeLessThan(1e-10);
      }),
      { numRuns: 25 },
    );
  });

  it('reports a plausible ICBM flight whose parts agree with each other', () => {
    const flight = flyer.fly(MISSILE, LAUNCH, { withEphemeris: true });
    expect(flight.status).toBe('impact');
    expect(flight.burnTime_s).toBeCloseTo(poweredTime_s(MISSILE) + 4, 9);
    expect(flight.burnout.t_s).toBe(flight.burnTime_s);
    expect(flight.burnout.speed_mps).toBeGreaterThan(6000);
    expect(flight.burnout.speed_mps).toBeLessThan(8000);
    expect(flight.apogee_m).toBeGreaterThan(flight.burnout.altitude_m);
    expect(flight.apogeeTime_s).toBeGreaterThan(flight.burnTime_s);
    const { impact } = flight;
    expect(flight.range_m).toBeCloseTo(distance_m(LAUNCH.lat_rad, LAUNCH.lon_rad, impact.lat_rad, impact.lon_rad), 6);
    // Over the ground by way of the apogee: never shorter than the geodesic by more than the flattening.
    expect(flight.groundTrack_m / flight.range_m).toBeGreaterThan(0.996);
    expect(flight.groundTrack_m / flight.range_m).toBeLessThan(1.05);
    // The speed of the turning Earth separates the two speeds: at most 465 m/s.
    expect(Math.abs(flight.burnout.inertialSpeed_mps - flight.burnout.speed_mps)).toBeLessThan(EARTH_RATE_RADPS * EARTH_RADIUS_M * 1.1);
  });

  it('is within a metre of a ten times tighter run at under 1,000 right-hand sides', () => {
    for (const azimuth of [0, 60, 120, 200, 300]) {
      for (const kick of [4, 20, 40]) {
        const launch = { ...LAUNCH, azimuth_rad: azimuth * DEG, kick_rad: kick * DEG };
        const usual = flyer.fly(MISSILE, launch);
        const tight = flyer.fly(MISSILE, launch, { toleranceFactor: 0.1 });
        expect(usual.rightHandSides).toBeLessThan(1000);
        expect(distance_m(usual.impact.lat_rad, usual.impact.lon_rad, tight.impact.lat_rad, tight.impact.lon_rad)).toBeLessThan(1);
      }
    }
  });

  it('ends thrust at the cut-off, and a cut-off during a coast is one at the burnout before it', () => {
    const first_s = burnTime_s(MISSILE.stages[0]);
    const early = flyer.fly(MISSILE, { ...LAUNCH, cutoff_s: 150 });
    expect(early.burnTime_s).toBe(150);
    expect(early.range_m).toBeLessThan(flyer.fly(MISSILE, LAUNCH).range_m);
    const atBurnout = flyer.fly(MISSILE, { ...LAUNCH, cutoff_s: first_s });
    const inCoast = flyer.fly(MISSILE, { ...LAUNCH, cutoff_s: first_s + 1.5 });
    expect(inCoast.burnTime_s).toBe(atBurnout.burnTime_s);
    expect(inCoast.range_m).toBe(atBurnout.range_m);
    expect(ageAtPowered_s(MISSILE, first_s + 1)).toBeCloseTo(first_s + 3, 9);
  });

  it('goes farther with more cut-off time, in every last-stage flight', () => {
    fc.assert(
      fc.property(fc.double({ min: 150, max: 195, noNaN: true }), fc.double({ min: 0.5, max: 5, noNaN: true }), (cutoff_s, more_s) => {
        const near = flyer.fly(MISSILE, { ...LAUNCH, cutoff_s });
        const far = flyer.fly(MISSILE, { ...LAUNCH, cutoff_s: cutoff_s + more_s });
        expect(far.range_m).toBeGreaterThan(near.range_m);
      }),
      { numRuns: 25 },
    );
  });

  it('lengthens a flight by the coasts between its stages', () => {
    const without: Vehicle = { ...MISSILE, stages: MISSILE.stages.map((one) => ({ ...one, coastAfter_s: 0 })) };
    const lofted = { ...LAUNCH, kick_rad: 4 * DEG };
    const longer_s = flyer.fly(MISSILE, lofted).burnTime_s - flyer.fly(without, lofted).burnTime_s;
    expect(longer_s).toBeCloseTo(4, 9);
  });

  it('gives typed failures for what cannot fly', () => {
    const heavy: Vehicle = { ...MISSILE, payload_kg: 60_000 };
    expect(flyer.fly(heavy, LAUNCH)).toMatchObject({ status: 'no-lift-off', range_m: 0, rightHandSides: 0 });
    const weak: Vehicle = { ...MISSILE, payload_kg: 36_000 };
    expect(flyer.fly(weak, { ...LAUNCH, kick_rad: 80 * DEG }).status).toBe('fell-under-power');
    const light: Vehicle = { ...MISSILE, payload_kg: 10 };
    expect(flyer.fly(light, { ...LAUNCH, kick_rad: 20 * DEG }).status).toBe('aloft');
  });

  it('tabulates a flight within 20 m of its integration, stage ignitions and re-entry included', () => {
    const coarse = flyer.fly(MISSILE, LAUNCH, { withEphemeris: true }).ephemeris!;
    const fine = flyer.fly(MISSILE, LAUNCH, { withEphemeris: true, sampling: { boost_s: 0.05, coast_s: 1, entry_s: 0.05 } }).ephemeris!;
    const a = new Float64Array(6);
    const b = new Float64Array(6);
    let worst = 0;
    for (let age = 0; age <= coarse.end_s; age += 0.37) {
      ephemerisAt(coarse, age, a);
      ephemerisAt(fine, age, b);
      worst = Math.max(worst, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
    }
    expect(worst).toBeLessThan(20);
    expect(worst).toBeGreaterThan(0);
    expect(coarse.end_s).toBeCloseTo(fine.end_s, 6);
    expect(coarse.rows_ecef.length / 6).toBeLessThan(600);
  });

  it('starts its table at rest on the pad, ends it on the ground, and holds both ends', () => {
    const flight = flyer.fly(MISSILE, LAUNCH, { withEphemeris: true });
    const state = new Float64Array(6);
    const place = new Float64Array(3);
    ephemerisAt(flight.ephemeris!, -5, state);
    expect(Math.hypot(state[3], state[4], state[5])).toBeLessThan(1e-9);
    ecefToGeodetic(state[0], state[1], state[2], place);
    expect(place[0]).toBeCloseTo(LAUNCH.lat_rad, 12);
    expect(place[2]).toBeCloseTo(LAUNCH.altitude_m, 6);
    ephemerisAt(flight.ephemeris!, 1e6, state);
    ecefToGeodetic(state[0], state[1], state[2], place);
    expect(Math.abs(place[2])).toBeLessThan(0.1);
    expect(place[0]).toBeCloseTo(flight.impact.lat_rad, 12);
    expect(place[1]).toBeCloseTo(flight.impact.lon_rad, 12);
  });

  it('gives velocities that are the slope of the positions', () => {
    const { ephemeris } = flyer.fly(MISSILE, LAUNCH, { withEphemeris: true });
    const before = new Float64Array(6);
    const at = new Float64Array(6);
    const after = new Float64Array(6);
    for (const age of [30.4, 160.7, 700.3, 1500.2]) {
      ephemerisAt(ephemeris!, age - 0.01, before);
      ephemerisAt(ephemeris!, age, at);
      ephemerisAt(ephemeris!, age + 0.01, after);
      for (let c = 0; c < 3; c++) expect(at[c + 3]).toBeCloseTo((after[c] - before[c]) / 0.02, 2);
    }
  });
});

describe('generic drag', () => {
  it('peaks just above the speed of sound and falls to both sides', () => {
    expect(dragCoefficient(0)).toBeCloseTo(0.2, 6);
    expect(dragCoefficient(1.3)).toBeGreaterThan(0.35);
    expect(dragCoefficient(1.3)).toBeLessThan(0.4);
    expect(dragCoefficient(10)).toBeLessThan(0.17);
    for (let mach = 1.5; mach < 12; mach += 0.25) expect(dragCoefficient(mach + 0.25)).toBeLessThan(dragCoefficient(mach));
    for (let mach = 0.1; mach < 1.2; mach += 0.1) expect(dragCoefficient(mach + 0.1)).toBeGreaterThan(dragCoefficient(mach));
  });
});
