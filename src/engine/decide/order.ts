/** Orders one shot: a row in the orders, an instant for its intercept, and the books of who has fired at whom. */
import type { Geometry } from '../geometry.js';
import { endOfShot } from '../on-board.js';
import type { RunLog } from '../record/log.js';
import { INSTANT } from '../queue.js';
import type { Instants } from '../queue.js';
import type { Shot } from './shot.js';
import { RESULT } from '../world.js';
import type { Known } from '../world.js';

export function orderShot(geometry: Geometry, known: Known, instants: Instants, shot: Shot, log: RunLog | null): void {
  const { orders } = known;
  const i = orders.count++, slot = shot.target * geometry.linked.groups.length + shot.group;
  orders.target[i] = shot.target;
  orders.element[i] = shot.element;
  orders.group[i] = shot.group;
  orders.satellite[i] = shot.satellite;
  let number = 0;
  const { siblings } = geometry.linked.groups[shot.group];
  for (let s = 0; s < siblings.length; s++) number += known.fired[shot.target * geometry.linked.groups.length + siblings[s]];
  orders.number[i] = number;
  orders.result[i] = RESULT.pending;
  orders.isCalledHit[i] = 0;
  orders.commit_s[i] = shot.commit_s;
  orders.intercept_s[i] = shot.intercept_s;
  orders.assessed_s[i] = shot.intercept_s + geometry.linked.plan.command.assessment_s;
  orders.margin[i] = 0;
  orders.miss_m[i] = 0;
  if (shot.path !== null) {
    const row = Math.floor(shot.row), u = shot.row - row, a = 3 * row, b = a + (u > 0 ? 3 : 0);
    orders.x_m[i] = shot.path[a] + u * (shot.path[b] - shot.path[a]);
    orders.y_m[i] = shot.path[a + 1] + u * (shot.path[b + 1] - shot.path[a + 1]);
    orders.z_m[i] = shot.path[a + 2] + u * (shot.path[b + 2] - shot.path[a + 2]);
  }
  known.fired[slot]++;
  known.pending[slot]++;
  known.belief.assigned.fill(1, shot.target, endOfShot(geometry, shot.element, shot.target));
  if (orders.assessed_s[i] > known.assessed_s[slot]) known.assessed_s[slot] = orders.assessed_s[i];
  instants.push(shot.intercept_s, INSTANT.intercept, shot.target, i);
  const { tracker } = geometry.linked.plan;
  if (tracker.model === 'covariance' && shot.satellite < 0) instants.push(Math.max(shot.commit_s, shot.intercept_s - tracker.handOver_s), INSTANT.handOver, shot.target, i);
  log?.commit(shot, i);
}
