/** What each element of the shield costs: before service, renewal, operations, and how far it moves over the ranges of its cards. */
import type { ReactElement } from 'react';
import { countText } from '../../figures/numbers.js';
import { KIND_WORDS, moneyCell } from '../../figures/price/price-words.js';
import type { ElementKind } from '../../policy/cost/priced-layer.js';
import { phrase, readable, titleOf } from '../answer/titles.js';
import type { ToldPrice } from './messages.js';

export function ByElement({ cost: { layers, priceYear } }: { readonly cost: ToldPrice }): ReactElement {
  const kinds = [...new Set(layers.map(({ kind }) => kind))];
  return (
    <section className="block" aria-labelledby="price-elements">
      <h2 id="price-elements" className="label">By element</h2>
      <div className="wide-table" tabIndex={0} role="region" aria-label="Price of each element">
        <table className="numbers needed-numbers" data-testid="price-elements">
          <thead><tr><th scope="col">Element</th><th scope="col">in service</th><th scope="col">before service</th><th scope="col">renewal</th><th scope="col">operations</th><th scope="col">total</th><th scope="col">mean</th><th scope="col">low to high</th></tr></thead>
          {kinds.map((kind) => <Kind key={kind} kind={kind} layers={layers.filter((layer) => layer.kind === kind)} />)}
        </table>
      </div>
      <p className="term">In dollars of {priceYear}, cards at their values; mean, and low to high, over their ranges: means add up to the headline. What stands is run and renewed, not bought.</p>
    </section>
  );
}

function Kind({ kind, layers }: { readonly kind: ElementKind; readonly layers: ToldPrice['layers'] }): ReactElement {
  return (
    <tbody>
      <tr className="price-kind"><th scope="rowgroup" colSpan={8}>{KIND_WORDS[kind]}</th></tr>
      {layers.map(({ name, satellites_count, years, replenishment_usd, operations_usd, total_usd, band_usd, standing, preset }) => (
        <tr key={name} data-element={name}>
          <th scope="row">{kind === 'sensor' ? readable(name) : titled(name)}<span className="term">{standing === '' ? '' : 'stands; '}after {preset}</span></th>
          <td>{countText(satellites_count)}</td><td>{moneyCell(years[0]?.acquisition_usd ?? 0)}</td><td>{moneyCell(replenishment_usd)}</td><td>{moneyCell(operations_usd)}</td><td>{moneyCell(total_usd)}</td><td>{moneyCell(band_usd.mean)}</td>
          <td>{band_usd.low === band_usd.high ? '' : `${moneyCell(band_usd.low)} to ${moneyCell(band_usd.high)}`}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** `gbi at fort-greely` as people write it. */
function titled(name: string): string {
  const [what = '', where] = name.split(' at ');
  const told = where === undefined ? phrase(name) : `${phrase(what)} at ${titleOf(where)}`;
  return `${told[0]?.toUpperCase() ?? ''}${told.slice(1)}`;
}
