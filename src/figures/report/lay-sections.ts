/** The first page of a report, for readers who want one page: a typical attack in marks, how sure, what it costs, what moves it, what is left out, who says what. */
import type { Fate } from '../../engine/record/record.js';
import { completeCard } from '../../scenario/cards/card.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import { lethalCount, lethalNoun } from '../../scenario/plan/lethal.js';
import { orbitInterceptorsPerMissile } from '../../scenario/plan/shield-counts.js';
import { FATE_ORDER, FATE_SHAPES, FATE_WORDS } from '../pictures/fate-marks.js';
import { countText, significantText } from '../numbers.js';
import { nameOf, unitTextOf } from '../words/number-names.js';
import { inOrder } from '../words/object-names.js';
import { averageText, noLeakerSentence } from '../sentences/sentence.js';
import { bandsFigure } from './bands.js';
import { BARS } from './drawn.js';
import { html, Html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

const COLOUR: Readonly<Record<Fate, string>> = { killed: BARS.defence, failed: BARS.context, disrupted: BARS.context, leaked: BARS.through, harmless: BARS.context };
/** Marks of more objects than this are drawn smaller. */
const MANY = 60;

export function marksSection({ attack, compiled }: ReportMaterial): ReportSection | null {
  if (attack === undefined) return null;
  const noun = lethalNoun(compiled.plan.attacks), lethal = inOrder(attack.objects.filter(({ isDecoy }) => !isDecoy));
  const sorted = [...lethal].sort((a, b) => FATE_ORDER.indexOf(a.fate) - FATE_ORDER.indexOf(b.fate));
  const counts = FATE_ORDER.map((fate) => ({ fate, count: lethal.filter((object) => object.fate === fate).length })).filter(({ count }) => count > 0);
  const told = counts.map(({ fate, count }) => `${countText(count)} ${FATE_WORDS[fate]}`).join(', ');
  const decoys = attack.objects.length - lethal.length;
  const marks = sorted.map(({ fate }) => new Html(markOf(fate)));
  return {
    id: 'typical-attack', title: 'A typical attack',
    body: html`<div class="marks${sorted.length > MANY ? ' many' : ''}" role="img" aria-label="${`${countText(lethal.length)} ${noun}s: ${told}`}">${marks}</div>
<p>${`${countText(lethal.length)} ${lethal.length === 1 ? noun : `${noun}s`}: ${told}${decoys > 0 ? `, beside ${countText(decoys)} decoys` : ''}. Typical: the first simulated attack (number ${countText(attack.run)}) with the middle outcome of all.`}</p>
<ul class="legend">${counts.map(({ fate }) => html`<li>${new Html(markOf(fate))} ${FATE_WORDS[fate]}</li>`)}</ul>`,
  };
}

function markOf(fate: Fate): string {
  const { path, isFilled, stroke } = FATE_SHAPES[fate], colour = COLOUR[fate];
  return `<svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d="${path}" ${isFilled ? `fill="${colour}"` : `fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-linecap="round"`}/></svg>`;
}

export function sureSection(material: ReportMaterial): ReportSection {
  const { summary, moved, compiled } = material, launched = lethalCount(compiled.plan.attacks), nouns = `${lethalNoun(compiled.plan.attacks)}s`;
  const band = moved?.band ?? null, isKnown = band !== null && band.low !== null && band.high !== null;
  return {
    id: 'how-sure', title: 'How sure this is',
    body: html`${bandsFigure(material)}
<p>${noLeakerSentence(summary)} ${`Chance: by luck alone attacks differ; ${countText(summary.runs)} were simulated.`} ${isKnown
    ? `Not known: moved together over their ranges, the assumed numbers take the average from ${averageText((band.low ?? 0) * launched, launched)} to ${averageText((band.high ?? 0) * launched, launched)} of ${countText(launched)} ${nouns} (${countText(band.draws)} draws over ${countText(band.inputs)} assumed numbers, ${countText(band.runs)} attacks each). How likely a value is, nobody knows: this is no probability.`
    : 'Not known: how far the assumed numbers move the answer was not worked out for this report.'}</p>`,
  };
}

const MOST_MOVERS = 3;

export function moversSection({ moved, compiled }: ReportMaterial): ReportSection | null {
  if (moved === undefined) return null;
  const nouns = `${lethalNoun(compiled.plan.attacks)}s`, strongest = moved.drivers.effects.filter(({ effect }) => effect.mean !== 0).slice(0, MOST_MOVERS);
  if (strongest.length === 0) return { id: 'what-moves-it', title: 'What moves it most', body: html`<p>No assumed number moves the answer by itself.</p>` };
  const withUnit = (value: number, path: string): string => `${significantText(value, 3)}${unitTextOf(path) === '°' ? '' : ' '}${unitTextOf(path)}`.trim();
  return {
    id: 'what-moves-it', title: 'What moves it most',
    body: html`<ol>${strongest.map(({ path, label, now, low, high, meanAtLow, meanAtHigh }) => html`<li><strong>${nameOf(path, label).plain}</strong>: ${`now ${withUnit(now, path)}. At ${withUnit(low, path)}: ${throughText(meanAtLow, nouns)}; at ${withUnit(high, path)}: ${throughText(meanAtHigh, nouns)}.`}</li>`)}</ol>
<p class="note">Means, each number moved alone over its range, all else as it stands. <a href="#what-would-change">What would change the answer</a> has the rest.</p>`,
  };
}

const throughText = (mean: number | null, nouns: string): string => (mean === null ? 'the attack cannot be flown' : `${mean > 0 && mean < 0.05 ? 'fewer than 0.1' : significantText(mean, 2)} ${nouns} get through`);

/** What no answer of Cupola says; the pages of the models say it for each model. */
const NOT_MODELLED = [
  'No guidance, seekers or warhead effects: whether a shot kills is a chance that the scenario states.',
  'No countermeasures beyond the decoys that the scenario names, no weather, no attack on the shield itself unless the scenario states what is lost.',
  'No casualties and no damage: what gets through is counted, and the people at the places aimed at.',
  'Nothing secret: all numbers are public, derived from public ones, or assumed and marked so; the shield is notional, no real system is described.',
  'Nobody decides here whether a shield should be built, or who would attack whom.',
];

export function notModelledSection(): ReportSection {
  return { id: 'not-modelled', title: 'What this does not model', body: html`<ul>${NOT_MODELLED.map((line) => html`<li>${line}</li>`)}</ul>` };
}

type Claims = KindFile<'claims'>;

/** What others have published on the same question, each under its author's name. */
export function whoSaysSection({ catalogue, compiled: { plan } }: ReportMaterial): ReportSection | null {
  const items = Object.values<Claims>(catalogue.kinds.claims).flatMap((file) => (file.model === 'interceptors-per-missile' ? file.items.map((item) => ({ ...item, card: completeCard(item.interceptorsPerMissile, file.source) })) : []));
  const perMissile = orbitInterceptorsPerMissile(plan);
  if (items.length === 0 || perMissile === 0) return null;
  return {
    id: 'who-says-what', title: 'Who says what',
    body: html`<p>${`Interceptors in orbit for each missile of the raid, here ${significantText(perMissile, 3)}. Published, each for its author's own case:`}</p>
<ul>${items.map(({ author, published, work, card }) => html`<li><strong>${countText(card.value)}</strong> ${`${author}, ${published.slice(0, 4)}`}, <cite>${work}</cite>${card.seen === 'primary' ? '' : ' (not checked at the primary)'}</li>`)}</ul>
<p class="note">They differ in missile, speed, delay and layout, and none is judged here. <code>npx cupola compare-estimates</code> and <code>npx cupola claims</code> have what each rests on and who says otherwise.</p>`,
  };
}
