/** Threats: ballistic missiles flown, aimed and dispersed. */
export { type BallisticMissile, flyBallistic, type GeodeticPlace } from './ballistic.js';
export { type ImpactPoints, impactPointsAlong } from './impact-along.js';
export { type MaxRange, maxRange } from './max-range.js';
export { type PreparedMissile, prepareMissile } from './prepare.js';
export { type LoftResult, solveToLoft } from './solve-loft.js';
export { type AimFailure, type AimHit, type AimStart, solveToTarget } from './solve-target.js';
export { disperse, type Dispersion, solveVariants, stretchBurns, type Variant, type VariantSet } from './variants.js';
