/** What a sensor is shown of a target at one moment: where it is, and how it looks there. The writer reuses one of these. */
export interface SeenTarget {
  /** Earth-fixed position, and height above the ellipsoid. */
  x_m: number;
  y_m: number;
  z_m: number;
  altitude_m: number;
  /** In the band of an infrared sensor; `isCold`: a body that warm ground and clouds outshine, seen only against space. */
  intensity_Wpsr: number;
  isCold: boolean;
  rcs_m2: number;
  /** A cruise missile, a drone or a glider: what radars that look for aircraft look for. */
  fliesInAir: boolean;
}

export function createSeenTarget(): SeenTarget {
  return { x_m: 0, y_m: 0, z_m: 0, altitude_m: 0, intensity_Wpsr: 0, isCold: false, rcs_m2: 0, fliesInAir: false };
}
