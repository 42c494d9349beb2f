/**
 * What the schema cannot know: names against the catalogue, counts against planes, rules that exclude each other.
 * It reads the raw values and looks only at what has the right form, so that one mistake never hides another.
 */
import { parseUtc } from '../../kernel/epoch.js';
import { defaultsOf, findPlace, listGroups, listKind, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import { describeChoice, describeFound } from '../text/describe.js';
import type { Complaint } from '../text/explain.js';
import { checkListLength, checkName, checkPlace, checkShellCounts, numberOr, unknownName } from './meaning-parts.js';
import type { Mapping } from './meaning-parts.js';
import { checkDoctrine } from './meaning-doctrine.js';
import { checkCommandGraph, checkFallback } from './meaning-command-graph.js';
import { checkPartners } from './meaning-partners.js';
import { checkAttack } from './meaning-raid.js';
import { checkSensors } from './meaning-sensors.js';
import { isMapping } from '../text/path.js';
import { checkTracker } from '../schema/schema-tracker.js';
import type { Segment } from '../text/path.js';
import { DEFAULT_DEFENDED } from '../schema/schema.js';

/** Everything wrong with what the names and numbers of a scenario mean. */
export function checkMeaning(root: unknown, catalogue: Catalogue): Complaint[] {
  if (!isMapping(root)) return [];
  return [
    ...checkEpoch(root),
    ...entriesOf(root, 'raid').flatMap(([entry, path]) => checkAttack(entry, path, catalogue)),
    ...checkSensors(root['sensors'], catalogue),
    ...checkDoctrine(root, catalogue, { shotsPerTarget: defaultsOf(catalogue, 'command', 'command').shotsPerTarget.value, defended: DEFAULT_DEFENDED }),
    ...checkTracker(root['tracker']),
    ...entriesOf(root, 'interceptors').flatMap(([entry, path]) => [...checkLayer(entry, path, catalogue), ...checkFallback(entry, path, catalogue)]),
    ...checkCommandGraph(root['commandGraph'], catalogue),
    ...checkPartners(root, catalogue),
    ...checkDefended(root, catalogue),
    ...checkPlaces(root, catalogue),
  ];
}

function entriesOf(root: Mapping, key: string): [Mapping, Segment[]][] {
  const list = root[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index) => (isMapping(entry) ? [[entry, [key, index]] satisfies [Mapping, Segment[]]] : []));
}

function checkEpoch(root: Mapping): Complaint[] {
  const from = isMapping(root['epoch']) ? root['epoch']['from'] : undefined;
  if (typeof from !== 'string' || parseUtc(from) !== undefined) return [];
  return [{ path: ['epoch', 'from'], found: describeFound(from), expected: 'a time in UTC, as in 2026-01-01T00:00Z', hint: from.endsWith('Z') ? '' : 'times end in Z: Cupola knows no time zones' }];
}

function checkLayer(entry: Mapping, path: Segment[], catalogue: Catalogue): Complaint[] {
  // With both keys the schema complains; which of the two was meant nobody knows.
  if (Object.hasOwn(entry, 'constellation') && Object.hasOwn(entry, 'battery')) return [];
  if (Object.hasOwn(entry, 'constellation')) return [...checkName(entry['constellation'], [...path, 'constellation'], catalogue, 'constellations'), ...checkShell(entry, path, catalogue)];
  if (!Object.hasOwn(entry, 'battery')) return [];
  const name = entry['battery'];
  const file = typeof name === 'string' ? showEntry(catalogue, 'interceptors', name) : undefined;
  const complaints = checkPlace(entry['at'], [...path, 'at'], catalogue, []);
  if (typeof name === 'string' && name !== '' && file === undefined) complaints.push(unknownName(name, [...path, 'battery'], groundInterceptors(catalogue)));
  if (file?.model === 'space-based') complaints.push({ path: [...path, 'battery'], found: describeFound(name), expected: `a ground interceptor: ${describeChoice(groundInterceptors(catalogue))}`, hint: 'space-based interceptors come with a `constellation`' });
  if (file?.model === 'ground-based') complaints.push(...checkGround(entry, file, path));
  const place = typeof entry['at'] === 'string' ? findPlace(catalogue, entry['at']) : undefined;
  const isCountKnown = entry['count'] !== undefined || (file?.model === 'ground-based' && file.magazine !== undefined) || place?.cards.interceptors_count !== undefined;
  if (!isCountKnown && (place !== undefined || isMapping(entry['at']))) {
    complaints.push({ path: [...path, 'count'], found: 'nothing', expected: 'a whole number of interceptors', hint: 'add `count`: no card says how many stand here' });
  }
  return complaints;
}

