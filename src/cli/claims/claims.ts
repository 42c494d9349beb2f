/** `cupola claims`: what is said about the programme, how it stands to the record, what a run can test, who speaks for it and who against. */
import { existsSync, readFileSync } from 'node:fs';
import { citationLine } from '../../figures/citation.js';
import { type ClaimAnswer, claimAnswer, readClaims } from '../../policy/claims/claims.js';
import { CLAIM_STATUSES } from '../../scenario/cards/claim-file.js';
import { readClaim } from '../../scenario/claim.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, fileProblem, flagProblem } from '../frame/failures.js';
import { plainReason } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import { provenanceOf } from '../frame/provenance.js';
import { claimsTable, claimText, statusLegend } from './claims-answer.js';

export const claimsCommand: Command = {
  name: 'claims',
  summary: 'claims about the programme: status, source, both sides, and the run that tests each',
  usage: ['claims [<claim>] [--status WORDS]'],
  arguments: [{ name: 'claim', doc: 'an id, as a to z or cbo-780-per-missile, or a file of that form: it is told in full; without it all are listed', isOptional: true }],
  flags: [{ name: 'status', value: 'WORDS', doc: `only claims of this status: ${CLAIM_STATUSES.join(', ')}` }],
  examples: [
    ['cupola claims', 'all claims with their status'],
    ['cupola claims --status "not found"', 'what was searched for, and stands on no page that was seen'],
    ['cupola claims cbo-780-per-missile', 'one claim in full, with supporters and critics'],
  ],
  run: claims,
};

async function claims({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), all = readClaims(catalogue), status = readStatus(flags), word = given['claim'];
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
