/** `cupola cover`: how much of the Earth sensors have in view, how often and how well, and who holds a flight from launch to impact. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, significantText } from '../../figures/numbers.js';
import { toSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { satellites_count } from '../../scenario/plan/sensor-plan.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { coverPlan, type CoverQuestion, type CoverWatch } from '../../studies/cover/plan-cover.js';
import { COVER_PHASES, phasesOf, soughtTarget } from '../../studies/cover/sought-target.js';
import { degradedModes, everyGroup } from '../../studies/sensor-groups.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { coverDocument, coverHead, coverText } from './cover-answer.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { noteWarnings } from '../frame/problems.js';
import { Progress } from '../frame/progress.js';
import { provenanceOf } from '../frame/provenance.js';
import { SEED_RANGE } from '../run/run.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { WITHOUT_FLAG, withoutSensors } from './without-sensors.js';

const DEFAULT = { hours: 24, step_s: 60, cells: 40_000, launches: 12, draws: 50 };
/** Cells and rows of caps looked at: about a minute of work. */
const MOST_WORK = 4e10;

export const coverCommand: Command = {
  name: 'cover',
  summary: 'how much of the Earth sensors have in view, how often and how well, and who holds a flight from launch to impact',
  usage: ['cover <scenario> [--hours T] [--step_s S] [--cells N] [--phase boost|coast|air] [--altitude_km H] [--without NAME]… [--leaveOneOut] [--degraded] [--lose N] [--svg FILE] [--csv FILE] [--set PATH=VALUE]…'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    SET_FLAG,
    { name: 'hours', value: 'T', doc: `how long to watch (default ${DEFAULT.hours})` },
    { name: 'step_s', value: 'S', doc: `time between looks (default ${DEFAULT.step_s})` },
    { name: 'cells', value: 'N', doc: `cells of equal area that the Earth is cut into (default ${countText(DEFAULT.cells)})` },
    { name: 'attack', value: 'K', doc: "whose missile is looked for: the K-th entry of the raid's attacks (default 1)" },
    { name: 'phase', value: 'P', doc: 'boost, coast or air: burning, cold in free flight, or flying in the air (default: the first that the missile has)' },
    { name: 'altitude_km', value: 'H', doc: 'altitude of the targets (default 50 in boost, 500 in coast; in the air that of the cruise missile, or 20)' },
    WITHOUT_FLAG,
    { name: 'leaveOneOut', doc: 'also what is lost without each sensor, each system and each nation' },
    { name: 'degraded', doc: 'also what is lost without a plane of each shell, every second one, all radars, all satellites of one kind' },
    { name: 'lose', value: 'N', doc: 'also what is left after N satellites are lost at random' },
    { name: 'draws', value: 'D', doc: `with --lose: how often they are drawn (default ${DEFAULT.draws})` },
    { name: 'seed', value: 'S', doc: 'with --lose: seed of the draws (default 1)' },
    { name: 'launches', value: 'L', doc: `launches of each flight over the watch whose custody is followed (default ${DEFAULT.launches}; 0 for none)` },
    { name: 'svg', value: 'FILE', doc: 'draw maps of the share of time with one and with two or more in view' },
    { name: 'csv', value: 'FILE', doc: 'write one line for each cell' },
  ],
  examples: [
    ['cupola cover scenarios/01-ten-icbms-notional-shell.yaml', 'who sees a burning missile, where'],
    ['cupola cover scenarios/01-ten-icbms-notional-shell.yaml --phase coast --leaveOneOut', 'who sees it later, and what is lost without each sensor and nation'],
    ['cupola cover scenarios/01-ten-icbms-notional-shell.yaml --svg cover.svg', 'as a map'],
  ],
  run: coverAnswer,
};

