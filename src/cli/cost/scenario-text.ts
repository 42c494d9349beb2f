/** The price of a scenario's shield as text: element by element, year by year, at the margin, and beside what others have published. */
import { givenText, billionsText } from '../../figures/words/given-words.js';
import { countText, significantText } from '../../figures/numbers.js';
import { KIND_LABELS, listed, moneyCell, moneyText, priceSentence } from '../../figures/price/price-words.js';
import { textPairs, textTable, wrapText } from '../../figures/text-table.js';
import { besidePublished } from '../../policy/cost/beside-published.js';
import type { CostAnswer } from '../../policy/cost/cost-answer.js';
import type { Estimate } from '../../policy/cost/estimates.js';
import type { CostPreset } from '../../policy/cost/preset.js';
import type { PriceIndex } from '../../policy/cost/price-index.js';
import type { ScenarioCost } from '../../policy/cost/scenario-cost.js';
import type { Output } from '../frame/output.js';
import type { ToldCost } from './cost-document.js';
import { countPairs, dearest, sourceParts } from './cost-text.js';

const WIDE = 240, LINE = 110, INDENT = '  ';
const left = (head: string): { readonly head: string; readonly align: 'left' } => ({ head, align: 'left' });
const right = (head: string): { readonly head: string; readonly align: 'right' } => ({ head, align: 'right' });

export function scenarioText(told: ToldCost, answer: ScenarioCost, estimates: readonly Estimate[], index: PriceIndex, output: Output): string {
  const sentence = output.styled('bold', wrapText(priceSentence(answer), LINE));
  if (answer.total_usd === null) return sentence;
  return [
    sentence, wrapText(`In dollars of ${answer.priceYear}, ${afterWords(answer, answer.preset)}.`, WIDE), `Cards at their values, and mean, low and high over their ranges:\n${layersTable(answer)}`,
    textPairs([
      ...countPairs(answer), ['Before service', moneyText(answer.years[0]?.spend_usd ?? 0)], ['Dearest year of service', dearest(answer)],
      ...(answer.perWarheadStopped_usd === null || told.stopped === undefined ? [] : [['For each warhead stopped', `${moneyText(answer.perWarheadStopped_usd)}, ${significantText(told.stopped)} stopped in an attack on average (${countText(told.runs)} attacks)`] as [string, string]]),
      ...(answer.sunk_usd > 0 ? [['Stands, and is not counted', `${moneyText(answer.sunk_usd)} to buy now${answer.sunkUnknown.length === 0 ? '' : `, without ${listed(answer.sunkUnknown)}, of which no price is known`}`] as [string, string]] : []),
      ...answer.payers.filter(({ nation }) => nation !== '').map(({ nation, total_usd }): [string, string] => [`Of it, ${nation}'s own`, moneyText(total_usd)]),
    ]),
    ...(told.stopped === 0 ? ['No warhead was stopped, so there is no price for each.'] : []),
    ...marginalParts(answer, told.runs), yearsTable(answer), publishedTable(answer, estimates, index),
    `Includes:\n${answer.scope.includes.map((line) => INDENT + wrapText(line, LINE, INDENT)).join('\n')}`, `Leaves out:\n${answer.scope.leavesOut.map((line) => INDENT + wrapText(line, LINE, INDENT)).join('\n')}`,
    ...sourceParts(told),
  ].join('\n\n');
}

function layersTable({ layers }: ScenarioCost): string {
  return textTable(
    [left('element'), ...['in service', 'built', 'before service', 'renewal', 'operations', 'total', 'mean', 'low', 'high'].map(right), left('stands and is paid for')],
    layers.map(({ name, satellites_count, built_count, years, replenishment_usd, operations_usd, total_usd, band_usd, standing }) => [
      name, countText(satellites_count), countText(Math.round(built_count)), moneyCell(years[0]?.acquisition_usd ?? 0), moneyCell(replenishment_usd), moneyCell(operations_usd), moneyCell(total_usd), moneyCell(band_usd.mean), moneyCell(band_usd.low), moneyCell(band_usd.high), standing,
    ]),
  );
}

