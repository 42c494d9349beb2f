/** Words around a claim, the same for page, command line and report. A claim is shown only inside its frame. */
import type { ClaimAnswer, Voice } from '../../policy/claims/claims.js';
import { NONE_FOUND } from '../../policy/claims/claims.js';
import type { ClaimStatus } from '../../scenario/cards/claim-file.js';

/** What the words of the vocabulary mean: how a claim stands to the record, never a verdict of the model. */
export const STATUS_MEANING: Readonly<Record<ClaimStatus, string>> = {
  supported: 'documents or established press have it',
  correct: 'a dated document says the same',
  incomplete: 'part of what documents say',
  'misleading wording': 'the words carry another meaning than their source',
  'differs from the record': 'a primary document says something else',
  unsupported: 'the record speaks of something else',
  unverified: 'no record to look at was found',
  'not found': 'searched for, and on no page that was seen',
  testable: 'a question that runs answer with a range',
  opinion: 'a judgement, told with both sides',
};

/** The frame by which the do-not-repeat rules know a claim that is shown and not made. */
export const inCirculationWords = ({ inCirculation }: Pick<ClaimAnswer, 'inCirculation'>): string => `In circulation: “${inCirculation}”`;

export function voiceWords({ who, when, says, source }: Voice): string {
  if (who === NONE_FOUND) return `none found (${when})`;
  return `${who} (${when}) says: ${says} [${source}]`;
}

export function sourceWords({ source, where, seen, asOf }: ClaimAnswer['source']): string {
  return [source, where, seen === 'primary' ? '' : seen === 'recalled' ? 'recalled, not checked' : 'not checked at the primary', `as of ${asOf}`].filter((part) => part !== '').join(', ');
}
