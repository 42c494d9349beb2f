/**
 * Moments: ISO 8601 text in UTC, seconds since J2000 (2000-01-01T12:00:00), and how far the Earth has turned.
 * Leap seconds are ignored: every day has 86,400 s, so that text and seconds convert both ways exactly. The Earth's
 * turning is then wrong by at most a second of time (0.004°), since UTC stands for UT1. No `Date`, no clock.
 */
import { TAU } from './maths.js';

const DAY_S = 86400;
/** From midnight, where calendar days begin, to noon, where J2000 does. */
const NOON_S = 43200;
const CENTURY_S = 36525 * DAY_S;
const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z)?$/;

/**
 * Seconds since J2000 of "2026-01-01T00:00Z", "2026-01-01T00:00:30.5Z" or "2026-01-01" (midnight); undefined when the
 * text is anything else or names a day that does not exist. A time needs its Z: local times mean nothing here.
 */
export function parseUtc(text: string): number | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second >= 60) return undefined;
  return dayNumber(year, month, day) * DAY_S - NOON_S + hour * 3600 + minute * 60 + second;
}

/** Text of a moment, to the millisecond when it is not a whole second: "2026-01-01T00:00:00Z". Years 0 to 9999. */
export function formatUtc(epoch_s: number): string {
  const total_ms = Math.round((epoch_s + NOON_S) * 1000);
  const days = Math.floor(total_ms / (DAY_S * 1000));
  const inDay_ms = total_ms - days * DAY_S * 1000;
  const [year, month, day] = calendarDate(days);
  const seconds = Math.floor(inDay_ms / 1000);
  const ms = inDay_ms % 1000;
  const time = `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${time}${ms ? `.${pad(ms, 3)}` : ''}Z`;
}

/** Greenwich mean sidereal time in [0, 2π), IAU 1982 (Aoki et al., Astronomy and Astrophysics 105, 1982, equation 14). */
export function gmst_rad(epoch_s: number): number {
  const t = epoch_s / CENTURY_S;
  // Whole turns of 876,600 h a century are taken from the seconds themselves, which keeps the small terms' digits.
  const turned_s = 67310.54841 + (epoch_s % DAY_S) + t * (8640184.812866 + t * (0.093104 - t * 6.2e-6));
  const turns = turned_s / DAY_S;
  return (turns - Math.floor(turns)) * TAU;
}

/** Days from 2000-01-01 to a date of the Gregorian calendar; years are counted from March, so that February ends them. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - MARCH_TO_2000;
}

/** Days from 0000-03-01 to 2000-01-01. */
const MARCH_TO_2000 = 730425;

function calendarDate(days: number): [number, number, number] {
  const fromMarch = days + MARCH_TO_2000;
  const era = Math.floor(fromMarch / 146097);
  const inEra = fromMarch - era * 146097;
  const yearInEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365);
  const dayOfYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return [era * 400 + yearInEra + (month <= 2 ? 1 : 0), month, day];
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
