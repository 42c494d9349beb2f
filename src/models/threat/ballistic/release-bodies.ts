/**
 * What a missile sets free after burn-out. The first warhead flies on as the missile does; the bus then gives each further
 * one, an interval after the one before, the smallest change of velocity that brings it to its own aim point. What it can
 * give in all bounds the footprint. Decoys leave with the warhead that flies to their aim point, else with the first.
 */
import type { Fall, Flight, Flyer } from '../../../kernel/flight/flight.js';
import { distance_m } from '../../../kernel/earth/geodesy.js';
import { fromSi } from '../../../kernel/units.js';
import type { GeodeticPlace } from '../place.js';
import type { BodyFlight, BodyRequest } from '../threat-class.js';
import type { BallisticMissile } from './ballistic.js';
import { BusFlight } from './bus.js';

export type Released =
  | { readonly converged: true; readonly bodies: readonly BodyFlight[]; readonly flights: number; readonly rightHandSides: number }
  | ReleaseFailure;

/**
 * An aim point outside the footprint: `range_m` is how far it lies from the aim point before, `maxRange_m` how far the bus can
 * go from there in this direction; `detail` says it in words.
 */
export interface ReleaseFailure {
  readonly converged: false;
  readonly reason: 'out-of-footprint';
  readonly range_m: number;
  readonly maxRange_m: number;
  readonly detail: string;
  readonly flights: number;
}

/** Flights of the bodies in the order asked for. `flight` is the missile's own, with its table, and ends at `to`. */
export function releaseBodies(
  flyer: Flyer, missile: BallisticMissile, flight: Flight, to: GeodeticPlace, requests: readonly BodyRequest[],
): Released {
  const bus = new BusFlight(flyer, missile, flight);
  const bodies = new Map<BodyRequest, BodyFlight>();
  const decoys = requests.filter(({ kind }) => kind === 'decoy');
  const warheads = requests.filter(({ kind }) => kind === 'warhead');
  const carrier = decoys.map((decoy) => (isSamePlace(decoy.to, to) ? undefined : warheads.find((warhead) => isSamePlace(decoy.to, warhead.to))));
  const note = (request: BodyRequest, fall: Fall, miss_m: number, deltaV_mps: number): void => {
    bodies.set(request, { kind: request.kind, released_s: bus.t_s, ephemeris: bus.withOwn(fall), flightTime_s: fall.impact.t_s, miss_m, deltaV_mps });
  };
  const dropDecoysOf = (warhead: BodyRequest | undefined): void => {
    const leaving = decoys.filter((_, i) => carrier[i] === warhead);
    leaving.forEach((decoy, index) => {
      const fall = bus.drop(index, leaving.length);
      const { lat_rad, lon_rad } = fall.impact;
      note(decoy, fall, distance_m(lat_rad, lon_rad, decoy.to.lat_rad, decoy.to.lon_rad), missile.decoys.separation_mps);
    });
  };

  dropDecoysOf(undefined);
  let before = to;
  for (const [index, warhead] of warheads.entries()) {
    const name = `warhead ${index + 2} of ${warheads.length + 1}`;
    const away_m = distance_m(before.lat_rad, before.lon_rad, warhead.to.lat_rad, warhead.to.lon_rad);
    if (!bus.coast()) {
      const detail = `the bus meets the air before it sets ${name} free, ${Math.round(missile.bus.interval_s)} s after the one before`;
      return { converged: false, reason: 'out-of-footprint', range_m: away_m, maxRange_m: 0, detail, flights: bus.flights };
    }
    const { left_mps } = bus;
    const pushed = bus.turnTo(warhead.to);
    if (!pushed.isHit) return outside(name, away_m, pushed.size_mps, left_mps, bus.flights);
    note(warhead, pushed.fall, pushed.miss_m, pushed.size_mps);
    dropDecoysOf(warhead);
    before = warhead.to;
  }
  return { converged: true, bodies: requests.map((request) => bodies.get(request) as BodyFlight), flights: bus.flights, rightHandSides: bus.rightHandSides };
}

function outside(name: string, away_m: number, needed_mps: number, left_mps: number, flights: number): ReleaseFailure {
  const reach_m = needed_mps > left_mps ? (away_m * left_mps) / needed_mps : 0;
  const size = needed_mps < Infinity ? `${Math.round(needed_mps)} m/s` : 'more than falls back to Earth';
  const detail =
    `the aim point of ${name} lies ${kilometres(away_m - reach_m)} outside the footprint of the bus: ` +
    `${kilometres(away_m)} from the one before, which takes ${size}, with ${Math.round(left_mps)} m/s left`;
  return { converged: false, reason: 'out-of-footprint', range_m: away_m, maxRange_m: reach_m, detail, flights };
}

function isSamePlace(a: GeodeticPlace, b: GeodeticPlace): boolean {
  return a.lat_rad === b.lat_rad && a.lon_rad === b.lon_rad;
}

function kilometres(length_m: number): string {
  return `${Math.round(fromSi(length_m, 'km'))} km`;
}
