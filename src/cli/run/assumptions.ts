/**
 * `cupola run --assumptions`: how far the answer moves over the assumed cards, which of them move it most, and where a
 * conclusion turns. Draws and single moves run at the luck of the answer itself.
 */
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import { findDrivers } from '../../studies/not-known/drivers.js';
import type { Driver, Drivers } from '../../studies/not-known/drivers.js';
import { DEFAULT_DRAW_RUNS, DEFAULT_DRAWS, notKnown } from '../../studies/not-known/not-known.js';
import type { NotKnown } from '../../studies/not-known/not-known.js';
import type { AssumptionQuestion } from '../../studies/paired/plan-outcomes.js';
import type { FlagSpec } from '../frame/command.js';
import { unitOfPath } from '../frame/numbers-table.js';
import type { Output } from '../frame/output.js';
import { withWorkers } from '../frame/with-workers.js';

export const ASSUMPTIONS_FLAG: FlagSpec = {
  name: 'assumptions',
  value: 'N',
  defaultValue: String(DEFAULT_DRAWS),
  doc: `move the assumed numbers over their ranges: N draws (default ${DEFAULT_DRAWS}) of up to ${DEFAULT_DRAW_RUNS} attacks, and what moves the answer most; takes a few minutes`,
};
export const DRAWS_RANGE = { min: 1, max: 4096 };

export interface AssumptionsAnswer {
  readonly band: NotKnown;
  readonly drivers: Drivers;
}

export interface AssumptionsRequest extends AssumptionQuestion {
  readonly draws: number;
  readonly workers: number;
}

export async function moveAssumptions({ draws, workers, ...question }: AssumptionsRequest, output: Output, signal: AbortSignal): Promise<AssumptionsAnswer> {
  const asked: AssumptionQuestion = { ...question, runs: Math.min(question.runs, DEFAULT_DRAW_RUNS) };
  let hasTold = false;
  const stopped = (): string => 'Stopped while moving the assumed numbers; nothing was written.';
  return await withWorkers({ workers, output, signal, counted: 'draws over the assumed numbers', stopped }, async (executor, bar) => {
    const band = await notKnown(asked, { draws }, executor, ({ done, total, interim }) => {
      bar.update(done, total);
      const first = hasTold || done === total || output.stderr.isTTY !== true ? null : interim();
      if (first === null) return;
      hasTold = true;
      bar.clear();
      output.note(`After ${countText(first.draws)} draws: ${bandText(first)}`);
    }, signal);
    let phase = '';
    const drivers = await findDrivers(asked, {}, executor, (state) => {
      if (state.phase !== phase) bar.begin(state.phase === 'moving each input' ? 'assumed numbers moved alone' : 'steps to the turning values');
      phase = state.phase;
      bar.update(state.done, state.total);
    }, signal);
    return { band, drivers };
  });
}

/** The keys are a contract; `overAssumptions` is in the unit of leakage, means of drivers are missiles of one attack. */
export function assumptionsDocument({ band, drivers }: AssumptionsAnswer): Record<string, unknown> {
  const { perDraw: _perDraw, ...overAssumptions } = band;
  return { overAssumptions, drivers: drivers.drivers, effects: drivers.effects };
}

export function assumptionsText({ band, drivers }: AssumptionsAnswer): string {
  if (band.draws === 0) return 'Not known: nothing to move, no number of this scenario is assumed with a range.';
  const blocks = [
    `Not known: ${bandText(band)} (${countText(band.draws)} draws over ${countText(band.inputs)} assumed numbers, ${countText(band.runs)} attacks each at the same luck; smallest and largest mean, not a probability)`,
    ...band.refusals.map(({ reason, draws }) => `${countText(draws)} of ${countText(band.draws)} draws could not be run: ${reason}`),
    driversTable(drivers),
    ...drivers.drivers.flatMap(turnTexts),
  ];
  return blocks.filter((block) => block !== '').map((block) => (block.includes('\n') ? `\n${block}\n` : wrapText(block, PAGE_CHARACTERS, '  '))).join('\n').trim();
}

const PAGE_CHARACTERS = 110;

function bandText({ low, high }: NotKnown): string {
  if (low === null || high === null) return 'no draw could be run';
  return `leakage from ${percentText(low)} % to ${percentText(high)} %`;
}

const percentText = (share: number): string => (share > 0 && share < 0.001 ? '<0.1' : toPlace(100 * share, share < 0.1 ? -1 : 0));
const meanText = (mean: number | null): string => (mean === null ? 'cannot be run' : mean > 0 && mean < 0.005 ? '<0.01' : mean.toFixed(2));

function driversTable({ drivers, meanNow }: Drivers): string {
  if (drivers.length === 0) return 'No assumed number moves the answer by itself.';
  return textTable(
    [
      { head: 'What moves it most, alone', align: 'left' }, { head: 'unit', align: 'left' }, { head: 'low', align: 'right' }, { head: 'now', align: 'right' }, { head: 'high', align: 'right' },
      { head: 'get through at low', align: 'right' }, { head: 'now', align: 'right' }, { head: 'at high', align: 'right' },
    ],
    drivers.map((driver) => [
      driver.label, unitOfPath(driver.path), significantText(driver.low), significantText(driver.now), significantText(driver.high), meanText(driver.meanAtLow), meanText(meanNow), meanText(driver.meanAtHigh),
    ]),
  );
}

/** One line for each conclusion that turns within the range, or one that says that none does. */
function turnTexts({ label, path, now, turns }: Driver): string[] {
  const unit = unitOfPath(path), turning = turns.filter(({ turnsAt }) => turnsAt !== null);
  if (turning.length === 0) return [`${label}: within its range no conclusion turns (${turns.map(({ conclusion }) => conclusion).join('; ')})`];
  return turning.map(({ conclusion, holdsNow, turnsAt, turnsAtError }) => {
    const error = turnsAtError === null || !Number.isFinite(turnsAtError) ? '' : ` ± ${significantText(turnsAtError, 2)}`;
    return `${label}: that ${conclusion} ${holdsNow ? 'holds now and fails' : 'fails now and holds'} ${(turnsAt ?? 0) > now ? 'from' : 'down from'} ${significantText(turnsAt ?? 0, 3)}${error}${unit === '' ? '' : ` ${unit}`}`;
  });
}
