/** Plays, pauses, scrubs and changes speed; marks when the raid was first seen, decided on, shot at, hit, and got through. */
import { useMemo, type ReactElement } from 'react';
import type { Replay } from '../../engine/record/record.js';
import { rememberMoment } from '../state/conduct.js';
import { pause, seek, setSpeed, speedsFor, togglePlay, usePlayback, type Speed } from '../state/playback.js';
import { useSession } from '../state/session.js';
import { fromTrack, HOURS_S, momentsOf, toTrack, type Moment } from './moments.js';
import { clockText, durationText } from '../../figures/words/time-words.js';

/** The slider moves along the drawn scale, not along time, so that its thumb stands above the right tick. */
const STEPS = 1000;
const TICKS_MIN = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 960, 1440];
/** Ticks nearer than this share of the track would run into each other; those of hours are longer. */
const TICK_SHARE = 0.045, HOUR_TICK_SHARE = 0.07;
/** Room for a label as shares of a track of ordinary width: each letter, and the space around. */
const LETTER_SHARE = 0.019, GAP_SHARE = 0.03;

export function Timeline(): ReactElement {
  const replay = useSession((state) => state.replay);
  const { time_s, end_s, isPlaying, speed } = usePlayback();
  const isReady = replay !== null && end_s > 0;
  return (
    <div className="timeline no-print" role="group" aria-label="Timeline">
      <button type="button" className="play" onClick={togglePlay} disabled={!isReady} aria-label={isPlaying ? 'Pause' : 'Play'}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{isPlaying ? <path d="M4 2h3v12H4zM9 2h3v12H9z" fill="currentColor" /> : <path d="M4 2l10 6-10 6z" fill="currentColor" />}</svg>
      </button>
      <output className="clock" aria-label="Time since the first launch">{clockText(time_s)}</output>
      <div className="track">
        {replay !== null && <TrackMarks replay={replay} end_s={end_s} />}
        <input
          type="range" min={0} max={STEPS} step={1} value={Math.round(toTrack(time_s, end_s) * STEPS)} disabled={!isReady} aria-label="Moment of the attack" aria-valuetext={`${durationText(time_s)} after the first launch`}
          onChange={(event) => { pause(); seek(fromTrack(Number(event.target.value) / STEPS, end_s)); }}
          // Not while dragging: browsers allow only so many changes of the address in half a minute.
          onPointerUp={rememberMoment} onKeyUp={rememberMoment}
          onKeyDown={(event) => {
            if (event.key === ' ') { event.preventDefault(); togglePlay(); }
          }}
        />
      </div>
      <div className="switch speeds" role="group" aria-label="Speed">
        {speedsFor(end_s).map((item) => <button key={item} type="button" aria-pressed={item === speed} title={item === 'auto' ? 'Slow while something happens, fast in between' : undefined} onClick={() => setSpeed(item)}>{speedText(item)}</button>)}
      </div>
    </div>
  );
}

const speedText = (speed: Speed): string => (speed === 'auto' ? 'Auto' : `${speed}×`);

function TrackMarks({ replay, end_s }: { readonly replay: Replay; readonly end_s: number }): ReactElement {
  const moments = useMemo(() => arrange(momentsOf(replay), end_s), [replay, end_s]);
  const ticks = ticksFor(end_s);
  return (
    <>
      <ol className="moments">
        {moments.map(({ id, label, t_s, place, row, side }) => (
          <li key={label} style={{ left: `${place * 100}%` }} data-row={row} data-side={side}>
            <button type="button" onClick={() => { pause(); seek(t_s); }} aria-label={`Go to: ${id === 'wave' ? '' : 'first '}${label}, ${durationText(t_s)}`} data-moment={id}>{label}</button>
          </li>
        ))}
      </ol>
      <div className="ticks" aria-hidden="true">
        {ticks.map((minutes) => <span key={minutes} style={{ left: `${toTrack(minutes * 60, end_s) * 100}%` }}>{tickText(minutes, end_s, minutes === ticks[0])}</span>)}
        {end_s <= HOURS_S && <span className="ticks-unit">min</span>}
      </div>
    </>
  );
}

function ticksFor(end_s: number): number[] {
  let last = -1;
  return TICKS_MIN.filter((minutes) => {
    const place = toTrack(minutes * 60, end_s);
    if (place >= 0.91 || (end_s > HOURS_S && minutes > 60 && minutes % 60 !== 0) || place - last < (end_s > HOURS_S ? HOUR_TICK_SHARE : TICK_SHARE)) return false;
    last = place;
    return true;
  });
}

const tickText = (minutes: number, end_s: number, isFirst: boolean): string => (end_s <= HOURS_S ? `${minutes}` : minutes >= 60 ? `${minutes / 60} h` : isFirst ? `${minutes} min` : `${minutes}`);

interface Placed extends Moment {
  readonly place: number;
  readonly row: number;
  readonly side: 'left' | 'right';
}

/**
 * Labels take the lowest of three rows in which they do not overlap the one before; beyond the middle they stand left of
 * their mark, and so does the first where the others need its room.
 */
function arrange(moments: readonly Moment[], end_s: number): Placed[] {
  const sorted = [...moments].sort((a, b) => a.t_s - b.t_s);
  const place = (isFirstLeft: boolean): { readonly placed: Placed[]; readonly isCrowded: boolean } => {
    const endOfRow: number[] = [0, 0, 0];
    let isCrowded = false;
    const placed = sorted.map((moment, i): Placed => {
      const at = toTrack(moment.t_s, end_s), width = moment.label.length * LETTER_SHARE + GAP_SHARE, side = at > 0.8 || (i === 0 && isFirstLeft && at > width) ? 'left' : 'right';
      const begin = side === 'left' ? at - width : at, free = [0, 1, 2].find((row) => begin >= (endOfRow[row] ?? 0));
      isCrowded ||= free === undefined;
      endOfRow[free ?? 2] = at + (side === 'left' ? 0 : width);
      return { ...moment, place: at, row: free ?? 2, side };
    });
    return { placed, isCrowded };
  };
  const { placed, isCrowded } = place(false);
  return isCrowded ? place(true).placed : placed;
}
