/**
 * `cover` of a plan: its sensors, the corridors of its attacks, the regions that matter to it, and one kind of target to look for.
 * Shells of satellites stand as their numbers say, with the first node at the longitude of Greenwich at the start of the epoch; over
 * a day their coverage hardly depends on where they start.
 */
import { equalAreaCells } from '../../kernel/earth/equal-area-cells.js';
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import type { Plan, SensorPlan } from '../../scenario/plan/plan.js';
import type { Territory } from '../../scenario/plan/plan.js';
import { satellites_count } from '../../scenario/plan/sensor-plan.js';
import { isOut, type SensorGroup } from '../sensor-groups.js';
import { type CorridorCustody, custodyAlong } from './corridors.js';
import { cover, type CoverAnswer, looksOf } from './cover.js';
import type { LossGroup } from './losses.js';
import { planCorridors } from './plan-corridors.js';
import { planWatchers } from './plan-watchers.js';
import { corridorRegion, territoryRegion, wholeEarth } from './regions.js';
import type { SoughtTarget } from './sought-target.js';
import { sensorOfWatchers } from './watchers.js';

export interface CoverWatch {
  readonly duration_s: number;
  readonly step_s: number;
  readonly cells: number;
  /** Launches of each corridor, evenly spread over the watch; 0 for none. */
  readonly launches: number;
}

export interface CoverQuestion {
  readonly plan: Plan;
  readonly target: SoughtTarget;
  readonly watch: CoverWatch;
  readonly land: readonly Territory[];
  readonly groups: readonly SensorGroup[];
  readonly lose?: { readonly lost_count: number; readonly draws: number; readonly seed: number };
}

export interface CoveringSensor {
  readonly name: string;
  readonly system: string;
  readonly kind: string;
  readonly nation: string;
  readonly watchers_count: number;
  readonly each: number;
}

export interface CoverPlanAnswer extends Omit<CoverAnswer, 'each'> {
  readonly target: SoughtTarget;
  readonly watch: CoverWatch;
  readonly sensors: readonly CoveringSensor[];
  readonly custody: readonly CorridorCustody[];
  /** Points below each corridor's flight, as unit vectors in stretched space. */
  readonly tracks: readonly (readonly (readonly [number, number, number])[])[];
  readonly cells: ReturnType<typeof equalAreaCells>;
}

/** Cells this near to a flight's track are its corridor. */
const CORRIDOR_M = 500e3;
/** Looks along a flight. */
const CUSTODY_STEP_S = 10;

export function coverPlan({ plan, target, watch, land, groups, lose }: CoverQuestion, onProgress: (done: number, total: number) => void): CoverPlanAnswer {
  const cells = equalAreaCells(watch.cells), watchers = planWatchers(plan, target), sensorOf = sensorOfWatchers(watchers);
  const corridors = planCorridors(plan), tracks = corridors.map(({ track }) => track);
  const regions = [
    wholeEarth(cells), territoryRegion(cells, 'land', land),
    ...(plan.defended.territory.rings.length === 0 ? [] : [territoryRegion(cells, plan.defended.territory.name, [plan.defended.territory])]),
    ...(tracks.length === 0 ? [] : [corridorRegion(cells, 'corridors of the flights', tracks.flat(), CORRIDOR_M / EARTH_MEAN_RADIUS_M)]),
  ];
  const answer = cover({
    cells, watchers, altitude_m: target.altitude_m, duration_s: watch.duration_s, step_s: watch.step_s, regions, groups: groups.map((group) => lossGroup(group, plan.sensors, sensorOf)),
    ...(lose === undefined ? {} : { lose: { ...lose, satellites: satelliteWatchers(plan.sensors, sensorOf) } }),
  }, onProgress);
  const launches_s = Array.from({ length: watch.launches }, (_, k) => (k * looksOf(watch.duration_s, watch.step_s) * watch.step_s) / watch.launches);
  const delays = [...sensorOf].map((sensor) => plan.sensors[sensor].reportDelay_s);
  return {
    ...answer, target, watch, cells, tracks,
    sensors: plan.sensors.map((sensor, s) => ({ name: sensor.name, system: sensor.system, kind: kindOf(sensor), nation: sensor.nation, watchers_count: satellites_count(sensor), each: answer.each[s] })),
    custody: launches_s.length === 0 ? [] : corridors.map((corridor) => custodyAlong(corridor, delays, launches_s, CUSTODY_STEP_S)),
  };
}

/** Watchers of one sensor follow each other in the order of its satellites. */
function lossGroup(group: SensorGroup, sensors: readonly SensorPlan[], sensorOf: Int32Array): LossGroup {
  const met = new Int32Array(sensors.length);
  return { name: group.name, kind: group.kind, watchers: [...sensorOf].flatMap((sensor, watcher) => (isOut(group, sensor, met[sensor]++) ? [watcher] : [])) };
}

function satelliteWatchers(sensors: readonly SensorPlan[], sensorOf: Int32Array): number[] {
  return [...sensorOf].flatMap((sensor, watcher) => ('orbit' in sensors[sensor] ? [watcher] : []));
}

/** In words for a table. */
function kindOf(sensor: SensorPlan): string {
  if (sensor.model === 'radar') return 'radar';
  if (sensor.model === 'over-horizon-radar') return 'over-the-horizon radar';
  const orbit = { geostationary: 'geostationary', kepler: 'elliptical orbit', walker: 'shell', elements: 'element sets' }[sensor.orbit.kind];
  return sensor.model === 'air-tracker' ? `air tracker, ${orbit}` : `infrared, ${orbit}`;
}
