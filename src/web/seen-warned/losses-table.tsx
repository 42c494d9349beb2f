/** What is lost without each system of sensors and without what each nation hosts: later warning, and less in view. */
import type { ReactElement } from 'react';
import { toPlace } from '../../figures/numbers.js';
import { durationText, shareText } from '../../figures/words/watch-words.js';
import type { Loss } from '../../studies/cover/losses.js';
import type { Delay, WarningLoss } from '../../studies/warn/losses.js';
import { readable } from '../answer/titles.js';

export function LossesTable({ warning, seeing }: { readonly warning: readonly WarningLoss[]; readonly seeing: readonly Loss[] }): ReactElement {
  const rows = warning.map((loss) => ({ loss, view: seeing.find(({ name, kind }) => name === loss.name && kind === loss.kind) }));
  return (
    <section className="block" aria-labelledby="watched-losses">
      <h2 id="watched-losses" className="label">Without one of them</h2>
      <p className="term">The flight that is followed, launch by launch with the same luck of everybody else; and the share of the Earth, over a day, that leaves the view of one or more and of two or more.</p>
      <div className="wide-table" tabIndex={0} role="region" aria-label="What is lost without each">
        <table className="numbers needed-numbers" data-testid="watched-losses">
          <thead><tr><th scope="col">Without</th><th scope="col">First seen</th><th scope="col">Confirmed</th><th scope="col">One or more</th><th scope="col">Two or more</th></tr></thead>
          <tbody>
            {rows.map(({ loss: { name, kind, firstSeen, confirmed }, view }) => (
              <tr key={`${kind} ${name}`}>
                <th scope="row">{kind === 'nation' ? `All of ${readable(name)}` : readable(name)}</th><td>{delayText(firstSeen)}</td><td>{delayText(confirmed)}</td>
                <td>{lostText(view?.regions[0]?.seen)}</td><td>{lostText(view?.regions[0]?.stereo)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** `12 s later`, and in how many launches it no longer comes. */
function delayText({ mean_s, lost }: Delay): string {
  if (lost >= 1) return 'never any more';
  const later = mean_s < 0.05 ? 'no later' : `${mean_s < 10 ? `${toPlace(mean_s, -1)} s` : durationText(mean_s)} later`;
  return lost === 0 ? later : `${later}; never in ${shareText(lost)}`;
}

const lostText = (lost: number | undefined): string => (lost === undefined ? '' : lost === 0 ? 'nothing' : `${shareText(lost)} less`);
