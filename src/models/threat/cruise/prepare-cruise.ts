/**
 * Cruise missiles and one-way drones behind the interface that all classes of threat share. There is nothing to aim: the path
 * ends at its target, and a path that the class cannot fly is refused with what is wrong. Single missiles differ in where
 * they start. Launch and climb are not flown: age counts from the start of the cruise, at its height.
 */
import { distance_m } from '../../../kernel/earth/geodesy.js';
import { disperse } from '../ballistic/variants.js';
import type { FlightPhase, FlightRequest, PreparedThreat, SolvedFlight, SolveResult, Unsolved } from '../threat-class.js';
import type { CruiseMissile } from './cruise-missile.js';
import { cruisePath, heightAt_m } from './cruise-path.js';
import { flyCruise } from './fly-cruise.js';

export function prepareCruise(missile: CruiseMissile): PreparedThreat {
  return {
    solve: (request) => solve(missile, request),
    solveVariants(request, radius_m, count) {
      const variants: SolvedFlight[] = [];
      const failures: Unsolved[] = [];
      for (let index = 0; index < count; index++) {
        const { from } = disperse({ burnTimeSpread: 0 }, request.from, radius_m, index);
        const result = solve(missile, { ...request, from });
        if (result.converged) variants.push(result.flight);
        else failures.push(result);
      }
      return { variants, failures, flights: count, rightHandSides: 0 };
    },
  };
}

function solve(missile: CruiseMissile, { from, route, to }: FlightRequest): SolveResult {
  const under = route.findIndex((place) => !(heightAt_m(missile, place) > 0));
  if (under >= 0) return notFlyable(`route[${under}] lies ${-heightAt_m(missile, route[under])} m under the ellipsoid; a missile flies above it`);
  if (!(missile.altitude_m > 0)) return notFlyable(`its cruise altitude is ${missile.altitude_m} m; it must be above the ellipsoid`);
  if (!(missile.speed_mps > 0)) return notFlyable(`its speed is ${missile.speed_mps} m/s; it must be above 0`);
  const path = cruisePath(missile, from, route, to);
  if (!(path.ground_m > 0)) return notFlyable('launch and target are one place: the path has no length');
  if (path.ground_m > missile.range_m) {
    return { converged: false, reason: 'out-of-range', range_m: path.ground_m, maxRange_m: missile.range_m, flights: 1 };
  }
  const { ephemeris, legEnds_s } = flyCruise(path, missile.speed_mps);
  const flightTime_s = ephemeris.end_s;
  const cruiseEnd_s = legEnds_s.length > 1 ? legEnds_s[legEnds_s.length - 2] : 0;
  const phases: FlightPhase[] = [{ name: 'dive', from_s: cruiseEnd_s, to_s: flightTime_s }];
  if (cruiseEnd_s > 0) phases.unshift({ name: 'cruise', from_s: 0, to_s: cruiseEnd_s });
  const flight: SolvedFlight = {
    from, ephemeris, burnTime_s: 0, flightTime_s, miss_m: 0, phases, bodies: [],
    apogee_m: path.legs.reduce((top_m, leg) => Math.max(top_m, leg.startAltitude_m, leg.endAltitude_m), 0),
    range_m: distance_m(from.lat_rad, from.lon_rad, to.lat_rad, to.lon_rad),
  };
  return { converged: true, flight, flights: 1 };
}

const notFlyable = (detail: string): Unsolved => ({ converged: false, reason: 'cannot-fly', status: 'route-not-flyable', detail, flights: 0 });
