/** The entry of the worker thread in which HiGHS runs: one model after the other, each in an instance of its own. */
import { parentPort } from 'node:worker_threads';
import loadHighs from 'highs';
import type { IntegerAnswer, IntegerModel } from '../policy/locations/integer-model.js';

export interface HighsTask {
  readonly model: IntegerModel;
  readonly limit_s: number;
}

const OPTIMAL = 7, INFEASIBLE = 8, UNBOUNDED_OR_INFEASIBLE = 9;
// Its types are read as those of a CommonJS module, whose default export would be one level down; what is loaded is the ES module.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

parentPort?.on('message', (task: HighsTask) => parentPort?.postMessage(solve(task)));

function solve({ model: { cost, isInteger, rows }, limit_s }: HighsTask): IntegerAnswer {
  const starts = [0], indices: number[] = [], values: number[] = [];
  for (const { terms } of rows) {
    for (const [column, factor] of terms) {
      indices.push(column);
      values.push(factor);
    }
    starts.push(indices.length);
  }
  const { variableType, objectiveSense } = highs.constants, end = (value: number): number => (value === Infinity ? highs.infinity : value === -Infinity ? -highs.infinity : value);
  const model = highs.createModel({
    numCols: cost.length, numRows: rows.length, sense: objectiveSense.maximize, colCost: [...cost], colLower: cost.map(() => 0), colUpper: cost.map(() => 1),
    rowLower: rows.map(({ low }) => end(low)), rowUpper: rows.map(({ high }) => end(high)),
    matrix: { format: 'csr', numRows: rows.length, numCols: cost.length, starts, indices, values },
    integrality: isInteger.map((whole) => (whole ? variableType.integer : variableType.continuous)),
  });
  try {
    model.options.set({ output_flag: false, time_limit: limit_s, mip_rel_gap: 0, mip_abs_gap: 1e-9 });
    model.run();
    const status = model.getModelStatus();
    if (status === INFEASIBLE || status === UNBOUNDED_OR_INFEASIBLE) return { status: 'infeasible', values: null, bound: null };
    const hasSolution = Number(model.info.get('primal_solution_status')) === 2, bound = Number(model.info.get('mip_dual_bound'));
    return { status: status === OPTIMAL ? 'optimal' : 'stopped', values: hasSolution ? [...model.getSolution().colValue] : null, bound: Number.isFinite(bound) ? bound : null };
  } finally {
    model.dispose();
  }
}
