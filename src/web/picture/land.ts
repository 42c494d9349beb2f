/**
 * Flat two-tone land with borders, drawn once per theme from Natural Earth's outlines (world-atlas, public domain).
 * One canvas serves the globe as texture and the flat map as ground.
 */
import { geoGraticule10, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import outlinesUrl from 'world-atlas/countries-50m.json?url';
import type { Palette } from './palette.js';

export interface Outlines {
  readonly land: GeoPermissibleObjects;
  readonly borders: GeoPermissibleObjects;
  readonly coasts: GeoPermissibleObjects;
}

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

let loading: Promise<Outlines> | undefined;

/** Loads the outlines once; they are a file of the page, not a request to somebody else. */
export function loadOutlines(): Promise<Outlines> {
  loading ??= fetch(outlinesUrl).then(async (response) => {
    const world = (await response.json()) as World;
    return {
      land: feature(world, world.objects.land),
      borders: mesh(world, world.objects.countries, (a, b) => a !== b),
      coasts: mesh(world, world.objects.countries, (a, b) => a === b),
    };
  });
  return loading;
}

/** Draws sea, land, coasts and borders through any projection. `line_px` is the width of a border. */
export function drawLand(context: CanvasRenderingContext2D, projection: GeoProjection, outlines: Outlines, palette: Palette, line_px: number): void {
  const path = geoPath(projection, context);
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  const stroke = (shape: GeoPermissibleObjects, colour: string, width: number): void => {
    context.beginPath();
    path(shape);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  };
  stroke(geoGraticule10(), palette.graticule, line_px * 0.75);
  context.beginPath();
  path(outlines.land);
  context.fillStyle = palette.land;
  context.fill();
  stroke(outlines.borders, palette.border, line_px);
  stroke(outlines.coasts, palette.border, line_px * 1.25);
}
