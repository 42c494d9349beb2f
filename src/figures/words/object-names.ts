/**
 * What to call the objects of an attack. Keys such as `raid[0].entries[1].from[2]/4.3` say where a missile stands in the
 * file; readers get missiles counted through the whole raid, a warhead as `17.3` and a decoy as `17 decoy 3`.
 */
import type { ReplayMissile } from '../../engine/record/record.js';

export interface ObjectName {
  /** As in a table: `17`, `17.3`, `17 decoy 3`. */
  readonly number: string;
  /** As in a sentence: `Missile 17`, `Warhead 3 of missile 17`. */
  readonly title: string;
}

type Named = Pick<ReplayMissile, 'key' | 'isDecoy' | 'attack'>;

/** The missile that an object belongs to: `raid[0]/3` of `raid[0]/3.decoy2`. */
export const missileOf = (key: string): string => key.replace(/(\/\d+)\.(?:decoy)?\d+$/, '$1');

/** Objects in the order of the file: by group, by missile, warheads before decoys. A replay has them in the order of the simulator. */
export function inOrder<M extends Named>(missiles: readonly M[]): M[] {
  const body = (key: string): number => Number(/(\d+)$/.exec(key)?.[1] ?? 0), missile = (key: string): number => Number(/\/(\d+)/.exec(key)?.[1] ?? 0);
  return [...missiles].sort((a, b) => a.attack - b.attack || missile(a.key) - missile(b.key) || Number(a.isDecoy) - Number(b.isDecoy) || body(a.key) - body(b.key));
}

/** Names of all objects of an attack by their keys. */
export function objectNames(missiles: readonly Named[]): ReadonlyMap<string, ObjectName> {
  const numbers = new Map<string, number>(), warheads = new Map<string, number>();
  for (const { key, isDecoy } of inOrder(missiles)) {
    const missile = missileOf(key);
    if (!numbers.has(missile)) numbers.set(missile, numbers.size + 1);
    if (!isDecoy) warheads.set(missile, (warheads.get(missile) ?? 0) + 1);
  }
  return new Map(missiles.map(({ key, isDecoy }) => {
    const missile = missileOf(key), number = String(numbers.get(missile)), body = /(\d+)$/.exec(key)?.[1] ?? '';
    if (isDecoy) return [key, { number: `${number} decoy ${body}`, title: `Decoy ${body} of missile ${number}` }];
    return [key, warheads.get(missile) === 1 ? { number, title: `Missile ${number}` } : { number: `${number}.${body}`, title: `Warhead ${body} of missile ${number}` }];
  }));
}
