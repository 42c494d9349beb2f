/** Claims as a table, and one claim in full with both sides. */
import { inCirculationWords, sourceWords, STATUS_MEANING, voiceWords } from '../../figures/claims/claim-words.js';
import { textPairs, textTable, wrapText } from '../../figures/text-table.js';
import type { ClaimAnswer } from '../../policy/claims/claims.js';

const PAGE_CHARACTERS = 110;
const LABEL_CHARACTERS = 14;

export function claimsTable(claims: readonly ClaimAnswer[]): string {
  const columns = ['claim', 'status', 'about', 'who', 'when', 'a run tests it'].map((head) => ({ head, align: 'left' as const }));
  return textTable(columns, claims.map(({ id, status, title, attribution: { who, when }, topic, test }) => [id, status, title, topic === 'article of May 2025' ? 'article' : shorter(who), shorter(when), test.run === null ? '' : 'yes']));
}

/** In the table the first name is enough; the whole stands with the claim. */
const shorter = (words: string): string => words.replace(/ \(.*|, .*|; .*/s, '');

export function statusLegend(claims: readonly ClaimAnswer[]): string {
  const used = Object.entries(STATUS_MEANING).map(([status, meaning]): [string, string, number] => [status, meaning, claims.filter((claim) => claim.status === status).length]);
  return `Status is what the record shows, not a verdict of the model:\n${textPairs(used.filter(([, , count]) => count > 0).map(([status, meaning, count]): [string, string] => [status, `${count}, ${meaning}`]), '  ')}`;
}

/** Lines below the title. */
export function claimText(claim: ClaimAnswer): string {
  const { status, record, attribution: { who, when }, source, test, supporters, critics, says } = claim;
  const lines: [string, string][] = [
    ['', inCirculationWords(claim)],
    ['Status', `${status}: ${STATUS_MEANING[status]}`],
    ['Record', record],
    ['Said by', `${who}, ${when}`],
    ['Source', sourceWords(source)],
    ...(source.url === '' ? [] : [['', source.url] as [string, string]]),
    ['What is tested', test.what],
    ...(test.run === null ? [['Run', 'none'] as [string, string]] : [['Run', test.run] as [string, string]]),
    ...supporters.map((voice, index): [string, string] => [index === 0 ? 'Supporters' : '', voiceWords(voice)]),
    ...critics.map((voice, index): [string, string] => [index === 0 ? 'Critics' : '', voiceWords(voice)]),
    ['We say', says],
  ];
  return textPairs(lines.flatMap(([label, words]) => wrapText(words, PAGE_CHARACTERS - LABEL_CHARACTERS).split('\n').map((line, index): [string, string] => [index === 0 ? label : '', line])));
}
