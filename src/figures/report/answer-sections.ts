/** The answer in figures, the attack on a map, and how attacks differ by chance. */
import { findPlace } from '../../scenario/catalogue.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import { fromSi } from '../../kernel/units.js';
import type { Place } from '../../scenario/plan/plan.js';
import { attackMap, type MapPlace } from '../maps/attack-map.js';
import { namesOf } from '../words/catalogue-names.js';
import { CAUSE_WORDS, marginText } from '../words/cause-words.js';
import { thinOutlines } from '../maps/earth-map.js';
import { FATE_WORDS } from '../pictures/fate-marks.js';
import { PHASE_WORDS, protectedByChance } from '../words/funnel-words.js';
import { countText, estimateText, shareEstimateText, toPlace } from '../numbers.js';
import { inOrder, objectNames } from '../words/object-names.js';
import { noLeakerSentence } from '../sentences/sentence.js';
import { clockText } from '../words/time-words.js';
import type { ShownObject } from '../pictures/shown-attack.js';
import { dataTable, pairs, withTable } from './data-table.js';
import { drawn, MAP } from './drawn.js';
import { html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

export function figuresSection({ summary, compiled }: ReportMaterial): ReportSection {
  const { gotThrough, leakage, intercepted, protection, warning, runs, before } = summary, nouns = `${lethalNoun(compiled.plan.attacks)}s`;
  const mean = estimateText({ mean: gotThrough.mean, low: leakage.low * summary.funnel.launched, high: leakage.high * summary.funnel.launched });
  const median = (time_s: number | null): string => (time_s === null ? 'in less than half of the attacks' : `${toPlace(time_s, -1)} s after the first launch (median)`);
  return {
    id: 'figures', title: 'The answer in figures',
    body: html`${pairs([
      ['Leakage: reached ÷ launched', shareEstimateText(leakage, runs)],
      ['Intercepted ÷ launched', shareEstimateText(intercepted, runs)],
      [`Get through on average`, runs > 1 && leakage.low < leakage.high ? `${mean.mean} of ${countText(summary.funnel.launched)} ${nouns} (95 % interval of the mean: ${mean.low} to ${mean.high})` : `${mean.mean} of ${countText(summary.funnel.launched)} ${nouns}`],
      ['Get through, by chance', `${countText(gotThrough.p5)} to ${countText(gotThrough.p95)} in 9 of 10 attacks, median ${countText(gotThrough.p50)}`],
      ['Nothing gets through', noLeakerSentence(summary)],
      ['Protected', `${shareEstimateText(protection.share, runs)} ${protection.weighedBy === 'population' ? 'of the people aimed at' : 'of the places aimed at, all alike'}; by chance ${protectedByChance(protection)}`],
      ['Live where nothing lands', shareEstimateText(protection.untouched, runs)],
      ['First detection', median(warning.firstDetection_s)],
      ['Confirmed', median(warning.confirmed_s)],
      ...(before === undefined ? [] : [['Taken as given, not worked out', `launches prevented ${toPlace(100 * before.launchPrevented_prob, -1)} %, stopped in flight without an interceptor ${toPlace(100 * before.nonKinetic_prob, -1)} %`] as const]),
    ])}
<p class="note">Three kinds of not being sure, never mixed. Simulation error: how far a mean over so many simulated attacks may be off (95 % interval). Chance: how single attacks differ (5th to 95th percentile). Not known: how far the mean moves over the ranges of the assumed numbers; no probability.</p>`,
  };
}

/** Of larger attacks the table shows those that got through first. */
const MOST_ROWS = 40;

export function mapSection(material: ReportMaterial): ReportSection | null {
  const { attack, compiled, catalogue, document } = material;
  if (attack === undefined) return null;
  const names = namesOf(catalogue), titles = objectNames(attack.objects), noun = lethalNoun(compiled.plan.attacks);
  const lethal = inOrder(attack.objects.filter(({ isDecoy }) => !isDecoy)), shown = lethal.length <= MOST_ROWS ? lethal : [...lethal].sort((a, b) => Number(b.fate === 'leaked') - Number(a.fate === 'leaked')).slice(0, MOST_ROWS);
  const end = ({ fate, killedBy, killedIn, cause, margin, marginUnit }: ShownObject): string => {
    if (fate === 'killed') return `stopped by ${names.layerTitle(killedBy)}${killedIn === '' ? '' : ` ${PHASE_WORDS[killedIn]}`}`;
    if (fate !== 'leaked' || cause === '') return FATE_WORDS[fate];
    const off = marginText({ margin, marginUnit });
    return `got through: ${CAUSE_WORDS[cause].plain.toLowerCase()}${off === '' ? '' : `, ${off}`}`;
  };
  const outlines = thinOutlines(catalogue.territories.flatMap(({ rings }) => rings.map((ring) => ring.map(([lon, lat]): [number, number] => [fromSi(lon, 'deg'), fromSi(lat, 'deg')]))), 0.8).map(({ points }) => points.map(([lon, lat]): [number, number] => [lat, lon]));
  const label = `Map of simulated attack ${countText(attack.run)}: tracks of ${countText(lethal.length)} ${noun}s from launch to their end. The table beside it says how each ended.`;
  const figure = drawn('A typical attack on a map', (width) => attackMap({ objects: lethal, places: placesOf(material), outlines, label }, width, MAP, document));
  const table = dataTable({
    caption: `Attack ${countText(attack.run)}, ${noun} by ${noun}${shown.length < lethal.length ? `: ${countText(shown.length)} of ${countText(lethal.length)}, those that got through first` : ''}`, isSmall: true, isWide: true,
    columns: [{ head: noun }, { head: 'aimed at' }, { head: 'launch', align: 'right' }, { head: 'end', align: 'right' }, { head: 'how it ended' }],
    rows: shown.map((object) => [titles.get(object.key)?.number ?? object.key, names.titleOf(object.target), clockText(object.launch_s), clockText(object.end_s), end(object)]),
  });
  return {
    id: 'attack-map', title: 'A typical attack on a map',
    body: withTable(figure, table, `Open square: launched from here. Small ring: aimed at. Triangle: ground interceptors. Solid track ending in a disc: stopped there. Dashed track ending in a cross: got through. ${attack.shots.space + attack.shots.ground === 0 ? 'Nothing was fired at them.' : `${countText(attack.shots.space)} interceptors were fired from orbit and ${countText(attack.shots.ground)} from the ground.`} Times in minutes and seconds from the first launch. Outlines: Natural Earth; they imply no opinion on any boundary.`),
  };
}

function placesOf({ compiled: { plan }, catalogue }: ReportMaterial): MapPlace[] {
  const names = namesOf(catalogue), found = new Map<string, MapPlace>();
  const add = (kind: MapPlace['kind'], { name, lat_rad, lon_rad }: Place): void => {
    found.set(`${kind} ${name}`, { kind, title: findPlace(catalogue, name) === undefined ? name : names.titleOf(name), at: [fromSi(lat_rad, 'deg'), fromSi(lon_rad, 'deg')] });
  };
  for (const { origin, targets } of plan.attacks) {
    add('origin', origin);
    for (const target of targets) add('target', target);
  }
  for (const layer of plan.layers) if (layer.kind === 'ground') add('battery', layer.site);
  return [...found.values()];
}

/** How many attacks ended with how many through; of large raids in classes. */
export function chanceSection({ summary, compiled }: ReportMaterial): ReportSection | null {
  const { leakedByRun, runs } = summary;
  if (leakedByRun === undefined || runs < 2) return null;
  const most = leakedByRun.reduce((a, b) => Math.max(a, b), 0), least = leakedByRun.reduce((a, b) => Math.min(a, b), most);
  const step = Math.max(1, Math.ceil((most - least + 1) / 16)), nouns = `${lethalNoun(compiled.plan.attacks)}s`;
  const classes = Array.from({ length: Math.ceil((most - least + 1) / step) }, (_, i) => ({ from: least + i * step, to: Math.min(least + (i + 1) * step - 1, most), attacks: 0 }));
  for (const leaked of leakedByRun) {
    const into = classes[Math.floor((leaked - least) / step)];
    if (into !== undefined) into.attacks++;
  }
  const largest = Math.max(...classes.map(({ attacks }) => attacks), 1);
  return {
    id: 'chance', title: 'How attacks differ by chance',
    body: html`${dataTable({
      caption: `Simulated attacks by the number of ${nouns} that got through`,
      columns: [{ head: `${nouns} through` }, { head: 'attacks', align: 'right' }, { head: `of ${countText(runs)}` }],
      rows: classes.map(({ from, to, attacks }) => [from === to ? countText(from) : `${countText(from)} to ${countText(to)}`, countText(attacks), html`<span class="bar" style="width:${Math.round((1000 * attacks) / largest) / 10}%"></span>`]),
    })}`,
  };
}
