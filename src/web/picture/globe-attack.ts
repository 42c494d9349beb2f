/**
 * The attack on the globe. Missiles: a line for the flown part and a moving point. Interceptors: from space a solid
 * line, from the ground a dashed one with a triangle at the site. A kill is a hollow ring that flashes and settles to
 * a small mark; a missile that got through ends in a cross. Every missile's marks carry its key for picking.
 */
import {
  BillboardCollection, BlendOption, Cartesian3, Color, PointPrimitiveCollection, PolylineCollection, type Billboard, type PointPrimitive, type Scene,
} from '@cesium/engine';
import type { Replay, ReplayMissile, ReplayShot } from '../../engine/record/record.js';
import { flash, isDecoyInFlight, missileState, shotState } from './at-time.js';
import { drawTrail } from './globe-trail.js';
import { crossMark, diamondMark, triangleMark } from './marks-canvas.js';
import { positionAt } from './moving.js';
import type { Palette } from './palette.js';
import type { Site } from './sites.js';
import { hasTrail, marksAreMany } from './trails.js';

export interface AttackDrawing {
  update(t_s: number, rate: number): void;
  destroy(): void;
}

/** Farther from the Earth's centre than this is a satellite, not a site. */
const NEAR_GROUND_M = 6_500_000;
const RING_PX = 9, FLASH_PX = 34, MISSILE_PX = 9;
/** Flight of a ground-based interceptor from one dash of its line to the next. */
const DASH_S = 40;

export function drawAttack(scene: Scene, replay: Replay, { sites, palette }: { sites: readonly Site[]; palette: Palette }): AttackDrawing {
  const lines = scene.primitives.add(new PolylineCollection()) as PolylineCollection;
  const points = scene.primitives.add(new PointPrimitiveCollection({ blendOption: BlendOption.OPAQUE_AND_TRANSLUCENT })) as PointPrimitiveCollection;
  const marks = scene.primitives.add(new BillboardCollection({ scene })) as BillboardCollection;
  // Of hundreds of lines each is faint, so that where they lie thick can be told from where they do not.
  const isMany = marksAreMany(replay), colour = (text: string, alpha = 1): Color => Color.fromCssColorString(text).withAlpha(alpha);
  const stage: Stage = {
    lines, points, marks, palette, isMany,
    attack: colour(palette.attack), attackLine: colour(palette.attack, isMany ? 0.35 : 1), attackFaded: colour(palette.attack, isMany ? 0.12 : 0.45), through: colour(palette.through, isMany ? 0.35 : 0.9), decoy: colour(palette.context, 0.6),
    defence: colour(palette.defence), defenceFaded: colour(palette.defence, isMany ? 0.15 : 0.35), ground: colour(palette.background), cross: crossMark(palette.through, palette.background),
  };
  const missiles = replay.missiles.map((missile) => drawMissile(stage, replay, missile));
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
  /** Hundreds of warheads: everything is drawn smaller. */
  readonly isMany: boolean;
  readonly attack: Color;
  readonly attackLine: Color;
  readonly attackFaded: Color;
  readonly through: Color;
  readonly decoy: Color;
  readonly defence: Color;
  readonly defenceFaded: Color;
  readonly ground: Color;
  /** One canvas for all crosses: each image of its own would be a texture of its own. */
  readonly cross: HTMLCanvasElement;
}

function drawMissile(stage: Stage, replay: Replay, missile: ReplayMissile): (t_s: number) => void {
  if (missile.isDecoy) return drawDecoy(stage, missile);
  const { isMany } = stage;
  const trail = hasTrail(replay, missile) ? drawTrail(stage.lines, missile.path, stage.attackLine, { id: missile.key, width: isMany ? 1 : 2, dash_s: 0 }) : undefined;
  const point: PointPrimitive = stage.points.add({ id: missile.key, color: stage.attack, pixelSize: isMany ? 6 : MISSILE_PX, outlineColor: stage.ground, outlineWidth: 1, show: false });
  const size = isMany ? 10 : 20;
  let cross: Billboard | undefined;
  if (missile.fate === 'leaked') cross = stage.marks.add({ id: missile.key, position: Cartesian3.ZERO, image: stage.cross, width: size, height: size, show: false });
  const at = new Float64Array(3), spot = new Cartesian3();
  let before = '';
  return (t_s) => {
    const state = missileState(missile, t_s);
    // Of what is over nothing moves; of hundreds most are over, or have not begun.
    if (state === before && state !== 'flying') return;
    before = state;
    const now_s = Math.min(t_s, missile.end_s);
    trail?.show(state === 'waiting' ? -1 : now_s, state === 'through' ? stage.through : state === 'flying' ? stage.attackLine : stage.attackFaded);
    point.show = state === 'flying';
    if (cross !== undefined) cross.show = state === 'through';
    if (state !== 'flying' && state !== 'through') return;
    positionAt(missile.path, now_s, at);
    Cartesian3.fromElements(at[0] ?? 0, at[1] ?? 0, at[2] ?? 0, spot);
    if (point.show) point.position = spot;
    if (cross?.show === true) cross.position = spot;
  };
}

/** A small dim point from its release on. */
function drawDecoy(stage: Stage, missile: ReplayMissile): (t_s: number) => void {
  const point: PointPrimitive = stage.points.add({ color: stage.decoy, pixelSize: 3, show: false });
  const at = new Float64Array(3), spot = new Cartesian3();
  return (t_s) => {
    point.show = isDecoyInFlight(missile, t_s);
    if (!point.show) return;
    positionAt(missile.path, t_s, at);
    point.position = Cartesian3.fromElements(at[0] ?? 0, at[1] ?? 0, at[2] ?? 0, spot);
  };
}

function drawShot(stage: Stage, shot: ReplayShot): (t_s: number, rate: number) => void {
  const { isMany, defence } = stage, ring_px = isMany ? 6 : RING_PX;
  const trail = drawTrail(stage.lines, shot.path, defence, { id: shot.target, width: isMany ? 1.5 : 2, dash_s: shot.kind === 'ground' ? DASH_S : 0 });
  const head: PointPrimitive = stage.points.add({ id: shot.target, color: defence, pixelSize: isMany ? 3 : 5, show: false });
  let ring: PointPrimitive | undefined;
  if (shot.result === 'kill') ring = stage.points.add({ id: shot.target, color: Color.TRANSPARENT, outlineColor: defence, outlineWidth: 2, pixelSize: ring_px, show: false });
  const at = new Float64Array(3), spot = new Cartesian3();
  let before = '', wasOpen = false;
  return (t_s, rate) => {
    const state = shotState(shot, t_s), open = state === 'hit' ? flash(shot, t_s, rate) : 0;
    if (state === before && state !== 'flying' && open === 0 && !wasOpen) return;
    before = state;
    wasOpen = open > 0;
    const now_s = Math.min(t_s, shot.intercept_s);
    trail.show(state === 'waiting' ? -1 : now_s, state === 'flying' ? defence : stage.defenceFaded);
    head.show = state === 'flying';
    if (ring !== undefined) ring.show = state === 'hit';
    if (state === 'waiting') return;
    positionAt(shot.path, now_s, at);
    Cartesian3.fromElements(at[0] ?? 0, at[1] ?? 0, at[2] ?? 0, spot);
    if (head.show) head.position = spot;
    if (ring?.show !== true) return;
    ring.position = spot;
    ring.pixelSize = ring_px + (FLASH_PX - ring_px) * open;
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
