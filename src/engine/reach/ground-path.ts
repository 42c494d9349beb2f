/** Where a ground interceptor flies, for the picture: its own integrated flight to the meeting point, leaving as late as suffices. */
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { flyoutRows } from '../../models/interceptor/flyout.js';
import type { Geometry } from '../geometry.js';
import type { Reads } from '../reads.js';
import type { EcefPath } from '../record/record.js';
import type { Truth } from '../world.js';

/** A terminal interceptor flies for a minute. */
const STEP_S = 10, TERMINAL_STEP_S = 1;
const COLUMNS = 4;

export function groundPath(geometry: Geometry, truth: Reads<Truth>, m: number, e: number, intercept_s: number): EcefPath {
  const { plan } = geometry.linked.elements[e], table = geometry.flyouts[e];
  if (plan.kind !== 'ground' || table === null) return { t_s: new Float64Array(0), position_ecef_m: new Float64Array(0) };
  const meet = new Float64Array(6);
  ephemerisAt(geometry.trajectories[truth.attack[m]][truth.aim[m]].variants[truth.variant[m]].ephemeris, intercept_s - truth.launch_s[m], meet);
  const rows = flyoutRows(plan.interceptor, plan.site, table, meet[0], meet[1], meet[2], plan.interceptor.phase === 'terminal' ? TERMINAL_STEP_S : STEP_S);
  const count = rows.length / COLUMNS, ignition_s = intercept_s - (count > 0 ? rows[rows.length - COLUMNS] : 0);
  const t_s = new Float64Array(count), position_ecef_m = new Float64Array(3 * count);
  for (let row = 0; row < count; row++) {
    t_s[row] = ignition_s + rows[COLUMNS * row];
    position_ecef_m.set(rows.subarray(COLUMNS * row + 1, COLUMNS * row + 4), 3 * row);
  }
  return { t_s, position_ecef_m };
}
