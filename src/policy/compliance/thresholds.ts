/**
 * Thresholds and settings as cards, and what a user says instead: `S2b=0.8`, `S2b=80%`, `3a-v.gap=90s`, `3c=200e9usd`. All that is wrong
 * with such words is returned at once.
 */
import { completeCard, type RawCard, type SourceDefaults } from '../../scenario/cards/card.js';
import type { DirectiveFile, RequirementFile } from '../../scenario/cards/directive-file.js';
import { METRIC_UNITS, type MetricUnit, REQUIREMENT_IDS, type RequirementId } from '../../scenario/cards/directive-terms.js';
import { didYouMean } from '../../scenario/text/nearest.js';
import type { Threshold } from './compliance.js';

export interface ThresholdEdit {
  readonly id: RequirementId;
  /** Name of a setting; '' for the threshold itself. */
  readonly setting: string;
  readonly value: number;
}

export interface EditFault {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

export type ReadEdits = { readonly edits: readonly ThresholdEdit[]; readonly faults: readonly EditFault[] };

const FORM = /^([^=.]+)(?:\.([^=]+))?=\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(\S*)$/i;
/** What people write after a number, and the unit and factor that it stands for. */
const SUFFIXES: Readonly<Record<string, readonly [unit: MetricUnit, factor: number]>> = {
  ...Object.fromEntries(METRIC_UNITS.map((unit) => [unit, [unit, 1] as const])),
  '%': ['share', 0.01], '$': ['usd', 1], B: ['usd', 1e9], min: ['s', 60],
};

export function readEdits(texts: readonly string[], requirements: DirectiveFile['requirements']): ReadEdits {
  const edits: ThresholdEdit[] = [], faults: EditFault[] = [];
  for (const text of texts) {
    const read = readEdit(text, requirements);
    if ('expected' in read) faults.push(read);
    else edits.push(read);
  }
  return { edits, faults };
}

function readEdit(text: string, requirements: DirectiveFile['requirements']): ThresholdEdit | EditFault {
  const match = FORM.exec(text.trim()), example = 'as in --threshold S2b=0.8, --threshold 3a-v.gap=90s';
  if (match === null) return { path: text.split('=')[0] ?? '', found: text, expected: 'ID=VALUE or ID.SETTING=VALUE, perhaps with a unit', hint: example };
  const [, name = '', setting = '', number = '', suffix = ''] = match;
  const requirement = requirements.find(({ id }) => id === name), ids = requirements.map(({ id }) => id);
  if (requirement === undefined) return { path: name, found: name, expected: 'an id of a requirement', hint: didYouMean(name, ids) || `one of ${(ids.length > 0 ? ids : REQUIREMENT_IDS).join(', ')}` };
  const own = requirement.settings ?? {}, target = setting === '' ? requirement.threshold : Object.hasOwn(own, setting) ? own[setting] : undefined;
  if (target === undefined) {
    const names = Object.keys(own);
    return { path: `${name}.${setting}`, found: setting, expected: names.length === 0 ? `no setting: ${name} has none` : `a setting of ${name}: ${names.join(', ')}`, hint: didYouMean(setting, names) };
  }
  const path = setting === '' ? name : `${name}.${setting}`, [unit, factor] = suffix === '' ? [target.unit, 1] : Object.hasOwn(SUFFIXES, suffix) ? (SUFFIXES[suffix] ?? ['', 1]) : ['', 1];
  if (unit !== target.unit) return { path, found: `${number}${suffix}`, expected: `a number in ${target.unit}`, hint: `as in --threshold ${path}=${String(target.card.value)}${target.unit === 'share' ? '' : target.unit}` };
  const value = Number(number) * factor;
  if (target.unit === 'share' && !(value >= 0 && value <= MOST_SHARE)) return { path, found: `${number}${suffix}`, expected: `a share from 0 to ${MOST_SHARE}`, hint: value > 1 && value <= 100 ? `${value} % is ${value / 100}` : '' };
  if (value < 0) return { path, found: `${number}${suffix}`, expected: 'a number that is not negative', hint: '' };
  if (LEAST_ONE.has(setting) && !(value >= 1 && Number.isInteger(value))) return { path, found: `${number}${suffix}`, expected: 'a whole number from 1', hint: '' };
  return { id: requirement.id, setting, value };
}

/** Production over need may be more than one. */
const MOST_SHARE = 10;
/** Settings that count things there must be. */
const LEAST_ONE = new Set(['years', 'topPlaces', 'launchesFrom', 'launchesPerYear']);

export const requirementsOf = (directives: Readonly<Record<string, DirectiveFile>>): DirectiveFile['requirements'] => Object.values(directives).flatMap(({ requirements }) => requirements);

/** Value of a setting of a requirement, as edited; the fallback where no directive has it. */
export type SettingOf = (id: string, name: string, fallback: number) => number;

export function settingReader(requirements: DirectiveFile['requirements'], edits: readonly ThresholdEdit[] = []): SettingOf {
  return (id, name, fallback) => edits.findLast((edit) => edit.id === id && edit.setting === name)?.value ?? requirements.find((requirement) => requirement.id === id)?.settings?.[name]?.card.value ?? fallback;
}

/** The threshold of a requirement, or one of its settings, with what the user says instead. */
export function thresholdOf(requirement: RequirementFile, source: SourceDefaults, edits: readonly ThresholdEdit[], setting = ''): Threshold {
  const target = setting === '' ? requirement.threshold : requirement.settings?.[setting];
  if (target === undefined) throw new RangeError(`threshold: ${requirement.id} has no setting '${setting}'`);
  const card = completeCard(target.card satisfies RawCard, source), edit = edits.findLast(({ id, setting: edited }) => id === requirement.id && edited === setting);
  return { ...card, unit: target.unit, value: edit?.value ?? card.value, isEdited: edit !== undefined && edit.value !== card.value };
}
