/**
 * A mark for every missile, or warhead, of the attack shown: a circle was stopped, a cross got through, a bar failed by
 * itself. Each opens its story. Marks shrink as they become many, so that the attack is seen at one glance; the keyboard
 * stops at them once and moves among them with the arrows.
 */
import { useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Fate, Replay, ReplayMissile } from '../../engine/record/record.js';
import { FATE_ORDER, FATE_SHAPES, FATE_WORDS } from '../../figures/pictures/fate-marks.js';
import { countText } from '../../figures/numbers.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import { clockText } from '../../figures/words/time-words.js';
import { openStory, useSession } from '../state/session.js';
import { inOrder, objectName } from './object-names.js';
import { phrase, titleOf } from './titles.js';

/** As many marks as have room at each size. */
const SIZES: readonly { readonly name: string; readonly most: number }[] = [{ name: '', most: 26 }, { name: ' many', most: 80 }, { name: ' dense', most: 300 }, { name: ' dots', most: Infinity }];

export function Marks(): ReactElement {
  const replay = useSession((state) => state.replay);
  const launched = useSession((state) => state.answer?.launched ?? 0);
  const size = SIZES.find(({ most }) => (replay === null ? launched : replay.missiles.filter(({ isDecoy }) => !isDecoy).length) <= most)?.name ?? '';
  if (replay === null) return <div className="marks-block"><div className={`marks${size}`}>{Array.from({ length: Math.min(launched, 1000) }, (_, i) => <span key={i} className="mark-waiting" />)}</div><p className="marks-caption">Looking for a typical attack…</p></div>;
  return <AttackMarks replay={replay} size={size} />;
}

function AttackMarks({ replay, size }: { readonly replay: Replay; readonly size: string }): ReactElement {
  const story = useSession((state) => state.story);
  const noun = useSession((state) => (state.answer === null ? 'missile' : lethalNoun(state.answer.compiled.plan.attacks)));
  const [stop, setStop] = useState('');
  const lethal = useMemo(() => inOrder(replay.missiles.filter(({ isDecoy }) => !isDecoy)), [replay]), decoys = replay.missiles.length - lethal.length;
  const sorted = useMemo(() => [...lethal].sort((a, b) => FATE_ORDER.indexOf(a.fate) - FATE_ORDER.indexOf(b.fate)), [lethal]);
  const count = (fate: Fate): number => lethal.filter((missile) => missile.fate === fate).length;
  const stopKey = sorted.some(({ key }) => key === stop) ? stop : sorted[0]?.key;
  return (
    <div className="marks-block">
      <div className={`marks${size}`} role="group" aria-label={`${noun === 'warhead' ? 'Warheads' : 'Missiles'} of the attack shown`}>
        {sorted.map((missile) => {
          const label = markLabel(replay, missile);
          return (
            <button key={missile.key} type="button" className="mark" data-fate={missile.fate} tabIndex={missile.key === stopKey ? 0 : -1} aria-pressed={story === missile.key} aria-label={`${label}. Open its story.`} title={label} onFocus={() => setStop(missile.key)} onKeyDown={moveAmong} onClick={() => openStory(missile.key)}>
              <FateMark fate={missile.fate} />
            </button>
          );
        })}
      </div>
      <p className="marks-caption">
        Attack shown: {countText(count('killed'))} stopped{count('failed') > 0 ? `, ${countText(count('failed'))} failed by themselves` : ''},{' '}
        {count('leaked') > 0 ? <span className="through">{countText(count('leaked'))} got through</span> : 'none got through'}{decoys > 0 ? `, beside ${countText(decoys)} decoys` : ''}. Each mark opens its story.
      </p>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const { currentTarget } = event, marks = [...(currentTarget.parentElement?.querySelectorAll<HTMLElement>('.mark') ?? [])], at = marks.indexOf(currentTarget);
  marks[Math.min(Math.max(at + step, 0), marks.length - 1)]?.focus();
  event.preventDefault();
}

const COLOUR: Readonly<Record<Fate, string>> = { killed: 'var(--defence)', failed: 'var(--context)', disrupted: 'var(--context)', leaked: 'var(--through)', harmless: 'var(--context)' };

export function FateMark({ fate }: { readonly fate: Fate }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={FATE_SHAPES[fate].path} {...(FATE_SHAPES[fate].isFilled ? { fill: COLOUR[fate] } : { fill: 'none', stroke: COLOUR[fate], strokeWidth: FATE_SHAPES[fate].stroke, strokeLinecap: 'round' as const })} />
    </svg>
  );
}

export function markLabel(replay: Replay, missile: ReplayMissile): string {
  const by = missile.fate === 'killed' && missile.killedBy !== '' ? ` by ${phrase(missile.killedBy)}` : '';
  return `${objectName(replay, missile.key).title} to ${titleOf(missile.target)}: ${FATE_WORDS[missile.fate]}${by} at ${clockText(missile.end_s)}`;
}
