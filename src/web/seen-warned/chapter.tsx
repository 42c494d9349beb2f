/** Who sees a launch, when, and who is told: settings on the left, the time line, maps and tables beside them. */
import { useEffect, type ReactElement } from 'react';
import { shareText } from '../../figures/words/watch-words.js';
import { warnedSentence } from '../../figures/sentences/warned-sentence.js';
import { titleOf } from '../answer/titles.js';
import { Choices } from './choices.js';
import { CitiesWarned } from './cities-warned.js';
import { CoverageDay } from './coverage-day.js';
import { IncidentsPlayed } from './incidents-played.js';
import { LossesTable } from './losses-table.js';
import type { Watched } from './messages.js';
import { attend, useWatch } from './state.js';
import { TimeLine } from './time-line.js';
import '../number-needed/chapter.css';
import './seen-warned.css';

export default function Chapter(): ReactElement {
  const settings = useWatch((state) => state.settings), known = useWatch((state) => state.known);
  useEffect(attend, []);
  return (
    <div className="needed watched" data-done={known.done >= 1}>
      <h1 className="visually-hidden">Seen and warned</h1>
      <Choices settings={settings} cast={known.cast} />
      <div className="needed-answer">
        <Headline known={known} />
        {known.warn !== undefined && <TimeLine warn={known.warn} />}
        {known.coverage !== undefined && <CoverageDay coverage={known.coverage} />}
        {known.cities !== undefined && <CitiesWarned cities={known.cities} />}
        {known.warn !== undefined && known.losses !== undefined && <LossesTable warning={known.warn.losses} seeing={known.losses} />}
        {known.incidents !== undefined && <IncidentsPlayed incidents={known.incidents} />}
      </div>
    </div>
  );
}

function Headline({ known }: { readonly known: Watched }): ReactElement {
  const { cast, warn, none, doing, done } = known;
  const [head, rest] = none !== undefined ? ['No answer', none] : warn === undefined ? ['Watching the launch', ''] : warnedSentence(warn.lead);
  return (
    <section className="headline" data-testid="watched-headline">
      <p className="headline-sentence" aria-live="polite">{head}</p>
      <p className="headline-rest" aria-live="polite">{rest}{none === undefined && <InView known={known} />}</p>
      <p className="settling">{done < 1 ? `Working out: ${doing}.` : cast === undefined || none !== undefined ? '' : `${titleOf(cast.flight.missile)} from ${titleOf(cast.flight.from)} to ${titleOf(cast.flight.to)}; the middle of ${warn?.launches ?? 0} launches spread over a day, in brackets the 5th to the 95th percentile.`}</p>
      <progress className="needed-progress no-print" max={1} value={done} aria-label="Answer being worked out" data-done={done >= 1} />
    </section>
  );
}

function InView({ known: { coverage } }: { readonly known: Watched }): string {
  const [earth] = coverage?.regions ?? [];
  return coverage === undefined || earth === undefined ? '' : ` ${shareText(earth.seen)} of the Earth in view of one sensor or more, ${shareText(earth.stereo)} of two or more, on average over a day.`;
}
