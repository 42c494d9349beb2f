/** Every assumed number with what it does to the answer, and every work that numbers come from. */
import type { UsedNumber } from '../../scenario/compile/compiled.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import type { Effect } from '../../studies/not-known/drivers.js';
import { namesOf } from '../words/catalogue-names.js';
import { seenWords } from '../words/mark-words.js';
import { pathWords, unitTextOf } from '../words/number-names.js';
import { countText, significantText } from '../numbers.js';
import { meanText } from './change-section.js';
import { dataTable } from './data-table.js';
import { breakable, html, link, type Html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';
import { citedWorks, workOf, type CitedWork } from './sources.js';

/** The card that a number belongs to: numbers of one card move as one. */
const cardOf = ({ card, path }: UsedNumber): string => card ?? path;

export function assumedSection(material: ReportMaterial): ReportSection {
  const { compiled, moved, catalogue } = material, nouns = `${lethalNoun(compiled.plan.attacks)}s`, works = citedWorks(material), { phrase } = namesOf(catalogue);
  const effects = new Map((moved?.drivers.effects ?? []).map((effect, rank) => [effect.card, { effect, rank }]));
  const assumed = compiled.numbers.filter(({ standing }) => standing === 'assumed');
  const rankOf = (number: UsedNumber): number => effects.get(cardOf(number))?.rank ?? Infinity;
  const ordered = assumed.map((number, index) => ({ number, index })).sort((a, b) => (rankOf(a.number) === rankOf(b.number) ? a.index - b.index : rankOf(a.number) - rankOf(b.number))).map(({ number }) => number);
  const effectHeads = moved === undefined ? [] : [{ head: `${nouns} through, at low to at high`, align: 'right' as const }, { head: 'difference (95 %)', align: 'right' as const }];
  const runs = moved?.drivers.runs ?? null;
  return {
    id: 'assumed', title: `The ${countText(assumed.length)} assumed numbers`,
    body: html`<p>${`Nobody has published these for such a shield, or not firmly. The range is how far each may be off. ${moved === undefined ? 'What each does to the answer was not worked out for this report; they stand in the order of the scenario.' : `Each was moved alone to both ends of its range${runs === null ? '' : `, ${countText(runs)} attacks each at the same luck`}; those that move the answer most come first, those that were not moved last.`}`}</p>
${dataTable({
      caption: `${countText(assumed.length)} of ${countText(compiled.numbers.length)} numbers of the plan are assumed; the path is what --set changes`, isWide: true, isSmall: true,
      columns: [{ head: 'number' }, { head: 'value', align: 'right' }, { head: 'range', align: 'right' }, ...effectHeads, { head: 'source' }],
      rows: ordered.map((number) => [
        html`${number.label ?? pathWords(number.path, phrase)} ${breakable(number.path)}${(number.alsoAt ?? []).length === 0 ? '' : ` and ${countText(number.alsoAt?.length ?? 0)} more`}`,
        `${significantText(number.value, 5)} ${unitTextOf(number.path)}`.trim(),
        number.low === null || number.high === null ? '' : `${significantText(number.low, 4)} to ${significantText(number.high, 4)}`,
        ...(moved === undefined ? [] : effectCells(effects.get(cardOf(number))?.effect)),
        sourceCell(number, workOf(works, number)),
      ]),
    })}`,
  };
}

function effectCells(effect: Effect | undefined): string[] {
  if (effect === undefined) return ['', 'not moved'];
  const { meanAtLow, meanAtHigh, effect: { mean, low, high } } = effect;
  if (mean === 0 && low === high) return [`${meanText(meanAtLow)} to ${meanText(meanAtHigh)}`, 'none seen'];
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
  return [`${meanText(meanAtLow)} to ${meanText(meanAtHigh)}`, Number.isFinite(low) && Number.isFinite(high) ? `${signed(mean)} (${signed(low)} to ${signed(high)})` : signed(mean)];
}

/** The author and where, cut short; the letter leads to the whole of it in the list of sources. */
function sourceCell({ source, where, seen }: UsedNumber, work: CitedWork | undefined): Html {
  const place = work?.places.indexOf(where) ?? -1, unchecked = seenWords(seen);
  return html`${work === undefined ? source : html`${shortened(source, 44)}${where === '' ? '' : `: ${shortened(where, 62)}`} <a href="#source-${work.number}${place < 0 ? '' : `-${place + 1}`}">[${work.number}${place < 0 ? '' : letterOf(place)}]</a>`}${unchecked === '' ? '' : `, ${unchecked}`}`;
}

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, Math.max(text.lastIndexOf(' ', most), 1)).replace(/[,;:]$/, '')} …`);

/** a … z, then aa, ab … */
const letterOf = (index: number): string => `${index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)}${String.fromCharCode(97 + (index % 26))}`;

export function sourcesSection(material: ReportMaterial): ReportSection {
  const works = citedWorks(material);
  return {
    id: 'sources', title: 'Sources',
    body: html`<p>All numbers are public. Assumed ones are Cupola's own where the source says so. Please cite the works themselves too.</p>
<ol class="works">${works.map(({ number, source, url, places, standings, isSeen, asOf }) => html`<li id="source-${number}">${link(url, source)}${url === '' ? '' : html` <span class="address">${url}</span>`} <span class="note">${`${[...standings].map(([standing, count]) => `${countText(count)} ${standing}`).join(', ')}${isSeen || !standings.has('published') ? '' : '; not checked at the primary'}${asOf.oldest === '' ? '' : `; as of ${asOf.oldest === asOf.newest ? asOf.oldest : `${asOf.oldest} to ${asOf.newest}`}`}`}</span>${places.length === 0 ? null : html`<ol class="places">${places.map((place, i) => html`<li id="source-${number}-${i + 1}"><span class="letter">${letterOf(i)}</span> ${place}</li>`)}</ol>`}</li>
`)}</ol>`,
  };
}
