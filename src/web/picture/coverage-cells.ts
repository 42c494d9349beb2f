/** Shades of coverage on a canvas in plate carrée: by how many each cell is in view, or for how much of the day. */
import { equalAreaCells, type EqualAreaCells } from '../../kernel/earth/equal-area-cells.js';
import { SHARE_STEPS, stepOf } from '../../figures/maps/watch-map.js';
import { latitudeOf_rad } from '../../studies/cover/regions.js';
import type { Palette } from './palette.js';

export type CoverageKind = 'now' | 'day';

export interface CoverageShades {
  readonly kind: CoverageKind;
  /** Wanted cells of the grid. */
  readonly cells: number;
  /** Of each cell: 0, 1 or 2 for two or more (`now`); or the step of its share of the day. */
  readonly steps: Uint8Array;
}

/** Where angles lie on the canvas; `around` is a whole turn in pixels. */
export interface PlateCarree {
  x(lon_rad: number): number;
  y(lat_rad: number): number;
  readonly around: number;
  readonly width: number;
}

/** How much of the ground a step covers. One sensor is hatched too, so that it differs from two in grey and on any ground. */
export const NOW_OPACITY = [0, 0.16, 0.48] as const;
const HATCH_PX = 8, HATCH_OPACITY = 0.5;

export const dayStep = (share: number): number => Math.max(0, stepOf(share));
const opacityOf = (kind: CoverageKind, step: number): number => (kind === 'now' ? (NOW_OPACITY[step] ?? 0) : (SHARE_STEPS[step]?.opacity ?? 0));

let grid: { readonly wanted: number; readonly cells: EqualAreaCells } | undefined;

export function drawCoverage(context: CanvasRenderingContext2D, { kind, cells: wanted, steps }: CoverageShades, map: PlateCarree, palette: Palette): void {
  if (grid?.wanted !== wanted) grid = { wanted, cells: equalAreaCells(wanted) };
  const { rows_count, firstOfRow, rowEdge } = grid.cells;
  const most = kind === 'now' ? NOW_OPACITY.length : SHARE_STEPS.length;
  for (let step = 1; step < most; step++) {
    context.beginPath();
    for (let row = 0; row < rows_count; row++) {
      const top = map.y(latitudeOf_rad(rowEdge[row + 1] ?? 1)), bottom = map.y(latitudeOf_rad(rowEdge[row] ?? -1));
      addRuns(context, steps.subarray(firstOfRow[row], firstOfRow[row + 1]), step, top, bottom, map);
    }
    context.fillStyle = palette.defence;
    context.globalAlpha = opacityOf(kind, step);
    context.fill();
    if (kind === 'now' && step === 1) {
      context.globalAlpha = HATCH_OPACITY;
      context.fillStyle = hatch(context, palette.defence);
      context.fill();
    }
    context.globalAlpha = 1;
  }
}

/** Neighbours of one step as one box; what leaves one side of the map comes in at the other. */
function addRuns(context: CanvasRenderingContext2D, row: Uint8Array, step: number, top: number, bottom: number, { x, around, width }: PlateCarree): void {
  const cell = around / row.length, west = x(-Math.PI);
  for (let from = 0; from < row.length; from++) {
    if (row[from] !== step) continue;
    let to = from + 1;
    while (to < row.length && row[to] === step) to++;
    for (let left = west + from * cell - around; left < width; left += around) {
      if (left + (to - from) * cell > 0) context.rect(left, top, (to - from) * cell, bottom - top);
    }
    from = to;
  }
}

function hatch(context: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = HATCH_PX;
  const small = canvas.getContext('2d');
  if (small === null) return colour;
  small.strokeStyle = colour;
  small.lineWidth = 1.5;
  small.beginPath();
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    small.moveTo(shift, HATCH_PX);
    small.lineTo(shift + HATCH_PX, 0);
  }
  small.stroke();
  return context.createPattern(canvas, 'repeat') ?? colour;
}
