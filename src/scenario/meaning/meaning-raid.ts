/**
 * What the schema cannot know about the attacking side: names against the catalogue, which numbers and manners of flight a
 * class has, and what contradicts itself.
 */
import { fromSi } from '../../kernel/units.js';
import { circularSpeed_mps } from '../../models/constellation/orbit-period.js';
import { listGroups, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import { describeChoice, describeFound } from '../text/describe.js';
import type { Complaint } from '../text/explain.js';
import { idealSpeed_mps } from '../plan/ideal-speed.js';
import type { KindFile } from '../cards/kinds.js';
import { checkListLength, checkName, checkPlace, numberOr } from './meaning-parts.js';
import type { Mapping } from './meaning-parts.js';
import { isMapping } from '../text/path.js';
import type { Segment } from '../text/path.js';
import { BOOSTER, CRUISE, FRACTIONAL_ORBIT, GLIDE, THREAT } from '../cards/quantities.js';
import { SIGNATURE } from '../cards/sensor-quantities.js';

type ThreatFile = KindFile<'threats'>;
type FileEntry = KindFile<'raids'>['entries'][number];

export function checkAttack(entry: Mapping, path: Segment[], catalogue: Catalogue): Complaint[] {
  if (Object.hasOwn(entry, 'preset')) return checkNamedRaid(entry, path, catalogue);
  const name = entry['missile'];
  return [
    ...checkName(name, [...path, 'missile'], catalogue, 'threats'),
    ...checkPlaceLists(entry, path, catalogue),
    ...checkManner(entry, path, typeof name === 'string' ? name : '', {}, catalogue),
  ];
}

function checkNamedRaid(entry: Mapping, path: Segment[], catalogue: Catalogue): Complaint[] {
  const name = entry['preset'];
  const complaints = [...checkName(name, [...path, 'preset'], catalogue, 'raids'), ...checkPlaceLists(entry, path, catalogue)];
  const file = typeof name === 'string' ? showEntry(catalogue, 'raids', name) : undefined;
  if (file === undefined) return complaints;
  complaints.push(...checkListLength(entry, 'entries', file.entries.length, path, String(name)));
  const changes: unknown[] = Array.isArray(entry['entries']) ? entry['entries'] : [];
  file.entries.forEach((cards, index) => {
    const own = changes[index], at = [...path, 'entries', index];
    if (isMapping(own)) complaints.push(...checkPlaceLists(own, at, catalogue), ...checkManner(own, at, cards.missile, cards, catalogue));
  });
  return complaints;
}

function checkPlaceLists(entry: Mapping, path: Segment[], catalogue: Catalogue): Complaint[] {
  const groups = listGroups(catalogue);
  return [...checkPlaceList(entry['from'], [...path, 'from'], catalogue, []), ...checkPlaceList(entry['to'], [...path, 'to'], catalogue, groups), ...checkPlaceList(entry['route'], [...path, 'route'], catalogue, []), ...checkWaypoints(entry['route'], [...path, 'route'])];
}

function checkPlaceList(list: unknown, path: Segment[], catalogue: Catalogue, groups: readonly string[]): Complaint[] {
  if (!Array.isArray(list)) return checkPlace(list, path, catalogue, groups);
  return list.flatMap((item: unknown, index) => (isMapping(item) && Object.hasOwn(item, 'place') ? checkPlace(item['place'], [...path, index, 'place'], catalogue, groups) : checkPlace(item, [...path, index], catalogue, groups)));
}

function checkWaypoints(route: unknown, path: Segment[]): Complaint[] {
  if (!Array.isArray(route)) return [];
  return route.flatMap((item: unknown, index): Complaint[] => {
    const altitude_m = isMapping(item) ? numberOr(item['altitude_m'], 0) : 0;
    if (!(altitude_m < 0)) return [];
    return [{ path: [...path, index, 'altitude_m'], found: `${altitude_m} m, ${-altitude_m} m underground`, expected: '0 m or more above the ellipsoid', hint: 'leave `altitude_m` out: the class flies at the height of its card' }];
  });
}

/** How a group flies, against what its class can do. `cards` are those of a named raid's entry, which the scenario changes. */
function checkManner(entry: Mapping, path: Segment[], missile: string, cards: Partial<FileEntry>, catalogue: Catalogue): Complaint[] {
  const complaints: Complaint[] = [];
  if (entry['within_s'] !== undefined && entry['every_s'] !== undefined) {
    complaints.push({ path: [...path, 'every_s'], found: '`within_s` and `every_s`', expected: 'one of the two', hint: '`within_s` spreads launches by chance, `every_s` is a ripple: take one out' });
  }
  complaints.push(...checkAgain(entry['again'], cards.again, [...path, 'again']));
  const file = showEntry(catalogue, 'threats', missile);
  return file === undefined ? complaints : [...complaints, ...checkFlight(entry, path, missile, file), ...checkThreat(entry['threat'], [...path, 'threat'], missile, file)];
}

function checkAgain(again: unknown, cards: FileEntry['again'], path: Segment[]): Complaint[] {
  if (!isMapping(again)) return [];
  const isAfter = again['after'] !== undefined, isMinutes = again['after_min'] !== undefined;
  const expected = '`{ after_min: 30 }` or `{ after: one-orbit }`';
  if (isAfter && isMinutes) return [{ path: [...path, 'after_min'], found: '`after` and `after_min`', expected, hint: 'take one out' }];
  if (isMinutes && again['orbit_min'] !== undefined) return [{ path: [...path, 'orbit_min'], found: '`after_min` and `orbit_min`', expected, hint: '`orbit_min` goes with `after: one-orbit`' }];
  // A key that nobody knows is complained about by the schema, and says what was meant.
  const isKnown = Object.keys(again).every((key) => key === 'orbit_min');
  if (isAfter || isMinutes || !isKnown || (cards !== undefined && 'after' in cards)) return [];
  return [{ path, found: describeFound(again), expected, hint: 'add `after_min`' }];
}

/** Shapes are for ballistic missiles, routes for what can steer, the long way for orbits. */
function checkFlight(entry: Mapping, path: Segment[], missile: string, { model }: ThreatFile): Complaint[] {
  const complaints: Complaint[] = [];
  const refuse = (key: string, who: string): void => {
    complaints.push({ path: [...path, key], found: `${key}: ${describeFound(entry[key])}`, expected: `no \`${key}\` for ${CLASS_WORDS[model]}`, hint: `${missile} is ${CLASS_WORDS[model]}; only ${who}` });
  };
  if (entry['shape'] !== undefined && model !== 'staged-ballistic') refuse('shape', 'ballistic missiles are lofted or depressed');
  if (Array.isArray(entry['route']) && entry['route'].length > 0 && model !== 'boost-glide' && model !== 'cruise') refuse('route', 'gliders and cruise missiles fly by waypoints');
  if (entry['approach'] === 'long' && model !== 'fractional-orbital') refuse('approach', 'a fractional orbit goes the long way round');
  return complaints;
}

const CLASS_WORDS: Readonly<Record<ThreatFile['model'], string>> = {
  'staged-ballistic': 'a ballistic missile',
  'boost-glide': 'a boost-glide missile',
  'fractional-orbital': 'a fractional-orbital missile',
  cruise: 'a cruise missile or drone',
};

const OWN_NUMBERS: Readonly<Record<ThreatFile['model'], readonly string[]>> = {
  'staged-ballistic': [...Object.keys(BOOSTER), 'stages', 'bus', 'decoys', 'signature'],
  'boost-glide': [...Object.keys({ ...BOOSTER, ...GLIDE }), 'glide', 'stages', 'brightness', 'signature'],
  'fractional-orbital': [...Object.keys({ ...BOOSTER, ...FRACTIONAL_ORBIT }), 'stages', 'signature'],
  cruise: [...Object.keys({ ...CRUISE, ...THREAT }), 'signature'],
};

function checkThreat(stated: unknown, path: Segment[], missile: string, file: ThreatFile): Complaint[] {
  const own = isMapping(stated) ? stated : {}, known = OWN_NUMBERS[file.model];
  const foreign = Object.keys(own).filter((key) => isNumberOfSomeClass(key) && !known.includes(key));
  const complaints = foreign.map((key): Complaint => ({ path: [...path, key], found: `${key}: ${describeFound(own[key])}`, expected: describeChoice(known), hint: `${missile} is ${CLASS_WORDS[file.model]}: it has no ${key}` }));
  complaints.push(...checkSignature(own['signature'], [...path, 'signature'], missile, file.model));
  if (file.model === 'cruise') return [...complaints, ...checkCruise(own, path, file)];
  complaints.push(...checkListLength(own, 'stages', file.stages.length, path, missile).map(asOwnClass));
  if (file.model === 'boost-glide') complaints.push(...checkListLength(own, 'brightness', file.brightness.length, path, missile));
  return [...complaints, ...checkSpeeds(own, path, file)];
}

/** What has no rocket has no plume, and only a glider is bright by its speed. */
function checkSignature(stated: unknown, path: Segment[], missile: string, model: ThreatFile['model']): Complaint[] {
  const own = isMapping(stated) ? stated : {};
  const known = Object.keys(SIGNATURE).filter((key) => (model !== 'cruise' || !/^(plume|booster)/.test(key)) && (model === 'boost-glide' || !/^(bright|dim)/.test(key)));
  return Object.keys(own)
    .filter((key) => Object.hasOwn(SIGNATURE, key) && !known.includes(key))
    .map((key) => ({ path: [...path, key], found: `${key}: ${describeFound(own[key])}`, expected: describeChoice(known), hint: `${missile} is ${CLASS_WORDS[model]}: it has no ${key}` }));
}

/** Numbers of stages can be changed, stages not added. */
function asOwnClass(complaint: Complaint): Complaint {
  return { ...complaint, hint: `${complaint.hint}; a scenario changes their numbers but adds none: more stages need a class of their own in data/threats` };
}

const isNumberOfSomeClass = (key: string): boolean => Object.values(OWN_NUMBERS).some((keys) => keys.includes(key));

function checkCruise(own: Mapping, path: Segment[], file: Extract<ThreatFile, { model: 'cruise' }>): Complaint[] {
  const dive_km = numberOr(own['dive_km'], file.dive_km.value), range_km = numberOr(own['range_km'], file.range_km.value);
  if (dive_km <= range_km) return [];
  return [{ path: [...path, own['dive_km'] === undefined ? 'range_km' : 'dive_km'], found: `a dive of ${dive_km} km in a range of ${range_km} km`, expected: 'dive_km ≤ range_km', hint: '' }];
}

/** What the boost gives at most, without losses to gravity and air, bounds every speed of the flight. */
function checkSpeeds(own: Mapping, path: Segment[], file: Exclude<ThreatFile, { model: 'cruise' }>): Complaint[] {
  const most_mps = idealSpeed_mps(own, file);
  const most = `${fromSi(most_mps, 'kmps').toFixed(2)} km/s`;
  if (file.model === 'boost-glide') {
    const dive_kmps = numberOr(own['diveSpeed_kmps'], file.diveSpeed_kmps.value), short_kmps = dive_kmps - fromSi(most_mps, 'kmps');
    if (short_kmps >= 0) return [{ path: [...path, own['diveSpeed_kmps'] === undefined ? 'payload_kg' : 'diveSpeed_kmps'], found: `a dive below ${dive_kmps} km/s`, expected: `less than the ${most} that the boost gives at most`, hint: `it would dive as soon as it glides: ${short_kmps.toFixed(2)} km/s too fast` }];
  }
  if (file.model === 'fractional-orbital') {
    const altitude_km = numberOr(own['orbitAltitude_km'], file.orbitAltitude_km.value), need_mps = circularSpeed_mps(altitude_km * 1000);
    if (most_mps < need_mps) return [{ path: [...path, own['orbitAltitude_km'] === undefined ? 'payload_kg' : 'orbitAltitude_km'], found: `a boost of at most ${most}`, expected: `${fromSi(need_mps, 'kmps').toFixed(2)} km/s for an orbit at ${altitude_km} km`, hint: `${fromSi(need_mps - most_mps, 'kmps').toFixed(2)} km/s short, losses not counted: take a lighter payload` }];
  }
  return [];
}
