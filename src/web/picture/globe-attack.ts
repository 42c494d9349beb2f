/**
 * The attack on the globe. Missiles: a line for the flown part and a moving point. Interceptors: from space a solid
 * line, from the ground a dashed one with a triangle at the site. A kill is a hollow ring that flashes and settles to
 * a small mark; a missile that got through ends in a cross. Every missile's marks carry its key for picking.
 */
import {
  BillboardCollection, BlendOption, Cartesian3, Color, Material, PointPrimitiveCollection, PolylineCollection, type Billboard, type PointPrimitive, type Polyline, type Scene,
} from '@cesium/engine';
import type { EcefPath, Replay, ReplayMissile, ReplayShot } from '../../engine/record.js';
import { flash, missileState, shotState } from './at-time.js';
import { crossMark, diamondMark, triangleMark } from './marks-canvas.js';
import { flownPart, positionAt } from './moving.js';
import type { Palette } from './palette.js';
import type { Site } from './sites.js';

export interface AttackDrawing {
  update(t_s: number, rate: number): void;
  destroy(): void;
}

/** Farther from the Earth's centre than this is a satellite, not a site. */
const NEAR_GROUND_M = 6_500_000;
const RING_PX = 9, FLASH_PX = 34, MISSILE_PX = 9;

export function drawAttack(scene: Scene, replay: Replay, { sites, palette }: { sites: readonly Site[]; palette: Palette }): AttackDrawing {
  const lines = scene.primitives.add(new PolylineCollection()) as PolylineCollection;
  const points = scene.primitives.add(new PointPrimitiveCollection({ blendOption: BlendOption.OPAQUE_AND_TRANSLUCENT })) as PointPrimitiveCollection;
  const marks = scene.primitives.add(new BillboardCollection({ scene })) as BillboardCollection;
  const stage: Stage = { lines, points, marks, palette };
  const missiles = replay.missiles.map((missile) => drawMissile(stage, missile));
  const shots = replay.shots.map((shot) => drawShot(stage, shot));
  drawPlaces(stage, replay, sites);
  return {
    update(t_s, rate) {
      for (const missile of missiles) missile(t_s);
      for (const shot of shots) shot(t_s, rate);
    },
    destroy() {
      for (const collection of [lines, points, marks]) scene.primitives.remove(collection);
    },
  };
}

interface Stage {
  readonly lines: PolylineCollection;
  readonly points: PointPrimitiveCollection;
  readonly marks: BillboardCollection;
  readonly palette: Palette;
}

function drawMissile(stage: Stage, missile: ReplayMissile): (t_s: number) => void {
  const colour = Color.fromCssColorString(stage.palette.attack);
  const line = addLine(stage.lines, missile.key, 2, Material.fromType('Color', { color: colour }));
  const point: PointPrimitive = stage.points.add({ id: missile.key, color: colour, pixelSize: MISSILE_PX, outlineColor: Color.fromCssColorString(stage.palette.background), outlineWidth: 1 });
  const cross: Billboard = stage.marks.add({ id: missile.key, position: Cartesian3.ZERO, image: crossMark(stage.palette.through, stage.palette.background), width: 20, height: 20, show: false });
  const faded = colour.withAlpha(0.45), through = Color.fromCssColorString(stage.palette.through).withAlpha(0.9);
  const trail = makeTrail(line, missile.path);
  const at = new Float64Array(3), spot = new Cartesian3();
  return (t_s) => {
    const state = missileState(missile, t_s);
    trail(state === 'waiting' ? -1 : Math.min(t_s, missile.end_s));
    positionAt(missile.path, Math.min(t_s, missile.end_s), at);
    point.position = Cartesian3.fromElements(at[0] ?? 0, at[1] ?? 0, at[2] ?? 0, spot);
    point.show = state === 'flying';
    cross.show = state === 'through';
    if (cross.show) cross.position = spot;
    line.material.uniforms.color = state === 'through' ? through : state === 'flying' || state === 'waiting' ? colour : faded;
  };
}

function drawShot(stage: Stage, shot: ReplayShot): (t_s: number, rate: number) => void {
  const colour = Color.fromCssColorString(stage.palette.defence);
  const material = shot.kind === 'ground' ? Material.fromType('PolylineDash', { color: colour, dashLength: 10 }) : Material.fromType('Color', { color: colour });
  const line = addLine(stage.lines, shot.target, 2, material);
  const head: PointPrimitive = stage.points.add({ id: shot.target, color: colour, pixelSize: 5, show: false });
  const ring: PointPrimitive = stage.points.add({ id: shot.target, color: Color.TRANSPARENT, outlineColor: colour, outlineWidth: 2, pixelSize: RING_PX, show: false });
  const faded = colour.withAlpha(0.35);
  const trail = makeTrail(line, shot.path);
  const at = new Float64Array(3), spot = new Cartesian3();
  return (t_s, rate) => {
    const state = shotState(shot, t_s);
    trail(state === 'waiting' ? -1 : Math.min(t_s, shot.intercept_s));
    line.material.uniforms.color = state === 'flying' ? colour : faded;
    positionAt(shot.path, Math.min(t_s, shot.intercept_s), at);
    Cartesian3.fromElements(at[0] ?? 0, at[1] ?? 0, at[2] ?? 0, spot);
    head.show = state === 'flying';
    if (head.show) head.position = spot;
    ring.show = state === 'hit';
    if (!ring.show) return;
    const open = flash(shot, t_s, rate);
    ring.position = spot;
    ring.pixelSize = RING_PX + (FLASH_PX - RING_PX) * open;
    ring.outlineWidth = 2 + open;
  };
}

/** The places, and the sensors that stand on the ground. */
function drawPlaces(stage: Stage, replay: Replay, sites: readonly Site[]): void {
  const { palette, marks, points } = stage;
  const battery = triangleMark(palette.defence, palette.background), sensor = diamondMark(palette.context, palette.background);
  for (const item of replay.sensors) {
    const spot = Cartesian3.fromArray([...item.position_ecef_m]);
    if (Cartesian3.magnitude(spot) < NEAR_GROUND_M) marks.add({ position: spot, image: sensor, width: 10, height: 10 });
  }
  for (const site of sites) {
    const spot = Cartesian3.fromRadians(site.lon_rad, site.lat_rad, 0);
    if (site.kind === 'battery') marks.add({ position: spot, image: battery, width: 14, height: 14 });
    else points.add({ position: spot, color: Color.fromCssColorString(palette.context), pixelSize: 4 });
  }
}

function addLine(lines: PolylineCollection, id: string, width: number, material: Material): Polyline {
  return lines.add({ id, width, material, positions: [], show: false });
}

/** Grows a line with time; rebuilt only when the shown moment moved. A negative time hides it. */
function makeTrail(line: Polyline, path: EcefPath): (t_s: number) => void {
  const flown: number[] = [];
  let shown_s = NaN;
  return (t_s) => {
    if (t_s === shown_s) return;
    shown_s = t_s;
    if (t_s >= 0) flownPart(path, t_s, flown);
    line.show = t_s >= 0 && flown.length >= 6;
    if (line.show) line.positions = Cartesian3.unpackArray(flown);
  };
}
