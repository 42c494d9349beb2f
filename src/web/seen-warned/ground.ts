/** What the chapter's maps share: outlines of the public data, colours of the theme, rows of cells. */
import type { CoverRow } from '../../figures/maps/cover-map.js';
import { thinOutlines, type MapLine } from '../../figures/maps/earth-map.js';
import { equalAreaCells } from '../../kernel/earth/equal-area-cells.js';
import { fromSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { latitudeOf_rad } from '../../studies/cover/regions.js';

export const MAP_COLOURS = {
  sea: 'var(--sea)', land: 'var(--land)', border: 'var(--border)', shade: 'var(--defence)', mark: 'var(--attack)', never: 'var(--through)', text: 'var(--text)', halo: 'var(--background)',
};

const kept = new Map<number, { readonly of: Catalogue; readonly lines: readonly MapLine[] }>();

/** `step_deg`: how fine; the public data are the same all the time. */
export function outlinesOf(catalogue: Catalogue | null, step_deg: number): readonly MapLine[] {
  if (catalogue === null) return [];
  const known = kept.get(step_deg);
  if (known?.of === catalogue) return known.lines;
  const lines = thinOutlines(catalogue.territories.flatMap(({ rings }) => rings.map((ring) => ring.map(([lon, lat]): [number, number] => [fromSi(lon, 'deg'), fromSi(lat, 'deg')]))), step_deg);
  kept.set(step_deg, { of: catalogue, lines });
  return lines;
}

export function rowsOf(wanted: number, shares: Float32Array): CoverRow[] {
  const { rows_count, firstOfRow, rowEdge } = equalAreaCells(wanted), edge_deg = (row: number): number => fromSi(latitudeOf_rad(rowEdge[row] ?? 0), 'deg');
  return Array.from({ length: rows_count }, (_, row) => ({ south_deg: edge_deg(row), north_deg: edge_deg(row + 1), shares: Array.from(shares.subarray(firstOfRow[row], firstOfRow[row + 1])) }));
}

/** A track of unit vectors in stretched space as lines of degrees, cut at the date line. */
export function trackLines(track: readonly (readonly [number, number, number])[]): MapLine[] {
  const lines: [number, number][][] = [[]];
  let before_deg = NaN;
  for (const [x, y, z] of track) {
    const lon_deg = fromSi(Math.atan2(y, x), 'deg'), lat_deg = fromSi(latitudeOf_rad(z), 'deg');
    if (Math.abs(lon_deg - before_deg) > 180) lines.push([]);
    lines.at(-1)?.push([lon_deg, lat_deg]);
    before_deg = lon_deg;
  }
  return lines.filter((line) => line.length > 1).map((points) => ({ points }));
}