function checkGround(entry: Mapping, file: GroundFile, path: Segment[]): Complaint[] {
  const own = isMapping(entry['interceptor']) ? entry['interceptor'] : {};
  const complaints = checkListLength(own, 'stages', file.stages.length, [...path, 'interceptor'], String(entry['battery']));
  const floor = numberOr(own['floorAltitude_km'], file.floorAltitude_km.value), ceiling = numberOr(own['ceilingAltitude_km'], file.ceilingAltitude_km.value);
  if (floor >= ceiling) complaints.push({ path: [...path, 'interceptor', Object.hasOwn(own, 'floorAltitude_km') ? 'floorAltitude_km' : 'ceilingAltitude_km'], found: `${floor} to ${ceiling} km`, expected: 'floorAltitude_km < ceilingAltitude_km', hint: '' });
  if (entry['reload_s'] !== undefined && entry['ready'] === undefined && file.ready === undefined) {
    complaints.push({ path: [...path, 'reload_s'], found: describeFound(entry['reload_s']), expected: 'nothing, or `ready` beside it', hint: 'without `ready` all rounds stand on launchers and none is ever loaded' });
  }
  return complaints;
}

type GroundFile = Extract<NonNullable<ReturnType<typeof showEntry<'interceptors'>>>, { model: 'ground-based' }>;

const groundInterceptors = (catalogue: Catalogue): string[] => listKind(catalogue, 'interceptors').filter((name) => showEntry(catalogue, 'interceptors', name)?.model === 'ground-based');

function checkShell(entry: Mapping, path: Segment[], catalogue: Catalogue): Complaint[] {
  const name = entry['constellation'];
  const file = typeof name === 'string' ? showEntry(catalogue, 'constellations', name) : undefined;
  return file === undefined ? [] : checkShellCounts(entry, file, path);
}

function checkDefended(root: Mapping, catalogue: Catalogue): Complaint[] {
  const list = root['defended'];
  if (!Array.isArray(list)) return [];
  const complaints = list.flatMap((name: unknown, index) => checkPlace(name, ['defended', index], catalogue, listGroups(catalogue)));
  const countries = new Set(list.flatMap((name: unknown) => (typeof name === 'string' ? [showEntry(catalogue, 'sites', name)?.country ?? findPlace(catalogue, name)?.country ?? ''] : [])).filter((code) => code !== ''));
  const atSea = list.flatMap((name: unknown, index) => (typeof name === 'string' && findPlace(catalogue, name)?.country === '' ? [index] : []));
  for (const index of atSea) complaints.push({ path: ['defended', index], found: describeFound(list[index]), expected: 'a place in a country', hint: 'this one lies at sea' });
  if (countries.size > 1) complaints.push({ path: ['defended'], found: `places in ${countries.size} countries`, expected: 'places of one country', hint: 'one defended territory is supported by this version of Cupola' });
  return complaints;
}

function checkPlaces(root: Mapping, catalogue: Catalogue): Complaint[] {
  const places = root['places'];
  return isMapping(places) ? Object.keys(places).flatMap((name) => checkPlace(name, ['places', name], catalogue, [])) : [];
}
