/**
 * What share of a constellation is near a place, on average over time. 1 over it is the absentee ratio: how many
 * satellites must be bought for each one that can take part.
 * Circular orbits at one height over a sphere, nodes and phases at random; a Walker pattern has the same mean and
 * scatters less. `reach_rad` is an angle at the Earth's centre. Derivation: docs/models/shell-sizing.md; the effect of
 * latitude is what Canavan, Garwin and others argued about after APS 2003.
 */
import { capFraction } from '../../kernel/earth/horizon.js';
import { acos, clamp, cos, PI, sin, TAU } from '../../kernel/maths.js';

export interface BandPlace {
  readonly inclination_rad: number;
  /** Geocentric latitude of the place. */
  readonly latitude_rad: number;
  /** Great-circle angle within which a satellite counts as near. */
  readonly reach_rad: number;
}

/** Steps of the sum over the argument of latitude: 20,000 keep 1e-6 of the fraction even where the cap grazes the band's edge. */
const DEFAULT_STEPS = 20000;

/** Satellites spread evenly over the whole sphere: (1 − cos ψ)/2, wherever the place. */
export function uniformFraction(reach_rad: number): number {
  return capFraction(reach_rad);
}

/** The reach that gives an even spread an absentee ratio: ψ = acos(1 − 2/ratio). */
export function reachForRatio_rad(absenteeRatio: number): number {
  return acos(clamp(1 - 2 / absenteeRatio, -1, 1));
}

/**
 * Satellites of one inclination: for each argument of latitude u, sin β = sin i sin u, the share of nodes that bring the
 * satellite within reach is acos[(cos ψ − sin L sin β)/(cos L cos β)]/π; averaged over u by the midpoint rule.
 */
export function latitudeFraction({ inclination_rad, latitude_rad, reach_rad }: BandPlace, steps = DEFAULT_STEPS): number {
  const sinI = sin(inclination_rad);
  const sinL = sin(latitude_rad);
  const cosL = cos(latitude_rad);
  const cosReach = cos(reach_rad);
  let sum = 0;
  // sin β takes each of its values twice per revolution, so half of it is enough.
  for (let step = 0; step < steps; step++) {
    const sinBeta = sinI * sin(-PI / 2 + (PI * (step + 0.5)) / steps);
    const across = cosL * Math.sqrt(Math.max(0, 1 - sinBeta * sinBeta));
    const along = cosReach - sinL * sinBeta;
    // At a pole all nodes are equally near: within reach or not at all.
    sum += across > 1e-15 ? acos(clamp(along / across, -1, 1)) : along < 0 ? PI : 0;
  }
  return sum / (PI * steps);
}

/** Small reach, well inside the band: the cap's area times the density of satellites there. Infinite at the band's edge. */
export function thinCapFraction({ inclination_rad, latitude_rad, reach_rad }: BandPlace): number {
  const sinI = sin(inclination_rad);
  const sinL = sin(latitude_rad);
  return (2 * TAU * capFraction(reach_rad)) / (2 * PI * PI * Math.sqrt(sinI * sinI - sinL * sinL));
}

/** Angle at the Earth's centre of a straight reach, taken as an arc on the sphere where the meeting takes place. */
export function reachAngle_rad(reach_m: number, meetingRadius_m: number): number {
  return reach_m / meetingRadius_m;
}
