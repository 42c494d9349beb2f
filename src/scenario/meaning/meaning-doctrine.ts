/**
 * What is wrong with how a scenario gives out shots: rules that contradict each other, and doctrines under which a layer can
 * never fire. Like all checks of meaning it looks only at what has the right form.
 */
import { findPlace, listGroups, membersOfGroup } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import { describeChoice, describeFound } from '../text/describe.js';
import type { Complaint } from '../text/explain.js';
import { numberOr } from './meaning-parts.js';
import type { Mapping } from './meaning-parts.js';
import { didYouMean } from '../text/nearest.js';
import { isMapping } from '../text/path.js';

export interface DoctrineDefaults {
  readonly shotsPerTarget: number;
  /** Names that are defended when the scenario names none. */
  readonly defended: readonly string[];
}

export function checkDoctrine(root: Mapping, catalogue: Catalogue, defaults: DoctrineDefaults): Complaint[] {
  const command = root['command'];
  if (!isMapping(command)) return [];
  return [...checkReserve(root, command), ...checkSalvo(command, defaults.shotsPerTarget), ...checkHandOver(root, command), ...checkPreferred(root, command, catalogue, defaults.defended)];
}

function checkReserve(root: Mapping, command: Mapping): Complaint[] {
  const reserve = command['reserve'], layers = root['interceptors'];
  // A share is kept of each magazine, rounded down: only the whole of it leaves nothing to fire.
  if (typeof reserve !== 'number' || reserve < 1 || reserve > 1 || !Array.isArray(layers) || layers.length === 0) return [];
  return [{ path: ['command', 'reserve'], found: `${reserve}, which keeps every round of every magazine`, expected: 'a share below 1', hint: 'no layer could ever fire; write `interceptors: []` for a raid without a shield' }];
}

function checkSalvo(command: Mapping, defaultShots: number): Complaint[] {
  const salvo = command['salvo'];
  if (!Array.isArray(salvo)) return [];
  const most = numberOr(command['shotsPerTarget'], defaultShots), seen = new Set<number>();
  return salvo.flatMap((entry: unknown, index): Complaint[] => {
    if (!isMapping(entry)) return [];
    const { fromPeople, shots } = entry, complaints: Complaint[] = [];
    if (typeof shots === 'number' && shots > most) complaints.push({ path: ['command', 'salvo', index, 'shots'], found: `${shots} at once`, expected: `at most shotsPerTarget (${most})`, hint: `the salvo could never be fired whole; raise \`shotsPerTarget\`` });
    if (typeof fromPeople === 'number' && seen.has(fromPeople)) complaints.push({ path: ['command', 'salvo', index, 'fromPeople'], found: `${fromPeople} twice`, expected: 'each class once', hint: 'only one of them could ever hold' });
    if (typeof fromPeople === 'number') seen.add(fromPeople);
    return complaints;
  });
}

function checkHandOver(root: Mapping, command: Mapping): Complaint[] {
  const handOver = command['handOver'], layers = root['interceptors'];
  if (typeof handOver !== 'string' || !['after-first-salvo', 'at-once'].includes(handOver) || !Array.isArray(layers)) return [];
  const kinds = new Set(layers.flatMap((entry: unknown) => (isMapping(entry) ? [`${String(entry['constellation'] ?? entry['battery'])} ${JSON.stringify(entry['release'] ?? {})}`] : [])));
  if (kinds.size > 1) return [];
  return [{ path: ['command', 'handOver'], found: `${handOver}, with ${kinds.size === 0 ? 'no layer' : 'one layer'}`, expected: 'a later layer to hand over to', hint: 'entries that fire the same interceptor under the same rule are one layer; take the key out' }];
}

function checkPreferred(root: Mapping, command: Mapping, catalogue: Catalogue, defaultDefended: readonly string[]): Complaint[] {
  const preferential = command['preferential'];
  if (!isMapping(preferential)) return [];
  const { places, share } = preferential, path = ['command', 'preferential'];
  if ((places === undefined) === (share === undefined)) return [{ path, found: places === undefined ? 'neither places nor a share' : 'both places and a share', expected: '`places` or `share`', hint: 'name the preferred places, or the share of the defended people' }];
  if (!Array.isArray(places)) return [];
  const stated = root['defended'], groups = Array.isArray(stated) ? stated.filter((name): name is string => typeof name === 'string') : defaultDefended;
  const defended = groups.flatMap((group) => membersOf(group, catalogue));
  return places.flatMap((name: unknown, index): Complaint[] =>
    typeof name !== 'string' || name === '' || defended.includes(name) ? [] : [{ path: [...path, 'places', index], found: describeFound(name), expected: `a defended place: ${describeChoice(defended, 12)}`, hint: didYouMean(name, defended) || (findPlace(catalogue, name) === undefined ? '' : 'it is not among `defended`') }],
  );
}

function membersOf(name: string, catalogue: Catalogue): string[] {
  return listGroups(catalogue).includes(name) ? membersOfGroup(catalogue, name) : [name];
}
