/** `cupola compare-estimates`: published estimates beside ours under their assumptions, and why two of them differ. */
import { citationLine } from '../../figures/sentences/citation.js';
import { billionsText, givenText, wholeText } from '../../figures/words/given-words.js';
import { lackingWords, lacksWords } from '../../figures/words/lacks-words.js';
import { keyWords, markWords, seenWords } from '../../figures/words/mark-words.js';
import { significantText } from '../../figures/numbers.js';
import { moneyText } from '../../figures/price/price-words.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import { type Estimate, readEstimates } from '../../policy/cost/estimates.js';
import { findPreset, presetNames } from '../../policy/cost/preset.js';
import { priceIndexOf } from '../../policy/cost/price-index.js';
import { waterfall, type Waterfall, type WaterfallEnd } from '../../policy/cost/waterfall.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { refuseFlags } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { readPreset } from './cost-numbers.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import { provenanceOf } from '../frame/provenance.js';

const SHOWN_HYBRIDS = 6;

export const compareEstimatesCommand: Command = {
  name: 'compare-estimates',
  summary: 'published estimates beside ours under their assumptions, and which assumption makes two of them differ',
  usage: ['compare-estimates', 'compare-estimates --from A --to B [--setFrom KEY=NUMBER]… [--setTo KEY=NUMBER]…'],
  arguments: [],
  flags: [
    { name: 'from', value: 'A', doc: 'an estimate of the list or a cost preset' },
    { name: 'to', value: 'B', doc: 'another' },
    { name: 'setFrom', value: 'KEY=NUMBER', isRepeated: true, doc: 'change a number of A, which is then a preset' },
    { name: 'setTo', value: 'KEY=NUMBER', isRepeated: true, doc: 'change a number of B, which is then a preset' },
  ],
  examples: [
    ['cupola compare-estimates', 'all of them'],
    ['cupola compare-estimates --from aei-10 --to cbo-2026', 'AEI and CBO for ten missiles, assumption by assumption'],
    ['cupola compare-estimates --from aei-2025 --to aei-2025 --setTo speed_kmps=4 --setTo flyout_s=180', 'two designs by one study'],
  ],
  run: compareEstimates,
};

async function compareEstimates({ flags, output, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), estimates = readEstimates(catalogue);
  const isPair = flags.has('from') || flags.has('to');
  if (isPair && !flags.has('from')) flags.reject('from', 'an estimate to start from', 'give both --from and --to');
  if (isPair && !flags.has('to')) flags.reject('to', 'an estimate to arrive at', 'give both --from and --to');
  if (!isPair) refuseFlags(flags, ['setFrom', 'setTo'], 'only with --from and --to');
  const from = isPair ? readEnd(flags, 'from', 'setFrom', estimates, catalogue) : undefined;
  const to = isPair ? readEnd(flags, 'to', 'setTo', estimates, catalogue) : undefined;
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  const difference = from === undefined || to === undefined ? undefined : waterfall(from, to, priceIndexOf(catalogue));
  if (typeof difference === 'string') throw new BadInput([flagProblem('--from --to', difference, 'two estimates that price a part in common')]);
  const provenance = provenanceOf(catalogue, commandLine);
  if (output.isJson) output.json({ estimates: estimates.map(estimateDocument), ...(difference === undefined ? {} : { waterfall: difference }), provenance });
  else output.print([...(difference === undefined ? listText(estimates) : waterfallText(difference)), output.styled('dim', citationLine(provenance))].join('\n\n'));
  return 0;
}

function readEnd(flags: Flags, flag: string, setFlag: string, estimates: readonly Estimate[], catalogue: Catalogue): WaterfallEnd | undefined {
  const name = flags.text(flag);
  if (name === undefined) return undefined;
  const estimate = estimates.find(({ id }) => id === name);
  if (findPreset(catalogue, name) === undefined && estimate !== undefined) {
    if (estimate.preset === null) flags.reject(flag, `an estimate that can be computed: ${computable(estimates).join(', ')}`, `${name} is ${estimate.mark}: ${estimate.why}`);
    else if (flags.has(setFlag)) flags.reject(setFlag, 'a preset to change', `${name} is an estimate as published; its preset is ${estimate.preset.name}`);
    else return { name, preset: estimate.preset };
    return undefined;
  }
  const names = [...new Set([...computable(estimates), ...presetNames(catalogue)])];
  if (!names.includes(name)) {
    flags.problems.push(flagProblem(`--${flag}`, name, `an estimate or a preset: ${names.join(', ')}`, nameHint(name, names)));
    return undefined;
  }
  const preset = readPreset(flags, name, setFlag, catalogue, flag);
  return preset === undefined ? undefined : { name: [name, ...flags.texts(setFlag)].join(' '), preset };
}

const computable = (estimates: readonly Estimate[]): string[] => estimates.filter(({ preset }) => preset !== null).map(({ id }) => id);

function estimateDocument({ total, satellites, missiles, perMissile, preset, ...estimate }: Estimate): Record<string, unknown> {
  return {
    ...estimate, total_usd: total?.value ?? null, satellites: satellites?.value ?? null, missiles: missiles?.value ?? null, perMissile: perMissile?.value ?? null,
    preset: preset?.name ?? null, cards: { total_usd: total, satellites, missiles, perMissile },
  };
}

