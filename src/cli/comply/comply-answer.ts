/** An answer of `comply` as text: verdicts, why, the matrix, what nothing serves, dates. */
import { COMPLIANCE_CAVEAT, complianceSentence, crossingText, CLASS_NAMES, dateWords, matrixRows, requirementCells, ROW_HEADS } from '../../figures/words/compliance-words.js';
import { countText } from '../../figures/numbers.js';
import { textPairs, textTable, wrapText } from '../../figures/text-table.js';
import type { Compliance, MatrixCell, Requirement } from '../../policy/compliance/compliance.js';
import type { Output } from '../frame/output.js';

const PAGE_CHARACTERS = 118, ID_CHARACTERS = 13;

export function complianceText(compliance: Compliance, output: Output): string {
  const { requirements, matrix, threatSets } = compliance, bold = (text: string): string => output.styled('bold', text);
  const rows = textTable(ROW_HEADS.map((head) => ({ head, align: head === 'metric' ? 'right' : 'left' })), requirements.map(requirementCells));
  const sets = threatSets.flatMap((threatSet) => {
    const { classes, rows: cells } = matrixRows(matrix, threatSet);
    return cells.length === 0 ? [] : [`${bold(`Share of the raid stopped, threat set ${threatSet}`)}\n${textTable(['', ...classes].map((head) => ({ head, align: 'left' as const })), cells)}`];
  });
  return [
    bold(complianceSentence(compliance)), rows, `${bold('Why')}\n${whyText(requirements)}`, ...sets, ...crossings(matrix, bold), `${bold('Trace')}\n${traceText(compliance)}`,
    `${bold('Dates')}\n${textTable(['date', '', ''].map((head) => ({ head, align: 'left' as const })), compliance.dates.map((date) => [...dateWords(date)]))}`,
    wrapText(COMPLIANCE_CAVEAT, PAGE_CHARACTERS),
  ].join('\n\n');
}

/** The reason of each row, what it hangs on and where its runs can be had again; all evidence is in --json. */
function whyText(requirements: readonly Requirement[]): string {
  return textPairs(requirements.flatMap((row) => {
    const { evidence, drivingAssumption, lever } = row, [first] = evidence.filter(({ command }) => command !== '');
    const lines = [
      row.why.startsWith(row.verdict) ? row.why : `${row.verdict}: ${row.why}`, ...(drivingAssumption === null ? [] : [`hangs on ${drivingAssumption.says}${drivingAssumption.how === 'measured' ? ' (measured)' : ''}`]),
      ...(first === undefined ? [] : [`${first.runId === null ? '' : `run ${first.runId}: `}${shorter(first.command)}${evidence.length > 1 ? ` (and ${countText(evidence.length - 1)} more)` : ''}`]), ...(lever === null ? [] : [lever.says]),
    ];
    return lines.flatMap((line, index) => wrapText(line, PAGE_CHARACTERS - ID_CHARACTERS, '  ').split('\n').map((part, k): [string, string] => [index + k === 0 ? row.id : '', part]));
  }));
}

/** Commands of cells carry their whole raid; the document has them in full. */
const shorter = (command: string): string => (command.length > 150 ? `${command.slice(0, 120)}… (in full with --json)` : command);

function crossings(matrix: readonly MatrixCell[], bold: (text: string) => string): string[] {
  const swept = matrix.filter(({ crossings: known }) => known !== null);
  if (swept.length === 0) return [];
  const columns = ['threat set', 'tier', 'class', 'raid flown', '5 % through at', '20 % at', '50 % at'].map((head, i) => ({ head, align: i < 3 ? 'left' as const : 'right' as const }));
  return [`${bold('Raid sizes, in missiles, at which a share gets through')}\n${textTable(columns, swept.map((cell) => [cell.threatSet, cell.tier, CLASS_NAMES[cell.class] ?? cell.class, countText(cell.raid?.flown_count ?? 0), ...(['at5', 'at20', 'at50'] as const).map((at) => crossingText(cell, at))]))}`];
}

function traceText({ traceCoverage: { served_count, servable_count, orphans, notByElements, idle, functions }, map }: Compliance): string {
  const pairs: [string, string][] = [
    ['traced', `${served_count} of ${servable_count} requirements that elements can serve are served by some element here`],
    ...orphans.map(({ id, needs }): [string, string] => [`orphan ${id}`, `needs ${needs}`]),
    ['no element can', `${notByElements.join(', ')}: documents, or models that do not exist yet`],
    ['serve nothing', idle.length === 0 ? 'every element serves some requirement' : idle.join(', ')],
    ...functions.map(({ name, elements }): [string, string] => [name, elements.length === 0 ? 'nobody' : elements.join(', ')]),
    ...map.map(({ says, rows }): [string, string] => ['without', `${says}: ${rows.join(', ')}`]),
  ];
  return textPairs(pairs.flatMap(([label, text]) => wrapText(text, PAGE_CHARACTERS - 16, '  ').split('\n').map((line, index): [string, string] => [index === 0 ? label : '', line])));
}
