/** What stands around a check of a claim: titles of what its slots name, the name of the check, the date of the data. */
import { canonicalJson, sha256Hex } from '../../../kernel/hash.js';
import { type Catalogue, findPlace } from '../../../scenario/catalogue.js';
import { runIdOf } from '../../../studies/provenance.js';
import type { ClaimSlots } from './slots.js';

/** Titles of the class and of the place, as the catalogue has them. */
export interface SlotTitles {
  readonly threat?: string;
  readonly from?: string;
}

export function titlesOf({ threat, from }: ClaimSlots, catalogue: Catalogue): SlotTitles {
  const place = from === undefined ? undefined : findPlace(catalogue, from)?.cards.title, missile = threat === undefined ? undefined : catalogue.kinds.threats[threat]?.title;
  return { ...(missile === undefined ? {} : { threat: missile }), ...(place === undefined ? {} : { from: place }) };
}

/** Where nothing is flown, the sentence and the engine name the check. */
export function checkIdOf(slots: ClaimSlots, { engineVersion }: Pick<Catalogue, 'engineVersion'>): string {
  return runIdOf({ planHash: sha256Hex(canonicalJson(slots)), engineVersion, seed: 0, runs: 0 });
}

/** Month up to which the claims were read. */
export function asOfClaims({ kinds }: Pick<Catalogue, 'kinds'>): string {
  return Object.values(kinds.claims).map(({ source }) => source?.asOf ?? '').sort().at(-1) ?? '';
}
