/** What the comparison says: the difference with its interval in words and as a bar, and every input that differs. */
import type { ReactElement } from 'react';
import { comparisonSentence } from '../../figures/sentences/comparison-sentence.js';
import { countText, estimateText, significantText } from '../../figures/numbers.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import type { Comparison } from '../../studies/paired/compare.js';
import type { DifferingInput } from '../../studies/paired/differing-inputs.js';
import { pathText } from '../answer/number-table.js';
import { phrase } from '../answer/titles.js';
import { useSession } from '../state/session.js';
import { unitTextOf } from '../../figures/words/number-names.js';
import { useSecond } from './second.js';

export function ComparisonResult({ launchedA }: { readonly launchedA: number }): ReactElement {
  const noun = useSession((state) => lethalNoun(state.answer?.compiled.plan.attacks ?? []));
  const { stage, done, total, comparison, launchedB, problems, failure } = useSecond();
  return (
    <section className="comparison" aria-label="The difference" data-stage={stage} data-verdict={comparison?.verdict}>
      {stage === 'same' && <p>B is the same as A so far.</p>}
      {stage === 'running' && <p>{done === 0 ? 'Flying the missiles of A and B.' : `${countText(done)} of ${countText(total)} attacks simulated.`} <progress className="movers-progress" value={done} max={Math.max(total, 1)} aria-label="Attacks simulated" /></p>}
      {stage === 'refused' && <ul className="problems" role="alert">{problems.slice(0, 4).map((problem) => <li key={problem.path + problem.expected}><strong>{problem.path}</strong>: found {problem.found}, expected {problem.expected}. {problem.hint}</li>)}</ul>}
      {stage === 'failed' && <p role="alert" className="problems">A and B could not be compared: {failure}. The answer on screen is kept; change B to try again.</p>}
      <div role="status">{comparison !== null && <p className="comparison-sentence" data-testid="comparison-sentence">{comparisonSentence(comparison, launchedA, launchedB, noun)}</p>}</div>
      {comparison !== null && <Figures comparison={comparison} launchedA={launchedA} launchedB={launchedB} />}
    </section>
  );
}

function Figures({ comparison, launchedA, launchedB }: { readonly comparison: Comparison; readonly launchedA: number; readonly launchedB: number }): ReactElement {
  const { a, b, difference, runs, varianceRatio, inputs } = comparison;
  const percent = (estimate: Comparison['difference']): string => {
    if (!Number.isFinite(estimate.high - estimate.low)) return `${significantText(100 * estimate.mean)} %`;
    const text = estimateText(estimate, 100);
    return `${text.mean} ± ${text.halfWidth} %`;
  };
  return (
    <>
      <table className="compare-settings">
        <thead><tr><th scope="col">Gets through <span className="term">leakage</span></th><th scope="col">of those launched</th><th scope="col">in 9 of 10 attacks</th></tr></thead>
        <tbody>
          <tr><th scope="row">A</th><td>{percent(a.leakage)}</td><td>{countText(a.gotThrough.p5)} to {countText(a.gotThrough.p95)} of {countText(launchedA)}</td></tr>
          <tr><th scope="row">B</th><td>{percent(b.leakage)}</td><td>{countText(b.gotThrough.p5)} to {countText(b.gotThrough.p95)} of {countText(launchedB)}</td></tr>
          <tr><th scope="row">A less B</th><td>{percent(difference).replace('%', 'points')}</td><td className="term">95 % interval over pairs of attacks</td></tr>
        </tbody>
      </table>
      <p className="note">{countText(runs)} attacks on each at the same luck{varianceRatio === null ? '' : varianceRatio >= 1.05 ? `; without it ${significantText(varianceRatio, 2)} times as many would be needed to know as much` : '; the two have little luck in common, so sharing it gained nothing'}. The range is simulation error only: the assumed numbers may move both.</p>
      <h3 className="label">Inputs that differ: {countText(inputs.length)}</h3>
      {inputs.length > 0 && (
        <div className="wide-table" tabIndex={0} role="region" aria-label="Inputs that differ">
          <table className="compare-settings" data-testid="differing">
            <thead><tr><th scope="col">Input</th><th scope="col">A</th><th scope="col">B</th></tr></thead>
            <tbody>{inputs.map((input) => <tr key={input.path}><th scope="row">{pathText(input.path)} <span className="term">{input.path}</span></th><td>{valueText(input.valueA, input)}</td><td>{valueText(input.valueB, input)}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </>
  );
}

function valueText(value: DifferingInput['valueA'], { path }: DifferingInput): string {
  return value === null ? 'none' : typeof value === 'number' ? `${significantText(value, 6)} ${unitTextOf(path)}`.trim() : phrase(value);
}
