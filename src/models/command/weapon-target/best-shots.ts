/**
 * Which shots at one target are best when every shot of a weapon has a price: the least of weight left plus prices paid,
 * over all numbers of shots, found exactly. Weapons are tried in the order of price per power (power: −ln of the chance to
 * miss); a branch is dropped when even fractions of shots, bought in that order, could not make it good. That fractional
 * purchase has a closed form, of whose logarithm a rational lower bound is enough.
 * Cheap because prices rule nearly all weapons out: a shot is never worth it where weight × chance is below its price, nor
 * while one is free that costs no more and misses no more often.
 */
import type { WeaponTargetProblem } from './problem.js';

export interface BestShots {
  /**
   * Least of weight left plus prices for one target with at least `fewest` and at most `most` shots of each pair, or Infinity
   * where the target may not have that many. Afterwards `pair` and `shots` hold the choice, `kinds` entries of it, pairs ascending.
   */
  find(problem: WeaponTargetProblem, power: Float64Array, target: number, price: Float64Array, fewest: Int32Array | undefined, most: Int32Array | undefined): number;
  readonly pair: Int32Array;
  readonly shots: Int32Array;
  kinds: number;
}

/** `mostPairs_count`: most pairs of one target. */
export function createBestShots(mostPairs_count: number): BestShots {
  const itemPair = new Int32Array(mostPairs_count), itemRoom = new Int32Array(mostPairs_count);
  const itemMiss = new Float64Array(mostPairs_count), itemPrice = new Float64Array(mostPairs_count), itemRatio = new Float64Array(mostPairs_count);
  const taken = new Int32Array(mostPairs_count), bestTaken = new Int32Array(mostPairs_count);
  const pair = new Int32Array(mostPairs_count), shots = new Int32Array(mostPairs_count);
  let items = 0, best = Infinity;

  const own: BestShots = {
    pair, shots, kinds: 0,
    find(problem, power, target, price, fewest, most) {
      const { start, weapon, miss, shots: supply } = problem, from = start[target], to = start[target + 1];
      let left = problem.weight[target], paid = 0, room = problem.mostShots[target];
      if (fewest !== undefined) {
        for (let p = from; p < to; p++) {
          for (let shot = fewest[p]; shot > 0; shot--) {
            left *= miss[p];
            paid += price[weapon[p]];
            room--;
          }
        }
      }
      own.kinds = 0;
      if (room < 0) return Infinity;
      items = 0;
      for (let p = from; p < to; p++) {
        const cost = price[weapon[p]], free = (most === undefined ? supply[weapon[p]] : most[p]) - (fewest === undefined ? 0 : fewest[p]);
        if (free > 0 && left * (1 - miss[p]) > cost) insert(p, free, miss[p], cost, cost / power[p]);
      }
      dropOutdone(room);
      best = left + paid;
      bestTaken.fill(0, 0, items);
      descend(0, left, paid, room);
      keep(from, to, fewest);
      return best;
    },
  };
  return own;

  /** Keeps the items in ascending order of price per power, of equals the surer first; there are few of them. */
  function insert(p: number, room: number, missed: number, cost: number, ratio: number): void {
    let at = items++;
    for (; at > 0 && (itemRatio[at - 1] > ratio || (itemRatio[at - 1] === ratio && itemMiss[at - 1] > missed)); at--) copyItem(at - 1, at);
    itemPair[at] = p;
    itemRoom[at] = room;
    itemMiss[at] = missed;
    itemPrice[at] = cost;
    itemRatio[at] = ratio;
  }

  function copyItem(from: number, to: number): void {
    itemPair[to] = itemPair[from];
    itemRoom[to] = itemRoom[from];
    itemMiss[to] = itemMiss[from];
    itemPrice[to] = itemPrice[from];
    itemRatio[to] = itemRatio[from];
  }

  /** Drops items of which none can be used, since there are shots enough that cost no more and miss no more often. These stand before it. */
  function dropOutdone(room: number): void {
    let kept = 0;
    for (let i = 0; i < items; i++) {
      let surer = 0;
      for (let d = 0; d < kept && surer < room; d++) if (itemPrice[d] <= itemPrice[i] && itemMiss[d] <= itemMiss[i]) surer += itemRoom[d];
      if (surer < room) copyItem(i, kept++);
    }
    items = kept;
    taken.fill(0, 0, items);
  }

  function isOutdone(i: number): boolean {
    for (let d = 0; d < i; d++) if (itemPrice[d] <= itemPrice[i] && itemMiss[d] <= itemMiss[i] && taken[d] < itemRoom[d]) return true;
    return false;
  }

  function descend(first: number, left: number, paid: number, room: number): void {
    if (left + paid < best) {
      best = left + paid;
      for (let i = 0; i < items; i++) bestTaken[i] = i < first ? taken[i] : 0;
    }
    if (room === 0) return;
    for (let i = first; i < items; i++) {
      // Later items are dearer for their power, so what holds for this one holds for those after it.
      if (paid + fractional(i, left) >= best) break;
      if (isOutdone(i)) continue;
      const missed = itemMiss[i], cost = itemPrice[i], most = Math.min(itemRoom[i], room);
      let leftNow = left, paidNow = paid;
      for (let shot = 1; shot <= most && leftNow * (1 - missed) > cost; shot++) {
        leftNow *= missed;
        paidNow += cost;
        taken[i] = shot;
        descend(i + 1, leftNow, paidNow, room - shot);
      }
      taken[i] = 0;
    }
  }

  /** At most what is left and paid from here on with items `first` and later, in fractions. */
  function fractional(first: number, from: number): number {
    let left = from, paid = 0;
    for (let i = first; i < items; i++) {
      const ratio = itemRatio[i], missed = itemMiss[i], cost = itemPrice[i];
      if (left <= ratio) break;
      for (let shot = itemRoom[i]; shot > 0; shot--) {
        if (left * missed < ratio) {
          // The rest of the way down to left = ratio costs ratio · ln(left / ratio), and ln x ≥ 2 (x − 1) / (x + 1) for x ≥ 1.
          return paid + (2 * ratio * (left - ratio)) / (left + ratio) + ratio;
        }
        left *= missed;
        paid += cost;
      }
    }
    return left + paid;
  }

  function keep(from: number, to: number, fewest: Int32Array | undefined): void {
    let kinds = 0;
    if (fewest !== undefined) {
      for (let p = from; p < to; p++) {
        if (fewest[p] === 0) continue;
        pair[kinds] = p;
        shots[kinds++] = fewest[p];
      }
    }
    for (let i = 0; i < items; i++) {
      if (bestTaken[i] === 0) continue;
      let at = 0;
      while (at < kinds && pair[at] < itemPair[i]) at++;
      if (at < kinds && pair[at] === itemPair[i]) {
        shots[at] += bestTaken[i];
        continue;
      }
      pair.copyWithin(at + 1, at, kinds);
      shots.copyWithin(at + 1, at, kinds);
      pair[at] = itemPair[i];
      shots[at] = bestTaken[i];
      kinds++;
    }
    own.kinds = kinds;
  }
}
