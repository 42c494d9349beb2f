/** A mark for every missile of the attack shown: a circle was stopped, a cross got through, a bar failed by itself. Each opens its story. */
import type { ReactElement } from 'react';
import type { Fate, ReplayMissile } from '../../engine/record.js';
import { countText } from '../../figures/numbers.js';
import { clockText } from '../picture/time-words.js';
import { openStory, useSession } from '../state/session.js';
import { phrase, titleOf } from './titles.js';

const ORDER: readonly Fate[] = ['killed', 'failed', 'leaked', 'harmless'];
const FATE_WORDS: Readonly<Record<Fate, string>> = { killed: 'stopped', failed: 'failed by itself', leaked: 'got through', harmless: 'a decoy' };

export function Marks(): ReactElement {
  const replay = useSession((state) => state.replay);
  const story = useSession((state) => state.story);
  const launched = useSession((state) => state.answer?.launched ?? 0);
  if (replay === null) return <div className="marks-block"><div className="marks">{Array.from({ length: Math.min(launched, 200) }, (_, i) => <span key={i} className="mark-waiting" />)}</div><p className="marks-caption">Looking for a typical attack…</p></div>;
  const lethal = replay.missiles.filter(({ isDecoy }) => !isDecoy), decoys = replay.missiles.length - lethal.length;
  const sorted = lethal.sort((a, b) => ORDER.indexOf(a.fate) - ORDER.indexOf(b.fate));
  const count = (fate: Fate): number => lethal.filter((missile) => missile.fate === fate).length;
  return (
    <div className="marks-block">
      <div className={`marks${sorted.length > 60 ? ' many' : ''}`} role="group" aria-label="Missiles of the attack shown">
        {sorted.map((missile) => (
          <button key={missile.key} type="button" className="mark" data-fate={missile.fate} aria-pressed={story === missile.key} aria-label={`${markLabel(missile)}. Open its story.`} title={markLabel(missile)} onClick={() => openStory(missile.key)}>
            <FateMark fate={missile.fate} />
          </button>
        ))}
      </div>
      <p className="marks-caption">
        Attack shown: {countText(count('killed'))} stopped{count('failed') > 0 ? `, ${countText(count('failed'))} failed by themselves` : ''},{' '}
        {count('leaked') > 0 ? <span className="through">{countText(count('leaked'))} got through</span> : 'none got through'}{decoys > 0 ? `, beside ${countText(decoys)} decoys` : ''}. Each mark opens its story.
      </p>
    </div>
  );
}

export function FateMark({ fate }: { readonly fate: Fate }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      {fate === 'killed' && <circle cx="12" cy="12" r="8" fill="var(--defence)" />}
      {fate === 'failed' && <path d="M5 12h14" stroke="var(--context)" strokeWidth="4" strokeLinecap="round" />}
      {fate === 'leaked' && <path d="M5.500 5.500l13 13M18.500 5.500l-13 13" stroke="var(--through)" strokeWidth="4" strokeLinecap="round" />}
    </svg>
  );
}

export function markLabel(missile: ReplayMissile): string {
  const by = missile.fate === 'killed' && missile.killedBy !== '' ? ` by ${phrase(missile.killedBy)}` : '';
  return `Missile ${missileNumber(missile.key)} to ${titleOf(missile.target)}: ${FATE_WORDS[missile.fate]}${by} at ${clockText(missile.end_s)}`;
}

/** `raid[0]/3` is missile 4; further groups of a raid are told apart by a letter. */
export function missileNumber(key: string): string {
  const parts = /\[(\d+)\]\/(\d+)$/.exec(key);
  if (parts === null) return key;
  const group = Number(parts[1]);
  return `${group === 0 ? '' : String.fromCharCode(65 + group)}${Number(parts[2]) + 1}`;
}
