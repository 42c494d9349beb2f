/**
 * What every run asks of a flight to carry a track along it, worked out once: its states on the track's own grid of ages, how much
 * each sensor that stands still could measure of it there, and how near its nearest companion is. Frame: inertial, Earth-fixed at
 * the missile's launch, as the ascent's. Single precision: half a metre of place changes no line of sight.
 */
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { fromDecibels } from '../../kernel/decibel.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { eciFromEcef } from '../../kernel/earth/frames.js';
import { cos, sin } from '../../kernel/maths.js';
import { createSeenTarget } from '../../models/sensor/seen-target.js';
import type { Emission } from '../flights/emission.js';
import { STANDING } from '../sensing/satellite-motion.js';
import type { NetworkSensor } from '../sensing/sensor-network.js';
import { showFlight } from '../flights/show-flight.js';
import type { Variant } from '../flights/trajectories.js';
import { LEAST_CHANCE } from '../sensing/views.js';

/** Steps of a track while it burns and after that; the second is a multiple of the first. */
export const BURNING_STEP_S = 5, COAST_STEP_S = 10;
/**
 * Once a track coasts, what a sensor adds to it grows slowly: looks are taken in together after a quarter of the time that the sensor has
 * had it in view, and never later than this. What is known at that moment is the same; between two moments a track is a little older.
 */
const MOST_TOGETHER_S = 40, TOGETHER_SHARE = 0.25;
/** A radar's errors fall no further with its signal than at a thousand times the reference. */
const MOST_SIGNAL = 1000;

export interface TrackRows {
  /** Steps of the powered flight; the rows after them are wider apart. */
  readonly burning: number;
  readonly count: number;
  /** Six numbers a row. */
  readonly state: Float32Array;
  /** By sensor: looks taken in at a row, each worth one of the card's accuracy; none between the looks of what looks seldom. Null for what moves or never sees it. */
  readonly looks: readonly (Float32Array | null)[];
  /** By sensor: the time whose looks are taken in at a row, s; 0 where none are. */
  readonly dwell_s: readonly (Float32Array | null)[];
  /** 1 where a sensor that stands still looks at it, or thrust or turns have moved it since the row before. */
  readonly isActive: Uint8Array;
  /** Distance of the nearest companion of the same missile, from their release on; null where it has none. */
  readonly nearest_m: Float32Array | null;
}

export const rowAge_s = ({ burning }: Pick<TrackRows, 'burning'>, row: number): number => (row <= burning ? row * BURNING_STEP_S : burning * BURNING_STEP_S + (row - burning) * COAST_STEP_S);

/** Last row at or before an age. */
export function rowAt({ burning, count }: TrackRows, age_s: number): number {
  const burns_s = burning * BURNING_STEP_S;
  const row = age_s <= burns_s ? Math.floor(age_s / BURNING_STEP_S) : burning + Math.floor((age_s - burns_s) / COAST_STEP_S);
  return Math.max(0, Math.min(row, count - 1));
}

/** Looks a second at a target, each worth one of the card's accuracy; a radar that follows it looks as often, and with as much signal, as at a place pointed out. */
export function looksOf_ps(sensor: NetworkSensor, level: number): number {
  const { plan } = sensor;
  if (level === -Infinity) return 0;
  if (plan.model !== 'radar') {
    const chance = sensor.chance(level, false);
    return chance < LEAST_CHANCE ? 0 : chance / Math.max(plan.revisit_s, LEAST_REVISIT_S);
  }
  const chance = sensor.chance(level, true);
  if (chance < LEAST_CHANCE) return 0;
  return (chance * Math.min((fromDecibels(level) * plan.cueGain) / plan.referenceSnr, MOST_SIGNAL)) / Math.max(plan.cueRevisit_s, LEAST_REVISIT_S);
}

const LEAST_REVISIT_S = 0.25;

