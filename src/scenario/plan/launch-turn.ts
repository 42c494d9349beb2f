/** When the missiles of an attack stand in the ripple of their group. */
import type { AttackPlan } from './plan.js';

/** Number of the launch of missile `index` in the ripple of its group, from 0. */
export function launchTurn({ order }: Pick<AttackPlan, 'order'>, index: number): number {
  return order.length === 0 ? index : (order[index] ?? 0);
}
