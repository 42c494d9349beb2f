/**
 * Where everything goes that a missile sets free. The bus goes from the missile's own target to the nearest other target of
 * the attack, from there to the next, as far as it surely can; its warheads are shared out along that way. Decoys go with
 * the first warhead.
 */
import { distance_m } from '../../kernel/earth/geodesy.js';
import { decoysOf, warheadsOf } from '../plan/lethal.js';
import type { AttackPlan, Place } from '../plan/plan.js';

/** One way to fly in an attack: body `body` of a missile whose own target is number `target`. */
export interface Aim {
  readonly target: number;
  readonly body: number;
  readonly kind: 'warhead' | 'decoy';
  readonly to: Place;
}

/**
 * Metres by which a metre per second moves an impact, at least: measured 440 to 1,100 over ranges of 3,000 to 9,000 km, in
 * the least favourable direction of least-energy and depressed flights.
 */
const METRES_PER_MPS = 400;

/** Aims of an attack: first those of the first warhead, by target, then of each further body; `aim = body · targets + target`. */
export function aimsOf({ targets, threat }: AttackPlan): Aim[] {
  const warheads = warheadsOf(threat), bodies = warheads + decoysOf(threat);
  const along_m = threat.model === 'staged-ballistic' && warheads > 1 ? METRES_PER_MPS * threat.bus.deltaV_mps : 0;
  const ways = targets.map((own) => wayFrom(own, targets, along_m, warheads));
  return Array.from({ length: bodies }, (_, body) => body).flatMap((body) =>
    targets.map((own, target): Aim => {
      const isLethal = body < warheads;
      return { target, body, kind: isLethal ? 'warhead' : 'decoy', to: isLethal ? alongWay(ways[target] ?? [], body / warheads, own) : own };
    }),
  );
}

/** The place at a share of the way; `own` where there is no way. */
const alongWay = (way: readonly Place[], share: number, own: Place): Place => way[Math.floor(share * way.length)] ?? own;

/** `own` and the targets that follow it, each the nearest to the one before, until the way would be longer than `along_m`. */
function wayFrom(own: Place, targets: readonly Place[], along_m: number, most: number): Place[] {
  const way = [own], left = new Set(targets);
  left.delete(own);
  for (let gone_m = 0; way.length < most; ) {
    const last = way.at(-1) ?? own;
    let next: Place | undefined, leg_m = Infinity;
    for (const place of left) {
      const away_m = distance_m(last.lat_rad, last.lon_rad, place.lat_rad, place.lon_rad);
      if (away_m < leg_m) {
        next = place;
        leg_m = away_m;
      }
    }
    if (next === undefined || gone_m + leg_m > along_m) return way;
    gone_m += leg_m;
    left.delete(next);
    way.push(next);
  }
  return way;
}
