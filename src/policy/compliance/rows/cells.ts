/**
 * Rows that are read from the matrix of origin and class: S2b (the worst cell), 3a-i (how many cells), the classes of the statute, and
 * 3d-i (what changes between the threat sets). A cell that no element can engage scores nothing, whatever the threshold.
 */
import { changesBetween, type CellChange } from '../cells/changes.js';
import type { Evidence, Judgement, MatrixCell, Verdict } from '../compliance.js';
import type { EvidenceSet, JudgeRow, RowQuestion } from '../evidence.js';
import { judgement, measured, metricOf, named, straddleWords, verdictOf } from '../verdict.js';

type FlownCell = EvidenceSet['cells'][number];
type Named = Pick<MatrixCell, 'tier' | 'class' | 'threatSet'>;

/** Cells that hold a raid; the others are told and not judged. */
const present = (cells: readonly FlownCell[]): FlownCell[] => cells.filter(({ raid }) => raid !== null);
const ofSet = ({ cells }: EvidenceSet, threatSet: RowQuestion['threatSet']): FlownCell[] => present(threatSet === null ? cells : cells.filter((cell) => cell.threatSet === threatSet));

export const cellName = ({ tier, class: kind, threatSet }: Named): string => `${CLASS_WORDS[kind] ?? kind} of a ${tier} state (${threatSet})`;
export const CLASS_WORDS: Readonly<Record<string, string>> = { 'icbm-slbm': 'ballistic missiles', hgv: 'hypersonic gliders', fobs: 'fractional orbits', cruise: 'cruise missiles', 'uas-other': 'drones and others' };

export function verdictOfCell(cell: FlownCell, perCell: number): { readonly verdict: Verdict; readonly why: string } {
  if (cell.raid === null) return { verdict: 'not testable', why: cell.reason };
  if (cell.elementAble !== true || cell.intercepted === null) return { verdict: 'not met', why: cell.reason };
  const verdict = verdictOf({ value: cell.intercepted.mean, low: cell.intercepted.low, high: cell.intercepted.high, better: 'higher' }, perCell);
  return { verdict, why: straddleWords(verdict) };
}

function cellEvidence(cell: FlownCell, { compiled, scenario }: EvidenceSet): Evidence {
  if (cell.runId === null) return { kind: 'scenario', says: `${cellName(cell)}: ${cell.reason}`, runId: null, planHash: compiled.planHash, seed: null, runs: null, command: `cupola comply ${scenario.file}` };
  return { kind: 'runs', says: cellName(cell), runId: cell.runId, planHash: cell.planHash, seed: cell.seed, runs: cell.runs, command: cell.command ?? '' };
}

/** Where no element is able nothing is stopped, and that is sure. */
const stopped = (cell: FlownCell): number => (cell.elementAble === true ? (cell.intercepted?.mean ?? 0) : 0);
const worst = (cells: readonly FlownCell[]): FlownCell | undefined => cells.reduce<FlownCell | undefined>((least, cell) => (least === undefined || stopped(cell) < stopped(least) ? cell : least), undefined);

const DRIVER = named('data/threat-sets', 'what flies for a counted missile, from where, and how large a raid is flown (threat sets are a reading of public counts)');

function judgeWorst(metric: 'worstCell' | 'classStopped', evidence: EvidenceSet, { threshold, threatSet }: RowQuestion, cells: readonly FlownCell[]): Judgement {
  const cell = worst(cells);
  if (cell === undefined) return judgement({ verdict: 'not testable', why: 'no cell of this threat set holds such a raid', metric: metricOf(metric, null) });
  const value = metricOf(metric, cell.elementAble === true ? cell.intercepted : 0), verdict = cell.elementAble === true ? verdictOf(value, threshold.value) : 'not met';
  const passing = cells.filter((each) => each.elementAble === true && each.intercepted !== null && verdictOf(metricOf(metric, each.intercepted), threshold.value) === 'met');
  const why = cell.elementAble === true ? `worst cell: ${cellName(cell)}; ${straddleWords(verdict)}` : `worst cell: ${cellName(cell)}; no element is able to engage it`;
  // Where the worst cell fails and others do not, some of the requirement is met; S2b asks for the worst and gets no such credit.
  const isPartly = metric === 'classStopped' && verdict === 'not met' && passing.length > 0;
  return judgement({
    verdict: isPartly ? 'partly' : verdict, why: isPartly ? `${why}; met in ${passing.map(cellName).join(', ')}` : why, metric: value,
    evidence: cells.map((each) => cellEvidence(each, evidence)), drivingAssumption: DRIVER,
    figures: threatSet === null ? [] : [{ name: 'cells judged', unit: 'count', value: cells.length }, { name: 'cells at or above the threshold', unit: 'count', value: passing.length }],
  });
}

export const judgeAnyAttack: JudgeRow = (evidence, question) => judgeWorst('worstCell', evidence, question, ofSet(evidence, question.threatSet));

