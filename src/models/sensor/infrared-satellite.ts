/**
 * An infrared satellite's look at a target: out of the clouds, within its field of regard, past the limb; then the ratio of signal
 * to noise, less in front of the Earth, where a body without thrust is not seen at all. A *level* is how far the signal stands above
 * the threshold, in standard deviations of the noise: half of the looks detect at level 0. The Sun is asked about apart, because it
 * alone depends on the hour. Formulas: sight-line.ts, infrared-signal.ts.
 */
import { EARTH_RADIUS_M } from '../../kernel/constants.js';
import { cos, PI, sin } from '../../kernel/maths.js';
import { normalCdf, normalQuantile } from '../../kernel/statistics/normal.js';
import { infraredRange_m, infraredSnr } from './infrared-signal.js';
import type { SeenTarget } from './seen-target.js';
import { backgroundOf, isAboveCloud, isAwayFromSun, isSightClear, sineOfElevation } from './sight-line.js';

export interface InfraredSatellite {
  readonly cloudBreak_m: number;
  readonly grazingAltitude_m: number;
  /** Zero or less: no limit but the limb. */
  readonly minElevation_rad: number;
  readonly maxOffNadir_rad: number;
  readonly noiseEquivalentIrradiance_Wpm2: number;
  readonly sceneNoise: number;
  readonly falseAlarm_prob: number;
}

/** Levels beyond which a look is certain, to one part in 10^15, and hopeless: three in a hundred thousand. */
const CERTAIN_LEVEL = 8, HOPELESS_LEVEL = -4;

export interface InfraredLook {
  /** Level of a look from an Earth-fixed position; −Infinity when the target cannot be seen from there. */
  level(sx: number, sy: number, sz: number, target: SeenTarget): number;
  /** Farthest range at which such an intensity is worth a look against space. */
  reach_m(intensity_Wpsr: number): number;
}

export function createInfraredLook(satellite: InfraredSatellite): InfraredLook {
  const { cloudBreak_m, grazingAltitude_m, noiseEquivalentIrradiance_Wpm2: noise_Wpm2, sceneNoise } = satellite;
  const quantile = normalQuantile(satellite.falseAlarm_prob);
  const hasElevation = satellite.minElevation_rad > 0, leastSine = sin(satellite.minElevation_rad);
  const hasCone = satellite.maxOffNadir_rad < PI, leastCosine = cos(satellite.maxOffNadir_rad);
  return {
    level(sx, sy, sz, target) {
      const { x_m: x, y_m: y, z_m: z, intensity_Wpsr } = target;
      if (intensity_Wpsr === 0 || !isAboveCloud(target.altitude_m, cloudBreak_m)) return -Infinity;
      const dx = x - sx, dy = y - sy, dz = z - sz, range2 = dx * dx + dy * dy + dz * dz;
      // Most of what is far away is too dim even against space: that is cheaper to see than the limb.
      if (infraredSnr(noise_Wpm2, intensity_Wpsr, Math.sqrt(range2)) + quantile < HOPELESS_LEVEL) return -Infinity;
      if (hasElevation && sineOfElevation(sx, sy, sz, x, y, z) < leastSine) return -Infinity;
      if (!isSightClear(sx, sy, sz, x, y, z, grazingAltitude_m)) return -Infinity;
      if (hasCone && -(sx * dx + sy * dy + sz * dz) < leastCosine * Math.sqrt((sx * sx + sy * sy + sz * sz) * range2)) return -Infinity;
      const isAgainstEarth = backgroundOf(sx, sy, sz, x, y, z, grazingAltitude_m) === 'earth';
      if (isAgainstEarth && target.isCold) return -Infinity;
      return infraredSnr(isAgainstEarth ? noise_Wpm2 * sceneNoise : noise_Wpm2, intensity_Wpsr, Math.sqrt(range2)) + quantile;
    },
    // One look in a thousand detects at the level of −3; nearer than that every look counts.
    reach_m: (intensity_Wpsr) => infraredRange_m(noise_Wpm2, intensity_Wpsr, Math.max(-quantile - 3, 0.1)),
  };
}

/** Chance that a look at a level detects. */
export function infraredLevel_prob(level: number): number {
  return level >= CERTAIN_LEVEL ? 1 : level <= HOPELESS_LEVEL ? 0 : normalCdf(level);
}

/** Whether the Sun blinds a look: it stands too near to the line of sight, and the Earth does not hide it. Null for an exclusion of 0. */
export function createSunShade(exclusion_rad: number): ((sx: number, sy: number, sz: number, target: SeenTarget, sun: ArrayLike<number>) => boolean) | null {
  if (exclusion_rad <= 0) return null;
  return (sx, sy, sz, target, sun) => {
    if (isAwayFromSun(sun, exclusion_rad, sx, sy, sz, target.x_m, target.y_m, target.z_m)) return false;
    const along = sx * sun[0] + sy * sun[1] + sz * sun[2];
    return along >= 0 || sx * sx + sy * sy + sz * sz - along * along >= EARTH_RADIUS_M * EARTH_RADIUS_M;
  };
}
