/** Where what a boost kill leaves comes down: the instantaneous impact point at the row of the ascent that the kill falls in. */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { impactPoint } from '../../kernel/orbit/kepler.js';
import type { Geometry } from '../geometry.js';
import { FATE } from '../world.js';
import type { World } from '../world.js';

/** Numbers of one fall: latitude and longitude in rad, lethal objects. */
export const FALL_SIZE = 3;

/** Appends the falls of a run's boost kills to `falls`, one for each missile. What is fast enough to stay in orbit falls nowhere. */
export function noteFalls(geometry: Geometry, { truth }: World, falls: number[]): void {
  const { missiles, elements } = geometry.linked, state = geometry.scratch.state, place = [0, 0];
  for (let m = 0; m < missiles.length; m++) {
    if (missiles[m].lead !== m || truth.fate[m] !== FATE.killed || truth.killedBy[m] < 0 || elements[truth.killedBy[m]].plan.kind !== 'space') continue;
    let lethal = 0;
    for (let body = m; body < missiles.length && missiles[body].lead === m; body++) if (missiles[body].isLethal) lethal++;
    const { ascent } = geometry.trajectories[truth.attack[m]][truth.aim[m]].variants[truth.variant[m]];
    const row = Math.min(Math.floor((truth.end_s[m] - truth.launch_s[m]) / ascent.step_s), ascent.rows - 1);
    for (let i = 0; i < 6; i++) state[i] = ascent.state[6 * row + i];
    if (impactPoint(state, EARTH_RATE_RADPS * row * ascent.step_s, place) < Infinity) falls.push(place[0], place[1], lethal);
  }
}
