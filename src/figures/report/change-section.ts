/** What would change the answer: which assumed numbers move it most, where a conclusion turns, and what would have stopped one that got through. */
import { lethalNoun } from '../../scenario/plan/lethal.js';
import { namesOf } from '../words/catalogue-names.js';
import { changeSentence, fromToText, luckWords } from '../sentences/change-sentence.js';
import { unitTextOf } from '../words/number-names.js';
import { countText, significantText } from '../numbers.js';
import { objectNames } from '../words/object-names.js';
import { dataTable, withTable } from './data-table.js';
import { drawn } from './drawn.js';
import { effectsFigure } from './effects-figure.js';
import { breakable, html, type Html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

const MOST_EFFECTS = 12;
const MOST_OTHERS = 4;

export function changeSection(material: ReportMaterial): ReportSection | null {
  if (material.moved === undefined && material.change === undefined) return null;
  return { id: 'what-would-change', title: 'What would change the answer', body: html`${effects(material)}${turns(material)}${smallestChange(material)}` };
}

export const meanText = (mean: number | null): string => (mean === null ? 'cannot be flown' : mean > 0 && mean < 0.005 ? '< 0.01' : mean.toFixed(2));
const withUnit = (value: number, path: string): string => `${significantText(value, 3)}${unitTextOf(path) === '°' ? '' : ' '}${unitTextOf(path)}`.trim();

function effects({ moved, compiled, document }: ReportMaterial): Html | null {
  if (moved === undefined) return null;
  const nouns = `${lethalNoun(compiled.plan.attacks)}s`, { effects: all, runs, meanNow } = moved.drivers;
  const moving = all.filter(({ effect }) => effect.mean !== 0), shown = moving.slice(0, MOST_EFFECTS);
  if (shown.length === 0) return html`<p>No assumed number moves the answer by itself.</p>`;
  const attacks = runs === null ? '' : `, ${countText(runs)} attacks each at the same luck`;
  return html`<h4 id="drivers">Assumed numbers that move it most</h4>
${withTable(
    drawn('Assumed numbers that move the answer most', (width) => effectsFigure(shown, meanNow, nouns, width, document)),
    dataTable({
      caption: `Each moved alone over its range${attacks}: ${nouns} that get through on average${meanNow === null ? '' : `, ${meanText(meanNow)} as it stands`}`, isSmall: true, isWide: true,
      columns: [{ head: 'number' }, { head: 'now', align: 'right' }, { head: 'range', align: 'right' }, { head: 'through, low to high', align: 'right' }],
      rows: shown.map(({ label, path, now, low, high, meanAtLow, meanAtHigh }) => [label, withUnit(now, path), `${significantText(low, 3)} to ${withUnit(high, path)}`, `${meanText(meanAtLow)} to ${meanText(meanAtHigh)}`]),
    }),
    `A bar runs from the mean at one end of the range to that at the other; its black end is the high value${meanNow === null ? '' : ', the dashed line the scenario as it stands'}. ${countText(moving.length)} of ${countText(all.length)} assumed numbers move the answer by themselves in so many attacks; the appendix has all. Numbers that matter only together are not found this way.`,
  )}`;
}

function turns({ moved }: ReportMaterial): Html | null {
  const drivers = moved?.drivers.drivers ?? [];
  if (drivers.length === 0) return null;
  const lines = drivers.map(({ label, path, now, turns: all }) => {
    const turning = all.filter(({ turnsAt }) => turnsAt !== null);
    if (turning.length === 0) return `${label}: within its range no conclusion turns (${all.map(({ conclusion }) => conclusion).join('; ')}).`;
    return turning.map(({ conclusion, holdsNow, turnsAt, turnsAtError }) => `${label}: that ${conclusion} ${holdsNow ? 'holds now and fails' : 'fails now and holds'} ${(turnsAt ?? 0) > now ? 'from' : 'down from'} ${withUnit(turnsAt ?? 0, path)}${turnsAtError === null || !Number.isFinite(turnsAtError) ? '' : ` (± ${significantText(turnsAtError, 2)})`}.`).join(' ');
  });
  return html`<h4 id="turning-points">Where a conclusion turns</h4>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function smallestChange({ change, attack, catalogue }: ReportMaterial): Html | null {
  if (change === undefined) return null;
  const { phrase } = namesOf(catalogue), { answer, run, key } = change, named = (text: string): string => phrase(text.replace(/\(([^()]+)\)/g, (_, inner: string) => `(${phrase(inner)})`));
  const title = attack === undefined ? key : objectNames(attack.objects).get(key)?.title ?? key;
  return html`<h4 id="smallest-change">What would have stopped one that got through</h4>
<p>${`${title} of attack ${countText(run)} got through.`} <strong>${named(changeSentence(answer))}</strong>${answer.change !== null && answer.luck.length > 0 ? ` Nor was luck kind: ${named(luckWords(answer))}.` : ''}</p>
${answer.change === null || answer.others.length === 0 ? null : dataTable({
    caption: `The smallest change and the next, of ${countText(answer.tried)} numbers of the shield moved one at a time at the same luck`, isSmall: true,
    columns: [{ head: 'change' }, { head: 'values' }, { head: 'share', align: 'right' }],
    rows: [answer.change, ...answer.others].slice(0, 1 + MOST_OTHERS).map((each) => [html`${named(each.what)} ${breakable(each.path)}`, fromToText(each), `${significantText(100 * each.share, 2)} %`]),
  })}
<p class="note">One attack of many, run again with one number of the shield moved at a time; what stops this one need not stop others.</p>`;
}