async function coverAnswer({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), watch = readWatch(flags), files = readFiles(flags);
  const { compiled, problems } = readScenario(given['scenario'], flags, catalogue);
  if (compiled === undefined) throw new BadInput([...flags.problems, ...problems]);
  const plan = withoutSensors(flags, compiled.plan), question = readQuestion(flags, plan, watch, catalogue);
  if (question === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  noteWarnings(output, compiled.warnings);
  const progress = new Progress(output, 'looks');
  const answer = coverPlan(question, (done, total) => progress.update(done, total));
  progress.clear();
  const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash, ...(question.lose === undefined ? {} : { seed: question.lose.seed }) });
  if (files.svg !== undefined || files.csv !== undefined) {
    const { coverCsv, coverSvg } = await import('./cover-picture.js');
    if (files.svg !== undefined) writeAtomically(files.svg, coverSvg(answer, plan, catalogue, provenance));
    if (files.csv !== undefined) writeAtomically(files.csv, coverCsv(answer));
    for (const file of [files.svg, files.csv]) if (file !== undefined) output.note(`Wrote ${file}`);
  }
  if (output.isJson) output.json(coverDocument(answer, provenance));
  else printAnswer(output, coverHead(answer), coverText(answer), citationLine(provenance));
  return 0;
}

function readWatch(flags: Flags): CoverWatch {
  return {
    duration_s: toSi(flags.number('hours', { min: 0.02, max: 8800, unit: 'h' }) ?? DEFAULT.hours, 'h'),
    step_s: flags.number('step_s', { min: 1, max: 86_400, unit: 's' }) ?? DEFAULT.step_s,
    cells: flags.integer('cells', { min: 100, max: 1_000_000 }) ?? DEFAULT.cells,
    launches: flags.integer('launches', { min: 0, max: 1000 }) ?? DEFAULT.launches,
  };
}

function readFiles(flags: Flags): { svg: string | undefined; csv: string | undefined } {
  const files = { svg: flags.text('svg'), csv: flags.text('csv') };
  for (const [flag, file] of Object.entries(files)) {
    const blocked = file === undefined ? undefined : checkWritableFile(flag, file);
    if (blocked !== undefined) flags.problems.push(blocked);
  }
  return files;
}

function readQuestion(flags: Flags, plan: Plan, watch: CoverWatch, catalogue: Catalogue): CoverQuestion | undefined {
  const { sensors, attacks } = plan, total = sensors.reduce((sum, sensor) => sum + satellites_count(sensor), 0);
  if (sensors.length === 0) flags.problems.push(flagProblem('sensors', 'no sensor', 'at least one sensor in the scenario', flags.has('without') ? 'all of them are left out' : 'as in sensors: [ { use: sbirs-geo } ]'));
  const most_h = (watch.step_s * MOST_WORK) / (watch.cells + 60 * total * Math.sqrt(watch.cells)) / 3600;
  if (watch.duration_s / 3600 > most_h) flags.reject('hours', `at most ${significantText(most_h, 2)} h for ${countText(total)} satellites and sites, ${countText(watch.cells)} cells and looks every ${significantText(watch.step_s)} s`, 'fewer cells or longer steps allow more');
  const attack = attacks[(flags.integer('attack', { min: 1, max: attacks.length }) ?? 1) - 1], altitude_km = flags.number('altitude_km', { min: 0, max: 2000, unit: 'km' });
  if (attack === undefined) return undefined;
  const phases = phasesOf(attack), text = flags.text('phase') ?? phases[0], phase = COVER_PHASES.find((name) => name === text);
  if (phase === undefined || !phases.includes(phase)) {
    flags.reject('phase', phases.length === 1 ? `${phases[0]} for ${attack.threat.name}` : `${phases.slice(0, -1).join(', ')} or ${phases.at(-1)} for ${attack.threat.name}`);
    return undefined;
  }
  const lose = readLosses(flags, sensors.reduce((sum, sensor) => sum + ('orbit' in sensor ? satellites_count(sensor) : 0), 0));
  return {
    plan, watch, target: soughtTarget(attack, phase, altitude_km === undefined ? undefined : toSi(altitude_km, 'km')), land: catalogue.territories,
    groups: [...(flags.has('leaveOneOut') ? everyGroup(sensors) : []), ...(flags.has('degraded') ? degradedModes(sensors) : [])],
    ...(lose === undefined ? {} : { lose }),
  };
}

function readLosses(flags: Flags, satellites: number): CoverQuestion['lose'] {
  const lost_count = flags.integer('lose', { min: 0, max: satellites }), draws = flags.integer('draws', { min: 2, max: 1000 }), seed = flags.integer('seed', SEED_RANGE);
  for (const name of ['draws', 'seed']) if (flags.has(name) && !flags.has('lose')) flags.reject(name, `--lose N beside --${name}`);
  return lost_count === undefined ? undefined : { lost_count, draws: draws ?? DEFAULT.draws, seed: seed ?? 1 };
}
