/**
 * What each of several players adds to what all achieve together: the mean, over all orders of joining, of what a player adds
 * when joining (L. S. Shapley, A Value for n-Person Games, in Contributions to the Theory of Games II, 1953). The values
 * add up to what all achieve less what nobody does.
 */

/** `worth[S]` is what the players of the set S achieve, one bit a player; its length is two to the number of players. */
export function shapleyValues(worth: ArrayLike<number>): Float64Array {
  let players = 0;
  while (1 << players < worth.length) players++;
  if (1 << players !== worth.length) throw new RangeError(`shapleyValues: ${worth.length} sets are not all sets of some players`);
  const weights = weightsOf(players), values = new Float64Array(players);
  for (let set = 0; set < worth.length; set++) {
    const weight = weights[sizeOf(set)];
    for (let player = 0; player < players; player++) {
      if ((set & (1 << player)) === 0) values[player] += weight * (worth[set | (1 << player)] - worth[set]);
    }
  }
  return values;
}

/** Share of orders in which a given set of this size comes right before a given other player: s! (n − s − 1)! / n!. */
function weightsOf(players: number): Float64Array {
  const weights = new Float64Array(players);
  if (players > 0) weights[0] = 1 / players;
  for (let size = 1; size < players; size++) weights[size] = (weights[size - 1] * size) / (players - size);
  return weights;
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) size++;
  return size;
}
