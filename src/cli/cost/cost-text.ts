/** The price of one preset as text, and the parts that a scenario's price shares with it. */
import { keyWords, markWords, seenWords } from '../../figures/words/mark-words.js';
import { countText, significantText } from '../../figures/numbers.js';
import { moneyText } from '../../figures/price/price-words.js';
import { textPairs, textTable, wrapText } from '../../figures/text-table.js';
import type { CostAnswer } from '../../policy/cost/cost-answer.js';
import { wantWords } from '../../policy/cost/lacking.js';
import type { CostNumber, Mark } from '../../policy/cost/preset.js';
import { incompleteWords } from '../../policy/cost/scenario-cost.js';
import type { Output } from '../frame/output.js';
import type { ToldCost } from './cost-document.js';

export function costText(told: ToldCost, output: Output): string {
  const { answer, preset } = told, { total_usd, priceYear, years } = answer;
  if (total_usd === null) return 'Nothing has a price, so there is no total.';
  const band = total_usd.low === total_usd.high ? '' : `, ${moneyText(total_usd.low)} to ${moneyText(total_usd.high)}`;
  return [
    output.styled('bold', `${moneyText(total_usd.mean)}${band} in dollars of ${priceYear}, priced after ${preset.title}`),
    textTable(
      [{ head: 'layer', align: 'left' }, ...['in service', 'built', 'development', 'units', 'launches', 'operations', 'total'].map((head) => ({ head, align: 'right' as const }))],
      answer.layers.map((layer) => {
        const cell = (part: (typeof layer.notCosted)[number], value_usd: number): string => (layer.notCosted.includes(part) ? '' : moneyText(value_usd));
        return [layer.name, countText(layer.satellites_count), countText(Math.round(layer.built_count)), cell('development', layer.development_usd), cell('units', layer.units_usd), cell('launches', layer.launches_usd), cell('operations', layer.operations_usd), moneyText(layer.total_usd)];
      }),
    ),
    textPairs([...countPairs(answer), ['Before service', moneyText(years[0]?.spend_usd ?? 0)], ['Dearest year of service', dearest(answer)]]),
    ...sourceParts(told),
  ].join('\n\n');
}

/** Masses and launches of satellites. */
export function countPairs({ layers }: CostAnswer): [string, string][] {
  return [
    ...layers.flatMap((layer): [string, string][] => (layer.mass_kg === undefined ? [] : [[`Mass, ${layer.name}`, `${significantText(layer.mass_kg)} kg`]])),
    ...layers.flatMap((layer): [string, string][] => (layer.launches_count === undefined ? [] : [[`Launches, ${layer.name}`, countText(Math.round(layer.launches_count))]])),
  ];
}

/** Whose numbers they are, what is missing, how far they move, and the numbers themselves. */
export function sourceParts({ answer, preset, used, setFlag }: ToldCost): string[] {
  const { atValues_usd, incomplete, ranged_count, impossible_count, layers } = answer;
  const lacking = layers.flatMap((layer) => layer.lacking.map(({ part, wants }): [string, string] => [`${layer.name}, ${part}`, wants.map(wantWords).join('; ')]));
  return [
    textTable(
      [{ head: 'element', align: 'left' }, { head: 'amount', align: 'right' }, { head: 'after the numbers of', align: 'left' }],
      layers.flatMap((layer) => layer.elements.map(({ element, amount_usd, sources, calibrated }) => [`${layer.name}, ${element}`, amount_usd === null ? '' : moneyText(amount_usd), `${sources.join('; ')}${calibrated === null ? '' : `; calibrated in ${keyWords(calibrated)}`}`])),
    ),
    ...markLines(answer),
    ...(preset.note === '' || !layers.some((layer) => layer.preset === preset.name) ? [] : [wrapText(`${preset.name}: ${preset.note}`, 110)]),
    ...(lacking.length === 0 ? [] : [`Not costed, and not taken as nothing (a number is given with --${setFlag} KEY=NUMBER):\n${textPairs(lacking, '  ')}`]),
    ...(incomplete.length === 0 ? [] : [incomplete.map((each) => `Incomplete: ${incompleteWords(each)}.`).join('\n')]),
    ranged_count === 0 || atValues_usd === null ? 'The source gives no ranges, so there is one number.'
    : `The range is the 5th to 95th percentile over the ranges of ${ranged_count === 1 ? 'one card' : `${countText(ranged_count)} cards`}: what is not known, not chance. With every card at its value: ${moneyText(atValues_usd)}.${impossible_count > 0 ? ` ${countText(impossible_count)} draws gave no possible layer and are left out.` : ''}`,
    textTable(
      [{ head: 'of', align: 'left' }, { head: 'number', align: 'left' }, { head: 'value', align: 'right' }, { head: 'low', align: 'right' }, { head: 'high', align: 'right' }, { head: 'standing', align: 'left' }, { head: 'source', align: 'left' }],
      used.map((card) => [card.preset, card.key, significantText(card.value, 8), card.low === null ? '' : significantText(card.low, 8), card.high === null ? '' : significantText(card.high, 8), [card.standing, isCalibrated(answer, card) ? 'calibrated' : '', seenWords(card.seen)].filter(Boolean).join(', '), card.source === '' ? card.where : card.source]),
    ),
  ];
}

function markLines({ layers }: CostAnswer): string[] {
  return layers.flatMap(({ name, preset, mark, calibrated }) => {
    if (mark === null) return [];
    const meaning = calibrated === null ? MARK_MEANING[mark] : `${calibrated} was chosen so that the result of its source is met`;
    return [`${name}: the numbers of ${preset} are ${markWords(mark, calibrated)}${meaning === '' ? '' : `; ${meaning}`}.`];
  });
}

const MARK_MEANING: Readonly<Record<Mark, string>> = {
  reproduced: 'inputs and formulas are those of the source', calibrated: '', arithmetic: 'published figures that add up', 'not-reproducible': '',
};

function isCalibrated({ layers }: CostAnswer, { key, preset }: CostNumber & { readonly preset: string }): boolean {
  return layers.some((layer) => layer.preset === preset && layer.calibrated === key);
}

export function dearest({ years }: CostAnswer): string {
  const service = years.filter(({ year }) => year > 0), most = service.reduce((a, b) => (b.spend_usd > a.spend_usd ? b : a), service[0] ?? { year: 0, spend_usd: 0 });
  return `${moneyText(most.spend_usd)}, in year ${most.year}`;
}
