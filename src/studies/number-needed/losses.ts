/**
 * What is left of a shield that has lost satellites: some at random, a whole plane, those in reach of the raid; how long it
 * takes to launch others; and what a second salvo meets when the first has used up what was in reach, minutes or orbits later.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { TAU } from '../../kernel/maths.js';
import { Luck } from '../../kernel/random.js';
import { planeNode_rad, planePhase_rad, shellMotion, type WalkerShell } from '../../models/constellation/walker.js';
import { type FlightSet, type InReach, looksOf, shareWith, summarizeCounts, type Watch } from './in-reach.js';
import { visitPlane } from './meeting-set.js';

/** One shell of the shield, with the set of each flight for its interceptors; the same flights for all shells. */
export interface ShieldShell {
  readonly shell: WalkerShell;
  readonly flights: readonly FlightSet[];
  /** Interceptors on each satellite. */
  readonly perSatellite_count: number;
}

export interface Shield {
  readonly shells: readonly ShieldShell[];
  /** Interceptors wanted at once. */
  readonly wanted: number;
  readonly watch: Watch;
  readonly seed: number;
}

export type LossKind = 'none' | 'random' | 'plane' | 'in-reach';

export interface Loss {
  readonly kind: LossKind;
  readonly lost_count: number;
  readonly inReach: InReach;
  readonly atLeast: { readonly k: number; readonly probability: number };
  /** Launches that replace them, and how long those take; absent where nothing is lost or no rate is given. */
  readonly refill?: { readonly launches: number; readonly months: number };
}

export interface RefillRate {
  readonly perMonth: number;
  readonly perLaunch: number;
}

/** Rounds left, satellite by satellite, of each shell. */
type Rounds = readonly Int32Array[];

const LOSS_STREAM = 42;

const fullRounds = (shells: readonly ShieldShell[]): Rounds => shells.map(({ shell, perSatellite_count }) => new Int32Array(shell.planes_count * shell.perPlane_count).fill(perSatellite_count));

/** Calls `visit` with each satellite that can meet flight `f` launched at `t_s`. */
function visitShield({ shells }: Shield, f: number, t_s: number, visit: (shell: number, satellite: number) => void): void {
  for (const [s, { shell, flights }] of shells.entries()) {
    const motion = shellMotion(shell), { set, age_s } = flights[f], at_s = t_s + age_s;
    const node_rad = (motion.nodeRate_radps - EARTH_RATE_RADPS) * at_s, phase_rad = motion.latitudeRate_radps * at_s;
    for (let plane = 0; plane < shell.planes_count; plane++) {
      visitPlane(set, planeNode_rad(shell, node_rad, plane), planePhase_rad(shell, phase_rad, plane), shell.perPlane_count, (slot) => visit(s, plane * shell.perPlane_count + slot));
    }
  }
}

function roundsInReach(shield: Shield, rounds: Rounds, f: number, t_s: number): number {
  let count = 0;
  visitShield(shield, f, t_s, (s, satellite) => (count += rounds[s][satellite]));
  return count;
}

function watchRounds(shield: Shield, rounds: Rounds): Int32Array {
  const looks = looksOf(shield.watch), flights = shield.shells[0].flights.length, counts = new Int32Array(looks * flights);
  for (let look = 0; look < looks; look++) for (let f = 0; f < flights; f++) counts[look * flights + f] = roundsInReach(shield, rounds, f, look * shield.watch.step_s);
  return counts;
}

/** Interceptors in reach after each kind of loss; `lost_count` at random, the first plane of the first shell, all in reach at the start. */
export function afterLosses(shield: Shield, lost_count: number, rate?: RefillRate): Loss[] {
  const kinds: LossKind[] = ['none', 'random', 'plane', 'in-reach'];
  return kinds.map((kind): Loss => {
    const rounds = fullRounds(shield.shells), lost = take(shield, rounds, kind, lost_count), counts = watchRounds(shield, rounds);
    const launches = rate === undefined ? 0 : Math.ceil(lost / rate.perLaunch);
    return {
      kind, lost_count: lost, inReach: summarizeCounts(counts), atLeast: { k: shield.wanted, probability: shareWith(counts, shield.wanted) },
      ...(rate === undefined || lost === 0 ? {} : { refill: { launches, months: launches / rate.perMonth } }),
    };
  });
}

/** Empties the satellites that a kind of loss takes, and says how many. */
function take({ shells, seed, ...shield }: Shield, rounds: Rounds, kind: LossKind, lost_count: number): number {
  if (kind === 'none') return 0;
  let lost = 0;
  const empty = (s: number, satellite: number): void => {
    if (rounds[s][satellite] > 0) lost++;
    rounds[s][satellite] = 0;
  };
  if (kind === 'plane') for (let slot = 0; slot < shells[0].shell.perPlane_count; slot++) empty(0, slot);
  if (kind === 'in-reach') visitShield({ shells, seed, ...shield }, 0, 0, empty);
  if (kind === 'random') for (const [s, satellite] of drawn(rounds, seed, lost_count)) empty(s, satellite);
  return lost;
}

/** `count` satellites by chance, each at most once: those with the smallest draws. */
function drawn(rounds: Rounds, seed: number, count: number): (readonly [number, number])[] {
  const luck = new Luck(seed);
  const all = rounds.flatMap((shell, s) => Array.from(shell, (_, satellite) => ({ s, satellite, draw: luck.uniform(LOSS_STREAM, s, satellite, 0, 0) })));
  return all.sort((a, b) => a.draw - b.draw || a.satellite - b.satellite).slice(0, count).map(({ s, satellite }) => [s, satellite] as const);
}

export interface SecondSalvo {
  readonly after_s: number;
  /** After a first salvo that fired what it wanted of those in reach, and after one that emptied all in reach. */
  readonly afterSalvo: InReach & { readonly probability: number };
  readonly afterAll: InReach & { readonly probability: number };
}

/** First salvos tried, spread over the watch. */
const SALVOS = 180;

/** What a second salvo from the same place meets, averaged over when the first came. */
export function secondSalvos(shield: Shield, afters_s: readonly number[]): SecondSalvo[] {
  return afters_s.map((after_s) => ({ after_s, afterSalvo: second(shield, after_s, shield.wanted), afterAll: second(shield, after_s, Infinity) }));
}

function second(shield: Shield, after_s: number, used_count: number): InReach & { probability: number } {
  const flights = shield.shells[0].flights.length, counts = new Int32Array(SALVOS), rounds = fullRounds(shield.shells);
  for (let salvo = 0; salvo < SALVOS; salvo++) {
    const t_s = (shield.watch.duration_s * salvo) / SALVOS, f = salvo % flights, spent: [number, number, number][] = [];
    let left = used_count;
    visitShield(shield, f, t_s, (s, satellite) => {
      const used = Math.min(left, rounds[s][satellite]);
      left -= used;
      spent.push([s, satellite, used]);
      rounds[s][satellite] -= used;
    });
    counts[salvo] = roundsInReach(shield, rounds, f, t_s + after_s);
    for (const [s, satellite, used] of spent) rounds[s][satellite] += used;
  }
  return { ...summarizeCounts(counts), probability: shareWith(counts, shield.wanted) };
}

/** Once round, as the satellites of a shell go from node to node. */
export function onceRound_s(shell: WalkerShell): number {
  return TAU / shellMotion(shell).latitudeRate_radps;
}
