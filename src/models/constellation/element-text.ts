/**
 * Public element sets as they are written: two-line element sets and orbit mean-elements messages, checked column by column and field
 * by field. Everything wrong with a set is told at once and nothing is repaired. No orbit model here: that is `sgp4.ts`.
 * Source: Vallado, Crawford, Hujsak and Kelso, Revisiting Spacetrack Report #3, AIAA 2006-6753, appendix B; CCSDS 502.0-B (orbit
 * data messages) for the names of fields.
 */
import { parseUtc } from '../../kernel/epoch.js';

export interface TwoLineText {
  readonly line1: string;
  readonly line2: string;
}

export type MessageText = { readonly omm: Readonly<Record<string, string | number>> };

/** One thing wrong with a set. `where` is a line with its columns, or the name of a field. */
export interface ElementProblem {
  readonly where: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

export type ElementCheck = { readonly ok: true; readonly epoch_s: number } | { readonly ok: false; readonly problems: readonly ElementProblem[] };

interface Column {
  /** First and last column, counted from 1 as the format's description does. */
  readonly columns: readonly [number, number];
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly form?: 'decimal' | 'power';
}

const LINE_LENGTH = 69;
const NUMBER_COLUMNS = [3, 7] as const;
/** 17 revolutions a day would be below the ground. */
const MOST_REVOLUTIONS = 17;

const LINE1: readonly Column[] = [
  { columns: [19, 20], name: 'year of the epoch', min: 0, max: 99 },
  { columns: [21, 32], name: 'day of the epoch', min: 1, max: 367 },
  { columns: [34, 43], name: 'half the rate of the mean motion', min: -1, max: 1 },
  { columns: [54, 61], name: 'drag term B*', min: -10, max: 10, form: 'power' },
];
const LINE2: readonly Column[] = [
  { columns: [9, 16], name: 'inclination', min: 0, max: 180 },
  { columns: [18, 25], name: 'node', min: 0, max: 360 },
  { columns: [27, 33], name: 'eccentricity', min: 0, max: 0.9999999, form: 'decimal' },
  { columns: [35, 42], name: 'argument of perigee', min: 0, max: 360 },
  { columns: [44, 51], name: 'mean anomaly', min: 0, max: 360 },
  { columns: [53, 63], name: 'mean motion', min: 0.001, max: MOST_REVOLUTIONS },
];
const FIELDS: readonly (readonly [string, number, number])[] = [
  ['MEAN_MOTION', 0.001, MOST_REVOLUTIONS], ['ECCENTRICITY', 0, 0.9999999], ['INCLINATION', 0, 180], ['RA_OF_ASC_NODE', 0, 360],
  ['ARG_OF_PERICENTER', 0, 360], ['MEAN_ANOMALY', 0, 360], ['BSTAR', -10, 10], ['MEAN_MOTION_DOT', -1, 1], ['MEAN_MOTION_DDOT', -1, 1],
];

export function checkTwoLines({ line1, line2 }: TwoLineText): ElementCheck {
  const problems = [...checkLine(line1, '1', LINE1), ...checkLine(line2, '2', LINE2)];
  const number1 = cut(line1, NUMBER_COLUMNS), number2 = cut(line2, NUMBER_COLUMNS);
  if (problems.length === 0 && number1 !== number2) {
    problems.push({ where: 'line 2, columns 3-7', found: number2, expected: number1, hint: 'the two lines are of different satellites' });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, epoch_s: twoLineEpoch_s(line1) };
}

export function checkMessage({ omm }: MessageText): ElementCheck {
  const problems: ElementProblem[] = [];
  for (const [name, min, max] of FIELDS) {
    const found = omm[name];
    const value = typeof found === 'number' ? found : readNumber(found ?? '');
    if (!(value >= min && value <= max)) problems.push({ where: name, found: describe(found), expected: `a number from ${min} to ${max}`, hint: '' });
  }
  if (omm.NORAD_CAT_ID === undefined) problems.push({ where: 'NORAD_CAT_ID', found: describe(undefined), expected: 'a catalogue number', hint: '' });
  const epoch_s = messageEpoch_s(omm.EPOCH);
  if (epoch_s === undefined) problems.push({ where: 'EPOCH', found: describe(omm.EPOCH), expected: 'a time such as 2026-01-31T12:00:00', hint: 'times are UTC' });
  for (const [name, wanted] of [['MEAN_ELEMENT_THEORY', /^SGP4?(\/SGP4)?$/], ['TIME_SYSTEM', /^UTC$/], ['REF_FRAME', /^TEME$/]] as const) {
    const found = omm[name];
    if (found !== undefined && !wanted.test(String(found))) problems.push({ where: name, found: describe(found), expected: 'SGP4 elements in the frame TEME, times in UTC', hint: '' });
  }
  return problems.length > 0 || epoch_s === undefined ? { ok: false, problems } : { ok: true, epoch_s };
}

/** Sum of the digits of the first 68 columns, a minus sign counting 1, modulo 10. */
export function checksum(line: string): number {
  let sum = 0;
  for (const character of line.slice(0, LINE_LENGTH - 1)) sum += character === '-' ? 1 : character >= '0' && character <= '9' ? Number(character) : 0;
  return sum % 10;
}

function checkLine(line: string, first: '1' | '2', columns: readonly Column[]): ElementProblem[] {
  const where = `line ${first}`;
  if (line.length !== LINE_LENGTH) return [{ where, found: `${line.length} characters`, expected: `${LINE_LENGTH}`, hint: 'columns have fixed places: copy the line with all its spaces' }];
  const problems: ElementProblem[] = [];
  if (!line.startsWith(`${first} `)) problems.push({ where: `${where}, columns 1-2`, found: line.slice(0, 2), expected: `${first} and a space`, hint: '' });
  const sum = checksum(line), last = line.slice(-1);
  if (last !== String(sum)) problems.push({ where: `${where}, column ${LINE_LENGTH}`, found: `checksum ${last}`, expected: `${sum}`, hint: 'a character of the line was changed or lost' });
  for (const { columns: place, name, min, max, form } of columns) {
    const text = cut(line, place);
    const value = form === 'decimal' ? readNumber(`.${text.trim()}`) : form === 'power' ? readPower(text) : readNumber(text);
    if (!(value >= min && value <= max)) problems.push({ where: `${where}, columns ${place[0]}-${place[1]}`, found: text, expected: `${name}, ${min} to ${max}`, hint: '' });
  }
  return problems;
}

function cut(line: string, [from, to]: readonly [number, number]): string {
  return line.slice(from - 1, to);
}

function readNumber(text: string): number {
  return /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/.test(text) ? Number(text) : NaN;
}

/** " 28098-4" is 0.28098e-4. */
function readPower(text: string): number {
  const match = /^([-+ ])(\d{5})([-+ ]\d)$/.exec(text);
  return match ? Number(`${(match[1] ?? '').trim()}0.${match[2]}e${(match[3] ?? '').trim()}`) : NaN;
}

/** Years of two digits reach from 1957 to 2056. */
function twoLineEpoch_s(line1: string): number {
  const year = Number(cut(line1, [19, 20]));
  const start_s = parseUtc(`${year < 57 ? 2000 + year : 1900 + year}-01-01`) ?? NaN;
  return start_s + (Number(cut(line1, [21, 32])) - 1) * 86400;
}

function messageEpoch_s(text: string | number | undefined): number | undefined {
  return typeof text === 'string' ? parseUtc(text.endsWith('Z') ? text : `${text}Z`) : undefined;
}

function describe(found: string | number | undefined): string {
  return found === undefined ? 'nothing' : typeof found === 'string' ? `'${found}'` : String(found);
}
