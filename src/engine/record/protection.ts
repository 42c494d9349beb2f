/** How much of what a raid is aimed at was protected in one run, weighed by people. */
import type { AimWorth } from '../decide/aim-worth.js';
import { FATE } from '../world.js';
import type { World } from '../world.js';

export interface Protection {
  /** Share of the worth of all lethal objects that did not get through. */
  readonly share: number;
  /** Share of the worth aimed at that lies in places which nothing reached: one warhead is enough to spoil a place. */
  readonly untouched: number;
}

export function createProtection({ share, place }: AimWorth): (world: World) => Protection {
  const isReached = new Uint8Array(place.reduce((most, index) => Math.max(most, index + 1), 0));
  return ({ truth }) => {
    isReached.fill(0);
    let through = 0, reached = 0;
    for (let m = 0; m < share.length; m++) {
      if (truth.fate[m] !== FATE.leaked || share[m] === 0) continue;
      through += share[m];
      isReached[place[m]] = 1;
    }
    for (let m = 0; m < share.length; m++) if (isReached[place[m]] === 1) reached += share[m];
    // Shares add up to one but for their last digits.
    return { share: Math.min(1, Math.max(0, 1 - through)), untouched: Math.min(1, Math.max(0, 1 - reached)) };
  };
}