export function chartTrack(variants: readonly Variant[], emissions: readonly Emission[], sensors: readonly NetworkSensor[], companions: readonly (readonly Variant[])[]): TrackRows[] {
  const fixed = new Float64Array(6), inertial = new Float64Array(6), target = createSeenTarget();
  const positions = sensors.map((sensor) => {
    const position = new Float64Array(3);
    if (sensor.isFixed) sensor.positionAt(STANDING, 0, 0, position);
    return position;
  });
  const waits_s = sensors.map(({ plan }) => (plan.model === 'radar' ? plan.cueRevisit_s : plan.revisit_s));
  return variants.map((variant, v): TrackRows => {
    const burning = Math.ceil(variant.burnout_s / BURNING_STEP_S), count = burning + Math.floor(Math.max(0, variant.impact_s - burning * BURNING_STEP_S) / COAST_STEP_S) + 1;
    const state = new Float32Array(6 * count), looks = sensors.map(({ isFixed }) => (isFixed ? new Float32Array(count) : null));
    const dwell_s = looks.map((column) => (column === null ? null : new Float32Array(count)));
    const since_s = sensors.map(() => 0), inView_s = sensors.map(() => 0);
    for (let row = 0; row < count; row++) {
      const age_s = rowAge_s({ burning }, row), step_s = row <= burning ? BURNING_STEP_S : COAST_STEP_S;
      showFlight(variant.ephemeris, emissions[v], age_s, fixed, target);
      eciFromEcef(fixed, EARTH_RATE_RADPS * age_s, inertial);
      state.set(inertial, 6 * row);
      looks.forEach((column, s) => {
        if (column === null) return;
        const looks_ps = looksOf_ps(sensors[s], sensors[s].level(positions[s][0], positions[s][1], positions[s][2], target));
        since_s[s] = looks_ps > 0 ? since_s[s] + step_s : 0;
        inView_s[s] = looks_ps > 0 ? inView_s[s] + step_s : 0;
        const isCoasting = row > burning && age_s <= variant.foretoldUntil_s;
        // What looks more seldom than the rows are apart is taken in when it has looked once.
        if (looks_ps === 0 || since_s[s] < Math.min(waits_s[s], COAST_STEP_S)) return;
        if (isCoasting && since_s[s] < Math.min(TOGETHER_SHARE * inView_s[s], MOST_TOGETHER_S)) return;
        column[row] = looks_ps * since_s[s];
        (dwell_s[s] as Float32Array)[row] = since_s[s];
        since_s[s] = 0;
      });
    }
    const isActive = Uint8Array.from({ length: count }, (_, row) => (row <= burning || rowAge_s({ burning }, row) > variant.foretoldUntil_s || looks.some((column) => column !== null && column[row] > 0) ? 1 : 0));
    const others = companions.map((companion) => companion[v]);
    return { burning, count, state, isActive, dwell_s, looks: looks.map((column) => (column?.some((value) => value > 0) === true ? column : null)), nearest_m: nearestOf(variant, others, burning, count) };
  });
}

function nearestOf(variant: Variant, companions: readonly Variant[], burning: number, count: number): Float32Array | null {
  if (companions.length === 0) return null;
  const own = new Float64Array(6), other = new Float64Array(6);
  return Float32Array.from({ length: count }, (_, row) => {
    const age_s = rowAge_s({ burning }, row);
    if (age_s < variant.released_s) return Infinity;
    ephemerisAt(variant.ephemeris, age_s, own);
    let nearest2 = Infinity;
    for (const companion of companions) {
      if (age_s < companion.released_s || age_s > companion.impact_s) continue;
      ephemerisAt(companion.ephemeris, age_s, other);
      const dx = own[0] - other[0], dy = own[1] - other[1], dz = own[2] - other[2];
      nearest2 = Math.min(nearest2, dx * dx + dy * dy + dz * dz);
    }
    return Math.sqrt(nearest2);
  });
}

/** How the Earth has turned since launch on the finer grid: cosine and sine in turn. */
export function chartTurns(last_s: number): Float64Array {
  const turns = new Float64Array(2 * (Math.ceil(last_s / BURNING_STEP_S) + 2));
  for (let i = 0; 2 * i < turns.length; i++) {
    turns[2 * i] = cos(EARTH_RATE_RADPS * BURNING_STEP_S * i);
    turns[2 * i + 1] = sin(EARTH_RATE_RADPS * BURNING_STEP_S * i);
  }
  return turns;
}
