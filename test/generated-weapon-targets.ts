/** Weapon-target decisions made from a key, for tests: who reaches whom, with which chance, targets of which weight. */
import { philox } from '../src/kernel/random.js';
import type { WeaponTargetProblem } from '../src/models/command/weapon-target/problem.js';

interface Recipe {
  readonly weapons_count: number;
  readonly targets_count: number;
  readonly shotsOfWeapon: number;
  readonly mostShots: number;
  /** Share of pairs in reach. */
  readonly density: number;
  readonly key: number;
}

/** Chances and whole weights of 1 … 100 are spread evenly. */
export function generateProblem({ weapons_count, targets_count, shotsOfWeapon, mostShots, density, key }: Recipe): WeaponTargetProblem {
  const words = new Uint32Array(4), start = new Int32Array(targets_count + 1), weapon: number[] = [], miss: number[] = [];
  const weight = new Float64Array(targets_count);
  for (let target = 0; target < targets_count; target++) {
    philox(target, 0, 0, 1, key, 0, words);
    weight[target] = 1 + (words[0] % 100);
    for (let w = 0; w < weapons_count; w++) {
      philox(target, w, 0, 2, key, 0, words);
      if (words[0] / 4294967296 >= density) continue;
      weapon.push(w);
      miss.push(words[1] / 4294967296);
    }
    start[target + 1] = weapon.length;
  }
  return {
    weapons_count, targets_count, shots: new Int32Array(weapons_count).fill(shotsOfWeapon), weight, mostShots: new Int32Array(targets_count).fill(mostShots),
    start, weapon: Int32Array.from(weapon), miss: Float64Array.from(miss),
  };
}
