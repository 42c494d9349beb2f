/**
 * One piece of a warn study: flights of one attack to some of its targets, each solved once and watched in many launches, with all
 * sensors and without each group. Plain data in and out, so that it can be done by another thread.
 */
import type { Flyout } from '../../models/interceptor/flyout.js';
import { chartAnyFlyout } from '../../models/interceptor/flyout.js';
import { prepareThreat } from '../../models/threat/index.js';
import type { PreparedThreat, SolvedFlight } from '../../models/threat/threat-class.js';
import { courseOf } from '../../engine/flights/course.js';
import type { Course } from '../../engine/flights/course.js';
import { chartBattery, chartGroundWindow } from '../../engine/reach/ground-windows.js';
import type { ChartedBattery } from '../../engine/reach/ground-windows.js';
import { endOfFreeFlight_s } from '../../engine/flights/trajectories.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { canonicalJson } from '../../kernel/hash.js';
import type { AttackPlan, Plan } from '../../scenario/plan/plan.js';
import type { SensorGroup } from '../sensor-groups.js';
import { milestonesOf, type Milestones } from './milestones.js';
import { createSightings } from './sightings.js';
import type { WarnedFlight } from './warn.js';

export interface WarnOptions {
  readonly launches: number;
  /** Launches are spread evenly over this time. */
  readonly duration_s: number;
  readonly seed: number;
  readonly groups: readonly SensorGroup[];
}

export interface WarnJob {
  /** Without targets that other jobs take, and without the attacks of other jobs. */
  readonly plan: Pick<Plan, 'sensors' | 'layers' | 'release' | 'epoch'>;
  readonly attack: AttackPlan;
  readonly options: WarnOptions;
}

/** In the order of the job's targets; null for what is out of range. */
export interface WarnJobResult {
  readonly flights: readonly (WarnedFlight | null)[];
}

/** So many flights a job that its overhead is nothing and all threads have work until the end. */
const PER_JOB = 10;

export function warnJobs({ sensors, layers, release, epoch, attacks }: Plan, options: WarnOptions): WarnJob[] {
  // Attacks of one class, place and shape at one place fly the same way, however often the raid has them.
  const known = new Set<string>();
  return attacks.flatMap((attack) => {
    const targets = attack.targets.filter((target) => {
      const key = canonicalJson({ threat: attack.threat, origin: attack.origin, route: attack.route, shape: attack.shape, approach: attack.approach, target });
      if (known.has(key)) return false;
      known.add(key);
      return true;
    });
    return Array.from({ length: Math.ceil(targets.length / PER_JOB) }, (_, piece) => ({
      plan: { sensors, layers, release, epoch }, options, attack: { ...attack, targets: targets.slice(piece * PER_JOB, (piece + 1) * PER_JOB) },
    }));
  });
}

/** What a thread keeps between jobs. */
export interface WarnCache {
  readonly threats: Map<string, PreparedThreat>;
  readonly flyouts: Map<string, Flyout>;
}

export const createWarnCache = (): WarnCache => ({ threats: new Map(), flyouts: new Map() });

function kept<T>(cache: Map<string, T>, inputs: unknown, make: () => T): T {
  const key = canonicalJson(inputs), known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

export function answerWarnJob({ plan, attack, options }: WarnJob, cache: WarnCache): WarnJobResult {
  const prepared = kept(cache.threats, attack.threat, () => prepareThreat(attack.threat));
  const watch = createSightings(plan.sensors, attack, options, plan.epoch.from_s), batteries = batteriesOf(plan, cache);
  return {
    flights: attack.targets.map((to): WarnedFlight | null => {
      const solved = prepared.solve({ from: attack.origin, to, route: attack.route, shape: attack.shape, approach: attack.approach, bodies: [] });
      if (!solved.converged) return null;
      const { flight } = solved, impact_s = flight.flightTime_s, sightings = watch(flight, to);
      const milestones = (launch: number, group: SensorGroup | null): Milestones =>
        milestonesOf(sightings(launch, group), impact_s, plan.release);
      const each = (group: SensorGroup | null): Milestones[] => Array.from({ length: options.launches }, (_, launch) => milestones(launch, group));
      return {
        missile: attack.threat.name, from: attack.origin, to, burnout_s: flight.burnTime_s, impact_s,
        lastSpace_s: lastSpace_s(plan, flight), lastGround_s: lastGround_s(batteries, flight),
        launches: each(null), without: options.groups.map(each),
      };
    }),
  };
}

/** Flights that arrive, and how many do not; results in the order of the jobs. */
export function gatherFlights(results: readonly WarnJobResult[]): { flown: WarnedFlight[]; outOfRange: number } {
  const all = results.flatMap(({ flights }) => flights), flown = all.filter((flight) => flight !== null);
  return { flown, outOfRange: all.length - flown.length };
}

const STEP_S = 1;

/** Burn-out, when the boost climbs above some interceptor's floor; null where it does not, or where there is no space layer. */
function lastSpace_s({ layers }: WarnJob['plan'], { ephemeris, burnTime_s }: SolvedFlight): number | null {
  const floor_m = Math.min(...layers.map((layer) => (layer.kind === 'space' ? layer.interceptor.floor_m : Infinity))), state = new Float64Array(6);
  if (floor_m === Infinity) return null;
  for (let age_s = 0; age_s <= burnTime_s; age_s += STEP_S) {
    ephemerisAt(ephemeris, age_s, state);
    if (altitude_m(state[0], state[1], state[2]) >= floor_m) return burnTime_s;
  }
  return null;
}

function batteriesOf({ layers }: WarnJob['plan'], { flyouts }: WarnCache): ChartedBattery[] {
  return layers.flatMap((layer): ChartedBattery[] => {
    if (layer.kind !== 'ground') return [];
    const { interceptor, site } = layer;
    return [chartBattery(layer, kept(flyouts, { interceptor, site }, () => chartAnyFlyout(layer.interceptor, layer.site)))];
  });
}

/** Latest commit of any battery that still meets it. */
function lastGround_s(batteries: readonly ChartedBattery[], flight: SolvedFlight): number | null {
  const { ephemeris, burnTime_s: from_s, flightTime_s: impact_s } = flight;
  let last_s = -Infinity, known: Course | undefined;
  const charted = { ephemeris, from_s, impact_s, foretoldUntil_s: endOfFreeFlight_s(flight), course: () => (known ??= courseOf(ephemeris, from_s, impact_s)) };
  for (const battery of batteries) last_s = Math.max(last_s, chartGroundWindow(charted, battery).lastCommit_s);
  return last_s === -Infinity ? null : last_s;
}
