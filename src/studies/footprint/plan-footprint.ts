/**
 * Footprints of a plan's ground batteries against its own attacks, one for each pair. Attacks that fly the same missile from the
 * same place in the same manner are one. When a battery may fire is the earliest that the plan's sensors, evidence and delay allow
 * on the flight to the attack's first target, or a delay that is asked for.
 */
import { courseOf, type Course } from '../../engine/flights/course.js';
import { earliestRelease_s } from '../../engine/sensing/earliest-release.js';
import { chart, type Geometry, type GeometryCache } from '../../engine/geometry.js';
import { chartBattery, type ChartedBattery } from '../../engine/reach/ground-windows.js';
import { endOfFreeFlight_s } from '../../engine/flights/trajectories.js';
import { canonicalJson } from '../../kernel/hash.js';
import { chartAnyFlyout } from '../../models/interceptor/flyout.js';
import { type PreparedThreat, prepareThreat } from '../../models/threat/index.js';
import type { AttackPlan, GroundInterceptorPlan, GroundLayerPlan, Plan } from '../../scenario/plan/plan.js';
import type { Spot } from './carried.js';
import { type Footprint, type FootprintFlight, type FootprintQuestion, traceFootprint } from './footprint.js';
import type { ShotRules } from './shots.js';

export interface FootprintPair {
  readonly layer: GroundLayerPlan;
  readonly attack: AttackPlan;
  /** Places in the plan's lists. */
  readonly layerIndex: number;
  readonly attackIndex: number;
}

export interface FootprintOptions {
  readonly rules: ShotRules;
  /** From launch to the first permission to fire; worked out from the plan's sensors and rules when left out. */
  readonly delay_s?: number;
  readonly radius_m?: number;
  readonly cells?: number;
  /** Flights to the defended places by attack and place: the same for all batteries that are asked with one such book. */
  readonly flights?: FlightBook;
}

export type FlightBook = Map<string, Omit<FootprintFlight, 'release_s'> | null>;

export interface PairFootprint extends FootprintPair {
  readonly footprint: Footprint;
  /** Age of the missile at which the battery may fire; the latest of end of boost and permission counts on each flight. */
  readonly release_s: number;
}

/** Shallow flights come down far behind the point at which they are met: this many times as far as that is high. */
const LENGTH_OVER_HEIGHT = 3;
const FARTHEST_M = 7_000_000, CELLS = { terminal: 20, midcourse: 14 }, SOLVED_SPACING_M = { terminal: 150_000, midcourse: 500_000 };

export function footprintPairs({ layers, attacks }: Pick<Plan, 'layers' | 'attacks'>): FootprintPair[] {
  const seen = new Set<string>();
  const kinds = attacks.flatMap((attack, attackIndex) => {
    const { threat, origin, shape, approach, route } = attack, key = canonicalJson({ threat, origin, shape, approach, route });
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ attack, attackIndex }];
  });
  return layers.flatMap((layer, layerIndex) => (layer.kind === 'ground' ? kinds.map((kind) => ({ ...kind, layer, layerIndex })) : []));
}

/** What says when batteries may fire: the plan with the attacks of the pairs only, one missile of each to its first target, without dispersion. */
export interface ReleaseChart {
  readonly geometry: Geometry;
  /** Place of an attack in it, by its place in the plan. */
  readonly attackAt: ReadonlyMap<number, number>;
}

export function chartForRelease(plan: Plan, pairs: readonly FootprintPair[], cache?: GeometryCache): ReleaseChart {
  const indices = [...new Set(pairs.map(({ attackIndex }) => attackIndex))];
  const attacks = indices.map((index): AttackPlan => ({ ...plan.attacks[index], targets: plan.attacks[index].targets.slice(0, 1), count: 1, order: plan.attacks[index].order.slice(0, 1) }));
  return { geometry: chart({ ...plan, attacks, variants_count: 1 }, cache), attackAt: new Map(indices.map((index, i) => [index, i])) };
}

export function pairFootprint(plan: Plan, pair: FootprintPair, options: FootprintOptions, release: ReleaseChart | undefined): PairFootprint {
  const release_s = options.delay_s ?? (release === undefined ? 0 : releaseOf_s(release, pair));
  return { ...pair, release_s, footprint: traceFootprint(questionOf(plan, pair, options, release_s)) };
}

/** Nothing farther from the battery than this can be defended by it, or is looked at. */
export function farthestDefended_m({ nearness: { reach_m } }: ChartedBattery, { phase, ceiling_m }: GroundInterceptorPlan): number {
  return Math.min(FARTHEST_M, reach_m + (phase === 'terminal' ? LENGTH_OVER_HEIGHT * ceiling_m : 0));
}

export function releaseOf_s({ geometry, attackAt }: ReleaseChart, { layerIndex, attackIndex }: Pick<FootprintPair, 'layerIndex' | 'attackIndex'>): number {
  return earliestRelease_s(geometry, geometry.linked.elements[layerIndex].group, attackAt.get(attackIndex) ?? 0, 0);
}

function questionOf(plan: Plan, { layer, attack, attackIndex }: FootprintPair, { rules, radius_m, cells, flights }: FootprintOptions, release_s: number): FootprintQuestion {
  const battery = chartBattery(layer, chartAnyFlyout(layer.interceptor, layer.site)), kind = layer.interceptor.phase ?? 'midcourse', prepared = prepareThreat(attack.threat);
  const around_m = radius_m ?? farthestDefended_m(battery, layer.interceptor), steps = cells ?? CELLS[kind];
  const places = new Set<Spot>(plan.defended.places);
  return {
    layer, battery, origin: attack.origin, rules, radius_m: around_m, cells: steps,
    solvedEvery: Math.max(1, Math.round((SOLVED_SPACING_M[kind] * steps) / around_m)),
    places: plan.defended.places,
    flightTo: (spot) => {
      const key = `${attackIndex}/${spot.lat_rad}/${spot.lon_rad}`, isPlace = flights !== undefined && places.has(spot), known = isPlace ? flights.get(key) : undefined;
      const flight = known === undefined ? flightTo(prepared, attack, spot) : known;
      if (isPlace) flights.set(key, flight);
      // Nobody fires at what still burns: where it goes is known only after that.
      return flight === null ? null : { ...flight, release_s: Math.max(release_s, flight.from_s + plan.tracker.latency_s) };
    },
  };
}

/** The flight of an attack's missile to a point; null where it does not get. */
export function flightTo(prepared: PreparedThreat, { origin, route, shape, approach }: AttackPlan, spot: Spot): Omit<FootprintFlight, 'release_s'> | null {
  const solved = prepared.solve({ from: origin, to: { ...spot, altitude_m: 0 }, route, shape, approach, bodies: [] });
  if (!solved.converged) return null;
  const { ephemeris, burnTime_s: from_s, flightTime_s: impact_s } = solved.flight;
  let known: Course | undefined;
  return { ephemeris, from_s, impact_s, foretoldUntil_s: endOfFreeFlight_s(solved.flight), course: () => (known ??= courseOf(ephemeris, from_s, impact_s)) };
}
