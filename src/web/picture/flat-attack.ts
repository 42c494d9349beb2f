/** Draws one moment of an attack on a flat map: the same marks and colours as the globe. */
import { titleOf } from '../answer/titles.js';
import type { Replay, ReplayMissile, ReplayShot } from '../../engine/record/record.js';
import { flash, isDecoyInFlight, missileState, shotState } from './at-time.js';
import { layPath, placeOnMap, pointAt, pointOf, traceLaid, type LaidPath, type MapFrame, type Point } from './map-frame.js';
import { placeShell, satelliteCount, satellitesInReach } from './moving.js';
import type { Palette } from './palette.js';
import { placeLabels } from '../../figures/maps/place-labels.js';
import type { Site } from './sites.js';
import { hasTrail, marksAreMany } from './trails.js';

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

export interface FlatAttack {
  draw(context: Context, moment: Moment): void;
}

/** Lays all paths on the map once; a moment then only strokes what has been flown. */
export function layAttack(frame: MapFrame, { replay, sites, palette }: Scene): FlatAttack {
  const isMany = marksAreMany(replay), dot_px = isMany ? 3 : 4.5, arm_px = isMany ? 4 : 6;
  const trails = replay.missiles.map((missile): LaidPath | null => (hasTrail(replay, missile) ? layPath(frame, missile.path) : null));
  const shots = replay.shots.map((shot) => layPath(frame, shot.path));
  const places = replay.shells.map((shell) => new Float64Array(satelliteCount(shell) * 3));
  const named = sites.filter(({ kind }) => kind !== 'battery').map((site) => ({ at: pointOf(frame, site.lon_rad, site.lat_rad), title: titleOf(site.name) }));
  let labels: ReturnType<typeof placeLabels> | undefined;

  const drawSatellites = (context: Context, t_s: number): void => replay.shells.forEach((shell, i) => {
    const at = places[i] ?? new Float64Array(0);
    placeShell(shell, t_s, at);
    context.globalAlpha = 0.5;
    context.fillStyle = palette.satellite;
    for (let satellite = 0; satellite < at.length; satellite += 3) dot(context, pointAt(frame, at, satellite), 0.8);
    context.globalAlpha = 1;
    context.fillStyle = palette.defence;
    for (const satellite of satellitesInReach(replay, shell.layer, t_s)) dot(context, pointAt(frame, at, satellite * 3), 3);
  });

  const drawSites = (context: Context): void => {
    for (const site of sites) if (site.kind === 'battery') triangle(context, pointOf(frame, site.lon_rad, site.lat_rad), palette.defence);
    context.fillStyle = palette.context;
    for (const { at } of named) dot(context, at, 2.5);
  };

  const drawNames = (context: Context): void => {
    context.font = '500 12px system-ui, sans-serif';
    context.textAlign = 'left';
    context.textBaseline = 'top';
    labels ??= placeLabels(named.map(({ at: [x, y], title }) => ({ x, y, width: context.measureText(title).width })));
    context.lineWidth = 3;
    context.strokeStyle = palette.background;
    context.fillStyle = palette.text;
    named.forEach(({ title }, i) => {
      const corner = labels?.[i];
      if (corner === null || corner === undefined) return;
      context.strokeText(title, corner.left, corner.top + 1);
      context.fillText(title, corner.left, corner.top + 1);
    });
  };

  const drawShots = (context: Context, { t_s, rate }: Moment): void => {
    context.lineWidth = 1.5;
    context.strokeStyle = context.fillStyle = palette.defence;
    for (const state of ['flying', 'over'] as const) for (const kind of ['space', 'ground'] as const) {
      context.globalAlpha = state === 'flying' ? 1 : isMany ? 0.15 : 0.4;
      context.setLineDash(kind === 'ground' ? [6, 5] : []);
      context.beginPath();
      replay.shots.forEach((shot, i) => {
        const now = shotState(shot, t_s), laid = shots[i];
        if (shot.kind === kind && laid !== undefined && now !== 'waiting' && (now === 'flying') === (state === 'flying')) traceLaid(context, laid, Math.min(t_s, shot.intercept_s));
      });
      context.stroke();
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
    for (const shot of replay.shots) drawShotHead(context, shot, { t_s, rate });
  };

  const drawShotHead = (context: Context, shot: ReplayShot, { t_s, rate }: Moment): void => {
    const state = shotState(shot, t_s);
    if (state === 'waiting' || state === 'missed') return;
    const at = placeOnMap(frame, shot.path, Math.min(t_s, shot.intercept_s));
    if (state === 'flying') dot(context, at, isMany ? 1.5 : 2.5);
    if (state !== 'hit' || at === null) return;
    context.lineWidth = isMany ? 1.25 : 2;
    context.beginPath();
    context.arc(at[0], at[1], (isMany ? 2.5 : 4.5) + 13 * flash(shot, t_s, rate), 0, 2 * Math.PI);
    context.stroke();
  };

  const drawMissiles = (context: Context, t_s: number): void => {
    context.lineWidth = isMany ? 1 : 2;
    for (const look of LOOKS) {
      context.globalAlpha = !isMany ? (look === 'over' ? 0.5 : 1) : look === 'over' ? 0.15 : 0.4;
      context.strokeStyle = look === 'through' ? palette.through : palette.attack;
      context.beginPath();
      replay.missiles.forEach((missile, i) => {
        const laid = trails[i];
        if (laid !== null && laid !== undefined && lookOf(missile, t_s) === look) traceLaid(context, laid, Math.min(t_s, missile.end_s));
      });
      context.stroke();
    }
    context.globalAlpha = 0.6;
    context.fillStyle = palette.context;
    for (const missile of replay.missiles) if (isDecoyInFlight(missile, t_s)) dot(context, placeOnMap(frame, missile.path, t_s), 1.2);
    context.globalAlpha = 1;
    context.fillStyle = palette.attack;
    for (const missile of replay.missiles) if (!missile.isDecoy && missileState(missile, t_s) === 'flying') dot(context, placeOnMap(frame, missile.path, t_s), dot_px);
    context.strokeStyle = palette.through;
    context.lineWidth = isMany ? 2 : 3;
    for (const missile of replay.missiles) if (missileState(missile, t_s) === 'through') cross(context, placeOnMap(frame, missile.path, missile.end_s), arm_px);
  };

  return {
    draw(context, moment) {
      drawSatellites(context, moment.t_s);
      drawSites(context);
      drawShots(context, moment);
      drawMissiles(context, moment.t_s);
      drawNames(context);
    },
  };
}

/** Key of the missile whose present place is within reach of a click, or empty. */
export function missileNear(replay: Replay, frame: MapFrame, t_s: number, [x, y]: Point): string {
  let nearest = '', distance = 18;
  for (const missile of replay.missiles) {
    if (missileState(missile, t_s) === 'waiting' || missile.isDecoy) continue;
    const at = placeOnMap(frame, missile.path, Math.min(t_s, missile.end_s));
    if (at === null) continue;
    const away = Math.hypot(at[0] - x, at[1] - y);
    if (away < distance) [nearest, distance] = [missile.key, away];
  }
  return nearest;
}

const LOOKS = ['over', 'flying', 'through'] as const;

function lookOf(missile: ReplayMissile, t_s: number): (typeof LOOKS)[number] | 'none' {
  const state = missileState(missile, t_s);
  return state === 'waiting' ? 'none' : state === 'flying' || state === 'through' ? state : 'over';
}

function dot(context: Context, at: Point | null, radius: number): void {
  if (at === null) return;
  context.beginPath();
  context.arc(at[0], at[1], radius, 0, 2 * Math.PI);
  context.fill();
}

function triangle(context: Context, [x, y]: Point, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(x, y - 6);
  context.lineTo(x + 6, y + 5);
  context.lineTo(x - 6, y + 5);
  context.fill();
}

function cross(context: Context, at: Point | null, arm: number): void {
  if (at === null) return;
  const [x, y] = at;
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.stroke();
}
