/** The answer of `cupola cost` as JSON and as text. */
import { keyWords, markWords, seenWords } from '../../figures/mark-words.js';
import { countText, significantText } from '../../figures/numbers.js';
import { textPairs, textTable, wrapText } from '../../figures/text-table.js';
import type { CostAnswer } from '../../policy/cost/cost-answer.js';
import { wantWords } from '../../policy/cost/lacking.js';
import type { CostNumber, CostPreset, Mark } from '../../policy/cost/preset.js';
import { incompleteWords, type ScenarioCost } from '../../policy/cost/scenario-cost.js';
import type { Output } from '../frame/output.js';

export interface ToldCost {
  readonly answer: CostAnswer;
  /** The same where a scenario is priced. */
  readonly scenario: ScenarioCost | undefined;
  readonly preset: CostPreset;
  readonly stopped: number | undefined;
  readonly runs: number;
  readonly used: readonly (CostNumber & { readonly preset: string })[];
  /** By which a number of the preset is given. */
  readonly setFlag: string;
}

export function costDocument({ answer, scenario, preset, stopped, runs, used }: ToldCost): Record<string, unknown> {
  const { total_usd, atValues_usd, priceYear, incomplete, perWarheadStopped_usd, ranged_count, draws, impossible_count } = answer;
  return {
    total_usd, atValues_usd, priceYear, isComplete: incomplete.length === 0, incomplete: incomplete.map((each) => ({ ...each, words: `incomplete: ${incompleteWords(each)}` })), preset: preset.name, note: preset.note, mark: preset.mark, calibrated: preset.calibrated,
    layers: answer.layers.map(({ satellites_count, built_count, launches_count = null, mass_kg = null, years: _years, ...layer }) => ({ ...layer, count: satellites_count, built: built_count, launches: launches_count, mass_kg })),
    years: answer.years, perWarheadStopped_usd, stopped: stopped ?? null, runs, notPriced: incomplete.filter(({ what }) => what === 'everything').map(({ element }) => element),
    ...(scenario === undefined ? {} : { scope: scenario.scope, fiscalYears: scenario.fiscalYears, schedule: scenario.schedule, announced: scenario.announced, sunk_usd: scenario.sunk_usd, sunkUnknown: scenario.sunkUnknown, payers: scenario.payers, marginal: scenario.marginal }),
    notKnown: { low: 'p5', high: 'p95', cards: ranged_count, draws, impossible: impossible_count },
    numbers: used,
  };
}

