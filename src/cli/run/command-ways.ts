/** A scenario's command graph and its allies as aligned tables: how long reports and orders take and over what, and who shares what. */
import { link } from '../../engine/link.js';
import { commandWays } from '../../engine/command/net-table.js';
import { textTable } from '../../figures/text-table.js';
import type { Plan } from '../../scenario/plan/plan.js';

const left = (head: string) => ({ head, align: 'left' as const });
const right = (head: string) => ({ head, align: 'right' as const });

/** Keys for a JSON document; none without a command graph or allies. */
export function commandDocument(plan: Plan): Record<string, unknown> {
  const ways = commandWays(link(plan));
  return { ...(ways === null ? {} : { commandGraph: ways }), ...(plan.partners === undefined ? {} : { partners: plan.partners.partners }) };
}

/** Blocks of text, none without a command graph or allies. */
export function commandText(plan: Plan): string[] {
  const ways = commandWays(link(plan));
  if (ways === null) return partnersText(plan);
  const seconds = (delay_s: number | null): string => (delay_s === null ? '–' : `${delay_s.toFixed(1)} s`);
  const reports = textTable(
    [left('Reports of'), left('to'), left('over'), right('after')],
    ways.reports.map(({ sensors, layer, nodes, delay_s, cut }) => [fewNames(sensors), layer, nodes.length === 0 ? (cut === '' ? 'no way' : `no way: ${cut} is lost`) : nodes.join(' > '), seconds(delay_s)]),
  );
  const orders = textTable(
    [left('Permission for'), left('from'), right('after evidence'), left('when cut off')],
    ways.orders.map(({ layer, nodes, delay_s, cut, isAlone, alone }) => [
      layer, isAlone ? 'its own authority' : nodes.join(' > '), seconds(delay_s), isAlone ? `acts alone, ${alone}${cut === '' ? '' : ` (${cut} is lost)`}` : delay_s === null ? `cannot fire${cut === '' ? '' : `: ${cut} is lost`}` : alone === '' ? 'does not fire' : `acts alone, ${alone}`,
    ]),
  );
  const lost = lostText(plan);
  return [reports, orders, ...(lost === '' ? [] : [lost]), ...partnersText(plan)];
}

export function partnersText({ partners: plan }: Plan): string[] {
  if (plan === undefined) return [];
  return [textTable(
    [left('Partner'), left('shares'), right('reports later by'), right('agrees to fire after'), left('caveats')],
    plan.partners.map(({ nation, mode, delay_s, releaseDelay_s, withholds, shooters }) => [
      nation, mode, mode === 'warning-only' ? '–' : `${delay_s} s`, mode === 'joint-engagement' ? `${releaseDelay_s} s` : '–',
      [...(withholds.length === 0 ? [] : [`withholds ${withholds.join(', ')}`]), ...(shooters === 'shared' ? [] : ['its shooters fire only for its own territory'])].join('; '),
    ]),
  )];
}

/** Nodes and links that a scenario says are lost. */
export function lostText({ commandGraph }: Plan): string {
  if (commandGraph === undefined) return '';
  const named = [...commandGraph.nodes, ...commandGraph.links], lost = named.filter(({ failure_prob }) => failure_prob === 1), risky = named.filter(({ failure_prob }) => failure_prob > 0 && failure_prob < 1);
  return [
    ...(lost.length === 0 ? [] : [`Lost: ${lost.map(({ name }) => name).join(', ')}.`]),
    ...(risky.length === 0 ? [] : [`May be lost in a run: ${risky.map(({ name, failure_prob }) => `${name} (${Number((100 * failure_prob).toPrecision(3))} %)`).join(', ')}.`]),
  ].join(' ');
}

function fewNames(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
