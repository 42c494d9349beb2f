/** Footprints on a canvas in plate carrée: filled thinly, with an edge whose dash tells the kind of interceptor apart without colour. */
import { toSi } from '../../kernel/units.js';
import type { PlateCarree } from './coverage-cells.js';
import type { FootprintRow } from './footprint-messages.js';
import type { Palette } from './palette.js';

export const FOOTPRINT_DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2]];
const FILL_OPACITY = 0.13, EDGE_PX = 1.75;

/** Kinds of interceptor in the order in which they first come. */
export const kindsOf = (rows: readonly FootprintRow[]): string[] => [...new Set(rows.map(({ interceptor }) => interceptor))];
export const dashOf = (kind: number): readonly number[] => FOOTPRINT_DASHES[kind % FOOTPRINT_DASHES.length] ?? [];

/** `sharpness`: pixels of the canvas to one of the picture, for the width of edges. */
export function drawFootprints(context: CanvasRenderingContext2D, rows: readonly FootprintRow[], map: PlateCarree, palette: Palette, sharpness = 1): void {
  const kinds = kindsOf(rows);
  context.save();
  context.strokeStyle = context.fillStyle = palette.defence;
  context.lineWidth = EDGE_PX * sharpness;
  for (const row of rows) {
    context.setLineDash(dashOf(kinds.indexOf(row.interceptor)).map((length) => length * sharpness));
    context.beginPath();
    // What leaves one side of the map comes in at the other.
    for (const shift of [-map.around, 0, map.around]) for (const ring of row.rings) trace(context, ring, map, shift);
    context.globalAlpha = FILL_OPACITY;
    context.fill('evenodd');
    context.globalAlpha = 1;
    context.stroke();
  }
  context.restore();
}

function trace(context: CanvasRenderingContext2D, ring: FootprintRow['rings'][number], map: PlateCarree, shift: number): void {
  ring.forEach(([lon_deg, lat_deg], i) => {
    const x = map.x(toSi(lon_deg, 'deg')) + shift, y = map.y(toSi(lat_deg, 'deg'));
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
}
