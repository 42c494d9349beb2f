/** Draws one moment of an attack on a flat map: the same marks and colours as the globe. */
import type { GeoProjection } from 'd3-geo';
import { titleOf } from '../answer/titles.js';
import type { EcefPath, Replay, ReplayMissile, ReplayShot } from '../../engine/record.js';
import { flash, missileState, shotState } from './at-time.js';
import { lonLat_deg, placeShell, positionAt, sampleAt, satelliteCount, satellitesInReach } from './moving.js';
import type { Palette } from './palette.js';
import type { Site } from './sites.js';

interface Scene {
  readonly replay: Replay;
  readonly sites: readonly Site[];
  readonly palette: Palette;
}

interface Moment {
  readonly t_s: number;
  readonly rate: number;
}

type Context = CanvasRenderingContext2D;
type Point = readonly [number, number];

export function drawFlatAttack(context: Context, projection: GeoProjection, scene: Scene, moment: Moment): void {
  drawSatellites(context, projection, scene, moment);
  for (const site of scene.sites) drawSite(context, projection, site, scene.palette);
  for (const shot of scene.replay.shots) drawShot(context, projection, shot, { ...scene, ...moment });
  for (const missile of scene.replay.missiles) drawMissile(context, projection, missile, { ...scene, ...moment });
}

/** Key of the missile whose present place is within reach of a click, or empty. */
export function missileNear(replay: Replay, projection: GeoProjection, t_s: number, [x, y]: Point): string {
  let nearest = '', distance = 18;
  for (const missile of replay.missiles) {
    if (missileState(missile, t_s) === 'waiting') continue;
    const at = project(projection, missile.path, Math.min(t_s, missile.end_s));
    if (at === null) continue;
    const away = Math.hypot(at[0] - x, at[1] - y);
    if (away < distance) [nearest, distance] = [missile.key, away];
  }
  return nearest;
}

function drawSatellites(context: Context, projection: GeoProjection, { replay, palette }: Scene, { t_s }: Moment): void {
  for (const shell of replay.shells) {
    const places = new Float64Array(satelliteCount(shell) * 3);
    placeShell(shell, t_s, places);
    const near = satellitesInReach(replay, shell.layer, t_s);
    context.fillStyle = palette.satellite;
    context.globalAlpha = 0.5;
    for (let i = 0; i < places.length; i += 3) dot(context, toPoint(projection, places, i), 0.8);
    context.globalAlpha = 1;
    context.fillStyle = palette.defence;
    for (const satellite of near) dot(context, toPoint(projection, places, satellite * 3), 3);
  }
}

function drawSite(context: Context, projection: GeoProjection, site: Site, palette: Palette): void {
  const at = projection([(site.lon_rad * 180) / Math.PI, (site.lat_rad * 180) / Math.PI]);
  if (at === null) return;
  const [x, y] = at;
  if (site.kind === 'battery') {
    context.fillStyle = palette.defence;
    context.beginPath();
    context.moveTo(x, y - 6);
    context.lineTo(x + 6, y + 5);
    context.lineTo(x - 6, y + 5);
    context.fill();
    return;
  }
  context.fillStyle = palette.context;
  dot(context, at, 2.5);
  context.font = '500 12px system-ui, sans-serif';
  context.textAlign = 'center';
  context.lineWidth = 3;
  context.strokeStyle = palette.background;
  context.strokeText(titleOf(site.name), x, y + 17);
  context.fillStyle = palette.text;
  context.fillText(titleOf(site.name), x, y + 17);
}

function drawShot(context: Context, projection: GeoProjection, shot: ReplayShot, scene: Scene & Moment): void {
  const state = shotState(shot, scene.t_s);
  if (state === 'waiting') return;
  const colour = scene.palette.defence;
  context.globalAlpha = state === 'flying' ? 1 : 0.4;
  context.setLineDash(shot.kind === 'ground' ? [6, 5] : []);
  strokePath(context, projection, shot.path, { t_s: Math.min(scene.t_s, shot.intercept_s), colour, width: 1.5 });
  context.setLineDash([]);
  context.globalAlpha = 1;
  const at = project(projection, shot.path, Math.min(scene.t_s, shot.intercept_s));
  if (at === null) return;
  context.fillStyle = context.strokeStyle = colour;
  if (state === 'flying') dot(context, at, 2.5);
  if (state !== 'hit') return;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(at[0], at[1], 4.5 + 13 * flash(shot, scene.t_s, scene.rate), 0, 2 * Math.PI);
  context.stroke();
}

function drawMissile(context: Context, projection: GeoProjection, missile: ReplayMissile, scene: Scene & Moment): void {
  const state = missileState(missile, scene.t_s);
  if (state === 'waiting') return;
  const { attack, through } = scene.palette;
  const t_s = Math.min(scene.t_s, missile.end_s);
  context.globalAlpha = state === 'stopped' || state === 'failed' ? 0.5 : 1;
  strokePath(context, projection, missile.path, { t_s, colour: state === 'through' ? through : attack, width: 2 });
  context.globalAlpha = 1;
  const at = project(projection, missile.path, t_s);
  if (at === null) return;
  if (state === 'flying') {
    context.fillStyle = attack;
    dot(context, at, 4.5);
  } else if (state === 'through') {
    const [x, y] = at;
    context.strokeStyle = through;
    context.lineWidth = 3;
    context.beginPath();
    context.moveTo(x - 6, y - 6);
    context.lineTo(x + 6, y + 6);
    context.moveTo(x + 6, y - 6);
    context.lineTo(x - 6, y + 6);
    context.stroke();
  }
}

/** Strokes the flown part; where a path leaves one edge of the map it goes on at the other without a line across. */
function strokePath(context: Context, projection: GeoProjection, path: EcefPath, ink: { t_s: number; colour: string; width: number }): void {
  const last = sampleAt(path, ink.t_s);
  if (last < 0) return;
  context.strokeStyle = ink.colour;
  context.lineWidth = ink.width;
  context.beginPath();
  let before: Point | null = null;
  for (let i = 0; i <= last + 1; i++) {
    const at = i <= last ? toPoint(projection, path.position_ecef_m, i * 3) : project(projection, path, ink.t_s);
    if (at === null) continue;
    if (before === null || Math.abs(at[0] - before[0]) > EDGE_JUMP_PX) context.moveTo(at[0], at[1]);
    else context.lineTo(at[0], at[1]);
    before = at;
  }
  context.stroke();
}

const EDGE_JUMP_PX = 200;
const place = new Float64Array(3);
const lonLat: [number, number] = [0, 0];

function project(projection: GeoProjection, path: EcefPath, t_s: number): Point | null {
  positionAt(path, t_s, place);
  return toPoint(projection, place, 0);
}

function toPoint(projection: GeoProjection, places: Float64Array, at: number): Point | null {
  lonLat_deg(places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0, lonLat);
  return projection(lonLat);
}

function dot(context: Context, at: Point | null, radius: number): void {
  if (at === null) return;
  context.beginPath();
  context.arc(at[0], at[1], radius, 0, 2 * Math.PI);
  context.fill();
}
