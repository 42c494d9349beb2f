/** The one sentence with the answer, made by the same sentence-maker as the command line's. */
import { lethalNoun } from '../../scenario/plan/lethal.js';
import type { ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { headline } from '../../figures/sentences/sentence.js';
import { useSession } from '../state/session.js';
import { finalBand, useUncertain } from '../uncertainty/uncertain.js';

export function Headline(): ReactElement {
  const answer = useSession((state) => state.answer);
  const phase = useSession((state) => state.phase);
  const progress = useSession((state) => state.progress);
  const over = useUncertain((state) => state);
  const draws = useSession((state) => state.draws);
  const sentence = answer === null ? '' : headline(answer.summary, answer.launched, draws > 0 ? finalBand(over, answer.runId) : undefined, lethalNoun(answer.compiled.plan.attacks));
  const [first, rest] = splitSentence(sentence);
  const isWorking = phase === 'compiling' || phase === 'settling';
  return (
    <div className="headline">
      <p className="headline-sentence" data-sentence={answer?.isSettled === true ? sentence : undefined} data-testid="headline" aria-hidden={answer === null}>
        {answer !== null ? first : phase === 'failed' ? null : <span className="waiting-line sentence" />}
      </p>
      {rest !== '' && <p className="headline-rest">{rest}</p>}
      {isWorking && answer !== null && <p className="settling">Still settling: {countText(progress.done)} of {countText(progress.total)} attacks.</p>}
      {/* Only finished answers are read out; interim ones would never stop talking. */}
      <p className="visually-hidden" role="status" aria-live="polite">{phase === 'ready' && answer !== null ? sentence : phase === 'failed' ? '' : 'Working out the answer.'}</p>
    </div>
  );
}

/** First sentence and the rest; a full stop inside a number does not end a sentence. */
export function splitSentence(text: string): [string, string] {
  const cut = /[.;] (?=[A-Z]|over the assumed)/.exec(text);
  return cut === null ? [text, ''] : [text.slice(0, cut.index + 1), text.slice(cut.index + 2)];
}
