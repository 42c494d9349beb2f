/**
 * The picture of one attack: globe, flat map or table, with the attack's name, the choice of attacks and the timeline.
 * The globe is loaded after the first answer, and on a phone only when asked for.
 */
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { AssumedPanel } from '../answer/assumed-panel.js';
import { describeRun } from '../state/attacks.js';
import { seek, togglePlay, usePlayback } from '../state/playback.js';
import { giveUpGlobe, showPicture, useSession, type PictureKind } from '../state/session.js';
import { StoryPanel } from '../story/story-panel.js';
import { AttackChoices } from './attack-choices.js';
import type { Framing } from './globe-scene.js';
import { FlatMap } from './flat-map.js';
import { MissileTable } from './missile-table.js';
import { Timeline } from './timeline.js';

const GlobePicture = lazy(async () => ({ default: (await import('./globe.js')).GlobePicture }));

const KINDS: readonly { readonly kind: PictureKind; readonly title: string }[] = [{ kind: 'globe', title: 'Globe' }, { kind: 'map', title: 'Map' }, { kind: 'table', title: 'Table' }];

export function Picture(): ReactElement {
  const kind = useSession((state) => state.picture);
  const noGlobe = useSession((state) => state.noGlobe);
  const replay = useSession((state) => state.replay);
  const answer = useSession((state) => state.answer);
  const isPhone = useMediaQuery('(max-width: 1023px)', undefined, { getInitialValueInEffect: false }) ?? false;
  const [isAskedFor, setAskedFor] = useState(false);
  // Waits for the first answer, then stays: making a globe costs more than the next answer.
  const [isDue, setDue] = useState(false);
  useEffect(() => { if (replay !== null) setDue(true); }, [replay]);
  const [frames, setFrames] = useState<{ readonly what: Framing }>({ what: 'region' });
  useEffect(() => { if (!hasWebGl()) giveUpGlobe('This browser has no WebGL, so the globe is a flat map. The answer is the same.'); }, []);
  useKeys();

  const title = replay === null ? '' : `Attack ${countText(replay.run + 1)} of ${countText(answer?.summary.runs ?? 0)}: ${answer === null ? '' : describeRun(answer.summary, replay.run)}`;
  const label = replay === null ? 'The attack will be shown here' : `${title}. The table shows the same missiles as text.`;
  const shown: PictureKind = kind === 'globe' && isPhone && !isAskedFor ? 'map' : kind;
  return (
    <section className="picture" aria-label="The attack">
      <div className="picture-frame" data-picture={shown} data-run={replay?.run}>
        {shown === 'table' ? <MissileTable /> : shown === 'map' ? <FlatMap label={label} /> : !isDue ? null : (
          <Suspense fallback={<p className="picture-note">Loading the globe…</p>}><GlobePicture label={label} frames={frames} /></Suspense>
        )}
        <div className="picture-top">
          <div className="picture-title">
            <p aria-live="polite" data-testid="attack-title">{title}</p>
            {noGlobe !== '' && <p className="term">{noGlobe}</p>}
          </div>
          <div className="switch no-print" role="group" aria-label="Kind of picture">
            {KINDS.filter((item) => item.kind !== 'globe' || noGlobe === '').map((item) => (
              <button key={item.kind} type="button" aria-pressed={item.kind === shown} onClick={() => { if (item.kind === 'globe') setAskedFor(true); showPicture(item.kind); }}>
                {item.kind === 'globe' && isPhone && !isAskedFor ? 'Load the globe' : item.title}
              </button>
            ))}
          </div>
        </div>
        {shown === 'globe' && replay !== null && (
          <div className="frames no-print" role="group" aria-label="Look at">
            <button type="button" className="chip" onClick={() => setFrames({ what: 'launch' })}>Launch area</button>
            <button type="button" className="chip" onClick={() => setFrames({ what: 'region' })}>Whole region</button>
          </div>
        )}
        {shown !== 'table' && <Legend />}
        <StoryPanel />
        <AssumedPanel />
      </div>
      <AttackChoices />
      <Timeline />
    </section>
  );
}

function Legend(): ReactElement {
  return (
    <ul className="legend" aria-label="What the marks mean">
      <li><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="4.500" fill="var(--attack)" /></svg>missile</li>
      <li><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="3" fill="var(--defence)" /></svg>satellite in reach</li>
      <li><svg width="14" height="14" aria-hidden="true"><path d="M7 2l5.500 10h-11z" fill="var(--defence)" /></svg>ground site</li>
      <li><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="4.500" fill="none" stroke="var(--defence)" strokeWidth="2" /></svg>stopped</li>
      <li><svg width="14" height="14" aria-hidden="true"><path d="M3 3l8 8M11 3l-8 8" stroke="var(--through)" strokeWidth="2.500" strokeLinecap="round" /></svg>got through</li>
    </ul>
  );
}

/** Space plays and pauses, arrows step, unless the key belongs to a control. */
function useKeys(): void {
  useEffect(() => {
    const act = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest('input, select, textarea, button, a, summary, [tabindex="0"]') !== null) return;
      const step_s = event.shiftKey ? 60 : 5;
      if (event.key === ' ') togglePlay();
      else if (event.key === 'ArrowRight') seek(usePlayback.getState().time_s + step_s);
      else if (event.key === 'ArrowLeft') seek(usePlayback.getState().time_s - step_s);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, []);
}

function hasWebGl(): boolean {
  try {
    const canvas = document.createElement('canvas');
    return canvas.getContext('webgl2') !== null || canvas.getContext('webgl') !== null;
  } catch {
    return false;
  }
}
