/** Where along the chain, at which layer and in which part of their flight missiles are stopped, and why the others got through. */
import { KILL_PHASES } from '../../engine/record/kill-phase.js';
import { LEAK_CAUSES } from '../../engine/record/record.js';
import { lethalNoun } from '../../scenario/plan/lethal.js';
import { SEA } from '../../studies/shortfall.js';
import { namesOf } from '../words/catalogue-names.js';
import { CAUSE_WORDS } from '../words/cause-words.js';
import { FUNNEL_WORDS, PHASE_WORDS, protectedByChance } from '../words/funnel-words.js';
import { countOf, killPhaseFigure, layerFunnelFigure } from '../pictures/layer-funnel-figure.js';
import { countText, shareEstimateText } from '../numbers.js';
import { dataTable, pairs, withTable } from './data-table.js';
import { drawn, FUNNEL } from './drawn.js';
import { html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

const STEPS = [
  ['launched', 'launched'], ['prevented', 'launch prevented'], ['disrupted', 'stopped otherwise'], ['failed', 'failed by themselves'], ['detected', 'seen'], ['tracked', 'followed'], ['assigned', 'assigned'], ['shot', 'shot at'], ['killed', 'stopped'], ['leaked', 'got through'],
] as const;

export function chainSection({ summary: { funnel, runs }, compiled }: ReportMaterial): ReportSection {
  const nouns = `${lethalNoun(compiled.plan.attacks)}s`, steps = STEPS.filter(([step]) => funnel[step] !== undefined);
  return {
    id: 'chain', title: 'From launch to the end',
    body: dataTable({ caption: `Means of ${countText(runs)} attacks, in ${nouns}`, isWide: true, columns: [{ head: 'step' }, ...steps.map(([, words]) => ({ head: words, align: 'right' as const }))], rows: [['mean', ...steps.map(([step]) => countOf(funnel[step] ?? 0))]] }),
  };
}

export function funnelSection({ summary, catalogue, document }: ReportMaterial): ReportSection | null {
  const { layers, funnel, runs } = summary;
  if (layers.length === 0) return null;
  const { layerTitle } = namesOf(catalogue), named = layers.map((layer) => ({ ...layer, name: layerTitle(layer.name) }));
  return {
    id: 'layers', title: 'What becomes of them at each layer',
    body: withTable(
      drawn('What becomes of missiles at each layer', (width) => layerFunnelFigure(named, funnel.launched, width, FUNNEL, document)),
      dataTable({
        caption: `Each layer, means of ${countText(runs)} attacks`, isSmall: true, isWide: true,
        columns: [{ head: 'step' }, ...named.map(({ name }) => ({ head: name, align: 'right' as const }))],
        rows: [...FUNNEL_WORDS.map(([step, words]) => [words, ...named.map(({ funnel: steps }) => countOf(steps[step]))]), ['shots fired', ...named.map(({ shots }) => countOf(shots))]],
      }),
      'In reach: it could still have been met after it was first seen. Each step down to stopped is a part of the one before; what was in reach was stopped here, ended otherwise (by another layer, or by itself) while this layer could still act, or passed on.',
    ),
  };
}

export function phasesSection({ summary: { killsByPhase, funnel, runs }, document }: ReportMaterial): ReportSection | null {
  if (funnel.killed <= 0) return null;
  return {
    id: 'phases', title: 'When they are stopped',
    body: withTable(
      drawn('Missiles stopped, by the part of their flight', (width) => killPhaseFigure(killsByPhase, funnel.launched, width, FUNNEL, document)),
      dataTable({ caption: `Stopped, means of ${countText(runs)} attacks`, isSmall: true, columns: [{ head: 'part of the flight' }, { head: 'stopped', align: 'right' }], rows: KILL_PHASES.map((phase) => [PHASE_WORDS[phase], countOf(killsByPhase[phase])]) }),
      'Terminal: coming down below 120 km; of what flies in the air all the way, the last minute.',
    ),
  };
}

export function causesSection({ summary: { leakCauses, funnel, runs } }: ReportMaterial): ReportSection | null {
  const causes = LEAK_CAUSES.map((cause) => ({ cause, count: leakCauses[cause] })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  if (causes.length === 0) return null;
  return {
    id: 'causes', title: 'Why they got through',
    body: html`${dataTable({
      caption: `The link of the chain that broke, means of ${countText(runs)} attacks`,
      columns: [{ head: 'cause' }, { head: 'term' }, { head: 'mean', align: 'right' }, { head: 'of those that got through' }],
      rows: causes.map(({ cause, count }) => [CAUSE_WORDS[cause].plain, CAUSE_WORDS[cause].term, countOf(count), html`<span class="bar through" style="width:${Math.round((1000 * count) / Math.max(funnel.leaked, 1e-9)) / 10}%"></span>`]),
    })}`,
  };
}

export function protectionSection({ summary }: ReportMaterial): ReportSection {
  const { protection, runs, shortfall = [] } = summary, { share, untouched, weighedBy } = protection;
  return {
    id: 'protected', title: 'Who is protected',
    body: html`${pairs([
      [weighedBy === 'population' ? 'Of the people aimed at' : 'Of the places aimed at', `${shareEstimateText(share, runs)}; by chance ${protectedByChance(protection)}`],
      ['Where nothing lands', shareEstimateText(untouched, runs)],
    ])}
<p class="note">${weighedBy === 'population' ? 'Each warhead counts with the people of the place that it is aimed at; no casualties are worked out.' : 'Nobody is counted at these places, so all warheads count alike.'}</p>
${shortfall.length === 0 ? null : dataTable({
      caption: 'Stopped in boost, what is left falls on', columns: [{ head: 'country' }, { head: 'mean of one attack', align: 'right' }, { head: '95 % interval', align: 'right' }],
      rows: shortfall.map(({ country, mean, low, high }) => [country === SEA ? 'no country, the sea' : country, countOf(mean), runs > 1 ? `${countOf(low)} to ${countOf(high)}` : '']),
    })}`,
  };
}