function marginalParts({ marginal, priceYear }: ScenarioCost, runs: number): string[] {
  if (marginal.length === 0) return [];
  const table = textTable(
    [left('a tenth more of'), right('from'), right('to'), right('costs more'), right('stops more'), right('for one more warhead stopped')],
    marginal.map(({ layer, from, to, addedCost_usd, addedStopped, perWarhead_usd, verdict }) => [
      layer, countText(from), countText(to), moneyCell(addedCost_usd), addedStopped.low === addedStopped.high && addedStopped.mean === 0 ? 'alike in all' : `${significantText(addedStopped.mean, 2)} (${significantText(addedStopped.low, 2)} to ${significantText(addedStopped.high, 2)})`,
      perWarhead_usd === null ? verdict : `${moneyCell(perWarhead_usd.mean, 2)} (${moneyCell(perWarhead_usd.low, 2)} to ${moneyCell(perWarhead_usd.high, 2)})`,
    ]),
  );
  return [`At the margin, in dollars of ${priceYear}; the same luck in ${countText(runs)} attacks, 95 % intervals of the simulation, cards at their values:\n${table}`];
}

function yearsTable({ fiscalYears, schedule, announced }: ScenarioCost): string {
  const table = textTable(
    [left('fiscal year'), right('of service'), right('spending, mean'), right('low'), right('high'), right('announced'), left(''), right('gap')],
    fiscalYears.map(({ fiscalYear, serviceYear, spend_usd, low_usd, high_usd, announced_usd, announcedKind, gap_usd }) => [
      String(fiscalYear), serviceYear === null ? '' : String(serviceYear), moneyCell(spend_usd), moneyCell(low_usd), moneyCell(high_usd), announced_usd === null ? '' : moneyCell(announced_usd), announcedKind ?? '', gap_usd === null ? '' : moneyCell(gap_usd),
    ]),
  );
  const claims = announced.filter(({ kind }) => kind === 'claim').map(({ who, published, amount }) => `${givenText(amount, billionsText)} by ${who}, ${published}`);
  return `${table}\n${wrapText(`Acquisition is spread evenly over the ${countText(schedule.build_y)} years before ${schedule.serviceFrom}, assumed to be the first of service (--buildYears, --serviceFrom). Announced money is in dollars of its own year and buys what it buys; the gap is a difference of two sums. Totals named without years: ${claims.join('; ')}.`, LINE)}`;
}

function publishedTable(answer: ScenarioCost, estimates: readonly Estimate[], index: PriceIndex): string {
  const table = textTable(
    [left('published'), right('theirs'), right('dollars of'), right('ours, the same kinds'), left('both price'), left('only ours')],
    besidePublished(answer, estimates, index).map(({ id, total, priceYear, ours_usd, both, onlyOurs }) => [
      id, givenText(total, billionsText), priceYear === null ? 'not stated' : String(priceYear), ours_usd === null ? '' : moneyCell(ours_usd), both === null ? 'not said' : both.map((kind) => KIND_LABELS[kind]).join(', '), onlyOurs.map((kind) => KIND_LABELS[kind]).join(', '),
    ]),
  );
  return `${table}\n${wrapText('Each is its author\'s, for another shield against another raid; ours is that of this scenario. What each includes and leaves out: cupola compare-estimates, or --json.', LINE)}`;
}

/** Satellites after the preset, sites and all else after their own cards: whoever prices an element is named with it. */
function afterWords({ layers }: CostAnswer, preset: CostPreset): string {
  const others = layers.filter((layer) => layer.preset !== preset.name), sites = [...new Set(others.filter(({ kind }) => kind === 'land').map(({ title }) => title))];
  const isAlone = others.length === layers.length;
  return [
    ...(isAlone ? [] : [`${others.length === 0 ? '' : 'satellites '}priced after ${preset.title}`]), ...(sites.length === 0 ? [] : [`sites after ${sites.join(' and ')}`]),
    ...(others.some(({ kind }) => kind !== 'land') ? [`${sites.length === 0 && isAlone ? 'each' : 'the rest'} after cards of its own`] : []),
  ].join(', ');
}
