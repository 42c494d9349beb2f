/** The tracker's part of the scenario schema, and that of telling warheads from decoys; and what a plan with one tracker does not use. */
import { z } from 'zod';
import type { Complaint } from '../text/explain.js';
import { describeChoice } from '../text/describe.js';
import { isMapping } from '../text/path.js';
import { overrideShape } from '../cards/quantity.js';
import { TRACKER_DELAY } from '../cards/quantities.js';
import { mapping } from './schema-parts.js';
import { DISCRIMINATION, DISCRIMINATOR, TRACKER_COVARIANCE } from '../cards/tracker-quantities.js';

export const TRACKERS = ['delay', 'covariance'] as const;
const OWN_KEYS: Readonly<Record<string, readonly string[]>> = { delay: Object.keys(TRACKER_DELAY), covariance: Object.keys(TRACKER_COVARIANCE) };

export const TRACKER = z
  .union([z.enum(TRACKERS), mapping({ model: z.enum(TRACKERS), ...overrideShape({ ...TRACKER_COVARIANCE, ...TRACKER_DELAY }) }, 'a tracker')])
  .optional()
  .describe('What the decision-maker knows of a missile: `delay`, its state some seconds ago, or `covariance`, what the sensors can measure of it; data/defaults/tracker-delay.json or tracker-covariance.json for what is left out.');

const DISCRIMINATOR_SHAPE = mapping(overrideShape(DISCRIMINATOR), 'how well it tells: `{ warheadAsWarhead: …, decoyAsWarhead: …, time_s: … }`').optional();
export const DISCRIMINATION_KEY = mapping({ ...overrideShape(DISCRIMINATION), infrared: DISCRIMINATOR_SHAPE, narrowBandRadar: DISCRIMINATOR_SHAPE, wideBandRadar: DISCRIMINATOR_SHAPE }, 'how warheads are told from decoys')
  .optional()
  .describe('How warheads are told from decoys, and what is not shot at; with `tracker: covariance`. data/defaults/discrimination.json for what is left out.');

export type TrackerModel = (typeof TRACKERS)[number];

export function trackerModelOf(tracker: unknown): TrackerModel {
  const model = isMapping(tracker) ? tracker['model'] : tracker;
  return model === 'covariance' ? 'covariance' : 'delay';
}

/** Numbers of the other tracker. */
export function checkTracker(tracker: unknown): Complaint[] {
  if (!isMapping(tracker) || !TRACKERS.some((model) => model === tracker['model'])) return [];
  const model = trackerModelOf(tracker), own = OWN_KEYS[model] ?? [], others = Object.values(OWN_KEYS).flat();
  return Object.keys(tracker).flatMap((key): Complaint[] => {
    if (own.includes(key) || !others.includes(key)) return [];
    return [{ path: ['tracker', key], found: `${key}, with \`model: ${model}\``, expected: describeChoice(own, 20), hint: `this number belongs to the tracker \`${model === 'delay' ? 'covariance' : 'delay'}\`` }];
  });
}

/** What only the covariance tracker uses, written beside another one: it changes nothing, and that is said. */
export function unusedWithTracker(scenario: { readonly tracker?: unknown; readonly discrimination?: unknown; readonly interceptors: readonly { readonly interceptor?: unknown }[] }): Complaint[] {
  if (trackerModelOf(scenario.tracker) === 'covariance') return [];
  const complaint = (path: Complaint['path'], key: string): Complaint => ({ path, found: `${key}, with the tracker \`delay\``, expected: '`tracker: covariance`', hint: 'it changes nothing here: this tracker has no error of its own' });
  const needs = scenario.interceptors.flatMap(({ interceptor }, index) => {
    const stated = isMapping(interceptor) ? interceptor : {};
    return stated['commitGate_km'] === undefined ? [] : [complaint(['interceptors', index, 'interceptor', 'commitGate_km'], 'commitGate_km')];
  });
  return scenario.discrimination === undefined ? needs : [complaint(['discrimination'], 'discrimination'), ...needs];
}
