/** What makes a result repeatable, and the short name by which it is cited. */
import { sha256Bytes } from '../kernel/hash.js';

export interface Provenance {
  readonly version: string;
  readonly engineVersion: string;
  readonly planHash: string;
  readonly dataHash: string;
  readonly seed: number;
  readonly command: string;
}

export interface RunIdentity {
  readonly planHash: string;
  readonly engineVersion: string;
  readonly seed: number;
  readonly runs: number;
}

/** Crockford's base 32: no I, L, O or U, so that it can be read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 7;

/** Short name of a result, as in `7F3K-92QD`: seven digits of the identity's SHA-256 and a check digit. */
export function runIdOf(identity: RunIdentity): string {
  const bytes = sha256Bytes(`${identity.planHash}/${identity.engineVersion}/${identity.seed}/${identity.runs}`);
  const digits = Array.from({ length: DIGITS }, (_, i) => bytes[i] & 31);
  const text = [...digits, checkDigit(digits)].map((digit) => ALPHABET[digit]).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** True when a run id was typed without a slip: its check digit fits. */
export function isRunId(text: string): boolean {
  const digits = [...text.toUpperCase().replace('-', '')].map((c) => ALPHABET.indexOf(c));
  return /^[0-9A-Za-z]{4}-[0-9A-Za-z]{4}$/.test(text) && !digits.includes(-1) && checkDigit(digits.slice(0, DIGITS)) === digits[DIGITS];
}

/** Odd weights modulo 32 catch every wrong digit; different ones catch most swaps of neighbours. */
function checkDigit(digits: readonly number[]): number {
  return digits.reduce((sum, digit, i) => sum + digit * (2 * i + 1), 0) % 32;
}
