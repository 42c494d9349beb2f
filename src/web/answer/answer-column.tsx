/** The answer in words and figures, from the most certain thing to say to how to get it again. */
import type { ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { useSession } from '../state/session.js';
import { Movers } from '../uncertainty/movers.js';
import { Chain } from './chain.js';
import { Details } from './details.js';
import { Headline } from './headline.js';
import { Marks } from './marks.js';
import { PriceLine } from '../price/price-line.js';
import { Published } from './published.js';
import { Ranges } from './ranges.js';

export function AnswerColumn(): ReactElement {
  const answer = useSession((state) => state.answer);
  const phase = useSession((state) => state.phase);
  const isStale = useSession((state) => state.problems.length > 0 && state.answer !== null);
  return (
    <section className="answer" aria-label="The answer" aria-busy={phase !== 'ready' && phase !== 'failed'} data-phase={phase}>
      <Headline />
      <Failure />
      {isStale && <p className="note">The answer below is for the last question that made sense.</p>}
      {answer === null ? (phase === 'failed' ? null : <Waiting />) : (
        <>
          <Marks />
          <Ranges answer={answer} />
          <Movers answer={answer} />
          <Chain answer={answer} />
          <PriceLine />
          <Published answer={answer} />
          <Details answer={answer} />
        </>
      )}
    </section>
  );
}

/** What will stand here, while it is worked out. */
function Waiting(): ReactElement {
  const progress = useSession((state) => state.progress);
  return (
    <div className="waiting">
      <p>{progress.done === 0 ? 'Flying the missiles of this raid and finding which satellites can reach them.' : `${countText(progress.done)} of ${countText(progress.total)} attacks simulated.`}</p>
      <div className="waiting-marks" aria-hidden="true">{Array.from({ length: 10 }, (_, i) => <span key={i} />)}</div>
      <div className="waiting-line" aria-hidden="true" />
      <div className="waiting-line short" aria-hidden="true" />
    </div>
  );
}

function Failure(): ReactElement | null {
  const failure = useSession((state) => state.failure);
  const hasAnswer = useSession((state) => state.answer !== null);
  if (failure === '') return null;
  return (
    <div className="failure" role="alert">
      <p><strong>Something went wrong.</strong> {failure}</p>
      <p>{hasAnswer ? 'The last answer is kept below. ' : 'Your question is kept in the address of this page. '}Reload the page to try again; if it comes back, <code>npx cupola doctor</code> says what is missing.</p>
    </div>
  );
}
