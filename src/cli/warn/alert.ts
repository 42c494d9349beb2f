/** `cupola alert`: the public alert that a simulated attack would bring, as an exercise or a test, and how a false one is taken back. */
import { extname } from 'node:path';
import { chart } from '../../engine/geometry.js';
import { replayRun } from '../../engine/record/replay.js';
import { citationLine } from '../../figures/sentences/citation.js';
import { significantText, toPlace } from '../../figures/numbers.js';
import { textTable } from '../../figures/text-table.js';
import { CAP_STATUSES, capTime, capXml } from '../../formats/cap.js';
import type { CapMessage, CapStatus } from '../../formats/cap.js';
import { Luck } from '../../kernel/random.js';
import type { AlertProcedure } from '../../models/command/warning/public-alert.js';
import { alertStory } from '../../studies/warning-logic/alert-story.js';
import type { AlertStory } from '../../studies/warning-logic/alert-story.js';
import { compareProcedures, drawCorrection_s, publicAlertRules } from '../../studies/warning-logic/correction.js';
import type { ProcedureOutcome } from '../../studies/warning-logic/correction.js';
import { warningRules } from '../../studies/warning-logic/incident-case.js';
import { alertMessages, mistakenMessages } from './alert-messages.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { noteWarnings } from '../frame/problems.js';
import { provenanceOf } from '../frame/provenance.js';
import { reachProblems } from '../frame/reach-check.js';
import { SEED_RANGE } from '../run/run.js';
import { readScenario, SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';

export const alertCommand: Command = {
  name: 'alert',
  summary: 'the public alert that a simulated attack would bring, as a CAP 1.2 exercise or test, and its correction',
  usage: ['alert <scenario> --run K --status Exercise|Test [--cap FILE] [--persons 1|2] [--correction prepared|improvised] [--mistake] [--seed S] [--set PATH=VALUE]…'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    { name: 'run', value: 'K', doc: 'which run, counted from 0' },
    { name: 'status', value: 'STATUS', doc: `${CAP_STATUSES.join(' or ')}; Cupola writes no other` },
    { name: 'cap', value: 'FILE', doc: 'write the first message as CAP 1.2; those after it go to FILE with -2, -3 … before its ending' },
    { name: 'persons', value: 'N', doc: 'who must agree before anything is sent: 1 or 2 (default 2)' },
    { name: 'correction', value: 'HOW', doc: 'of a false alert: prepared or improvised (default prepared)' },
    { name: 'mistake', doc: 'no attack: an alert that is sent by mistake, and taken back' },
    { name: 'seed', value: 'S', doc: 'seed of the study (default 1)' },
    SET_FLAG,
  ],
  examples: [
    ['cupola alert scenarios/01-ten-icbms-notional-shell.yaml --run 0 --status Exercise', 'what would be sent when, and how long a false alert stands'],
    ['cupola alert scenarios/01-ten-icbms-notional-shell.yaml --run 0 --status Test --mistake --persons 1 --correction improvised --cap mistake.xml', 'a mistake and its correction, with nothing prepared'],
  ],
  run: alert,
};

async function alert({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  const seed = flags.integer('seed', SEED_RANGE) ?? 1, run = flags.integer('run', { min: 0, max: 9_999_999 });
  const status = readStatus(flags), procedure = readProcedure(flags), cap = flags.text('cap');
  const catalogue = loadCatalogue();
  const { compiled, problems } = readScenario(given['scenario'], flags, catalogue);
  const reach = compiled === undefined ? [] : reachProblems(compiled, given['scenario'] ?? '');
  const errors = [...flags.problems, ...problems, ...reach.filter(({ severity }) => severity === 'error')];
  if (!flags.has('run')) errors.push(flagProblem('--run', 'nothing', 'the number of a run, from 0', 'as in --run 0'));
  const unwritable = cap === undefined ? undefined : checkWritableFile('cap', cap);
  if (unwritable !== undefined) errors.push(unwritable);
  if (compiled === undefined || run === undefined || status === undefined || errors.length > 0) throw new BadInput(errors);
  noteWarnings(output, [...compiled.warnings, ...reach]);
  const rules = publicAlertRules(catalogue), geometry = chart(compiled.plan);
  const replay = replayRun(geometry, seed, run);
  const frame = {
    status, epoch_s: replay.epoch_s, name: `cupola-${compiled.planHash.slice(0, 12)}-${seed}-${run}`, territory: compiled.plan.defended.territory.name, areaRadius_m: rules.areaRadius_m,
    note: `Run ${run} with seed ${seed} of the scenario "${compiled.title}", simulated by Cupola.`,
  };
  const isMistake = flags.has('mistake');
  const story = isMistake ? null : alertStory(replay, geometry, warningRules(catalogue), rules, procedure);
  const correction_s = isMistake ? drawCorrection_s(rules, procedure, new Luck(seed), run) : null;
  const messages = correction_s === null ? alertMessages(story?.moments ?? [], frame) : mistakenMessages(0, correction_s, frame);
  const files = cap === undefined ? [] : messages.map((message, index) => ({ file: numbered(cap, index), text: capXml(message) }));
  for (const { file, text } of files) writeAtomically(file, text);
  const procedures = compareProcedures(rules, seed);
  const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash, seed });
  if (output.isJson) {
    output.json({
      status, run, mistake: isMistake, procedure, warning: story?.warning ?? null, moments: story?.moments.map(momentDocument) ?? [], messages: messages.map(messageDocument),
      files: files.map(({ file }) => file), correction: { drawn_s: correction_s, procedures }, provenance,
    });
    return 0;
  }
  for (const { file } of files) output.note(`Wrote ${file}`);
  printAnswer(output, headline(status, story, correction_s), [story === null ? '' : warningTable(story), messagesTable(messages, replay.epoch_s), procedureTable(procedures)], citationLine(provenance));
  return 0;
}

