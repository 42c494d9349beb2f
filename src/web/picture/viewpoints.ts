/** From where the globe is looked at: the region, the launch area, the far side of the Earth, or a low flight from the side. */
import type { EcefPath, Replay } from '../../engine/record/record.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { positionAt } from './moving.js';
import { middleOf, sitesOf } from './sites.js';

export type Framing = 'region' | 'launch' | 'far' | 'side';

/** Straight down on a place from a height. */
export interface ViewFromAbove {
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly height_m: number;
}

/** Towards a place from the side: Earth-fixed positions of eye and target, and what is up there. */
export interface ViewFromSide {
  readonly eye_ecef_m: Vector;
  readonly target_ecef_m: Vector;
}

type Vector = readonly [number, number, number];

const EYE_HEIGHT_M = 12_600_000, NEAREST_EYE_M = 3_400_000, LAUNCH_HEIGHT_M = 3_400_000, FAR_HEIGHT_M = 16_000_000;
/** How far aside the eye stands, as an angle from the Earth's centre, and how high: low enough to see height above the ground. */
const ASIDE_RAD = 0.42, ASIDE_HEIGHT_M = 1_100_000;
/** A raid that lies within this angle of its middle is looked at from a height in proportion to it. */
const LOCAL_RAD = 0.7, HEIGHT_PER_RAD_M = 12_000_000;
/** Nearer to a pole than this north would not stay up. */
const MOST_LAT_RAD = 1.2;

const clamped = (lat_rad: number): number => Math.max(-MOST_LAT_RAD, Math.min(MOST_LAT_RAD, lat_rad));

/** Framings that show something of this raid, beyond launch area and region. */
export function moreFramings({ attacks }: Plan): Framing[] {
  const isLong = attacks.filter(({ approach }) => approach === 'long').length;
  return [...(isLong > 0 ? ['far' as const] : []), ...(attacks.some(({ threat }) => threat.model !== 'staged-ballistic') ? ['side' as const] : [])];
}

/** A raid that only goes the long way round is looked at from there. */
export const firstFraming = ({ attacks }: Plan): Framing => (attacks.length > 0 && attacks.every(({ approach }) => approach === 'long') ? 'far' : 'region');

export function viewFromAbove(plan: Plan, what: Exclude<Framing, 'side'>): ViewFromAbove {
  const sites = sitesOf(plan);
  if (what === 'launch') {
    const origin = middleOf(sites.filter((site) => site.kind === 'origin'));
    return { lon_rad: origin.lon_rad + 0.02, lat_rad: origin.lat_rad + 0.03, height_m: LAUNCH_HEIGHT_M };
  }
  if (what === 'far') {
    // The long way leads over the antipode of the short one's middle.
    const near = middleOf(sitesOf({ ...plan, attacks: plan.attacks.filter(({ approach }) => approach === 'long') }));
    return { lon_rad: near.lon_rad + Math.PI, lat_rad: clamped(-near.lat_rad + 0.35), height_m: FAR_HEIGHT_M };
  }
  const { lat_rad, lon_rad } = middleOf(sites);
  // A raid off a coast is looked at from as near as shows all of it.
  const spread_rad = Math.max(...sites.filter(({ kind }) => kind !== 'battery').map((site) => angleBetween(site, { lat_rad, lon_rad })), 0);
  if (spread_rad < LOCAL_RAD) return { lon_rad, lat_rad: clamped(lat_rad), height_m: Math.max(NEAREST_EYE_M, HEIGHT_PER_RAD_M * spread_rad) };
  // From a little south of the middle, so that arcs rise before the limb and north stays up.
  return { lon_rad, lat_rad: clamped(lat_rad - 0.35), height_m: EYE_HEIGHT_M };
}

/** The low flight that is farthest on its way at a moment, from the side; the middle of one when none is under way. */
export function viewFromSide(plan: Plan, replay: Replay, t_s: number): ViewFromSide | null {
  const low = replay.missiles.filter(({ attack, isDecoy }) => !isDecoy && plan.attacks[attack]?.threat.model !== 'staged-ballistic');
  const fast = low.filter(({ attack }) => plan.attacks[attack]?.threat.model !== 'cruise'), some = fast.length > 0 ? fast : low;
  const flying = some.find(({ launch_s, end_s }) => launch_s <= t_s && t_s < end_s), missile = flying ?? some[0];
  if (missile === undefined) return null;
  const at_s = flying === undefined ? (missile.launch_s + missile.end_s) / 2 : t_s;
  const target_ecef_m = placeOn(missile.path, at_s), ahead = placeOn(missile.path, at_s + 60), behind = placeOn(missile.path, at_s - 60);
  const along: Vector = [ahead[0] - behind[0], ahead[1] - behind[1], ahead[2] - behind[2]], up = unit(target_ecef_m);
  const side = unit(cross(up, along)), radius_m = Math.hypot(...target_ecef_m) + ASIDE_HEIGHT_M;
  // From the side of the equator, so that the land behind is that of a map with north up.
  const sign = side[2] * up[2] > 0 ? -1 : 1, c = Math.cos(ASIDE_RAD) * radius_m, s = Math.sin(ASIDE_RAD) * radius_m * sign;
  return { target_ecef_m, eye_ecef_m: [c * up[0] + s * side[0], c * up[1] + s * side[1], c * up[2] + s * side[2]] };
}

const scratch = new Float64Array(3);

function placeOn(path: EcefPath, t_s: number): Vector {
  positionAt(path, t_s, scratch);
  return [scratch[0] ?? 0, scratch[1] ?? 0, scratch[2] ?? 0];
}

function angleBetween(a: { lat_rad: number; lon_rad: number }, b: { lat_rad: number; lon_rad: number }): number {
  const cosine = Math.sin(a.lat_rad) * Math.sin(b.lat_rad) + Math.cos(a.lat_rad) * Math.cos(b.lat_rad) * Math.cos(a.lon_rad - b.lon_rad);
  return Math.acos(Math.max(-1, Math.min(1, cosine)));
}

const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector) || 1;
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}
