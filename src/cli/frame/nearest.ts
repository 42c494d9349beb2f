/** What to say about a mistyped name: the one that was probably meant, or all there are. */
import { nearestName } from '../../scenario/text/nearest.js';

export function nameHint(given: string, names: readonly string[], prefix = ''): string {
  const nearest = nearestName(given, names);
  if (nearest !== '') return `did you mean ${prefix}${nearest}?`;
  return names.length === 0 ? '' : `known: ${names.map((name) => prefix + name).join(', ')}`;
}
