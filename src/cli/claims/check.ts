/** `cupola claims --check`: where the parts of a claim lie in the ranges of the model, what would have to be for it, and a paragraph to quote. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { claimSentence } from '../../figures/claims/claim-sentence.js';
import { amountWords, claimParagraph, publishedWords, SLOT_WORDS, VERDICT_WORDS, wouldWords } from '../../figures/claims/check-words.js';
import { citationLine } from '../../figures/sentences/citation.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import { checkClaim, claimedShare } from '../../policy/claims/check/check-claim.js';
import type { SlotFinding } from '../../policy/claims/check/slots.js';
import { asOfClaims, checkIdOf, titlesOf } from '../../policy/claims/check/told-claim.js';
import type { ClaimAnswer } from '../../policy/claims/claims.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { stemOf } from '../../scenario/text/file-stem.js';
import { compileText } from '../../scenario/compile/compile.js';
import { printAnswer } from '../frame/closed-form.js';
import type { CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import { provenanceOf } from '../frame/provenance.js';
import { readWorkers } from '../frame/with-workers.js';
import { SEED_RANGE } from '../run/run.js';
import { readSlots } from './check-slots.js';
import { type FlownAnswer, flyClaim, type NamedScenario } from './flown.js';

export const DEFAULT_RUNS = 200;
export const DEFAULT_DRAWS = 16;
const DEFAULT_SCENARIO = '01-ten-icbms-notional-shell';
const LINE = 110;

export async function check({ flags, output, signal, commandLine }: CommandInput, claims: readonly ClaimAnswer[], catalogue: Catalogue): Promise<number> {
  const claim = chooseClaim(flags, claims), slots = readSlots(flags, claim, catalogue), claimed = claimedShare(slots);
  const scenario = slots.scenario === undefined && claimed === undefined ? undefined : readNamed(slots.scenario ?? DEFAULT_SCENARIO, flags, catalogue);
  const options = { runs: flags.integer('runs', { min: 1, max: 1_000_000 }) ?? DEFAULT_RUNS, seed: flags.integer('seed', SEED_RANGE) ?? 1, draws: flags.integer('draws', { min: 0, max: 4096 }) ?? DEFAULT_DRAWS, workers: readWorkers(flags) };
  if (slots.count === undefined && slots.price_usd === undefined && claimed === undefined) flags.problems.push({ file: 'command line', path: '--check', line: 0, found: 'no number', expected: 'at least one of --count, --stopped and --price_usd, or --claim with one of them', hint: 'cupola claims --help shows a whole sentence', severity: 'error' });
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  const flown = claimed === undefined || scenario === undefined ? undefined : await flyClaim(slots, claimed, scenario, catalogue, options, { output, signal });
  const findings = checkClaim(slots, {
    catalogue, ...(scenario === undefined || (slots.scenario === undefined && slots.count === undefined) ? {} : { shield: { title: scenario.compiled.title, plan: scenario.compiled.plan } }),
    ...(flown === undefined ? {} : { flown: typeof flown === 'string' ? flown : flown.share }),
  });
  const flight = typeof flown === 'object' ? flown : undefined, runId = flight?.share.runId ?? checkIdOf(slots, catalogue);
  const provenance = provenanceOf(catalogue, commandLine, flight === undefined ? {} : { planHash: flight.planHash, seed: options.seed }), titles = titlesOf(slots, catalogue);
  const paragraph = claimParagraph({ slots, titles, findings, version: provenance.version, engineVersion: catalogue.engineVersion, dataHash: catalogue.dataHash, runId, asOf: asOfClaims(catalogue), command: commandLine });
  const sentence = claimSentence(slots, titles);
  if (output.isJson) output.json({ sentence, claim: claim?.id ?? null, slots, findings, flown: flightDocument(flight), paragraph, runId, provenance });
  else printAnswer(output, sentence, [findingsTable(findings), ...findings.flatMap(findingText), `To quote:\n${wrapText(paragraph, LINE, '  ')}`], citationLine(provenance, flight === undefined ? undefined : { runId, runs: flight.share.runs }));
  return 0;
}

function chooseClaim(flags: Flags, claims: readonly ClaimAnswer[]): ClaimAnswer | undefined {
  const id = flags.text('claim'), found = claims.find((claim) => claim.id === id);
  if (id !== undefined && found === undefined) flags.reject('claim', 'a claim by its id', nameHint(id, claims.map((claim) => claim.id)));
  if (found !== undefined && Object.keys(found.numbers).length === 0) flags.reject('claim', 'a claim that states numbers', `${found.id} states none: cupola claims ${found.id}`);
  return found;
}

/** A scenario that comes along by its name, or a file. */
function readNamed(name: string, flags: Flags, catalogue: Catalogue): NamedScenario | undefined {
  const stem = stemOf(basename(name)), known = catalogue.scenarios.find((each) => stemOf(each.name) === stem);
  if (known === undefined && !existsSync(name)) {
    flags.reject('scenario', 'a scenario of scenarios/ by its name, or a file', nameHint(stem, catalogue.scenarios.map((each) => stemOf(each.name))));
    return undefined;
  }
  const text = existsSync(name) ? readFileSync(name, 'utf8') : (known?.text ?? ''), file = existsSync(name) ? name : (known?.name ?? name), result = compileText(text, file, catalogue, []);
  if (result.ok) return { name: file, text, compiled: result.compiled };
  flags.problems.push(...result.problems);
  return undefined;
}

const flightDocument = (flight: FlownAnswer | undefined): Record<string, unknown> | null => (flight === undefined ? null : { ...flight.share, drivers: flight.share.drivers.map(({ path, label, unit, now, low, high, turnsAt }) => ({ path, label, unit, now, low, high, turnsAt })), planHash: flight.planHash, changes: flight.changes });

function findingsTable(findings: readonly SlotFinding[]): string {
  const columns = [{ head: 'part', align: 'left' }, { head: 'claimed', align: 'right' }, { head: 'range of the model', align: 'right' }, { head: '', align: 'left' }] as const;
  return textTable(columns, findings.map((finding) => [SLOT_WORDS[finding.slot], finding.claimed === null ? '' : amountWords(finding, finding.claimed), finding.model === null ? '' : amountWords(finding, finding.model), VERDICT_WORDS[finding.verdict]]));
}

function findingText(finding: SlotFinding): string[] {
  if (finding.verdict === 'not said') return [];
  const lines = [`Range: ${finding.basis}.`, wouldWords(finding), publishedWords(finding)].filter((line) => line !== '');
  return [[`${SLOT_WORDS[finding.slot].replace(/^./, (letter) => letter.toUpperCase())}`, ...lines.map((line) => wrapText(`  ${line}`, LINE, '    '))].join('\n')];
}
