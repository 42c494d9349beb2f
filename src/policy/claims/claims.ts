/** The claims of the catalogue, whole and in order: the article's by letter, then the others by topic. Nothing here judges a claim; its status is what the record shows. */
import { completeGiven, type Given } from '../../scenario/cards/card.js';
import { CLAIM_TOPICS, type ClaimFile, type ClaimStatus } from '../../scenario/cards/claim-file.js';
import type { Catalogue } from '../../scenario/catalogue.js';

/** Who says what, when, and where it stands. */
export interface Voice {
  /** `none found` where nobody was found up to the date given as `when`. */
  readonly who: string;
  readonly when: string;
  readonly says: string;
  readonly source: string;
  readonly seen: string;
  readonly url: string;
}

/** Numbers that the claim states itself, and words of its sentence. */
export interface ClaimedNumbers extends Readonly<Partial<Record<'count' | 'missiles' | 'stopped_share' | 'price_usd', Given>>> {
  readonly of?: 'interceptors' | 'satellites';
  readonly verb?: 'stop' | 'are needed for';
  readonly threat?: string;
  readonly from?: string;
  readonly priceYear?: number;
  readonly scenario?: string;
}

export interface ClaimAnswer {
  readonly id: string;
  readonly title: string;
  readonly topic: ClaimFile['topic'];
  /** As it circulates, a paraphrase: shown only between quotation marks after `In circulation:`. */
  readonly inCirculation: string;
  readonly status: ClaimStatus;
  readonly record: string;
  readonly attribution: { readonly who: string; readonly when: string };
  readonly source: Required<ClaimFile['source']>;
  /** What the program can test and the run that does; without a run, why there is none. */
  readonly test: { readonly what: string; readonly run: string | null };
  readonly supporters: readonly Voice[];
  readonly critics: readonly Voice[];
  readonly says: string;
  readonly numbers: ClaimedNumbers;
}

export const NONE_FOUND = 'none found';

export function readClaims({ kinds }: Pick<Catalogue, 'kinds'>): ClaimAnswer[] {
  const claims = Object.entries(kinds.claims).flatMap(([id, file]) => (file.model === 'claim' ? [claimAnswer(id, file)] : []));
  const rank = ({ topic }: ClaimAnswer): number => CLAIM_TOPICS.indexOf(topic);
  return claims.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

export function claimAnswer(id: string, { title, topic, inCirculation, status, record, attribution, source, slots = {}, test, supporters, critics, says }: ClaimFile): ClaimAnswer {
  const { of, verb, threat, from, priceYear, scenario, ...cards } = slots;
  const numbers = Object.fromEntries(Object.entries(cards).map(([key, card]) => [key, completeGiven(card, source)]));
  return {
    id, title, topic, inCirculation, status, record, attribution, source: { where: '', url: '', ...source }, test, supporters: voices(supporters), critics: voices(critics), says,
    numbers: {
      ...numbers, ...(of === undefined ? {} : { of }), ...(verb === undefined ? {} : { verb }), ...(threat === undefined ? {} : { threat }), ...(from === undefined ? {} : { from }),
      ...(priceYear === undefined ? {} : { priceYear: Number(priceYear) }), ...(scenario === undefined ? {} : { scenario }),
    },
  };
}

function voices(side: ClaimFile['supporters']): Voice[] {
  if ('noneFound' in side) return [{ who: NONE_FOUND, when: side.noneFound, says: '', source: '', seen: '', url: '' }];
  return side.map((voice) => ({ url: '', ...voice }));
}
