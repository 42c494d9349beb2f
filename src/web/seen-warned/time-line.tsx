/** The time line of the flight that is followed, as a picture and as a table. */
import { useCallback, type ReactElement } from 'react';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { durationText, shareText } from '../../figures/words/watch-words.js';
import { ageText } from '../../figures/sentences/warned-sentence.js';
import { warnTimeline } from '../../figures/pictures/warn-timeline.js';
import type { WarnAnswer } from '../../studies/warn/plan-warn.js';
import { Figure } from '../number-needed/figure.js';

const COLOURS = { known: 'var(--defence)', fixed: 'var(--attack)', line: 'var(--line)', context: 'var(--context)' };
const timeText = (time_s: number | null): string => (time_s === null ? 'never' : ageText(Math.max(0, time_s)));

export function TimeLine({ warn: { timeline } }: { readonly warn: WarnAnswer }): ReactElement {
  const draw = useCallback((width: number, document: FigureDocument) => warnTimeline(timeline, width, COLOURS, document), [timeline]);
  return (
    <section className="block" aria-labelledby="watched-time">
      <h2 id="watched-time" className="label">From launch to impact</h2>
      <Figure draw={draw} name="time-line" />
      <ul className="needed-legend" aria-label="Marks">
        <li><svg width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="4.500" fill="var(--defence)" /></svg>seen, told, allowed</li>
        <li><svg width="12" height="12" aria-hidden="true"><path d="M6 0l6 6l-6 6l-6 -6z" fill="var(--attack)" /></svg>set by the flight and the interceptors</li>
        <li>bar: 5th to 95th percentile of launches</li>
      </ul>
      <div className="wide-table" tabIndex={0} role="region" aria-label="Time line as a table">
        <table className="numbers needed-numbers" data-testid="watched-time-table">
          <thead><tr><th scope="col">What happens</th><th scope="col">After launch</th><th scope="col">5th to 95th</th><th scope="col">Before impact</th><th scope="col">Of launches</th></tr></thead>
          <tbody>
            {timeline.map(({ event, words, t_s, p5_s, p95_s, left_s, share }) => (
              <tr key={event} data-event={event}>
                <th scope="row">{words.charAt(0).toUpperCase()}{words.slice(1)}</th><td>{timeText(t_s)}</td><td>{p5_s === p95_s ? '' : `${timeText(p5_s)} to ${timeText(p95_s)}`}</td>
                <td>{left_s === null ? '' : durationText(Math.max(0, left_s))}</td><td>{share === 1 ? 'all' : shareText(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="term">Last useful decision of a layer in space: burn-out, whatever way an interceptor has to fly; of a layer on the ground: the latest order with which an interceptor still meets the missile in free flight. First seen, reported, confirmed: what comes after the impact is no warning.</p>
    </section>
  );
}
