/** The price on the first screen, in one line; the chapter has all of it. */
import { useEffect, type ReactElement } from 'react';
import { incompleteLine, priceLine } from '../../figures/price/price-words.js';
import { showView } from '../state/session.js';
import type { ToldPrice } from './messages.js';
import { attendPrice, usePrice } from './state.js';

export function PriceLine(): ReactElement | null {
  const { priced, isStale, none } = usePrice();
  useEffect(attendPrice, []);
  const cost = priced?.cost;
  return (
    <section className="block price-line" aria-labelledby="price-line" data-done={!isStale}>
      <h2 id="price-line" className="label">Price</h2>
      <p data-testid="price-line">{none !== '' ? `No price: ${none}` : cost === undefined ? 'Being worked out.' : <Told cost={cost} />}</p>
      {cost !== undefined && none === '' && cost.incomplete.length > 0 && <p className="term price-missing">{incompleteLine(cost)}</p>}
    </section>
  );
}

function Told({ cost }: { readonly cost: ToldPrice }): ReactElement {
  const [head, band] = priceLine(cost);
  return <><button type="button" className="link" title="By element and by year, with what is in it" onClick={() => showView('price')}><strong>{head}</strong></button> <span className="term">{band}</span></>;
}
