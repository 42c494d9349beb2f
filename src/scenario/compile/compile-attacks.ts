/**
 * The attacking side of a plan. A group of missiles from one place is one attack; a group from several places, or with
 * weighted targets, is cut into one attack for each place and weighted target, and a second salvo is an attack of its own.
 * Nothing here is left to chance: the same text always gives the same attacks.
 */
import { apportion, interleave, interleaveWithin } from './apportion.js';
import type { Catalogue } from '../catalogue.js';
import { compileSignature } from './compile-signature.js';
import { compileThreat } from './compile-threat.js';
import { createLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import type { Segment } from '../text/path.js';
import type { AttackPlan } from '../plan/plan.js';
import { raidGroups } from './raid-groups.js';
import type { RaidGroup } from './raid-groups.js';
import type { PlaceResolver, ResolvedPlace } from './resolve-place.js';
import type { Scenario } from '../schema/schema.js';

export interface CompiledAttack {
  readonly attack: AttackPlan;
  /** For each target the steps to where the scenario names it. */
  readonly targetSteps: readonly (readonly Segment[])[];
  /** So for each place of the route. */
  readonly routeSteps: readonly (readonly Segment[])[];
}

export function compileAttacks(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, places: PlaceResolver): CompiledAttack[] {
  return raidGroups(scenario, catalogue, ledger).flatMap((group) => compileGroup(group, catalogue, ledger, places, scenario.sensors !== undefined && (!Array.isArray(scenario.sensors) || scenario.sensors.length > 0)));
}

function compileGroup(group: RaidGroup, catalogue: Catalogue, ledger: Ledger, places: PlaceResolver, isWatched: boolean): CompiledAttack[] {
  const origins = group.from.map(({ reference }) => places.resolve(reference));
  const threat = compileThreat(group.missile, group.threat, `${group.path}.threat`, catalogue, ledger);
  // Where nobody looks, no result depends on how it looks.
  const signature = compileSignature(threat, group.threat, `${group.path}.threat`, catalogue, isWatched ? ledger : createLedger());
  const buckets = targetBuckets(group, places);
  const route = group.route.map(({ reference }) => places.resolve(reference).place);
  const { start_s, within_s, every_s, again_s } = group.timing();
  const first = shareOut(group, origins, buckets).map(({ key, origin, aims, launches }): CompiledAttack => ({
    attack: {
      key: group.path + key,
      threat,
      signature,
      origin: origin.place,
      originRadius_m: origin.radius_m,
      targets: aims.map(({ target }) => target.place),
      count: launches.length,
      within_s,
      start_s,
      every_s,
      order: every_s === 0 || launches.every((launch, index) => launch === index) ? [] : launches,
      shape: group.shape,
      approach: group.approach,
      route,
    },
    targetSteps: aims.map(({ steps }) => steps),
    routeSteps: group.route.map(({ steps }) => steps),
  }));
  const second = again_s === undefined ? [] : first.map((compiled) => ({ ...compiled, attack: { ...compiled.attack, key: `${compiled.attack.key}.again`, start_s: compiled.attack.start_s + again_s } }));
  return [...first, ...second];
}

interface AimedAt {
  readonly target: ResolvedPlace;
  readonly steps: readonly Segment[];
}

/** Targets among which missiles take turns: all of them together, or those of each entry of a weighted list. */
interface Bucket {
  readonly weight: number;
  readonly aims: readonly AimedAt[];
}

function targetBuckets(group: RaidGroup, places: PlaceResolver): Bucket[] {
  if (group.isWeighted) return group.to.map(({ reference, weight, steps }) => ({ weight, aims: places.resolveAll(reference).map((target) => ({ target, steps })) }));
  return [{ weight: 1, aims: group.to.flatMap(({ reference, steps }) => places.resolveAll(reference).map((target) => ({ target, steps }))) }];
}

interface Share {
  /** What the key of the attack adds to that of its group. */
  readonly key: string;
  readonly origin: ResolvedPlace;
  /** Each target once; missiles of the attack take them in turn, so none beyond their number is ever aimed at. */
  readonly aims: readonly AimedAt[];
  /** Numbers of the missiles in the order of the whole group's launches. */
  readonly launches: readonly number[];
}

/** Who launches from where at what and as which of the group: shares exactly by largest remainder, both of them interleaved. */
function shareOut(group: RaidGroup, origins: readonly ResolvedPlace[], buckets: readonly Bucket[]): Share[] {
  const bucketOf = interleave(apportion(group.count, buckets.map(({ weight }) => weight)));
  const originOf = interleaveWithin(bucketOf, apportion(group.count, group.from.map(({ weight }) => weight)));
  const turns = buckets.map(() => 0);
  return origins.flatMap((origin, from) =>
    buckets.flatMap(({ aims }, to): Share[] => {
      const launches = originOf.flatMap((own, launch) => (own === from && bucketOf[launch] === to ? [launch] : []));
      if (launches.length === 0) return [];
      const turn = turns[to] ?? 0;
      turns[to] = turn + launches.length;
      const inTurn = aims.map((_, index) => aims[(turn + index) % aims.length]).filter((aim) => aim !== undefined).slice(0, launches.length);
      const key = (origins.length > 1 ? `.from[${from}]` : '') + (buckets.length > 1 ? `.to[${to}]` : '');
      return [{ key, origin, aims: inTurn, launches }];
    }),
  );
}
