/** From the text of a claim to a checked one, or to all that is wrong with it. */
import { type CheckedFile, type Fault, readChecked } from './text/checked-file.js';
import { CLAIM, type ClaimFile } from './cards/claim-file.js';
import type { Segment } from './text/path.js';

export function readClaim(text: string, file: string): CheckedFile<ClaimFile> {
  return readChecked(text, file, CLAIM, { example: 'cupola show claims b --json shows a whole file', expectedOf }, claimFaults);
}

/** In words for the parts whose schema says little: numbers of the slots are cards. */
function expectedOf(path: readonly Segment[]): string {
  const [first] = path;
  return first === 'slots' ? 'a card, as in `{ value: 780, where: … }`, or a word of the sentence' : 'what this format has here';
}

/** Numbers of a claim stand under its own source, so each says where in it. */
export function claimFaults({ slots = {} }: ClaimFile): Fault[] {
  return Object.entries(slots).flatMap(([key, card]) => (typeof card === 'string' || card.where !== undefined ? [] : [{ path: ['slots', key, 'where'], found: 'nothing', expected: 'where in the source the number stands', hint: 'add `where`' }]));
}
