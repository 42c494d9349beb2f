/** The ballistic class behind the interface that all classes of threat share. */
import type { Flight } from '../../../kernel/flight.js';
import type { FlightPhase, PreparedThreat, SolvedFlight, SolveResult, Unsolved } from '../threat-class.js';
import type { BallisticMissile } from './ballistic.js';
import { prepareMissile } from './prepare.js';
import { type AimFailure, solveToTarget } from './solve-target.js';
import { solveVariants } from './variants.js';

export function prepareBallistic(missile: BallisticMissile): PreparedThreat {
  const prepared = prepareMissile(missile);
  return {
    solve({ from, to }): SolveResult {
      const hit = solveToTarget(prepared, from, to);
      if (!hit.converged) return asUnsolved(hit);
      const flight = prepared.flyer.fly(missile, hit.launch, { withEphemeris: true });
      const { ephemeris } = flight;
      if (ephemeris === undefined) throw new Error('prepareBallistic: a flight without its table');
      const solved: SolvedFlight = {
        from, ephemeris, burnTime_s: flight.burnTime_s, flightTime_s: flight.impact.t_s, apogee_m: flight.apogee_m, range_m: flight.range_m,
        miss_m: hit.miss_m, phases: ballisticPhases(flight), bodies: [],
      };
      return { converged: true, flight: solved, flights: hit.flights + 1 };
    },
    solveVariants({ from, to }, radius_m, count) {
      const { variants, failures, flights, rightHandSides } = solveVariants(prepared, from, radius_m, to, count);
      return {
        variants: variants.map((variant) => ({ ...variant, phases: phasesOf(variant.burnTime_s, variant.flightTime_s), bodies: [] })),
        failures: failures.map(asUnsolved), flights, rightHandSides,
      };
    },
  };
}

const ballisticPhases = (flight: Flight): FlightPhase[] => phasesOf(flight.burnTime_s, flight.impact.t_s);

function phasesOf(burnTime_s: number, flightTime_s: number): FlightPhase[] {
  return [{ name: 'boost', from_s: 0, to_s: burnTime_s }, { name: 'coast', from_s: burnTime_s, to_s: flightTime_s }];
}

export function asUnsolved(failure: AimFailure): Unsolved {
  if (failure.reason === 'cannot-fly') return { ...failure, detail: '' };
  return failure;
}
