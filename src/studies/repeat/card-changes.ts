/**
 * Cards of one scenario at two times: what a pack wrote down and what the data say now. The scenario's text is the same, so a
 * number is found again by its path; numbers of one card that changed alike are one change.
 */
import type { NumberSource, UsedNumber } from '../../scenario/compile/compiled.js';

export interface CardState extends NumberSource {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What of a card is other than it was. `added` and `gone`: only one of the two times knows it. */
export type ChangedPart = 'value' | 'range' | 'source' | 'added' | 'gone';

export interface CardChange {
  /** As in `interceptors/gbi#payload_kg`; the path where a number has no card. */
  readonly card: string;
  readonly label: string;
  /** All paths in the scenario at which it stands. */
  readonly paths: readonly string[];
  readonly parts: readonly ChangedPart[];
  readonly packed: CardState | null;
  readonly now: CardState | null;
}

export function cardChanges(packed: readonly UsedNumber[], now: readonly UsedNumber[]): CardChange[] {
  const before = byPath(packed), after = byPath(now);
  const changes = new Map<string, CardChange>();
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const a = before.get(path), b = after.get(path), parts = partsThatChanged(a, b);
    if (parts.length === 0) continue;
    const named = b ?? a, card = named?.card ?? path;
    const key = `${card} ${a?.value ?? ''} ${b?.value ?? ''}`, known = changes.get(key);
    changes.set(key, {
      card, label: named?.label ?? path, paths: [...(known?.paths ?? []), path],
      parts, packed: a === undefined ? null : stateOf(a), now: b === undefined ? null : stateOf(b),
    });
  }
  return [...changes.values()];
}

function byPath(numbers: readonly UsedNumber[]): Map<string, UsedNumber> {
  return new Map(numbers.flatMap((number) => [number.path, ...(number.alsoAt ?? [])].map((path) => [path, number] as const)));
}

function partsThatChanged(a: UsedNumber | undefined, b: UsedNumber | undefined): ChangedPart[] {
  if (a === undefined || b === undefined) return [a === undefined ? 'added' : 'gone'];
  const parts: ChangedPart[] = [];
  if (a.value !== b.value) parts.push('value');
  if (a.low !== b.low || a.high !== b.high) parts.push('range');
  if (SOURCE_KEYS.some((key) => a[key] !== b[key])) parts.push('source');
  return parts;
}

const SOURCE_KEYS: readonly (keyof NumberSource)[] = ['source', 'where', 'standing', 'seen', 'asOf', 'url'];

function stateOf({ value, low, high, source, where, standing, seen, asOf, url }: UsedNumber): CardState {
  return { value, low, high, source, where, standing, seen, asOf, url };
}
