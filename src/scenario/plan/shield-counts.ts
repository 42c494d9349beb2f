/** How many of what a shield has, as a plan says it. */
import type { Plan, SpaceLayerPlan } from './plan.js';

export const shellSatellites_count = ({ planes_count, perPlane_count }: Pick<SpaceLayerPlan['shell'], 'planes_count' | 'perPlane_count'>): number => planes_count * perPlane_count;

export const orbitInterceptors_count = ({ shell, perSatellite_count }: SpaceLayerPlan): number => shellSatellites_count(shell) * perSatellite_count;

/** Interceptors in orbit for each missile of the raid; 0 where there are none. */
export function orbitInterceptorsPerMissile({ layers, attacks }: Pick<Plan, 'layers' | 'attacks'>): number {
  const inOrbit = layers.reduce((sum, layer) => sum + (layer.kind === 'space' ? orbitInterceptors_count(layer) : 0), 0), missiles = attacks.reduce((sum, { count }) => sum + count, 0);
  return inOrbit / Math.max(missiles, 1);
}
