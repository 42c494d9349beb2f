/** `cupola incidents`: the warning logic in the false alarms of the public record, and in variants of them. */
import { existsSync, readFileSync } from 'node:fs';
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, toPlace } from '../../figures/numbers.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import { listKind, showEntry } from '../../scenario/catalogue.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { readIncident } from '../../scenario/incident.js';
import type { IncidentFile } from '../../scenario/cards/incident-file.js';
import { warningRules } from '../../studies/warning-logic/incident-case.js';
import { playIncident } from '../../studies/warning-logic/play-incident.js';
import type { PlayedCase } from '../../studies/warning-logic/play-incident.js';
import { variantRates } from '../../studies/warning-logic/rates.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, fileProblem, flagProblem } from '../frame/failures.js';
import { plainReason } from '../frame/files.js';
import { nameHint } from '../frame/nearest.js';
import { provenanceOf } from '../frame/provenance.js';
import { SEED_RANGE } from '../run/run.js';
import { ratesText } from './warning-rates.js';

const DEFAULT_VARIANTS = 900;
const VARIANTS_RANGE = { min: 0, max: 100_000 };

export const incidentsCommand: Command = {
  name: 'incidents',
  summary: 'run false alarms of the public record, and variants of them, through the warning logic',
  usage: ['incidents [<incident>] [--variants N] [--seed S]'],
  arguments: [{ name: 'incident', doc: 'a name of data/incidents, or a file of that form: its story is told in full; without it all are run', isOptional: true }],
  flags: [
    { name: 'variants', value: 'N', doc: `generated variants for the rates (default ${DEFAULT_VARIANTS}; 0 for none)` },
    { name: 'seed', value: 'S', doc: 'of the variants (default 1)' },
  ],
  examples: [
    ['cupola incidents', 'all incidents, and how often the logic is wrong over 900 variants'],
    ['cupola incidents norway-1995', 'what was known when, and what was declared for which reason'],
  ],
  run: incidents,
};

async function incidents({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  const variants = flags.integer('variants', VARIANTS_RANGE) ?? DEFAULT_VARIANTS, seed = flags.integer('seed', SEED_RANGE) ?? 1;
  const catalogue = loadCatalogue();
  const chosen = chooseIncidents(given['incident'], catalogue, flags.problems);
  const rules = warningRules(catalogue);
  const played = Object.entries(chosen).map(([name, incident]) => ({ name, incident, cases: playIncident(incident, rules) }));
  const rates = variants === 0 ? null : variantRates(chosen, rules, variants, seed);
  const provenance = provenanceOf(catalogue, commandLine, rates === null ? {} : { seed });
  if (output.isJson) {
    output.json({ incidents: played.map(({ name, incident, cases }) => ({ name, title: incident.title, start: incident.start, record: incident.record, cases: cases.map(caseDocument) })), variants: rates, rules, provenance });
    return 0;
  }
  const all = played.flatMap(({ cases }) => cases), asExpected = all.filter(({ isAsExpected }) => isAsExpected).length;
  const head = `${countText(asExpected)} of ${countText(all.length)} cases of ${countText(played.length)} ${played.length === 1 ? 'incident' : 'incidents'} come to the level that the public record expects`;
  const told = given['incident'] === undefined ? [] : played.flatMap(({ incident, cases }) => [recordText(incident), ...cases.map(storyText)]);
  printAnswer(output, head, [casesTable(played), ...told, rates === null ? '' : ratesText(rates)], citationLine(provenance));
  return 0;
}

function chooseIncidents(word: string | undefined, catalogue: Catalogue, problems: CommandInput['flags']['problems']): Readonly<Record<string, IncidentFile>> {
  if (word === undefined) {
    if (problems.length > 0) throw new BadInput(problems);
    return catalogue.kinds.incidents;
  }
  const known = showEntry(catalogue, 'incidents', word);
  if (known !== undefined && problems.length === 0) return { [word]: known };
  if (known === undefined && !existsSync(word)) problems.push(flagProblem('<incident>', word, 'a name in incidents, or a file', nameHint(word, listKind(catalogue, 'incidents'))));
  if (known === undefined && existsSync(word)) {
    let text = '';
    try {
      text = readFileSync(word, 'utf8');
    } catch (error) {
      throw new BadInput([...problems, fileProblem(word, plainReason(error), 'an incident file that can be read')]);
    }
    const result = readIncident(text, word);
    if (result.ok && problems.length === 0) return { [word]: result.incident };
    if (!result.ok) problems.push(...result.problems);
  }
  throw new BadInput(problems);
}

function caseDocument({ name, title, expected, story, isAsExpected, timeline }: PlayedCase): Record<string, unknown> {
  return { name, title, expected, got: { highest: story.highest, final: story.final }, isAsExpected, timeline };
}

function casesTable(played: readonly { readonly name: string; readonly cases: readonly PlayedCase[] }[]): string {
  const columns = ['incident', 'case', 'expected', 'highest declared', 'at the end', ''].map((head) => ({ head, align: 'left' as const }));
  return textTable(columns, played.flatMap(({ name, cases }) => cases.map(({ title, expected, story, isAsExpected }, index) => [
    index === 0 ? name : '', title, expected.highest === expected.final ? expected.final : `${expected.highest}, then ${expected.final}`, story.highest, story.final, isAsExpected ? '' : 'not as expected',
  ])));
}

function recordText({ title, start, record, checked, open }: IncidentFile): string {
  return [title, `${start}. ${record}`, `Looked at: ${checked.join('; ')}.`, ...open].map((line) => wrapText(line, 110, '  ')).join('\n');
}

function storyText({ title, timeline }: PlayedCase): string {
  const columns = [{ head: 'after', align: 'right' as const }, { head: '', align: 'left' as const }, { head: title, align: 'left' as const }];
  const words = { told: '', note: 'so', evidence: 'evidence', declared: 'declared' } as const;
  return textTable(columns, timeline.map(({ at_s, kind, level, text }) => [`${toPlace(at_s, 0)} s`, [words[kind], level].filter((word) => word !== '').join(' '), text]));
}
