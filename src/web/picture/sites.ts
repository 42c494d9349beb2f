/** The fixed places of a plan that the picture names: where missiles start, what they aim at, where interceptors stand. */
import type { Place, Plan } from '../../scenario/plan/plan.js';

export interface Site {
  readonly kind: 'origin' | 'target' | 'battery';
  readonly name: string;
  readonly lat_rad: number;
  readonly lon_rad: number;
}

export function sitesOf(plan: Plan): Site[] {
  const found = new Map<string, Site>();
  const add = (kind: Site['kind'], place: Place): void => {
    found.set(`${kind} ${place.name}`, { kind, name: place.name, lat_rad: place.lat_rad, lon_rad: place.lon_rad });
  };
  for (const attack of plan.attacks) {
    add('origin', attack.origin);
    for (const target of attack.targets) add('target', target);
  }
  for (const layer of plan.layers) if (layer.kind === 'ground') add('battery', layer.site);
  return [...found.values()];
}

/** Middle of origins and targets as a direction: longitude and latitude in rad. */
export function middleOf(sites: readonly Site[]): { lat_rad: number; lon_rad: number } {
  const sum: [number, number, number] = [0, 0, 0];
  for (const kind of ['origin', 'target'] as const) {
    const some = sites.filter((site) => site.kind === kind);
    for (const { lat_rad, lon_rad } of some) {
      sum[0] += (Math.cos(lat_rad) * Math.cos(lon_rad)) / some.length;
      sum[1] += (Math.cos(lat_rad) * Math.sin(lon_rad)) / some.length;
      sum[2] += Math.sin(lat_rad) / some.length;
    }
  }
  const length = Math.hypot(...sum);
  return length < 1e-9 ? { lat_rad: 0, lon_rad: 0 } : { lat_rad: Math.asin(sum[2] / length), lon_rad: Math.atan2(sum[1], sum[0]) };
}
