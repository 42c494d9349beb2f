/**
 * Footprints of a plan's ground batteries against its own attacks, one for each pair. Attacks that fly the same missile from the
 * same place in the same manner are one. When a battery may fire is the earliest that the plan's sensors, evidence and delay allow
 * on the flight to the attack's first target, or a delay that is asked for.
 */
import { courseOf, type Course } from '../../engine/course.js';
import { earliestRelease_s } from '../../engine/earliest-release.js';
import { chart, type Geometry, type GeometryCache } from '../../engine/geometry.js';
import { chartBattery, chartFlyoutOf } from '../../engine/ground-windows.js';
import { endOfFreeFlight_s } from '../../engine/trajectories.js';
import { canonicalJson } from '../../kernel/hash.js';
import { chartStraight } from '../../models/interceptor/straight-flyout.js';
import { type PreparedThreat, prepareThreat } from '../../models/threat/index.js';
import type { AttackPlan, GroundLayerPlan, Plan } from '../../scenario/plan.js';
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
}

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

/** One geometry of a plan for all its pairs: sensors see the class's own flight, without dispersion. */
export const chartForRelease = (plan: Plan, cache?: GeometryCache): Geometry => chart({ ...plan, variants_count: 1 }, cache);

export function pairFootprint(plan: Plan, pair: FootprintPair, options: FootprintOptions, geometry: Geometry | undefined): PairFootprint {
  const release_s = options.delay_s ?? (geometry === undefined ? 0 : earliestRelease_s(geometry, geometry.linked.elements[pair.layerIndex].group, pair.attackIndex, 0));
  return { ...pair, release_s, footprint: traceFootprint(questionOf(plan, pair, options, release_s)) };
}

function questionOf(plan: Plan, { layer, attack }: FootprintPair, { rules, radius_m, cells }: FootprintOptions, release_s: number): FootprintQuestion {
  const battery = chartBattery(layer, chartFlyoutOf(layer, chartStraight)), kind = layer.interceptor.phase ?? 'midcourse', prepared = prepareThreat(attack.threat);
  const far_m = Math.min(FARTHEST_M, battery.nearness.reach_m + (kind === 'terminal' ? LENGTH_OVER_HEIGHT * layer.interceptor.ceiling_m : 0));
  const around_m = radius_m ?? far_m, steps = cells ?? CELLS[kind];
  return {
    layer, battery, origin: attack.origin, rules, radius_m: around_m, cells: steps,
    solvedEvery: Math.max(1, Math.round((SOLVED_SPACING_M[kind] * steps) / around_m)),
    places: plan.defended.places,
    flightTo: (spot) => flightTo(prepared, attack, spot, release_s, plan.tracker.latency_s),
  };
}

function flightTo(prepared: PreparedThreat, { origin, route, shape, approach }: AttackPlan, spot: Spot, release_s: number, latency_s: number): FootprintFlight | null {
  const solved = prepared.solve({ from: origin, to: { ...spot, altitude_m: 0 }, route, shape, approach, bodies: [] });
  if (!solved.converged) return null;
  const { ephemeris, burnTime_s: from_s, flightTime_s: impact_s } = solved.flight;
  let known: Course | undefined;
  return {
    ephemeris, from_s, impact_s, foretoldUntil_s: endOfFreeFlight_s(solved.flight), course: () => (known ??= courseOf(ephemeris, from_s, impact_s)),
    // Nobody fires at what still burns: where it goes is known only after that.
    release_s: Math.max(release_s, from_s + latency_s),
  };
}
