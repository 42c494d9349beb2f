/** Whole shares by weight, without luck: the same list and number always give the same shares. */

/**
 * `count` split by weight: each gets the whole part of its share, and what is left goes to the largest remainders, the
 * earlier entry first where they tie.
 */
export function apportion(count: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => (count * weight) / sum);
  const counts = shares.map(Math.floor);
  const left = count - counts.reduce((total, whole) => total + whole, 0);
  const byRemainder = shares.map((share, index) => ({ index, remainder: share - Math.floor(share) })).sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

/** Indices in an order in which each comes up as evenly as its count allows: 2 and 1 give 0, 1, 0; equal counts give turns. */
export function interleave(counts: readonly number[]): number[] {
  const count = counts.reduce((total, own) => total + own, 0);
  const given = counts.map(() => 0);
  return Array.from({ length: count }, (_, turn) => {
    let next = 0, most = -Infinity;
    counts.forEach((own, index) => {
      const lack = (own * (turn + 1)) / count - (given[index] ?? 0);
      if ((given[index] ?? 0) < own && lack > most + 1e-9) {
        most = lack;
        next = index;
      }
    });
    given[next] = (given[next] ?? 0) + 1;
    return next;
  });
}

/**
 * Indices as `interleave` gives them, for turns that are already shared out by `groups`: even over all turns and, as far as that
 * allows, within the turns of each group. Without the second, two places and two targets in turn would always meet in the same pairs.
 */
export function interleaveWithin(groups: readonly number[], counts: readonly number[]): number[] {
  const { length } = groups;
  const given = counts.map(() => 0), turnsOf = new Map<number, number>(), givenTo = new Map<number, number[]>();
  return groups.map((group, turn) => {
    const own = givenTo.get(group) ?? counts.map(() => 0), turns = (turnsOf.get(group) ?? 0) + 1;
    let next = 0, most = -Infinity;
    counts.forEach((count, index) => {
      const had = given[index] ?? 0, share = count / length;
      const lack = 2 * (share * (turn + 1) - had) + (share * turns - (own[index] ?? 0));
      if (had < count && lack > most + 1e-9) {
        most = lack;
        next = index;
      }
    });
    given[next] = (given[next] ?? 0) + 1;
    own[next] = (own[next] ?? 0) + 1;
    givenTo.set(group, own);
    turnsOf.set(group, turns);
    return next;
  });
}
