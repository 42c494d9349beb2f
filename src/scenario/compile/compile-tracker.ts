/** The tracker of a plan, and what interceptors want of its tracks. Numbers of the covariance tracker are only listed where it is used. */
import { defaultsOf } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { RawCard } from '../cards/card.js';
import type { Ledger } from './ledger.js';
import { TRACKER_DELAY } from '../cards/quantities.js';
import { trackerModelOf } from '../schema/schema-tracker.js';
import type { Scenario } from '../schema/schema.js';
import type { CovarianceTrackerPlan, DiscriminationPlan, DiscriminatorKind, DiscriminatorPlan, TrackerPlan } from '../plan/tracker-plan.js';
import { DISCRIMINATION, DISCRIMINATOR, GROUND_TRACK_NEED, TRACK_NEED, TRACKER_COVARIANCE } from '../cards/tracker-quantities.js';

export function compileTracker(scenario: Scenario, catalogue: Catalogue, ledger: Ledger): TrackerPlan {
  const stated = typeof scenario.tracker === 'object' ? scenario.tracker : undefined;
  if (trackerModelOf(scenario.tracker) === 'covariance') return compileCovariance(scenario, catalogue, ledger);
  const defaults = defaultsOf(catalogue, 'tracker-delay', 'tracker-delay');
  const read = ledger.reader(TRACKER_DELAY, { cards: defaults, source: defaults.source, stated, path: 'tracker', keepsRange: true });
  return { model: 'delay', latency_s: read('latency_s'), azimuthError_rad: read('azimuthError_deg') };
}

function compileCovariance(scenario: Scenario, catalogue: Catalogue, ledger: Ledger): CovarianceTrackerPlan {
  const stated = typeof scenario.tracker === 'object' ? scenario.tracker : undefined, defaults = defaultsOf(catalogue, 'tracker-covariance', 'tracker-covariance');
  const read = ledger.reader(TRACKER_COVARIANCE, { cards: defaults, source: defaults.source, stated, path: 'tracker', keepsRange: true });
  return {
    model: 'covariance',
    latency_s: read('latency_s'),
    priorPosition_m: read('priorPosition_km'), priorVelocity_mps: read('priorVelocity_kmps'),
    boostMismatch_mps2: read('boostMismatch_g'), boostMismatchLasts_s: read('boostMismatchLasts_s'),
    manoeuvre_mps2: read('manoeuvre_g'), manoeuvreLasts_s: read('manoeuvreLasts_s'),
    biasShare: read('biasShare'),
    associationGate: read('associationGate'), misassociation_prob: read('misassociation_prob'),
    overHorizonError_m: read('overHorizonError_km'), airTrackerError_m: read('airTrackerError_m'),
    handOver_s: read('handOver_s'),
    discrimination: compileDiscrimination(scenario, catalogue, ledger),
  };
}

function compileDiscrimination({ discrimination: stated }: Scenario, catalogue: Catalogue, ledger: Ledger): DiscriminationPlan {
  const defaults = defaultsOf(catalogue, 'discrimination', 'discrimination'), { source } = defaults;
  const read = ledger.reader(DISCRIMINATION, { cards: defaults, source, stated, path: 'discrimination', keepsRange: true });
  const kind = (name: DiscriminatorKind): DiscriminatorPlan => {
    const own = ledger.reader(DISCRIMINATOR, { cards: defaults[name], source, stated: stated?.[name], path: `discrimination.${name}`, keepsRange: true });
    return { warheadAsWarhead_prob: own('warheadAsWarhead'), decoyAsWarhead_prob: own('decoyAsWarhead'), time_s: own('time_s') };
  };
  return {
    engageAbove_prob: read('engageAbove'), priorWarhead_prob: read('priorWarhead'), wideBandRangeError_m: read('wideBandRangeError_m'),
    infrared: kind('infrared'), narrowBandRadar: kind('narrowBandRadar'), wideBandRadar: kind('wideBandRadar'),
  };
}

interface NeedSource {
  readonly cards: { readonly commitGate_km?: RawCard | undefined; readonly divert_kmps?: RawCard | undefined; readonly source?: Parameters<Ledger['note']>[2] };
  readonly stated: { readonly commitGate_km?: number | undefined; readonly divert_kmps?: number | undefined } | undefined;
  readonly path: string;
  /** True for batteries of the last minutes: their own radar, which no plan lists, measures what they meet. */
  readonly hasOwnRadar?: boolean;
}

/** What an interceptor in orbit wants of a track; nothing without the covariance tracker, so that plans stay what they were. */
export function compileSpaceNeed(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, { cards, stated, path }: NeedSource): { commitGate_m?: number } {
  if (trackerModelOf(scenario.tracker) !== 'covariance') return {};
  const defaults = defaultsOf(catalogue, 'tracker-covariance', 'tracker-covariance');
  const read = ledger.reader(TRACK_NEED, { cards: { commitGate_km: cards.commitGate_km ?? defaults.spaceGate_km }, source: cards.commitGate_km === undefined ? defaults.source : cards.source, stated, path, keepsRange: true });
  return { commitGate_m: read('commitGate_km') };
}

export function compileGroundNeed(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, { cards, stated, path, hasOwnRadar }: NeedSource): { commitGate_m?: number; divert_mps?: number } {
  const isAsked = (key: 'commitGate_km' | 'divert_kmps'): boolean => hasOwnRadar !== true || cards[key] !== undefined || stated?.[key] !== undefined;
  if (trackerModelOf(scenario.tracker) !== 'covariance') return {};
  const defaults = defaultsOf(catalogue, 'tracker-covariance', 'tracker-covariance');
  const need = (key: 'commitGate_km' | 'divert_kmps', fallback: RawCard): number =>
    ledger.reader(GROUND_TRACK_NEED, { cards: { [key]: cards[key] ?? fallback }, source: cards[key] === undefined ? defaults.source : cards.source, stated, path, keepsRange: true })(key);
  return {
    ...(isAsked('commitGate_km') ? { commitGate_m: need('commitGate_km', defaults.groundGate_km) } : {}),
    ...(isAsked('divert_kmps') ? { divert_mps: need('divert_kmps', defaults.groundDivert_kmps) } : {}),
  };
}
