/** What the shield as edited would cost: total, by element, by year beside money announced, what is in it, and what others have published. */
import { useEffect, type ReactElement } from 'react';
import { incompleteLine, KIND_WORDS, listed, moneyText, priceHead, priceRest } from '../../figures/price/price-words.js';
import { readable } from '../answer/titles.js';
import { ByElement } from './by-element.js';
import { ByYear } from './by-year.js';
import { Choices } from './choices.js';
import type { Priced } from './messages.js';
import { PublishedTotals } from './published-totals.js';
import { attendChapter, usePrice } from './state.js';
import '../number-needed/chapter.css';
import './price.css';

export default function Chapter(): ReactElement {
  const { settings, priced, isStale, none } = usePrice();
  useEffect(attendChapter, []);
  return (
    <div className="needed priced" data-done={!isStale}>
      <h1 className="visually-hidden">Price</h1>
      <Choices settings={settings} priced={priced} />
      <div className="needed-answer">
        <Headline priced={priced} isStale={isStale} none={none} />
        {priced !== null && none === '' && priced.cost.total_usd !== null && (
          <>
            <ByYear cost={priced.cost} />
            <ByElement cost={priced.cost} />
            <Scope priced={priced} />
            <PublishedTotals published={priced.published} />
          </>
        )}
      </div>
    </div>
  );
}

function Headline({ priced, isStale, none }: { readonly priced: Priced | null; readonly isStale: boolean; readonly none: string }): ReactElement {
  const cost = priced?.cost;
  return (
    <section className="headline" data-testid="price-headline">
      <p className="headline-sentence" aria-live="polite">{none !== '' ? 'No price' : cost === undefined ? 'Pricing the shield' : priceHead(cost)}</p>
      <p className="headline-rest">{none !== '' ? none : cost === undefined ? '' : priceRest(cost)}</p>
      {cost !== undefined && none === '' && cost.incomplete.length > 0 && <p className="headline-rest price-incomplete">{incompleteLine(cost)}</p>}
      <p className="settling">{isStale ? 'Being worked out.' : cost === undefined ? '' : `The range is the 5th to 95th percentile over ${cost.ranged_count} price cards: what is not known, not chance. No attack is simulated for it.`}</p>
    </section>
  );
}

function Scope({ priced: { cost } }: { readonly priced: Priced }): ReactElement {
  const { scope, sunk_usd, sunkUnknown, payers } = cost, others = payers.filter(({ nation }) => nation !== '');
  return (
    <section className="block" aria-labelledby="price-scope">
      <h2 id="price-scope" className="label">What is in it, and what is not</h2>
      <p>Priced: {listed(scope.kinds.map((kind) => KIND_WORDS[kind]))}.{sunk_usd > 0 && ` What stands and is not counted would cost ${moneyText(sunk_usd, 3)} to buy now${sunkUnknown.length === 0 ? '' : `, without ${listed(sunkUnknown)}, of which no price is known`}.`}{others.map(({ nation, total_usd }) => ` Of the total, ${moneyText(total_usd, 3)} is for ${readable(nation)}’s own elements.`)}</p>
      <div className="price-scope">
        <div><h3>Includes</h3><ul>{scope.includes.map((line) => <li key={line}>{line}</li>)}</ul></div>
        <div><h3>Leaves out</h3><ul>{scope.leavesOut.map((line) => <li key={line}>{line}</li>)}</ul></div>
      </div>
    </section>
  );
}
