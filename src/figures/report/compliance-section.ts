/** The scenario held against the order and the statute: every requirement with verdict, metric, evidence and what it hangs on; the matrix; dates; what would change a verdict. */
import type { Compliance, Evidence, MatrixCell, MetricValue, Requirement, Threshold } from '../../policy/compliance/compliance.js';
import { countText, significantText, toPlace } from '../numbers.js';
import { moneyText } from '../price/price-words.js';
import { dataTable } from './data-table.js';
import { html, link, type Html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

export function complianceSection({ compliance }: ReportMaterial): ReportSection | null {
  if (compliance === undefined || compliance.requirements.length === 0) return null;
  const { directives, requirements, counts, threatSets, runs, seed, asOf } = compliance;
  return {
    id: 'compliance', title: 'Compliance with the order and the statute',
    body: html`<p>${`${countText(requirements.length)} requirements of `}${directives.map(({ title, citation, source }, i) => html`${i === 0 ? '' : ' and '}${link(source.url ?? '', title)} (${citation})`)}${`: ${countText(counts.met)} met, ${countText(counts.partly)} partly, ${countText(counts['not met'])} not met, ${countText(counts['not testable'])} not testable. Against the forces of ${threatSets.join(' and ')}; ${countText(runs)} simulated attacks, seed ${seed}; as of ${asOf}. A verdict speaks of this scenario in this model against a threshold that anyone may change; it is no finding of law. `}<code>npx cupola comply --json</code> has all evidence in full.</p>
${dataTable({
      caption: 'Every requirement; where threat sets differ, the worse', isSmall: true, isWide: true,
      columns: [{ head: 'requirement' }, { head: 'verdict' }, { head: 'value and threshold' }, { head: 'why, and what it hangs on' }, { head: 'evidence' }],
      rows: requirements.map(rowOf),
    })}
${commandsOf(requirements)}${matrixOf(compliance)}${leversOf(requirements)}${datesOf(compliance)}${traceOf(compliance)}`,
  };
}

function rowOf(requirement: Requirement): (string | Html)[] {
  const { id, title, kind, alsoKind, verdict, metric, threshold, why, drivingAssumption, byThreatSet, evidence } = requirement;
  const differs = new Set(byThreatSet.map((each) => each.verdict)).size > 1;
  return [
    html`<strong>${id}</strong> ${title} <span class="term">${alsoKind === null ? kind : `${kind}, ${alsoKind}`}</span>`, html`<strong class="verdict">${verdict}</strong>${differs ? html` ${byThreatSet.map((each) => `${each.threatSet}: ${each.verdict}`).join('; ')}` : ''}`,
    `${metric.value === null ? '' : `${valueText(metric, metric.value)}${intervalText(metric)}`}${verdict === 'not testable' ? '' : `${metric.value === null ? '' : '; '}${metric.better === 'higher' ? 'at least' : 'at most'} ${valueText(metric, threshold.value)}${standingText(threshold)}`}`,
    html`${whole(why)}${drivingAssumption === null ? '' : ` Hangs on ${drivingAssumption.says}${drivingAssumption.how === 'measured' ? ' (measured)' : ''}.`}`,
    html`${evidence.slice(0, MOST_EVIDENCE).map((each, i) => html`${i === 0 ? '' : '; '}${evidenceOf(each)}`)}${evidence.length > MOST_EVIDENCE ? `; and ${countText(evidence.length - MOST_EVIDENCE)} more` : ''}`,
  ];
}

/** What a verdict rests on, cut short: its run, or what was looked at; `cupola comply --json` has all of it. */
function evidenceOf({ kind, says, runId, url = '', date }: Evidence): Html {
  if (kind === 'document') return html`${link(url, shortened(says))}${date === undefined ? '' : `, ${date}`}`;
  return runId === null ? html`${shortened(says)}` : html`${says === '' ? 'run' : `${shortened(says)}: run`} ${runId}`;
}

const MOST_EVIDENCE = 3, SHORT = 56;
const shortened = (text: string): string => (text.length <= SHORT ? text : `${text.slice(0, Math.max(text.lastIndexOf(' ', SHORT), 1))} …`);
const whole = (sentence: string): string => (/[.!?]$/.test(sentence) || sentence === '' ? sentence : `${sentence}.`);

/** Raids of the matrix are long to write out: their commands stand once, below the table. */
function commandsOf(requirements: readonly Requirement[]): Html | null {
  const all = requirements.flatMap(({ evidence, byThreatSet }) => [...evidence, ...byThreatSet.flatMap((each) => each.evidence)]), runs = new Map(all.flatMap(({ runId, command }) => (runId === null || command === '' ? [] : [[runId, command] as const])));
  return runs.size === 0 ? null : html`<h4 id="compliance-runs">Runs that verdicts rest on</h4>
<dl class="commands small">${[...runs].map(([runId, command]) => html`<div><dt>run ${runId}</dt><dd><code>npx ${command}</code></dd></div>`)}</dl>`;
}

const standingText = ({ standing, isEdited }: Threshold): string => (isEdited ? ' (set by hand)' : standing === 'assumed' ? ' (assumed)' : '');

function valueText({ unit }: Pick<MetricValue, 'unit'>, value: number): string {
  if (unit === 'share') return value <= 0 ? 'none' : value >= 1 ? 'all' : `${toPlace(100 * value, -1)} %`;
  if (unit === 'usd') return moneyText(value, 3);
  return unit === 'count' ? countText(value) : `${significantText(value, 3)} ${unit === 'km2' ? 'km²' : unit}`;
}

const intervalText = (metric: MetricValue): string => (metric.low === null || metric.high === null || metric.low === metric.high ? '' : ` (${valueText(metric, metric.low)} to ${valueText(metric, metric.high)})`);

function matrixOf({ matrix, threatSets }: Compliance): Html | null {
  if (matrix.length === 0) return null;
  const tiers = [...new Set(matrix.map(({ tier }) => tier))], classes = [...new Set(matrix.map((cell) => cell.class))];
  return html`<h4 id="compliance-matrix">By adversary and class</h4>
${threatSets.map((year) => dataTable({
    caption: `Forces of ${year}: verdict, share of the raid stopped (95 % interval), and missiles launched`, isSmall: true, isWide: true,
    columns: [{ head: 'adversary' }, ...classes.map((head) => ({ head }))],
    rows: tiers.map((tier) => [tier, ...classes.map((name) => cellText(matrix.find((cell) => cell.threatSet === year && cell.tier === tier && cell.class === name)))]),
  }))}`;
}

function cellText(cell: MatrixCell | undefined): string | Html {
  if (cell === undefined || cell.raid === null) return '';
  const { verdict, intercepted, raid, crossings, elementAble } = cell, share = (value: number): string => valueText({ unit: 'share' }, value), half = crossings?.at50.size ?? null;
  return html`<strong>${verdict}</strong>${intercepted === null ? '' : ` ${share(intercepted.mean)}${intercepted.low === intercepted.high ? '' : ` (${share(intercepted.low)} to ${share(intercepted.high)})`}`}${`, ${countText(raid.flown_count)} launched of ${countText(raid.exist_count)}`}${half === null ? '' : `; half get through from ${countText(half)}`}${elementAble === false ? '; no element can meet it' : ''}`;
}

function leversOf(requirements: readonly Requirement[]): Html | null {
  const with_ = requirements.filter(({ lever }) => lever !== null);
  if (with_.length === 0) return null;
  return html`<h4 id="compliance-levers">What would change a verdict</h4>
<ul>${with_.map(({ id, lever }) => html`<li><strong>${id}</strong> ${lever?.says ?? ''}${lever?.found?.cost_usd === null || lever?.found === undefined || lever.found === null ? '' : ` ${moneyText(lever.found.cost_usd, 3)} in dollars of ${lever.found.priceYear ?? 'an unstated year'}.`}</li>`)}</ul>`;
}

function datesOf({ dates }: Compliance): Html | null {
  if (dates.length === 0) return null;
  return html`<h4 id="compliance-dates">Dates</h4>
${dataTable({ caption: 'What was due or done when, on the day of this report', isSmall: true, columns: [{ head: 'date' }, { head: 'what' }, { head: 'state' }], rows: dates.map(({ date, says, state, days }) => [date, says, state === 'passed' ? `${countText(Math.abs(days))} days ago` : `in ${countText(Math.abs(days))} days`]) })}`;
}

function traceOf({ traceCoverage: { servable_count, served_count, orphans, notByElements, idle }, map }: Compliance): Html {
  return html`<h4 id="compliance-trace">Which part serves which requirement</h4>
<p>${`${countText(served_count)} of ${countText(servable_count)} requirements that elements can serve are served by one here.${orphans.length === 0 ? '' : ` Nothing here serves ${orphans.map(({ id, needs }) => `${id} (${needs})`).join(', ')}.`}${notByElements.length === 0 ? '' : ` No element can serve ${notByElements.join(', ')}.`}${idle.length === 0 ? '' : ` Serving none: ${idle.join(', ')}.`}`}</p>
${dataTable({ caption: 'The published map: requirements that do worse, or are not met, without a part', isSmall: true, columns: [{ head: 'part' }, { head: 'requirements' }], rows: map.map(({ says, rows }) => [says, rows.join(', ')]) })}`;
}
