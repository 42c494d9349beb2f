/**
 * A family of single changes: one number of the plan, moved one way. Numbers are told as a scenario writes them, path and
 * unit alike, so that a change can be made by hand: `--set release.space.delay_s=26.4`.
 */
import { fromSi, toSi, unitOfKey } from '../../kernel/units.js';
import type { Plan } from '../../scenario/plan/plan.js';

/**
 * `shield`: what somebody could decide, with everything else in its place. `reshuffle`: so too, but other things move with
 * it (a denser shell puts its satellites elsewhere), so that much of the effect is another draw. `luck`: a chance that is
 * raised until the same draw succeeds; it says how the luck fell, not what to build.
 */
export type FamilyKind = 'shield' | 'reshuffle' | 'luck';

export interface Family {
  /** Plain words, as in `less time from evidence to permission (space layer)`. */
  readonly what: string;
  /** Where a scenario states it. */
  readonly path: string;
  /** Suffix of the path's last key, or '' for a count or a share. */
  readonly unit: string;
  readonly kind: FamilyKind;
  /** Present value and the farthest that it may be moved to, in that unit. */
  readonly from: number;
  readonly limit: number;
  readonly isWhole: boolean;
  /** Least step of a whole number. */
  readonly step: number;
  /** Flights, windows or views are charted anew for every value. */
  readonly isSlow: boolean;
  /** The plan with another value. */
  at(value: number): Plan;
}

/** What is told of a family in the list; the rest follows from the plan. */
export interface FamilyRow {
  readonly what: string;
  readonly path: string;
  readonly kind?: FamilyKind;
  /** Places in the plan that hold the number, in SI. */
  readonly places: readonly (readonly (string | number)[])[];
  /** `up` at most doubles a number, `down` takes it to nought at most, `tenth` to a tenth; a number is a limit in the path's unit. */
  readonly towards: 'up' | 'down' | 'tenth' | number;
  readonly isWhole?: boolean;
  readonly isSlow?: boolean;
  /** The number in the path is so many times the one in the plan, and moves in such steps (satellites of a shell against those of a plane). */
  readonly step?: number;
}

/** Null where there is nothing to move: no such number, or already at its limit. */
export function familyOf(plan: Plan, { what, path, kind = 'shield', places, towards, isWhole = false, isSlow = false, step = 1 }: FamilyRow): Family | null {
  const [first] = places, found = first === undefined ? undefined : numberAt(plan, first);
  if (found === undefined) return null;
  const unit = unitOfKey(path.slice(path.lastIndexOf('.') + 1)), factor = unit === '' ? step : 1;
  // A card's 2.5 km/s is 2500 m/s, and back it should be 2.5.
  const from = Number((unit === '' ? found * factor : fromSi(found, unit)).toPrecision(12));
  const limit = towards === 'up' ? 2 * from : towards === 'down' ? 0 : towards === 'tenth' ? from / 10 : towards;
  if (limit === from || !Number.isFinite(limit)) return null;
  return {
    what, path, unit, kind, from, limit, isWhole, step, isSlow,
    at: (value) => places.reduce<Plan>((changed, place) => replaceAt(changed, place, unit === '' ? value / factor : toSi(value, unit)), plan),
  };
}

/** The number changed by a size (of a whole number: by so many steps) in the direction of the limit. */
export function valueOf({ from, limit, step }: Family, size: number): number {
  return Number((from + Math.sign(limit - from) * size * step).toPrecision(12));
}

export const largestSize = ({ from, limit, step }: Family): number => Math.abs(limit - from) / step;

/** A change as a share of the number it is made to; of a number that is nought, as a share of the farthest. */
export function shareOf({ from, limit, step }: Family, size: number): number {
  return (size * step) / Math.abs(from === 0 ? limit : from);
}

function numberAt(value: unknown, place: readonly (string | number)[]): number | undefined {
  let here = value;
  for (const step of place) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return typeof here === 'number' ? here : undefined;
}

/** A copy with another number at a place; what does not lie on the way there is the same object as before. */
function replaceAt<T>(value: T, place: readonly (string | number)[], number: number): T {
  const [step, ...rest] = place;
  if (step === undefined) return number as T;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string | number, unknown>;
  copy[step] = replaceAt(copy[step], rest, number);
  return copy as T;
}
