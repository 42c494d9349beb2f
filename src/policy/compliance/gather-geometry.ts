/** What is known of a shield without any run: how flights are tracked, what batteries cover, who is in reach, how a shell is kept up. */
import { toSi } from '../../kernel/units.js';
import { AEI_INTERCEPTOR_MASS, spaceInterceptorMass_kg } from '../../models/interceptor/rocket-equation.js';
import { type Catalogue, defaultsOf, findPlace } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { GroundLayerPlan, Plan, SpaceLayerPlan } from '../../scenario/plan/plan.js';
import { shellSatellites_count } from '../../scenario/plan/shield-counts.js';
import { coverPlan } from '../../studies/cover/plan-cover.js';
import { phasesOf, soughtTarget } from '../../studies/cover/sought-target.js';
import { type TrackedFlight, trackedFlights } from '../../studies/cover/tracked-flights.js';
import { pairFootprint, footprintPairs, chartForRelease } from '../../studies/footprint/plan-footprint.js';
import { coverSites } from '../../studies/locations/coverage.js';
import { afterLosses } from '../../studies/number-needed/losses.js';
import { shieldOf } from '../../studies/number-needed/shield.js';
import { availabilityOf } from '../../studies/orbit/availability.js';
import { activityFactors, orbitLife, type OrbitLifeInputs } from '../../studies/orbit/orbit-life.js';
import { planLocations } from '../locations/plan-locations.js';
import { placeWeights } from '../locations/weights.js';
import type { EvidenceSet, InReachEvidence, LocationEvidence, RevisitEvidence, ShellUpkeep, UnderLayerEvidence } from './evidence.js';
import { partnersOf, terminalLayers, trackingOnly, withoutNation } from './plan-evidence.js';

const DAY_S = 86_400;
/** Looks at a flight, and corridors that are followed: the worst of the first few is told. */
const TRACK = { duration_s: DAY_S, step_s: 20, corridors: 4 } as const;
const COVER = { duration_s: DAY_S, step_s: 120, cells: 2_000, launches: 0 } as const;
const SHIELD_WATCH = { duration_s: DAY_S, step_s: 600 } as const;
const LOST_SHARE = 0.1, AVAILABILITY_RUNS = 100;
/** Steps from a battery to the edge of what is looked at: the area is told beside the people, and coarsely. */
const AREA_CELLS = 6;

export function gatherUpkeep(plan: Plan, catalogue: Catalogue, { launchesPerYear, years }: { launchesPerYear: number; years: number }, seed: number): ShellUpkeep[] {
  const shells = plan.layers.filter((layer): layer is SpaceLayerPlan => layer.kind === 'space');
  return shells.map((layer) => {
    const inputs = lifeInputs(layer, catalogue), life = orbitLife(inputs, 'mean'), satellites_count = inputs.satellites_count;
    // Shells share the launches by their number of satellites.
    const share = satellites_count / shells.reduce((sum, { shell }) => sum + shellSatellites_count(shell), 0);
    const life_y = (life?.life_s ?? inputs.life_s) / toSi(1, 'y');
    return {
      name: layer.name, satellites_count, life_y, perLaunch_count: life?.upkeep.perLaunch_count ?? 0, launchesPerYear: life?.upkeep.launchesPerYear ?? Infinity, replacementsPerYear: life?.upkeep.replacementsPerYear ?? Infinity,
      availability: life === undefined ? null : availabilityOf({ design_count: satellites_count, spares_count: life.upkeep.spares_count, life_y, launchesPerYear: launchesPerYear * share, perLaunch_count: life.upkeep.perLaunch_count, years }, seed, AVAILABILITY_RUNS),
    };
  });
}

/** A satellite built as AEI's calculator builds it, with the speed and divert of the scenario's interceptor. */
function lifeInputs({ shell, interceptor, perSatellite_count }: SpaceLayerPlan, catalogue: Catalogue): OrbitLifeInputs {
  const cards = defaultsOf(catalogue, 'orbit-life', 'orbit-life'), speed_mps = interceptor.speed_mps + (interceptor.secondStage?.speed_mps ?? 0);
  const one_kg = spaceInterceptorMass_kg({ ...AEI_INTERCEPTOR_MASS, speed_mps, divert_mps: interceptor.divert_mps });
  return {
    altitude_m: shell.altitude_m, satellites_count: shellSatellites_count(shell), massToArea_kgpm2: cards.massToArea_kgpm2.value, dragCoefficient: cards.dragCoefficient.value,
    life_s: toSi(cards.life_y.value, 'y'), isPropelled: true, specificImpulse_s: cards.specificImpulse_s.value, spareShare: cards.spareShare.value, mass_kg: one_kg * perSatellite_count, massIs: 'carried',
    launcher: { capacity_kg: cards.launchCapacity_kg.value, capacity_count: Infinity },
    factors: activityFactors((key) => cards[key].value),
  };
}

/** Of the first attack of the raid; null without a space layer, or where its rule is never met. */
export function gatherInReach(plan: Plan, seed: number): InReachEvidence | null {
  if (plan.attacks.length === 0 || (plan.attacks[0]?.signature.plume_Wpsr.length ?? 0) === 0) return null;
  const shield = shieldOf(plan, 0, SHIELD_WATCH, seed);
  if (typeof shield === 'string') return null;
  return { satellites_count: shield.satellites_count, wanted: shield.shield.wanted, losses: afterLosses(shield.shield, Math.round(LOST_SHARE * shield.satellites_count)) };
}

export const gatherTracked = (plan: Plan, launches: number): TrackedFlight[] => trackedFlights(plan, { ...TRACK, launches });

