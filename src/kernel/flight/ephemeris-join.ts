/** Flights put together from stretches: a body shares its carrier's table up to its release, and has its own from there on. */
import type { Ephemeris } from './ephemeris.js';

const WIDTH = 6;

/** The parts of a flight that end no later than an age. */
export function ephemerisUntil(ephemeris: Ephemeris, end_s: number): Ephemeris {
  const parts = ephemeris.parts.filter((part) => part.end_s <= end_s);
  const last = parts[parts.length - 1];
  const rows = last === undefined ? 0 : last.first + last.count;
  return { parts, end_s: last === undefined ? 0 : last.end_s, rows_ecef: ephemeris.rows_ecef.slice(0, rows * WIDTH) };
}

/** One flight after another; `after` starts where `before` ends, at the same place if not with the same velocity. */
export function joinEphemerides(before: Ephemeris, after: Ephemeris): Ephemeris {
  const shift = before.rows_ecef.length / WIDTH;
  const rows_ecef = new Float64Array(before.rows_ecef.length + after.rows_ecef.length);
  rows_ecef.set(before.rows_ecef);
  rows_ecef.set(after.rows_ecef, before.rows_ecef.length);
  return { parts: [...before.parts, ...after.parts.map((part) => ({ ...part, first: part.first + shift }))], end_s: after.end_s, rows_ecef };
}
