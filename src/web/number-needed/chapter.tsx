/** How many interceptors in orbit, for how many missiles: settings on the left, the answer and what it hangs on beside them. */
import { memo, useDeferredValue, useEffect, useMemo, type ReactElement } from 'react';
import { neededSentence, worstMomentWords } from '../../figures/sentences/needed-sentence.js';
import { significantText, toPlace } from '../../figures/numbers.js';
import { closedAnswers, whyNone, type ClosedAnswers } from './closed.js';
import { Differences } from './differences.js';
import { MethodsTable } from './methods-table.js';
import { NumberCurves } from './number-curves.js';
import { PublishedNumbers } from './published-numbers.js';
import { PublishedPrices } from './published-prices.js';
import { Settings } from './settings.js';
import { attend, useNeeded, type Known } from './state.js';
import type { Inputs } from './inputs.js';
import './chapter.css';

/** A slider's movement changes none of these in the frame in which it is drawn. */
const Numbers = memo(PublishedNumbers), Why = memo(Differences), Prices = memo(PublishedPrices);

export default function Chapter(): ReactElement {
  const inputs = useNeeded((state) => state.inputs), known = useNeeded((state) => state.known);
  const closed = useMemo(() => closedAnswers(inputs), [inputs]);
  // What stands further down may come a frame later than the answer.
  const later = useDeferredValue(useMemo(() => ({ inputs, closed, known }), [inputs, closed, known]));
  useEffect(attend, []);
  return (
    <div className="needed">
      <h1 className="visually-hidden">Number needed</h1>
      <Settings inputs={inputs} />
      <div className="needed-answer">
        <Headline inputs={inputs} closed={closed} known={known} />
        <MethodsTable inputs={inputs} closed={closed} known={known} />
        <NumberCurves inputs={inputs} closed={closed} known={known} />
        <Numbers {...later} />
        <Why known={later.known} />
        <Prices />
      </div>
    </div>
  );
}

/** The best answer that is there: closed form at once, flown when it has settled. */
function Headline({ inputs, closed, known }: { readonly inputs: Inputs; readonly closed: ClosedAnswers; readonly known: Known }): ReactElement {
  const { flown } = known, answer = flown ?? closed.latitude, none = whyNone(inputs);
  const [head, rest] = answer === undefined ? ['No number of interceptors is enough', none] : neededSentence(answer, inputs.salvo);
  return (
    <section className="headline" data-testid="needed-headline" data-method={answer?.method ?? 'none'}>
      <p className="headline-sentence" aria-live="polite">{head}</p>
      <p className="headline-rest" aria-live="polite">{rest}</p>
      {answer !== undefined && <p className="headline-worst" data-testid="needed-worst">{flown === undefined ? 'The worst moment is told once satellites and missile have been flown.' : worstMomentWords(flown.inReach, inputs.salvo * inputs.shots)}</p>}
      <p className="settling">{answer === undefined ? known.none : flown === undefined ? closedWords(inputs, known) : `Flown: satellites that move, a missile that burns ${significantText(flown.closes_s, 3)} s.`}</p>
      <progress className="needed-progress no-print" max={1} value={known.done} aria-label="Flown numbers settling" data-done={known.done >= 1} />
    </section>
  );
}

function closedWords(inputs: Inputs, known: Known): string {
  const flyout_s = inputs.burn_s - inputs.delay_s;
  if (known.none !== undefined) return `By closed form. Not flown: ${known.none}`;
  return `By closed form, orbits of one inclination, ${significantText(flyout_s)} s to fly; satellites and missile are being flown (${toPlace(100 * known.done, 0)} %).`;
}

