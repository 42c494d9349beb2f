/**
 * Units that people write and the SI units that the code computes in.
 * A key carries its unit as a suffix after the last underscore: `range_km`, `elevation_deg`. Data files, scenarios,
 * flags and labels use any suffix of the table below; everything inside uses the SI suffix beside it.
 * This is the only file that knows how many degrees a radian has.
 */
import { PI } from './maths.js';
import { G0_MPS2 } from './constants.js';

/** Radians in one degree. */
export const DEG_RAD = PI / 180;

interface Unit {
  readonly si: string;
  readonly factor: number;
}

const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86400;

/** Julian year, as astronomers and service lives count it. */
const YEAR_S = 365.25 * DAY_S;

const UNITS: Readonly<Record<string, Unit>> = {
  m: { si: 'm', factor: 1 },
  km: { si: 'm', factor: 1000 },
  m2: { si: 'm2', factor: 1 },
  km2: { si: 'm2', factor: 1e6 },
  m3ps2: { si: 'm3ps2', factor: 1 },
  mps: { si: 'mps', factor: 1 },
  kmps: { si: 'mps', factor: 1000 },
  mps2: { si: 'mps2', factor: 1 },
  g: { si: 'mps2', factor: G0_MPS2 },
  s: { si: 's', factor: 1 },
  ms: { si: 's', factor: 0.001 },
  min: { si: 's', factor: MINUTE_S },
  h: { si: 's', factor: HOUR_S },
  d: { si: 's', factor: DAY_S },
  y: { si: 's', factor: YEAR_S },
  rad: { si: 'rad', factor: 1 },
  deg: { si: 'rad', factor: DEG_RAD },
  radps: { si: 'radps', factor: 1 },
  urad: { si: 'rad', factor: 1e-6 },
  degps: { si: 'radps', factor: DEG_RAD },
  N: { si: 'N', factor: 1 },
  kN: { si: 'N', factor: 1000 },
  kg: { si: 'kg', factor: 1 },
  t: { si: 'kg', factor: 1000 },
  kgpm2: { si: 'kgpm2', factor: 1 },
  kgpm3: { si: 'kgpm3', factor: 1 },
  Pa: { si: 'Pa', factor: 1 },
  kPa: { si: 'Pa', factor: 1000 },
  K: { si: 'K', factor: 1 },
  W: { si: 'W', factor: 1 },
  kW: { si: 'W', factor: 1000 },
  Wpsr: { si: 'Wpsr', factor: 1 },
  kWpsr: { si: 'Wpsr', factor: 1000 },
  WpsrPerN: { si: 'WpsrPerN', factor: 1 },
  kWpsrPerMN: { si: 'WpsrPerN', factor: 0.001 },
  Wpm2: { si: 'Wpm2', factor: 1 },
  pWpm2: { si: 'Wpm2', factor: 1e-12 },
  J: { si: 'J', factor: 1 },
  Hz: { si: 'Hz', factor: 1 },
  MHz: { si: 'Hz', factor: 1e6 },
  GHz: { si: 'Hz', factor: 1e9 },
  dB: { si: 'dB', factor: 1 },
  dBsm: { si: 'dBsm', factor: 1 },
  perS: { si: 'perS', factor: 1 },
  prob: { si: 'prob', factor: 1 },
  count: { si: 'count', factor: 1 },
  usd: { si: 'usd', factor: 1 },
  usdPerKg: { si: 'usdPerKg', factor: 1 },
};

/** Every suffix that a key may carry. */
export const KNOWN_SUFFIXES: readonly string[] = Object.keys(UNITS);

/** Unit suffix of a key, or '' when the key carries none: `range_km` has `km`, `model` and `perSatellite` none. */
export function unitOfKey(key: string): string {
  const underscore = key.lastIndexOf('_');
  if (underscore <= 0) return '';
  const suffix = key.slice(underscore + 1);
  return Object.hasOwn(UNITS, suffix) ? suffix : '';
}

/** SI suffix of the same quantity: `km` gives `m`, `deg` gives `rad`. */
export function siSuffix(suffix: string): string {
  return unit(suffix).si;
}

/** Value in the unit of the suffix, brought to SI. */
export function toSi(value: number, suffix: string): number {
  return value * unit(suffix).factor;
}

/** Value in SI, brought to the unit of the suffix. */
export function fromSi(value: number, suffix: string): number {
  return value / unit(suffix).factor;
}

function unit(suffix: string): Unit {
  if (!Object.hasOwn(UNITS, suffix)) throw new RangeError(`unit: '${suffix}' is not a known unit suffix`);
  return UNITS[suffix];
}
