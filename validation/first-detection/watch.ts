/**
 * When geostationary satellites of the public data first detect a missile that flies: the flight and the sensors are those that a user
 * gets, the looks those of the models. Each satellite passes over the place once in its revisit time, at a moment of its own.
 */
import { ephemerisAt } from '../../src/kernel/flight/ephemeris.js';
import { altitude_m, destination } from '../../src/kernel/earth/geodesy.js';
import { G0_MPS2 } from '../../src/kernel/constants.js';
import { toSi } from '../../src/kernel/units.js';
import { geostationaryPosition } from '../../src/models/constellation/geostationary.js';
import { createInfraredLook, infraredLevel_prob } from '../../src/models/sensor/infrared-satellite.js';
import { createSeenTarget } from '../../src/models/sensor/seen-target.js';
import { prepareThreat, type SolvedFlight } from '../../src/models/threat/index.js';
import { loadCatalogue } from '../../src/cli/frame/catalogue-file.js';
import { compileText } from '../../src/scenario/compile/compile.js';
import type { AttackPlan, BallisticThreatPlan, InfraredSensorPlan } from '../../src/scenario/plan/plan.js';

export interface Watch {
  readonly threat: BallisticThreatPlan;
  readonly attack: AttackPlan;
  readonly flight: SolvedFlight;
  readonly sensors: readonly InfraredSensorPlan[];
}

/** What a sweep changes of all sensors; left out, what the card says. */
export interface Look {
  readonly cloudBreak_m?: number;
  readonly revisit_s?: number;
}

/** Nearer than the greatest range of all classes; due north, over which no class fails to get there. */
const RANGE_M = toSi(9_000, 'km');
const STEP_S = 0.1;
/** Later, even a slow missile is above all clouds. */
const LATEST_S = 200;

export function readWatch(name: string): Watch {
  const catalogue = loadCatalogue();
  const site = catalogue.kinds.threats[name]?.site;
  const scenario = { version: 1, raid: [{ missile: name, from: site, to: site, count: 1 }], interceptors: [], sensors: [{ use: 'sbirs-geo' }] };
  const result = compileText(JSON.stringify(scenario), 'validation', catalogue);
  if (!result.ok) throw new Error(`first-detection: ${name} does not compile`);
  const { attacks, sensors } = result.compiled.plan, attack = attacks[0];
  if (attack?.threat.model !== 'staged-ballistic') throw new Error(`first-detection: ${name} is no ballistic missile`);
  const from = attack.origin, end = new Float64Array(2);
  destination(from.lat_rad, from.lon_rad, 0, RANGE_M, end);
  const flight = prepareThreat(attack.threat).solve({ from, to: { lat_rad: end[0] ?? 0, lon_rad: end[1] ?? 0, altitude_m: 0 }, route: [], shape: 'standard', approach: 'short', bodies: [] });
  if (!flight.converged) throw new Error(`first-detection: ${name} does not fly ${RANGE_M} m`);
  return { threat: attack.threat, attack, flight: flight.flight, sensors: sensors.filter((sensor) => sensor.model === 'infrared') };
}

/** Age from which each satellite would detect at every look; Infinity where it never does while the first stage burns. */
export function seenFrom_s({ attack, flight, sensors }: Watch, { cloudBreak_m }: Look = {}): number[] {
  const state = new Float64Array(6), satellite = new Float64Array(3), target = createSeenTarget();
  return sensors.map((sensor) => {
    if (sensor.orbit.kind !== 'geostationary') return Infinity;
    geostationaryPosition(sensor.orbit.lon_rad, satellite);
    const look = createInfraredLook(cloudBreak_m === undefined ? sensor : { ...sensor, cloudBreak_m });
    target.intensity_Wpsr = attack.signature.plume_Wpsr[0] ?? 0;
    for (let age_s = 0; age_s < LATEST_S; age_s += STEP_S) {
      ephemerisAt(flight.ephemeris, age_s, state);
      [target.x_m, target.y_m, target.z_m] = [state[0] ?? 0, state[1] ?? 0, state[2] ?? 0];
      target.altitude_m = altitude_m(target.x_m, target.y_m, target.z_m);
      const level = look.level(satellite[0] ?? 0, satellite[1] ?? 0, satellite[2] ?? 0, target);
      if (level > -Infinity && infraredLevel_prob(level) > 0.999) return age_s;
    }
    return Infinity;
  });
}

/** Mean age at which the first of the satellites that see it looks there. */
export function meanFirstLook_s(from_s: readonly number[], revisits_s: readonly number[]): number {
  const start_s = Math.min(...from_s);
  let mean_s = start_s;
  for (let age_s = start_s; ; age_s += STEP_S) {
    const none = from_s.reduce((chance, seen_s, i) => chance * Math.min(1, Math.max(0, 1 - (age_s + STEP_S / 2 - seen_s) / (revisits_s[i] ?? 1))), 1);
    if (none === 0) return mean_s;
    mean_s += none * STEP_S;
  }
}

/** Mean age of the first detection by all satellites, and by the one best placed alone. */
export function firstDetection_s(watch: Watch, look: Look = {}): { readonly all_s: number; readonly one_s: number } {
  const from_s = seenFrom_s(watch, look), revisits_s = watch.sensors.map(({ revisit_s }) => look.revisit_s ?? revisit_s);
  return { all_s: meanFirstLook_s(from_s, revisits_s), one_s: Math.min(...from_s.map((seen_s, i) => seen_s + (revisits_s[i] ?? 0) / 2)) };
}

/** Thrust at the ground over weight at lift-off. */
export function thrustToWeight({ stages, payload_kg }: BallisticThreatPlan): number {
  const first = stages[0];
  if (first === undefined) return NaN;
  const mass_kg = stages.reduce((sum, { propellant_kg, dry_kg }) => sum + propellant_kg + dry_kg, payload_kg);
  return (first.thrustVacuum_N * first.ispSeaLevel_s) / first.ispVacuum_s / (mass_kg * G0_MPS2);
}
