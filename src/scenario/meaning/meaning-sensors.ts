/**
 * What the schema cannot know about sensors: names against the catalogue, which numbers a model has, where it stands and what
 * orbit it flies, years in which nobody looks.
 */
import { readElements } from '../../models/constellation/sgp4.js';
import type { ElementSetText } from '../../models/constellation/sgp4.js';
import { listKind, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import { describeChoice, describeFound } from '../text/describe.js';
import type { Complaint } from '../text/explain.js';
import { checkListLength, checkName, checkPlace, checkShellCounts, numberOr, unknownName } from './meaning-parts.js';
import type { Mapping } from './meaning-parts.js';
import { NATIONS } from '../compile/nations.js';
import { isMapping } from '../text/path.js';
import type { Segment } from '../text/path.js';
import type { SensorFile, SensorModel } from '../cards/sensor-file.js';
import { AIR_TRACKER, ELLIPSE, ELLIPSE_SATELLITE, INFRARED, OVER_HORIZON_RADAR, RADAR, SATELLITE, SENSOR_SHELL } from '../cards/sensor-quantities.js';
import { isInService } from '../compile/sensor-set.js';

const MODEL_WORDS: Readonly<Record<SensorModel, string>> = {
  'infrared-geostationary': 'an infrared satellite over the equator',
  'infrared-elliptical': 'an infrared satellite on an elliptical orbit',
  'infrared-shell': 'a shell of infrared satellites',
  radar: 'a radar',
  'over-horizon-radar': 'an over-the-horizon radar',
  'air-tracker': 'a shell of satellites that follow aircraft',
};

const OWN_KEYS: Readonly<Record<SensorModel, readonly string[]>> = {
  'infrared-geostationary': [...Object.keys(INFRARED), 'look', 'satellites', 'elements'],
  'infrared-elliptical': [...Object.keys(INFRARED), 'look', 'orbit', 'satellites', 'elements'],
  'infrared-shell': [...Object.keys(INFRARED), 'look', 'orbit', 'elements'],
  radar: [...Object.keys(RADAR), 'at'],
  'over-horizon-radar': [...Object.keys(OVER_HORIZON_RADAR), 'at'],
  'air-tracker': [...Object.keys(AIR_TRACKER), 'orbit', 'elements'],
};
const OWN_ORBIT_KEYS: Partial<Record<SensorModel, readonly string[]>> = { 'infrared-elliptical': Object.keys(ELLIPSE), 'infrared-shell': Object.keys(SENSOR_SHELL), 'air-tracker': Object.keys(SENSOR_SHELL) };
const OWN_SATELLITE_KEYS: Partial<Record<SensorModel, readonly string[]>> = { 'infrared-geostationary': Object.keys(SATELLITE), 'infrared-elliptical': Object.keys(ELLIPSE_SATELLITE) };

export function checkSensors(sensors: unknown, catalogue: Catalogue): Complaint[] {
  if (Array.isArray(sensors)) {
    return sensors.flatMap((entry: unknown, index): Complaint[] => {
      if (!isMapping(entry)) return [];
      const path: Segment[] = ['sensors', index], name = entry['use'];
      const file = typeof name === 'string' ? showEntry(catalogue, 'sensors', name) : undefined;
      if (file === undefined) return checkName(name, [...path, 'use'], catalogue, 'sensors');
      return [...checkNumbers(entry, path, String(name), file, catalogue), ...checkPlaced(entry, path, String(name), file)];
    });
  }
  return isMapping(sensors) ? checkSet(sensors, catalogue) : [];
}

/** `{ year, without, numbers }`. */
function checkSet(set: Mapping, catalogue: Catalogue): Complaint[] {
  const names = listKind(catalogue, 'sensors'), { year, without, numbers } = set;
  const complaints: Complaint[] = [];
  if (typeof year === 'number' && Number.isInteger(year) && !names.some((name) => isServing(catalogue, name, year))) {
    const first = Math.min(...names.map((name) => showEntry(catalogue, 'sensors', name)?.inService.from.value ?? Infinity));
    complaints.push({ path: ['sensors', 'year'], found: String(year), expected: `a year in which a sensor of the catalogue is in service, ${year < first ? `${first} or later` : `as 2028`}`, hint: 'write `sensors: []` for none' });
  }
  if (Array.isArray(without)) {
    without.forEach((name: unknown, index) => {
      if (typeof name === 'string' && name !== '' && !names.includes(name) && !NATIONS.some((nation) => nation === name)) complaints.push(unknownName(name, ['sensors', 'without', index], [...NATIONS, ...names]));
    });
  }
  if (isMapping(numbers)) {
    for (const [name, own] of Object.entries(numbers)) {
      const path: Segment[] = ['sensors', 'numbers', name], file = showEntry(catalogue, 'sensors', name);
      if (file === undefined) complaints.push(...checkName(name, path, catalogue, 'sensors'));
      else if (isMapping(own)) complaints.push(...checkNumbers(own, path, name, file, catalogue));
    }
  }
  return complaints;
}

function isServing(catalogue: Catalogue, name: string, year: number): boolean {
  const file = showEntry(catalogue, 'sensors', name);
  return file !== undefined && isInService(file, year);
}

/** Numbers of one system, against what its model has. */
function checkNumbers(entry: Mapping, path: Segment[], name: string, file: SensorFile, catalogue: Catalogue): Complaint[] {
  const { model } = file;
  const complaints = [
    ...foreignKeys(entry, path, OWN_KEYS[model], Object.values(OWN_KEYS).flat(), `${name} is ${MODEL_WORDS[model]}`),
    ...checkPlace(entry['at'], [...path, 'at'], catalogue, []),
    ...checkElements(entry['elements'], [...path, 'elements']),
  ];
  const orbit = isMapping(entry['orbit']) ? entry['orbit'] : {}, orbitPath = [...path, 'orbit'], orbitKeys = OWN_ORBIT_KEYS[model];
  if (orbitKeys !== undefined) complaints.push(...foreignKeys(orbit, orbitPath, orbitKeys, Object.values(OWN_ORBIT_KEYS).flat(), `${name} is ${MODEL_WORDS[model]}`));
  const satellites: unknown[] = Array.isArray(entry['satellites']) ? entry['satellites'] : [], satelliteKeys = OWN_SATELLITE_KEYS[model];
  if (satelliteKeys !== undefined) satellites.forEach((own, index) => isMapping(own) && complaints.push(...foreignKeys(own, [...path, 'satellites', index], satelliteKeys, Object.values(OWN_SATELLITE_KEYS).flat(), `${name} is ${MODEL_WORDS[model]}`)));
  switch (file.model) {
    case 'infrared-geostationary':
      return [...complaints, ...checkListLength(entry, 'satellites', file.satellites.length, path, name)];
    case 'infrared-elliptical':
      return [...complaints, ...checkListLength(entry, 'satellites', file.satellites.length, path, name), ...checkOrder(orbit, file.orbit, 'perigee_km', 'apogee_km', '≤', orbitPath)];
    case 'infrared-shell':
    case 'air-tracker':
      return [...complaints, ...checkShellCounts(orbit, file.orbit, orbitPath)];
    case 'radar':
      return [...complaints, ...checkOrder(entry, file, 'minElevation_deg', 'maxElevation_deg', '<', path)];
    case 'over-horizon-radar':
      return [...complaints, ...checkOrder(entry, file, 'minRange_km', 'maxRange_km', '<', path)];
  }
}

/** Keys that some model has and this one has not; what no model has is refused by the schema. */
function foreignKeys(own: Mapping, path: Segment[], known: readonly string[], some: readonly string[], who: string): Complaint[] {
  return Object.keys(own)
    .filter((key) => some.includes(key) && !known.includes(key))
    .map((key) => ({ path: [...path, key], found: `${key}: ${describeFound(own[key])}`, expected: describeChoice(known), hint: `${who}: it has no ${key}` }));
}

/** Two numbers of which one must be below the other; the one that the scenario states is the one complained about. */
function checkOrder<K extends string>(own: Mapping, cards: Readonly<Record<K, { readonly value: number }>>, lowKey: K, highKey: K, sign: '<' | '≤', path: Segment[]): Complaint[] {
  const low = numberOr(own[lowKey], cards[lowKey].value), high = numberOr(own[highKey], cards[highKey].value);
  if (low < high || (sign === '≤' && low === high)) return [];
  const unit = lowKey.slice(lowKey.lastIndexOf('_') + 1);
  return [{ path: [...path, Object.hasOwn(own, lowKey) ? lowKey : highKey], found: `${low} to ${high} ${unit}`, expected: `${lowKey} ${sign} ${highKey}`, hint: '' }];
}

/** A radar that can be put anywhere must be put somewhere. */
function checkPlaced(entry: Mapping, path: Segment[], name: string, file: SensorFile): Complaint[] {
  if ((file.model !== 'radar' && file.model !== 'over-horizon-radar') || file.site !== undefined || entry['at'] !== undefined) return [];
  return [{ path: [...path, 'at'], found: 'nothing', expected: 'a place: a site, or `{ lat_deg: …, lon_deg: … }`', hint: `add \`at\`: ${name} has no site of its own` }];
}

/** Public element sets, checked column by column and field by field. */
function checkElements(elements: unknown, path: Segment[]): Complaint[] {
  if (!Array.isArray(elements)) return [];
  return elements.flatMap((set: unknown, index): Complaint[] => {
    const text = isMapping(set) ? elementText(set) : undefined;
    const read = text === undefined ? undefined : readElements(text);
    if (read === undefined || read.ok) return [];
    return read.problems.map(({ where, found, expected, hint }) => ({ path: [...path, index], found: where === '' ? found : `${where}: ${found}`, expected, hint }));
  });
}

/** What has the form of an element set; what has not, the schema complains about. */
function elementText(set: Mapping): ElementSetText | undefined {
  const { line1, line2, omm } = set, name = typeof set['name'] === 'string' ? set['name'] : '';
  if (typeof line1 === 'string' && typeof line2 === 'string') return { name, line1, line2 };
  if (!isMapping(omm)) return undefined;
  const fields: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(omm)) if (typeof value === 'string' || typeof value === 'number') fields[key] = value;
  return { name, omm: fields };
}
