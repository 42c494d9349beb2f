/**
 * Listens to a run in which every shot misses and tells whether any decision in it could have come out differently had
 * some shots hit. Missiles meet only in the stocks they are shot at from. In the run of misses every missile uses up all
 * it can, so stocks are lowest; shots ordered before any luck was drawn on their target are fired whatever happens. A
 * choice that is the same with both stocks is the same with all between them; by induction over time, so are all shots.
 */
import type { Geometry } from '../../engine/geometry.js';
import { earliestIntercept_s } from '../../engine/reach/ground-windows.js';
import type { RunLog } from '../../engine/record/log.js';
import type { Shot } from '../../engine/decide/shot.js';
import type { ShellSearch } from '../../engine/reach/shell-search.js';
import { RESULT } from '../../engine/world.js';
import type { World } from '../../engine/world.js';
import { mustLookFirst } from '../../models/command/doctrine.js';

/** A decision that hangs on luck. */
export interface Entanglement {
  readonly t_s: number;
  readonly missile: string;
  readonly layer: string;
  readonly stock: 'satellite' | 'battery';
}

export interface Witness extends RunLog {
  /** The first decision of the run that hangs on luck, or null. */
  readonly found: Entanglement | null;
}

/** A shell's useful moments may still move by this much as a prediction improves, s; as in the engine's decision. */
const PREDICTION_SLACK_S = 5;

export function createWitness(geometry: Geometry): Witness {
  const { elements, groups, missiles, plan } = geometry.linked;
  let world: World, found: Entanglement | null = null;
  /** Rounds that are gone whatever the luck: by element, and by satellite for shells. */
  const surelyUsed = elements.map(() => new Map<number, number>());
  const isLuckDrawn = new Uint8Array(missiles.length);
  /** The same for rounds fired at a missile after luck was drawn on it: sure wherever that missile is still to be decided about. */
  const ownUsed = missiles.map(() => new Map<string, number>());

  const report = (t_s: number, m: number, layer: string, stock: Entanglement['stock']): void => {
    found ??= { t_s, missile: missiles[m].name, layer, stock };
  };
  /** Has nothing left for this missile, and would have something left in runs luckier with others. */
  const isMaybeSpent = (m: number, e: number, satellite: number): boolean => {
    const { usable_count } = elements[e];
    const isSpent = satellite < 0 ? world.rounds[e] <= 0 : world.used[e][satellite] >= usable_count;
    return isSpent && (surelyUsed[e].get(satellite) ?? 0) + (ownUsed[m].get(`${e}/${satellite}`) ?? 0) < usable_count;
  };
  const wouldWait = (m: number, g: number, lastCommit_s: number): boolean => {
    const slot = m * groups.length + g;
    return mustLookFirst(plan.command, world.fired[slot], world.assessed_s[slot], lastCommit_s);
  };

  return {
    events: [],
    decisions: [],
    get found() {
      return found;
    },
    event: () => undefined,
    begin(started) {
      world = started;
      found = null;
      isLuckDrawn.fill(0);
      for (const used of surelyUsed) used.clear();
      for (const used of ownUsed) used.clear();
    },
    choice(t_s, m, layer, searches: readonly (ShellSearch | null)[], group, element, index, launch_s) {
      const chosen_s = (searches[element] as ShellSearch).earliest_s[index], g = elements[element].group;
      for (const e of group) {
        const search = searches[e];
        for (let i = 0; search !== null && i < search.count; i++) {
          if (!isMaybeSpent(m, e, search.satellite[i])) continue;
          if (search.earliest_s[i] <= chosen_s || wouldWait(m, g, launch_s + search.latestCommit_s[i])) report(t_s, m, layer, 'satellite');
        }
      }
    },
    refusal(t_s, m, layer, _reason, searches, group, launch_s) {
      for (const e of group) {
        const search = searches[e];
        for (let i = 0; search !== null && i < search.count; i++) {
          const isUseful = search.earliest_s[i] < Infinity || launch_s + search.latestCommit_s[i] + PREDICTION_SLACK_S >= t_s;
          if (isUseful && isMaybeSpent(m, e, search.satellite[i])) report(t_s, m, layer, 'satellite');
        }
      }
    },
    groundChoice(t_s, m, layer, options, chosen, launch_s) {
      const chosen_s = options.meet_s[chosen], g = elements[options.element[chosen]].group;
      for (let i = 0; i < options.count; i++) {
        if (!isMaybeSpent(m, options.element[i], -1)) continue;
        if (options.meet_s[i] <= chosen_s || wouldWait(m, g, launch_s + options.lastCommit_s[i])) report(t_s, m, layer, 'battery');
      }
    },
    groundRefusal(t_s, m, layer) {
      const { truth } = world, windows = geometry.windows[truth.attack[m]][truth.aim[m]];
      const group = groups.find(({ kind, name }) => kind === 'ground' && name === layer);
      for (const e of group?.elements ?? []) {
        const window = windows[e]?.[truth.variant[m]];
        if (window !== undefined && isMaybeSpent(m, e, -1) && earliestIntercept_s(window, t_s - truth.launch_s[m]) < Infinity) report(t_s, m, layer, 'battery');
      }
    },
    commit({ target, element, satellite }: Shot) {
      if (isLuckDrawn[target] === 0) {
        surelyUsed[element].set(satellite, (surelyUsed[element].get(satellite) ?? 0) + 1);
        return;
      }
      const key = `${element}/${satellite}`;
      ownUsed[target].set(key, (ownUsed[target].get(key) ?? 0) + 1);
    },
    intercept(index) {
      if (world.orders.result[index] === RESULT.miss) isLuckDrawn[world.orders.target[index]] = 1;
    },
    jointChoice: () => undefined,
    jointHeld: () => undefined,
    assessment: () => undefined,
    end: () => undefined,
  };
}
