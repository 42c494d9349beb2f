/** All published prices beside ours under their assumptions, and why any two of them differ; empty where no source says. */
import { useCallback, useId, useMemo, type ReactElement } from 'react';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { neededFactors } from '../../figures/pictures/needed-factors.js';
import { givenText, wholeText } from '../../figures/words/given-words.js';
import { lackingWords } from '../../figures/words/lacks-words.js';
import { keyWords, seenWords } from '../../figures/words/mark-words.js';
import { countText, significantText } from '../../figures/numbers.js';
import type { Estimate } from '../../policy/cost/estimates.js';
import type { Waterfall } from '../../policy/cost/waterfall.js';
import { FactorsTable } from './factors-table.js';
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
          <thead><tr><th scope="col">Estimate</th><th scope="col" className="needed-sum">Theirs</th><th scope="col" className="needed-sum">Ours</th><th scope="col" className="needed-sum">Satellites</th><th scope="col" className="needed-sum">Missiles</th><th scope="col">Mark</th></tr></thead>
          {estimates.map((estimate) => <Row key={estimate.id} estimate={estimate} />)}
        </table>
      </div>
      <p className="term">Ours is under their assumptions. B is a billion dollars of the year named. An empty cell is one that no source gives. Each estimate has its own scope; none is averaged with another and none is judged.</p>
    </section>
  );
}

function Row({ estimate }: { readonly estimate: Estimate }): ReactElement {
  const { id, author, work, published, pages, scope, caveat, satellites, missiles, perMissile, total, ours, priceYear, mark, marked, calibrated, why } = estimate;
  const unchecked = [...new Set([satellites, missiles, perMissile, total].flatMap((given) => (given === null ? [] : [seenWords(given.seen)])))].filter(Boolean);
  return (
    <tbody data-estimate={id}>
      <tr>
        <th scope="row">{author} {published.slice(0, 4)}</th>
        <td className="needed-sum" data-label="theirs">{givenText(total, billions)}{total !== null && priceYear !== null && <span className="term">of {priceYear}</span>}</td>
        <td className="needed-sum" data-label="ours">{ours === null ? '' : billions(ours.total_usd)}</td>
        <td className="needed-sum" data-label="satellites">{givenText(satellites, wholeText)}{ours !== null && <span className="term">ours {wholeText(ours.satellites_count)}</span>}</td>
        <td className="needed-sum" data-label="missiles">{givenText(missiles, wholeText)}{perMissile !== null && <span className="term">{givenText(perMissile, wholeText)} for each</span>}</td>
        <td><span className="needed-mark" data-mark={mark}>{mark.replaceAll('-', ' ')}</span>{calibrated !== null && <span className="term">in {keyWords(calibrated)}</span>}{marked !== null && <span className="term">{MARKED[marked]}</span>}</td>
      </tr>
      <tr className="needed-note">
        <td colSpan={6}>{scope[0]?.toUpperCase()}{scope.slice(1)}. {why} {caveat} {unchecked.map((words) => `${words[0]?.toUpperCase()}${words.slice(1)}.`).join(' ')} <cite>{work}</cite>, {published}: {pages.map((page, index) => <span key={page}>{index > 0 && ', '}<a href={page} rel="noreferrer">{hostOf(page)}</a></span>)}</td>
      </tr>
    </tbody>
  );
}

const MARKED: Readonly<Record<NonNullable<Estimate['marked']>, string>> = { total_usd: 'its price', satellites_count: 'its satellites', perMissile: 'its number for each' };

/** Of an address, as readers know it. */
const hostOf = (page: string): string => page.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '');

function Taken({ waterfall }: { readonly waterfall: Waterfall }): ReactElement {
  const { from, to, fromCommon_usd, toCommon_usd, shares, leftOut, invalid, unknown, unknownOf } = waterfall;
  const steps = useMemo(() => shares.map(({ input, factor }) => ({ title: keyWords(input), factor })), [shares]);
  const ends = useMemo(() => ({ from: { name: from, value: fromCommon_usd }, to: { name: to, value: toCommon_usd } }), [from, to, fromCommon_usd, toCommon_usd]);
  const draw = useCallback((width: number, document: FigureDocument) => neededFactors({ ...ends, steps, width, valueText: billions }, { end: 'var(--context)', more: 'var(--through)', fewer: 'var(--defence)' }, document), [ends, steps]);
  return (
    <>
      {shares.length === 0 ? <p className="settling">{invalid.length > 0 ? 'Every order of changing one assumption after the other passes through a mixture that cannot be.' : 'Nothing that both give differs.'}</p> : <><Figure draw={draw} name="prices" /><FactorsTable {...ends} steps={steps} name="prices" write={billions} /></>}
      <p className="term">
        Each bar is one assumption changed, averaged on the logarithm over all orders that are possible (Shapley).
        {leftOut.length > 0 && ` Left out on both sides: ${lackingWords(leftOut.map(({ part, lacks }) => ({ name: part, lacks })), from, to)}.`}
        {unknown.length > 0 && ` Not told apart: ${lackingWords(unknown.map((name) => ({ name, lacks: unknownOf[name] ?? 'both' })), from, to)}.`}
        {invalid.length > 0 && ` ${countText(invalid.length)} mixtures cannot be, as ${from} with ${(invalid[0]?.changed ?? []).map(keyWords).join(', ')} of ${to}: ${invalid[0]?.why}.`}
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
        {items.map(({ id: value, author, published, scope }) => <option key={value} value={value}>{author} {published.slice(0, 4)}, {scope}</option>)}
      </select>
    </>
  );
}

const billions = (amount_usd: number): string => `$${significantText(amount_usd / 1e9, 3)}B`;
