/** `cupola replay`: the whole story of one run, as a timeline, as tables or for a globe. */
import { chart } from '../../engine/geometry.js';
import type { Replay } from '../../engine/record/record.js';
import { replayRun } from '../../engine/record/replay.js';
import { citationLine } from '../../figures/sentences/citation.js';
import { eventsCsv } from '../../formats/csv.js';
import { replayCzml } from '../../formats/czml.js';
import { replayKml } from '../../formats/kml.js';
import { formatUtc } from '../../kernel/epoch.js';
import type { Problem } from '../../scenario/text/problem.js';
import type { ChangeAnswer } from '../../studies/smallest-change/smallest-change.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { reachProblems } from '../frame/reach-check.js';
import { replayText } from './replay-answer.js';
import { changeDocument, DEFAULT_CHANGES, findChanges } from './replay-changes.js';
import { SEED_RANGE } from './run.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';

const FILE_FLAGS = ['czml', 'kml', 'events'] as const;

export const replayCommand: Command = {
  name: 'replay',
  summary: 'tell one run of a study from first launch to last impact',
  usage: ['replay <scenario> --run K [--seed S] [--changes N] [--set PATH=VALUE]… [--czml FILE] [--kml FILE] [--events FILE]'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    { name: 'run', value: 'K', doc: 'which run, counted from 0' },
    { name: 'seed', value: 'S', doc: 'seed of the study (default 1)' },
    { name: 'changes', value: 'N', doc: `for how many of those that got through to look for what would have stopped them (default ${DEFAULT_CHANGES}; 0 for none)` },
    SET_FLAG,
    { name: 'czml', value: 'FILE', doc: 'write the paths as CZML, for Cesium viewers' },
    { name: 'kml', value: 'FILE', doc: 'write the paths as KML, for Earth browsers' },
    { name: 'events', value: 'FILE', doc: 'write the events as comma-separated values' },
  ],
  examples: [
    ['cupola replay scenarios/01-ten-icbms-notional-shell.yaml --run 812', 'events and decisions of run 812'],
    ['cupola replay scenarios/01-ten-icbms-notional-shell.yaml --run 812 --czml 812.czml', 'the same for a globe'],
  ],
  run: replay,
};

async function replay({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const seed = flags.integer('seed', SEED_RANGE) ?? 1;
  const run = flags.integer('run', { min: 0, max: 9_999_999 });
  const changes = flags.integer('changes', { min: 0, max: 10_000 }) ?? DEFAULT_CHANGES;
  const file = given['scenario'] ?? '';
  const catalogue = loadCatalogue();
  const { compiled, problems } = readScenario(given['scenario'], flags, catalogue);
  const reach = compiled === undefined ? [] : reachProblems(compiled, file);
  const errors: Problem[] = [...flags.problems, ...problems, ...reach.filter((problem) => problem.severity === 'error')];
  if (!flags.has('run')) errors.push(flagProblem('--run', 'nothing', 'the number of a run, from 0', 'as in --run 0'));
  for (const flag of FILE_FLAGS) {
    const target = flags.text(flag);
    const problem = target === undefined ? undefined : checkWritableFile(flag, target);
    if (problem !== undefined) errors.push(problem);
  }
  if (compiled === undefined || run === undefined || errors.length > 0) throw new BadInput(errors);
  noteWarnings(output, [...compiled.warnings, ...reach]);
  const story = replayRun(chart(compiled.plan), seed, run);
  const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash, seed });
  writeFiles(story, { title: `${compiled.title}: run ${run}`, about: citationLine(provenance) }, { flags, output });
  const found = await findChanges(compiled.plan, story, changes, { output, signal });
  if (output.isJson) output.json({ title: compiled.title, ...replayDocument(story, found), provenance });
  else {
    output.print(replayText(compiled, story, found, output));
    output.print(`\n${output.styled('dim', citationLine(provenance))}`);
  }
  return 0;
}

function writeFiles(story: Replay, { title, about }: { title: string; about: string }, { flags, output }: Pick<CommandInput, 'flags' | 'output'>): void {
  const contents = {
    czml: () => `${JSON.stringify(replayCzml(story, title, about))}\n`,
    kml: () => replayKml(story, title, about),
    events: () => eventsCsv(story),
  };
  for (const flag of FILE_FLAGS) {
    const target = flags.text(flag);
    if (target === undefined) continue;
    writeAtomically(target, contents[flag]());
    output.note(`Wrote ${target}`);
  }
}

/** Paths are left out: they are what --czml and --kml are for. */
function replayDocument(story: Replay, changes: ReadonlyMap<string, ChangeAnswer>): Record<string, unknown> {
  return {
    seed: story.seed,
    run: story.run,
    epoch: formatUtc(story.epoch_s),
    end_s: story.end_s,
    digest: story.digest,
    missiles: story.missiles.map(({ path: _path, ...missile }) => ({ ...missile, ...changeDocument(changes.get(missile.key)) })),
    shots: story.shots.map(({ path: _path, ...shot }) => shot),
    layers: story.layers,
    events: story.events,
    decisions: story.decisions,
  };
}
