/** Numbers of a plan with their cards: value in the card's own unit, range, how it stands, source. */
import type { ReactElement } from 'react';
import { significantText } from '../../figures/numbers.js';
import { unitOfKey } from '../../kernel/units.js';
import type { UsedNumber } from '../../scenario/compile/compiled.js';
import { phrase } from './titles.js';

const UNIT_WORDS: Readonly<Record<string, string>> = { kmps: 'km/s', mps: 'm/s', mps2: 'm/s²', deg: '°', prob: '', count: '', kgpm2: 'kg/m²', m2: 'm²' };

export function NumberTable({ numbers }: { readonly numbers: readonly UsedNumber[] }): ReactElement {
  return (
    <table className="numbers">
      <thead><tr><th scope="col">Number</th><th scope="col">Value</th><th scope="col">Range</th><th scope="col">Source</th></tr></thead>
      <tbody>
        {numbers.map((number) => {
          const suffix = unitOfKey(number.path.split('.').at(-1) ?? ''), unit = UNIT_WORDS[suffix] ?? suffix;
          return (
            <tr key={number.path}>
              <th scope="row">{pathText(number.path)}</th>
              <td className="value"><span className={number.standing === 'assumed' ? 'assumed' : undefined}>{significantText(number.value, 5)}</span> {unit}</td>
              <td>{number.low === null || number.high === null ? '' : `${significantText(number.low, 4)} to ${significantText(number.high, 4)}`}</td>
              <td>{sourceText(number)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** `interceptors[0].interceptor.deadTime_s` as words: the entry it belongs to, then the quantity. */
export function pathText(path: string): string {
  return path.replace(/_[A-Za-z0-9]+$/, '').replace(/^places\./, '').split('.').map((part) => phrase(part).replace(/\[(\d+)\]/g, (_, index: string) => ` ${Number(index) + 1}`).replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)).join(', ');
}

function sourceText({ source, where, standing, seen, url }: UsedNumber): ReactElement {
  const text = [source, where].filter(Boolean).join(', ');
  return (
    <>
      {url === '' ? text : <a href={url} rel="noreferrer noopener" target="_blank">{text}</a>}
      <span className="term"> {standing}{seen === 'secondary' ? ', not checked at the primary' : ''}</span>
    </>
  );
}
