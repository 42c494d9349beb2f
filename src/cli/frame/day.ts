/** `--asOf`: the day on which dates are looked at. */
import { parseUtc } from '../../kernel/epoch.js';
import type { Flags } from './flags.js';

/** Undefined where none is given, and after a complaint. */
export function readDay(flags: Flags): string | undefined {
  const text = flags.text('asOf');
  if (text === undefined) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && parseUtc(text) !== undefined) return text;
  flags.reject('asOf', 'a day of the calendar, as in 2026-02-05');
  return undefined;
}

export const today = (): string => new Date().toISOString().slice(0, 10);
