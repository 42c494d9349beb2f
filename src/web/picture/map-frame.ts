/**
 * The part of the world that the flat map shows, plate carrée, and paths laid on it: cut where they leave one edge and
 * come in at the other, subdivided near the poles, where a short way is a long one on the map.
 */
import type { EcefPath } from '../../engine/record/record.js';
import { lonLat_deg, positionAt, sampleAt } from './moving.js';
import { middleOf, type Site } from './sites.js';

export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly lon_rad: number;
  readonly lat_rad: number;
  /** Pixels per radian. */
  readonly scale: number;
}

export type Point = readonly [number, number];

const MARGIN_RAD = 1.4;
/** A raid no wider than this is shown from nearer, around its own middle. */
const LOCAL_RAD = 0.8, LOCAL_MARGIN_RAD = 0.5;
const RAD = Math.PI / 180;
const wrapped = (angle_rad: number): number => angle_rad - 2 * Math.PI * Math.round(angle_rad / (2 * Math.PI));

/**
 * As much of the world as the raid needs and a third more, the pole at the top edge where the frame is tall enough; a
 * raid off a coast from near; all of the world when a path leaves that.
 */
export function frameMap(size: Pick<MapFrame, 'width' | 'height'>, sites: readonly Site[], paths: readonly EcefPath[]): MapFrame {
  const { width, height } = size, { lon_rad, lat_rad } = middleOf(sites);
  const places = sites.filter(({ kind }) => kind !== 'battery'), reach = (of: (site: Site) => number): number => places.reduce((widest, site) => Math.max(widest, Math.abs(of(site))), 0);
  const across_rad = reach((site) => wrapped(site.lon_rad - lon_rad)), along_rad = reach((site) => site.lat_rad - lat_rad);
  if (places.length > 0 && Math.max(across_rad, along_rad) < LOCAL_RAD) {
    const near = { width, height, lon_rad, lat_rad, scale: Math.min(width / (2 * across_rad + LOCAL_MARGIN_RAD), height / (2 * along_rad + LOCAL_MARGIN_RAD)) };
    if (paths.every((path) => isInside(near, path))) return near;
  }
  const reach_rad = Math.max(across_rad, 0.5);
  const scale = width / Math.min(2 * Math.PI, 2 * reach_rad + MARGIN_RAD), shown_rad = height / scale;
  const frame = { width, height, lon_rad, scale, lat_rad: shown_rad >= Math.PI ? 0 : Math.PI / 2 - shown_rad / 2 };
  return paths.every((path) => isInside(frame, path)) ? frame : { width, height, lon_rad, lat_rad: 0, scale: Math.min(width / (2 * Math.PI), height / Math.PI) };
}

/** Longitudes near the pole say little about where a path goes. */
const POLAR_RAD = 75 * RAD;

function isInside(frame: MapFrame, path: EcefPath): boolean {
  for (let i = 0; i < path.t_s.length; i += 4) {
    const [lon_rad, lat_rad] = lonLatAt(path.position_ecef_m, i * 3);
    const [x, y] = pointOf(frame, lon_rad, lat_rad);
    if (y < 0 || y > frame.height || (Math.abs(lat_rad) < POLAR_RAD && (x < 0 || x > frame.width))) return false;
  }
  return true;
}

export function pointOf(frame: MapFrame, lon_rad: number, lat_rad: number): Point {
  return [frame.width / 2 + frame.scale * wrapped(lon_rad - frame.lon_rad), frame.height / 2 - frame.scale * (lat_rad - frame.lat_rad)];
}

/** Where an Earth-fixed position stands on the map. */
export function pointAt(frame: MapFrame, position_ecef_m: Float64Array, at: number): Point {
  const [lon_rad, lat_rad] = lonLatAt(position_ecef_m, at);
  return pointOf(frame, lon_rad, lat_rad);
}

/** A path on the map: points with their times; a point with `isStart` is not joined to the one before. */
export interface LaidPath {
  readonly t_s: readonly number[];
  readonly points: readonly Point[];
  readonly isStart: readonly boolean[];
}