function listText(estimates: readonly Estimate[]): string[] {
  const table = textTable(
    [{ head: 'estimate', align: 'left' }, ...['satellites', 'ours', 'missiles', 'for each', 'price', 'ours', 'dollars of'].map((head) => ({ head, align: 'right' as const })), { head: 'mark', align: 'left' }],
    estimates.map(({ id, satellites, missiles, perMissile, total, ours, priceYear, mark, marked, calibrated }) => [
      id, givenText(satellites, wholeText), ours === null ? '' : wholeText(ours.satellites_count), givenText(missiles, wholeText), givenText(perMissile, wholeText),
      givenText(total, billionsText), ours === null ? '' : billionsText(ours.total_usd), priceYear === null ? '' : String(priceYear), `${markWords(mark, calibrated)}${marked === null ? '' : `: ${MARKED[marked]}`}`,
    ]),
  );
  const notes = estimates.map((estimate) => noteText(estimate)).join('\n');
  return [table, notes, wrapText('Satellites, missiles and price are what the source gives, a range as a range, B a billion dollars; ours is under its assumptions. Each estimate is its author\'s, with its own scope, years and prices; they are not averaged and none is judged. An empty cell is one that no source gives. Why two of them differ: --from A --to B.', LINE)];
}

const MARKED: Readonly<Record<NonNullable<Estimate['marked']>, string>> = { total_usd: 'price', satellites_count: 'satellites', perMissile: 'for each' };
const LINE = 110, INDENT = '  ';

/** Who, in which work, when and where; what it counts, how ours comes to it, and what to beware of. */
function noteText({ id, author, work, published, pages, scope, includes, leavesOut, scopeFrom, caveat, why, total, satellites, missiles, perMissile }: Estimate): string {
  const cells = ([['satellites', satellites], ['missiles', missiles], ['for each', perMissile], ['price', total]] as const).filter(([, given]) => given !== null);
  const unchecked = ['recalled', 'secondary'].flatMap((seen) => {
    const names = cells.filter(([, given]) => given?.seen === seen).map(([name]) => name);
    return names.length === 0 ? [] : [`${seenWords(seen)}: ${names.join(', ')}`];
  });
  const inOut = includes.length + leavesOut.length === 0 ? `What it includes is not said (${scopeFrom})` : `Includes ${includes.join(', ')}${leavesOut.length === 0 ? '' : `; leaves out ${leavesOut.join(', ')}`} (${scopeFrom})`;
  const sentences = [`Scope: ${scope}`, inOut, `How: ${why.replace(/\.$/, '')}`, ...(caveat === '' ? [] : [caveat.replace(/\.$/, '')]), ...unchecked.map((words) => words[0]?.toUpperCase() + words.slice(1))];
  const words = INDENT + wrapText(sentences.map((sentence) => `${sentence}.`).join(' '), LINE, INDENT);
  return [wrapText(`${id}: ${author}, ${work}, ${published}`, LINE, INDENT), words, ...pages.map((page) => `${INDENT}${page}`)].join('\n');
}

function waterfallText(difference: Waterfall): string[] {
  const { from, to, from_usd, to_usd, leftOut, fromCommon_usd, toCommon_usd, shares, invalid, orders, unknown, unknownOf, priceYears } = difference;
  const amount = (value_usd: number | null): string => (value_usd === null ? '' : moneyText(value_usd));
  const texts = [`${from}: ${moneyText(from_usd)} of ${priceYears[0]}; ${to}: ${moneyText(to_usd)} of ${priceYears[1]}`];
  if (leftOut.length > 0) {
    texts.push(`Left out on both sides; each amount without those above it, so that none is counted twice:\n${textTable([{ head: 'part', align: 'left' }, { head: from, align: 'right' }, { head: to, align: 'right' }, { head: '', align: 'left' }], leftOut.map((left) => [left.part, amount(left.from_usd), amount(left.to_usd), lacksWords(left.lacks, from, to)]))}`);
  }
  if (shares.length > 0) {
    let running_usd = fromCommon_usd;
    const rows = shares.map(({ input, factor }) => [keyWords(input), `× ${significantText(factor)}`, moneyText((running_usd *= factor))]);
    texts.push(textTable([{ head: 'assumption', align: 'left' }, { head: 'factor', align: 'right' }, { head: 'brings it to', align: 'right' }], [[`${from}, what both price`, '', moneyText(fromCommon_usd)], ...rows, [`${to}, what both price`, '', moneyText(toCommon_usd)]]));
    texts.push(`Each factor is the assumption's Shapley share of the logarithm: the mean over ${orders < 1 ? `the ${significantText(100 * orders, 3)} % of orders that are possible` : 'all orders'} of changing one after the other.`);
  } else texts.push(invalid.length > 0 ? 'Every order of changing one assumption after the other passes through an impossible mixture; the difference cannot be taken apart.' : 'Nothing that both give differs.');
  if (unknown.length > 0) texts.push(`Not told apart: ${lackingWords(unknown.map((name) => ({ name, lacks: unknownOf[name] ?? 'both' })), from, to)}.`);
  if (invalid.length > 0) {
    const lines = invalid.slice(0, SHOWN_HYBRIDS).map(({ changed, why }) => `  ${from} with ${changed.map(keyWords).join(', ')} of ${to}: ${why}`);
    texts.push([`Impossible mixtures (${invalid.length}):`, ...lines, ...(invalid.length > SHOWN_HYBRIDS ? [`  and ${invalid.length - SHOWN_HYBRIDS} more (--json names all)`] : [])].join('\n'));
  }
  return texts;
}
