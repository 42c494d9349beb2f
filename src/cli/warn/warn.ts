/** `cupola warn`: who learns when of a launch, how much warning is left by origin and by target, and what is lost without whom. */
import { runWarnJobs } from '../../cluster/warn-threads.js';
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, significantText } from '../../figures/numbers.js';
import { toSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { degradedModes, everyGroup, type SensorGroup } from '../../studies/sensor-groups.js';
import { warnAnswer } from '../../studies/warn/plan-warn.js';
import { gatherFlights, warnJobs } from '../../studies/warn/warn-job.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem, Stopped } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { readPlaces } from '../frame/places.js';
import { noteWarnings } from '../frame/problems.js';
import { Progress } from '../frame/progress.js';
import { provenanceOf } from '../frame/provenance.js';
import { SEED_RANGE } from '../run/run.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { raidOfPlaces, sweepRaid } from './warn-raid.js';
import { warnDocument, warnHead, warnText } from './warn-answer.js';
import { WITHOUT_FLAG, withoutSensors } from '../watch/without-sensors.js';
import { readWorkers, WORKERS_FLAG } from '../frame/with-workers.js';

const DEFAULT = { launches: 24, sweepLaunches: 6, hours: 24, seed: 1 };
/** Flights that take about a minute to solve. */
const MOST_FLIGHTS = 20_000;

export const warnCommand: Command = {
  name: 'warn',
  summary: 'who learns when of a launch, how much warning is left by origin and by target, and what is lost without whom',
  usage: ['warn <scenario> [--sweep] [--from PLACE]… [--to PLACE]… [--launches L] [--hours T] [--without NAME]… [--leaveOneOut] [--degraded] [--svg FILE] [--csv FILE] [--set PATH=VALUE]…'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    SET_FLAG,
    { name: 'sweep', doc: 'all launch areas of the raids of the public data, each with its missiles, at the 50 cities, instead of the attacks of the scenario' },
    { name: 'from', value: 'PLACE', isRepeated: true, doc: "launch there instead (LAT,LON or a name), with the missile of the scenario's first attack" },
    { name: 'to', value: 'PLACE', isRepeated: true, doc: 'at this target instead (LAT,LON or a name); with --from or --sweep alone the 50 cities' },
    { name: 'launches', value: 'L', doc: `launches of each flight, at moments spread evenly over the hours (default ${DEFAULT.launches}; ${DEFAULT.sweepLaunches} in a sweep)` },
    { name: 'hours', value: 'T', doc: `over how long launches are spread (default ${DEFAULT.hours})` },
    { name: 'seed', value: 'S', doc: `of the luck of looks and of where satellites stand at first (default ${DEFAULT.seed})` },
    WITHOUT_FLAG,
    { name: 'leaveOneOut', doc: 'also what is lost without each sensor, each system and each nation' },
    { name: 'degraded', doc: 'also what is lost without a plane of each shell, every second one, all radars, all satellites of one kind' },
    { name: 'svg', value: 'FILE', doc: 'draw a map of the warning left at each target, from its worst origin' },
    { name: 'csv', value: 'FILE', doc: 'write one line for each flight' },
    WORKERS_FLAG,
  ],
  examples: [
    ['cupola warn scenarios/01-ten-icbms-notional-shell.yaml', 'the time line of a launch'],
    ['cupola warn scenarios/01-ten-icbms-notional-shell.yaml --sweep --leaveOneOut', 'from everywhere at the 50 cities, and what each sensor and nation adds'],
    ['cupola warn scenarios/01-ten-icbms-notional-shell.yaml --from 41,127 --to seattle --to honolulu', 'other places'],
  ],
  run: warn,
};

async function warn({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), launches = flags.integer('launches', { min: 1, max: 10_000 }), seed = flags.integer('seed', SEED_RANGE) ?? DEFAULT.seed;
  const hours = flags.number('hours', { min: 0.02, max: 8800, unit: 'h' }) ?? DEFAULT.hours, workers = readWorkers(flags);
  const svg = flags.text('svg'), csv = flags.text('csv');
  for (const [flag, file] of [['svg', svg], ['csv', csv]] as const) {
    const blocked = file === undefined ? undefined : checkWritableFile(flag, file);
    if (blocked !== undefined) flags.problems.push(blocked);
  }
  const compiled = readAttacks(flags, given['scenario'], catalogue), plan = withoutSensors(flags, compiled.plan);
  if (plan.sensors.length === 0) flags.problems.push(flagProblem('sensors', 'no sensor', 'at least one sensor in the scenario', flags.has('without') ? 'all of them are left out' : 'as in sensors: [ { use: sbirs-geo } ]'));
  const flights = plan.attacks.reduce((sum, { targets }) => sum + targets.length, 0);
  if (flights > MOST_FLIGHTS) flags.reject(flags.has('to') ? 'to' : 'from', `at most ${countText(MOST_FLIGHTS)} flights`, `${countText(flights)} asked: fewer origins or targets`);
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  noteWarnings(output, compiled.warnings);
  const groups: SensorGroup[] = [...(flags.has('leaveOneOut') ? everyGroup(plan.sensors) : []), ...(flags.has('degraded') ? degradedModes(plan.sensors) : [])];
  const count = launches ?? (flights > 60 ? DEFAULT.sweepLaunches : DEFAULT.launches);
  const progress = new Progress(output, 'flights');
  const jobs = warnJobs(plan, { launches: count, duration_s: toSi(hours, 'h'), seed, groups });
  const results = await runWarnJobs(jobs, workers, (done) => progress.update(done, flights), signal).finally(() => progress.clear());
  if (signal.aborted) throw new Stopped('Stopped; nothing was written.');
  const { flown, outOfRange } = gatherFlights(results);
  if (flown.length === 0) throw new BadInput([flagProblem(flags.has('from') || flags.has('sweep') ? '--from' : 'raid', `${countText(outOfRange)} flights, all out of range`, 'a flight that reaches its target', 'cupola fly --missile M --maxRange tells how far a missile goes')]);
  const answer = warnAnswer(flown, outOfRange, count, groups), provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash, seed });
  if (svg !== undefined || csv !== undefined) {
    const { warnCsv, warnSvg } = await import('./warn-picture.js');
    if (svg !== undefined) writeAtomically(svg, warnSvg(answer, plan, catalogue, provenance));
    if (csv !== undefined) writeAtomically(csv, warnCsv(answer));
    for (const file of [svg, csv]) if (file !== undefined) output.note(`Wrote ${file}`);
  }
  if (output.isJson) output.json(warnDocument(answer, provenance));
  else printAnswer(output, warnHead(answer), [...warnText(answer, plan), `Launches over ${significantText(hours)} h.`], citationLine(provenance));
  return 0;
}

/** The scenario with its own attacks, or with those that the flags ask for. */
function readAttacks(flags: Flags, file: string | undefined, catalogue: Catalogue): CompiledScenario {
  const from = readPlaces(flags, 'from', catalogue), to = readPlaces(flags, 'to', catalogue);
  if (flags.has('sweep') && flags.has('from')) flags.reject('from', '--sweep or --from, not both');
  const read = readScenario(file, flags, catalogue);
  if (read.compiled === undefined || flags.problems.length > 0) throw new BadInput([...flags.problems, ...read.problems]);
  const raid = flags.has('sweep') ? sweepRaid(catalogue, to) : from.length > 0 || to.length > 0 ? raidOfPlaces(read.compiled.plan, from, to) : undefined;
  if (raid === undefined) return read.compiled;
  flags.add(SET_FLAG.name, `raid=${JSON.stringify(raid)}`);
  const swept = readScenario(file, flags, catalogue);
  if (swept.compiled === undefined) throw new BadInput(swept.problems);
  return swept.compiled;
}

