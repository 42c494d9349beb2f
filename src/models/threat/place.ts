/** A place on the WGS-84 ellipsoid. */
export interface GeodeticPlace {
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly altitude_m: number;
}
