/** What one assumption would have to be for the closed forms to give the number claimed, all others at their values. */
import { findRoot } from '../../../kernel/roots.js';
import { type NumberSpace, perMissile, SPACE_KEYS, type SpaceKey, type Spread, SPREADS, valuesOfSpace } from './number-space.js';
import type { WouldHaveToBe } from './slots.js';

const WORDS: Readonly<Record<SpaceKey, string>> = { speed_kmps: 'the speed of the interceptors', delay_s: 'the time from launch to the order', burn_s: 'the burn of the missile' };
const UNITS: Readonly<Record<SpaceKey, string>> = { speed_kmps: 'kmps', delay_s: 's', burn_s: 's' };
/** How far beyond the range of a card a value is looked for: what lies beyond is no assumption of this kind any more. */
const BEYOND: Readonly<Record<SpaceKey, readonly [number, number]>> = { speed_kmps: [1.5, 15], delay_s: [0, 150], burn_s: [90, 400] };

export const SPREAD_WORDS: Readonly<Record<Spread, string>> = { 'one-inclination': 'orbits a little above the latitude of the launch', even: 'an even spread over the globe' };

export const movedInNumber = (): string[] => [...SPACE_KEYS.map((key) => WORDS[key]), 'the inclination of the orbits'];

/** Values inside the ranges of their cards first. `wanted` is for one missile. */
export function numberWanted(space: NumberSpace, wanted: number, latitude_deg: number): WouldHaveToBe[] {
  const found = SPREADS.flatMap((spread) => SPACE_KEYS.flatMap((key): WouldHaveToBe[] => {
    const value = crossing((x) => perMissile(space, { ...valuesOfSpace(space), [key]: x }, spread, latitude_deg) - wanted, ...BEYOND[key]);
    if (value === undefined) return [];
    const { low, high, value: now } = space.cards[key], ends = { low: low ?? now, high: high ?? now };
    return [{ what: WORDS[key], unit: UNITS[key], value, ...ends, isWithin: value >= ends.low && value <= ends.high, beside: SPREAD_WORDS[spread] }];
  }));
  return [...found, ...inclinationWanted(space, wanted, latitude_deg)].sort((a, b) => Number(b.isWithin) - Number(a.isWithin));
}

/** Between the inclination of the space and polar orbits; what lies between them and an even spread is within the space. */
function inclinationWanted(space: NumberSpace, wanted: number, latitude_deg: number): WouldHaveToBe[] {
  const low = Math.min(89, Math.abs(latitude_deg) + space.cards.aboveLatitude_deg.value), high = 90;
  const value = crossing((inclination_deg) => perMissile(space, valuesOfSpace(space), 'one-inclination', latitude_deg, inclination_deg) - wanted, low, high);
  return value === undefined ? [] : [{ what: 'the inclination of the orbits', unit: 'deg', value, low, high, isWithin: true, beside: 'all else as assumed' }];
}

/** Where a function that runs one way crosses zero; where it is not finite it is taken as far above. */
function crossing(f: (x: number) => number, a: number, b: number): number | undefined {
  const finite = (x: number): number => { const y = f(x); return Number.isFinite(y) ? y : 1e12; };
  const [atA, atB] = [finite(a), finite(b)];
  return atA * atB > 0 ? undefined : findRoot(finite, a, b, 1e-4 * (b - a), 80);
}
