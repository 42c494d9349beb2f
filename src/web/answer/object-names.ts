/** Names of the objects of the attack on screen; those of an attack are worked out once. */
import type { Replay } from '../../engine/record/record.js';
import { objectNames, type ObjectName } from '../../figures/words/object-names.js';

export { inOrder, missileOf } from '../../figures/words/object-names.js';

type Objects = Pick<Replay, 'missiles'>;

const kept = new WeakMap<Objects, ReadonlyMap<string, ObjectName>>();

export function objectName(replay: Objects, key: string): ObjectName {
  let names = kept.get(replay);
  if (names === undefined) kept.set(replay, names = objectNames(replay.missiles));
  return names.get(key) ?? { number: key, title: key };
}
