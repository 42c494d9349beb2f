/** The attacking side of a plan: groups of missiles, their stages, origins and targets. */
import { defaultsOf, showEntry } from './catalogue.js';
import type { Catalogue } from './catalogue.js';
import type { Ledger } from './ledger.js';
import type { Segment } from './path.js';
import type { AttackPlan, BallisticThreatPlan, Place, StagePlan } from './plan.js';
import { RAID, STAGE, THREAT } from './quantities.js';
import type { PlaceResolver } from './resolve-place.js';
import type { Scenario } from './schema.js';
import type { KindFile } from './kinds.js';

type RaidEntry = Scenario['raid'][number];
type ThreatFile = KindFile<'threats'>;

export function compileAttacks(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, places: PlaceResolver): AttackPlan[] {
  return scenario.raid.map((entry, index) => {
    const path = `raid[${index}]`;
    const defaults = defaultsOf(catalogue, 'raid', 'raid');
    const readRaid = ledger.reader({ within_s: RAID.within_s }, { cards: defaults, source: defaults.source, stated: entry, path, keepsRange: true });
    const origin = places.resolve(entry.from);
    return {
      key: path,
      threat: compileThreat(entry, catalogue, ledger, `${path}.threat`),
      origin: origin.place,
      originRadius_m: origin.radius_m,
      targets: targetsOf(entry, places),
      count: entry.count,
      // One missile has no interval between launches: the number would only be a false assumption.
      within_s: entry.count === 1 ? 0 : readRaid('within_s'),
      start_s: 0,
      every_s: 0,
      shape: 'minimum-energy',
      approach: 'short',
      route: [],
    };
  });
}

function targetsOf(entry: RaidEntry, places: PlaceResolver): AttackPlan['targets'] {
  return namedTargets(entry, places).map(({ place }) => place);
}

/**
 * Targets of a group of missiles, each with the steps from the entry to where it is named. Targets are taken in turn,
 * so those beyond the number of missiles are never aimed at.
 */
export function namedTargets(entry: RaidEntry, places: PlaceResolver): { readonly place: Place; readonly steps: readonly Segment[] }[] {
  const references = Array.isArray(entry.to) ? entry.to : [entry.to];
  return references
    .flatMap((reference, index) => places.resolveAll(reference).map(({ place }) => ({ place, steps: Array.isArray(entry.to) ? ['to', index] : ['to'] })))
    .slice(0, entry.count);
}

function compileThreat(entry: RaidEntry, catalogue: Catalogue, ledger: Ledger, path: string): BallisticThreatPlan {
  const file = showEntry(catalogue, 'threats', entry.missile);
  if (file === undefined) throw new Error(`raid: ${entry.missile} is not in the catalogue`);
  const read = ledger.reader(THREAT, { cards: file, source: file.source, stated: entry.threat, path });
  return {
    model: file.model,
    name: entry.missile,
    fuel: file.fuel,
    stages: compileStages(file, entry.threat?.stages, ledger, path),
    payload_kg: read('payload_kg'),
    ballisticCoefficient_kgpm2: read('ballisticCoefficient_kgpm2'),
    verticalRise_s: read('verticalRise_s'),
    burnTimeSpread: read('burnTimeSpread'),
    inFlightFailure_prob: read('inFlightFailure_prob'),
    bus: { warheads_count: 1, interval_s: 0, deltaV_mps: 0 },
    decoys: { perMissile_count: 0, ballisticCoefficient_kgpm2: 0, separation_mps: 0 },
  };
}

type StagesFile = Pick<ThreatFile, 'stages' | 'source'>;
type StatedStages = NonNullable<RaidEntry['threat']>['stages'];

/** Stages of a missile or a ground interceptor, from the first to burn. */
export function compileStages(file: StagesFile, stated: StatedStages, ledger: Ledger, path: string): StagePlan[] {
  return file.stages.map((cards, index) => {
    const read = ledger.reader(STAGE, { cards, source: file.source, stated: stated?.[index], path: `${path}.stages[${index}]` });
    return {
      thrustVacuum_N: read('thrustVacuum_kN'),
      ispVacuum_s: read('ispVacuum_s'),
      ispSeaLevel_s: read('ispSeaLevel_s'),
      propellant_kg: read('propellant_kg'),
      dry_kg: read('dry_kg'),
      referenceArea_m2: read('referenceArea_m2'),
      coastAfter_s: read('coastAfter_s'),
    };
  });
}
