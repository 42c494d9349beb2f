/** The attack as a table: what the picture shows, for reading. Decoys of one missile share a row until one of them is shot. */
import { useMemo, type ReactElement } from 'react';
import { FateMark } from '../answer/marks.js';
import { inOrder, missileOf, objectName } from '../answer/object-names.js';
import { phrase, titleOf } from '../answer/titles.js';
import { CAUSE_WORDS } from '../../figures/words/cause-words.js';
import type { Replay, ReplayMissile } from '../../engine/record/record.js';
import { countText } from '../../figures/numbers.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { openStory, useSession } from '../state/session.js';
import { SeenNow, watchesOf, type Watch } from './seen-now.js';
import { clockText } from '../../figures/words/time-words.js';

export function MissileTable(): ReactElement {
  const replay = useSession((state) => state.replay);
  const plan = useSession((state) => state.answer?.compiled.plan);
  const noun = plan === undefined ? 'missile' : lethalNoun(plan.attacks);
  return (
    // A scrolling region needs to be reachable by keyboard.
    <div className="table-picture" tabIndex={0} role="region" aria-label={`${noun === 'warhead' ? 'Warheads' : 'Missiles'} of the attack shown`}>
      {replay !== null && plan !== undefined && <Missiles replay={replay} plan={plan} noun={noun} />}
      <p className="note">Times from the first launch: minutes and seconds, before them hours where there are any. Who sees it: at the moment of the timeline, where a look has a chance to detect it.</p>
    </div>
  );
}

function Missiles({ replay, plan, noun }: { readonly replay: Replay; readonly plan: Plan; readonly noun: 'missile' | 'warhead' }): ReactElement {
  const rows = useMemo(() => rowsOf(replay), [replay]);
  const watches = useMemo(() => watchesOf(replay), [replay]);
  // Where all missiles are of one class the question names it.
  const hasClasses = new Set(plan.attacks.map(({ threat }) => threat.name)).size > 1;
  return (
    <table>
      <thead><tr><th scope="col">{noun === 'warhead' ? 'Warhead' : 'Missile'}</th>{hasClasses && <th scope="col">Class</th>}<th scope="col">Aimed at</th><th scope="col">Launched</th><th scope="col">Burned out</th><th scope="col">Shots</th><th scope="col">End</th><th scope="col">What happened</th><th scope="col">Who sees it now</th></tr></thead>
      <tbody>
        {rows.map(({ missile, shots, decoys }) => {
          const { number, title } = objectName(replay, missile.key);
          return (
            <tr key={missile.key} data-decoys={decoys > 0 ? decoys : undefined}>
              <th scope="row"><button type="button" className="link" onClick={() => openStory(missile.key)} aria-label={`Story of ${title.charAt(0).toLowerCase()}${title.slice(1)}`}>{decoys > 1 ? `${number.replace(/ decoy .*/, '')}: ${countText(decoys)} decoys` : number}</button></th>
              {hasClasses && <td>{titleOf(plan.attacks[missile.attack]?.threat.name ?? '').replace(/ class$/, '')}</td>}
              <td className="name">{decoys > 0 ? '' : titleOf(missile.target)}</td>
              <td>{clockText(missile.launch_s)}</td>
              <td>{missile.burnout_s > missile.launch_s ? clockText(missile.burnout_s) : ''}</td>
              <td>{shots}</td>
              <td>{clockText(missile.end_s)}</td>
              <td><span className="fate"><FateMark fate={missile.fate} />{decoys > 1 ? 'decoys: nobody shot them' : fateText(missile)}</span></td>
              <td data-testid="seen-now"><SeenNow watches={watches.get(missile.key) ?? NOBODY} launch_s={missile.launch_s} end_s={missile.end_s} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const NOBODY: readonly Watch[] = [];

interface Row {
  readonly missile: ReplayMissile;
  readonly shots: number;
  /** Decoys that the row stands for; 0 for a warhead. */
  readonly decoys: number;
}

function rowsOf(replay: Replay): Row[] {
  const shots = new Map<string, number>(), quiet = new Map<string, number>();
  for (const { target } of replay.shots) shots.set(target, (shots.get(target) ?? 0) + 1);
  const isQuiet = ({ key, fate }: ReplayMissile): boolean => fate === 'harmless' && !shots.has(key);
  for (const missile of replay.missiles) if (isQuiet(missile)) quiet.set(missileOf(missile.key), (quiet.get(missileOf(missile.key)) ?? 0) + 1);
  // A shot in boost is one at all on board.
  const shotsAt = (key: string): number => (shots.get(key) ?? 0) + (missileOf(key) === key ? 0 : (shots.get(missileOf(key)) ?? 0));
  return inOrder(replay.missiles).flatMap((missile): Row[] => {
    if (!isQuiet(missile)) return [{ missile, shots: shotsAt(missile.key), decoys: missile.isDecoy ? 1 : 0 }];
    const owner = missileOf(missile.key), decoys = quiet.get(owner) ?? 0;
    quiet.delete(owner);
    return decoys === 0 ? [] : [{ missile, shots: 0, decoys }];
  });
}

function fateText(missile: ReplayMissile): string {
  if (missile.fate === 'harmless') return 'a decoy: it did no harm';
  if (missile.fate === 'failed') return 'failed by itself';
  if (missile.fate === 'disrupted') return 'stopped without an interceptor';
  const what = missile.isDecoy ? 'a decoy, ' : '';
  if (missile.fate === 'killed') return missile.killedBy === '' ? `${what}stopped` : `${what}stopped by ${phrase(missile.killedBy)}`;
  return missile.cause === '' ? 'got through' : `got through: ${CAUSE_WORDS[missile.cause].plain.toLowerCase()}`;
}
