/** The chapter's one door to the propagated method: from its settings to flights, an answer, curves and the difference. */
import { defendedCentre } from '../../engine/flights/trajectories.js';
import { toSi } from '../../kernel/units.js';
import { stretchBurns } from '../../models/threat/ballistic/variants.js';
import { prepareThreat, type Threat } from '../../models/threat/index.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import { flyToMeet, type Flights } from '../../studies/number-needed/flights-to-meet.js';
import type { PropagatedInputs } from '../../studies/number-needed/propagated.js';
import { siOf } from './closed.js';
import type { Inputs } from './inputs.js';

/** The class that is flown, from a launch area of this size at the chapter's latitude, to the middle of the country. */
const MISSILE = 'solid-icbm-3-stage', TARGET = 'chicago', LONGITUDE_DEG = 127, RADIUS_KM = 100;
/** Missiles of the class that are flown. */
const FLIGHTS = 4;
/** Lowest meeting and looks, as `cupola size --method propagated` takes them. */
const FLOOR_KM = 100, WATCH_H = 24, LOOK_S = 60;

/** Flights at these settings, or why the missile cannot fly. */
export function flyFor(inputs: Inputs, catalogue: Catalogue): Flights | string {
  const from = { lat_deg: inputs.latitude_deg, lon_deg: LONGITUDE_DEG, radius_km: RADIUS_KM };
  const scenario = { version: 1, raid: [{ missile: MISSILE, from, to: TARGET, count: 1 }], interceptors: [], sensors: [] };
  const result = compileText(JSON.stringify(scenario), 'number needed', catalogue);
  if (!result.ok) return result.problems.map(({ path, expected }) => `${path}: ${expected}`).join('; ');
  const { plan } = result.compiled, [attack] = plan.attacks, [target] = attack?.targets ?? [];
  if (attack === undefined || target === undefined) return 'no missile to fly';
  const { origin, route, shape, approach, originRadius_m } = attack;
  const request = { from: origin, to: target, route, shape, approach, bodies: [] };
  const threat = stretchedTo(attack.threat, inputs.burn_s, request);
  if (threat === undefined) return `The missile does not reach Chicago from ${inputs.latitude_deg}° north with ${inputs.burn_s} s of burn.`;
  const flights = flyToMeet({ threat, request, originRadius_m, expectedTarget: defendedCentre(plan.defended), flights_count: FLIGHTS, latency_s: plan.tracker.latency_s, phase: 'boost' });
  return 'reason' in flights ? `The missile does not reach Chicago from ${inputs.latitude_deg}° north with ${inputs.burn_s} s of burn.` : flights;
}

/** Thrust is divided until the boost ends when the chapter says; pauses between stages stay as they are. */
function stretchedTo(threat: Threat, burn_s: number, request: Parameters<ReturnType<typeof prepareThreat>['solve']>[0]): Threat | undefined {
  if (!('stages' in threat)) return threat;
  const endOf = (factor: number): number | undefined => {
    const solved = prepareThreat(stretchBurns(threat, factor)).solve(request);
    return solved.converged ? solved.flight.burnTime_s : undefined;
  };
  const own_s = endOf(1);
  if (own_s === undefined) return undefined;
  const first = burn_s / own_s, end_s = endOf(first);
  if (end_s === undefined) return undefined;
  // Burns scale and pauses do not: one step of the secant between the two is exact.
  const factor = Math.abs(first - 1) < 1e-6 ? first : first + ((burn_s - end_s) * (first - 1)) / (end_s - own_s);
  return stretchBurns(threat, factor);
}

export function propagatedInputs(inputs: Inputs, flights: Flights): PropagatedInputs {
  const { altitude_m, inclination_rad, speed_mps, acceleration_mps2, salvo, shots } = siOf(inputs);
  return {
    flights, commit_s: inputs.delay_s, orbits: { altitude_m, inclination_rad }, salvo, shots,
    interceptor: { speed_mps, acceleration_mps2, deadTime_s: 0, divert_mps: 0, floor_m: toSi(FLOOR_KM, 'km'), battery_s: Infinity },
    layout: { kind: 'walker', phasing: 1 }, watch: { duration_s: toSi(WATCH_H, 'h'), step_s: LOOK_S },
  };
}