/** A step wider than this is halved, so that the curve of a great circle shows. */
const WIDEST_RAD = 3 * RAD, MOST_HALVINGS = 10;

export function layPath(frame: MapFrame, path: EcefPath): LaidPath {
  const t_s: number[] = [], points: Point[] = [], isStart: boolean[] = [];
  const put = (time_s: number, point: Point, start: boolean): void => { t_s.push(time_s); points.push(point); isStart.push(start); };
  const half_px = Math.PI * frame.scale, middle = frame.width / 2;
  const add = (time_s: number, point: Point): void => {
    const before = points.at(-1), before_s = t_s.at(-1) ?? time_s;
    if (before !== undefined && Math.abs(point[0] - before[0]) > half_px) {
      const side = before[0] > middle ? 1 : -1, unwrapped = point[0] + side * 2 * half_px, edge = middle + side * half_px;
      const share = (edge - before[0]) / (unwrapped - before[0]), y = before[1] + share * (point[1] - before[1]), cut_s = before_s + share * (time_s - before_s);
      put(cut_s, [edge, y], false);
      put(cut_s, [middle - side * half_px, y], true);
    }
    put(time_s, point, before === undefined);
  };
  const xyz = path.position_ecef_m, count = path.t_s.length;
  const walk = (from: Sample, to: Sample, halvings: number): void => {
    if (halvings < MOST_HALVINGS && Math.abs(wrapped(to.lon_rad - from.lon_rad)) > WIDEST_RAD) {
      const middle_ = sampleBetween(from, to);
      walk(from, middle_, halvings + 1);
      walk(middle_, to, halvings + 1);
    } else add(to.t_s, pointOf(frame, to.lon_rad, to.lat_rad));
  };
  let last: Sample | undefined;
  for (let i = 0; i < count; i++) {
    const next = sampleOf(path.t_s[i] ?? 0, xyz[i * 3] ?? 0, xyz[i * 3 + 1] ?? 0, xyz[i * 3 + 2] ?? 0);
    if (last === undefined) add(next.t_s, pointOf(frame, next.lon_rad, next.lat_rad));
    else walk(last, next, 0);
    last = next;
  }
  return { t_s, points, isStart };
}

/** Draws the flown part into the present path of a canvas; the caller strokes. */
export function traceLaid(context: Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo'>, laid: LaidPath, until_s: number): void {
  const { t_s, points, isStart } = laid;
  for (let i = 0; i < points.length; i++) {
    const point = points[i], time_s = t_s[i] ?? 0;
    if (point === undefined) return;
    if (time_s > until_s) {
      const before = points[i - 1], before_s = t_s[i - 1] ?? time_s;
      if (before !== undefined && isStart[i] !== true && time_s > before_s) {
        const share = (until_s - before_s) / (time_s - before_s);
        context.lineTo(before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1]));
      }
      return;
    }
    if (isStart[i] === true) context.moveTo(point[0], point[1]);
    else context.lineTo(point[0], point[1]);
  }
}

/** The present place on a path, or null before it starts. */
export function placeOnMap(frame: MapFrame, path: EcefPath, t_s: number): Point | null {
  if (sampleAt(path, t_s) < 0) return null;
  positionAt(path, t_s, scratch);
  return pointAt(frame, scratch, 0);
}

const scratch = new Float64Array(3);
const lonLat: [number, number] = [0, 0];

interface Sample {
  readonly t_s: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly lon_rad: number;
  readonly lat_rad: number;
}

function sampleOf(t_s: number, x: number, y: number, z: number): Sample {
  lonLat_deg(x, y, z, lonLat);
  return { t_s, x, y, z, lon_rad: lonLat[0] * RAD, lat_rad: lonLat[1] * RAD };
}

const sampleBetween = (a: Sample, b: Sample): Sample => sampleOf((a.t_s + b.t_s) / 2, (a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2);

function lonLatAt(xyz: Float64Array, at: number): [number, number] {
  lonLat_deg(xyz[at] ?? 0, xyz[at + 1] ?? 0, xyz[at + 2] ?? 0, lonLat);
  return [lonLat[0] * RAD, lonLat[1] * RAD];
}
