/**
 * The smallest sudden change of velocity that moves a falling body's impact to another place: two conditions on three
 * components, the rest kept as small as can be. The two-body impact point is solved for exactly and flown impacts
 * correct it for air and J2, so that two or three flights are enough.
 */
import { EARTH_RATE_RADPS } from '../../../kernel/constants.js';
import type { Fall, Flyer } from '../../../kernel/flight/flight.js';
import { impactPoint } from '../../../kernel/orbit/kepler.js';
import type { GeodeticPlace } from '../place.js';
import { offset_m } from './offset.js';

/** A body falling from an inertial state at an age. */
export interface Falling {
  readonly state_eci: Float64Array;
  readonly t_s: number;
  readonly ballisticCoefficient_kgpm2: number;
}

/** A push and what came of it; a miss says how large a push the target takes, Infinity when none was found. */
export type Pushed = Work & (
  | { readonly isHit: true; readonly velocity_mps: Vector; readonly size_mps: number; readonly miss_m: number; readonly fall: Fall }
  | { readonly isHit: false; readonly size_mps: number }
);

interface Work {
  readonly flights: number;
  readonly rightHandSides: number;
}

type Vector = readonly [number, number, number];
type Offset = readonly [number, number];
type Place = { readonly lat_rad: number; readonly lon_rad: number };

const GOAL_M = 100;
const MAX_FLIGHTS = 8;
const MAX_ITERATIONS = 25;
/** Difference for the slopes, and the change at which the two-body solution is done. */
const PROBE_MPS = 0.5;
const DONE_MPS = 1e-4;

/** `impact` is where the body comes down unpushed, as flown; pushes beyond `largest_mps` are not flown. */
export function pushToPlace(flyer: Flyer, body: Falling, impact: Place, to: GeodeticPlace, largest_mps: number): Pushed {
  let velocity_mps: Vector = [0, 0, 0];
  let size_mps = 0;
  let flown = offset_m(impact, to);
  let rightHandSides = 0;
  const state = new Float64Array(6);
  for (let flights = 0; flights < MAX_FLIGHTS; flights++) {
    if (length(flown) >= GOAL_M) {
      // What air and J2 add to the two-body impact changes little with the push.
      const bare = twoBodyImpact(body, velocity_mps, to);
      const aimed = bare && solveTwoBody(body, velocity_mps, [flown[0] - bare[0], flown[1] - bare[1]], to);
      size_mps = aimed === undefined ? Infinity : length(aimed);
      if (aimed === undefined || size_mps > largest_mps) return { isHit: false, size_mps, flights, rightHandSides };
      velocity_mps = aimed;
    }
    push(body.state_eci, velocity_mps, state);
    const fall = flyer.fall(state, body.t_s, body.ballisticCoefficient_kgpm2, { withEphemeris: true });
    rightHandSides += fall.rightHandSides;
    if (fall.status !== 'impact') return { isHit: false, size_mps, flights: flights + 1, rightHandSides };
    flown = offset_m(fall.impact, to);
    const miss_m = length(flown);
    if (miss_m < GOAL_M) return { isHit: true, velocity_mps, size_mps, miss_m, fall, flights: flights + 1, rightHandSides };
  }
  return { isHit: false, size_mps, flights: MAX_FLIGHTS, rightHandSides };
}

/** Writes a state with its velocity changed. */
export function push(state_eci: Float64Array, velocity_mps: Vector, out: Float64Array): void {
  out.set(state_eci);
  for (let c = 0; c < 3; c++) out[c + 3] += velocity_mps[c];
}

/** Smallest push whose two-body impact lies at the target less `extra_m`; Newton's method by least norm. */
function solveTwoBody(body: Falling, start: Vector, extra_m: Offset, to: GeodeticPlace): Vector | undefined {
  let velocity = start;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const here = twoBodyImpact(body, velocity, to);
    if (here === undefined) return undefined;
    const north: number[] = [];
    const east: number[] = [];
    for (let c = 0; c < 3; c++) {
      const near = twoBodyImpact(body, [velocity[0] + (c === 0 ? PROBE_MPS : 0), velocity[1] + (c === 1 ? PROBE_MPS : 0), velocity[2] + (c === 2 ? PROBE_MPS : 0)], to);
      if (near === undefined) return undefined;
      north.push((near[0] - here[0]) / PROBE_MPS);
      east.push((near[1] - here[1]) / PROBE_MPS);
    }
    // Least norm: v = Jᵀ (J Jᵀ)⁻¹ (J v₀ − error).
    const wanted = [
      dot(north, velocity) - here[0] - extra_m[0],
      dot(east, velocity) - here[1] - extra_m[1],
    ] as const;
    const nn = dot(north, north), ne = dot(north, east), ee = dot(east, east);
    const whole = nn * ee - ne * ne;
    const a = (ee * wanted[0] - ne * wanted[1]) / whole;
    const b = (nn * wanted[1] - ne * wanted[0]) / whole;
    const next: Vector = [a * north[0] + b * east[0], a * north[1] + b * east[1], a * north[2] + b * east[2]];
    const change = length([next[0] - velocity[0], next[1] - velocity[1], next[2] - velocity[2]]);
    velocity = next;
    if (change < DONE_MPS) return velocity;
  }
  return undefined;
}

/** Impact of the pushed body without air and J2, as metres north and east of the target; undefined when it does not come down. */
function twoBodyImpact(body: Falling, velocity: Vector, to: GeodeticPlace): Offset | undefined {
  const state = new Float64Array(6);
  const place = new Float64Array(2);
  push(body.state_eci, velocity, state);
  const left_s = impactPoint(state, EARTH_RATE_RADPS * body.t_s, place);
  return left_s < Infinity ? offset_m({ lat_rad: place[0], lon_rad: place[1] }, to) : undefined;
}

function dot(a: readonly number[], b: Vector | readonly number[]): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function length(vector: readonly number[]): number {
  let sum = 0;
  for (const component of vector) sum += component * component;
  return Math.sqrt(sum);
}