function readStatus(flags: Flags): CapStatus | undefined {
  const found = flags.text('status'), status = CAP_STATUSES.find((known) => known === found);
  if (status !== undefined) return status;
  const isActual = found?.toLowerCase() === 'actual';
  flags.problems.push(flagProblem('--status', found ?? 'nothing', CAP_STATUSES.join(' or '), isActual ? 'Cupola simulates: it writes exercises and tests and no alert that could be taken for a real one' : 'as in --status Exercise'));
  return undefined;
}

function readProcedure(flags: Flags): AlertProcedure {
  const persons = flags.text('persons') ?? '2', correction = flags.text('correction') ?? 'prepared';
  if (persons !== '1' && persons !== '2') flags.reject('persons', '1 or 2');
  if (correction !== 'prepared' && correction !== 'improvised') flags.reject('correction', 'prepared or improvised');
  return { persons: persons === '1' ? 1 : 2, correction: correction === 'improvised' ? 'improvised' : 'prepared' };
}

function numbered(file: string, index: number): string {
  const ending = extname(file);
  return index === 0 ? file : `${file.slice(0, file.length - ending.length)}-${index + 1}${ending}`;
}

const momentDocument = ({ places, firstImpact_s, ...moment }: AlertStory['moments'][number]): Record<string, unknown> =>
  ({ ...moment, places: places.map(({ name }) => name), firstImpact_s: Number.isFinite(firstImpact_s) ? firstImpact_s : null });

function messageDocument(message: CapMessage): Record<string, unknown> {
  const { identifier, sender, sent_s, status, msgType, info } = message;
  const references = message.msgType === 'Alert' ? [] : message.references.map((one) => `${one.sender},${one.identifier},${capTime(one.sent_s)}`);
  return { identifier, sender, sent: capTime(sent_s), status, msgType, references, urgency: info.urgency, severity: info.severity, certainty: info.certainty, headline: info.headline, areas: info.areas.map(({ description }) => description) };
}

function headline(status: CapStatus, story: AlertStory | null, correction_s: number | null): string {
  const word = status.toUpperCase();
  if (correction_s !== null) return `${word}: an alert sent by mistake stands for ${toPlace(correction_s / 60, 0)} minutes`;
  const [first] = story?.moments ?? [];
  if (first === undefined) return `${word}: no alert reaches the public before it is over (highest level declared: ${story?.warning.highest ?? 'none'})`;
  const left_s = first.firstImpact_s - first.at_s;
  return `${word}: the public is alerted ${toPlace(first.at_s, 0)} s after the start of the attack${Number.isFinite(left_s) ? `, ${toPlace(left_s / 60, 0)} minutes before the first impact` : ''}`;
}

function warningTable({ warning }: AlertStory): string {
  const columns = [{ head: 'after', align: 'right' as const }, { head: 'declared', align: 'left' as const }, { head: 'because', align: 'left' as const }];
  return warning.declared.length === 0 ? 'No level was declared.' : textTable(columns, warning.declared.map(({ at_s, to, reason }) => [`${toPlace(at_s, 0)} s`, to, reason]));
}

function messagesTable(messages: readonly CapMessage[], epoch_s: number): string {
  if (messages.length === 0) return '';
  const columns = [{ head: 'after', align: 'right' as const }, ...['message', 'certainty', 'urgency', ''].map((head) => ({ head, align: 'left' as const }))];
  return textTable(columns, messages.map(({ sent_s, msgType, info }) => [`${toPlace(sent_s - epoch_s, 0)} s`, msgType, info.certainty, info.urgency, info.headline]));
}

function procedureTable(procedures: readonly ProcedureOutcome[]): string {
  const columns = [{ head: 'who agrees, and correction', align: 'left' as const }, ...['to alert (s)', 'false alerts in 10,000 drills', 'false alert stands, median (min)', '5 to 95 % (min)'].map((head) => ({ head, align: 'right' as const }))];
  const minutes = (time_s: number): string => toPlace(time_s / 60, 0);
  return textTable(columns, procedures.map(({ persons, correction, timeToAlert_s, falseAlertPerDrill_prob, correction_s }) => [
    `${persons === 1 ? 'one person' : 'two persons'}, ${correction}`, toPlace(timeToAlert_s, 0), significantText(10_000 * falseAlertPerDrill_prob, 2), minutes(correction_s.p50), `${minutes(correction_s.p5)} to ${minutes(correction_s.p95)}`,
  ]));
}
