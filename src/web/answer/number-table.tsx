/** Numbers of a plan with their cards: value in the card's own unit, range, how it stands, source. */
import type { ReactElement } from 'react';
import { pathWords, unitTextOf } from '../../figures/words/number-names.js';
import { significantText } from '../../figures/numbers.js';
import type { UsedNumber } from '../../scenario/compile/compiled.js';
import { phrase } from './titles.js';

export function NumberTable({ numbers }: { readonly numbers: readonly UsedNumber[] }): ReactElement {
  return (
    <table className="numbers">
      <thead><tr><th scope="col">Number</th><th scope="col">Value</th><th scope="col">Range</th><th scope="col">Source</th></tr></thead>
      <tbody>
        {numbers.map((number) => (
          <tr key={number.path}>
            <th scope="row">{pathText(number.path)}</th>
            <td className="value"><span className={number.standing === 'assumed' ? 'assumed' : undefined}>{significantText(number.value, 5)}</span> {unitTextOf(number.path)}</td>
            <td>{number.low === null || number.high === null ? '' : `${significantText(number.low, 4)} to ${significantText(number.high, 4)}`}</td>
            <td>{sourceText(number)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const pathText = (path: string): string => pathWords(path, phrase);

function sourceText({ source, where, standing, seen, url }: UsedNumber): ReactElement {
  const text = [source, where].filter(Boolean).join(', ');
  return (
    <>
      {url === '' ? text : <a href={url} rel="noreferrer noopener" target="_blank">{text}</a>}
      <span className="term"> {standing}{seen === 'secondary' ? ', not checked at the primary' : ''}</span>
    </>
  );
}
