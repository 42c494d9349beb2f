/** One attack of many, as a report shows it: what became of every object, and its ground track, thinned. Plain data that can be kept. */
import type { EcefPath, Replay, ReplayMissile } from '../../engine/record/record.js';
import { ecefToGeodetic } from '../../kernel/earth/geodesy.js';
import { fromSi } from '../../kernel/units.js';

export interface ShownObject extends Pick<ReplayMissile, 'key' | 'isDecoy' | 'attack' | 'target' | 'launch_s' | 'burnout_s' | 'end_s' | 'fate' | 'killedBy' | 'killedIn' | 'cause' | 'link' | 'margin' | 'marginUnit'> {
  /** Latitude and longitude in degrees. */
  readonly track: readonly (readonly [lat_deg: number, lon_deg: number])[];
}

export interface ShownAttack {
  readonly seed: number;
  readonly run: number;
  readonly objects: readonly ShownObject[];
  readonly shots: { readonly space: number; readonly ground: number };
}

/** A point of a track at least this often. */
const STEP_S = 40;
/** Of larger attacks only so many tracks are kept: more cannot be told apart on a map. */
const MOST_TRACKS = 120;

export function shownAttack({ seed, run, missiles, shots }: Replay): ShownAttack {
  let tracks = 0;
  return {
    seed, run,
    objects: missiles.map(({ path, key, isDecoy, attack, target, launch_s, burnout_s, end_s, fate, killedBy, killedIn, cause, link, margin, marginUnit }) => ({
      key, isDecoy, attack, target, launch_s, burnout_s, end_s, fate, killedBy, killedIn, cause, link, margin, marginUnit,
      track: isDecoy || ++tracks > MOST_TRACKS ? [] : trackOf(path),
    })),
    shots: { space: shots.filter(({ kind }) => kind === 'space').length, ground: shots.filter(({ kind }) => kind === 'ground').length },
  };
}

function trackOf({ t_s, position_ecef_m }: EcefPath): [number, number][] {
  const track: [number, number][] = [], at = new Float64Array(3);
  let last_s = -Infinity;
  t_s.forEach((time_s, i) => {
    if (time_s - last_s < STEP_S && i < t_s.length - 1) return;
    last_s = time_s;
    ecefToGeodetic(position_ecef_m[3 * i] ?? 0, position_ecef_m[3 * i + 1] ?? 0, position_ecef_m[3 * i + 2] ?? 0, at);
    track.push([degrees(at[0] ?? 0), degrees(at[1] ?? 0)]);
  });
  return track;
}

const degrees = (angle_rad: number): number => Number(fromSi(angle_rad, 'deg').toFixed(2));
