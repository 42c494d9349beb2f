/** The attack as a table: what the picture shows, for reading. */
import type { ReactElement } from 'react';
import { FateMark, missileNumber } from '../answer/marks.js';
import { phrase, titleOf } from '../answer/titles.js';
import { CAUSE_WORDS } from '../answer/words.js';
import type { ReplayMissile } from '../../engine/record.js';
import { openStory, useSession } from '../state/session.js';
import { clockText } from './time-words.js';

export function MissileTable(): ReactElement {
  const replay = useSession((state) => state.replay);
  return (
    // A scrolling region needs to be reachable by keyboard.
    <div className="table-picture" tabIndex={0} role="region" aria-label="Missiles of the attack shown">
      <table>
        <thead><tr><th scope="col">Missile</th><th scope="col">Aimed at</th><th scope="col">Launched</th><th scope="col">Burned out</th><th scope="col">Shots</th><th scope="col">End</th><th scope="col">What happened</th></tr></thead>
        <tbody>
          {replay?.missiles.map((missile) => (
            <tr key={missile.key}>
              <th scope="row"><button type="button" className="link" onClick={() => openStory(missile.key)} aria-label={`Story of missile ${missileNumber(missile.key)}`}>{missileNumber(missile.key)}</button></th>
              <td className="name">{titleOf(missile.target)}</td>
              <td>{clockText(missile.launch_s)}</td>
              <td>{clockText(missile.burnout_s)}</td>
              <td>{replay.shots.filter((shot) => shot.target === missile.key).length}</td>
              <td>{clockText(missile.end_s)}</td>
              <td><span className="fate"><FateMark fate={missile.fate} />{fateText(missile)}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">Times in minutes and seconds from the first launch.</p>
    </div>
  );
}

function fateText(missile: ReplayMissile): string {
  if (missile.fate === 'harmless') return 'a decoy: nobody shot it';
  if (missile.fate === 'failed') return 'failed by itself';
  if (missile.fate === 'killed') return missile.killedBy === '' ? 'stopped' : `stopped by ${phrase(missile.killedBy)}`;
  return missile.cause === '' ? 'got through' : `got through: ${CAUSE_WORDS[missile.cause].plain.toLowerCase()}`;
}
