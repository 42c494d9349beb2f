/**
 * Where a missile would land if its thrust ended now, along its powered flight: what a boost-phase kill at each age
 * leaves behind. Free fall without air, so within some kilometres of the place where debris or payload would come down.
 */
import { EARTH_RATE_RADPS } from '../../../kernel/constants.js';
import { type Ephemeris, ephemerisAt } from '../../../kernel/ephemeris.js';
import { eciFromEcef } from '../../../kernel/frames.js';
import { impactPoint } from '../../../kernel/kepler.js';

/** Columns over ages 0, step_s, 2 step_s … and the last age itself. */
export interface ImpactPoints {
  readonly step_s: number;
  readonly age_s: Float64Array;
  readonly lat_rad: Float64Array;
  readonly lon_rad: Float64Array;
  /** From that age to the impact; Infinity when it would not come down (its place is then that of the age before). */
  readonly timeLeft_s: Float64Array;
}

export function impactPointsAlong(ephemeris: Ephemeris, untilAge_s: number, step_s: number): ImpactPoints {
  const count = Math.floor(untilAge_s / step_s + 1e-9) + 1;
  const hasRest = untilAge_s - (count - 1) * step_s > 1e-6 * step_s;
  const rows = count + (hasRest ? 1 : 0);
  const points: ImpactPoints = {
    step_s, age_s: new Float64Array(rows), lat_rad: new Float64Array(rows), lon_rad: new Float64Array(rows), timeLeft_s: new Float64Array(rows),
  };
  const state = new Float64Array(6);
  const place = new Float64Array(2);
  for (let row = 0; row < rows; row++) {
    const age_s = row < count ? row * step_s : untilAge_s;
    ephemerisAt(ephemeris, age_s, state);
    const angle_rad = EARTH_RATE_RADPS * age_s;
    eciFromEcef(state, angle_rad, state);
    points.age_s[row] = age_s;
    points.timeLeft_s[row] = impactPoint(state, angle_rad, place);
    points.lat_rad[row] = place[0];
    points.lon_rad[row] = place[1];
  }
  return points;
}
