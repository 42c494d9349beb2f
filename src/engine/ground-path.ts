/** Where a ground interceptor flies, for the picture: from its battery to the meeting point, leaving as late as suffices. */
import { ephemerisAt } from '../kernel/ephemeris.js';
import { geodeticToEcef } from '../kernel/geodesy.js';
import { flyoutTo_s } from '../models/interceptor/ground-based.js';
import type { Geometry } from './geometry.js';
import type { EcefPath } from './record.js';
import type { Reads } from './reads.js';
import type { Truth } from './world.js';

export function groundPath(geometry: Geometry, truth: Reads<Truth>, m: number, e: number, commit_s: number, intercept_s: number): EcefPath {
  const { plan } = geometry.linked.elements[e], table = geometry.flyouts[e];
  const state = new Float64Array(6), site = new Float64Array(3);
  ephemerisAt(geometry.trajectories[truth.attack[m]][truth.aim[m]].variants[truth.variant[m]].ephemeris, intercept_s - truth.launch_s[m], state);
  if (plan.kind !== 'ground' || table === null) return { t_s: new Float64Array(0), position_ecef_m: new Float64Array(0) };
  geodeticToEcef(plan.site.lat_rad, plan.site.lon_rad, plan.site.altitude_m, site);
  const start_s = Math.max(commit_s, intercept_s - flyoutTo_s(table, state[0], state[1], state[2]));
  return { t_s: Float64Array.of(start_s, intercept_s), position_ecef_m: Float64Array.of(site[0], site[1], site[2], state[0], state[1], state[2]) };
}
