/** The catalogue with one card in another state, all else as it is: what that card alone does to an answer. */
import type { Catalogue } from '../../scenario/catalogue.js';
import { isKind } from '../../scenario/cards/kinds.js';
import { isMapping, parsePath, valueAt } from '../../scenario/text/path.js';
import type { CardState } from './card-changes.js';

/** `card` as in `interceptors/gbi#stages[0].dry_kg`; undefined where the catalogue has no such card. The catalogue given stays as it is. */
export function withCard(catalogue: Catalogue, card: string, state: CardState): Catalogue | undefined {
  const [, kind = '', name = '', path = ''] = /^([^/]+)\/([^#]+)#(.+)$/.exec(card) ?? [];
  if (!isKind(kind)) return undefined;
  const files: Readonly<Record<string, unknown>> = catalogue.kinds[kind], steps = parsePath(path);
  if (!Object.hasOwn(files, name) || steps === undefined) return undefined;
  const file: unknown = JSON.parse(JSON.stringify(files[name]));
  const at = valueAt(file, steps);
  if (!isMapping(at) || typeof at['value'] !== 'number') return undefined;
  Object.assign(at, { value: state.value, ...(state.low === null || state.high === null ? {} : { low: state.low, high: state.high }) });
  return { ...catalogue, kinds: { ...catalogue.kinds, [kind]: { ...files, [name]: file } } };
}
