/** Where an impact lies, seen from its target. */
import { azimuth_rad, distance_m } from '../../../kernel/earth/geodesy.js';
import { cos, sin } from '../../../kernel/maths.js';

type Place = { readonly lat_rad: number; readonly lon_rad: number };

/** Metres north and east of the target, along the geodesic. */
export function offset_m(at: Place, target: Place): readonly [number, number] {
  const away_m = distance_m(target.lat_rad, target.lon_rad, at.lat_rad, at.lon_rad);
  const bearing_rad = azimuth_rad(target.lat_rad, target.lon_rad, at.lat_rad, at.lon_rad);
  return [away_m * cos(bearing_rad), away_m * sin(bearing_rad)];
}
