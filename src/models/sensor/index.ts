/** The sensor models of this version. A new one is a file beside this and a line in `bindSensor`. */
import { infraredPosition, isPlumeSeen } from './infrared-geostationary.js';
import type { GeostationaryInfrared } from './infrared-geostationary.js';
import { isInRadarView, placeRadar } from './radar.js';
import type { SectorRadar } from './radar.js';

/** A sensor ready to look: fixed in the Earth-fixed frame, so its views do not depend on the time of day. */
export interface SensorView {
  readonly evidence: 'infrared' | 'radar';
  readonly position_ecef_m: Float64Array;
  /** True when it sees a missile at an Earth-fixed position, `altitude_m` above the ellipsoid. */
  sees(x: number, y: number, z: number, altitude_m: number, isBurning: boolean): boolean;
}

type SensorParameters = (GeostationaryInfrared & { readonly model: 'infrared-geostationary' }) | (SectorRadar & { readonly model: 'radar' });

export function bindSensor(parameters: SensorParameters): SensorView {
  switch (parameters.model) {
    case 'infrared-geostationary': {
      const position_ecef_m = new Float64Array(3);
      infraredPosition(parameters, position_ecef_m);
      return {
        evidence: 'infrared',
        position_ecef_m,
        sees: (x, y, z, altitude_m, isBurning) => isBurning && isPlumeSeen(parameters, position_ecef_m, x, y, z, altitude_m),
      };
    }
    case 'radar': {
      const site = placeRadar(parameters);
      return { evidence: 'radar', position_ecef_m: site.position_ecef_m, sees: (x, y, z) => isInRadarView(parameters, site, x, y, z) };
    }
  }
}
