/** All published prices beside ours under their assumptions, and why any two of them differ; empty where no source says. */
import { useCallback, useId, type ReactElement } from 'react';
import type { FigureDocument } from '../../figures/figure-document.js';
import { neededFactors } from '../../figures/needed-factors.js';
import { countText, significantText } from '../../figures/numbers.js';
import type { Estimate } from '../../policy/cost/estimates.js';
import type { Waterfall } from '../../policy/cost/waterfall.js';
import { Figure } from './figure.js';
import { comparePrices, useNeeded } from './state.js';

export function PublishedPrices(): ReactElement | null {
  const prices = useNeeded((state) => state.prices);
  if (prices === null) return null;
  const { estimates, from, to, waterfall } = prices, computed = estimates.filter(({ preset }) => preset !== null);
  return (
    <section className="block" aria-labelledby="needed-prices">
      <h2 id="needed-prices" className="label">Published prices, and why two of them differ</h2>
      <p className="needed-pair">
        <Choice title="From" items={computed} chosen={from} onChoose={(id) => comparePrices(id, to)} />
        <Choice title="to" items={computed} chosen={to} onChoose={(id) => comparePrices(from, id)} />
      </p>
      {typeof waterfall === 'string' ? <p className="settling">These two cannot be compared: {waterfall}.</p> : <Taken waterfall={waterfall} />}
      <div className="wide-table" tabIndex={0} role="region" aria-label="Published prices">
        <table className="numbers needed-prices">
          <thead><tr><th scope="col">Estimate</th><th scope="col" className="needed-sum">Theirs</th><th scope="col" className="needed-sum">Ours</th><th scope="col" className="needed-sum">Satellites</th><th scope="col" className="needed-sum">Missiles</th><th scope="col">How ours comes to it</th></tr></thead>
          <tbody>{estimates.map((estimate) => <Row key={estimate.id} estimate={estimate} />)}</tbody>
        </table>
      </div>
      <p className="term">Ours is under their assumptions. B is a billion dollars of the year named. An empty cell is one that no source gives. Each estimate has its own scope; none is averaged with another and none is judged.</p>
    </section>
  );
}

function Row({ estimate }: { readonly estimate: Estimate }): ReactElement {
  const { id, author, published, about, satellites, missiles, total, ours, priceYear, mark, calibrated, why } = estimate;
  return (
    <tr data-estimate={id}>
      <th scope="row">{author} {published.slice(0, 4)} <span className="term">{about}</span></th>
      <td className="needed-sum">{total === null ? '' : billions(total.value)}{total !== null && priceYear !== null && <span className="term">of {priceYear}</span>}</td>
      <td className="needed-sum">{ours === null ? '' : billions(ours.total_usd)}</td>
      <td className="needed-sum">{satellites === null ? '' : countText(satellites.value)}</td>
      <td className="needed-sum">{missiles === null ? '' : countText(missiles.value)}</td>
      <td><span className="needed-mark" data-mark={mark}>{mark.replaceAll('-', ' ')}</span>{calibrated !== null && ` in ${nameOfKey(calibrated)}`} <span className="term">{why}</span></td>
    </tr>
  );
}

function Taken({ waterfall }: { readonly waterfall: Waterfall }): ReactElement {
  const { from, to, fromCommon_usd, toCommon_usd, shares, leftOut, invalid, unknown } = waterfall;
  const draw = useCallback((width: number, document: FigureDocument) => neededFactors({
    from: { name: from, value: fromCommon_usd }, to: { name: to, value: toCommon_usd },
    steps: shares.map(({ input, factor }) => ({ title: nameOfKey(input), factor })), width, valueText: billions,
  }, { end: 'var(--context)', more: 'var(--through)', fewer: 'var(--defence)' }, document), [from, to, fromCommon_usd, toCommon_usd, shares]);
  return (
    <>
      {shares.length === 0 ? <p className="settling">{invalid.length > 0 ? 'Every order of changing one assumption after the other passes through a mixture that cannot be.' : 'Nothing that both give differs.'}</p> : <Figure draw={draw} name="prices" />}
      <p className="term">
        Each bar is one assumption changed, averaged on the logarithm over all orders that are possible (Shapley).
        {leftOut.length > 0 && ` Left out on both sides, because one does not give it: ${leftOut.map(({ part }) => part).join(', ')}.`}
        {unknown.length > 0 && ` Not told apart, because one side does not give it: ${unknown.join(', ')}.`}
        {invalid.length > 0 && ` ${countText(invalid.length)} mixtures cannot be, as ${from} with ${(invalid[0]?.changed ?? []).map(nameOfKey).join(', ')} of ${to}: ${invalid[0]?.why}.`}
      </p>
    </>
  );
}

function Choice({ title, items, chosen, onChoose }: { readonly title: string; readonly items: readonly Estimate[]; readonly chosen: string; readonly onChoose: (id: string) => void }): ReactElement {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{title}</label>
      <select id={id} className="slot" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {items.map(({ id: value, author, published, about }) => <option key={value} value={value}>{author} {published.slice(0, 4)}, {about}</option>)}
      </select>
    </>
  );
}

/** As keys of cards stand in the data, in words: `mass_kg` is mass. */
const nameOfKey = (key: string): string => key.replace(/_[A-Za-z0-9]+$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const billions = (amount_usd: number): string => `$${significantText(amount_usd / 1e9, 3)}B`;
