/**
 * Maximum covering location problem (Church and ReVelle, Papers of the Regional Science Association 32, 1974): which sites, so many
 * of them, protect the most weight of places. Protected weight is a monotone submodular function of the set of sites, so taking the
 * best next site each time comes to at least 1 − (1 − 1/n)ⁿ ≥ 1 − 1/e of the most that n sites can (Nemhauser, Wolsey and Fisher 1978),
 * and what further sites would add to any set bounds that most from above.
 */

/** Places with a weight each, and the places that a battery at each site protects. */
export interface Covering {
  readonly weight: readonly number[];
  /** By site: places in `weight`. */
  readonly covers: readonly (readonly number[])[];
  /** By site; decides between sites that add the same. */
  readonly names: readonly string[];
}

export interface GreedyStep {
  readonly site: number;
  /** Weight that it adds to those before it. */
  readonly added: number;
  /** Places that none before it protects. */
  readonly newPlaces: readonly number[];
}

/** Which places at least one of the sites protects. */
export function protectedBy({ weight, covers }: Pick<Covering, 'weight' | 'covers'>, sites: readonly number[]): boolean[] {
  const isProtected = weight.map(() => false);
  for (const site of sites) for (const place of covers[site] ?? []) isProtected[place] = true;
  return isProtected;
}

export function coveredWeight(problem: Pick<Covering, 'weight' | 'covers'>, sites: readonly number[]): number {
  return protectedBy(problem, sites).reduce((sum, isProtected, place) => (isProtected ? sum + (problem.weight[place] ?? 0) : sum), 0);
}

/** The best next site each time, until none adds anything or `most` stand. Among equals the first by name. `first` stand already and are not told. */
export function takeGreedily(problem: Covering, most: number, first: readonly number[] = []): GreedyStep[] {
  const isProtected = protectedBy(problem, first), steps: GreedyStep[] = [];
  while (first.length + steps.length < most) {
    let best: GreedyStep | undefined;
    for (let site = 0; site < problem.covers.length; site++) {
      const newPlaces = (problem.covers[site] ?? []).filter((place) => !isProtected[place]), added = newPlaces.reduce((sum, place) => sum + (problem.weight[place] ?? 0), 0);
      if (added > 0 && (best === undefined || added > best.added || (added === best.added && isBefore(problem.names, site, best.site)))) best = { site, added, newPlaces };
    }
    if (best === undefined) break;
    for (const place of best.newPlaces) isProtected[place] = true;
    steps.push(best);
  }
  return steps;
}

const isBefore = (names: readonly string[], one: number, other: number): boolean => (names[one] ?? '') < (names[other] ?? '');

/**
 * The most that `count` sites could protect, at most this: for every prefix of the greedy order what it protects and the `count` largest
 * amounts that single sites would add to it, the smallest of these sums, and never more than all sites together.
 */
export function upperBound(problem: Covering, count: number, order: readonly GreedyStep[]): number {
  let bound = coveredWeight(problem, problem.covers.map((_, site) => site));
  for (let taken = 0; taken <= order.length; taken++) {
    const prefix = order.slice(0, taken).map(({ site }) => site), isProtected = protectedBy(problem, prefix), base = coveredWeight(problem, prefix);
    const gains = problem.covers.map((covered) => covered.reduce((sum, place) => (isProtected[place] ? sum : sum + (problem.weight[place] ?? 0)), 0)).sort((a, b) => b - a);
    bound = Math.min(bound, gains.slice(0, count).reduce((sum, gain) => sum + gain, base));
  }
  return bound;
}

/** Share of the most possible that the greedy order is sure to come to with `count` sites. */
export function greedyGuarantee(count: number): number {
  if (count < 1) return 1;
  let miss = 1;
  for (let i = 0; i < count; i++) miss *= 1 - 1 / count;
  return 1 - miss;
}
