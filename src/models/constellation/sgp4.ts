/**
 * Satellites of public element sets, moved by SGP4 as satellite.js has it (WGS-72 constants, the improved mode). The only file that
 * imports satellite.js: its bulk part loads WebAssembly, which is not used. Positions come in the frame TEME, which differs from the
 * Earth-fixed axes by Greenwich mean sidereal time (polar motion, below 15 m, is left out).
 * The library calls the engine's own sine, whose last bit differs between engines: positions are rounded to a millimetre, so that a
 * difference of a nanometre all but never comes through. Source: Vallado et al., Revisiting Spacetrack Report #3, AIAA 2006-6753.
 */
import { json2satrec, type OMMJsonObject, type SatRec, sgp4, twoline2satrec } from 'satellite.js';
import { gmst_rad } from '../../kernel/epoch.js';
import { cos, sin } from '../../kernel/maths.js';
import { checkMessage, checkTwoLines, type ElementProblem, type MessageText, type TwoLineText } from './element-text.js';

export type ElementSetText = { readonly name: string } & (TwoLineText | MessageText);

/** A set ready to be moved. */
export interface ElementSatellite {
  readonly name: string;
  /** Moment that the elements are for, s since J2000. */
  readonly epoch_s: number;
  readonly record: SatRec;
}

export type ElementsRead = { readonly ok: true; readonly satellite: ElementSatellite } | { readonly ok: false; readonly problems: readonly ElementProblem[] };

/** SGP4 is off by one to three kilometres a day after its epoch: half a look's footprint after a fortnight. */
export const OLD_ELEMENTS_S = 14 * 86400;

export function readElements(text: ElementSetText): ElementsRead {
  const check = 'omm' in text ? checkMessage(text) : checkTwoLines(text);
  if (!check.ok) return check;
  // The fields that the library reads were checked just now.
  const record = 'omm' in text ? json2satrec(text.omm as unknown as OMMJsonObject) : twoline2satrec(text.line1, text.line2);
  const satellite = { name: text.name, epoch_s: check.epoch_s, record };
  if (elementsPosition(satellite, check.epoch_s, new Float64Array(3))) return { ok: true, satellite };
  return { ok: false, problems: [{ where: text.name, found: 'elements of no orbit above the ground', expected: 'a satellite that is in orbit at the epoch of its elements', hint: '' }] };
}

/** How old elements are at a moment; negative before their epoch, which is as uncertain. */
export function elementsAge_s(satellite: ElementSatellite, at_s: number): number {
  return at_s - satellite.epoch_s;
}

/** Warning on elements too far from a moment to be trusted; undefined when they are near. */
export function elementsAgeWarning(satellite: ElementSatellite, at_s: number): ElementProblem | undefined {
  const age_s = elementsAge_s(satellite, at_s);
  if (Math.abs(age_s) <= OLD_ELEMENTS_S) return undefined;
  const days = Math.round(Math.abs(age_s) / 86400);
  return {
    where: satellite.name, found: `elements ${days} days ${age_s > 0 ? 'before' : 'after'} the start of the raid`,
    expected: `at most ${OLD_ELEMENTS_S / 86400} days`, hint: `the satellite may be ${days} to ${3 * days} km or more from where they put it`,
  };
}

/**
 * Position at a moment, Earth-fixed, m. False, and `out` untouched, when SGP4 has no answer: the satellite has decayed.
 * `at_s` counts from J2000 like the epoch of a scenario.
 */
export function elementsPosition(satellite: ElementSatellite, at_s: number, out: Float64Array | number[]): boolean {
  if (!elementsTeme(satellite, at_s, out)) return false;
  const angle = gmst_rad(at_s), c = cos(angle), s = sin(angle);
  const x = out[0], y = out[1];
  out[0] = c * x + s * y;
  out[1] = c * y - s * x;
  return true;
}

/** The same in the frame TEME, as verification vectors have it. */
export function elementsTeme(satellite: ElementSatellite, at_s: number, out: Float64Array | number[]): boolean {
  const state = sgp4(satellite.record, (at_s - satellite.epoch_s) / 60);
  if (!state) return false;
  const { x, y, z } = state.position;
  if (!Number.isFinite(x + y + z)) return false;
  out[0] = toMillimetre_m(x);
  out[1] = toMillimetre_m(y);
  out[2] = toMillimetre_m(z);
  return true;
}

function toMillimetre_m(value_km: number): number {
  return Math.round(value_km * 1e6) / 1e3;
}
