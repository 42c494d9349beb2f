/** Spending by fiscal year with the money announced beside it, as a picture and as a table. */
import { useCallback, type ReactElement } from 'react';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { billionsText, givenText } from '../../figures/words/given-words.js';
import { moneyCell } from '../../figures/price/price-words.js';
import { priceYearsFigure } from '../../figures/price/price-years-figure.js';
import { Figure } from '../number-needed/figure.js';
import type { ToldPrice } from './messages.js';

const COLOURS = { building: 'var(--attack)', service: 'var(--defence)', range: 'var(--context)', announced: 'var(--text)', line: 'var(--line)' };

export function ByYear({ cost: { fiscalYears, schedule, announced } }: { readonly cost: ToldPrice }): ReactElement {
  const draw = useCallback((width: number, document: FigureDocument) => priceYearsFigure(fiscalYears, width, COLOURS, document), [fiscalYears]);
  const voted = announced.filter(({ kind }) => kind !== 'claim'), claims = announced.filter(({ kind }) => kind === 'claim');
  return (
    <section className="block" aria-labelledby="price-years">
      <h2 id="price-years" className="label">By fiscal year, beside money announced</h2>
      <ul className="needed-legend">
        <li><span className="price-key" data-key="building" />before service</li><li><span className="price-key" data-key="service" />in service</li><li><span className="price-key" data-key="range" />price ranges</li><li><span className="price-key" data-key="announced" />announced for the year</li>
      </ul>
      <Figure draw={draw} name="price-years" />
      <details className="price-table">
        <summary>The same as a table</summary>
        <div className="wide-table" tabIndex={0} role="region" aria-label="Spending by fiscal year">
          <table className="numbers needed-numbers" data-testid="price-years-table">
            <thead><tr><th scope="col">Fiscal year</th><th scope="col">of service</th><th scope="col">mean</th><th scope="col">low</th><th scope="col">high</th><th scope="col">announced</th><th scope="col">gap</th></tr></thead>
            <tbody>{fiscalYears.map(({ fiscalYear, serviceYear, spend_usd, low_usd, high_usd, announced_usd, announcedKind, gap_usd }) => (
              <tr key={fiscalYear}><th scope="row">{fiscalYear}</th><td>{serviceYear ?? ''}</td><td>{moneyCell(spend_usd)}</td><td>{moneyCell(low_usd)}</td><td>{moneyCell(high_usd)}</td><td>{announced_usd === null ? '' : `${moneyCell(announced_usd)} ${announcedKind ?? ''}`}</td><td>{gap_usd === null ? '' : moneyCell(gap_usd)}</td></tr>
            ))}</tbody>
          </table>
        </div>
      </details>
      <p className="term">Acquisition is spread evenly over the {schedule.build_y} years before {schedule.serviceFrom}, assumed to be the first of service. {voted.map(({ who, fiscalYear, kind, amount }) => `${givenText(amount, billionsText)} ${kind} for ${fiscalYear ?? ''} (${who})`).join('; ')}. Totals named without years: {claims.map(({ who, published, amount }) => `${givenText(amount, billionsText)} by ${who}, ${published}`).join('; ')}. Announced money is in dollars of its own year and buys what it buys.</p>
    </section>
  );
}
