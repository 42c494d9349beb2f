/** Flags of `cupola size` that say what an interceptor is beyond the published closed forms: more stages, reserve, battery, reliability, company on its carrier. */
import { fromSi, toSi } from '../../kernel/units.js';
import { AEI_INTERCEPTOR_MASS } from '../../models/interceptor/rocket-equation.js';
import type { SpaceInterceptor } from '../../models/interceptor/space-based.js';
import type { SourceConstant } from '../frame/closed-form.js';
import type { FlagSpec } from '../frame/command.js';
import type { Flags } from '../frame/flags.js';

const DIVERT_KMPS = fromSi(AEI_INTERCEPTOR_MASS.divert_mps, 'kmps');

export const INTERCEPTOR_FLAGS: readonly FlagSpec[] = [
  { name: 'deadTime_s', value: 'T', doc: 'from the order to ignition (default 0, as in the published closed forms)' },
  { name: 'secondSpeed_kmps', value: 'V', doc: 'gained by a second stage after the first (default: none)' },
  { name: 'secondAcceleration_g', value: 'A', doc: 'mean over its burn (default as the first); needs --secondSpeed_kmps' },
  { name: 'secondCoast_s', value: 'T', doc: 'between the burns (default 0); needs --secondSpeed_kmps' },
  { name: 'batteryLife_s', value: 'T', doc: 'longest flight from the order on (default: no limit but --flyout_s)' },
  { name: 'reliability', value: 'R', doc: 'chance that an interceptor works when called, so that shots are those that work (default 1)' },
  { name: 'perSatellite', value: 'N', doc: 'interceptors on one satellite (default 1)' },
  { name: 'divert_kmps', value: 'V', doc: `reserve that corrects a wrong forecast (default ${DIVERT_KMPS}, AEI 2025); method propagated in boost only` },
];

export interface Carrier {
  readonly perSatellite_count: number;
  readonly works_prob: number;
}

/** What flies, but for the speed and the limits that other flags give. */
export interface MoreFlags {
  readonly deadTime_s: number;
  readonly secondStage?: NonNullable<SpaceInterceptor['secondStage']>;
  /** Infinity when there is no limit. */
  readonly battery_s: number;
  readonly divert_mps: number;
  readonly carrier: Carrier;
}

export function readMore(flags: Flags, acceleration_g: number): MoreFlags {
  const deadTime_s = flags.number('deadTime_s', { min: 0, max: 600, unit: 's' }) ?? 0;
  const second_kmps = flags.number('secondSpeed_kmps', { min: 0.1, max: 30, unit: 'km/s' });
  const second_g = flags.number('secondAcceleration_g', { min: 0.01, max: 1000, unit: 'g' }) ?? acceleration_g, coast_s = flags.number('secondCoast_s', { min: 0, max: 600, unit: 's' }) ?? 0;
  for (const name of ['secondAcceleration_g', 'secondCoast_s']) if (flags.has(name) && !flags.has('secondSpeed_kmps')) flags.reject(name, '--secondSpeed_kmps beside it', 'without a second stage there is nothing to accelerate or to wait for');
  return {
    deadTime_s,
    ...(second_kmps === undefined ? {} : { secondStage: { coast_s, speed_mps: toSi(second_kmps, 'kmps'), acceleration_mps2: toSi(second_g, 'g') } }),
    battery_s: flags.number('batteryLife_s', { min: 1, max: 20_000, unit: 's' }) ?? Infinity,
    divert_mps: toSi(flags.number('divert_kmps', { min: 0, max: 30, unit: 'km/s' }) ?? DIVERT_KMPS, 'kmps'),
    carrier: {
      perSatellite_count: flags.integer('perSatellite', { min: 1, max: 100 }) ?? 1,
      works_prob: flags.number('reliability', { min: 0.01, max: 1 }) ?? 1,
    },
  };
}

/** As keys of the answer's inputs; only what differs from a single stage that always works. */
export function moreDocument({ deadTime_s, secondStage, carrier, battery_s }: MoreFlags): Record<string, unknown> {
  return {
    deadTime_s,
    // JSON has no infinity: null is no limit.
    batteryLife_s: battery_s < Infinity ? battery_s : null,
    secondStage: secondStage === undefined ? null : { coast_s: secondStage.coast_s, speed_kmps: fromSi(secondStage.speed_mps, 'kmps'), acceleration_g: Number(fromSi(secondStage.acceleration_mps2, 'g').toPrecision(12)) },
    reliability: carrier.works_prob, perSatellite: carrier.perSatellite_count,
  };
}

/** Of what is at work only with a forecast. */
export function divertConstant(flags: Flags): SourceConstant[] {
  return flags.has('divert_kmps') ? [] : [{ name: 'divert_kmps', value: DIVERT_KMPS, source: 'AEI space-based interceptor calculator, Harrison 2025 (seen: secondary)' }];
}
