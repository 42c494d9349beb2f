/**
 * The picture of one attack: globe, flat map or table, with the attack's name, the choice of attacks and the timeline.
 * The globe is loaded after the first answer, and on a phone only when asked for.
 */
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import { AssumedPanel } from '../answer/assumed-panel.js';
import { describeRun } from '../state/attacks.js';
import { seek, togglePlay, usePlayback } from '../state/playback.js';
import { giveUpGlobe, showPicture, useSession, type PictureKind } from '../state/session.js';
import { StoryPanel } from '../story/story-panel.js';
import { AttackChoices } from './attack-choices.js';
import { useCoverageLayer } from './coverage.js';
import { CoverageLegend, CoverageSwitch } from './coverage-switch.js';
import { FlatMap } from './flat-map.js';
import { FootprintLegend, FootprintSwitch, FootprintTable } from './footprint-table.js';
import { useFootprintLayer } from './footprints.js';
import { MissileTable } from './missile-table.js';
import { Timeline } from './timeline.js';
import { moreFramings, type Framing } from './viewpoints.js';

const GlobePicture = lazy(async () => ({ default: (await import('./globe.js')).GlobePicture }));

const KINDS: readonly { readonly kind: PictureKind; readonly title: string }[] = [{ kind: 'globe', title: 'Globe' }, { kind: 'map', title: 'Map' }, { kind: 'table', title: 'Table' }];

const FRAMING_WORDS: Readonly<Record<Framing, string>> = { launch: 'Launch area', region: 'Whole region', far: 'Far side', side: 'From the side' };

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
  const plan = answer?.compiled.plan, hasGround = plan?.layers.some(({ kind: layer }) => layer === 'ground') ?? false;
  const [frames, setFrames] = useState<{ readonly what: Framing } | null>(null);
  // Another raid is looked at afresh.
  useEffect(() => setFrames(null), [plan]);
  useEffect(() => { if (!hasWebGl()) giveUpGlobe('This browser has no WebGL, so the globe is a flat map. The answer is the same.'); }, []);
  useKeys();
  useCoverageLayer();
  useFootprintLayer();

  const title = replay === null ? '' : `Attack ${countText(replay.run + 1)} of ${countText(answer?.summary.runs ?? 0)}: ${answer === null ? '' : describeRun(answer.summary, replay.run)}`;
  const label = replay === null ? 'The attack will be shown here' : `${title}. The table shows the same as text.`;
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
          <div className="picture-switches">
            <div className="switch no-print" role="group" aria-label="Kind of picture">
              {KINDS.filter((item) => item.kind !== 'globe' || noGlobe === '').map((item) => (
                <button key={item.kind} type="button" aria-pressed={item.kind === shown} onClick={() => { if (item.kind === 'globe') setAskedFor(true); showPicture(item.kind); }}>
                  {item.kind === 'globe' && isPhone && !isAskedFor ? 'Load the globe' : item.title}
                </button>
              ))}
            </div>
            {shown !== 'table' && replay !== null && <CoverageSwitch />}
            {replay !== null && hasGround && <FootprintSwitch />}
          </div>
        </div>
        {shown === 'globe' && replay !== null && (
          <div className="frames no-print" role="group" aria-label="Look at">
            {[...(plan === undefined ? [] : moreFramings(plan)), 'launch' as const, 'region' as const].map((what) => <button key={what} type="button" className="chip" onClick={() => setFrames({ what })}>{FRAMING_WORDS[what]}</button>)}
          </div>
        )}
        {shown !== 'table' && <CoverageLegend />}
        {shown !== 'table' && hasGround && <FootprintLegend />}
        {shown !== 'table' && <Legend noun={plan === undefined ? 'missile' : lethalNoun(plan.attacks)} hasDecoys={replay?.missiles.some(({ isDecoy }) => isDecoy) ?? false} />}
        <StoryPanel />
        <AssumedPanel />
      </div>
      {hasGround && <FootprintTable />}
      <AttackChoices />
      <Timeline />
    </section>
  );
}

function Legend({ noun, hasDecoys }: { readonly noun: string; readonly hasDecoys: boolean }): ReactElement {
  return (
    <ul className="legend" aria-label="What the marks mean">
      <li><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="4.500" fill="var(--attack)" /></svg>{noun}</li>
      {hasDecoys && <li><svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="2" fill="var(--context)" /></svg>decoy</li>}
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
      const small_s = Math.max(5, usePlayback.getState().end_s / 400), step_s = event.shiftKey ? 12 * small_s : small_s;
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
