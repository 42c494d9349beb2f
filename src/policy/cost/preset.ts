/**
 * How a study prices a layer, from its card file: words, and numbers by key, each with its range. A preset that gives reach gets its
 * number of satellites by the closed form, one that gives dry masses its mass by the rocket equation; a number that is given stands.
 */
import { toSi, unitOfKey } from '../../kernel/units.js';
import { AEI_ROCKET_G_MPS2, spaceInterceptorMass_kg } from '../../models/interceptor/rocket-equation.js';
import { type Card, completeCard } from '../../scenario/cards/card.js';
import type { ESTIMATE_MARKS } from '../../scenario/cards/cost-file.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import { COST, COST_MASS, COST_SIZING } from '../../scenario/cards/cost-quantities.js';
import type { Quantities } from '../../scenario/cards/quantity.js';
import { sizeShell } from '../../studies/number-needed/size-shell.js';
import type { LearningForm, NoCost, Replacement, SpaceCosting } from './layer-cost.js';

export interface CostNumber extends Card {
  readonly key: string;
}

export type SpaceLayerFile = Extract<KindFile<'costs'>, { model: 'space-layer' }>;

export interface CostPreset {
  readonly name: string;
  readonly title: string;
  /** What its author says and what was done to meet it; may be empty. */
  readonly note: string;
  readonly priceYear: number;
  readonly replacement: Replacement;
  readonly learning: LearningForm;
  /** Parts that the price of a unit holds, because the source gives no more than a whole. */
  readonly unitsHold: readonly ('development' | 'operations')[];
  /** How it stands to its source; null for what is nobody's estimate. */
  readonly mark: Mark | null;
  /** Key of the one number that was fitted; null also where it was set by hand instead. */
  readonly calibrated: string | null;
  readonly numbers: readonly CostNumber[];
}

/** Reproduced, calibrated, arithmetic or not reproducible. */
export type Mark = (typeof ESTIMATE_MARKS)[number];

export type Values = Readonly<Record<string, number | undefined>>;

/** Every key that a preset may hold, with its range. */
export const PRESET_KEYS: Quantities = { ...COST, ...COST_SIZING, ...COST_MASS };
export const SIZING_KEYS: readonly string[] = Object.keys(COST_SIZING);
const MASS_KEYS: readonly string[] = Object.keys(COST_MASS);

export function presetOf(name: string, file: SpaceLayerFile): CostPreset {
  const numbers = [...numbersOf(COST, file, file), ...(file.sizing === undefined ? [] : numbersOf(COST_SIZING, file.sizing, file)), ...(file.masses === undefined ? [] : numbersOf(COST_MASS, file.masses, file))];
  return { name, title: file.title, note: file.note ?? '', priceYear: Number(file.priceYear), replacement: file.replacement, learning: file.learning, unitsHold: file.unitsHold ?? [], mark: file.mark ?? null, calibrated: file.calibrated ?? null, numbers };
}

/** Cards of a file of `data/costs` by key, those that it gives. */
export function numbersOf(keys: Quantities, cards: object, { source }: Pick<SpaceLayerFile, 'source'>): CostNumber[] {
  const byKey = cards as Readonly<Record<string, Parameters<typeof completeCard>[0] | undefined>>;
  return Object.keys(keys).flatMap((key) => {
    const raw = byKey[key];
    return raw === undefined ? [] : [{ key, ...completeCard(raw, source) }];
  });
}

/** Names of all presets of the catalogue. */
export function presetNames(catalogue: Catalogue): string[] {
  return Object.entries(catalogue.kinds.costs).filter(([, file]) => file.model === 'space-layer').map(([name]) => name).sort();
}

export function findPreset(catalogue: Catalogue, name: string): CostPreset | undefined {
  const file = Object.hasOwn(catalogue.kinds.costs, name) ? catalogue.kinds.costs[name] : undefined;
  return file?.model === 'space-layer' ? presetOf(name, file) : undefined;
}

export function valuesOf(numbers: readonly CostNumber[]): Values {
  return Object.fromEntries(numbers.map(({ key, value }) => [key, value]));
}