export function costText({ answer, preset, stopped, runs, used, setFlag }: ToldCost, output: Output): string {
  const { total_usd, priceYear, atValues_usd, incomplete, ranged_count, impossible_count } = answer, isIncomplete = incomplete.map((each) => `Incomplete: ${incompleteWords(each)}.`).join('\n');
  if (total_usd === null || atValues_usd === null) return incomplete.length === 0 ? 'The scenario has nothing to price, so there is no total.' : `Nothing of this shield has a price, so there is no total.\n${isIncomplete}`;
  const band = total_usd.low === total_usd.high ? '' : `, ${dollars(total_usd.low)} to ${dollars(total_usd.high)}`;
  const parts = [
    output.styled('bold', `${dollars(total_usd.mean)}${band} in dollars of ${priceYear}, ${afterWords(answer, preset)}`),
    textTable(
      [{ head: 'layer', align: 'left' }, ...['in service', 'built', 'development', 'units', 'launches', 'operations', 'total'].map((head) => ({ head, align: 'right' as const }))],
      answer.layers.map((layer) => {
        const cell = (part: (typeof layer.notCosted)[number], value_usd: number): string => (layer.notCosted.includes(part) ? '' : dollars(value_usd));
        return [layer.name, countText(layer.satellites_count), countText(Math.round(layer.built_count)), cell('development', layer.development_usd), cell('units', layer.units_usd), layer.mass_kg === undefined ? '' : cell('launches', layer.launches_usd), cell('operations', layer.operations_usd), dollars(layer.total_usd)];
      }),
    ),
    textPairs([
      ...answer.layers.flatMap((layer): [string, string][] => (layer.mass_kg === undefined ? [] : [[`Mass, ${layer.name}`, `${significantText(layer.mass_kg)} kg`]])),
      ...answer.layers.flatMap((layer): [string, string][] => (layer.launches_count === undefined ? [] : [[`Launches, ${layer.name}`, countText(Math.round(layer.launches_count))]])),
      ['Before service', dollars(answer.years[0]?.spend_usd ?? 0)],
      ['Dearest year of service', dearest(answer)],
      ...(answer.perWarheadStopped_usd === null || stopped === undefined ? [] : [['For each warhead stopped', `${dollars(answer.perWarheadStopped_usd)}, ${significantText(stopped)} stopped in an attack on average (${countText(runs)} attacks)`] as [string, string]]),
    ]),
  ];
  if (stopped === 0) parts.push('No warhead was stopped, so there is no price for each.');
  parts.push(textTable(
    [{ head: 'element', align: 'left' }, { head: 'amount', align: 'right' }, { head: 'after the numbers of', align: 'left' }],
    answer.layers.flatMap((layer) => layer.elements.map(({ element, amount_usd, sources, calibrated }) => [`${layer.name}, ${element}`, amount_usd === null ? '' : dollars(amount_usd), `${sources.join('; ')}${calibrated === null ? '' : `; calibrated in ${keyWords(calibrated)}`}`])),
  ));
  parts.push(...markLines(answer));
  if (preset.note !== '') parts.push(wrapText(`${preset.name}: ${preset.note}`, 110));
  const lacking = answer.layers.flatMap((layer) => layer.lacking.map(({ part, wants }): [string, string] => [`${layer.name}, ${part}`, wants.map(wantWords).join('; ')]));
  if (lacking.length > 0) parts.push(`Not costed, and not taken as nothing (a number is given with --${setFlag} KEY=NUMBER):\n${textPairs(lacking, '  ')}`);
  if (isIncomplete !== '') parts.push(isIncomplete);
  if (ranged_count > 0) {
    parts.push(`The range is the 5th to 95th percentile over the ranges of ${ranged_count === 1 ? 'one card' : `${countText(ranged_count)} cards`}: what is not known, not chance. With every card at its value: ${dollars(atValues_usd)}.${impossible_count > 0 ? ` ${countText(impossible_count)} draws gave no possible layer and are left out.` : ''}`);
  } else parts.push('The source gives no ranges, so there is one number.');
  parts.push(textTable(
    [{ head: 'of', align: 'left' }, { head: 'number', align: 'left' }, { head: 'value', align: 'right' }, { head: 'low', align: 'right' }, { head: 'high', align: 'right' }, { head: 'standing', align: 'left' }, { head: 'source', align: 'left' }],
    used.map((card) => [card.preset, card.key, significantText(card.value, 8), card.low === null ? '' : significantText(card.low, 8), card.high === null ? '' : significantText(card.high, 8), [card.standing, isCalibrated(answer, card) ? 'calibrated' : '', seenWords(card.seen)].filter(Boolean).join(', '), card.source === '' ? card.where : card.source]),
  ));
  return parts.join('\n\n');
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

function dearest({ years }: CostAnswer): string {
  const service = years.filter(({ year }) => year > 0), most = service.reduce((a, b) => (b.spend_usd > a.spend_usd ? b : a), service[0] ?? { year: 0, spend_usd: 0 });
  return `${dollars(most.spend_usd)}, in year ${most.year}`;
}

/** Money in words that fit its size. */
export function dollars(amount_usd: number): string {
  const size = Math.abs(amount_usd);
  if (size >= 1e9) return `$${significantText(amount_usd / 1e9)} billion`;
  if (size >= 1e6) return `$${significantText(amount_usd / 1e6)} million`;
  return `$${significantText(amount_usd)}`;
}
