/**
 * What each lethal object of a raid is worth as a threat: the people of the defended place that it is aimed at. Where a place
 * is not among the defended ones, or nobody is counted there, the object counts like the average of the others; where none
 * is known, all alike. From the truth, for the record; what a decision believes of a target's worth is another matter.
 */
import type { Place, Plan } from '../../scenario/plan/plan.js';
import { aimsOf } from '../../scenario/compile/aims.js';
import { placeHit } from './defended-place.js';
import type { Linked } from '../link.js';

export interface AimWorth {
  /** By object; decoys are worth nothing. Adds up to one. */
  readonly share: Float64Array;
  /** By object: number of the place that it is aimed at, the same for the same place. */
  readonly place: Int32Array;
}

export function worthOfAims({ plan, missiles, aims }: Pick<Linked, 'plan' | 'missiles' | 'aims'>): AimWorth {
  const places: Place[] = [], share = new Float64Array(missiles.length), place = new Int32Array(missiles.length);
  const worth = aims.map((ofAttack) => ofAttack.map(({ to }) => populationOf(plan, to)));
  const known = worth.flat().filter((people) => people > 0), average = known.length === 0 ? 1 : known.reduce((sum, people) => sum + people, 0) / known.length;
  let total = 0;
  missiles.forEach(({ attack, aim, isLethal }, m) => {
    const { to } = aims[attack][aim], same = places.findIndex((other) => other.lat_rad === to.lat_rad && other.lon_rad === to.lon_rad);
    place[m] = same >= 0 ? same : places.push(to) - 1;
    share[m] = isLethal ? worth[attack][aim] || average : 0;
    total += share[m];
  });
  if (total > 0) for (let m = 0; m < share.length; m++) share[m] /= total;
  return { share, place };
}

/** True when people are counted at some place that the raid is aimed at. */
export function isWeighedByPopulation(plan: Pick<Plan, 'attacks' | 'defended'>): boolean {
  return plan.attacks.some((attack) => aimsOf(attack).some(({ to }) => populationOf(plan, to) > 0));
}

/** 0 where nobody is counted. */
function populationOf({ defended: { places } }: Pick<Plan, 'defended'>, to: Place): number {
  const hit = placeHit(places, to);
  return hit < 0 ? 0 : places[hit].population_count;
}
