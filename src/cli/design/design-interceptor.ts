/** The interceptor of `cupola design` and the mass of its satellite: from a card, with numbers changed by flags. */
import { fromSi, toSi } from '../../kernel/units.js';
import { AEI_INTERCEPTOR_MASS } from '../../models/interceptor/rocket-equation.js';
import type { SpaceInterceptor } from '../../models/interceptor/space-based.js';
import { type Catalogue, defaultsOf } from '../../scenario/catalogue.js';
import type { MeetingPhase } from '../../studies/number-needed/flights-to-meet.js';
import { AEI_BUILD, carriedMass_kg, type Holding } from '../../studies/orbit/satellite-mass.js';
import type { SourceConstant } from '../frame/closed-form.js';
import type { FlagSpec } from '../frame/command.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import { DEFAULT_FLOOR_KM } from '../size/size-propagated.js';

const MASS_MODELS = ['aei', 'staged'] as const;
export type MassModel = (typeof MASS_MODELS)[number];

export const DESIGN_INTERCEPTOR_FLAGS: readonly FlagSpec[] = [
  { name: 'interceptor', value: 'NAME', doc: 'a space-based interceptor of the public data (default notional-sbi)' },
  { name: 'speed_kmps', value: 'V', doc: 'its speed, of the first stage if there are two (default the card\'s)' },
  { name: 'acceleration_g', value: 'A', doc: 'its acceleration (default the card\'s)' },
  { name: 'secondSpeed_kmps', value: 'V', doc: 'gained by a second stage (default the card\'s, or none)' },
  { name: 'divert_kmps', value: 'V', doc: 'its reserve, which weighs, and with --windows believed corrects forecasts (default the card\'s)' },
  { name: 'batteryLife_s', value: 'T', doc: 'its longest flight (default the card\'s)' },
  { name: 'massModel', value: 'WORD', doc: 'aei (default): AEI\'s build-up, one body of known dead weight; staged: each stage\'s structure a share of it (cupola show defaults interceptor-build)' },
];

export function readInterceptor(flags: Flags, catalogue: Catalogue, phase: MeetingPhase, constants: SourceConstant[]): SpaceInterceptor | undefined {
  const name = flags.text('interceptor') ?? 'notional-sbi', files = catalogue.kinds.interceptors;
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  const given = {
    speed_kmps: flags.number('speed_kmps', { min: 0.1, max: 30, unit: 'km/s' }), acceleration_g: flags.number('acceleration_g', { min: 0.1, max: 1000, unit: 'g' }),
    divert_kmps: flags.number('divert_kmps', { min: 0, max: 10, unit: 'km/s' }), batteryLife_s: flags.number('batteryLife_s', { min: 1, max: 20_000, unit: 's' }),
  };
  const second_kmps = flags.number('secondSpeed_kmps', { min: 0.1, max: 20, unit: 'km/s' });
  if (file?.model !== 'space-based') {
    const spaceBased = Object.entries(files).filter(([, each]) => each.model === 'space-based').map(([each]) => each);
    flags.reject('interceptor', 'a space-based interceptor of the public data', nameHint(name, spaceBased));
    return undefined;
  }
  const floor_km = phase === 'glide' ? DEFAULT_FLOOR_KM.glide : file.floorAltitude_km.value;
  const taken = { speed_kmps: given.speed_kmps ?? file.speed_kmps.value, acceleration_g: given.acceleration_g ?? file.acceleration_g.value, deadTime_s: file.deadTime_s.value, divert_kmps: given.divert_kmps ?? file.divert_kmps.value, batteryLife_s: given.batteryLife_s ?? file.batteryLife_s.value };
  for (const [key, value] of Object.entries(taken)) if (!flags.has(key)) constants.push({ name: key, value, source: `card of ${name}: cupola show interceptors ${name}` });
  constants.push({ name: 'floorAltitude_km', value: floor_km, source: phase === 'glide' ? 'assumed by Cupola: low enough to meet a glider' : `card of ${name}: cupola show interceptors ${name}` });
  const stage = file.secondStage, speed = second_kmps ?? stage?.speed_kmps.value;
  return {
    speed_mps: toSi(taken.speed_kmps, 'kmps'), acceleration_mps2: toSi(taken.acceleration_g, 'g'), deadTime_s: taken.deadTime_s, divert_mps: toSi(taken.divert_kmps, 'kmps'),
    floor_m: toSi(floor_km, 'km'), battery_s: taken.batteryLife_s,
    ...(speed === undefined ? {} : { secondStage: { coast_s: stage?.coast_s.value ?? 0, speed_mps: toSi(speed, 'kmps'), acceleration_mps2: toSi(stage?.acceleration_g.value ?? taken.acceleration_g, 'g') } }),
  };
}

export interface Carried {
  readonly model: MassModel;
  /** Of one satellite without the propellant that holds it up. */
  readonly carried_kg: number;
}

export function readMass(flags: Flags, catalogue: Catalogue, interceptor: SpaceInterceptor, perSatellite_count: number, constants: SourceConstant[]): Carried | undefined {
  const text = flags.text('massModel') ?? 'aei', model = MASS_MODELS.find((each) => each === text);
  if (model === undefined) {
    flags.reject('massModel', MASS_MODELS.join(' or '));
    return undefined;
  }
  const { killVehicleDry_kg, carrierDry_kg, specificImpulse_s: aei_s } = AEI_INTERCEPTOR_MASS, cards = defaultsOf(catalogue, 'interceptor-build', 'interceptor-build');
  const firstStage = { specificImpulse_s: cards.specificImpulse_s.value, dry_kg: 0, structuralFraction: cards.structuralFraction.value };
  const carried_kg = carriedMass_kg(interceptor, perSatellite_count, model === 'aei' ? AEI_BUILD : { killVehicleDry_kg, carrierDry_kg, divertSpecificImpulse_s: aei_s, firstStage });
  if (typeof carried_kg !== 'number') {
    const most = (Math.floor(10 * fromSi(carried_kg.below_mps, 'kmps')) / 10).toFixed(1), flag = carried_kg.stage === 0 ? 'speed_kmps' : 'secondSpeed_kmps';
    flags.reject(flag, `less than ${most} km/s with --massModel staged`, `a stage with so much structure gives no more at any mass${carried_kg.stage === 0 && interceptor.secondStage === undefined ? '; share the speed with --secondSpeed_kmps' : ''}`);
    return undefined;
  }
  if (model === 'staged') for (const name of ['structuralFraction', 'specificImpulse_s'] as const) constants.push({ name, value: cards[name].value, source: 'cupola show defaults interceptor-build' });
  return { model, carried_kg };
}

export function readHolding(flags: Flags, catalogue: Catalogue, constants: SourceConstant[]): Holding {
  const cards = defaultsOf(catalogue, 'orbit-life', 'orbit-life');
  const life_y = flags.number('life_y', { min: 0.1, max: 20, unit: 'years' }) ?? cards.life_y.value;
  if (!flags.has('life_y')) constants.push({ name: 'life_y', value: life_y, source: 'cupola show defaults orbit-life' });
  return { massToArea_kgpm2: cards.massToArea_kgpm2.value, dragCoefficient: cards.dragCoefficient.value, specificImpulse_s: cards.specificImpulse_s.value, life_s: toSi(life_y, 'y') };
}
