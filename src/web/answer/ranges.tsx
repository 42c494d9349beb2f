/** How sure the answer is: chance from attack to attack, how often nothing gets through, and the share with its simulation error. */
import type { ReactElement } from 'react';
import { countText, estimateText } from '../../figures/numbers.js';
import { noLeakerSentence } from '../../figures/sentence.js';
import type { Answer } from '../state/session.js';

export function Ranges({ answer }: { readonly answer: Answer }): ReactElement {
  const { summary, launched, isSettled } = answer;
  const { p5, p95, mean } = summary.gotThrough;
  const share = estimateText(summary.leakage, 100);
  return (
    <section className="block" aria-label="How sure this is">
      <ChanceBar low={p5} high={p95} mean={mean} launched={launched} />
      <dl className="ranges">
        <div>
          <dt>None through</dt>
          <dd>{stripSubject(noLeakerSentence(summary))}</dd>
        </div>
        <div>
          <dt>Gets through <span className="term">leakage</span></dt>
          <dd>{isSettled ? <>{share.mean} ± {share.halfWidth} % <span className="term">simulation error, 95 %</span></> : `about ${Math.round(summary.leakage.mean * 10) * 10} % of missiles launched so far`}</dd>
        </div>
      </dl>
    </section>
  );
}

/** Missiles that get through, from none to all: the chance range as a bar, the mean as a tick. */
function ChanceBar({ low, high, mean, launched }: { readonly low: number; readonly high: number; readonly mean: number; readonly launched: number }): ReactElement {
  const at = (value: number): string => `${(100 * value) / Math.max(launched, 1)}%`;
  return (
    <div className="chance" role="img" aria-label={`Of ${launched} missiles, ${low} to ${high} get through in 9 of 10 attacks.`}>
      <div className="chance-track">
        <span className="chance-range" style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
        <span className="chance-mean" style={{ left: at(mean) }} />
      </div>
      <div className="chance-scale"><span>none</span><span>mean, and 9 of 10 attacks</span><span>all {countText(launched)}</span></div>
    </div>
  );
}

/** `Nothing gets through in about 1 of 5 attacks.` beside its own label. */
function stripSubject(sentence: string): string {
  return sentence.replace(/^Nothing gets through /, '').replace(/\.$/, '');
}
