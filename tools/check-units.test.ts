/** The unit checker is checked itself: slips planted one by one are all found, and honest lines raise no alarm. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findUnitFaults } from './check-units.js';
import { unitOfName } from './unit-of.js';

const DECLARATIONS = `
declare function travelTime_s(range_m: number, speed_mps: number): number;
declare function horizon_rad(altitude_m: number): number;
declare function place(options: { name: string; altitude_m?: number }): void;
declare function sin(x: number): number;
declare function clamp(value: number, low: number, high: number): number;
interface Card { range_km: number; elevation_deg: number; t_s: Float64Array; x_m: Float64Array }
declare const card: Card;
declare let range_m: number, range_km: number, elevation_rad: number, elevation_deg: number, now_s: number, speed_mps: number;
declare const EARTH_RADIUS_M: number;
`;

/** One program for all samples, each in a file of its own in memory. */
function faultsBySample(samples: readonly string[]): string[][] {
  const host = ts.createCompilerHost({});
  const { getSourceFile } = host;
  const text = (name: string): string | undefined => {
    const match = /^sample-(\d+)\.ts$/.exec(name);
    return match ? `export {};${DECLARATIONS}${samples[Number(match[1])]}` : undefined;
  };
  host.getSourceFile = (name, ...rest) => {
    const sample = text(name);
    return sample === undefined ? getSourceFile.call(host, name, ...rest) : ts.createSourceFile(name, sample, ts.ScriptTarget.ES2023, true);
  };
  const { fileExists } = host;
  host.fileExists = (name) => text(name) !== undefined || fileExists.call(host, name);
  const faults = findUnitFaults(samples.map((_, index) => `sample-${index}.ts`), host);
  return samples.map((_, index) => faults.filter(({ file }) => file === `sample-${index}.ts`).map((fault) => fault.text));
}

const SLIPS: readonly (readonly [what: string, line: string])[] = [
  ['argument in kilometres', 'travelTime_s(range_km, speed_mps);'],
  ['degrees compared with radians', 'if (elevation_deg > elevation_rad) now_s = 0;'],
  ['kilometres into a column of metres', 'card.x_m[0] = card.range_km;'],
  ['sum of two units', 'export const sum = range_m + range_km;'],
  ['sine of degrees', 'sin(card.elevation_deg);'],
  ['Math.cos of degrees', 'Math.cos(elevation_deg);'],
  ['field of an object', 'export const a = { range_m: card.range_km };'],
  ['declaration', 'export const height_m = card.range_km;'],
  ['return against the own suffix', 'export function reach_m(): number { return range_km; }'],
  ['arrow function against its name', 'export const reach_m = (): number => range_km;'],
  ['method against its name', 'export const a = { reach_m(): number { return range_km; } };'],
  ['destructured field', 'export const { range_km: reach_m } = card;'],
  ['assigned pattern', '({ range_km: range_m } = card);'],
  ['default in an assigned pattern', 'const far_km = range_km; ({ range_km = range_m } = { range_km: far_km });'],
  ['object type at a call site', 'const site = { name: "x", altitude_km: 3 }; place(site);'],
  ['arms of a choice', 'export const a = now_s > 0 ? range_m : range_km;'],
  ['default of a parameter', 'export function f(altitude_m = range_km): number { return altitude_m; }'],
  ['fallback', 'export const a = range_m ?? range_km;'],
  ['smaller of two units', 'export const a = Math.min(range_m, range_km);'],
  ['limits of another unit', 'export const a = clamp(elevation_rad, 0, elevation_deg);'],
  ['loop over another unit', 'for (const height_m of card.t_s) now_s += height_m;'],
  ['list of another unit', 'export const heights_m = [range_m, range_km];'],
  ['constant against a variable', 'export const isOut = range_km > EARTH_RADIUS_M;'],
  ['call that gives another unit', 'export const a_deg = horizon_rad(range_m);'],
  ['running sum', 'range_m += range_km;'],
];

const HONEST: readonly string[] = [
  'export const height_m = card.range_km * 1000;',
  'export const time_s = range_m / speed_mps + now_s;',
  'travelTime_s(range_m, speed_mps); travelTime_s(range_km * 1000, 3);',
  'export const a = { range_m: Math.abs(range_m - EARTH_RADIUS_M), elevation_rad };',
  'export function reach_m(times_s: Float64Array): number { const inner = times_s.map((t_s) => { return t_s; }); return inner.length > 0 ? range_m : 0; }',
  'export const { range_km: distance_km } = card;',
  'for (const t_s of card.t_s) now_s = Math.max(now_s, t_s);',
  'export const half_rad = Math.asin(range_m / EARTH_RADIUS_M) + horizon_rad(range_m);',
  'place({ name: "x", altitude_m: range_m });',
  'export const isNear = sin(elevation_rad) > 0.5 && range_km < 3;',
];

describe('check-units', () => {
  const found = faultsBySample(SLIPS.map(([, line]) => line));
  it.each(SLIPS.map(([what, line], index) => [what, line, index] as const))('finds a planted slip: %s', (_what, _line, index) => {
    expect(found[index]?.length).toBeGreaterThan(0);
  });

  const quiet = faultsBySample(HONEST);
  it.each(HONEST.map((line, index) => [line, index] as const))('raises no alarm: %s', (_line, index) => {
    expect(quiet[index]).toEqual([]);
  });

  it.each([
    ['range_km', 'km'], ['position_eci_m', 'm'], ['EARTH_RATE_RADPS', 'radps'], ['MU_EARTH_M3PS2', 'm3ps2'], ['G0_MPS2', 'mps2'],
    ['ballisticCoefficient_kgpm2', 'kgpm2'], ['singleShotKill_prob', 'prob'], ['planes_count', 'count'], ['total_usd', 'usd'],
    ['length', undefined], ['ALTITUDE_MIN', undefined], ['lineOfSight_enu', undefined],
  ])('reads the unit of %s', (name, unit) => {
    expect(unitOfName(name)).toBe(unit);
  });
});
