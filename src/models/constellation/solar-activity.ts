/**
 * Air at the altitude of low satellites when the Sun is quiet, as on average, or active: the table of mean activity times a factor
 * that grows with altitude. Years around a minimum or a maximum of the cycle, not single storms. The factors are cards
 * (data/defaults/orbit-life.json) at three altitudes; between them, and beyond, their logarithm follows a straight line.
 */
import { exp, log } from '../../kernel/maths.js';
import { type DensityRow, MEAN_ACTIVITY_DENSITY } from './drag-lifetime.js';

export const ACTIVITIES = ['low', 'mean', 'high'] as const;
export type SolarActivity = (typeof ACTIVITIES)[number];

/** Density over that of mean activity, in rising order of altitude; at least two rows. */
export interface ActivityFactor {
  readonly altitude_m: number;
  readonly factor: number;
}

/** Factors of the activities that are not the mean. */
export interface ActivityFactors {
  readonly low: readonly ActivityFactor[];
  readonly high: readonly ActivityFactor[];
}

export function airAtActivity(activity: SolarActivity, factors: ActivityFactors): readonly DensityRow[] {
  if (activity === 'mean') return MEAN_ACTIVITY_DENSITY;
  return MEAN_ACTIVITY_DENSITY.map(({ altitude_m, density_kgpm3 }) => ({ altitude_m, density_kgpm3: density_kgpm3 * factorAt(altitude_m, factors[activity]) }));
}

function factorAt(altitude_m: number, rows: readonly ActivityFactor[]): number {
  let row = 0;
  while (row < rows.length - 2 && altitude_m > rows[row + 1].altitude_m) row++;
  const lower = rows[row], upper = rows[row + 1];
  const share = (altitude_m - lower.altitude_m) / (upper.altitude_m - lower.altitude_m);
  return lower.factor * exp(share * log(upper.factor / lower.factor));
}
