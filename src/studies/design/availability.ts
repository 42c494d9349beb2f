/**
 * How often a constellation can offer enough shots: at each of n missiles at least k, every interceptor at one missile only.
 * A moment is a node and a phase for each shell, evenly spread for Walker patterns over long times. At each, satellites are counted by
 * which of the raid's missiles they can meet; shots can be shared out if for every group of missiles those that can meet any
 * of them are enough for all of them (Hall 1935, with capacities: Gale 1957). So no assignment has to be made.
 */
import { TAU } from '../../kernel/maths.js';
import { Luck } from '../../kernel/random.js';
import { planeNode_rad, planePhase_rad, type WalkerShell } from '../../models/constellation/walker.js';
import { enoughWork } from '../number-needed/enough.js';
import { countPlane, type MeetingSet, nearestNode } from '../number-needed/meeting-set.js';

/** A shell with where its satellites must be: for each place a raid may come from, the sets of the flights from there. */
export interface ShellWithSets {
  readonly shell: WalkerShell;
  readonly sets: readonly (readonly MeetingSet[])[];
}

export interface Demand {
  readonly salvo: number;
  readonly shots: number;
  readonly perSatellite_count: number;
  /** Missiles are dealt over the flights, which start all over the launch area; otherwise all fly as one of them does. */
  readonly isSpread: boolean;
  /** Chance that an interceptor works when called, each by itself. */
  readonly works_prob: number;
}

/** Moments: node and phase of up to two shells in turns, four numbers each. */
export interface Moments {
  readonly count: number;
  readonly turns: Float64Array;
}

const PER_MOMENT = 4;
/** Root of x⁵ = x + 1: its powers spread points evenly over four dimensions (generalised golden ratio). */
const SPREAD = 1.1673039782614187;

/** The same evenly spread moments for every constellation, so that a search compares constellations and not luck. */
export function spreadMoments(count: number): Moments {
  const turns = new Float64Array(PER_MOMENT * count);
  for (let moment = 0; moment < count; moment++) {
    let factor = 1;
    for (let dimension = 0; dimension < PER_MOMENT; dimension++) {
      factor /= SPREAD;
      const turn = 0.5 + (moment + 1) * factor;
      turns[PER_MOMENT * moment + dimension] = turn - Math.floor(turn);
    }
  }
  return { count, turns };
}

const MOMENT_STREAM = 43;

/** Moments drawn independently; other sets of one seed have nothing in common. */
export function drawnMoments(count: number, seed: number, set = 0): Moments {
  const luck = new Luck(seed), turns = new Float64Array(PER_MOMENT * count);
  for (let i = 0; i < turns.length; i++) turns[i] = luck.uniform(MOMENT_STREAM, 0, i, set, 0);
  return { count, turns };
}

/** Moments at which there is enough, for the place where that happens least often. */
export function momentsWithEnough(shells: readonly ShellWithSets[], demand: Demand, moments: Moments): number {
  return enoughAnywhere(shells, demand, moments, Infinity) ?? 0;
}

export const chanceOfEnough = (shells: readonly ShellWithSets[], demand: Demand, moments: Moments): number => momentsWithEnough(shells, demand, moments) / moments.count;

/** Whether there is enough so often; stops as soon as it cannot be. */
export function isOftenEnough(shells: readonly ShellWithSets[], demand: Demand, moments: Moments, probability: number): boolean {
  return enoughAnywhere(shells, demand, moments, (1 - probability) * moments.count + 1e-9) !== undefined;
}

/** For the place with the fewest; undefined when more than `mostFailures` moments of a place lack shots. */
function enoughAnywhere(shells: readonly ShellWithSets[], demand: Demand, moments: Moments, mostFailures: number): number | undefined {
  let fewest = moments.count;
  for (let place = 0; place < shells[0].sets.length; place++) {
    const enoughAt = demand.isSpread ? sharedOut(shells, place, demand, moments) : sideBySide(shells, place, demand, moments);
    let failures = 0;
    for (let moment = 0; moment < moments.count; moment++) {
      failures += 1 - enoughAt(moment);
      if (failures > mostFailures) return undefined;
    }
    fewest = Math.min(fewest, moments.count - failures);
  }
  return fewest;
}

/** Chance that there is enough at a moment: 0 or 1 where every interceptor works. */
type EnoughAt = (moment: number) => number;

