/**
 * Direction to the Sun in Earth-fixed axes, for sensors that cannot look near it. The only file that imports astronomy-engine, whose
 * positions are good to an arc minute; the angle of the Earth is mean sidereal time (0.005° left out).
 * The library calls the engine's own sine, whose last bit differs between engines: directions are rounded to 1e-9, the width of a hair
 * at a hundred kilometres, so that the difference all but never comes through.
 */
import { Body, GeoVector, RotateVector, Rotation_EQJ_EQD } from 'astronomy-engine';
import { gmst_rad } from '../../kernel/epoch.js';
import { cos, sin } from '../../kernel/maths.js';

const DAY_S = 86400;

/** Unit vector towards the Sun at a moment, s since J2000, Earth-fixed. Takes 0.2 ms: ask once a moment, not once a look. */
export function sunDirection_ecef(epoch_s: number, out: Float64Array | number[]): void {
  const day = epoch_s / DAY_S;
  const { x, y, z } = RotateVector(Rotation_EQJ_EQD(day), GeoVector(Body.Sun, day, true));
  const size = Math.sqrt(x * x + y * y + z * z);
  const angle = gmst_rad(epoch_s), c = cos(angle), s = sin(angle);
  out[0] = rounded((c * x + s * y) / size);
  out[1] = rounded((c * y - s * x) / size);
  out[2] = rounded(z / size);
}

function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
