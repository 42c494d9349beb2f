/** How sure the answer is: chance from attack to attack, how often nothing gets through, and the share with its simulation error. */
import type { ReactElement } from 'react';
import { shareEstimateText } from '../../figures/numbers.js';
import { noLeakerSentence } from '../../figures/sentences/sentence.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import type { Answer } from '../state/session.js';
import { Bands } from '../uncertainty/bands.js';

export function Ranges({ answer }: { readonly answer: Answer }): ReactElement {
  const { summary, isSettled } = answer;
  const share = shareEstimateText(summary.leakage, summary.runs, '').replace(' % ± ', ' ± ');
  const varies = summary.leakage.mean > 0 && summary.leakage.mean < 1;
  return (
    <section className="block" aria-label="How sure this is">
      <Bands answer={answer} />
      <dl className="ranges">
        <div>
          <dt>None through</dt>
          <dd>{stripSubject(noLeakerSentence(summary))}</dd>
        </div>
        <div>
          <dt>Gets through <span className="term">leakage</span></dt>
          <dd>{isSettled ? <>{share} {varies && <span className="term">simulation error, 95 %</span>}</> : `about ${Math.round(summary.leakage.mean * 10) * 10} % of ${lethalNoun(answer.compiled.plan.attacks)}s launched so far`}</dd>
        </div>
      </dl>
    </section>
  );
}

/** `Nothing gets through in about 1 of 5 attacks.` beside its own label. */
function stripSubject(sentence: string): string {
  return sentence.replace(/^Nothing gets through /, '').replace(/\.$/, '');
}