/** All missiles fly as one flight does, at each moment another: shots need not be shared out, only counted. */
function sideBySide(shells: readonly ShellWithSets[], place: number, { salvo, shots, perSatellite_count, works_prob }: Demand, { turns }: Moments): EnoughAt {
  const flights = shells[0].sets[place].length, chances: number[] = [];
  return (moment) => {
    let can = 0;
    for (let s = 0; s < shells.length; s++) {
      const { shell, sets } = shells[s], set = sets[place][moment % flights], at = PER_MOMENT * moment + 2 * s, slot_rad = TAU / shell.perPlane_count;
      const node_rad = TAU * turns[at], phase_rad = TAU * turns[at + 1];
      for (let plane = 0; plane < shell.planes_count; plane++) can += countPlane(set, planeNode_rad(shell, node_rad, plane), planePhase_rad(shell, phase_rad, plane), slot_rad);
    }
    return (chances[can] ??= enoughWork(can * perSatellite_count, salvo * shots, works_prob));
  };
}

/** Missiles start all over the launch area: whoever can meet one may not be able to meet another. Every interceptor is taken to work. */
function sharedOut(shells: readonly ShellWithSets[], place: number, demand: Demand, { turns }: Moments): EnoughAt {
  const flights = shells[0].sets[place].length, byGroup = new Int32Array(1 << flights), wanted = new Int32Array(1 << flights);
  const scratch = shells.map(({ shell }) => createScratch(shell.perPlane_count));
  return (moment) => {
    byGroup.fill(0);
    for (let s = 0; s < shells.length; s++) {
      const at = PER_MOMENT * moment + 2 * s;
      countByGroup(shells[s].shell, shells[s].sets[place], TAU * turns[at], TAU * turns[at + 1], byGroup, scratch[s]);
    }
    setWanted(flights, demand, moment, wanted);
    return suffices(byGroup, wanted, demand.perSatellite_count) ? 1 : 0;
  };
}

interface Scratch {
  readonly group: Uint8Array;
  readonly touched: Int32Array;
}

const createScratch = (perPlane_count: number): Scratch => ({ group: new Uint8Array(perPlane_count), touched: new Int32Array(perPlane_count) });

/** Adds up satellites by the group of flights that each can meet; a group is a number with a bit for each flight. */
export function countByGroup(shell: WalkerShell, sets: readonly MeetingSet[], node_rad: number, phase_rad: number, byGroup: Int32Array, { group, touched }: Scratch = createScratch(shell.perPlane_count)): void {
  const perPlane = shell.perPlane_count, slot_rad = TAU / perPlane;
  for (let plane = 0; plane < shell.planes_count; plane++) {
    const node = nearestNode(sets[0], planeNode_rad(shell, node_rad, plane)), phase = planePhase_rad(shell, phase_rad, plane);
    let count = 0;
    for (let f = 0; f < sets.length; f++) {
      const { first, from_rad, to_rad } = sets[f];
      for (let i = first[node]; i < first[node + 1]; i++) {
        const low = Math.ceil((from_rad[i] - phase) / slot_rad), high = Math.min(Math.floor((to_rad[i] - phase) / slot_rad), low + perPlane - 1);
        for (let k = low; k <= high; k++) {
          const slot = k - Math.floor(k / perPlane) * perPlane;
          if (group[slot] === 0) touched[count++] = slot;
          group[slot] |= 1 << f;
        }
      }
    }
    for (let t = 0; t < count; t++) {
      byGroup[group[touched[t]]]++;
      group[touched[t]] = 0;
    }
  }
}

/** Shots wanted at each group of flights, over which the missiles are dealt; at each moment another flight comes first. */
function setWanted(flights: number, { salvo, shots }: Demand, moment: number, wanted: Int32Array): void {
  const each = Math.floor(salvo / flights), rest = salvo - each * flights, from = moment % flights;
  for (let group = 1; group < wanted.length; group++) {
    let missiles = 0;
    for (let f = 0; f < flights; f++) if ((group >> f) & 1) missiles += each + ((f - from + flights) % flights < rest ? 1 : 0);
    wanted[group] = missiles * shots;
  }
}

/** Every group of flights can be met by enough. */
export function suffices(byGroup: Int32Array, wanted: Int32Array, perSatellite_count: number): boolean {
  for (let group = wanted.length - 1; group > 0; group--) {
    if (wanted[group] === 0) continue;
    let can = 0;
    for (let other = 1; other < byGroup.length; other++) if ((other & group) !== 0) can += byGroup[other];
    if (can * perSatellite_count < wanted[group]) return false;
  }
  return true;
}
