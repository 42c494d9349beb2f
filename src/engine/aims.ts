/**
 * Where everything goes that a missile sets free. The first warhead flies to the missile's own target; the others go to the
 * nearest other targets of the attack that the bus can surely reach, else to the same one; decoys go with the first.
 */
import { distance_m } from '../kernel/geodesy.js';
import { decoysOf, warheadsOf } from '../scenario/lethal.js';
import type { AttackPlan, Place } from '../scenario/plan.js';

/** One way to fly in an attack: body `body` of a missile whose own target is number `target`. */
export interface Aim {
  readonly target: number;
  readonly body: number;
  readonly kind: 'warhead' | 'decoy';
  readonly to: Place;
}

/**
 * Metres by which a metre per second moves an impact, at least: half an hour of flight moves it by more, in every direction.
 * Each warhead is allowed an equal share of what the bus can give.
 */
const METRES_PER_MPS = 1_000;

/** Aims of an attack: first those of the first warhead, by target, then of each further body; `aim = body · targets + target`. */
export function aimsOf({ targets, threat }: AttackPlan): Aim[] {
  const warheads = warheadsOf(threat), bodies = warheads + decoysOf(threat);
  const within_m = threat.model === 'staged-ballistic' && warheads > 1 ? (METRES_PER_MPS * threat.bus.deltaV_mps) / (warheads - 1) : 0;
  const choices = targets.map((own) => [own, ...nearTo(own, targets, within_m)]);
  return Array.from({ length: bodies }, (_, body) => body).flatMap((body) =>
    targets.map((own, target): Aim => {
      const isLethal = body < warheads;
      return { target, body, kind: isLethal ? 'warhead' : 'decoy', to: isLethal ? (choices[target][body % choices[target].length] ?? own) : own };
    }),
  );
}

function nearTo(own: Place, targets: readonly Place[], within_m: number): Place[] {
  return targets
    .map((place) => ({ place, away_m: distance_m(own.lat_rad, own.lon_rad, place.lat_rad, place.lon_rad) }))
    .filter(({ place, away_m }) => place !== own && away_m <= within_m)
    .sort((a, b) => a.away_m - b.away_m)
    .map(({ place }) => place);
}
