/** Published totals beside ours of the same kinds of elements, each with what it includes and leaves out. */
import type { ReactElement } from 'react';
import { billionsText, givenText } from '../../figures/words/given-words.js';
import { KIND_LABELS, moneyCell } from '../../figures/price/price-words.js';
import type { BesidePublished } from '../../policy/cost/beside-published.js';

export function PublishedTotals({ published }: { readonly published: readonly BesidePublished[] }): ReactElement {
  return (
    <section className="block" aria-labelledby="price-published">
      <h2 id="price-published" className="label">Published totals</h2>
      <div className="wide-table" tabIndex={0} role="region" aria-label="Table of published totals">
        <table className="numbers needed-prices" data-testid="price-published">
          <thead><tr><th scope="col">Who</th><th scope="col" className="needed-sum">Theirs</th><th scope="col" className="needed-sum">Ours, same kinds</th><th scope="col">Both price</th><th scope="col">Only ours</th></tr></thead>
          {published.map((row) => <Row key={row.id} row={row} />)}
        </table>
      </div>
      <p className="term">Each is its author&rsquo;s, for another shield against another raid, with its own years and prices; none is averaged and none is judged. B is a billion dollars.</p>
    </section>
  );
}

function Row({ row: { id, author, published, scope, includes, leavesOut, scopeFrom, priceYear, total, both, onlyOurs, ours_usd, pages } }: { readonly row: BesidePublished }): ReactElement {
  const inOut = includes.length + leavesOut.length === 0 ? `What it includes is not said (${scopeFrom}).` : `Includes ${includes.join(', ')}${leavesOut.length === 0 ? '' : `; leaves out ${leavesOut.join(', ')}`} (${scopeFrom}).`;
  return (
    <tbody data-published={id}>
      <tr>
        <th scope="row">{author} {published.slice(0, 4)}</th>
        <td className="needed-sum">{givenText(total, billionsText)}<span className="term">{priceYear === null ? 'year not stated' : `of ${priceYear}`}</span></td>
        <td className="needed-sum">{ours_usd === null ? '' : moneyCell(ours_usd)}</td>
        <td>{both === null ? 'not said' : both.map((kind) => KIND_LABELS[kind]).join(', ')}</td><td>{onlyOurs.map((kind) => KIND_LABELS[kind]).join(', ')}</td>
      </tr>
      <tr className="needed-note"><td colSpan={5}>{scope[0]?.toUpperCase()}{scope.slice(1)}. {inOut} {pages.map((page, index) => <span key={page}>{index > 0 && ', '}<a href={page} rel="noreferrer">{page.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '')}</a></span>)}</td></tr>
    </tbody>
  );
}
