/** A class of threat from its file, with what the scenario states instead, in SI. */
import { defaultsOf, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { KindFile } from '../cards/kinds.js';
import type { Ledger } from './ledger.js';
import type { BallisticThreatPlan, BoosterPlan, BrightnessPlan, BusPlan, CruiseThreatPlan, DecoysPlan, FractionalOrbitalThreatPlan, GlideThreatPlan, StagePlan, ThreatPlan } from '../plan/plan.js';
import { BOOSTER, BRIGHTNESS, BUS, CRUISE, DECOYS, FRACTIONAL_ORBIT, GLIDE, STAGE, THREAT } from '../cards/quantities.js';
import type { ThreatNumbers } from '../schema/raid-entry.js';

type ThreatFile = KindFile<'threats'>;
type FileOf<M extends ThreatFile['model']> = Extract<ThreatFile, { model: M }>;

/** What is read for one class: its cards, what the scenario states, and where it states it. */
interface ThreatSource<F extends ThreatFile> {
  readonly name: string;
  readonly file: F;
  readonly stated: ThreatNumbers | undefined;
  readonly path: string;
  readonly catalogue: Catalogue;
  readonly ledger: Ledger;
}

export function compileThreat(name: string, stated: ThreatNumbers | undefined, path: string, catalogue: Catalogue, ledger: Ledger): ThreatPlan {
  const file = showEntry(catalogue, 'threats', name);
  if (file === undefined) throw new Error(`raid: ${name} is not in the catalogue`);
  const source = { name, stated, path, catalogue, ledger };
  switch (file.model) {
    case 'staged-ballistic':
      return compileBallistic({ ...source, file });
    case 'boost-glide':
      return compileGlide({ ...source, file });
    case 'fractional-orbital':
      return compileFractionalOrbital({ ...source, file });
    case 'cruise':
      return compileCruise({ ...source, file });
  }
}

function compileBallistic(source: ThreatSource<FileOf<'staged-ballistic'>>): BallisticThreatPlan {
  return { model: source.file.model, ...compileBooster(source), bus: compileBus(source), decoys: compileDecoys(source) };
}

/** A class without a bus that a scenario gives one takes the rest of it from the default card; so with decoys. */
function compileBus({ file, stated, path, catalogue, ledger }: ThreatSource<FileOf<'staged-ballistic'>>): BusPlan {
  if (file.bus === undefined && stated?.bus === undefined) return { warheads_count: 1, interval_s: 0, deltaV_mps: 0 };
  const defaults = defaultsOf(catalogue, 'bus', 'bus');
  const [cards, source] = file.bus === undefined ? [defaults, defaults.source] : [file.bus, file.source];
  const read = ledger.reader(BUS, { cards, source, stated: stated?.bus, path: `${path}.bus` });
  return { warheads_count: read('warheads'), interval_s: read('interval_s'), deltaV_mps: read('deltaV_mps') };
}

function compileDecoys({ file, stated, path, catalogue, ledger }: ThreatSource<FileOf<'staged-ballistic'>>): DecoysPlan {
  if (file.decoys === undefined && stated?.decoys === undefined) return { perMissile_count: 0, ballisticCoefficient_kgpm2: 0, separation_mps: 0 };
  const defaults = defaultsOf(catalogue, 'decoys', 'decoys');
  const [cards, source] = file.decoys === undefined ? [defaults, defaults.source] : [file.decoys, file.source];
  const read = ledger.reader(DECOYS, { cards, source, stated: stated?.decoys, path: `${path}.decoys` });
  return { perMissile_count: read('perMissile'), ballisticCoefficient_kgpm2: read('ballisticCoefficient_kgpm2'), separation_mps: read('separation_mps') };
}

function compileGlide(source: ThreatSource<FileOf<'boost-glide'>>): GlideThreatPlan {
  const { file, stated, path, ledger } = source;
  const read = ledger.reader(GLIDE, { cards: file, source: file.source, stated, path });
  return {
    model: file.model,
    ...compileBooster(source),
    liftToDrag: read('liftToDrag'),
    glideCoefficient_kgpm2: read('glideCoefficient_kgpm2'),
    maxBank_rad: read('maxBank_deg'),
    apogee_m: read('apogee_km'),
    glide: stated?.glide ?? file.glide,
    maxLoad_mps2: read('maxLoad_g'),
    diveSpeed_mps: read('diveSpeed_kmps'),
    brightness: file.brightness.map((cards, index): BrightnessPlan => {
      const row = ledger.reader(BRIGHTNESS, { cards, source: file.source, stated: stated?.brightness?.[index], path: `${path}.brightness[${index}]` });
      return { class: cards.class, fromSpeed_mps: row('fromSpeed_kmps'), belowAltitude_m: row('belowAltitude_km') };
    }),
  };
}

function compileFractionalOrbital(source: ThreatSource<FileOf<'fractional-orbital'>>): FractionalOrbitalThreatPlan {
  const { file, stated, path, ledger } = source;
  const read = ledger.reader(FRACTIONAL_ORBIT, { cards: file, source: file.source, stated, path });
  return { model: file.model, ...compileBooster(source), orbitAltitude_m: read('orbitAltitude_km'), deorbit_mps: read('deorbit_mps'), deorbitBurn_s: read('deorbitBurn_s') };
}

function compileCruise({ name, file, stated, path, ledger }: ThreatSource<FileOf<'cruise'>>): CruiseThreatPlan {
  const read = ledger.reader({ ...CRUISE, ...THREAT }, { cards: file, source: file.source, stated, path });
  return {
    model: file.model,
    name,
    guise: file.guise,
    speed_mps: read('speed_mps'),
    altitude_m: read('altitude_m'),
    range_m: read('range_km'),
    dive_m: read('dive_km'),
    inFlightFailure_prob: read('inFlightFailure_prob'),
  };
}

function compileBooster({ name, file, stated, path, ledger }: ThreatSource<Exclude<ThreatFile, FileOf<'cruise'>>>): BoosterPlan & Pick<ThreatPlan, 'name' | 'inFlightFailure_prob'> {
  const read = ledger.reader(BOOSTER, { cards: file, source: file.source, stated, path });
  return {
    name,
    fuel: file.fuel,
    stages: compileStages(file, stated?.stages, ledger, path),
    payload_kg: read('payload_kg'),
    ballisticCoefficient_kgpm2: read('ballisticCoefficient_kgpm2'),
    verticalRise_s: read('verticalRise_s'),
    burnTimeSpread: read('burnTimeSpread'),
    inFlightFailure_prob: read('inFlightFailure_prob'),
  };
}

type StagesFile = Pick<FileOf<'staged-ballistic'>, 'stages' | 'source'>;

/** Stages of a missile or a ground interceptor, from the first to burn. */
export function compileStages(file: StagesFile, stated: ThreatNumbers['stages'], ledger: Ledger, path: string): StagePlan[] {
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