/** Gliders of the public raid of twenty, whatever the scenario's own raid is. */
export function glidersFor(plan: Plan, catalogue: Catalogue): Plan {
  const result = compileText('{"version":1,"raid":[{"preset":"hgv-20"}],"interceptors":[]}', 'data/raids/hgv-20', catalogue);
  if (!result.ok) throw new Error(`hgv-20: ${result.problems.map(({ path, found }) => `${path}: ${found}`).join('; ')}`);
  return trackingOnly({ ...plan, attacks: result.compiled.plan.attacks });
}

export function gatherRevisit(plan: Plan, catalogue: Catalogue): RevisitEvidence[] {
  const [attack] = plan.attacks, tracking = trackingOnly(plan), [phase] = attack === undefined ? [] : phasesOf(attack);
  if (attack === undefined || phase === undefined || tracking.sensors.length === 0) return [];
  const { regions } = coverPlan({ plan: { ...tracking, attacks: [] }, target: soughtTarget(attack, phase), watch: COVER, land: catalogue.territories, groups: [] }, () => undefined);
  return regions.map(({ region, seen, revisit_s, gap }) => ({ region, seen, revisit_s, longestGap_s: gap?.longest_s ?? null }));
}

/** Flights held by all sensors, and without those of each partner: the same launches. */
export function gatherPartners(plan: Plan, launches: number): EvidenceSet['partners'] {
  const nations = partnersOf(plan);
  if (nations.length === 0) return [];
  const held = (other: Plan): { mean: number; low: number; high: number } => {
    const flights = gatherTracked(other, launches), mean = (of: (flight: TrackedFlight) => number): number => (flights.length === 0 ? 0 : flights.reduce((sum, flight) => sum + of(flight), 0) / flights.length);
    return { mean: mean(({ seen }) => seen.mean), low: mean(({ seen }) => seen.low), high: mean(({ seen }) => seen.high) };
  };
  const heldWith = held(plan);
  return nations.map((nation) => ({ nation, heldWith, heldWithout: held(withoutNation(plan, nation)) }));
}

export interface UnderLayer {
  readonly underLayer: UnderLayerEvidence | null;
  readonly locations: LocationEvidence | null;
}

/** Batteries of one kind are asked together; sites to choose from are the listed places. */
export function gatherUnderLayer(plan: Plan, catalogue: Catalogue): UnderLayer {
  const terminal = terminalLayers(plan), { places } = plan.defended;
  if (terminal.length === 0 || plan.attacks.length === 0) return { underLayer: null, locations: null };
  const layerAt = (index: number): GroundLayerPlan => plan.layers[index] as GroundLayerPlan;
  const kinds = new Map<string, number[]>();
  for (const index of terminal) kinds.set(layerAt(index).interceptor.name, [...(kinds.get(layerAt(index).interceptor.name) ?? []), index]);
  const rules = { doctrine: 'barrage', assessment_s: plan.command.assessment_s, wanted: 1 } as const;
  const most = [...kinds.values()].reduce((a, b) => (b.length > a.length ? b : a));
  const inside = new Set<string>();
  let locations: LocationEvidence | null = null, against = '';
  for (const indices of kinds.values()) {
    const own = indices.map((index) => layerAt(index).site), candidates = indices === most ? places : [];
    const coverage = coverSites({ plan, layerIndex: indices[0] as number, sites: [...own, ...candidates], places, rules });
    coverage.footprints.slice(0, own.length).forEach(({ protects }) => protects.forEach((name) => inside.add(name)));
    against = coverage.threats.map(({ missile, from }) => `${missile} from ${from}`).join(', ');
    if (indices === most) locations = placed(plan, catalogue, coverage.footprints.slice(own.length), terminal.length, indices[0] as number);
  }
  const covered = places.filter(({ name }) => inside.has(name)), people = (of: typeof places): number => of.reduce((sum, { population_count }) => sum + population_count, 0);
  return { locations, underLayer: { people_count: people(places), covered_count: people(covered), against, area_km2: areaOf(plan, terminal, rules) / toSi(1, 'km2'), inside: covered.map(({ name }) => name), batteries: terminal.length } };
}

function placed(plan: Plan, catalogue: Catalogue, footprints: Parameters<typeof planLocations>[0]['footprints'], batteries: number, layerIndex: number): LocationEvidence {
  const places = plan.defended.places.map(({ name, population_count }) => ({ name, population_count, title: findPlace(catalogue, name)?.cards.title ?? name, state: '' }));
  const none = { federal: 0, state: 0 }, weights = placeWeights('population', places, none), others = [placeWeights('place', places, none)];
  const answer = planLocations({ places, footprints, batteries_count: Math.max(batteries, CURVE), weights, others });
  const [own] = answer.regret.rows;
  return {
    batteries, order: answer.order.map(({ site }) => site), missile: (plan.layers[layerIndex] as GroundLayerPlan).interceptor.name,
    curve: answer.curve.map(({ batteries_count, share }) => ({ batteries: batteries_count, share })),
    regret: (own?.judged ?? []).slice(1).map(({ scheme, share, regret }) => ({ weights: scheme, share, best: share + regret })),
  };
}

/** Batteries to which the curve is told at least: the public plan speaks of eleven short-range ones. */
const CURVE = 11;

/** Each battery against the first attack alone. */
function areaOf(plan: Plan, terminal: readonly number[], rules: { doctrine: 'barrage'; assessment_s: number; wanted: number }): number {
  const pairs = footprintPairs(plan).filter(({ layerIndex, attackIndex }) => terminal.includes(layerIndex) && attackIndex === 0), release = chartForRelease(plan, pairs), bare: Plan = { ...plan, defended: { ...plan.defended, places: [] } };
  return pairs.reduce((sum, pair) => sum + pairFootprint(bare, pair, { rules, cells: AREA_CELLS }, release).footprint.area_m2, 0);
}
