/** The moments of an attack that the timeline marks: first of their kind, in plain words. */
import type { Replay } from '../../engine/record/record.js';

export interface Moment {
  readonly id: 'seen' | 'decided' | 'shot' | 'hit' | 'through' | 'wave';
  readonly label: string;
  readonly t_s: number;
}

export function momentsOf(replay: Replay): Moment[] {
  const first = (id: Moment['id'], label: string, matches: (event: Replay['events'][number]) => boolean): Moment[] => {
    let t_s = Infinity;
    for (const event of replay.events) if (event.t_s < t_s && matches(event)) t_s = event.t_s;
    return Number.isFinite(t_s) ? [{ id, label, t_s }] : [];
  };
  return [
    ...first('seen', 'seen', (event) => event.kind === 'sighting'),
    ...first('decided', 'decided', (event) => event.kind === 'release'),
    ...first('shot', 'shot', (event) => event.kind === 'commit'),
    ...first('hit', 'hit', (event) => event.kind === 'intercept' && event.result === 'kill'),
    ...first('through', 'through', (event) => event.kind === 'impact' && leaks(replay, event.target)),
    ...laterWaves(replay),
  ];
}

/** Launches that follow the one before after this long begin a wave; more than three are a trickle and are not named. */
const WAVE_S = 900, MOST_WAVES = 3;

function laterWaves({ missiles }: Replay): Moment[] {
  const launches = missiles.map(({ launch_s }) => launch_s).sort((a, b) => a - b);
  const starts = launches.filter((launch_s, i) => i > 0 && launch_s - (launches[i - 1] ?? launch_s) > WAVE_S);
  return starts.length >= MOST_WAVES ? [] : starts.map((t_s, i) => ({ id: 'wave', label: `wave ${i + 2}`, t_s }));
}

const leaks = (replay: Replay, target: string): boolean => replay.missiles.some((missile) => missile.key === target && missile.fate === 'leaked');

/**
 * Place of a time on the timeline, 0 to 1. The first minutes decide and the rest is flight, so the scale follows the
 * square root of time, of attacks of hours the cube root; its ticks say so.
 */
export function toTrack(t_s: number, end_s: number): number {
  const share = end_s > 0 ? Math.min(Math.max(t_s / end_s, 0), 1) : 0;
  return end_s > HOURS_S ? Math.cbrt(share) : Math.sqrt(share);
}
export const fromTrack = (place: number, end_s: number): number => (end_s > HOURS_S ? place : 1) * place * place * end_s;

/** Attacks longer than this are told in hours. */
export const HOURS_S = 6300;
