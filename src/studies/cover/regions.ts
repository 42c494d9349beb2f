/** Parts of the Earth over which coverage is told: all of it, land, the defended territory, and the corridors of the flights. */
import { EARTH_FLATTENING } from '../../kernel/constants.js';
import type { EqualAreaCells } from '../../kernel/earth/equal-area-cells.js';
import { atan2, cos } from '../../kernel/maths.js';
import { isInside, unrollRings } from '../../engine/flights/shortfall.js';
import type { Territory } from '../../scenario/plan/plan.js';
import type { Region } from './tally.js';

export function wholeEarth(cells: EqualAreaCells): Region {
  return { name: 'Earth', cells: new Uint8Array(cells.cells_count).fill(1) };
}

/** Cells whose middle lies in one of the territories. */
export function territoryRegion(cells: EqualAreaCells, name: string, territories: readonly Territory[]): Region {
  const inside = new Uint8Array(cells.cells_count), shapes = territories.map(unrollRings);
  for (let c = 0; c < cells.cells_count; c++) {
    const lat_rad = cellLatitude_rad(cells, c), lon_rad = cellLongitude_rad(cells, c);
    if (shapes.some((rings) => isInside(rings, lat_rad, lon_rad))) inside[c] = 1;
  }
  return { name, cells: inside };
}

/** Cells within an angle of any of the points below a path; each point is a unit vector in stretched space. */
export function corridorRegion(cells: EqualAreaCells, name: string, points: readonly (readonly [x: number, y: number, z: number])[], within_rad: number): Region {
  const inside = new Uint8Array(cells.cells_count), limit = cos(within_rad);
  for (const [x, y, z] of points) {
    for (let row = 0; row < cells.rows_count; row++) {
      // No cell of a row is nearer than its difference in latitude.
      const height = cells.z[cells.firstOfRow[row]], nearest = height * z + Math.sqrt((1 - height * height) * Math.max(0, 1 - z * z));
      if (nearest < limit) continue;
      for (let c = cells.firstOfRow[row]; c < cells.firstOfRow[row + 1]; c++) if (cells.x[c] * x + cells.y[c] * y + cells.z[c] * z >= limit) inside[c] = 1;
    }
  }
  return { name, cells: inside };
}

/** Geodetic latitude of a sine of reduced latitude. */
export function latitudeOf_rad(height: number): number {
  return atan2(height, Math.sqrt(Math.max(0, 1 - height * height)) * (1 - EARTH_FLATTENING));
}

export const cellLatitude_rad = (cells: EqualAreaCells, cell: number): number => latitudeOf_rad(cells.z[cell]);
export const cellLongitude_rad = (cells: EqualAreaCells, cell: number): number => atan2(cells.y[cell], cells.x[cell]);
