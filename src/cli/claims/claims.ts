/** `cupola claims`: what is said about the programme, how it stands to the record, what a run can test, who speaks for it and who against. */
import { existsSync, readFileSync } from 'node:fs';
import { citationLine } from '../../figures/sentences/citation.js';
import { type ClaimAnswer, claimAnswer, readClaims } from '../../policy/claims/claims.js';
import { CLAIM_STATUSES } from '../../scenario/cards/claim-file.js';
import { readClaim } from '../../scenario/claim.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer, refuseFlags } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, fileProblem, flagProblem } from '../frame/failures.js';
import { plainReason } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { WORKERS_FLAG } from '../frame/with-workers.js';
import { nameHint } from '../frame/nearest.js';
import { provenanceOf } from '../frame/provenance.js';
import { check, DEFAULT_DRAWS, DEFAULT_RUNS } from './check.js';
import { SLOT_FLAGS } from './check-slots.js';
import { claimsTable, claimText, statusLegend } from './claims-answer.js';

export const claimsCommand: Command = {
  name: 'claims',
  summary: 'claims about the programme: status, source, both sides, and the run that tests each',
  usage: [
    'claims [<claim>] [--status WORDS]',
    'claims --check [--claim ID] [--who NAME] [--when DATE] [--count N] [--of WORD] [--verb WORDS] [--missiles N] [--threat CLASS] [--from PLACE] [--stopped SHARE] [--price_usd USD --priceYear Y] [--scenario NAME] [--runs N] [--draws D]',
  ],
  arguments: [{ name: 'claim', doc: 'an id, as a to z or cbo-780-per-missile, or a file of that form: it is told in full; without it all are listed', isOptional: true }],
  flags: [
    { name: 'status', value: 'WORDS', doc: `only claims of this status: ${CLAIM_STATUSES.join(', ')}` },
    { name: 'check', doc: 'check a sentence: where its parts lie in the ranges of the model' },
    { name: 'claim', value: 'ID', doc: 'start from the numbers of a claim that is listed; flags win over them' },
    ...SLOT_FLAGS,
    { name: 'runs', value: 'N', doc: `simulated attacks, where a share is said to be stopped (default ${DEFAULT_RUNS})` },
    { name: 'seed', value: 'S', doc: 'seed of the luck (default 1)' },
    { name: 'draws', value: 'D', doc: `draws over the assumed numbers (default ${DEFAULT_DRAWS}; 0 for none, then only the interval of the mean is told)` },
    WORKERS_FLAG,
  ],
  examples: [
    ['cupola claims', 'all claims with their status'],
    ['cupola claims --status "not found"', 'what was searched for, and stands on no page that was seen'],
    ['cupola claims cbo-780-per-missile', 'one claim in full, with supporters and critics'],
    ['cupola claims --check --claim cbo-2026-743-billion', 'where the number and the price of a listed claim lie'],
    ['cupola claims --check --who "A speaker" --when 2026-11 --count 2000 --verb stop --missiles 10 --price_usd 100e9 --priceYear 2026', 'a sentence of your own'],
  ],
  run: claims,
};

async function claims(input: CommandInput): Promise<number> {
  const { flags, given, output, commandLine } = input;
  const catalogue = loadCatalogue(), all = readClaims(catalogue), status = readStatus(flags), word = given['claim'];
  if (flags.has('check')) {
    refuseFlags(flags, ['status'], 'no --status with --check');
    if (word !== undefined) flags.problems.push(flagProblem('<claim>', word, 'no argument with --check', `as in --check --claim ${word}`));
    return await check(input, all, catalogue);
  }
  refuseFlags(flags, ['claim', 'runs', 'seed', 'draws', 'workers', ...SLOT_FLAGS.map(({ name }) => name)], 'this flag with --check only');
  const chosen = word === undefined ? all : chooseClaim(word, all, flags);
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  const shown = chosen.filter((claim) => status === undefined || claim.status === status), provenance = provenanceOf(catalogue, commandLine);
  if (output.isJson) {
    output.json({ claims: shown, statuses: CLAIM_STATUSES, provenance });
    return 0;
  }
  const [only] = shown;
  if (word !== undefined && only !== undefined) printAnswer(output, `${only.id}: ${only.title}`, [claimText(only)], citationLine(provenance));
  else printAnswer(output, headOf(shown.length, status), shown.length === 0 ? [] : [claimsTable(shown), statusLegend(shown)], citationLine(provenance));
  return 0;
}

function headOf(count: number, status: string | undefined): string {
  const what = status === undefined ? '' : ` of status ${status}`;
  return count === 0 ? `No claim${what}.` : `${count} ${count === 1 ? 'claim' : 'claims'}${what}; cupola claims <claim> tells one in full`;
}

/** Hyphens do for spaces. */
function readStatus(flags: Flags): string | undefined {
  const text = flags.text('status');
  if (text === undefined) return undefined;
  const found = CLAIM_STATUSES.find((status) => status === text.trim().toLowerCase().replace(/[-_\s]+/g, ' '));
  if (found === undefined) flags.reject('status', `one of ${CLAIM_STATUSES.join(', ')}`, nameHint(text, CLAIM_STATUSES));
  return found;
}

function chooseClaim(word: string, all: readonly ClaimAnswer[], flags: Flags): readonly ClaimAnswer[] {
  const known = all.find(({ id }) => id === word);
  if (known !== undefined) return [known];
  if (!existsSync(word)) {
    flags.problems.push(flagProblem('<claim>', word, 'a claim by its id, or a file', nameHint(word, all.map(({ id }) => id))));
    return [];
  }
  let text = '';
  try {
    text = readFileSync(word, 'utf8');
  } catch (error) {
    flags.problems.push(fileProblem(word, plainReason(error), 'a claim file that can be read'));
    return [];
  }
  const read = readClaim(text, word);
  if (read.ok) return [claimAnswer(word.replace(/^.*\/|\.[^.]*$/g, ''), read.value)];
  flags.problems.push(...read.problems);
  return [];
}
