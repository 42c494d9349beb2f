/**
 * Defended footprint of one battery against missiles of one class from one place: all points on the ground at which one can be
 * aimed such that the battery gets at least so many shots at it. Points are asked on a grid around the battery and by halving at
 * the border; flights are solved to every few of them and carried to those between (`carried.ts`), to cities each by itself.
 * One missile by itself, launchers full: what a raid leaves of it is the matter of a run.
 */
import { chartGroundWindow, type ChartedBattery, type ChartedFlight } from '../../engine/reach/ground-windows.js';
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { destination, distance_m } from '../../kernel/earth/geodesy.js';
import { atan2, cos, PI, sin, TAU, wrapAngle_rad } from '../../kernel/maths.js';
import type { GroundLayerPlan, Place } from '../../scenario/plan/plan.js';
import { type ArrivalFrame, arrivalFrame, carryBattery, type Spot } from './carried.js';
import { traceOutline } from './outline.js';
import { countShots, createShotCounter, type ShotRules } from './shots.js';

export interface FootprintFlight extends ChartedFlight {
  /** Age from which the battery may fire at it. */
  readonly release_s: number;
}

export interface FootprintQuestion {
  readonly layer: GroundLayerPlan;
  readonly battery: ChartedBattery;
  /** Where missiles come from; turns flights that are carried. */
  readonly origin: Spot;
  /** The flight to a point, null where the missile does not get. */
  flightTo(spot: Spot): FootprintFlight | null;
  readonly rules: ShotRules;
  /** How far around the battery is looked, and by how many steps. */
  readonly radius_m: number;
  readonly cells: number;
  /** Steps between points to which flights are solved. */
  readonly solvedEvery: number;
  /** Places that are asked one by one. */
  readonly places: readonly (Place & { readonly population_count: number })[];
}

export interface DirectionReach {
  readonly azimuth_rad: number;
  /** From the battery to the farthest defended point in this direction; 0 where there is none. */
  readonly reach_m: number;
}

export interface Footprint {
  /** Rings with the inside on their left: the outer ones run against the clock, holes with it. */
  readonly rings: readonly (readonly Spot[])[];
  readonly area_m2: number;
  /** The region goes on beyond what was looked at. */
  readonly isCut: boolean;
  readonly radius_m: number;
  readonly people_count: number;
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  readonly reach: readonly DirectionReach[];
  /** Whether the battery's own place is defended. */
  readonly defendsItself: boolean;
  readonly work: { readonly asked: number; readonly solved: number };
}

const DIRECTIONS = 16, HALVINGS = 6;

export function traceFootprint(question: FootprintQuestion): Footprint {
  const { layer: { site }, radius_m, cells } = question;
  const shots = createAsker(question), step_m = radius_m / cells;
  const isInside = (x: number, y: number): boolean => x * x + y * y <= radius_m * radius_m && shots.near(x, y) >= question.rules.wanted;
  const outline = traceOutline(isInside, radius_m, cells);
  const rings = outline.rings.map((ring) => Array.from({ length: ring.length / 2 }, (_, i) => spotAt(site, ring[2 * i], ring[2 * i + 1])));
  const inside: string[] = [], outside: string[] = [];
  let people_count = 0;
  for (const place of question.places) {
    if (shots.at(place) >= question.rules.wanted) {
      inside.push(place.name);
      people_count += place.population_count;
    } else outside.push(place.name);
  }
  const reach = Array.from({ length: DIRECTIONS }, (_, i) => reachIn(isInside, (i * TAU) / DIRECTIONS, radius_m, step_m));
  return {
    rings, area_m2: rings.reduce((sum, ring) => sum + area_m2(ring), 0), isCut: outline.isCut || reach.some(({ reach_m }) => reach_m >= radius_m - step_m),
    radius_m, people_count, inside, outside, reach, defendsItself: isInside(0, 0), work: { asked: shots.work.asked, solved: shots.work.solved },
  };
}

interface Solved {
  readonly flight: FootprintFlight;
  readonly frame: ArrivalFrame;
}

