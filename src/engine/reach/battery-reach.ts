/**
 * Where a battery may meet anything beside the altitudes of its interceptor: within a range over the ground, and above the horizon
 * of its own radar (standard air: 4/3 of the Earth's radius for what flies low; no terrain). Distances are arcs on the mean sphere.
 */
import { EARTH_MEAN_RADIUS_M } from '../../kernel/constants.js';
import { geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { cos, PI } from '../../kernel/maths.js';
import { radarHorizonAngle_rad } from '../../models/sensor/radar-horizon.js';
import type { BatteryReachPlan, Place } from '../../scenario/plan/plan.js';

export interface BatteryReach {
  /** Direction of the site from the Earth's centre. */
  readonly site_ecef: Float64Array;
  /** Cosine of the longest arc; −1 without a limit. */
  readonly cosRange: number;
  /** Of the radar above the ellipsoid; −Infinity for a battery that depends on no horizon of its own. */
  readonly antenna_m: number;
}

export function reachOf(site: Place, reach: BatteryReachPlan | undefined): BatteryReach {
  const site_ecef = new Float64Array(3);
  geodeticToEcef(site.lat_rad, site.lon_rad, site.altitude_m, site_ecef);
  const r = Math.sqrt(site_ecef[0] * site_ecef[0] + site_ecef[1] * site_ecef[1] + site_ecef[2] * site_ecef[2]);
  for (let c = 0; c < 3; c++) site_ecef[c] /= r;
  const { maxRange_m, antennaHeight_m } = reach ?? {};
  return {
    site_ecef,
    cosRange: maxRange_m === undefined ? -1 : cos(Math.min(PI, maxRange_m / EARTH_MEAN_RADIUS_M)),
    antenna_m: antennaHeight_m === undefined ? -Infinity : site.altitude_m + antennaHeight_m,
  };
}

/** Cosine of the arc between the site and the place below an Earth-fixed point. */
export function cosArc(reach: BatteryReach, x: number, y: number, z: number): number {
  const { site_ecef } = reach;
  return (site_ecef[0] * x + site_ecef[1] * y + site_ecef[2] * z) / Math.sqrt(x * x + y * y + z * z);
}

export function isInRange(reach: BatteryReach, x: number, y: number, z: number): boolean {
  return reach.cosRange <= -1 || cosArc(reach, x, y, z) >= reach.cosRange;
}

export function isAboveHorizon(reach: BatteryReach, x: number, y: number, z: number, altitude_m: number): boolean {
  return reach.antenna_m === -Infinity || cosArc(reach, x, y, z) >= cos(radarHorizonAngle_rad(reach.antenna_m, altitude_m));
}