/** Sets numbers by hand; what was worked out from others, or stood for the same thing, gives way. */
export function withNumbers(preset: CostPreset, set: Readonly<Record<string, number>>): CostPreset {
  const gone = new Set(Object.keys(set));
  if (gone.has('launch_usdPerKg')) for (const key of ['launchCapacity_kg', 'firstLaunch_usd', 'launchLearning']) if (!(key in set)) gone.add(key);
  if (gone.has('launchCapacity_kg') || gone.has('firstLaunch_usd')) gone.add('launch_usdPerKg');
  if (gone.has('satellites_count')) gone.add('salvo');
  const stated = Object.entries(set).map(([key, value]): CostNumber => ({ key, value, low: null, high: null, source: '', where: 'set by hand', standing: 'assumed', seen: '', asOf: '', url: '' }));
  const replacement = preset.replacement === 'none' && 'life_y' in set ? 'prorated' : preset.replacement;
  // A fitted number that is set by hand is not the fitted one any more.
  const isFitted = preset.calibrated !== null && !(preset.calibrated in set);
  return { ...preset, replacement, calibrated: isFitted ? preset.calibrated : null, mark: preset.calibrated === null || isFitted ? preset.mark : null, numbers: [...preset.numbers.filter(({ key }) => !gone.has(key)), ...stated] };
}

/** What would have to be given stands with the one who asks. */
export const NO_NUMBER = 'the number of satellites is not given';

/** Satellites and mass from what they follow from; a text says why there is none. */
export function costingOf({ replacement, learning }: Pick<CostPreset, 'replacement' | 'learning'>, values: Values): SpaceCosting | NoCost {
  const satellites_count = values['satellites_count'] ?? satellitesFromReach(values);
  if (typeof satellites_count === 'string') return satellites_count;
  if (satellites_count === undefined) return NO_NUMBER;
  return { ...values, satellites_count, mass_kg: values['mass_kg'] ?? massFromParts_kg(values), years_y: values['years_y'] ?? 20, replacement, learning };
}

function satellitesFromReach(values: Values): number | NoCost | undefined {
  if (SIZING_KEYS.some((key) => values[key] === undefined)) {
    const { missiles_count, perMissile } = values;
    return missiles_count === undefined || perMissile === undefined ? undefined : missiles_count * perMissile;
  }
  const si = (key: string): number => toSi(values[key] ?? NaN, unitOfKey(key));
  const sized = sizeShell({
    altitude_m: si('altitude_km'), interceptAltitude_m: si('interceptAltitude_km'), acceleration_mps2: si('acceleration_g'), speed_mps: si('speed_kmps'),
    flyout_s: si('flyout_s'), maxLatitude_rad: si('maxLatitude_deg'), salvo: values['salvo'] ?? 1, shots: values['shots'] ?? 1,
  });
  if (sized === 'still-burning') {
    const burn_s = si('speed_kmps') / si('acceleration_g');
    return `the interceptor burns for ${Math.ceil(burn_s)} s, longer than its fly-out of ${values['flyout_s']} s`;
  }
  if (sized === 'too-high') return `the interceptor flies less far than the ${Math.abs((values['altitude_km'] ?? 0) - (values['interceptAltitude_km'] ?? 0))} km between its altitude and that of the meeting`;
  return sized.interceptors;
}

/** Of one interceptor with its share of the satellite that carries it. */
function massFromParts_kg(values: Values): number | undefined {
  if (values['speed_kmps'] === undefined || MASS_KEYS.some((key) => values[key] === undefined)) return undefined;
  const si = (key: string): number => toSi(values[key] ?? NaN, unitOfKey(key));
  const carrierDry_kg = si('carrierDry_kg'), interceptors = values['perSatellite'] ?? 1;
  const interceptor_kg = spaceInterceptorMass_kg({
    killVehicleDry_kg: si('killVehicleDry_kg'), bodyDry_kg: si('bodyDry_kg'), carrierDry_kg: 0,
    divert_mps: si('divert_kmps'), speed_mps: si('speed_kmps'), specificImpulse_s: si('specificImpulse_s'),
  }, AEI_ROCKET_G_MPS2);
  return interceptor_kg + carrierDry_kg / interceptors;
}
