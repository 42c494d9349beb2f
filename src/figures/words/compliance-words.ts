/** What an order asks and how a shield stands to it, in words and cells of tables: the same for the command line, the page and the report. */
import type { Compliance, JudgedDate, MatrixCell, MetricValue, Requirement, Verdict } from '../../policy/compliance/compliance.js';
import type { MetricUnit } from '../../scenario/cards/directive-terms.js';
import { countText, significantText, toPlace } from '../numbers.js';

export const VERDICT_ORDER: readonly Verdict[] = ['met', 'partly', 'not met', 'not testable'];

/** Said wherever verdicts are shown. */
export const COMPLIANCE_CAVEAT = 'A verdict says how this scenario does in this model against a threshold; thresholds are assumed by Cupola unless a card says otherwise, and anyone may change them. It is no finding of law, and says nothing of anybody\'s conduct.';

const DIGITS = 3;

/** A number in its unit, as `0.62`, `45 s` or `$743 billion`. */
export function metricText(value: number, unit: MetricUnit | string): string {
  if (unit === 'usd') return `${value < 0 ? '-' : ''}$${significantText(Math.abs(value) / 1e9, DIGITS)} billion`;
  if (unit === 'share') return shareText(value);
  if (unit === 'count') return Math.abs(value) >= 100 || Number.isInteger(value) ? countText(Math.round(value)) : significantText(value, DIGITS);
  return `${significantText(value, DIGITS)}${unit === 'ratio' ? '' : ` ${unit}`}`;
}

/** Two digits, and three where two would make it nothing or all. */
function shareText(value: number): string {
  const size = Math.abs(value);
  return toPlace(value, (size > 0 && size < 0.01) || (size > 0.99 && size < 1) ? -3 : -2);
}

/** `0.61 (0.55 to 0.67)`; a number that nothing was drawn for has no interval. */
export function metricWithInterval({ value, low, high, unit }: Pick<MetricValue, 'value' | 'low' | 'high' | 'unit'>): string {
  if (value === null) return 'none';
  if (low === null || high === null || low === high) return metricText(value, unit);
  // Of finitely many runs none or all is a bound, not a share.
  if (unit === 'share' && value <= 0 && low >= 0) return `none seen, at most ${metricText(high, unit)}`;
  if (unit === 'share' && value >= 1) return `all seen, at least ${metricText(low, unit)}`;
  return `${metricText(value, unit)} (${metricText(low, unit)} to ${metricText(high, unit)})`;
}

export const thresholdText = ({ metric: { better }, threshold: { value, unit, isEdited } }: Pick<Requirement, 'metric' | 'threshold'>): string => `${better === 'higher' ? 'at least' : 'at most'} ${metricText(value, unit)}${isEdited ? ' (edited)' : ''}`;

export function complianceSentence({ requirements, counts, threatSets, asOf }: Compliance): string {
  const told = VERDICT_ORDER.filter((verdict) => counts[verdict] > 0).map((verdict) => `${counts[verdict]} ${verdict}`);
  return `${requirements.length} requirements: ${told.join(', ')} (threat ${threatSets.length === 1 ? 'set' : 'sets'} ${threatSets.join(' and ')}; dates as of ${asOf})`;
}

export const ROW_HEADS = ['id', 'verdict', 'metric', 'threshold', 'requirement'] as const;

export function requirementCells(row: Requirement): string[] {
  return [row.id, row.verdict, row.metric.unit === 'count' && row.metric.name === 'documents' ? `${row.metric.value ?? 0} documents` : metricWithInterval(row.metric), row.metric.name === 'documents' ? '' : thresholdText(row), row.title];
}

export const CLASS_NAMES: Readonly<Record<string, string>> = { 'icbm-slbm': 'ICBM, SLBM', hgv: 'gliders', fobs: 'fractional orbit', cruise: 'cruise', 'uas-other': 'drones, other' };

/** Words, not colours alone: `not met 0.12`, `none able`, `holds none`. */
export function cellText({ verdict, state, intercepted }: Pick<MatrixCell, 'verdict' | 'state' | 'intercepted'>): string {
  if (state === 'absent') return 'holds none';
  if (state === 'no-element') return 'not met: none able';
  return `${verdict} ${intercepted === null ? '' : shareText(intercepted.mean)}`.trim();
}

/** Rows of tier by class of one threat set; empty where it was not asked for. */
export function matrixRows(matrix: readonly MatrixCell[], threatSet: string): { readonly classes: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const cells = matrix.filter((cell) => cell.threatSet === threatSet), classes = [...new Set(cells.map((cell) => cell.class))], tiers = [...new Set(cells.map(({ tier }) => tier))];
  return {
    classes: classes.map((kind) => CLASS_NAMES[kind] ?? kind),
    rows: tiers.map((tier) => [tier, ...classes.map((kind) => {
      const cell = cells.find((each) => each.tier === tier && each.class === kind);
      return cell === undefined ? '' : cellText(cell);
    })]),
  };
}

/** At which raid so much gets through, as `from 12 missiles`, `already at 1`, `not up to 300`. */
export function crossingText(cell: Pick<MatrixCell, 'crossings' | 'sweep'>, at: 'at5' | 'at20' | 'at50'): string {
  const crossing = cell.crossings?.[at];
  if (crossing === undefined) return '';
  if (crossing.where === 'below') return `already at ${countText(cell.sweep?.smallest ?? 1)}`;
  return crossing.where === 'beyond' || crossing.size === null ? `not up to ${countText(cell.sweep?.largest ?? 0)}` : significantText(crossing.size, 2);
}

export function dateWords({ date, says, state, days, kind }: JudgedDate): readonly [string, string, string] {
  const ago = state === 'passed' ? (days === 0 ? 'today' : `${countText(days)} days ago`) : `in ${countText(days)} days`;
  return [date, `${kind === 'fact' ? '' : `${kind}, `}${ago}`, says];
}
