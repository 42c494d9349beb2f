/**
 * What a row that is read from the matrix says of a changed shield, with as few runs as tell it: cells that failed are flown first, worst
 * first, and as soon as the verdict could not be better even if all others passed, the rest is left unflown. A better verdict is only
 * given once all cells have been flown.
 */
import type { Catalogue } from '../../../scenario/catalogue.js';
import type { CompiledScenario } from '../../../scenario/compile/compiled.js';
import type { Executor, StopSignal } from '../../../studies/executor.js';
import type { Cell } from '../../../studies/threat-cells/cell.js';
import type { KeptProfiles } from '../../../studies/threat-cells/able.js';
import { flyCells } from '../../../studies/threat-cells/fly-cells.js';
import type { Verdict } from '../compliance.js';
import type { Judged } from './cheapest-lever.js';
import type { AttackedPlace } from './lever.js';

export interface CellJudgeQuestion {
  /** Cells of the shield as it is, flown with `runs` and `seed`. */
  readonly cells: readonly Cell[];
  readonly verdict: Verdict;
  /** The row, of any set of cells. */
  readonly judgeRow: (cells: readonly Cell[]) => Pick<Judged, 'verdict' | 'value' | 'why'>;
  /** Which cells the row reads; all where left out. */
  readonly reads?: (cell: Cell) => boolean;
  readonly catalogue: Catalogue;
  readonly scenario: { readonly file: string; readonly overrides: readonly string[] };
  readonly runs: number;
  readonly seed: number;
  readonly executor: Executor;
  /** Shared by the rows of one search: what was flown of a changed shield, and which layers can engage what. */
  readonly kept?: KeptCells;
  readonly signal?: StopSignal;
}

export interface KeptCells {
  readonly flown: Map<string, Cell>;
  readonly profiles: KeptProfiles;
}

const RANK: readonly Verdict[] = ['not testable', 'not met', 'partly', 'met'];
const isBetter = (a: Verdict, b: Verdict): boolean => RANK.indexOf(a) > RANK.indexOf(b);

export function createCellJudge(question: CellJudgeQuestion): (compiled: CompiledScenario, overrides: readonly string[]) => Promise<Judged> {
  const { cells, verdict, judgeRow, reads = () => true, catalogue, scenario, runs, seed, executor, signal, kept = { flown: new Map(), profiles: new Map() } } = question;
  const judged = cells.filter((cell) => cell.state !== 'absent' && reads(cell)), byNeed = [...judged].sort((a, b) => stopped(a) - stopped(b));
  return async (compiled, overrides) => {
    const now = new Map<Cell, Cell>();
    let runSets = 0;
    const answer = (assume: (cell: Cell) => Cell): Judged => ({ ...judgeRow(cells.map((cell) => now.get(cell) ?? (judged.includes(cell) ? assume(cell) : cell))), runSets });
    for (const cell of byNeed) {
      const key = `${compiled.planHash} ${cell.threatSet} ${cell.tier} ${cell.class}`, known = kept.flown.get(key);
      const [flown] = known === undefined ? await flyCells({
        compiled, catalogue, threatSets: [cell.threatSet], only: [{ tier: cell.tier, class: cell.class }], isSwept: false, runs, seed, executor, profiles: kept.profiles,
        scenario: { ...scenario, overrides: [...scenario.overrides, ...overrides] }, ...(signal === undefined ? {} : { signal }),
      }) : [known];
      if (flown === undefined) continue;
      now.set(cell, flown);
      if (known === undefined && flown.state === 'flown') runSets++;
      kept.flown.set(key, flown);
      // Told as though all others passed: if that is no better, nothing that they do makes it so.
      const best = answer(passing);
      if (!isBetter(best.verdict, verdict)) return best;
    }
    return answer((cell) => cell);
  };
}

const stopped = ({ intercepted }: Cell): number => intercepted?.mean ?? 0;
const passing = (cell: Cell): Cell => ({ ...cell, state: 'flown', reason: '', elementAble: true, intercepted: { mean: 1, low: 1, high: 1 }, noLeaker: { mean: 1, low: 1, high: 1 } });

/** Cities that the raids of cells are aimed at, worst cells first, each once for each place from which it is attacked. */
export function attackedPlaces(cells: readonly Cell[]): AttackedPlace[] {
  const worstFirst = [...cells].sort((a, b) => stopped(a) - stopped(b));
  return worstFirst.flatMap(({ raid }) => (raid?.entries ?? []).flatMap(({ from, to, approach }) => to.map((place) => ({ place, from, isLongWay: approach === 'long' }))));
}
