/** Threats: every class flown, aimed and dispersed behind one interface. */
import type { BallisticMissile } from './ballistic/ballistic.js';
import { prepareBallistic } from './ballistic/prepare-class.js';
import type { CruiseMissile } from './cruise/cruise-missile.js';
import { prepareCruise } from './cruise/prepare-cruise.js';
import type { FractionalOrbitalMissile } from './fractional-orbital/fractional-orbital-missile.js';
import { prepareFractionalOrbital } from './fractional-orbital/prepare-fractional-orbital.js';
import type { GlideMissile } from './glide/glide-missile.js';
import { prepareGlide } from './glide/prepare-glide.js';
import type { PreparedThreat } from './threat-class.js';

export { type BallisticMissile, flyBallistic } from './ballistic/ballistic.js';
export { type MaxRange, maxRange } from './ballistic/max-range.js';
export { type PreparedMissile, prepareMissile } from './ballistic/prepare.js';
export { type LoftResult, solveToLoft } from './ballistic/solve-loft.js';
export { type AimFailure, type AimHit, type AimStart, solveToTarget } from './ballistic/solve-target.js';
export type { GeodeticPlace } from './place.js';
export type * from './threat-class.js';

/** Parameters of a class of threat, as the plan has them. */
export type Threat =
  | ({ readonly model: 'staged-ballistic' } & BallisticMissile)
  | ({ readonly model: 'boost-glide' } & GlideMissile)
  | ({ readonly model: 'fractional-orbital' } & FractionalOrbitalMissile)
  | ({ readonly model: 'cruise' } & CruiseMissile);

export function prepareThreat(threat: Threat): PreparedThreat {
  switch (threat.model) {
    case 'staged-ballistic':
      return prepareBallistic(threat);
    case 'boost-glide':
      return prepareGlide(threat);
    case 'fractional-orbital':
      return prepareFractionalOrbital(threat);
    case 'cruise':
      return prepareCruise(threat);
  }
}