/** Shots at a missile aimed at a point of the plane around the battery, or exactly at a place. */
function createAsker({ layer, battery, origin, flightTo, rules, radius_m, cells, solvedEvery }: FootprintQuestion) {
  const counter = createShotCounter(layer), known = new Map<number, Solved | null>(), spacing_m = (solvedEvery * radius_m) / cells, work = { asked: 0, solved: 0 };
  const solve = (spot: Spot): Solved | null => {
    work.solved++;
    const flight = flightTo(spot);
    return flight === null ? null : { flight, frame: arrivalFrame(spot, origin) };
  };
  const near = (x: number, y: number): number => {
    work.asked++;
    const i = Math.round(x / spacing_m), j = Math.round(y / spacing_m), key = i * 4096 + j;
    let solved = known.get(key);
    if (solved === undefined) known.set(key, (solved = solve(spotAt(layer.site, i * spacing_m, j * spacing_m))));
    if (solved === null) return 0;
    const carried = carryBattery(battery, arrivalFrame(spotAt(layer.site, x, y), origin), solved.frame);
    return countShots(counter, chartGroundWindow(solved.flight, carried), solved.flight.release_s, rules);
  };
  const at = (spot: Spot): number => {
    // What lies farther away than anything that is looked at is not asked; its flight may take long to solve.
    if (distance_m(layer.site.lat_rad, layer.site.lon_rad, spot.lat_rad, spot.lon_rad) > radius_m) return 0;
    work.asked++;
    const solved = solve(spot);
    return solved === null ? 0 : countShots(counter, chartGroundWindow(solved.flight, battery), solved.flight.release_s, rules);
  };
  return { near, at, work };
}

/** East and north of a place, by distance and azimuth. */
export function spotAt(site: Spot, x_m: number, y_m: number): Spot {
  const away_m = Math.sqrt(x_m * x_m + y_m * y_m);
  if (away_m === 0) return { lat_rad: site.lat_rad, lon_rad: site.lon_rad };
  const place = new Float64Array(2);
  destination(site.lat_rad, site.lon_rad, atan2(x_m, y_m), away_m, place);
  return { lat_rad: place[0], lon_rad: place[1] };
}

function reachIn(isInside: (x: number, y: number) => boolean, azimuth_rad: number, radius_m: number, step_m: number): DirectionReach {
  const east = sin(azimuth_rad), north = cos(azimuth_rad);
  let inner_m = -1;
  for (let away_m = Math.floor(radius_m / step_m) * step_m; away_m >= 0; away_m -= step_m) {
    if (!isInside(east * away_m, north * away_m)) continue;
    inner_m = away_m;
    break;
  }
  if (inner_m < 0) return { azimuth_rad, reach_m: 0 };
  let low_m = inner_m, high_m = Math.min(radius_m, inner_m + step_m);
  for (let i = 0; i < HALVINGS; i++) {
    const middle_m = 0.5 * (low_m + high_m);
    if (isInside(east * middle_m, north * middle_m)) low_m = middle_m;
    else high_m = middle_m;
  }
  return { azimuth_rad, reach_m: low_m };
}

/** Area on the mean sphere to the left of a closed ring, a pole included or not; negative for a hole. Sides are short, so each is straight in the sine of latitude. */
export function area_m2(ring: readonly Spot[]): number {
  let sum = 0, turns_rad = 0, north = 0;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length], turn_rad = wrapAngle_rad(b.lon_rad - a.lon_rad);
    sum -= 0.5 * turn_rad * (sin(a.lat_rad) + sin(b.lat_rad));
    turns_rad += turn_rad;
    north += a.lat_rad;
  });
  // Around a pole the ring turns once, and its inside goes up to the pole instead of nowhere.
  const around_rad = Math.abs(turns_rad) > PI ? (north >= 0 ? turns_rad : -turns_rad) : 0;
  return (sum + around_rad) * EARTH_MEAN_RADIUS_M * EARTH_MEAN_RADIUS_M;
}
