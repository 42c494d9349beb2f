/**
 * Every number of the question with its card: value, range, unit, author, where, how it was seen, as of when, how it
 * stands. Sorted by any column, narrowed by standing and by words; the heads are buttons, so a keyboard is enough.
 */
import { useMemo, useState, type ReactElement } from 'react';
import { countText, significantText } from '../../figures/numbers.js';
import type { UsedNumber } from '../../scenario/compile/compiled.js';
import { pathText } from '../answer/number-table.js';
import { unitTextOf } from '../../figures/words/number-names.js';

type Filter = 'all' | 'assumed' | 'derived' | 'published' | 'unchecked';
const FILTERS: readonly { readonly id: Filter; readonly title: string }[] = [
  { id: 'all', title: 'All' }, { id: 'assumed', title: 'Assumed' }, { id: 'derived', title: 'Derived' }, { id: 'published', title: 'Published' }, { id: 'unchecked', title: 'Not checked at the primary' },
];

interface Column {
  readonly id: string;
  readonly title: string;
  readonly text: (number: UsedNumber) => string;
  readonly value?: (number: UsedNumber) => number | null;
}

const figure = (value: number | null): string => (value === null ? '' : significantText(value, 5));
const COLUMNS: readonly Column[] = [
  { id: 'name', title: 'Number', text: ({ path, label }) => label ?? pathText(path) },
  { id: 'value', title: 'Value', text: ({ value }) => figure(value), value: ({ value }) => value },
  { id: 'low', title: 'Low', text: ({ low }) => figure(low), value: ({ low }) => low },
  { id: 'high', title: 'High', text: ({ high }) => figure(high), value: ({ high }) => high },
  { id: 'unit', title: 'Unit', text: ({ path }) => unitTextOf(path) },
  { id: 'source', title: 'Author', text: ({ source }) => source },
  { id: 'where', title: 'Where', text: ({ where }) => where },
  { id: 'seen', title: 'Seen', text: seenText },
  { id: 'asOf', title: 'As of', text: ({ asOf }) => asOf },
  { id: 'standing', title: 'Standing', text: ({ standing }) => standing },
];

export function NumberLedger({ numbers }: { readonly numbers: readonly UsedNumber[] }): ReactElement {
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [sort, setSort] = useState<{ readonly id: string; readonly isDown: boolean } | null>(null);
  const shown = useMemo(() => sorted(numbers.filter((number) => fits(number, filter) && contains(number, words)), sort), [numbers, filter, words, sort]);
  const turn = (id: string): void => setSort(sort?.id !== id ? { id, isDown: false } : sort.isDown ? null : { id, isDown: true });
  return (
    <div className="ledger">
      <div className="ledger-tools no-print">
        <div className="switch" role="group" aria-label="Numbers to show">
          {FILTERS.map(({ id, title }) => <button key={id} type="button" aria-pressed={filter === id} onClick={() => setFilter(id)}>{title} <span className="ledger-count">{countText(numbers.filter((number) => fits(number, id)).length)}</span></button>)}
        </div>
        <label className="ledger-words">Containing <input className="slot" type="search" value={words} onChange={(event) => setWords(event.target.value)} /></label>
        <p className="term" role="status">{countText(shown.length)} of {countText(numbers.length)} shown</p>
      </div>
      <div className="wide-table ledger-scroll" tabIndex={0} role="region" aria-label="Numbers of this question">
        <table className="numbers" data-testid="ledger">
          <thead>
            <tr>
              {COLUMNS.map(({ id, title }) => (
                <th key={id} scope="col" aria-sort={sort?.id === id ? (sort.isDown ? 'descending' : 'ascending') : 'none'}>
                  <button type="button" className="link sort" onClick={() => turn(id)}>{title}<span aria-hidden="true">{sort?.id === id ? (sort.isDown ? ' ▾' : ' ▴') : ''}</span></button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{shown.map((number) => <Row key={number.path} number={number} />)}</tbody>
        </table>
      </div>
    </div>
  );
}

function Row({ number }: { readonly number: UsedNumber }): ReactElement {
  const [name, value, low, high, unit] = COLUMNS;
  return (
    <tr data-standing={number.standing}>
      <th scope="row">{name?.text(number)} <span className="term">{number.path}{number.alsoAt === undefined || number.alsoAt.length === 0 ? '' : ` and ${countText(number.alsoAt.length)} more`}</span></th>
      <td className="value"><span className={number.standing === 'assumed' ? 'assumed' : undefined}>{value?.text(number)}</span></td>
      <td className="value">{low?.text(number)}</td>
      <td className="value">{high?.text(number)}</td>
      <td className="value">{unit?.text(number)}</td>
      <td>{number.url === '' ? number.source : <a href={number.url} rel="noreferrer noopener" target="_blank">{number.source}</a>}</td>
      <td>{number.where}</td>
      <td>{seenText(number)}</td>
      <td className="value">{number.asOf}</td>
      <td>{number.standing}</td>
    </tr>
  );
}

/** An assumption of Cupola's own has no primary to look at. */
function seenText({ seen, standing }: UsedNumber): string {
  return seen === 'primary' ? 'primary seen' : seen === 'secondary' || standing === 'published' ? 'not checked at the primary' : 'no primary';
}

function fits(number: UsedNumber, filter: Filter): boolean {
  return filter === 'all' || (filter === 'unchecked' ? seenText(number).startsWith('not') : number.standing === filter);
}

function contains(number: UsedNumber, words: string): boolean {
  const text = `${COLUMNS.map((column) => column.text(number)).join(' ')} ${number.path}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** Missing values come last whichever way it is sorted. */
function sorted(numbers: readonly UsedNumber[], sort: { readonly id: string; readonly isDown: boolean } | null): readonly UsedNumber[] {
  const column = COLUMNS.find(({ id }) => id === sort?.id);
  if (column === undefined || sort === null) return numbers;
  const { text, value } = column, sign = sort.isDown ? -1 : 1;
  return [...numbers].sort((a, b) => {
    if (value === undefined) return sign * text(a).localeCompare(text(b), 'en', { numeric: true });
    const first = value(a), second = value(b);
    return first === null || second === null ? Number(first === null) - Number(second === null) : sign * (first - second);
  });
}
