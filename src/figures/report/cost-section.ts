/** What the shield costs: the price in a sentence, element by element and by fiscal year, with its scope, the price index, and published totals beside it. */
import { besidePublished } from '../../policy/cost/beside-published.js';
import { readEstimates } from '../../policy/cost/estimates.js';
import { priceIndexOf } from '../../policy/cost/price-index.js';
import type { ScenarioCost } from '../../policy/cost/scenario-cost.js';
import { namesOf } from '../words/catalogue-names.js';
import { billionsText, givenText } from '../words/given-words.js';
import { countText, significantText } from '../numbers.js';
import { KIND_LABELS, listed, moneyCell, moneyText, priceSentence } from '../price/price-words.js';
import { dataTable, pairs } from './data-table.js';
import { html, type Html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

/** For everybody: one sentence, and what each one stopped comes to. */
export function priceSection({ cost, summary }: ReportMaterial): ReportSection | null {
  if (cost === undefined) return null;
  const each = perStopped(cost);
  return { id: 'price', title: 'What it costs', body: html`<p>${priceSentence(cost)}${each === '' ? '' : ` ${each} (${significantText(summary.funnel.killed, 3)} are stopped in an attack on average).`} <a href="#cost">Element by element</a>.</p>` };
}

const perStopped = ({ perWarheadStopped_usd }: ScenarioCost): string => (perWarheadStopped_usd === null ? '' : `For each one stopped in one such attack: ${moneyText(perWarheadStopped_usd, 2)}`);

export function costSection({ cost, catalogue }: ReportMaterial): ReportSection | null {
  if (cost === undefined) return null;
  const { scope, preset, priceYear, ranged_count, total_usd } = cost, { layerTitle, phrase: words } = namesOf(catalogue), phrase = (line: string): string => words(line.replace(/:/g, ' :')).replace(/ :/g, ':');
  return {
    id: 'cost', title: 'Cost',
    body: html`<p><strong>${priceSentence(cost)}</strong>${total_usd === null ? '' : ` In dollars of ${priceYear}; interceptors in orbit priced after ${preset.title}. The range is the 5th to 95th percentile over ${countText(ranged_count)} cards with a range: what is not known, not chance.`}</p>
${total_usd === null ? null : html`${elements(cost, layerTitle)}${figures(cost)}${years(cost)}`}
<h4 id="cost-scope">What the price includes</h4>
<ul>${scope.includes.map((line) => html`<li>${phrase(line)}</li>`)}</ul>
<h4 id="cost-leaves-out">What it leaves out</h4>
<ul>${scope.leavesOut.map((line) => html`<li>${phrase(line)}</li>`)}</ul>
${published(cost, catalogue)}${deflator(cost, catalogue)}`,
  };
}

function elements({ layers, priceYear }: ScenarioCost, titled: (name: string) => string): Html {
  return dataTable({
    caption: `Elements, billions (B) and millions (M) of dollars of ${priceYear}; cards at their values, and mean, low and high over their ranges`, isSmall: true, isWide: true,
    columns: [{ head: 'element' }, ...['in service', 'before service', 'renewal', 'operations', 'total', 'mean', 'low', 'high'].map((head) => ({ head, align: 'right' as const })), { head: 'stands and is paid for' }, { head: 'mark' }],
    rows: layers.map(({ name, satellites_count, years: spent, replenishment_usd, operations_usd, total_usd, band_usd, standing, mark }) => [
      titled(name), countText(satellites_count), moneyCell(spent[0]?.acquisition_usd ?? 0), moneyCell(replenishment_usd), moneyCell(operations_usd), moneyCell(total_usd), moneyCell(band_usd.mean), moneyCell(band_usd.low), moneyCell(band_usd.high), standing, mark ?? '',
    ]),
  });
}

function figures({ perWarheadStopped_usd, stopped, sunk_usd, sunkUnknown, payers }: ScenarioCost): Html {
  const rows: (readonly [string, string])[] = [
    ...(perWarheadStopped_usd === null || stopped === null ? [] : [['For each one stopped', `${moneyText(perWarheadStopped_usd)}: the mean total over ${significantText(stopped, 3)} stopped in one attack on average`] as const]),
    ...(sunk_usd > 0 ? [['Stands, and is not counted', `${moneyText(sunk_usd)} to buy now${sunkUnknown.length === 0 ? '' : `, without ${listed(sunkUnknown)}, of which no price is known`}`] as const] : []),
    ...payers.filter(({ nation }) => nation !== '').map(({ nation, total_usd }) => [`Of it, paid by ${nation}`, moneyText(total_usd)] as const),
  ];
  return rows.length === 0 ? html`` : pairs(rows);
}

function years({ fiscalYears, schedule, announced, priceYear }: ScenarioCost): Html {
  const most = Math.max(1, ...fiscalYears.map(({ spend_usd, announced_usd }) => Math.max(spend_usd, announced_usd ?? 0)));
  const claims = announced.filter(({ kind }) => kind === 'claim').map(({ who, published: when, amount }) => `${givenText(amount, billionsText)} by ${who}, ${when}`);
  return html`<h4 id="cost-years">Year by year</h4>
${dataTable({
    caption: `Spending by fiscal year, dollars of ${priceYear}; announced money in dollars of its own year`, isSmall: true, isWide: true,
    columns: [{ head: 'fiscal year' }, { head: 'mean', align: 'right' }, { head: 'drawn' }, { head: 'low to high', align: 'right' }, { head: 'announced', align: 'right' }, { head: 'kind' }, { head: 'gap', align: 'right' }],
    rows: fiscalYears.map(({ fiscalYear, spend_usd, low_usd, high_usd, announced_usd, announcedKind, gap_usd }) => [
      String(fiscalYear), moneyCell(spend_usd), html`<span class="bar" style="width:${Math.round((1000 * spend_usd) / most) / 10}%"></span>`, `${moneyCell(low_usd)} to ${moneyCell(high_usd)}`, announced_usd === null ? '' : moneyCell(announced_usd), announcedKind ?? '', gap_usd === null ? '' : moneyCell(gap_usd),
    ]),
  })}
<p class="note">${`Acquisition is spread evenly over the ${countText(schedule.build_y)} years before ${schedule.serviceFrom}, assumed to be the first of service. The gap is a difference of two sums and no judgement on either.${claims.length === 0 ? '' : ` Totals named without years: ${claims.join('; ')}.`}`}</p>`;
}

function published(cost: ScenarioCost, catalogue: ReportMaterial['catalogue']): Html | null {
  const rows = besidePublished(cost, readEstimates(catalogue), priceIndexOf(catalogue));
  if (rows.length === 0 || cost.total_usd === null) return null;
  return html`<h4 id="cost-published">Beside published totals</h4>
${dataTable({
    caption: 'Published totals, billions of dollars, and ours for the kinds of elements that both price', isSmall: true, isWide: true,
    columns: [{ head: 'estimate' }, { head: 'theirs', align: 'right' }, { head: 'dollars of' }, { head: 'ours, the same kinds', align: 'right' }, { head: 'both price' }, { head: 'only ours' }, { head: 'their scope' }],
    rows: rows.map(({ author, work, published: when, total, priceYear, ours_usd, both, onlyOurs, scope }) => [
      html`${`${author}, ${when.slice(0, 4)}`}, <cite>${work}</cite>`, givenText(total, billionsText), priceYear === null ? 'not stated' : String(priceYear), ours_usd === null ? '' : moneyCell(ours_usd), both === null ? 'not said' : both.map((kind) => KIND_LABELS[kind]).join(', '), onlyOurs.map((kind) => KIND_LABELS[kind]).join(', '), scope,
    ]),
  })}
<p class="note">Each is its author's, for another shield against another raid; ours is that of this scenario. They are not averaged and none is judged. <code>npx cupola compare-estimates</code> takes the difference between two of them apart.</p>`;
}

/** Which price years were brought to that of the answer, and by what. */
function deflator({ priceYear }: ScenarioCost, catalogue: ReportMaterial['catalogue']): Html | null {
  const index = priceIndexOf(catalogue), to = index[priceYear];
  if (to === undefined) return null;
  const cards = Object.values(index), sources = [...new Set(cards.map(({ source, where }) => [source, where].filter((text) => text !== '').join(', ')))], standings = [...new Set(cards.map(({ standing }) => standing))];
  return html`<h4 id="cost-deflator">Deflator</h4>
<p>${`Dollars of other years are brought to ${priceYear} by a price index (${priceYear} = ${significantText(to.value, 5)}; ${standings.join(' and ')}): ${sources.join('; ')}.`}</p>`;
}
