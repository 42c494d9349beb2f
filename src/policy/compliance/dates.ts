/** The real dates of the directives, as they stand on a given day. The day is handed in: this floor has no clock. */
import { parseUtc } from '../../kernel/epoch.js';
import { toSi } from '../../kernel/units.js';
import type { DirectiveFile } from '../../scenario/cards/directive-file.js';
import type { JudgedDate } from './compliance.js';

export function judgeDates(directives: Readonly<Record<string, DirectiveFile>>, asOf: string): JudgedDate[] {
  const today = dayOf(asOf);
  const dates = Object.entries(directives).flatMap(([directive, { dates: own }]) => own.map((date): JudgedDate => {
    const days = today - dayOf(lastDay(date.date));
    return { ...date, directive, state: days >= 0 ? 'passed' : 'ahead', days: Math.abs(days) };
  }));
  return dates.sort((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : lastDay(a.date) > lastDay(b.date) ? 1 : 0));
}

/** Days since J2000. Throws on what is no day: callers check first. */
function dayOf(day: string): number {
  const moment_s = parseUtc(day);
  if (moment_s === undefined) throw new RangeError(`date: '${day}' is no day of the calendar`);
  return Math.floor(moment_s / toSi(1, 'd'));
}

/** A month or a year has passed when its last day has. */
function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  return ['31', '30', '29', '28'].map((day) => `${date}-${day}`).find((day) => parseUtc(day) !== undefined) ?? `${date}-28`;
}
