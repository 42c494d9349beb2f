/**
 * Speed of an interceptor when its last stage has burnt out, the one number by which open sources compare them. It depends on
 * the path: a steep one loses more to gravity, a flat one more to air. Stated here for one path: due north from sea level at 45°
 * latitude, pitched over by 30° (ballistic) or along a line at 45° (straight). Relative to the Earth.
 */
import { Flyer } from '../../kernel/flight/flight.js';
import { PI } from '../../kernel/maths.js';
import { type GroundInterceptor, vehicleOf } from './stages.js';
import { chartStraight } from './straight-flyout.js';

const LATITUDE_RAD = PI / 4, KICK_RAD = PI / 6;

export function burnoutSpeed_mps(interceptor: GroundInterceptor): number {
  if (interceptor.path === 'straight') {
    const { burnout_mps, elevation_count } = chartStraight(interceptor, 0);
    // Elevations are even in the root of their sine.
    const at = Math.sqrt(Math.sqrt(0.5)) * (elevation_count - 1), i = Math.floor(at);
    return (1 - (at - i)) * burnout_mps[i] + (at - i) * burnout_mps[i + 1];
  }
  const launch = { lat_rad: LATITUDE_RAD, lon_rad: 0, altitude_m: 0, azimuth_rad: 0, kick_rad: KICK_RAD, cutoff_s: Infinity };
  return new Flyer().fly(vehicleOf(interceptor), launch, { until_s: interceptor.battery_s }).burnout.speed_mps;
}
