/**
 * All combinations of shared failures that a plan knows, each with its chance. A cause works when its uniform draw lies
 * below its value; causes that share a draw (elements of one layer, or all layers) are cut at the same places of it.
 */
import type { Linked } from '../../engine/link.js';

/** One combination: its chance, and for each element whether none of the causes struck it. */
export interface Combination {
  readonly weight: number;
  readonly works: Uint8Array;
}

/** Causes that strike layers or everything at once. */
export function sharedCombinations(linked: Linked): Combination[] {
  return combine(linked, (scope, g, i) => (scope === 'system' ? `system/${i}` : scope === 'layer' ? `${linked.groups[g]?.designKey ?? g}/${i}` : undefined));
}

/** Causes that strike all shots of one layer at one missile, for one layer. */
export function targetCombinations(linked: Linked, group: number): Combination[] {
  return combine(linked, (scope, g, i) => (scope === 'target' && g === group ? `target/${i}` : undefined));
}

/** `drawOf` names the draw that decides a cause, or nothing where the cause is not asked about. */
function combine(linked: Linked, drawOf: (scope: string, group: number, index: number) => string | undefined): Combination[] {
  const cuts = new Map<string, { value: number; element: number }[]>();
  linked.elements.forEach(({ plan, group }, element) => {
    plan.commonMode.forEach(({ value, scope }, index) => {
      const draw = drawOf(scope, group, index);
      if (draw !== undefined) cuts.set(draw, [...(cuts.get(draw) ?? []), { value, element }]);
    });
  });
  let all: Combination[] = [{ weight: 1, works: new Uint8Array(linked.elements.length).fill(1) }];
  for (const causes of cuts.values()) {
    const ends = [...new Set([...causes.map(({ value }) => value), 1])].filter((end) => end > 0).sort((a, b) => a - b);
    all = all.flatMap(({ weight, works }) =>
      ends.map((end, i) => {
        const from = ends[i - 1] ?? 0, struck = Uint8Array.from(works);
        for (const { value, element } of causes) if (from >= value) struck[element] = 0;
        return { weight: weight * (end - from), works: struck };
      }),
    );
  }
  return all.filter(({ weight }) => weight > 0);
}
