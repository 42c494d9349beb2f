/**
 * `cupola assign`: who shoots what, for a public instance of weapon-target assignment, with a bound that proves how good the plan
 * is. The search goes on until the plan is proved the best, the time or the work allowed is spent, or Ctrl-C asks for the
 * best so far.
 */
import { existsSync, readFileSync } from 'node:fs';
import { countText } from '../../figures/numbers.js';
import { readWeaponTargetFile, type WeaponTargetFile } from '../../formats/weapon-target-file.js';
import { type SearchState, searchPlan } from '../../models/command/weapon-target/search.js';
import { assignCsv, assignDocument, assignText, progressText, type StoppedBy } from './assign-answer.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, fileProblem } from '../frame/failures.js';
import { checkWritableFile, plainReason, writeAtomically } from '../frame/files.js';
import type { Output } from '../frame/output.js';
import { provenanceOf } from '../frame/provenance.js';

const DEFAULT_SECONDS = 60;
/** Between looks at Ctrl-C, and between lines of progress. */
const LOOK_MS = 50, REDRAW_MS = 200;

export const assignCommand: Command = {
  name: 'assign',
  summary: 'who shoots what: a plan for a weapon-target instance, with a bound that proves how good it is',
  usage: ['assign <instance> [--seconds S] [--work N] [--csv FILE]'],
  arguments: [{ name: 'instance', doc: 'a file: a line `m n mu` (weapons, targets, shots of each weapon), n weights of targets, then lines `weapon target probability`, counted from 0' }],
  flags: [
    { name: 'seconds', value: 'S', doc: `give the best plan found after so long (default ${DEFAULT_SECONDS}); sooner where it is proved the best` },
    { name: 'work', value: 'N', doc: 'or after N stretches of work, which give the same answer on every computer' },
    { name: 'csv', value: 'FILE', doc: 'write the plan as comma-separated values' },
  ],
  examples: [
    ['cupola assign wta_50x100x1.txt', 'plan, value, bound and gap'],
    ['cupola assign wta_50x100x1.txt --seconds 5 --csv plan.csv', 'what can be had in five seconds'],
  ],
  run: assign,
};

async function assign({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const seconds = flags.number('seconds', { min: 0.01, max: 1e6, unit: 's' }) ?? DEFAULT_SECONDS;
  const work = flags.integer('work', { min: 1, max: 1e9 }) ?? Infinity;
  const csv = flags.text('csv'), file = given['instance'] ?? '', problems = [...flags.problems];
  const unwritable = csv === undefined ? undefined : checkWritableFile('csv', csv);
  if (unwritable !== undefined) problems.push(unwritable);
  const read = readInstance(file);
  if ('problems' in read) problems.push(...read.problems);
  if ('problems' in read || problems.length > 0) throw new BadInput(problems);
  if (read.outOfReach_count > 0) output.note(`${countText(read.outOfReach_count)} pairs have no line in ${file}: they are out of reach.`);

  // A limit of work alone must not be cut short by the clock.
  const allowed_s = flags.has('seconds') || work === Infinity ? seconds : Infinity;
  const started_ms = performance.now();
  const { state, stoppedBy } = await search(read, { allowed_s, work, output, signal });
  const answer = { instance: file, read, state, stoppedBy, elapsed_s: (performance.now() - started_ms) / 1000, provenance: provenanceOf(loadCatalogue(), commandLine) };
  if (csv !== undefined) {
    writeAtomically(csv, assignCsv(read.problem, state.plan));
    output.note(`Wrote ${csv}`);
  }
  if (stoppedBy === 'interrupt') output.note('Stopped; this is the best plan so far.');
  if (output.isJson) output.json(assignDocument(answer));
  else output.print(assignText(answer, output));
  return stoppedBy === 'interrupt' ? 130 : 0;
}

interface Allowance {
  readonly allowed_s: number;
  readonly work: number;
  readonly output: Output;
  readonly signal: AbortSignal;
}

async function search({ problem }: WeaponTargetFile, { allowed_s, work, output, signal }: Allowance): Promise<{ state: SearchState; stoppedBy: StoppedBy }> {
  const started_ms = performance.now();
  let state: SearchState | undefined, stoppedBy: StoppedBy = 'finished', stretches = 0, looked_ms = started_ms, drawn_ms = -Infinity;
  for (state of searchPlan(problem)) {
    const now_ms = performance.now();
    if (output.stderr.isTTY === true && now_ms - drawn_ms > REDRAW_MS) {
      output.stderr.write(`\r\u001b[K${progressText(state, (now_ms - started_ms) / 1000).slice(0, (output.stderr.columns || 80) - 1)}`);
      drawn_ms = now_ms;
    }
    if (now_ms - looked_ms > LOOK_MS) {
      // Signals are delivered only while nothing runs.
      await new Promise((resolve) => setImmediate(resolve));
      looked_ms = now_ms;
    }
    stretches++;
    if (state.isProved) break;
    if (signal.aborted) stoppedBy = 'interrupt';
    else if (stretches >= work) stoppedBy = 'work';
    else if (now_ms - started_ms >= 1000 * allowed_s) stoppedBy = 'seconds';
    if (stoppedBy !== 'finished') break;
  }
  if (output.stderr.isTTY === true) output.stderr.write('\r\u001b[K');
  if (state === undefined) throw new Error('the search ended before its first plan');
  return { state, stoppedBy: state.isProved ? 'proved' : stoppedBy };
}

function readInstance(file: string): ReturnType<typeof readWeaponTargetFile> {
  if (file === '') return { problems: [] };
  const expected = 'a weapon-target instance that can be read';
  if (!existsSync(file)) return { problems: [fileProblem(file, 'no such file', expected)] };
  try {
    return readWeaponTargetFile(readFileSync(file, 'utf8'), file);
  } catch (error) {
    return { problems: [fileProblem(file, plainReason(error), expected)] };
  }
}
