/** Maps and table of cells of `cupola cover`, as files. */
import { parseHTML } from 'linkedom';
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { coverMapFigure, type CoverRow } from '../../figures/maps/cover-map.js';
import { thinOutlines, type MapLine } from '../../figures/maps/earth-map.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { countText, significantText } from '../../figures/numbers.js';
import { csvText } from '../../formats/csv.js';
import { fromSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { CoverPlanAnswer } from '../../studies/cover/plan-cover.js';
import { cellLatitude_rad, cellLongitude_rad, latitudeOf_rad } from '../../studies/cover/regions.js';

const degrees = (angle_rad: number): number => Number(fromSi(angle_rad, 'deg').toFixed(3));

export function coverSvg(answer: CoverPlanAnswer, plan: Plan, catalogue: Catalogue, provenance: Provenance): string {
  const { document } = parseHTML('<html></html>');
  const { watch, target, tally } = answer, sensors = answer.sensors.map(({ system }) => system);
  const figure = coverMapFigure({
    title: `${target.words}: share of time in view`,
    subtitle: `Sensors: ${[...new Set(sensors)].join(', ')}; ${significantText(fromSi(watch.duration_s, 'h'))} h, a look every ${significantText(watch.step_s)} s, ${countText(answer.cells.cells_count)} cells of equal area`,
    notes: ['In view: half of single looks or more would detect it. Red lines from a white dot: ground tracks of the flights of the scenario. Outlines: Natural Earth.', citationLine(provenance)],
    panels: [{ words: 'One sensor or more', rows: rowsOf(answer, tally.seen) }, { words: 'Two or more', rows: rowsOf(answer, tally.stereo) }],
    outlines: thinOutlines(catalogue.territories.flatMap(({ rings }) => rings.map((ring) => ring.map(([lon, lat]): [number, number] => [fromSi(lon, 'deg'), fromSi(lat, 'deg')])))),
    tracks: answer.tracks.flatMap(trackLines), places: originsOf(plan),
  }, document as unknown as FigureDocument);
  figure.setAttribute('style', 'background: #ffffff; color: #111820');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${figure.outerHTML}\n`;
}

function rowsOf({ cells, looks }: CoverPlanAnswer, counts: Int32Array): CoverRow[] {
  return Array.from({ length: cells.rows_count }, (_, row) => ({
    south_deg: degrees(latitudeOf_rad(cells.rowEdge[row] ?? 0)), north_deg: degrees(latitudeOf_rad(cells.rowEdge[row + 1] ?? 0)),
    shares: Array.from(counts.subarray(cells.firstOfRow[row], cells.firstOfRow[row + 1]), (count) => count / looks),
  }));
}

/** A track as lines of degrees, cut at the date line. */
function trackLines(track: CoverPlanAnswer['tracks'][number]): MapLine[] {
  const lines: [number, number][][] = [[]];
  let before = NaN;
  for (const [x, y, z] of track) {
    const lon_deg = degrees(Math.atan2(y, x)), lat_deg = degrees(latitudeOf_rad(z));
    if (Math.abs(lon_deg - before) > 180) lines.push([]);
    lines.at(-1)?.push([lon_deg, lat_deg]);
    before = lon_deg;
  }
  return lines.filter((line) => line.length > 1).map((points) => ({ points }));
}

function originsOf({ attacks }: Plan): { name: string; lat_deg: number; lon_deg: number }[] {
  const origins = new Map(attacks.map(({ origin }) => [origin.name, origin]));
  return [...origins.values()].map(({ name, lat_rad, lon_rad }) => ({ name: name.replaceAll('-', ' '), lat_deg: degrees(lat_rad), lon_deg: degrees(lon_rad) }));
}

export function coverCsv({ cells, tally, looks, sample, watch }: CoverPlanAnswer): string {
  const rows = Array.from({ length: cells.cells_count }, (_, c) => [
    degrees(cellLatitude_rad(cells, c)), degrees(cellLongitude_rad(cells, c)), (tally.seen[c] ?? 0) / looks, (tally.stereo[c] ?? 0) / looks, (tally.longest[c] ?? 0) * watch.step_s,
    finiteOrNull(fromSi(sample.angle_rad(c), 'deg')), finiteOrNull(fromSi(sample.bound_m(c), 'km')),
  ]);
  return csvText(['lat_deg', 'lon_deg', 'seen', 'stereo', 'longestGap_s', 'stereoAngle_deg', 'positionBound_km'], rows);
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(4)) : null);
