/** `cupola absentee --map`: how many satellites of a shell are near each place on Earth, counted as they move. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textTable } from '../../figures/text-table.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { findPlace, type Catalogue } from '../../scenario/catalogue.js';
import { absenteeMap, type MapCell } from '../../studies/number-needed/absentee-map.js';
import { evenShell } from '../../studies/number-needed/propagate-availability.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer, refuseFlags } from '../frame/closed-form.js';
import type { CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { Progress } from '../frame/progress.js';
import { provenanceOf } from '../frame/provenance.js';
import { percentText } from './shield-answer.js';

const LOOK_S = 60;
const DEFAULT_HOURS = 24;
const DEFAULT_CELL_DEG = 5;
const DEFAULT_WANTED = 2;
/** Places named on the map: launch areas of the public data. */
const NAMED = ['north-korea-interior', 'iran-interior', 'russia-siberia'];
/** Satellites times looks and places that take a minute. */
const MOST_WORK = 1e11;

interface MapAsked {
  readonly shell: NonNullable<ReturnType<typeof evenShell>>;
  readonly reach_deg: number;
  readonly hours: number;
  readonly wanted: number;
  readonly cell_deg: number;
}

export async function absenteeMapAnswer({ flags, output, commandLine }: CommandInput): Promise<number> {
  const asked = readMap(flags);
  if (asked === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  const { shell, reach_deg, hours, wanted, cell_deg } = asked, catalogue = loadCatalogue();
  const progress = new Progress(output, 'moments'), watch = { duration_s: toSi(hours, 'h'), step_s: LOOK_S }, looks = Math.floor(watch.duration_s / LOOK_S);
  const cells = absenteeMap({ shell, reach_rad: toSi(reach_deg, 'deg'), lat_rad: middles(90, cell_deg), lon_rad: middles(180, cell_deg), watch, wanted }, (done) => progress.update(done, looks));
  progress.clear();
  const provenance = provenanceOf(catalogue, commandLine), count = shell.planes_count * shell.perPlane_count;
  const svg = flags.text('svg');
  if (svg !== undefined) {
    const { mapSvg } = await import('../frame/number-svg.js');
    writeAtomically(svg, mapSvg({
      title: 'Satellites near each launch place', scale: `satellites near, on average over ${significantText(hours)} h`,
      subtitle: `${countText(count)} satellites in ${countText(shell.planes_count)} planes at ${significantText(fromSi(shell.altitude_m, 'km'))} km, inclination ${significantText(fromSi(shell.inclination_rad, 'deg'))} degrees; near within ${significantText(reach_deg)} degrees`,
      cells: cells.map(({ lat_rad, lon_rad, mean }) => ({ lat_deg: fromSi(lat_rad, 'deg'), lon_deg: fromSi(lon_rad, 'deg'), value: mean })), cell_deg, places: namedPlaces(catalogue),
    }, provenance));
    output.note(`Wrote ${svg}`);
  }
  if (output.isJson) output.json({ count, planes: shell.planes_count, perPlane: shell.perPlane_count, reach_deg, hours, wanted, cell_deg, cells: cells.map((cell) => cellDocument(cell, count)), provenance });
  else printAnswer(output, `${countText(count)} satellites, near within ${significantText(reach_deg)}°: where they are`, [latitudeText(cells, count, wanted)], citationLine(provenance));
  return 0;
}

function readMap(flags: Flags): MapAsked | undefined {
  refuseFlags(flags, ['latitude_deg'], 'no --latitude_deg with --map: it has all of them');
  const reach_deg = flags.number('reach_deg', { min: 0.01, max: 180, unit: '°' }), inclination_deg = flags.number('inclination_deg', { min: 0.1, max: 179.9, unit: '°' });
  const altitude_km = flags.number('altitude_km', { min: 150, max: 50_000, unit: 'km' }), count = flags.integer('count', { min: 1, max: 100_000 });
  const hours = flags.number('hours', { min: 0.02, max: 8800, unit: 'h' }) ?? DEFAULT_HOURS, wanted = flags.integer('wanted', { min: 1, max: 10_000 }) ?? DEFAULT_WANTED;
  const cell_deg = flags.number('cell_deg', { min: 1, max: 45, unit: '°' }) ?? DEFAULT_CELL_DEG;
  for (const name of ['reach_deg', 'inclination_deg', 'count', 'altitude_km']) if (!flags.has(name)) flags.reject(name, `--${name} with --map`);
  if (90 % cell_deg !== 0) flags.reject('cell_deg', 'a size that divides 90 degrees', 'as 5, 2.5 or 10');
  const svg = flags.text('svg'), blocked = svg === undefined ? undefined : checkWritableFile('svg', svg);
  if (blocked !== undefined) flags.problems.push(blocked);
  if (flags.problems.length > 0 || reach_deg === undefined || inclination_deg === undefined || altitude_km === undefined || count === undefined) return undefined;
  const most_h = MOST_WORK / (count * 60 * (180 / cell_deg) * (360 / cell_deg));
  if (hours > most_h) flags.reject('hours', `at most ${significantText(most_h, 2)} h for ${countText(count)} satellites and cells of ${significantText(cell_deg)} degrees`);
  const orbit = [toSi(altitude_km, 'km'), toSi(inclination_deg, 'deg')] as const, shell = evenShell(count, ...orbit);
  if (shell === undefined) {
    let next = count + 1;
    while (evenShell(next, ...orbit) === undefined) next++;
    flags.reject('count', 'a number that divides into about as many planes as satellites per plane', `${countText(next)} does`);
    return undefined;
  }
  return { shell, reach_deg, hours, wanted, cell_deg };
}

function middles(half_deg: number, cell_deg: number): number[] {
  return Array.from({ length: Math.round((2 * half_deg) / cell_deg) }, (_, index) => toSi(-half_deg + (index + 0.5) * cell_deg, 'deg'));
}

function cellDocument({ lat_rad, lon_rad, mean, min, max, enough }: MapCell, count: number): Record<string, unknown> {
  const angle = (angle_rad: number): number => Number(fromSi(angle_rad, 'deg').toPrecision(10));
  return { lat_deg: angle(lat_rad), lon_deg: angle(lon_rad), mean, min, max, enough, absenteeRatio: mean > 0 ? count / mean : null };
}

/** The map by latitude: what hardly changes with longitude over a day. */
function latitudeText(cells: readonly MapCell[], count: number, wanted: number): string {
  const latitudes = [...new Set(cells.map(({ lat_rad }) => lat_rad))].reverse();
  const rows = latitudes.flatMap((lat_rad) => {
    const row = cells.filter((cell) => cell.lat_rad === lat_rad), mean = row.reduce((sum, cell) => sum + cell.mean, 0) / row.length;
    if (mean === 0) return [];
    const means = row.map((cell) => cell.mean), often = row.reduce((sum, cell) => sum + cell.enough, 0) / row.length;
    return [[`${toPlace(fromSi(lat_rad, 'deg'), -1)}`, toPlace(mean, -2), `${toPlace(Math.min(...means), -2)} to ${toPlace(Math.max(...means), -2)}`, countText(Math.min(...row.map(({ min }) => min))), significantText(count / mean), percentText(often)]];
  });
  return textTable([
    { head: 'latitude (degrees)', align: 'right' }, { head: 'near on average', align: 'right' }, { head: 'by longitude', align: 'right' }, { head: 'fewest', align: 'right' }, { head: 'absentee ratio', align: 'right' }, { head: `${countText(wanted)} or more`, align: 'right' },
  ], rows);
}

function namedPlaces(catalogue: Catalogue): { name: string; lat_deg: number; lon_deg: number }[] {
  return NAMED.flatMap((name) => {
    const place = findPlace(catalogue, name);
    return place === undefined ? [] : [{ name: name.replaceAll('-', ' '), lat_deg: place.cards.lat_deg.value, lon_deg: place.cards.lon_deg.value }];
  });
}
