/**
 * Lines that grow with time on the globe. A line is given to the graphics card once, with all its points; what has been
 * flown of it is a single number of its material, so that hundreds of lines move without being built again.
 */
import { Cartesian3, type Color, Material, type Polyline, type PolylineCollection } from '@cesium/engine';
import type { EcefPath } from '../../engine/record/record.js';
import { sampleAt } from './moving.js';
import { thinPath } from './thin.js';

/** Less than a pixel from as near as the camera comes. */
const TOLERANCE_M = 400;

/** `s` runs from 0 to 1 over the points of a line, evenly from point to point. */
const SOURCE = `
uniform vec4 color;
uniform float flown;
uniform float dashes;
czm_material czm_getMaterial(czm_materialInput materialInput) {
  if (materialInput.s > flown || (dashes > 0.0 && fract(materialInput.s * dashes) > 0.55)) discard;
  czm_material material = czm_getDefaultMaterial(materialInput);
  vec4 ink = czm_gammaCorrect(color);
  material.diffuse = ink.rgb;
  material.alpha = ink.a;
  return material;
}`;

export interface Trail {
  /** Shows the line as far as it has been flown at a time; a negative time hides it. */
  show(t_s: number, colour: Color): void;
}

interface TrailLook {
  readonly id: string;
  readonly width: number;
  /** Seconds of flight from one dash to the next; 0 for a solid line. */
  readonly dash_s: number;
}

export function drawTrail(lines: PolylineCollection, path: EcefPath, colour: Color, { id, width, dash_s }: TrailLook): Trail {
  // Dashes are even along the samples, which thinning would space unevenly.
  const { t_s: times, position_ecef_m } = dash_s > 0 ? path : thinPath(path, TOLERANCE_M);
  const positions = Cartesian3.unpackArray(Array.from(position_ecef_m)), count = positions.length;
  if (count < 2) return { show: () => undefined };
  const duration_s = (times[count - 1] ?? 0) - (times[0] ?? 0);
  const material = new Material({ translucent: true, fabric: { type: 'CupolaTrail', uniforms: { color: colour, flown: 0, dashes: dash_s > 0 ? Math.max(1, Math.round(duration_s / dash_s)) : 0 }, source: SOURCE } });
  const line: Polyline = lines.add({ id, width, material, positions, show: false });
  const uniforms = material.uniforms as { color: Color; flown: number };
  return {
    show(t_s, colourNow) {
      const share = t_s < 0 ? 0 : flownShare(times, t_s);
      line.show = share > 0;
      uniforms.flown = share;
      uniforms.color = colourNow;
    },
  };
}

/** How much of a line of `times` has been flown, in shares of its points. */
function flownShare(times: Float64Array, t_s: number): number {
  const last = times.length - 1, before = sampleAt({ t_s: times, position_ecef_m: times }, t_s);
  if (before < 0) return 0;
  if (before >= last) return 1;
  const from_s = times[before] ?? 0, to_s = times[before + 1] ?? from_s;
  return (before + (to_s > from_s ? (t_s - from_s) / (to_s - from_s) : 0)) / last;
}
