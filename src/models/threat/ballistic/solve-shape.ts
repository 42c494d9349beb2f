/**
 * Lofted and depressed flights: the same missile at the same target by a steeper or a flatter path than that of least
 * energy, which costs speed either way. The shape is set by the apogee, as a share of the minimum-energy flight's.
 */
import type { GeodeticPlace } from '../place.js';
import type { PreparedMissile } from './prepare.js';
import { searchShape, type ShapeFailure, type ShapeStart, startFrom } from './shape-search.js';
import { lowestBurnout_m, solveMinimumEnergy } from './solve-minimum-energy.js';
import type { AimHit } from './solve-target.js';

/** What is set by its apogee; the standard flight is not. */
export type Shape = 'minimum-energy' | 'lofted' | 'depressed';

/** Apogee over that of the minimum-energy flight. Assumed: clearly another path, and not yet the steepest or flattest that can be flown. */
const APOGEE_SHARE = { lofted: 1.6, depressed: 0.6 } as const;

export function solveToShape(
  prepared: PreparedMissile, from: GeodeticPlace, to: GeodeticPlace, shape: Shape, lent?: ShapeStart,
): AimHit<ShapeStart> | ShapeFailure {
  if (shape === 'minimum-energy') return solveMinimumEnergy(prepared, from, to, lent);
  if (lent !== undefined) return searchShape(prepared, from, to, lent);
  const least = solveMinimumEnergy(prepared, from, to);
  if (!least.converged) return least;
  const apogee_m = APOGEE_SHARE[shape] * least.flight.apogee_m;
  const result = searchShape(prepared, from, to, startFrom(prepared, least, from, to, { apogee_m, lowestBurnout_m: lowestBurnout_m(least.flight) }));
  return { ...result, flights: least.flights + result.flights };
}
