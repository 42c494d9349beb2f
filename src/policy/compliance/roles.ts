/** Which parts of a shield a plan has, element by element, in the words by which directives ask for them. */
import { link } from '../../engine/link.js';
import type { Role } from '../../scenario/cards/directive-terms.js';
import type { LayerPlan, Plan, SensorPlan } from '../../scenario/plan/plan.js';

export interface ShieldElement {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Entries of the plan that make it up. */
  readonly layers: readonly number[];
  readonly sensors: readonly number[];
}

/** The nation that leads; without partners the plan is that of the United States. */
export const leadOf = ({ partners }: Pick<Plan, 'partners'>): string => partners?.lead ?? 'united-states';

/** Layers as a run groups them, sensors by system, and a non-kinetic effect where the scenario states one. */
export function elementsOf(plan: Plan): ShieldElement[] {
  const lead = leadOf(plan);
  const layers = link(plan).groups.map(({ name, elements }): ShieldElement => ({
    name, layers: elements, sensors: [],
    roles: unique(elements.flatMap((e) => layerRoles(plan.layers[e] as LayerPlan, lead))),
  }));
  const systems = unique(plan.sensors.map(({ system }) => system));
  const sensors = systems.map((system): ShieldElement => {
    const indices = plan.sensors.flatMap((sensor, s) => (sensor.system === system ? [s] : []));
    return { name: system, layers: [], sensors: indices, roles: unique(indices.flatMap((s) => sensorRoles(plan.sensors[s] as SensorPlan, lead))) };
  });
  const nonKinetic: ShieldElement[] = (plan.before?.nonKinetic_prob ?? 0) > 0 ? [{ name: 'non-kinetic effect', layers: [], sensors: [], roles: ['non-kinetic'] }] : [];
  const region: ShieldElement[] = attackedPartners(plan).map((nation) => ({ name: `defended places of ${nation}`, layers: [], sensors: [], roles: ['regional-elements'] }));
  return [...layers, ...sensors, ...nonKinetic, ...region];
}

export function layerRoles(layer: LayerPlan, lead: string): Role[] {
  const partner: Role[] = layer.nation === undefined || layer.nation === lead ? [] : ['partner-elements'];
  if (layer.kind === 'space') return ['interceptors', 'space-interceptors', ...partner];
  return ['interceptors', 'ground-interceptors', layer.interceptor.phase === 'terminal' ? 'terminal-interceptors' : 'midcourse-interceptors', ...partner];
}

function sensorRoles(sensor: SensorPlan, lead: string): Role[] {
  return ['sensors', kindRole(sensor), ...(sensor.nation === lead ? [] : (['partner-elements'] as const))];
}

function kindRole(sensor: SensorPlan): Role {
  if (sensor.model === 'radar') return 'ground-radars';
  if (sensor.model === 'over-horizon-radar') return 'over-horizon-radars';
  if (sensor.model === 'air-tracker') return 'air-tracking-satellites';
  // Warning satellites stand or linger high; what circles below them in a shell follows what they report.
  return sensor.orbit.kind === 'walker' || sensor.orbit.kind === 'elements' ? 'tracking-satellites' : 'infrared-satellites';
}

/** Partners whose places the raid is aimed at. */
export function attackedPartners({ partners }: Plan): string[] {
  if (partners === undefined) return [];
  return unique(partners.targetNations.flat().filter((nation) => nation !== '' && nation !== partners.lead));
}

/** The plan without everything that has the role. */
export function withoutRole(plan: Plan, role: Role): Plan {
  const out = elementsOf(plan).filter(({ roles }) => roles.includes(role)), lead = leadOf(plan);
  const { before, ...rest } = plan;
  const kept = before !== undefined && role === 'non-kinetic' ? { ...before, nonKinetic_prob: 0 } : before;
  return {
    ...rest, ...(kept === undefined ? {} : { before: kept }),
    layers: plan.layers.filter((layer) => !layerRoles(layer, lead).includes(role)),
    sensors: plan.sensors.filter((_, s) => !out.some(({ sensors }) => sensors.includes(s))),
  };
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
