/**
 * Which layers of a shield can engage a class of attack at all: whether some part of its flights lies between the lowest and highest
 * altitude at which the layer's interceptor acts, in the part of the flight where it may act. Where a layer stands, what is seen and
 * whether there is time is not asked here: that is flown. A class that no layer can engage need not be flown.
 */
import { chart } from '../../engine/geometry.js';
import type { Variant } from '../../engine/flights/trajectories.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { canonicalJson } from '../../kernel/hash.js';
import type { LayerPlan, Plan } from '../../scenario/plan/plan.js';

export interface LayerAbility {
  readonly name: string;
  readonly isAble: boolean;
  /** Why not; empty where it is able. */
  readonly reason: string;
}

/** Altitudes of flights of a class, above the ellipsoid; a part that no flight has is empty: lowest above highest. */
interface Band {
  lowest_m: number;
  highest_m: number;
}

/** By what a layer may meet: all of the boost, the flight after it that can be foretold, and all of the flight after it. */
export interface Profile {
  readonly threat: string;
  readonly model: Plan['attacks'][number]['threat']['model'];
  readonly boost: Band;
  readonly foretold: Band;
  readonly afterBoost: Band;
}

/** Missiles of a class differ: the first few show how far. */
const PROFILE_VARIANTS = 4;
const STEPS = 2000;

/** Profiles by what flies them: they do not hang on the shield, so a search over shields keeps them. */
export type KeptProfiles = Map<string, Profile[]>;

/** Abilities of all layers against the attacks of a plan: able against any of them counts. */
export function layerAbilities(plan: Plan, kept: KeptProfiles = new Map()): LayerAbility[] {
  const key = plan.attacks.map(({ threat, origin, targets, approach, shape }) => canonicalJson({ threat, origin, target: targets[0], approach, shape })).join(' '), profiles = kept.get(key) ?? profilesOf(plan);
  kept.set(key, profiles);
  return plan.layers.map((layer) => {
    const reasons = profiles.map((profile) => whyUnable(layer, profile));
    return { name: layer.name, isAble: reasons.includes(''), reason: reasons.includes('') ? '' : [...new Set(reasons)].join('; ') };
  });
}

/** Why a shield cannot engage a class at all, as one clause. */
export function noElementReason(abilities: readonly LayerAbility[], plan: Plan): string {
  if (abilities.length === 0) return 'the shield has no interceptors';
  const names = [...new Set(plan.attacks.map(({ threat }) => threat.name))].join(', ');
  const told = [...new Set(abilities.map(({ name, reason }) => `${name}: ${reason}`))];
  return `no layer can meet ${names} (${told.join('; ')})`;
}

function whyUnable(layer: LayerPlan, { model, boost, foretold, afterBoost }: Profile): string {
  if ((layer.against?.[model] ?? layer.singleShotKill_prob) === 0) return 'its chance against this class is stated as none';
  if (layer.kind === 'space') {
    const { floor_m } = layer.interceptor;
    return boost.highest_m >= floor_m ? '' : isEmpty(boost) ? 'acts in boost, and there is none' : `acts above ${km(floor_m)}, and the boost ends at ${km(boost.highest_m)}`;
  }
  const { floor_m, ceiling_m, phase } = layer.interceptor, band = phase === 'terminal' ? afterBoost : foretold;
  if (isEmpty(band)) return 'acts in free flight, and there is none';
  if (band.highest_m < floor_m) return `acts above ${km(floor_m)}, and the target stays below ${km(band.highest_m)}`;
  return band.lowest_m > ceiling_m ? `acts below ${km(ceiling_m)}, and the target stays above ${km(band.lowest_m)}` : '';
}

const isEmpty = ({ lowest_m, highest_m }: Band): boolean => lowest_m > highest_m;

/** Two digits are enough to tell a floor from a flight. */
function km(length_m: number): string {
  const length_km = length_m / 1000;
  return `${length_km >= 10 ? length_km.toFixed(0) : length_km.toFixed(1)} km`;
}

function profilesOf(plan: Plan): Profile[] {
  const attacks = plan.attacks.map((attack) => ({ ...attack, targets: attack.targets.slice(0, 1), count: 1, within_s: 0, every_s: 0, order: [] }));
  const { trajectories } = chart({ ...plan, attacks, sensors: [], layers: [], tracker: PLAIN, variants_count: Math.min(plan.variants_count, PROFILE_VARIANTS) });
  return attacks.map(({ threat }, a) => {
    const profile = { threat: threat.name, model: threat.model, boost: noBand(), foretold: noBand(), afterBoost: noBand() };
    for (const variant of trajectories[a][0].variants) measure(variant, profile);
    return profile;
  });
}

/** Trackers carry errors along what sensors see; here nobody looks. */
const PLAIN: Plan['tracker'] = { model: 'delay', latency_s: 0, azimuthError_rad: 0 };

const noBand = (): Band => ({ lowest_m: Infinity, highest_m: -Infinity });

function measure({ ephemeris, burnout_s, released_s, foretoldUntil_s, impact_s }: Variant, { boost, foretold, afterBoost }: Profile): void {
  const state = new Float64Array(6), free_s = Math.max(burnout_s, released_s);
  for (let step = 0; step <= STEPS; step++) {
    const age_s = (impact_s * step) / STEPS;
    ephemerisAt(ephemeris, age_s, state);
    const height_m = altitude_m(state[0], state[1], state[2]);
    if (burnout_s > 0 && age_s <= burnout_s) widen(boost, height_m);
    if (age_s < free_s) continue;
    widen(afterBoost, height_m);
    if (age_s <= foretoldUntil_s && foretoldUntil_s > free_s) widen(foretold, height_m);
  }
}

function widen(band: Band, height_m: number): void {
  band.lowest_m = Math.min(band.lowest_m, height_m);
  band.highest_m = Math.max(band.highest_m, height_m);
}