/** Classes of attack that each requirement of the statute speaks of. */
export const CLASSES: Readonly<Record<string, readonly string[]>> = { 'USC-ballistic': ['icbm-slbm'], 'USC-hypersonic': ['hgv'], 'USC-cruise': ['cruise'], 'USC-other': ['fobs', 'uas-other'] };

export const judgeClass: JudgeRow = (evidence, question) => judgeWorst('classStopped', evidence, question, ofSet(evidence, question.threatSet).filter((cell) => CLASSES[question.requirement.id]?.includes(cell.class)));

export const judgeMatrix: JudgeRow = (evidence, { threshold, settings, threatSet }) => {
  const cells = ofSet(evidence, threatSet), perCell = settings['perCell']?.value ?? 1;
  if (cells.length === 0) return judgement({ verdict: 'not testable', why: 'no cell of this threat set holds a raid', metric: metricOf('cellsMet', null) });
  const judged = cells.map((cell) => ({ cell, ...verdictOfCell(cell, perCell) })), met = judged.filter(({ verdict }) => verdict === 'met'), half = judged.filter(({ verdict }) => verdict === 'partly');
  const share = met.length / cells.length, verdict: Verdict = met.length === 0 && half.length === 0 ? 'not met' : share >= threshold.value ? 'met' : 'partly';
  const unable = judged.filter(({ cell }) => cell.elementAble !== true);
  const list = (each: readonly { cell: FlownCell }[]): string => each.map(({ cell }) => cellName(cell)).join(', ');
  const why = [
    `${met.length} of ${cells.length} cells met`, ...(met.length > 0 && met.length < cells.length ? [`met: ${list(met)}`] : []), ...(half.length > 0 ? [`straddling: ${list(half)}`] : []), ...(unable.length > 0 ? [`no element able: ${list(unable)}`] : []),
  ].join('; ');
  return judgement({
    verdict, why, metric: metricOf('cellsMet', share), evidence: cells.map((cell) => cellEvidence(cell, evidence)), drivingAssumption: DRIVER,
    figures: judged.map(({ cell, verdict: own }) => ({ name: cellName(cell), unit: 'share', value: stopped(cell), ...(cell.elementAble === true && cell.intercepted !== null ? { low: cell.intercepted.low, high: cell.intercepted.high } : {}), note: own })),
  });
};

export const judgeChange: JudgeRow = (evidence, { threshold }) => {
  const metric = 'changeTo2035', { cells, threatSets } = evidence;
  if (threatSets.length < 2) return judgement({ verdict: 'not testable', why: 'both threat sets are needed: --threatSet both', metric: metricOf(metric, null) });
  const pairs = present(cells).filter(({ threatSet }) => threatSet === '2035').map((late) => {
    const early = cells.find((cell) => cell.threatSet === '2025' && cell.tier === late.tier && cell.class === late.class);
    // A class that nobody had in 2025 was not stopped then, and no shield was any worse for it.
    const before = early === undefined || early.raid === null ? null : stopped(early);
    return { late, before, fall: (before ?? 1) - stopped(late), isNew: before === null };
  });
  if (pairs.length === 0) return judgement({ verdict: 'not testable', why: 'the sets hold no cell in common', metric: metricOf(metric, null) });
  const most = pairs.reduce((a, b) => (b.fall > a.fall ? b : a)), { intercepted } = most.late;
  const changes = changesBetween(cells, '2025', '2035'), drives = changes.find(({ tier, class: kind }) => tier === most.late.tier && kind === most.late.class);
  // The interval is that of the later cell: the earlier one is told beside it.
  const half = intercepted === null || most.late.elementAble !== true ? 0 : Math.max(intercepted.high - intercepted.mean, intercepted.mean - intercepted.low);
  const value = metricOf(metric, { mean: most.fall, low: most.fall - half, high: most.fall + half }), verdict = verdictOf(value, threshold.value);
  return judgement({
    verdict, metric: value, why: `largest fall: ${cellName(most.late)}${most.isNew ? ', a class that the earlier set does not hold' : ''}; ${straddleWords(verdict)}`,
    evidence: pairs.map(({ late }) => cellEvidence(late, evidence)), drivingAssumption: measured('data/forces', `counts of each class in 2025 and 2035: between the sets nothing else differs${drives === undefined ? '' : ` (largest fall: ${driverWords(drives).join('; ')})`}`),
    // Largest fall first, as the bars of a tornado.
    figures: changes.flatMap((change) => (change.late === null ? [] : [{ name: `${CLASS_WORDS[change.class] ?? change.class}, ${change.tier}`, unit: 'share', value: change.late, note: [change.early === null ? 'not in the set of 2025' : `2025: ${change.early.toFixed(2)}`, ...driverWords(change)].join('; ') }])),
  });
};

/** What drives the change of a cell, and how much of it is due to each where the sweep tells them apart. */
const driverWords = ({ drivers }: CellChange): string[] => drivers.map(({ says, effect }) => (effect === null || drivers.length === 1 ? says : `${says} (${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(2)})`));
